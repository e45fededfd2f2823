//! What a member may do in the edition: roles given and taken. For administrators.

use super::members::{Choice, choices};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::{MemberId, Role};
use arobase_store::{Participant, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "people/member.html")]
struct OneMember {
    page: Page,
    id: MemberId,
    email: String,
    function: String,
    roles: Vec<Choice>,
    place: String,
    /// Postal address, on one line.
    address: String,
    /// Since when the code of their letter opens, if it does.
    code: Option<String>,
    refused: bool,
}

pub(crate) fn gestures() -> [Gesture; 2] {
    let access = Access::Any(&[Role::Administrator]);
    [
        Gesture::page(slug::MEMBERS, "/{member}", access, get(show).post(change)),
        Gesture::page(slug::MEMBERS, "/{member}/code", access, post(end_code)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    answer(&state, lang, &MemberId::new(id), false).await
}

/// The boxes that are ticked are the roles; what is no role is passed over.
async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    Form(ticked): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = MemberId::new(id);
    state.store.participant(&state.edition.id, &id).await?.ok_or_else(Error::not_found)?;
    let roles: BTreeSet<Role> =
        ticked.iter().filter(|(name, _)| name == "role").filter_map(|(_, code)| code.parse().ok()).collect();
    if !state.store.set_roles(&state.edition.id, &id, &roles, &me.member.id, state.now()).await? {
        return answer(&state, lang, &id, true).await;
    }
    Ok(to(lang, Target::Members(1)))
}

/// The letter of a member opens no more.
async fn end_code(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let id = MemberId::new(id);
    state.store.end_code(&state.edition.id, &id, &me.member.id, state.now()).await?;
    Ok(to(lang, Target::Member(id)))
}

async fn answer(state: &AppState, lang: Lang, id: &MemberId, refused: bool) -> Result<Response, Error> {
    let found = state.store.participant(&state.edition.id, id).await?.ok_or_else(Error::not_found)?;
    let name = if found.member.name.is_empty() { lang.t("members-unnamed") } else { found.member.name.clone() };
    let page =
        Page::new(state, lang, Target::Member(id.clone()), name).within(lang.t("title-members"), Target::Members(1));
    let status = if refused { StatusCode::CONFLICT } else { StatusCode::OK };
    let code = state.store.code_since(&state.edition.id, id).await?.map(|at| minute(lang, at));
    Ok(private(status, render(&OneMember { code, ..OneMember::new(page, found, refused) })?))
}

impl OneMember {
    fn new(page: Page, Participant { member, roles }: Participant, refused: bool) -> Self {
        Self {
            roles: choices(page.lang, |role| roles.contains(&role)),
            page,
            email: member.email.map(String::from).unwrap_or_default(),
            function: member.function,
            place: member.place,
            address: member.address.lines().collect::<Vec<_>>().join(", "),
            code: None,
            id: member.id,
            refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::Member;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for refused in [false, true] {
                let id = MemberId::new("m");
                let member = Member {
                    id: id.clone(),
                    function: "maire".into(),
                    address: "Mairie\n72260 Nouans".into(),
                    ..Member::default()
                };
                let roles = [Role::Juror, Role::Administrator].into();
                let page = sample::page(lang, Target::Member(id));
                let one = OneMember::new(page, Participant { member, roles }, refused);
                let html = sample::check(&OneMember { code: refused.then(|| "hier".into()), ..one });
                assert!(html.contains("Mairie, 72260 Nouans") && html.contains("name=\"member\""));
                assert_eq!(html.matches("/code\"").count(), usize::from(refused));
                assert_eq!((html.matches(" checked").count(), html.contains("role=\"alert\"")), (2, refused));
            }
        }
    }
}
