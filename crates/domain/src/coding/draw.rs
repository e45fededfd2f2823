//! Which ideas are coded: some of every theme, more of the larger ones.

use super::chance::rank;
use super::{Code, Drawn};
use crate::analysis::{Analysis, Idea};
use crate::edits::{BY_HAND, Standing, State};
use std::collections::BTreeMap;

/// Ideas that each theme has in a sample before any has more: fewer would say nothing of a small one.
pub const FLOOR: usize = 2;

/// A sample of so many ideas, stratified by where they stand: [`FLOOR`] of each theme and of each state without theme, the others in proportion. What repeats
/// another idea is left out, for it would be read twice. The same ideas, in the same order, for the same state and seed.
pub fn drawn(analysis: &Analysis, state: &State, size: usize, seed: &str) -> Vec<Drawn> {
    let mut strata: BTreeMap<Code, Vec<&Idea>> = BTreeMap::new();
    for idea in analysis.ideas.iter().filter(|idea| idea.duplicate_of.is_none()) {
        if let Some(stands) = state.ideas.get(&idea.id) {
            strata.entry(Code::of(stands)).or_default().push(idea);
        }
    }
    let sizes: Vec<usize> = strata.values().map(Vec::len).collect();
    let seats = seats(&sizes, size);
    let mut chosen: Vec<&Idea> = Vec::new();
    for (mut ideas, seats) in strata.into_values().zip(seats) {
        ideas.sort_by_cached_key(|idea| rank(seed, &idea.id));
        chosen.extend(&ideas[..seats]);
    }
    chosen.sort_by_cached_key(|idea| rank(seed, &idea.id));
    chosen.into_iter().map(|idea| Drawn { idea: idea.id.clone(), engine: engine(idea, state) }).collect()
}

/// What the engine says of an idea, in the themes as they are now: where it stands, unless people put it there; else what the run said, if that theme is still there.
fn engine(idea: &Idea, state: &State) -> Option<Code> {
    let stands: &Standing = state.ideas.get(&idea.id)?;
    if stands.reason != BY_HAND {
        return Some(Code::of(stands));
    }
    let there = idea.theme.as_ref().is_none_or(|theme| state.themes.contains_key(theme));
    (there && idea.reason != BY_HAND).then(|| Code::from_parts(idea.theme.as_ref(), idea.status))
}

/// So many seats for strata of these sizes, one by one: to those that have fewest until all have [`FLOOR`], then by highest quotient (Sainte-Laguë).
fn seats(sizes: &[usize], total: usize) -> Vec<usize> {
    let mut seats = vec![0; sizes.len()];
    for _ in 0..total.min(sizes.iter().sum()) {
        let floor = |at: usize| seats[at].min(FLOOR);
        let against = |at: usize, other: usize| sizes[at] * (2 * seats[other] + 1);
        let free = (0..sizes.len()).filter(|&at| seats[at] < sizes[at]);
        let next = free.min_by(|&a, &b| floor(a).cmp(&floor(b)).then_with(|| against(b, a).cmp(&against(a, b))));
        if let Some(next) = next {
            seats[next] += 1;
        }
    }
    seats
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::IdeaStatus;
    use crate::id::{IdeaId, ThemeId};
    use proptest::prelude::*;

    /// A hundred ideas: seventy of t01, twenty of t02, three of t03, seven in none.
    fn analysis() -> Analysis {
        let theme = |at| match at {
            0..70 => Some(1),
            70..90 => Some(2),
            90..93 => Some(3),
            _ => None,
        };
        let idea = |at: u32| Idea {
            id: IdeaId::new(format!("{at}.1")),
            theme: theme(at).map(ThemeId::numbered),
            status: if at < 93 { IdeaStatus::Classed } else { IdeaStatus::ToSort },
            reason: "classed".into(),
            ..Idea::default()
        };
        Analysis { ideas: (0..100).map(idea).collect(), ..Analysis::default() }
    }

    fn count(sample: &[Drawn], code: &Code) -> usize {
        sample.iter().filter(|one| one.engine.as_ref() == Some(code)).count()
    }

    #[test]
    fn small_themes_are_seen_and_large_ones_more() {
        let analysis = analysis();
        let state = State::whole(&analysis, 1.0);
        let sample = drawn(&analysis, &state, 30, "seed");
        let of = |code: Code| count(&sample, &code);
        let themes = [1, 2, 3].map(|at| of(Code::Theme(ThemeId::numbered(at))));
        assert_eq!((themes, of(Code::ToSort)), ([20, 6, 2], 2));
        assert_eq!(seats(&[1, 10, 100], 3), [1, 1, 1]);
        assert_eq!(seats(&[1, 2], 10), [1, 2], "no more than there are");
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing_and_the_seed_does() {
        let mut analysis = analysis();
        let state = State::whole(&analysis, 1.0);
        let first = drawn(&analysis, &state, 30, "seed");
        assert_ne!(first, drawn(&analysis, &state, 30, "another"));
        analysis.ideas.reverse();
        assert_eq!(first, drawn(&analysis, &state, 30, "seed"));
        for repeated in analysis.ideas.iter_mut().filter(|idea| idea.id != IdeaId::new("0.1")) {
            repeated.duplicate_of = Some(IdeaId::new("0.1"));
        }
        assert_eq!(drawn(&analysis, &state, 30, "seed").len(), 1, "what is repeated is read once");
    }

    #[test]
    fn the_engine_says_what_it_said_before_people_moved_it() {
        let analysis = analysis();
        let mut state = State::whole(&analysis, 1.0);
        state.themes = [1, 2, 3].map(|at| (ThemeId::numbered(at), crate::edits::Held::default())).into();
        let said = |state: &State, at: usize| engine(&analysis.ideas[at], state);
        let (one, two) = (ThemeId::numbered(1), ThemeId::numbered(2));
        let put = |theme: &ThemeId, reason: &str| Standing {
            status: IdeaStatus::Classed,
            theme: Some(theme.clone()),
            reason: reason.into(),
            ..Standing::default()
        };
        state.ideas.insert(IdeaId::new("0.1"), put(&two, BY_HAND));
        state.ideas.insert(IdeaId::new("1.1"), put(&two, "classed"));
        assert_eq!(said(&state, 0), Some(Code::Theme(one.clone())), "moved by hand");
        assert_eq!(said(&state, 1), Some(Code::Theme(two)), "its theme was merged");
        state.themes.remove(&one);
        assert_eq!(said(&state, 0), None, "what it said is no longer there");
    }

    proptest! {
        #[test]
        fn seats_are_all_given_and_nobody_has_more_than_they_fill(
            sizes in proptest::collection::vec(0_usize..40, 0..12),
            total in 0_usize..120,
        ) {
            let seats = seats(&sizes, total);
            prop_assert_eq!(seats.iter().sum::<usize>(), total.min(sizes.iter().sum()));
            prop_assert!(seats.iter().zip(&sizes).all(|(seats, size)| seats <= size));
            if total >= FLOOR * sizes.len() {
                prop_assert!(seats.iter().zip(&sizes).all(|(&seats, &size)| seats >= size.min(FLOOR)));
            }
        }
    }
}
