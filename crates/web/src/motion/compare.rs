//! Two states of the text, clause by clause: words added and taken away, told by signs as well as by colour.

use crate::Error;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::Target;
use arobase_domain::motion::{self, Fate, Motion, Piece};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "motion/compare.html")]
struct Compare {
    page: Page,
    told: String,
    same: String,
    changed: Vec<Line>,
}

/// A clause that is not the same.
struct Line {
    heading: String,
    fate: String,
    pieces: Vec<Piece>,
}

/// Which states.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Which {
    #[serde(deserialize_with = "crate::url::lenient")]
    from: u32,
    #[serde(deserialize_with = "crate::url::lenient")]
    to: u32,
}

pub(super) async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let read = async |seq| state.store.motion_at(&state.edition.id, seq).await?.ok_or_else(Error::not_found);
    let (from, to) = (read(which.from).await?, read(which.to).await?);
    let target = Target::CompareVersions(which.from, which.to);
    let page = Page::new(&state, lang, target, lang.t("title-compare-versions"))
        .within(lang.t("title-versions"), Target::Versions);
    let states = [which.from, which.to];
    Ok(private(StatusCode::OK, render(&Compare::new(page, states, &from.motion, &to.motion))?))
}

impl Compare {
    fn new(page: Page, [from, to]: [u32; 2], first: &Motion, second: &Motion) -> Self {
        let lang = page.lang;
        let compared = motion::compare(first, second);
        let (same, changed): (Vec<_>, Vec<_>) = compared.into_iter().partition(|one| one.fate == Fate::Same);
        let line = |one: motion::Compared| Line {
            heading: heading(lang, one.numbers),
            fate: lang.t(fate(one.fate)),
            pieces: one.pieces,
        };
        Self {
            told: lang.with("motion-compared", [("from", from.to_string()), ("to", to.to_string())]),
            same: lang.n("motion-same", same.len()),
            changed: changed.into_iter().map(line).collect(),
            page,
        }
    }
}

/// « Énoncé 12 (auparavant 11) ».
fn heading(lang: Lang, numbers: [Option<usize>; 2]) -> String {
    match numbers {
        [Some(before), Some(after)] if before != after => {
            lang.with("motion-clause-was", [("now", after.to_string()), ("was", before.to_string())])
        }
        [before, after] => lang.it("motion-clause", after.or(before).unwrap_or_default()),
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Same => "motion-fate-same",
        Fate::Changed => "motion-fate-changed",
        Fate::Moved => "motion-fate-moved",
        Fate::New => "motion-fate-new",
        Fate::Gone => "motion-fate-gone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::ClauseId;

    #[test]
    fn renders_what_differs() {
        let first = sample::motion();
        let mut second = first.clone();
        let clause = ClauseId::new("e1");
        second
            .make(motion::Gesture::Write { clause, text: "Ouvrir deux espaces.".into(), before: None })
            .expect("there");
        for &lang in Lang::ALL {
            let page = sample::page(lang, Target::CompareVersions(1, 2));
            let compare = Compare::new(page, [1, 2], &first, &second);
            assert_eq!(compare.changed.len(), 1);
            let html = sample::check(&compare);
            assert!(html.contains("<ins>") && html.contains("<del>"), "{html}");
        }
    }
}
