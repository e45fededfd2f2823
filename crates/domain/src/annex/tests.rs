//! What is told of a bench leads to the figures that the bench itself counts.

use super::*;
use crate::analysis::{Analysis, Idea, IdeaStatus, Proposition, Rank};
use crate::edits::{Bench, Cut, Gesture, Silent, State, Wish};
use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};
use crate::record::{IdeaRow, PropositionRow, Record, ThemeRow};
use crate::trace::Trace;
use proptest::prelude::*;
use std::collections::BTreeSet;

const IDEAS: u32 = 12;

fn id(at: u32) -> IdeaId {
    IdeaId::new(format!("{}.1", at % IDEAS + 1))
}

/// Twelve ideas: four of each of two themes, four in none; two propositions.
fn run() -> Analysis {
    let theme = |at: u32| (!at.is_multiple_of(3)).then(|| ThemeId::numbered(at % 3));
    let idea = |at: u32| Idea {
        id: id(at),
        status: if theme(at).is_some() { IdeaStatus::Classed } else { IdeaStatus::ToSort },
        text: "un deux".into(),
        span: crate::Span { start: 0, end: 7 },
        theme: theme(at),
        reason: "neighbours".into(),
        ..Idea::default()
    };
    let held = |at: u32| crate::Theme {
        id: ThemeId::numbered(at),
        question: QuestionId::new("q1"),
        label: format!("thème {at}"),
        keywords: Vec::new(),
        support: crate::Support::default(),
        stability: 0.0,
        label_coverage: 0.0,
    };
    let proposition = |at: u32| Proposition {
        id: PropositionId::new(format!("p{at}")),
        question: QuestionId::new("q1"),
        theme: ThemeId::numbered(at),
        text: format!("faire {at}"),
        source: id(at),
        source_span: crate::Span { start: 0, end: 2 },
        rules: Vec::new(),
        justification: String::new(),
        ideas: vec![id(at)],
        support: crate::Support::default(),
        rank: Rank::Main,
    };
    Analysis {
        ideas: (0..IDEAS).map(idea).collect(),
        themes: vec![held(1), held(2)],
        propositions: vec![proposition(1), proposition(2)],
        ..Analysis::default()
    }
}

/// What would be published of a state, as its tables tell it: only themes that hold something, no proposition that was set aside.
fn record(state: &State) -> Record {
    let ideas = state.ideas.keys().map(|id| IdeaRow { idea_id: id.clone(), ..IdeaRow::default() });
    let used: BTreeSet<&ThemeId> = state.ideas.values().filter_map(|stands| stands.theme.as_ref()).collect();
    let themes = used.into_iter().map(|id| ThemeRow { theme_id: id.clone(), ..ThemeRow::default() });
    let kept = state.propositions.iter().filter(|(_, one)| !matches!(one.decision, crate::edits::Decision::Aside(_)));
    let propositions = kept.map(|(id, _)| published(id));
    Record {
        ideas: ideas.collect(),
        themes: themes.collect(),
        propositions: propositions.collect(),
        ..Record::default()
    }
}

fn published(id: &PropositionId) -> PropositionRow {
    PropositionRow {
        proposition_id: id.clone(),
        question_id: QuestionId::default(),
        theme_id: ThemeId::default(),
        text: String::new(),
        source_idea_id: IdeaId::default(),
        rules: String::new(),
        ideas: 0,
        contributions: 0,
        authors: 0,
        territories: 0,
        authors_dedup: 0,
        minority: false,
        rank: Rank::Main,
        source_start: 0,
        source_end: 0,
        opposed_to: String::new(),
    }
}

fn wish((what, one, other): (u32, u32, u32)) -> Wish {
    let (ideas, theme) = (vec![id(one), id(other)], |at: u32| ThemeId::numbered(at % 5 + 1));
    let (label, proposition) = (format!("nom {}", one % 2), PropositionId::new(format!("p{}", other % 3 + 1)));
    Wish::Make(match what {
        0 => return Wish::Undo,
        1 => return Wish::Redo,
        2 => Gesture::Accept { ideas },
        3 => Gesture::Move { ideas, to: theme(other), proposed: one % 2 == 0 },
        4 => Gesture::OffTopic { ideas },
        5 => Gesture::ToSort { ideas },
        6 => Gesture::Rename { theme: theme(other), label },
        7 => Gesture::Merge { themes: vec![theme(one), theme(other)], into: None },
        8 => Gesture::Dissolve { theme: theme(other), to: None },
        9 => Gesture::Create { label: Some(label), ideas, proposed: false },
        10 => Gesture::Cut { idea: id(one), cut: Cut { at: 3, chars: 3 }, second: Vec::new() },
        11 => Gesture::Mask { idea: id(one), words: ["un", "deux"][(other % 2) as usize].into() },
        12 => Gesture::Same { ideas: vec![id(one)], first: id(other) },
        13 => Gesture::Apart { ideas },
        14 => Gesture::Write { proposition, text: label },
        15 => Gesture::Adopt { proposition },
        16 => Gesture::SetAside { proposition, reason: "dit ailleurs".into() },
        17 => Gesture::Propose { text: label, ideas },
        18 => Gesture::Note { on: "t01".into(), text: label },
        _ => Gesture::KeepQuery { words: label },
    })
}

fn counted(bench: &Bench) -> (Vec<GestureRow>, Trace) {
    let letters = Letters::of(bench.log.iter().map(|event| event.by.as_str()));
    let rows = gestures(&bench.log, &letters, &|at| format!("2026-11-{at:02}"));
    let found = recount(&rows, &record(&bench.state));
    (rows, found)
}

proptest! {
    #[test]
    fn the_rows_lead_to_the_figures_of_the_bench(wishes in prop::collection::vec((0..20_u32, 0..IDEAS, 0..IDEAS), 0..40)) {
        let mut bench = Bench::new(State::whole(&run(), 1.0));
        for (at, wished) in wishes.into_iter().enumerate() {
            // What is refused, and what changes nothing, is not kept.
            let prepared = bench.prepare(wish(wished), ["anne", "milo"][at % 2], at as i64, &Silent);
            if let Some((next, event)) = prepared.ok().filter(|(_, event)| !event.change.is_empty()) {
                bench.settle(next, event);
            }
        }
        let (rows, found) = counted(&bench);
        prop_assert_eq!(found, Trace::of(&bench));
        let lines: BTreeSet<u32> = rows.iter().map(|row| row.seq).collect();
        prop_assert_eq!(lines.len(), bench.log.len());
    }
}

#[test]
fn words_that_are_not_to_be_read_outside_are_not_told() {
    let mut bench = Bench::new(State::whole(&run(), 1.0));
    for gesture in [
        Gesture::Mask { idea: id(0), words: "deux".into() },
        Gesture::Note { on: "t01".into(), text: "remarque".into() },
        Gesture::KeepQuery { words: "cherché".into() },
        Gesture::SetAside { proposition: PropositionId::new("p1"), reason: "raison".into() },
        Gesture::Rename { theme: ThemeId::numbered(1), label: "nouveau".into() },
    ] {
        bench.wish(Wish::Make(gesture), "anne", 0, &Silent).expect("possible");
    }
    let (rows, _) = counted(&bench);
    let told = serde_json::to_string(&rows).expect("told");
    for hidden in ["deux", "remarque", "cherch", "raison", "nouveau", "anne"] {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
    assert_eq!(
        rows.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(),
        ["mask", "note", "query", "proposition", "theme"]
    );
}
