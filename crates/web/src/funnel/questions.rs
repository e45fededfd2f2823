//! The structuring questions, each with its themes.

use crate::Error;
use crate::funnel::overview::selected;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Question, Theme};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/questions.html")]
struct Questions {
    page: Page,
    questions: Vec<Row>,
}

struct Row {
    question: Question,
    themes: Vec<Theme>,
    propositions: usize,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::QUESTIONS, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let edition = &state.edition.id;
    let questions = state.store.questions(edition).await?;
    let themes = state.store.all_themes(edition).await?;
    let propositions = selected(state.store.propositions(edition).await?);
    let row = |question: Question| Row {
        themes: themes.iter().filter(|theme| theme.question == question.id).cloned().collect(),
        propositions: propositions.iter().filter(|proposition| proposition.question == question.id).count(),
        question,
    };
    let page = Page::new(&state, lang, Target::Questions, lang.t("title-questions"));
    render(&Questions { page, questions: questions.into_iter().map(row).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let row = Row { question: sample::question(), themes: vec![sample::theme()], propositions: 1 };
            sample::check(&Questions { page: sample::page(lang, Target::Questions), questions: vec![row] });
            sample::check(&Questions { page: sample::page(lang, Target::Questions), questions: Vec::new() });
        }
    }
}
