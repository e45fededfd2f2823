//! Coarser or finer themes, out of the partitions that a run tried: gestures that people may accept, and nothing before they do.

use crate::analysis::{Analysis, Idea};
use crate::edits::{BY_HAND, Gesture, State};
use crate::id::{IdeaId, ThemeId};
use crate::study::Rung;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest ideas for which a new theme is proposed.
const FEWEST: usize = 3;

/// The partitions that a run tried, over those of its ideas that are still there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Partitions {
    rungs: Vec<Rung>,
    /// Where each idea stands in the communities of a rung.
    places: BTreeMap<IdeaId, usize>,
}

impl Partitions {
    /// Those of a run, from the coarsest; the ones that it did not keep are left out.
    pub fn of(run: &Analysis) -> Self {
        let kept = run.study.ladder.iter().filter(|rung| !rung.communities.is_empty());
        Self {
            rungs: kept.cloned().collect(),
            places: run.ideas.iter().enumerate().map(|(place, idea)| (idea.id.clone(), place)).collect(),
        }
    }

    /// Those of `later`, or if it has none, these over the ideas whose words are still those of `before`.
    #[must_use]
    pub fn followed(mut self, before: &Analysis, later: &Analysis) -> Self {
        let own = Self::of(later);
        if !own.rungs.is_empty() {
            return own;
        }
        let old: BTreeMap<&IdeaId, &Idea> = before.ideas.iter().map(|idea| (&idea.id, idea)).collect();
        let same = |idea: &&Idea| old.get(&idea.id).is_some_and(|old| (old.span, &old.text) == (idea.span, &idea.text));
        let same: BTreeSet<&IdeaId> = later.ideas.iter().filter(same).map(|idea| &idea.id).collect();
        self.places.retain(|id, _| same.contains(id));
        self
    }

    /// Each of them, from the coarsest.
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }

    /// What a partition would change, by community: ideas that nobody placed leave themes that are not locked, for a theme that is not, or for a new one.
    /// None for a rung that there is not.
    pub fn gestures(&self, rung: usize, state: &State) -> BTreeMap<u32, Gesture> {
        let Some(rung) = self.rungs.get(rung) else { return BTreeMap::new() };
        let mut groups: BTreeMap<u32, Vec<&IdeaId>> = BTreeMap::new();
        for (id, place) in self.places.iter().filter(|(id, _)| theme_of(state, id).is_some()) {
            if let Some(community) = rung.communities.get(*place).copied().flatten() {
                groups.entry(community).or_default().push(id);
            }
        }
        let names = names(state, &groups);
        let told = |(community, ideas): (&u32, &Vec<&IdeaId>)| {
            Some((*community, gesture(state, ideas, names.get(community))?))
        };
        groups.iter().filter_map(told).collect()
    }
}

fn theme_of<'a>(state: &'a State, idea: &IdeaId) -> Option<&'a ThemeId> {
    state.ideas.get(idea)?.theme.as_ref()
}

fn is_open(state: &State, theme: &ThemeId) -> bool {
    state.themes.get(theme).is_some_and(|held| !held.locked)
}

/// The theme that each group goes on from: pairs that share the most ideas first, if these are at least half of the group or half of the theme.
fn names<'a>(state: &'a State, groups: &BTreeMap<u32, Vec<&IdeaId>>) -> BTreeMap<u32, &'a ThemeId> {
    let mut sizes: BTreeMap<&ThemeId, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(u32, &ThemeId), usize> = BTreeMap::new();
    for (group, ideas) in groups {
        for theme in ideas.iter().filter_map(|idea| theme_of(state, idea)) {
            *sizes.entry(theme).or_default() += 1;
            *pairs.entry((*group, theme)).or_default() += 1;
        }
    }
    let half = |((group, theme), both): &((u32, &ThemeId), usize)| {
        2 * both >= groups[group].len() || 2 * both >= sizes[*theme]
    };
    let mut pairs: Vec<_> = pairs.into_iter().filter(half).collect();
    pairs.sort_by_key(|(_, both)| Reverse(*both));
    let (mut names, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for ((group, theme), _) in pairs {
        if !names.contains_key(&group) && taken.insert(theme) {
            names.insert(group, theme);
        }
    }
    names
}

/// What brings a group together under its name, or in a theme of its own; none if nothing of it may move.
fn gesture(state: &State, ideas: &[&IdeaId], name: Option<&&ThemeId>) -> Option<Gesture> {
    let free = |id: &&&IdeaId| {
        let stands = &state.ideas[**id];
        let elsewhere = |theme: &ThemeId| Some(&theme) != name && is_open(state, theme);
        stands.reason != BY_HAND && stands.theme.as_ref().is_some_and(elsewhere)
    };
    let leaving: Vec<IdeaId> = ideas.iter().filter(free).map(|id| (*id).clone()).collect();
    let held = ideas.iter().filter_map(|id| theme_of(state, id)).filter(|theme| !is_open(state, theme)).count();
    match name {
        _ if leaving.is_empty() => None,
        Some(to) => is_open(state, to).then(|| Gesture::Move { ideas: leaving, to: (*to).clone(), proposed: true }),
        // What is left beside a locked theme makes none.
        None if leaving.len() < FEWEST || 2 * held >= ideas.len() => None,
        None => Some(Gesture::Create { label: None, ideas: leaving, proposed: true }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{IdeaStatus, Question, Support, Theme};
    use crate::edits::Silent;
    use crate::id::QuestionId;
    use proptest::prelude::*;

    fn id(at: usize) -> IdeaId {
        IdeaId::new(format!("{at}.1"))
    }

    /// Ideas in these themes, and in these communities at the only rung.
    fn run(themes: &[u32], communities: &[u32]) -> Analysis {
        let idea = |(at, theme): (usize, &u32)| Idea {
            id: id(at),
            status: IdeaStatus::Classed,
            theme: Some(ThemeId::numbered(*theme)),
            reason: "classed".into(),
            ..Idea::default()
        };
        let theme = |at: u32| Theme {
            id: ThemeId::numbered(at),
            question: QuestionId::new("q1"),
            label: format!("thème {at}"),
            keywords: Vec::new(),
            support: Support::default(),
            stability: 0.5,
            label_coverage: 0.5,
        };
        let rung = Rung { communities: communities.iter().map(|&c| (c > 0).then_some(c)).collect(), ..Rung::default() };
        let mut run = Analysis {
            ideas: themes.iter().enumerate().map(idea).collect(),
            themes: themes.iter().copied().collect::<BTreeSet<_>>().into_iter().map(theme).collect(),
            questions: vec![Question {
                id: QuestionId::new("q1"),
                wording: "Comment ?".into(),
                candidates: Vec::new(),
                support: Support::default(),
            }],
            ..Analysis::default()
        };
        run.study.ladder = vec![Rung::default(), rung];
        run
    }

    fn moved(ideas: &[usize], to: u32) -> Gesture {
        Gesture::Move { ideas: ideas.iter().map(|&at| id(at)).collect(), to: ThemeId::numbered(to), proposed: true }
    }

    fn created(ideas: &[usize]) -> Gesture {
        Gesture::Create { label: None, ideas: ideas.iter().map(|&at| id(at)).collect(), proposed: true }
    }

    fn told(partitions: &Partitions, rung: usize, state: &State) -> Vec<Gesture> {
        partitions.gestures(rung, state).into_values().collect()
    }

    #[test]
    fn coarser_brings_together_and_finer_parts() {
        let themes = [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3];
        let run = run(&themes, &[1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
        let state = State::whole(&run, 1.0);
        assert_eq!(told(&Partitions::of(&run), 0, &state), [moved(&[4, 5, 6], 1), created(&[11, 12, 13])]);
        assert_eq!(told(&Partitions::of(&run), 1, &state), []);
    }

    #[test]
    fn a_new_theme_goes_on_when_its_ideas_are_accepted_one_by_one() {
        let run = run(&[1; 9], &[1, 1, 1, 1, 1, 2, 2, 2, 2]);
        let (partitions, mut state) = (Partitions::of(&run), State::whole(&run, 1.0));
        assert_eq!(told(&partitions, 0, &state), [created(&[5, 6, 7, 8])]);
        state.make(created(&[6]), &Silent).expect("possible");
        assert_eq!(told(&partitions, 0, &state), [moved(&[5, 7, 8], 2)]);
    }

    #[test]
    fn a_locked_theme_neither_gives_nor_takes() {
        let run = run(&[1, 1, 1, 1, 1, 1, 1, 2, 2], &[1, 1, 1, 2, 2, 2, 2, 2, 1]);
        let mut state = State::whole(&run, 1.0);
        state.make(Gesture::Lock { theme: ThemeId::numbered(1) }, &Silent).expect("possible");
        assert_eq!(told(&Partitions::of(&run), 0, &state), []);
    }

    #[test]
    fn a_later_run_without_partitions_keeps_those_of_what_is_still_there() {
        let before = run(&[1; 7], &[1, 1, 1, 1, 2, 2, 2]);
        let mut later = run(&[1; 8], &[]);
        later.study.ladder.clear();
        later.ideas[4].text = "autre chose".into();
        let followed = Partitions::of(&before).followed(&before, &later);
        assert_eq!(told(&followed, 0, &State::whole(&later, 1.0)), []);
        later.ideas[4].text.clear();
        let followed = Partitions::of(&before).followed(&before, &later);
        assert_eq!(told(&followed, 0, &State::whole(&later, 1.0)), [created(&[4, 5, 6])]);
        let own = run(&[1; 8], &[1, 1, 1, 1, 1, 2, 2, 2]);
        assert_eq!(followed.followed(&later, &own), Partitions::of(&own));
    }

    proptest! {
        #[test]
        fn what_is_locked_or_placed_stays(
            themes in proptest::collection::vec((1..5_u32, 0..6_u32, any::<bool>()), 1..60),
            locked in 1..6_u32,
        ) {
            let (of, communities): (Vec<u32>, Vec<u32>) = themes.iter().map(|(theme, c, _)| (*theme, *c)).unzip();
            let run = run(&of, &communities);
            let mut state = State::whole(&run, 1.0);
            let placed: Vec<IdeaId> = (0..themes.len()).filter(|&at| themes[at].2).map(id).collect();
            drop(state.make(Gesture::Accept { ideas: placed.clone() }, &Silent));
            drop(state.make(Gesture::Lock { theme: ThemeId::numbered(locked) }, &Silent));
            let (partitions, before) = (Partitions::of(&run), state.clone());
            for gesture in told(&partitions, 0, &before) {
                state.make(gesture, &Silent).expect("every gesture can be made");
            }
            for (id, stood) in &before.ideas {
                let stays = placed.contains(id) || stood.theme == Some(ThemeId::numbered(locked));
                prop_assert!(!stays || state.ideas[id] == *stood);
                let joined = before.themes.contains_key(&ThemeId::numbered(locked)) && state.ideas[id].theme == Some(ThemeId::numbered(locked));
                prop_assert!(!joined || stood.theme == state.ideas[id].theme);
            }
        }
    }
}
