//! All themes, question by question.

use crate::Error;
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
#[template(path = "funnel/themes.html")]
struct Themes {
    page: Page,
    groups: Vec<Group>,
}

struct Group {
    question: Question,
    themes: Vec<Theme>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::THEMES, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let questions = state.store.questions(&state.edition.id).await?;
    let themes = state.store.all_themes(&state.edition.id).await?;
    let group = |question: Question| Group {
        themes: themes.iter().filter(|theme| theme.question == question.id).cloned().collect(),
        question,
    };
    let page = Page::new(&state, lang, Target::Themes, lang.t("title-themes"));
    render(&Themes { page, groups: questions.into_iter().map(group).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let group = Group { question: sample::question(), themes: vec![sample::theme()] };
            sample::check(&Themes { page: sample::page(lang, Target::Themes), groups: vec![group] });
        }
    }
}
