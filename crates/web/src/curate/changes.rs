//! What would change if the engine's proposals were accepted, shown before anything is: drawn, counted, listed; accepted all, by theme, or one idea at a time.

use super::OPEN_TO;
use super::bench::nothing;
use super::drawn::{Drawn, Row};
use super::offers::{Offer, Offers};
use super::opened::{Opened, Seat, sit};
use super::top::{Said, refusal};
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::IdeaId;
use arobase_domain::edits::{Gesture as Edit, Wish};
use arobase_domain::outlook::{Outlook, only};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use std::collections::BTreeMap;

/// Proposals shown at once, and ideas of each.
const PROPOSALS: usize = 10;
const IDEAS: usize = 3;

/// Ideas of one proposal shown at once.
const ONE_BY_ONE: usize = 25;

/// Rows of the table, and lines of the list.
const ROWS: usize = 20;
const LINES: usize = 16;

#[derive(Template)]
#[template(path = "curate/changes.html")]
struct Changes {
    page: Page,
    said: Said,
    seen: u32,
    rung: u32,
    /// What is proposed, in a sentence.
    lead: String,
    figures: Vec<(String, usize)>,
    drawing: String,
    rows: Vec<Row>,
    more_rows: usize,
    lines: Vec<String>,
    more_lines: usize,
    offers: Vec<(Offer, Url)>,
    later: usize,
}

/// One proposal, idea by idea.
#[derive(Template)]
#[template(path = "curate/offer.html")]
struct One {
    page: Page,
    said: Said,
    seen: u32,
    rung: u32,
    offer: Offer,
    whole: Url,
    pager: Pager,
}

/// Which proposals, and which of them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    /// 0 for those of the last run, else a number of [`arobase_domain::granularity::Partitions::rungs`], from 1.
    #[serde(deserialize_with = "number")]
    rung: u32,
    /// A number of one of them; all if empty.
    offer: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

fn number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let text = <String as serde::Deserialize>::deserialize(from)?;
    Ok(text.trim().parse().unwrap_or_default())
}

pub(super) fn gestures() -> [Gesture; 2] {
    let drawing = ["/fr/ce-qui-changerait.svg", "/en/what-would-change.svg"];
    [Gesture::page(slug::CHANGES, "", OPEN_TO, get(show).post(act)), Gesture::at(&drawing, OPEN_TO, get(draw))]
}

async fn draw(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let seat = sit(&state).await?.ok_or_else(Error::not_found)?;
    let opened = seat.opened()?;
    let offers = opened.offers(asked.rung, &state.store.proposal(&opened.known).await?);
    let outlook = outlook(opened, &offers);
    let svg = Drawn::new(lang, &opened.bench.state, &outlook).sankey().svg(lang);
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

async fn show(State(state): State<AppState>, In(lang): In, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    answer(&state, lang, &seat, &asked, Said::default()).await
}

async fn act(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Error> {
    let Some(mut seat) = sit(&state).await? else { return nothing(&state, lang) };
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let number = |name: &str| field(name).parse().unwrap_or(0);
    let asked = Asked { rung: number("rung"), offer: field("offer").to_owned(), page: number("page") };
    let accepted =
        Accepted { what: field("accept"), by: me.member.id.as_str(), seen: field("seen").parse().unwrap_or(u32::MAX) };
    let said = accepted.make(&state, lang, &mut seat, asked.rung).await?;
    answer(&state, lang, &seat, &asked, said).await
}

/// What someone accepts: « all », a number, or a number and an idea.
struct Accepted<'a> {
    what: &'a str,
    by: &'a str,
    seen: u32,
}

impl Accepted<'_> {
    /// Makes what was accepted, each gesture as it still can be.
    async fn make(&self, state: &AppState, lang: Lang, seat: &mut Seat, rung: u32) -> Result<Said, Error> {
        let proposal = state.store.proposal(&seat.opened()?.known).await?;
        let wanted: Vec<Edit> =
            seat.opened()?.offers(rung, &proposal).iter().filter_map(|one| self.among(one)).collect();
        let mut done = 0;
        for gesture in wanted {
            if let Err(refused) = seat.wish(state, &Wish::Make(gesture), self.by, self.seen).await? {
                let alert = refusal(state, lang, seat, &refused).await?;
                return Ok(Said { alert, ..counted(lang, done) });
            }
            done += 1;
        }
        Ok(if done == 0 { Said::alert(lang.t("changes-none-left")) } else { counted(lang, done) })
    }

    /// What is accepted of a proposal.
    fn among(&self, (number, gesture): &(usize, Edit)) -> Option<Edit> {
        match self.what.split_once(' ') {
            Some((wanted, idea)) if wanted.parse() == Ok(*number) => only(gesture, &IdeaId::new(idea)),
            None if self.what == "all" || self.what.parse() == Ok(*number) => Some(gesture.clone()),
            _ => None,
        }
    }
}

/// How many gestures were made, in words.
fn counted(lang: Lang, done: usize) -> Said {
    Said { done: if done == 0 { String::new() } else { lang.n("rerun-accepted", done) }, ..Said::default() }
}

async fn answer(state: &AppState, lang: Lang, seat: &Seat, asked: &Asked, said: Said) -> Result<Response, Error> {
    let opened = seat.opened()?;
    let offers = opened.offers(asked.rung, &state.store.proposal(&opened.known).await?);
    let status = if said.alert.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let target = Target::Changes(asked.rung, asked.offer.clone(), asked.page);
    let page = Page::new(state, lang, target, lang.t("title-changes"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0))
        .within(lang.t("title-rerun"), Target::Rerun);
    let one = offers.iter().find(|(number, _)| asked.offer.parse() == Ok(*number));
    let html = match one {
        Some(one) => render(&One::new(page, opened, one, asked, said))?,
        None => render(&Changes::new(page, opened, &offers, asked.rung, said))?,
    };
    Ok(private(status, html))
}

fn outlook(opened: &Opened, offers: &Offers) -> Outlook {
    let gestures: Vec<Edit> = offers.iter().map(|(_, gesture)| gesture.clone()).collect();
    Outlook::of(&opened.bench.state, &gestures)
}

impl Changes {
    fn new(page: Page, opened: &Opened, offers: &Offers, rung: u32, said: Said) -> Self {
        let lang = page.lang;
        let outlook = outlook(opened, offers);
        let drawn = Drawn::new(lang, &opened.bench.state, &outlook);
        let (mut rows, mut lines) = (drawn.rows(), drawn.changes());
        let (more_rows, more_lines) = (rows.len().saturating_sub(ROWS), lines.len().saturating_sub(LINES));
        rows.truncate(ROWS);
        lines.truncate(LINES);
        let offer = |one: &(usize, Edit)| {
            let whole = Target::Changes(rung, one.0.to_string(), 1).in_lang(lang);
            (Offer::new(lang, opened, one, 0, IDEAS), whole)
        };
        let chosen = (rung as usize).checked_sub(1).and_then(|at| opened.partitions.rungs().get(at));
        Self {
            lead: chosen.map_or_else(|| lang.t("rerun-proposal-lead"), |rung| lang.n("changes-lead", rung.themes)),
            seen: opened.bench.last(),
            figures: drawn.figures().to_vec(),
            drawing: format!("{}.svg?rung={rung}", Target::Changes(0, String::new(), 1).in_lang(lang)),
            offers: offers.iter().take(PROPOSALS).map(offer).collect(),
            later: offers.len().saturating_sub(PROPOSALS),
            rows,
            more_rows,
            lines,
            more_lines,
            said,
            rung,
            page,
        }
    }
}

impl One {
    fn new(page: Page, opened: &Opened, one: &(usize, Edit), asked: &Asked, said: Said) -> Self {
        let lang = page.lang;
        let count = Offer::new(lang, opened, one, 0, 0).count;
        let pages = u32::try_from(count.div_ceil(ONE_BY_ONE).max(1)).unwrap_or(u32::MAX);
        let at = asked.page.clamp(1, pages);
        let rung = asked.rung;
        Self {
            offer: Offer::new(lang, opened, one, (at as usize - 1) * ONE_BY_ONE, ONE_BY_ONE),
            whole: Target::Changes(rung, String::new(), 1).in_lang(lang),
            pager: Pager::new(lang, at, pages, |page| Target::Changes(rung, asked.offer.clone(), page)),
            seen: opened.bench.last(),
            said,
            rung,
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;

    #[test]
    fn renders() {
        let opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let all: Vec<IdeaId> = opened.analysis.ideas.iter().map(|idea| idea.id.clone()).collect();
        let to = opened.bench.state.themes.keys().next_back().expect("a theme").clone();
        let proposal = [
            Edit::Move { ideas: all.clone(), to, proposed: true },
            Edit::Create { label: None, ideas: all, proposed: true },
        ];
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Changes(0, String::new(), 1));
            let offers = opened.offers(0, &proposal);
            let told = Changes::new(page(), &opened, &offers, 0, counted(lang, 2));
            assert!(told.offers.len() == 2 && !told.rows.is_empty() && !told.lines.is_empty());
            sample::check(&told);
            let asked = Asked { offer: "1".into(), ..Asked::default() };
            sample::check(&One::new(page(), &opened, &offers[1], &asked, Said::default()));
            let said = Said { alert: "rien".into(), ..Said::default() };
            let none = Changes::new(page(), &opened, &Offers::new(), 1, said);
            assert!(none.rows.is_empty());
            sample::check(&none);
        }
    }
}
