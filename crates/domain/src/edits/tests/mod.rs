mod amend;
mod bench;
mod rerun;

use super::*;
use crate::analysis::IdeaStatus;
use crate::id::{IdeaId, ThemeId};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Parts by rank, neighbours by number: what matters here is that answers come from the ideas alone.
struct Ranks;

impl Judge for Ranks {
    fn parts(&self, ideas: &[IdeaId], parts: usize) -> Vec<Vec<IdeaId>> {
        if ideas.len() < parts {
            return vec![ideas.to_vec()];
        }
        let size = ideas.len().div_ceil(parts);
        let mut found: Vec<Vec<IdeaId>> = ideas.chunks(size).map(<[_]>::to_vec).collect();
        found.sort_by_key(|part| std::cmp::Reverse(part.len()));
        found
    }

    fn nearest(&self, ideas: &[IdeaId], state: &State) -> BTreeMap<IdeaId, ThemeId> {
        let first = state.themes.keys().next();
        ideas.iter().step_by(2).filter_map(|idea| Some((idea.clone(), first?.clone()))).collect()
    }
}

fn theme(at: u32) -> ThemeId {
    ThemeId::numbered(at)
}

fn idea(at: usize) -> IdeaId {
    IdeaId::new(format!("{at}.1"))
}

/// Twenty ideas in four themes, two to sort.
fn state() -> State {
    let standing = |at: usize| Standing {
        status: if at < 18 { IdeaStatus::Classed } else { IdeaStatus::ToSort },
        theme: (at < 18).then(|| theme(at as u32 % 4 + 1)),
        reason: "classed".into(),
        ..Standing::default()
    };
    State {
        next: 5,
        resolution: 1.0,
        themes: (1..5).map(|at| (theme(at), Held { label: Some(format!("label {at}")), ..Held::default() })).collect(),
        ideas: (0..20).map(|at| (idea(at), standing(at))).collect(),
        ..State::default()
    }
}

fn edit(gesture: Gesture) -> Edit {
    Edit { gesture, by: None, at: None, why: None }
}

fn gestures() -> impl Strategy<Value = Gesture> {
    let theme = || (1..9_u32).prop_map(theme);
    let ideas = || proptest::collection::vec((0..21_usize).prop_map(idea), 0..4);
    prop_oneof![
        (proptest::collection::vec(theme(), 0..3)).prop_map(|themes| Gesture::Merge { themes, into: None }),
        (theme(), 0..4_usize).prop_map(|(theme, parts)| Gesture::Split { theme, parts: Some(parts), into: Vec::new() }),
        (theme(), ideas()).prop_map(|(theme, ideas)| Gesture::Split { theme, parts: None, into: vec![ideas] }),
        (theme(), ideas(), any::<bool>()).prop_map(|(to, ideas, proposed)| Gesture::Move { ideas, to, proposed }),
        theme().prop_map(|theme| Gesture::Rename { theme, label: "nom".into() }),
        theme().prop_map(|theme| Gesture::Lock { theme }),
        theme().prop_map(|theme| Gesture::Unlock { theme }),
        ideas().prop_map(|ideas| Gesture::Create { label: Some("neuf".into()), ideas, proposed: false }),
        theme().prop_map(|theme| Gesture::Dissolve { theme, to: None }),
        ideas().prop_map(|ideas| Gesture::OffTopic { ideas }),
    ]
}

/// Nobody may be asked.
struct Deaf;

impl Judge for Deaf {
    fn parts(&self, _: &[IdeaId], _: usize) -> Vec<Vec<IdeaId>> {
        panic!("a log replays without the engine")
    }

    fn nearest(&self, _: &[IdeaId], _: &State) -> BTreeMap<IdeaId, ThemeId> {
        panic!("a log replays without the engine")
    }
}

proptest! {
    #[test]
    fn a_log_replays_without_the_engine(gestures in proptest::collection::vec(gestures(), 0..12)) {
        let mut live = state();
        for gesture in gestures {
            let before = live.clone();
            if live.apply(edit(gesture), &Ranks).is_err() {
                prop_assert_eq!(&before, &live, "a refusal changes nothing");
            }
        }
        let written = serde_json::to_string(&live.edits).expect("JSON");
        let log: Vec<Edit> = serde_json::from_str(&written).expect("the same");
        let mut again = state();
        for edit in log {
            again.apply(edit, &Deaf).expect("it was possible once");
        }
        prop_assert_eq!(again, live);
    }

    #[test]
    fn a_locked_theme_keeps_its_ideas_and_its_name(gestures in proptest::collection::vec(gestures(), 0..12)) {
        let mut state = state();
        state.apply(edit(Gesture::Lock { theme: theme(2) }), &Ranks).expect("possible");
        let (held, members) = (state.themes[&theme(2)].clone(), state.members(&theme(2)));
        for gesture in gestures.into_iter().filter(|gesture| !matches!(gesture, Gesture::Unlock { .. })) {
            let _may_be_refused = state.apply(edit(gesture), &Ranks);
            prop_assert_eq!(&state.themes[&theme(2)], &held);
            let now = state.members(&theme(2));
            prop_assert!(members.iter().all(|idea| now.contains(idea)), "ideas may join it, none leaves");
        }
    }

    #[test]
    fn every_idea_keeps_a_state(gestures in proptest::collection::vec(gestures(), 0..12)) {
        let mut state = state();
        for gesture in gestures {
            let _may_be_refused = state.apply(edit(gesture), &Ranks);
        }
        prop_assert_eq!(state.ideas.len(), 20);
        for standing in state.ideas.values() {
            prop_assert_eq!(standing.status == IdeaStatus::Classed, standing.theme.is_some());
            prop_assert!(standing.theme.as_ref().is_none_or(|theme| state.themes.contains_key(theme)));
        }
    }
}

#[test]
fn a_merger_keeps_one_name_and_a_split_asks_for_new_ones() {
    let mut state = state();
    let merge = Gesture::Merge { themes: vec![theme(1), theme(2)], into: None };
    state.apply(edit(merge), &Ranks).expect("possible");
    assert_eq!((state.themes.len(), state.members(&theme(1)).len()), (3, 10));
    let split = Gesture::Split { theme: theme(1), parts: Some(2), into: Vec::new() };
    state.apply(edit(split), &Ranks).expect("possible");
    assert_eq!((state.members(&theme(1)).len(), state.members(&theme(5)).len()), (5, 5));
    assert_eq!((state.themes[&theme(1)].label.clone(), state.next), (None, 6));
}

#[test]
fn a_human_label_stays() {
    let mut state = state();
    for gesture in [
        Gesture::Rename { theme: theme(1), label: " Fibre ".into() },
        Gesture::Merge { themes: vec![theme(1), theme(3)], into: None },
    ] {
        state.apply(edit(gesture), &Ranks).expect("possible");
    }
    assert_eq!(state.themes[&theme(1)].label.as_deref(), Some("Fibre"));
}
