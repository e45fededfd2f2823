//! A theme, opened on its verbatims.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, capital, render};
use crate::signed::all;
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::{ContributionId, Theme, ThemeId};
use arobase_store::{PropositionLink, ThemeView, Verbatim};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/theme.html")]
struct ThemePage {
    page: Page,
    theme: Theme,
    question: String,
    stability: &'static str,
    verbatims: Vec<Group>,
    propositions: Vec<PropositionLink>,
}

struct Group {
    id: &'static str,
    title: String,
    explanation: String,
    rows: Vec<Quote>,
}

struct Quote {
    text: String,
    contribution: ContributionId,
    by: String,
    url: Url,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::THEMES, "/{id}", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let found = state.store.theme(&state.edition.id, &ThemeId::new(id)).await?;
    let view = found.ok_or_else(Error::not_found)?;
    let page = Page::new(&state, lang, Target::Theme(view.theme.id.clone()), capital(&view.theme.label))
        .within(lang.t("title-themes"), Target::Themes)
        .quoting();
    render(&ThemePage::new(page, view))
}

impl ThemePage {
    fn new(page: Page, view: ThemeView) -> Self {
        let lang = page.lang;
        let groups = [
            ("typical", "theme-typical", "theme-typical-text", view.typical),
            ("marginal", "theme-marginal", "theme-marginal-text", view.marginal),
            ("bridging", "theme-bridging", "theme-bridging-text", view.bridging),
        ];
        let group = |(id, title, text, rows): (_, _, _, Vec<Verbatim>)| Group {
            id,
            title: lang.t(title),
            explanation: lang.t(text),
            rows: rows.into_iter().map(|verbatim| Quote::new(lang, verbatim)).collect(),
        };
        Self {
            page,
            stability: stability(view.theme.stability),
            theme: view.theme,
            question: view.question.wording,
            verbatims: groups.into_iter().filter(|(.., rows)| !rows.is_empty()).map(group).collect(),
            propositions: view.propositions,
        }
    }
}

impl Quote {
    fn new(lang: Lang, verbatim: Verbatim) -> Self {
        let contribution = verbatim.idea.contribution;
        Self {
            text: verbatim.idea.text,
            by: all(lang, verbatim.author.as_ref(), &verbatim.beside),
            url: Target::Contribution(contribution.clone()).in_lang(lang),
            contribution,
        }
    }
}

/// The sentence that tells a stability: solid from .75, fragile from .5 (analysis.md §3.10).
fn stability(value: f64) -> &'static str {
    match value {
        0.75.. => "theme-solid",
        0.5.. => "theme-fragile",
        _ => "theme-uncertain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let view = ThemeView {
                theme: sample::theme(),
                question: sample::question(),
                propositions: vec![sample::link()],
                typical: vec![sample::verbatim()],
                marginal: vec![sample::verbatim()],
                bridging: Vec::new(),
            };
            let page = ThemePage::new(sample::page(lang, Target::Theme(view.theme.id.clone())), view);
            assert_eq!(page.verbatims.len(), 2);
            sample::check(&page);
        }
    }

    #[test]
    fn stability_is_told_in_words() {
        assert_eq!(
            [1.0, 0.75, 0.74, 0.5, 0.49, 0.0].map(stability),
            ["theme-solid", "theme-solid", "theme-fragile", "theme-fragile", "theme-uncertain", "theme-uncertain"]
        );
    }
}
