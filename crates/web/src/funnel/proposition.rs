//! A proposition: the words it comes from, how they were rewritten, who stands behind it.

use super::excerpt::Excerpt;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::motion::{Led, from_proposition};
use crate::page::{Page, capital, render};
use crate::pager::{At, Pager};
use crate::state::AppState;
use crate::url::{Target, slug};
use crate::{Error, reasons};
use arobase_domain::{Addressee, Proposition, PropositionId};
use arobase_store::{self as store, PropositionLink, PropositionView, Source};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/proposition.html")]
struct PropositionPage {
    page: Page,
    proposition: Proposition,
    question: String,
    theme: String,
    /// What is named, as « Demandé à : », and who.
    named: Vec<(String, String)>,
    against: Vec<PropositionLink>,
    /// The clauses of the motion that took it up.
    led: Vec<Led>,
    source: Excerpt,
    rules: Vec<Rule>,
    sources: Vec<Excerpt>,
    total: u64,
    pager: Pager,
}

struct Rule {
    id: String,
    text: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::PROPOSITIONS, "/{id}", Access::Public, get(show))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Result<Html<String>, Error> {
    let id = PropositionId::new(id);
    let view = state.store.proposition(&state.edition.id, &id).await?.ok_or_else(Error::not_found)?;
    let sources = state.store.proposition_sources(&state.edition.id, &id, at.page()).await?;
    let led = from_proposition(&state, lang, &id).await?;
    let page = Page::new(&state, lang, Target::Proposition(id, at.page()), capital(&view.proposition.text))
        .within(lang.t("title-propositions"), Target::Propositions)
        .quoting();
    render(&PropositionPage { led, ..PropositionPage::new(page, view, sources) })
}

impl PropositionPage {
    fn new(page: Page, view: PropositionView, sources: store::Page<Source>) -> Self {
        let lang = page.lang;
        let proposition = view.proposition;
        let pager = Pager::of(lang, &sources, |at| Target::Proposition(proposition.id.clone(), at));
        let rule = |id: &String| Rule { text: reasons::rule(lang, id), id: id.clone() };
        let others = sources.items.into_iter().filter(|source| source.idea.id != proposition.source);
        Self {
            named: named(lang, &view.addressees),
            against: view.opposed,
            led: Vec::new(),
            source: Excerpt::new(lang, &view.source, proposition.source_span),
            rules: proposition.rules.iter().map(rule).collect(),
            sources: others.map(|source| Excerpt::of_idea(lang, &source)).collect(),
            total: sources.total.saturating_sub(1),
            question: view.question,
            theme: view.theme,
            page,
            proposition,
            pager,
        }
    }
}

/// Who the source names, one line a role.
fn named(lang: Lang, addressees: &[Addressee]) -> Vec<(String, String)> {
    let roles = [("actor", "proposition-actor"), ("level", "proposition-level"), ("public", "proposition-public")];
    let line = |(role, title)| {
        let names = addressees.iter().filter(|one| one.role == role).map(|one| lang.it("proposition-named", &one.key));
        (lang.t(title), names.collect::<Vec<_>>().join(", "))
    };
    roles.into_iter().map(line).filter(|(_, names)| !names.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use arobase_domain::{IdeaId, Span};

    fn view() -> PropositionView {
        PropositionView {
            proposition: sample::proposition(),
            question: sample::question().wording,
            theme: sample::theme().label,
            source: sample::source(),
            opposed: vec![sample::link()],
            addressees: vec![sample::addressee()],
        }
    }

    #[test]
    fn renders_with_its_source_marked() {
        for &lang in Lang::ALL {
            let mut second = sample::source();
            second.idea.id = IdeaId::new("8.1");
            let sources = store::Page { items: vec![sample::source(), second], number: 1, total: 2 };
            let page = PropositionPage::new(sample::page(lang, Target::Propositions), view(), sources);
            assert_eq!(page.sources.len(), 1, "the source is not told twice");
            sample::check(&page);
        }
    }

    #[test]
    fn the_passage_is_highlighted() {
        let excerpt = Excerpt::new(Lang::Fr, &sample::source(), Span { start: 8, end: 24 });
        assert_eq!(excerpt.marked, "ouvrir un espace");
    }
}
