//! The funnel, drawn and in tables.

use super::drawing;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::{Proposition, Question, Rank};
use arobase_publish::funnel::{FunnelFigure, IdeaCounts, PropositionFigure, QuestionFigure, ThemeFigure};
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;

#[derive(Template)]
#[template(path = "funnel/overview.html")]
struct Funnel {
    page: Page,
    flow: Option<Flow>,
}

struct Flow {
    drawing: String,
    sentence: String,
    stages: Vec<Stage>,
    questions: Vec<Line>,
}

/// A step of the funnel.
pub(crate) struct Stage {
    pub(crate) url: Url,
    pub(crate) name: String,
    pub(crate) count: usize,
    how: String,
}

/// A question with what it gathers.
pub(crate) struct Line {
    pub(crate) question: Question,
    pub(crate) themes: usize,
    pub(crate) propositions: usize,
}

/// The figures of the funnel.
pub(crate) struct Overview {
    /// Contributions received so far, those that came after the run included.
    pub(crate) received: u64,
    /// What the run found.
    pub(crate) figure: FunnelFigure,
    /// Its questions.
    pub(crate) questions: Vec<Line>,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::FUNNEL, "", Access::Public, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    let overview = Overview::load(&state).await?;
    let page = Page::new(&state, lang, Target::Funnel, lang.t("title-funnel"));
    render(&Funnel { page, flow: overview.has_run().then(|| Flow::new(lang, overview)) })
}

impl Flow {
    fn new(lang: Lang, overview: Overview) -> Self {
        Self {
            drawing: drawing::linked(lang, &overview.figure),
            sentence: overview.sentence(lang),
            stages: stages(lang, &overview.figure),
            questions: overview.questions,
        }
    }
}

impl Overview {
    /// Five questions to the database, whatever the size of the edition.
    pub(crate) async fn load(state: &AppState) -> Result<Self, Error> {
        let edition = &state.edition.id;
        let ledger = state.store.ledger(edition).await?;
        let questions = state.store.questions(edition).await?;
        let themes = state.store.all_themes(edition).await?;
        let propositions = selected(state.store.propositions(edition).await?);
        let seen = ledger
            .reasons
            .iter()
            .filter(|(_, reason, _)| !["received", "revised"].contains(&reason.as_str()))
            .map(|(.., count)| *count as usize);
        let figure = FunnelFigure {
            contributions: seen.sum(),
            ideas: IdeaCounts {
                classed: ledger.ideas.classed as usize,
                to_sort: ledger.ideas.to_sort as usize,
                off_topic: ledger.ideas.off_topic as usize,
                empty: ledger.ideas.empty as usize,
            },
            themes: themes.into_iter().map(theme_figure).collect(),
            questions: questions.iter().map(question_figure).collect(),
            propositions: propositions.into_iter().map(proposition_figure).collect(),
        };
        let questions = questions.into_iter().map(|question| Line::new(question, &figure)).collect();
        Ok(Self { received: ledger.contributions.received, figure, questions })
    }

    pub(crate) fn has_run(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Contributions that the run has not seen.
    pub(crate) fn waiting(&self) -> u64 {
        self.received.saturating_sub(self.figure.contributions as u64)
    }

    /// The funnel in one sentence.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        let figure = &self.figure;
        lang.with(
            "funnel-sentence",
            [
                ("contributions", lang.n("contributions-count", figure.contributions)),
                ("ideas", lang.n("ideas-count", figure.ideas.total())),
                ("themes", lang.n("themes-count", figure.themes.len())),
                ("questions", lang.n("questions-count", figure.questions.len())),
                ("propositions", lang.n("propositions-count", figure.propositions.len())),
            ],
        )
    }
}

impl Line {
    fn new(question: Question, figure: &FunnelFigure) -> Self {
        Self {
            themes: figure.themes.iter().filter(|theme| theme.question == question.id).count(),
            propositions: figure.propositions.iter().filter(|proposition| proposition.question == question.id).count(),
            question,
        }
    }
}

/// The propositions that were selected, the annex left out.
pub(crate) fn selected(propositions: Vec<Proposition>) -> Vec<Proposition> {
    propositions.into_iter().filter(|proposition| proposition.rank != Rank::WeakSignal).collect()
}

fn theme_figure(theme: arobase_domain::Theme) -> ThemeFigure {
    ThemeFigure { id: theme.id, question: theme.question, label: theme.label, ideas: theme.support.ideas }
}

fn question_figure(question: &Question) -> QuestionFigure {
    QuestionFigure { id: question.id.clone(), wording: question.wording.clone(), ideas: question.support.ideas }
}

fn proposition_figure(proposition: Proposition) -> PropositionFigure {
    let Proposition { id, question, theme, support, .. } = proposition;
    PropositionFigure { id, question, theme, ideas: support.ideas }
}

/// The five steps, from what was received to what is proposed.
pub(crate) fn stages(lang: Lang, figure: &FunnelFigure) -> Vec<Stage> {
    let stage = |target: Target, name: &str, how: &str, count| Stage {
        url: target.in_lang(lang),
        name: lang.t(name),
        how: lang.t(how),
        count,
    };
    vec![
        stage(Target::contributions(), "title-contributions", "funnel-how-contributions", figure.contributions),
        stage(Target::Ledger, "funnel-stage-ideas", "funnel-how-ideas", figure.ideas.total()),
        stage(Target::Themes, "title-themes", "funnel-how-themes", figure.themes.len()),
        stage(Target::Questions, "title-questions", "funnel-how-questions", figure.questions.len()),
        stage(Target::Propositions, "title-propositions", "funnel-how-propositions", figure.propositions.len()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn overview() -> Overview {
        let propositions: Vec<_> = [sample::proposition()].into_iter().map(proposition_figure).collect();
        let figure = FunnelFigure {
            contributions: 492,
            ideas: IdeaCounts { classed: 1100, to_sort: 90, off_topic: 30, empty: 20 },
            themes: vec![theme_figure(sample::theme())],
            questions: vec![question_figure(&sample::question())],
            propositions,
        };
        Overview { received: 495, questions: vec![Line::new(sample::question(), &figure)], figure }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Funnel);
            sample::check(&Funnel { page: page(), flow: Some(Flow::new(lang, overview())) });
            sample::check(&Funnel { page: page(), flow: None });
        }
    }

    #[test]
    fn what_came_after_the_run_waits() {
        assert_eq!(overview().waiting(), 3);
    }

    #[test]
    fn the_funnel_in_one_sentence() {
        insta::assert_snapshot!(overview().sentence(Lang::En));
    }
}
