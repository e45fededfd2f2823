//! Members who may be one person, both shown: made one, or said to be two. For administrators.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Member, MemberId, Role};
use arobase_store::{Namesakes, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// Pairs on a page.
const SHOWN: usize = 8;

#[derive(Template)]
#[template(path = "people/namesakes.html")]
struct Twins {
    page: Page,
    pairs: Vec<Pair>,
    total: usize,
    pager: Pager,
}

struct Pair {
    nth: usize,
    sides: [Side; 2],
}

/// A member, in words.
struct Side {
    id: MemberId,
    name: String,
    lines: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Said {
    one: String,
    other: String,
    /// `merge` or `apart`.
    #[serde(rename = "said")]
    verdict: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::NAMESAKES, "", Access::Any(&[Role::Administrator]), get(show).post(settle))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Response, Error> {
    let found = state.store.namesakes(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::Namesakes(at.page()), lang.t("title-namesakes"));
    let page = page.within(lang.t("title-members"), Target::Members(1));
    Ok(private(StatusCode::OK, render(&Twins::new(page, found, at.page()))?))
}

async fn settle(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(Said { one, other, verdict }): Form<Said>,
) -> Result<Response, Error> {
    let (store, edition, by, now) = (&state.store, &state.edition.id, &me.member.id, state.now());
    let (one, other) = (MemberId::new(one), MemberId::new(other));
    // Only pairs that are proposed: a member who is gone, or of another edition, is not merged by an old page.
    let pairs = store.namesakes(edition).await?;
    let proposed = pairs.iter().any(|pair| [&pair.one.id, &pair.other.id] == [&one, &other]);
    match verdict.as_str() {
        "merge" if proposed => drop(store.merge(edition, [&one, &other], by, now).await?),
        "apart" if proposed => store.keep_apart(edition, [&one, &other], by, now).await?,
        "merge" | "apart" => {}
        _ => return Ok(StatusCode::BAD_REQUEST.into_response()),
    }
    Ok(to(lang, Target::Namesakes(1)))
}

impl Twins {
    fn new(page: Page, found: Vec<Namesakes>, at: u32) -> Self {
        let pages = u32::try_from(found.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        let before = (at as usize - 1).saturating_mul(SHOWN);
        let (lang, total) = (page.lang, found.len());
        let pair = |(nth, pair): (usize, Namesakes)| Pair {
            nth: before + nth + 1,
            sides: [pair.one, pair.other].map(|member| Side::new(lang, member)),
        };
        let pairs = found.into_iter().skip(before).take(SHOWN).enumerate().map(pair).collect();
        Self { pager: Pager::new(lang, at, pages, Target::Namesakes), page, pairs, total }
    }
}

impl Side {
    fn new(lang: Lang, member: Member) -> Self {
        let email = member.email.map_or_else(|| lang.t("namesakes-no-email"), String::from);
        let address = member.address.replace('\n', ", ");
        let lines = [member.place, member.function, email, address];
        Self { id: member.id, name: member.name, lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        let ada = |id: &str| Member {
            id: MemberId::new(id),
            name: "Ada Morel".into(),
            function: "maire".into(),
            place: "Nouans (72)".into(),
            address: "Mairie\n72260 Nouans".into(),
            ..Member::default()
        };
        for &lang in Lang::ALL {
            let pairs = vec![Namesakes { one: ada("a"), other: ada("b") }; 2 * SHOWN + 1];
            let html = sample::check(&Twins::new(sample::page(lang, Target::Namesakes(2)), pairs, 2));
            assert_eq!(html.matches("value=\"merge\"").count(), SHOWN);
            sample::check(&Twins::new(sample::page(lang, Target::Namesakes(1)), Vec::new(), 1));
        }
    }
}
