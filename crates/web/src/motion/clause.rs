//! A clause of the text, and the words of contributions that it comes from.

use super::before::{Before, asked_before};
use super::public::clause_label;
use super::reading::called;
use crate::Error;
use crate::followup::{Testimonies, testimonies_of};
use crate::funnel::excerpt::Excerpt;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, Url};
use arobase_domain::motion::prose::{Block, blocks};
use arobase_domain::motion::{Motion, Source as From};
use arobase_domain::{ClauseId, Proposition};
use arobase_store::{self as store, Source};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;

#[derive(Template)]
#[template(path = "motion/clause.html")]
struct ClausePage {
    page: Page,
    called: String,
    id: ClauseId,
    section: String,
    blocks: Vec<Block>,
    asked: Option<Before>,
    /// Propositions that it comes from: address and words.
    from: Vec<(Url, String)>,
    /// What members say of it.
    done: Testimonies,
    total: u64,
    excerpts: Vec<Excerpt>,
    pager: Pager,
    before: Option<(Url, String)>,
    after: Option<(Url, String)>,
}

pub(super) async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Result<Html<String>, Error> {
    let id = ClauseId::new(id);
    let published = state.store.published_motion(&state.edition.id).await?;
    let (version, written) = published.ok_or_else(Error::not_found)?;
    let motion = written.motion;
    let (number, _) = motion.clause(&id).ok_or_else(Error::not_found)?;
    let sources = state.store.clause_sources(&state.edition.id, version.number, &id, at.page()).await?;
    let propositions = state.store.propositions(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::MotionClause(id.clone(), at.page()), lang.it("motion-clause", number))
        .within(lang.t("title-motion"), Target::Motion);
    let shown = ClausePage::new(page, &motion, &id, &propositions, &sources).ok_or_else(Error::not_found)?;
    let asked = asked_before(&state, lang).await?.remove(&id);
    let done = testimonies_of(&state, lang, &id, at.page()).await?;
    let pages = sources.pages().max(done.pages);
    let pager = Pager::new(lang, at.page().min(pages), pages, |at| Target::MotionClause(id.clone(), at));
    render(&ClausePage { asked, done, pager, ..shown })
}

impl ClausePage {
    fn new(
        page: Page,
        motion: &Motion,
        id: &ClauseId,
        propositions: &[Proposition],
        sources: &store::Page<Source>,
    ) -> Option<Self> {
        let lang = page.lang;
        let (number, clause) = motion.clause(id)?;
        let (at, section) = motion.section_of(id)?;
        let named = |one: &&Proposition| clause.sources.contains(&From::Proposition(one.id.clone()));
        let link = |one: &Proposition| (page.to.proposition(&one.id), crate::page::sentence(&one.text));
        Some(Self {
            id: id.clone(),
            done: Testimonies::default(),
            called: called(lang, section.kind, at),
            section: section.title.clone(),
            blocks: blocks(&clause.text),
            asked: None,
            from: propositions.iter().filter(named).map(link).collect(),
            total: sources.total,
            pager: Pager::of(lang, sources, |at| Target::MotionClause(id.clone(), at)),
            excerpts: sources.items.iter().map(|source| Excerpt::of_idea(lang, source)).collect(),
            before: beside(lang, motion, number.checked_sub(1)),
            after: beside(lang, motion, Some(number + 1)),
            page,
        })
    }
}

/// The clause of a number, with its first words.
fn beside(lang: Lang, motion: &Motion, number: Option<usize>) -> Option<(Url, String)> {
    let (number, clause) = motion.numbered().find(|(at, _)| Some(*at) == number)?;
    Some((Target::MotionClause(clause.id.clone(), 1).in_lang(lang), clause_label(number, &clause.text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders_with_its_sources_and_its_neighbours() {
        for &lang in Lang::ALL {
            let sources = store::Page { items: vec![sample::source()], number: 1, total: 1 };
            let motion = sample::motion();
            let shown = |id: &str, sources| {
                ClausePage::new(
                    sample::page(lang, Target::Motion),
                    &motion,
                    &ClauseId::new(id),
                    &[sample::proposition()],
                    sources,
                )
            };
            let page = shown("e1", &sources).expect("there");
            assert!(page.before.is_none() && page.after.is_some());
            assert_eq!(page.from.len(), 1);
            let year = |year: &str| (year.to_owned(), format!("Congrès {year}"), format!("/{year}/fr/motion/e1"));
            let links = ["2019", "2022", "2025"].map(year).into();
            let html = sample::check(&ClausePage { asked: Some(Before { since: None, links }), ..page });
            let said = |open| Testimonies {
                open,
                lines: vec![("Anne Roux, maire".into(), "hier".into(), "Le guichet est ouvert.".into())],
                pages: 1,
            };
            let page = shown("e1", &sources).expect("there");
            let spoken = sample::check(&ClausePage { done: said(false), ..page });
            assert!(spoken.contains("Anne Roux") && !spoken.contains("/e1\">"), "{spoken}");
            let page = shown("e1", &sources).expect("there");
            assert!(sample::check(&ClausePage { done: said(true), ..page }).contains("/e1\">"));
            assert!(html.contains("href=\"/2022/fr/motion/e1\""), "{html}");
            assert!(shown("e99", &store::Page { items: Vec::new(), number: 1, total: 0 }).is_none());
        }
    }
}
