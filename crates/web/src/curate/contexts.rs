//! The concordance: every place where words are said, one under the other, with what stands around them.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use super::view::{open_at, title};
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::pager::Pager;
use crate::state::AppState;
use crate::url::{Kwic, Target, Url, slug};
use arobase_domain::piles::Pile;
use arobase_store::Signed;
use arobase_text::concordance::{self, Query, concordance};
use arobase_text::stem::fold;
use askama::Template;
use axum::Extension;
use axum::extract::{Query as Asked, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeSet;

/// Places shown at once.
const SHOWN: usize = 40;

/// Characters on each side.
const AROUND: usize = 64;

/// By what lines are ordered.
const ORDERS: [(&str, &str); 3] =
    [("", "contexts-order-none"), ("left", "contexts-order-left"), ("right", "contexts-order-right")];

#[derive(Template)]
#[template(path = "curate/contexts.html")]
struct Contexts {
    page: Page,
    asked: Kwic,
    orders: Vec<(&'static str, String, bool)>,
    /// The name of the pile looked in; empty for all ideas.
    pile: String,
    /// Places and ideas, in words; empty where nothing was asked.
    found: String,
    /// Why nothing can be looked for.
    alert: String,
    lines: Vec<Line>,
    /// The ideas found, as a pile.
    ideas: Url,
    pager: Pager,
}

/// One place.
struct Line {
    id: String,
    url: Url,
    left: String,
    keyword: String,
    right: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::CONTEXTS, "", OPEN_TO, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Asked(asked): Asked<Kwic>,
) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let page = Page::new(&state, lang, Target::Contexts(asked.clone()), lang.t("title-contexts"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    let contexts = Contexts::new(page, seat.opened()?, me.member.id.as_str(), asked);
    Ok(private(StatusCode::OK, render(&contexts)?))
}

impl Contexts {
    fn new(page: Page, opened: &Opened, me: &str, asked: Kwic) -> Self {
        let lang = page.lang;
        let pile: Option<Pile> = asked.pile.parse().ok();
        let query = Query::read(&asked.term);
        let among = among(opened, pile.as_ref(), me);
        let found = query.as_ref().map(|query| places(opened, &among, query, &asked.order)).unwrap_or_default();
        let pages = u32::try_from(found.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        let at = asked.page.clamp(1, pages);
        let from = (at as usize - 1) * SHOWN;
        let ideas: BTreeSet<usize> = found.iter().map(|line| line.text).collect();
        let told = [("it", lang.n("contexts-places", found.len())), ("other", lang.n("ideas-count", ideas.len()))];
        let blank = asked.term.trim().is_empty();
        Self {
            orders: ORDERS.map(|(order, key)| (order, lang.t(key), order == asked.order)).to_vec(),
            pile: pile.map(|pile| title(lang, opened, &pile)).unwrap_or_default(),
            found: if query.is_some() { lang.with("contexts-found", told) } else { String::new() },
            alert: if query.is_none() && !blank { lang.t("contexts-nothing") } else { String::new() },
            lines: found.into_iter().skip(from).take(SHOWN).map(|line| Line::new(lang, opened, line)).collect(),
            ideas: Target::Bench(Pile::said(&asked.term).to_string(), String::new(), 0).in_lang(lang),
            pager: Pager::new(lang, at, pages, |page| Target::Contexts(Kwic { page, ..asked.clone() })),
            asked,
            page,
        }
    }
}

/// The ideas of a pile as `me` sees it, or all of them, in their order.
fn among(opened: &Opened, pile: Option<&Pile>, me: &str) -> Vec<usize> {
    let all = || (0..opened.analysis.ideas.len()).collect();
    let mut among: Vec<usize> = pile.map_or_else(all, |pile| opened.pile(pile, &opened.beside(me)));
    among.sort_unstable();
    among
}

/// Every place in these ideas, by what stands before or after, else in the order of the ideas; `text` is the place of the idea.
fn places(opened: &Opened, among: &[usize], query: &Query, order: &str) -> Vec<concordance::Line> {
    let ideas = &opened.analysis.ideas;
    let texts: Vec<&str> = among.iter().map(|&place| ideas[place].text.as_str()).collect();
    let mut lines = concordance(&texts, query, AROUND);
    for line in &mut lines {
        line.text = among[line.text];
    }
    match order {
        "left" => lines.sort_by_cached_key(|line| backwards(&line.left)),
        "right" => lines.sort_by_cached_key(|line| fold(line.right.trim())),
        _ => {}
    }
    lines
}

/// The words of a text, the last first.
fn backwards(text: &str) -> String {
    fold(text).split_whitespace().rev().collect::<Vec<_>>().join(" ")
}

impl Line {
    fn new(lang: Lang, opened: &Opened, line: concordance::Line) -> Self {
        let concordance::Line { text, left, keyword, right } = line;
        let id = &opened.analysis.ideas[text].id;
        Self { url: open_at(lang, opened, id), id: id.to_string(), left, keyword, right }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::RunId;
    use std::sync::Arc;

    fn page(lang: Lang, asked: Kwic) -> Contexts {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        for (place, idea) in Arc::make_mut(&mut opened.analysis).ideas.iter_mut().enumerate() {
            idea.text = format!("Idée {place}, un accueil {}", ["ouvert", "fermé", "Étendu"][place % 3]);
        }
        Contexts::new(sample::page(lang, Target::Contexts(Kwic::default())), &opened, "", asked)
    }

    #[test]
    fn renders() {
        let asked = |term: &str| Kwic { term: term.into(), order: "right".into(), ..Kwic::default() };
        for &lang in Lang::ALL {
            sample::check(&page(lang, Kwic::default()));
            let found = page(lang, asked("accueils"));
            let said: Vec<&str> = found.lines.iter().map(|line| line.right.trim()).collect();
            assert!(said.is_sorted_by_key(|said| fold(said)) && said.contains(&"Étendu"), "{said:?}");
            assert!(sample::check(&found).contains("<mark>accueil</mark>"));
            assert!(sample::check(&page(lang, asked("de la"))).contains("role=\"alert\""));
            sample::check(&page(lang, Kwic { pile: "t01".into(), ..asked("accueil") }));
        }
    }
}
