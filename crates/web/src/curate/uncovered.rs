//! What the selection leaves without proposition, the largest first; and minority ideas, kept in sight.

use super::OPEN_TO;
use super::bench::nothing;
use super::decided::voices;
use super::opened::{Opened, sit};
use super::told::label;
use crate::Error;
use crate::funnel::equation;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, sentence};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::coverage::{self, uncovered};
use arobase_domain::curated::Voice;
use arobase_domain::edits::Decision;
use arobase_domain::{ContributionId, Rank};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most themes and minority ideas shown; the others are counted.
const MOST: usize = 24;

#[derive(Template)]
#[template(path = "curate/uncovered.html")]
struct Uncovered {
    page: Page,
    sum: String,
    rows: Vec<Row>,
    more: usize,
    /// Propositions of the annex that nobody has decided of, each with the number of its ideas.
    minority: Vec<(String, Url, String)>,
    pile: Url,
}

struct Row {
    label: String,
    url: Url,
    found: coverage::Uncovered,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::UNCOVERED, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let voices = voices(state.store.materials(&state.edition.id).await?);
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let page = Page::new(&state, lang, Target::Uncovered, lang.t("title-uncovered"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0))
        .within(lang.t("title-structure"), Target::Structure(0));
    Ok(private(StatusCode::OK, render(&Uncovered::new(page, seat.opened()?, &voices))?))
}

fn pile(lang: Lang, code: &str) -> Url {
    Target::Bench(code.to_owned(), String::new(), 0).in_lang(lang)
}

impl Uncovered {
    fn new(page: Page, opened: &Opened, voices: &BTreeMap<ContributionId, Voice>) -> Self {
        let (lang, state) = (page.lang, &opened.bench.state);
        let found = uncovered(&opened.analysis, state, voices);
        let more = found.len().saturating_sub(MOST);
        let row = |found: coverage::Uncovered| Row {
            label: label(lang, state, &found.theme),
            url: pile(lang, found.theme.as_str()),
            found,
        };
        Self {
            sum: equation(lang, opened.ledger()),
            rows: found.into_iter().take(MOST).map(row).collect(),
            more,
            minority: minority(lang, opened),
            pile: pile(lang, "weak-signals"),
            page,
        }
    }
}

/// The weak signals that wait, the most asked for first.
fn minority(lang: Lang, opened: &Opened) -> Vec<(String, Url, String)> {
    let waits = opened.bench.state.propositions.iter();
    let mut waits: Vec<_> =
        waits.filter(|(_, one)| one.rank == Rank::WeakSignal && one.decision == Decision::Open).collect();
    waits.sort_by_key(|(id, one)| (Reverse(one.ideas.len()), *id));
    let told = |(id, one): (&arobase_domain::PropositionId, &arobase_domain::edits::Worded)| {
        (sentence(&one.text), pile(lang, id.as_str()), lang.n("ideas-count", one.ideas.len()))
    };
    waits.into_iter().take(MOST).map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;

    #[test]
    fn renders() {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Uncovered);
            let whole = Uncovered::new(page(), &opened, &BTreeMap::new());
            assert!(!whole.minority.is_empty());
            sample::check(&whole);
        }
        for worded in opened.bench.state.propositions.values_mut() {
            worded.decision = Decision::Aside("hors du mandat".into());
        }
        let bare = Uncovered::new(sample::page(Lang::Fr, Target::Uncovered), &opened, &BTreeMap::new());
        assert!(bare.minority.is_empty() && bare.rows.iter().all(|row| row.found.propositions == 0));
        sample::check(&bare);
    }
}
