//! All selected propositions, question by question.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Proposition, Question, Rank};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/propositions.html")]
struct Propositions {
    page: Page,
    total: usize,
    groups: Vec<Group>,
    weak_signals: usize,
}

struct Group {
    question: Question,
    start: usize,
    propositions: Vec<Proposition>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::PROPOSITIONS, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let questions = state.store.questions(&state.edition.id).await?;
    let propositions = state.store.propositions(&state.edition.id).await?;
    let page = Page::new(&state, lang, Target::Propositions, lang.t("title-propositions"));
    render(&Propositions::new(page, questions, propositions))
}

impl Propositions {
    fn new(page: Page, questions: Vec<Question>, propositions: Vec<Proposition>) -> Self {
        let (annex, selected): (Vec<_>, Vec<_>) =
            propositions.into_iter().partition(|one| one.rank == Rank::WeakSignal);
        let mut start = 1;
        let mut groups = Vec::new();
        for question in questions {
            let propositions: Vec<_> = selected.iter().filter(|one| one.question == question.id).cloned().collect();
            let next = start + propositions.len();
            groups.push(Group { question, start, propositions });
            start = next;
        }
        groups.retain(|group| !group.propositions.is_empty());
        Self { page, total: selected.len(), groups, weak_signals: annex.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = sample::page(lang, Target::Propositions);
            sample::check(&Propositions::new(
                page,
                vec![sample::question()],
                vec![sample::proposition(), sample::weak_signal()],
            ));
        }
    }

    #[test]
    fn numbers_run_through_the_questions_and_leave_out_the_annex() {
        let second = Question { id: arobase_domain::QuestionId::new("q2"), ..sample::question() };
        let propositions = vec![
            sample::proposition(),
            sample::proposition(),
            Proposition { question: second.id.clone(), ..sample::proposition() },
            sample::weak_signal(),
        ];
        let page = sample::page(Lang::Fr, Target::Propositions);
        let built = Propositions::new(page, vec![sample::question(), second], propositions);
        assert_eq!(built.groups.iter().map(|group| group.start).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((built.total, built.weak_signals), (3, 1));
    }
}
