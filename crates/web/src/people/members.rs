//! Who has a role in the edition, and inviting one more. For administrators.

use super::invitations::stop_url;
use super::sign_in::link_url;
use super::space::role_name;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::people::NAME_MAX;
use arobase_domain::{Email, Member, MemberId, Role};
use arobase_identity::INVITATION_LASTS;
use arobase_post::letters::{Link, invitation};
use arobase_store::{self as store, Invitation, Mail, NewLink, OutboxFigures, Participant, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "people/members.html")]
struct Members {
    page: Page,
    rows: Vec<Row>,
    total: u64,
    pager: Pager,
    mail: OutboxFigures,
    form: Fields,
    options: Vec<Choice>,
    wrong: Wrong,
    longest: usize,
}

/// A member, in words.
struct Row {
    id: MemberId,
    name: String,
    email: String,
    roles: String,
}

/// A role to choose.
pub(crate) struct Choice {
    pub(crate) code: &'static str,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    token: String,
    name: String,
    email: String,
    role: String,
}

/// Which fields of the form will not do.
#[derive(Debug, Clone, Copy, Default)]
struct Wrong {
    email: bool,
    role: bool,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::MEMBERS, "", Access::Any(&[Role::Administrator]), get(show).post(invite))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Response, Error> {
    let form = Fields { token: (state.ids)().to_string(), role: Role::Contributor.to_string(), ..Fields::default() };
    answer(&state, lang, StatusCode::OK, at.page(), form, Wrong::default()).await
}

async fn invite(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let Ok(token) = Uuid::try_parse(&form.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let (email, role) = (form.email.parse::<Email>(), form.role.parse::<Role>());
    let wrong = Wrong { email: email.is_err(), role: role.is_err() };
    let (Ok(email), Ok(role)) = (email, role) else {
        return answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, 1, form, wrong).await;
    };
    let name = form.name.trim().chars().take(NAME_MAX).collect();
    let member = Member { id: MemberId::new((state.ids)().to_string()), name, email: Some(email), ..Member::default() };
    send(&state, lang, &token.to_string(), &member, role, &me.member.id).await?;
    Ok(to(lang, Target::Members(1)))
}

/// The token of the form is the identifier of the link: the same form sent twice invites once.
async fn send(
    state: &AppState,
    lang: Lang,
    token: &str,
    member: &Member,
    role: Role,
    by: &MemberId,
) -> Result<(), Error> {
    let Some(email) = member.email.clone() else { return Ok(()) };
    let (now, mail) = (state.now(), (state.ids)().to_string());
    let known = state.store.member_at(&email).await?;
    let stop = stop_url(state, lang, known.as_ref().unwrap_or(&member.id));
    let letter = invitation(lang, email, Link { edition: &state.edition.name, url: &link_url(state, lang) }, &stop);
    let expires_at = now + INVITATION_LASTS;
    let digest = state.key.link(token).digest();
    let invitation = Invitation {
        edition: &state.edition.id,
        member,
        role,
        by: Some(by),
        link: NewLink { id: token, digest: &digest, expires_at },
        mail: Some(Mail { id: &mail, letter: &letter, useless_at: Some(expires_at) }),
    };
    state.store.invite(invitation, now).await?;
    Ok(())
}

async fn answer(
    state: &AppState,
    lang: Lang,
    status: StatusCode,
    at: u32,
    form: Fields,
    wrong: Wrong,
) -> Result<Response, Error> {
    let found = state.store.participants(&state.edition.id, None, at).await?;
    let page = Page::new(state, lang, Target::Members(at), lang.t("title-members"))
        .within(lang.t("title-space"), Target::Space);
    Ok(private(status, render(&Members::new(page, found, state.store.outbox().await?, form, wrong))?))
}

impl Members {
    fn new(page: Page, found: store::Page<Participant>, mail: OutboxFigures, form: Fields, wrong: Wrong) -> Self {
        let lang = page.lang;
        Self {
            total: found.total,
            pager: Pager::of(lang, &found, Target::Members),
            rows: found.items.into_iter().map(|one| Row::new(lang, one)).collect(),
            options: choices(lang, |role| form.role == role.as_str()),
            page,
            mail,
            form,
            wrong,
            longest: NAME_MAX,
        }
    }
}

impl Row {
    fn new(lang: Lang, Participant { member, roles }: Participant) -> Self {
        let roles: Vec<String> = roles.into_iter().map(|role| role_name(lang, role)).collect();
        Self {
            name: if member.name.is_empty() { lang.t("members-unnamed") } else { member.name },
            email: member.email.map(String::from).unwrap_or_default(),
            roles: roles.join(", "),
            id: member.id,
        }
    }
}

/// Every role, with those that are chosen.
pub(crate) fn choices(lang: Lang, chosen: impl Fn(Role) -> bool) -> Vec<Choice> {
    let choice = |&role: &Role| Choice { code: role.as_str(), label: role_name(lang, role), chosen: chosen(role) };
    Role::ALL.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders_a_full_page_within_its_budget() {
        let one = |nth: u32| Participant {
            member: Member {
                id: MemberId::new(nth.to_string()),
                name: if nth == 1 { String::new() } else { "Anne Le Goff".into() },
                email: "anne@nouans.example".parse().ok(),
                ..Member::default()
            },
            roles: Role::ALL.iter().copied().collect(),
        };
        for &lang in Lang::ALL {
            for wrong in [Wrong::default(), Wrong { email: true, role: true }] {
                let found = store::Page { items: (0..store::PAGE_SIZE).map(one).collect(), number: 2, total: 60 };
                let mail = OutboxFigures { waiting: 1, sent: 2, given_up: 3 };
                let page = sample::page(lang, Target::Members(2));
                let html = sample::check(&Members::new(page, found, mail, Fields::default(), wrong));
                assert_eq!(html.matches("aria-invalid").count(), if wrong.email { 2 } else { 0 });
            }
        }
    }
}
