//! Already said: for each proposition of the bench, the nearest one of earlier editions, as the engine sees it.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use crate::Error;
use crate::calendar::clock;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, sentence};
use crate::pager::{At, Pager};
use crate::state::{AppState, Near};
use crate::url::{Target, Url, elsewhere, slug};
use arobase_domain::edits::Decision;
use arobase_domain::{EditionId, settings::PARIS};
use arobase_store::Earlier;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Mutex as Turn;

/// Propositions shown at once.
const SHOWN: usize = 25;

/// What earlier editions proposed, and what of it is nearest to each text that was looked up since.
#[derive(Default)]
pub(super) struct Past {
    said: Vec<Earlier>,
    nearest: BTreeMap<String, Near>,
}

/// The past of every edition; looked up for one person at a time.
#[derive(Default)]
pub(crate) struct Pasts(Mutex<BTreeMap<EditionId, Arc<Turn<Past>>>>);

/// The nearest proposition of an earlier edition.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Nearest {
    pub(super) text: String,
    pub(super) url: String,
    /// « Congrès 2022 (2022), proximité 0,71 ».
    pub(super) told: String,
    score: f64,
}

#[derive(Template)]
#[template(path = "curate/earlier.html")]
struct AlreadySaid {
    page: Page,
    /// Whether there is an earlier edition.
    any: bool,
    found: String,
    lines: Vec<(String, Url, Nearest)>,
    pager: Pager,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::EARLIER, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let asked = propositions(seat.opened()?);
    drop(seat);
    let texts = asked.iter().map(|(_, text)| text.clone()).collect();
    let found = look(&state, lang, texts).await?;
    let page = Page::new(&state, lang, Target::Earlier(at.page()), lang.t("title-earlier"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    Ok(private(StatusCode::OK, render(&AlreadySaid::new(page, asked, found, at.page()))?))
}

/// The propositions that are not set aside, by identifier.
fn propositions(opened: &Opened) -> Vec<(String, String)> {
    let kept = opened.bench.state.propositions.iter();
    let kept = kept.filter(|(_, worded)| !matches!(worded.decision, Decision::Aside(_)));
    kept.map(|(id, worded)| (id.to_string(), worded.text.clone())).collect()
}

/// What is nearest to each of these texts; nothing where no earlier edition proposed anything, or nothing near.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn look(
    state: &AppState,
    lang: Lang,
    texts: BTreeSet<String>,
) -> Result<Option<BTreeMap<String, Nearest>>, Error> {
    let said = state.store.earlier_propositions(&state.edition.id).await?;
    if said.is_empty() {
        return Ok(None);
    }
    let past = state.benches().past.of(&state.edition.id);
    let mut past = past.lock().await;
    past.learn(state, said, &texts).await;
    Ok(Some(texts.into_iter().filter_map(|text| past.told(lang, &text).map(|near| (text, near))).collect()))
}

impl Pasts {
    fn of(&self, edition: &EditionId) -> Arc<Turn<Past>> {
        let mut pasts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pasts.entry(edition.clone()).or_default())
    }
}

impl Past {
    /// Has the engine read the texts that it has not read yet.
    async fn learn(&mut self, state: &AppState, said: Vec<Earlier>, texts: &BTreeSet<String>) {
        if said != self.said {
            *self = Self { said, nearest: BTreeMap::new() };
        }
        let new: Vec<String> = texts.iter().filter(|text| !self.nearest.contains_key(*text)).cloned().collect();
        if new.is_empty() {
            return;
        }
        let others: Vec<String> = self.said.iter().map(|one| one.text.clone()).collect();
        let (nearest, asked) = (state.nearest, new.clone());
        let found = tokio::task::spawn_blocking(move || nearest(&asked, &others)).await.unwrap_or_default();
        self.nearest.extend(new.into_iter().zip(found));
    }

    fn told(&self, lang: Lang, text: &str) -> Option<Nearest> {
        let (at, score) = (*self.nearest.get(text)?)?;
        let Earlier { slug, edition, congress_date, id, text } = self.said.get(at)?;
        let year = clock(*congress_date, PARIS).year().to_string();
        let values = [("edition", edition.clone()), ("year", year), ("score", lang.decimal(score, 2))];
        Some(Nearest {
            text: sentence(text),
            url: elsewhere(slug, &Target::Proposition(id.clone(), 1).in_lang(lang)),
            told: lang.with("earlier-told", values),
            score,
        })
    }
}

impl AlreadySaid {
    /// The nearest first.
    fn new(page: Page, asked: Vec<(String, String)>, found: Option<BTreeMap<String, Nearest>>, at: u32) -> Self {
        let lang = page.lang;
        let (any, found, count) = (found.is_some(), found.unwrap_or_default(), asked.len());
        let line = |(id, text): (String, String)| {
            let nearest = found.get(&text)?.clone();
            Some((sentence(&text), Target::Bench(id, String::new(), 0).in_lang(lang), nearest))
        };
        let mut lines: Vec<(String, Url, Nearest)> = asked.into_iter().filter_map(line).collect();
        lines.sort_by(|(_, _, a), (_, _, b)| b.score.total_cmp(&a.score));
        let pages = u32::try_from(lines.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        let at = at.clamp(1, pages);
        let values = [("it", lang.number(lines.len())), ("other", lang.n("propositions-count", count))];
        Self {
            any,
            found: lang.with("earlier-found", values),
            lines: lines.into_iter().skip((at as usize - 1) * SHOWN).take(SHOWN).collect(),
            pager: Pager::new(lang, at, pages, Target::Earlier),
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::PropositionId;

    fn past() -> Past {
        let said = |year: i64, text: &str| Earlier {
            slug: (2020 + year).to_string(),
            edition: format!("Congrès {}", 2020 + year),
            congress_date: 1_600_000_000_000 + year * 31_536_000_000,
            id: PropositionId::new("p07"),
            text: text.into(),
        };
        let nearest = BTreeMap::from([
            ("ouvrir un accueil".to_owned(), Some((1, 0.71))),
            ("déployer la fibre".to_owned(), Some((0, 0.9))),
            ("planter des haies".to_owned(), None),
        ]);
        Past { said: vec![said(2, "raccorder chaque village"), said(1, "tenir un guichet")], nearest }
    }

    #[test]
    fn renders() {
        let texts = ["ouvrir un accueil", "déployer la fibre", "planter des haies"];
        let asked = || texts.iter().map(|text| ("p01".to_owned(), (*text).to_owned())).collect::<Vec<_>>();
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Earlier(1));
            let found = texts.iter().filter_map(|text| Some(((*text).to_owned(), past().told(lang, text)?))).collect();
            let told = AlreadySaid::new(page(), asked(), Some(found), 1);
            assert_eq!(
                told.lines.iter().map(|(text, ..)| text.as_str()).collect::<Vec<_>>(),
                ["Déployer la fibre.", "Ouvrir un accueil."]
            );
            let html = sample::check(&told);
            assert!(
                html.contains(&format!("href=\"/2022/{lang}/propositions/p07\"")) && html.contains("2022"),
                "{html}"
            );
            sample::check(&AlreadySaid::new(page(), asked(), None, 1));
        }
    }
}
