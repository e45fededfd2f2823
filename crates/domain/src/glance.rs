//! What a bench leads to, for who looks on while people class: nothing has to be finished first.

use crate::analysis::Analysis;
use crate::curated::{Missing, curated};
use crate::edits::{Asked, Decision, State};
use crate::id::QuestionId;
use std::collections::BTreeMap;

/// What stands where people have not decided yet.
#[derive(Debug, Clone, Copy)]
pub struct Pending<'a> {
    /// The wording of the question of themes that are under none.
    pub question: &'a str,
    /// The label of themes that have none.
    pub label: &'a str,
}

/// The question of themes that are under none; the engine and people number theirs from 1.
const NONE: &str = "q0";

/// The analysis of a run as people have changed it so far: themes under no question are under one that says so, after the others; propositions whose source is in no theme
/// are left out. Authors and territories are not counted.
pub fn glance(run: &Analysis, state: &State, pending: Pending<'_>) -> Analysis {
    let (mut whole, missing, none) = (state.clone(), Missing::of(state), QuestionId::new(NONE));
    if !missing.themes.is_empty() {
        let asked = Asked { wording: pending.question.to_owned(), candidates: Vec::new(), place: u32::MAX };
        whole.questions.insert(none.clone(), asked);
    }
    for (id, held) in &mut whole.themes {
        if missing.themes.contains(id) {
            held.question = Some(none.clone());
        }
        if missing.names.contains(id) {
            held.label = Some(pending.label.to_owned());
        }
    }
    for id in &missing.propositions {
        if let Some(worded) = whole.propositions.get_mut(id) {
            worded.decision = Decision::Aside(String::new());
        }
    }
    curated(run, &whole, &BTreeMap::new()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::Standing;
    use crate::{
        ContributionId, Idea, IdeaId, IdeaStatus, Proposition, PropositionId, Question, Rank, Span, Support, Theme,
        ThemeId,
    };

    const PENDING: Pending<'_> = Pending { question: "Sous aucune question", label: "Sans nom" };

    fn run() -> Analysis {
        let idea = |at: u32| Idea {
            id: IdeaId::new(format!("{at}.1")),
            contribution: ContributionId::numbered(at),
            status: IdeaStatus::Classed,
            theme: Some(ThemeId::new("t01")),
            ..Idea::default()
        };
        let theme = Theme {
            id: ThemeId::new("t01"),
            question: QuestionId::new("q1"),
            label: "fibre".into(),
            keywords: Vec::new(),
            support: Support::default(),
            stability: 1.0,
            label_coverage: 1.0,
        };
        let wording = "Comment relier les villages ?".into();
        let question =
            Question { id: QuestionId::new("q1"), wording, candidates: Vec::new(), support: Support::default() };
        let proposition = Proposition {
            id: PropositionId::new("p01"),
            question: QuestionId::new("q1"),
            theme: ThemeId::new("t01"),
            text: "relier les villages".into(),
            source: IdeaId::new("2.1"),
            source_span: Span::default(),
            rules: Vec::new(),
            justification: String::new(),
            ideas: vec![IdeaId::new("2.1")],
            support: Support::default(),
            rank: Rank::Main,
        };
        Analysis {
            ideas: vec![idea(1), idea(2)],
            themes: vec![theme],
            questions: vec![question],
            propositions: vec![proposition],
            ..Analysis::default()
        }
    }

    #[test]
    fn what_is_not_finished_is_shown_all_the_same() {
        let run = run();
        let mut state = State::whole(&run, 1.0);
        assert_eq!(glance(&run, &state, PENDING).propositions.len(), 1);
        let held = state.themes.get_mut(&ThemeId::new("t01")).expect("there");
        (held.question, held.label) = (None, None);
        state.ideas.insert(IdeaId::new("2.1"), Standing { status: IdeaStatus::ToSort, ..Standing::default() });
        assert!(!Missing::of(&state).is_nothing());
        let seen = glance(&run, &state, PENDING);
        assert_eq!(
            (seen.themes.len(), seen.themes[0].label.as_str(), seen.themes[0].support.ideas),
            (1, "Sans nom", 1)
        );
        assert_eq!((seen.questions.len(), seen.questions[0].wording.as_str()), (1, "Sous aucune question"));
        assert!(seen.propositions.is_empty());
    }
}
