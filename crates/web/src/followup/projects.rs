//! The territories that recognise their project in the motion, for everyone: a list, a map, a page each, and a card to put on one's own site.

use super::matter::Matter;
use super::told;
use crate::Error;
use crate::envelope::Framed;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::pager::{At, Pager};
use crate::state::{AppState, day};
use crate::url::{Sequel, Target, Url, slug};
use arobase_domain::Section;
use arobase_domain::territory::territory;
use arobase_publish::france;
use arobase_store::Recognition;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use std::collections::BTreeMap;

/// Projects on a page.
const SHOWN: usize = 40;
/// Least numbers of territories of the darker shades of the map.
const SHADES: [usize; 2] = [2, 5];
/// A card is a text that anyone may frame, with our style alone.
const CARD: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

#[derive(Template)]
#[template(path = "followup/projects.html")]
struct Projects {
    page: Page,
    /// Whether the motion is published.
    open: bool,
    count: String,
    lines: Vec<Line>,
    /// Sections, with the territories that recognise themselves in them.
    sections: Vec<(String, String)>,
    /// What the shades of the map mean.
    legend: Vec<(usize, String)>,
    pager: Pager,
}

/// A territory, in words.
struct Line {
    name: String,
    url: Url,
    joins: String,
}

#[derive(Template)]
#[template(path = "followup/project.html")]
struct Project {
    page: Page,
    shown: Shown,
    /// What one pastes on one's own site.
    snippet: String,
}

#[derive(Template)]
#[template(path = "followup/card.html")]
struct Card {
    lang: Lang,
    edition: String,
    fictional: bool,
    shown: Shown,
    address: String,
}

/// A project and what it joins.
struct Shown {
    name: String,
    joins: String,
    since: String,
    project: String,
    link: String,
    /// Clauses: number and words, where each is.
    clauses: Vec<(String, String)>,
}

pub(super) fn gestures() -> [Gesture; 4] {
    [
        Gesture::page(slug::PROJECTS, "", Access::Public, get(show)),
        Gesture::page(slug::PROJECTS, "/{id}", Access::Public, get(one)),
        Gesture::page(slug::PROJECTS, "/{id}/card", Access::Public, get(card)),
        Gesture::at(&["/fr/nos-projets.svg", "/en/our-projects.svg"], Access::Public, get(draw)),
    ]
}

async fn show(State(state): State<AppState>, In(lang): In, Query(at): Query<At>) -> Result<Html<String>, Error> {
    let page = Page::new(&state, lang, Target::Sequel(Sequel::Projects(at.page())), lang.t("title-projects"));
    let matter = Matter::published(&state).await?;
    let found = if matter.is_some() { state.store.recognitions(&state.edition.id).await? } else { Vec::new() };
    render(&Projects::new(page, matter.as_ref(), &found, at.page()))
}

async fn one(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let (matter, found) = found(&state, &id).await?;
    let shown = Shown::new(lang, &matter, &found);
    let here = Target::Sequel(Sequel::Project(id));
    let address = format!("{}{}", state.address, here.clone().in_lang(lang));
    let page = Page::new(&state, lang, here, shown.name.clone())
        .within(lang.t("title-projects"), Target::Sequel(Sequel::Projects(1)));
    render(&Project { snippet: snippet(&shown, &address), page, shown })
}

async fn card(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let (matter, found) = found(&state, &id).await?;
    let address = format!("{}{}", state.address, Target::Sequel(Sequel::Project(id)).in_lang(lang));
    let (edition, fictional) = (state.edition.name.clone(), state.edition.fictional);
    let card = Card { lang, edition, fictional, shown: Shown::new(lang, &matter, &found), address };
    let mut response = render(&card)?.into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CARD));
    Ok((Extension(Framed), response).into_response())
}

async fn draw(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let counts = departments(&state.store.recognitions(&state.edition.id).await?);
    let svg = france::departments(&lang.t("projects-map"), |code| shade(counts.get(code).copied().unwrap_or_default()));
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

async fn found(state: &AppState, id: &str) -> Result<(Matter, Recognition), Error> {
    let matter = Matter::published(state).await?.ok_or_else(Error::not_found)?;
    let all = state.store.recognitions(&state.edition.id).await?.into_iter();
    Ok((matter, all.into_iter().find(|one| one.id == id).ok_or_else(Error::not_found)?))
}

/// How many territories of each département recognise themselves.
fn departments(found: &[Recognition]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for code in found.iter().filter_map(|one| territory(&one.territory)?.department()) {
        *counts.entry(code).or_default() += 1;
    }
    counts
}

fn shade(count: usize) -> usize {
    if count == 0 { 0 } else { 2 + SHADES.partition_point(|least| *least <= count) }
}

/// The name of a territory, with its département.
pub(super) fn name(code: &str) -> String {
    territory(code).map_or_else(|| code.to_owned(), |one| one.to_string())
}

fn snippet(shown: &Shown, address: &str) -> String {
    let name = shown.name.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!(
        "<iframe src=\"{address}/card\" title=\"{name}\" width=\"360\" height=\"260\" loading=\"lazy\"></iframe>\n<a href=\"{address}\">{name}</a>"
    )
}

impl Projects {
    fn new(page: Page, matter: Option<&Matter>, found: &[Recognition], at: u32) -> Self {
        let lang = page.lang;
        let pages = u32::try_from(found.len().div_ceil(SHOWN).max(1)).unwrap_or(u32::MAX);
        let at = at.clamp(1, pages);
        let line = |one: &Recognition| Line {
            name: name(&one.territory),
            url: Target::Sequel(Sequel::Project(one.id.clone())).in_lang(lang),
            joins: matter.map(|matter| joins(lang, matter, one)).unwrap_or_default(),
        };
        Self {
            open: matter.is_some(),
            count: lang.n("projects-count", found.len()),
            lines: found.iter().skip((at as usize - 1) * SHOWN).take(SHOWN).map(line).collect(),
            sections: matter.map(|matter| sections(lang, matter, found)).unwrap_or_default(),
            legend: legend(lang),
            pager: Pager::new(lang, at, pages, |at| Target::Sequel(Sequel::Projects(at))),
            page,
        }
    }
}

fn legend(lang: Lang) -> Vec<(usize, String)> {
    let [some, many] = SHADES;
    vec![
        (0, lang.t("projects-none")),
        (2, lang.n("projects-territories", 1_usize)),
        (3, lang.with("projects-between", [("from", lang.number(some)), ("to", lang.number(many - 1))])),
        (4, lang.it("projects-over", lang.number(many))),
    ]
}

/// The sections in which someone recognises themselves, and who.
fn sections(lang: Lang, matter: &Matter, found: &[Recognition]) -> Vec<(String, String)> {
    let told = |(at, section): (usize, &Section)| {
        let names: Vec<String> =
            found.iter().filter(|one| is_in(one, section)).map(|one| name(&one.territory)).collect();
        (told::section(lang, at + 1, section), names.join(", "))
    };
    let all = matter.motion.sections.iter().enumerate().map(told);
    all.filter(|(_, names)| !names.is_empty()).collect()
}

fn is_in(one: &Recognition, section: &Section) -> bool {
    section.clauses.iter().any(|clause| one.clauses.contains(&clause.id))
}

/// « Nos projets rejoignent l’axe 4 », or « les axes 1 et 4 ».
fn joins(lang: Lang, matter: &Matter, one: &Recognition) -> String {
    let sections = matter.motion.sections.iter().enumerate().filter(|(_, section)| is_in(one, section));
    let (numbers, kinds): (Vec<String>, Vec<_>) =
        sections.map(|(at, section)| (lang.number(at + 1), section.kind)).unzip();
    let kind = kinds.first().copied().unwrap_or_default();
    let (key, many) = (told::section_key(kind), numbers.len() > 1);
    let last = numbers.last().cloned().unwrap_or_default();
    let before = numbers[..numbers.len().saturating_sub(1)].join(", ");
    let all = if many { lang.with("list-and", [("before", before), ("last", last)]) } else { last };
    lang.it(if many { key.1 } else { key.0 }, all)
}

impl Shown {
    fn new(lang: Lang, matter: &Matter, one: &Recognition) -> Self {
        let clauses = matter.motion.numbered().filter(|(_, clause)| one.clauses.contains(&clause.id));
        let clause = |(number, clause): (usize, &arobase_domain::Clause)| {
            (format!("{number}. {}", told::clause(clause)), told::clause_url(lang, &clause.id))
        };
        Self {
            name: name(&one.territory),
            joins: joins(lang, matter, one),
            since: one.published_at.map(|at| day(lang, at)).unwrap_or_default(),
            project: one.project.clone(),
            link: one.link.clone(),
            clauses: clauses.map(clause).collect(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::matter::tests::matter;
    use super::*;
    use crate::sample;
    use arobase_domain::ClauseId;

    pub(in crate::followup) fn recognition(territory: &str, clauses: &[&str]) -> Recognition {
        Recognition {
            id: "p1".into(),
            territory: territory.into(),
            project: "Ouvrir un accueil numérique à la médiathèque.".into(),
            link: "https://nouans.example/projet".into(),
            clauses: clauses.iter().map(|id| ClauseId::new(*id)).collect(),
            at: sample::NOW,
            by: "m".into(),
            published_at: Some(sample::NOW),
        }
    }

    #[test]
    fn renders() {
        let found = [recognition("47001", &["e1", "e6"]), recognition("47002", &["e2"]), recognition("97411", &["e7"])];
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Sequel(Sequel::Projects(1)));
            let html = sample::check(&Projects::new(page(), Some(&matter()), &found, 1));
            assert!(html.contains("Agen (47)") && html.contains("<li class=\"shade4\">"), "{html}");
            sample::check(&Projects::new(page(), None, &[], 1));
            let many: Vec<Recognition> = (0..90).map(|_| found[0].clone()).collect();
            sample::check(&Projects::new(page(), Some(&matter()), &many, 2));
            let shown = || Shown::new(lang, &matter(), &found[0]);
            let html = sample::check(&Project {
                page: page(),
                snippet: snippet(&shown(), "https://a.example"),
                shown: shown(),
            });
            assert!(html.contains("&#60;iframe") || html.contains("&lt;iframe"), "{html}");
            let address = "https://a.example/fr/nos-projets/p1".to_owned();
            sample::check(&Card { lang, edition: "Congrès".into(), fictional: true, shown: shown(), address });
        }
        assert_eq!(joins(Lang::Fr, &matter(), &found[0]), "Nos projets rejoignent les axes 1 et 2");
        assert_eq!(joins(Lang::Fr, &matter(), &found[1]), "Nos projets rejoignent l’axe\u{a0}1");
    }

    #[test]
    fn the_map_is_darker_where_there_are_more() {
        let found = [recognition("47001", &["e1"]), recognition("47002", &["e1"]), recognition("R75", &["e1"])];
        let counts = departments(&found);
        assert_eq!(counts, BTreeMap::from([("47", 2)]));
        assert_eq!([0, 1, 2, 4, 5, 50].map(shade), [0, 2, 3, 3, 4, 4]);
    }
}
