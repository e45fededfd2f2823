//! The home page: where the edition stands, what one can do, what has become of what was said.

use crate::edition::{Clocks, clocks, phase_dates, phase_name};
use crate::funnel::drawing;
use crate::funnel::overview::{Stage, stages};
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::Target;
use crate::{Error, funnel};
use arobase_domain::{Edition, GuidingQuestion, Question};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    motto: String,
    phases: Vec<PhaseLine>,
    clocks: Option<Clocks>,
    asked: Vec<Asked>,
    contributing: bool,
    received: u64,
    waiting: u64,
    flow: Option<Flow>,
    questions: Vec<QuestionLine>,
    /// « Adoptée le 6 octobre 2026 à Paris » and the number of its clauses, once everyone can read it.
    adopted: Option<[String; 2]>,
}

/// What the edition asks: the words, and their language where it is not that of the page.
pub(crate) type Asked = (String, Option<Lang>);

struct PhaseLine {
    name: String,
    dates: String,
    current: bool,
}

struct Flow {
    drawing: String,
    sentence: String,
    steps: Vec<Stage>,
}

/// A question with its number of propositions.
pub(crate) struct QuestionLine {
    pub(crate) question: Question,
    pub(crate) propositions: usize,
}

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![Gesture::at(&["/"], Access::Public, get(choose)), Gesture::at(&["/fr", "/en"], Access::Public, get(show))]
}

/// Sends to the home page of the language that the browser prefers.
async fn choose(headers: HeaderMap) -> Response {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let home = Target::Home.in_lang(Lang::preferred(wanted)).to_string();
    ([(header::VARY, "accept-language")], Redirect::to(&home)).into_response()
}

pub(crate) async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let now = state.now();
    let overview = funnel::overview::Overview::load(&state).await?;
    let flow = overview.has_run().then(|| Flow {
        drawing: drawing::linked(lang, &overview.figure),
        sentence: overview.sentence(lang),
        steps: stages(lang, &overview.figure),
    });
    render(&Home {
        page: Page::new(&state, lang, Target::Home, lang.t("title-home")),
        motto: state.edition.motto.clone(),
        phases: phases(lang, &state.edition, now),
        clocks: clocks(lang, &state.edition, now),
        asked: asked(lang, &state.edition),
        contributing: state.edition.collects(now),
        received: overview.received,
        waiting: overview.waiting(),
        flow,
        questions: overview
            .questions
            .into_iter()
            .map(|line| QuestionLine { question: line.question, propositions: line.propositions })
            .collect(),
        adopted: crate::motion::headline(&state, lang).await?,
    })
}

fn phases(lang: Lang, edition: &Edition, now: i64) -> Vec<PhaseLine> {
    let line = |phase: &arobase_domain::Phase| PhaseLine {
        name: phase_name(lang, phase.kind),
        dates: phase_dates(lang, &edition.settings.time_zone, phase),
        current: phase.holds(now),
    };
    edition.phases.iter().map(line).collect()
}

/// The guiding questions; those that nobody translated stay in French.
pub(crate) fn asked(lang: Lang, edition: &Edition) -> Vec<Asked> {
    let words = |question: &GuidingQuestion| match lang {
        Lang::En if !question.en.is_empty() => (question.en.clone(), None),
        Lang::En => (question.fr.clone(), Some(Lang::Fr)),
        Lang::Fr => (question.fr.clone(), None),
    };
    edition.settings.questions.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn sample(lang: Lang) -> Home {
        Home {
            page: sample::page(lang, Target::Home),
            motto: "De chaque commune, une idée".into(),
            phases: phases(lang, &sample::edition(), sample::NOW),
            clocks: clocks(lang, &sample::edition(), sample::NOW),
            asked: asked(lang, &sample::edition()),
            contributing: true,
            received: 492,
            waiting: 2,
            flow: Some(Flow { drawing: String::new(), sentence: "492 → 29".into(), steps: Vec::new() }),
            questions: vec![QuestionLine { question: sample::question(), propositions: 7 }],
            adopted: Some(["Adoptée".into(), "29 énoncés".into()]),
        }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            sample::check(&sample(lang));
        }
        insta::assert_snapshot!(sample::text(&sample(Lang::Fr)));
    }

    #[test]
    fn a_question_that_nobody_translated_stays_in_french() {
        let words: Vec<_> = asked(Lang::En, &sample::edition());
        assert_eq!(
            words,
            [("What is missing in your commune?".to_owned(), None), ("Et après ?".to_owned(), Some(Lang::Fr))]
        );
        assert_eq!(asked(Lang::Fr, &sample::edition())[0].1, None);
    }

    #[test]
    fn phases_are_days_of_the_place() {
        let mut edition = sample::edition();
        edition.settings.time_zone = "Indian/Reunion".into();
        edition.phases[0].starts_at -= 2 * 3_600_000; // midnight comes two hours earlier there
        assert!(phases(Lang::Fr, &edition, sample::NOW)[0].dates.contains("1ᵉʳ"));
    }

    #[test]
    fn the_current_phase_is_marked_and_ends_the_day_before_the_next() {
        let phases = phases(Lang::Fr, &sample::edition(), sample::NOW);
        assert_eq!(phases.iter().filter(|phase| phase.current).count(), 1);
        assert!(phases[0].dates.ends_with("30\u{a0}septembre\u{a0}2026"), "{}", phases[0].dates);
    }
}
