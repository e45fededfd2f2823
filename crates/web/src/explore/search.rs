//! Search: over contributions by stems, over themes and propositions by the same stems, and by number.

use super::line::Line;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Proposition, Theme};
use arobase_store::{self as store, Filter, Row};
use arobase_text::stem::terms;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;

/// Most themes, and most propositions, shown above the contributions.
const MOST: usize = 8;

#[derive(Template)]
#[template(path = "explore/search.html")]
struct Search {
    page: Page,
    query: String,
    exact: Option<u32>,
    themes: Vec<Theme>,
    propositions: Vec<Proposition>,
    total: u64,
    rows: Vec<Line>,
    pager: Pager,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

#[derive(Default)]
struct Found {
    exact: Option<u32>,
    themes: Vec<Theme>,
    propositions: Vec<Proposition>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::SEARCH, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Html<String>, Error> {
    let query: String = asked.q.trim().chars().take(200).collect();
    let at = asked.page.max(1);
    let stems = terms(&query);
    let contributions = contributions(&state, &stems, at).await?;
    let found = if at == 1 { around(&state, &query, &stems).await? } else { Found::default() };
    let page = Page::new(&state, lang, Target::Search(query.clone(), at), lang.t("title-search"));
    render(&Search::new(page, query, found, contributions))
}

async fn contributions(state: &AppState, stems: &[String], at: u32) -> Result<store::Page<Row>, Error> {
    if stems.is_empty() {
        return Ok(store::Page { items: Vec::new(), number: 1, total: 0 });
    }
    let filter = Filter { stems: stems.to_vec(), ..Filter::default() };
    Ok(state.store.list(&state.edition.id, &filter, at).await?)
}

async fn around(state: &AppState, query: &str, stems: &[String]) -> Result<Found, Error> {
    let edition = &state.edition.id;
    let exact = match query.parse::<u32>() {
        Ok(number) => state.store.contribution(edition, number).await?.map(|contribution| contribution.number),
        Err(_) => None,
    };
    if stems.is_empty() {
        return Ok(Found { exact, ..Found::default() });
    }
    let mut themes = state.store.all_themes(edition).await?;
    themes.retain(|theme| holds(&format!("{} {}", theme.label, theme.keywords.join(" ")), stems));
    let mut propositions = state.store.propositions(edition).await?;
    propositions.retain(|proposition| holds(&proposition.text, stems));
    themes.truncate(MOST);
    propositions.truncate(MOST);
    Ok(Found { exact, themes, propositions })
}

/// Whether a text holds every stem.
fn holds(text: &str, stems: &[String]) -> bool {
    let words = terms(text);
    stems.iter().all(|stem| words.contains(stem))
}

impl Search {
    fn new(page: Page, query: String, found: Found, contributions: store::Page<Row>) -> Self {
        let lang = page.lang;
        let Found { exact, themes, propositions } = found;
        Self {
            total: contributions.total,
            pager: Pager::of(lang, &contributions, |at| Target::Search(query.clone(), at)),
            rows: contributions.items.into_iter().map(|row| Line::new(lang, row)).collect(),
            page,
            query,
            exact,
            themes,
            propositions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Search("vélos".into(), 1));
            let found =
                Found { exact: Some(7), themes: vec![sample::theme()], propositions: vec![sample::proposition()] };
            let rows = store::Page { items: vec![sample::row(); 25], number: 1, total: 60 };
            sample::check(&Search::new(page(), "vélos".into(), found, rows));
            let nothing = store::Page { items: Vec::new(), number: 1, total: 0 };
            sample::check(&Search::new(page(), "<script>".into(), Found::default(), nothing));
        }
    }

    #[test]
    fn accents_and_plurals_meet() {
        assert!(holds("développer les pistes pour vélos", &terms("VELO")));
        assert!(!holds("développer les pistes", &terms("vélo")));
    }
}
