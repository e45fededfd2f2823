//! What would change if what is proposed were accepted, told before anything is.

use crate::difference::{Difference, Seen};
use crate::edits::{Gesture, Silent, State};
use crate::id::{IdeaId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// A bench as it is and as it would be.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// As it would be; themes without ideas are still there.
    pub after: State,
    /// What became of themes and ideas.
    pub difference: Difference,
    /// How many ideas go from a theme, or from none, to another or to none; those that stay among them.
    pub flows: BTreeMap<(Option<ThemeId>, Option<ThemeId>), usize>,
}

impl Outlook {
    /// What these gestures would lead to, those that cannot be made left out.
    pub fn of(state: &State, gestures: &[Gesture]) -> Self {
        let mut after = state.clone();
        for gesture in gestures {
            // One that is refused changes nothing.
            let _refused = after.make(gesture.clone(), &Silent);
        }
        let pairs = || state.ideas.keys().map(|id| (id, theme_of(state, id), theme_of(&after, id)));
        let mut flows = BTreeMap::new();
        for (_, from, to) in pairs() {
            *flows.entry((from.cloned(), to.cloned())).or_default() += 1;
        }
        let seen: Vec<Seen<'_>> = pairs().map(|(idea, before, after)| Seen { idea, before, after }).collect();
        let (old, new) = (held(state), held(&after));
        let same = old.iter().filter(|id| new.contains(id)).map(|id| (id.clone(), id.clone())).collect();
        let difference = Difference::between(&seen, same, &old, &new);
        Self { after, difference, flows }
    }

    /// The theme from which most of the ideas of a theme come.
    pub fn origin(&self, theme: &ThemeId) -> Option<&ThemeId> {
        let into = self.flows.iter().filter(|((_, to), _)| to.as_ref() == Some(theme));
        let from = into.filter_map(|((from, _), ideas)| Some((ideas, from.as_ref()?)));
        from.max_by_key(|(ideas, from)| (**ideas, std::cmp::Reverse(*from))).map(|(_, from)| from)
    }
}

fn theme_of<'a>(state: &'a State, idea: &IdeaId) -> Option<&'a ThemeId> {
    state.ideas.get(idea)?.theme.as_ref()
}

/// The themes that hold ideas.
fn held(state: &State) -> Vec<ThemeId> {
    let held: BTreeSet<&ThemeId> = state.ideas.values().filter_map(|stands| stands.theme.as_ref()).collect();
    held.into_iter().cloned().collect()
}

/// Of a gesture that puts ideas somewhere, the part that is about one of them.
pub fn only(gesture: &Gesture, idea: &IdeaId) -> Option<Gesture> {
    let one = |ideas: &[IdeaId]| ideas.contains(idea).then(|| vec![idea.clone()]);
    Some(match gesture {
        Gesture::Move { ideas, to, proposed } => {
            Gesture::Move { ideas: one(ideas)?, to: to.clone(), proposed: *proposed }
        }
        Gesture::Create { label, ideas, proposed } => {
            Gesture::Create { label: label.clone(), ideas: one(ideas)?, proposed: *proposed }
        }
        Gesture::Back { proposition, ideas } => Gesture::Back { proposition: proposition.clone(), ideas: one(ideas)? },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::IdeaStatus;
    use crate::difference::Change;
    use crate::edits::{Held, Standing};

    fn theme(at: u32) -> ThemeId {
        ThemeId::numbered(at)
    }

    fn id(at: u32) -> IdeaId {
        IdeaId::new(format!("{at}.1"))
    }

    fn state() -> State {
        let stands = |at: u32| Standing {
            status: IdeaStatus::Classed,
            theme: Some(theme(at % 2 + 1)),
            reason: "classed".into(),
            ..Standing::default()
        };
        State {
            next: 3,
            themes: [1, 2].map(|at| (theme(at), Held::default())).into(),
            ideas: (0..8).map(|at| (id(at), stands(at))).collect(),
            ..State::default()
        }
    }

    #[test]
    fn nothing_changes_before_it_is_accepted_and_what_would_is_told() {
        let state = state();
        let to = |ideas: Vec<IdeaId>| Gesture::Move { ideas, to: theme(1), proposed: true };
        let new = Gesture::Create { label: None, ideas: vec![id(3)], proposed: true };
        let lost = Gesture::Move { ideas: vec![id(0)], to: theme(9), proposed: true };
        let outlook = Outlook::of(&state, &[to(vec![id(1), id(5), id(7)]), new, lost]);
        assert_eq!(outlook.difference.moved.len(), 4);
        let (gone, made) = (Change::Vanished { before: theme(2) }, Change::New { after: theme(3) });
        assert!(outlook.difference.changes.contains(&gone) && outlook.difference.changes.contains(&made));
        let flow = |from: u32, to: u32, ideas: usize| ((Some(theme(from)), Some(theme(to))), ideas);
        assert_eq!(outlook.flows, BTreeMap::from([flow(1, 1, 4), flow(2, 1, 3), flow(2, 3, 1)]));
        assert_eq!(outlook.origin(&theme(3)), Some(&theme(2)));
    }

    #[test]
    fn one_idea_at_a_time() {
        let both = Gesture::Create { label: None, ideas: vec![id(1), id(2)], proposed: true };
        let one = Gesture::Create { label: None, ideas: vec![id(2)], proposed: true };
        assert_eq!((only(&both, &id(2)), only(&both, &id(3))), (Some(one), None));
        assert_eq!(only(&Gesture::Lock { theme: theme(1) }, &id(1)), None);
    }
}
