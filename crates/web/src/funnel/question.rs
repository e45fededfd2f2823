//! A structuring question: its three wordings, its propositions, its themes.

use crate::Error;
use crate::funnel::overview::selected;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Proposition, Question, QuestionId, Theme};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/question.html")]
struct QuestionPage {
    page: Page,
    question: Question,
    themes: Vec<Theme>,
    propositions: Vec<Proposition>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::QUESTIONS, "/{id}", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Html<String>, Error> {
    let (edition, id) = (&state.edition.id, QuestionId::new(id));
    let found = state.store.questions(edition).await?.into_iter().find(|question| question.id == id);
    let question = found.ok_or_else(Error::not_found)?;
    let themes = state.store.themes(edition, &id).await?;
    let mut propositions = selected(state.store.propositions(edition).await?);
    propositions.retain(|proposition| proposition.question == id);
    let page = Page::new(&state, lang, Target::Question(id), question.wording.clone())
        .within(lang.t("title-questions"), Target::Questions)
        .quoting();
    render(&QuestionPage { page, question, themes, propositions })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let question = sample::question();
            let page = sample::page(lang, Target::Question(question.id.clone()));
            let (themes, propositions) = (vec![sample::theme()], vec![sample::proposition()]);
            sample::check(&QuestionPage { page, question, themes, propositions });
        }
    }
}
