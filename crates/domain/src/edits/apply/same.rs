//! Gestures on what repeats what.

use super::super::{BY_HAND, Refusal, Repeats, State};
use crate::id::IdeaId;

impl State {
    /// What the first has, those that repeat it have: its place, and the propositions that any of them is behind.
    pub(super) fn same(&mut self, ideas: &[IdeaId], first: &IdeaId) -> Result<(), Refusal> {
        let others: Vec<IdeaId> = ideas.iter().filter(|id| *id != first).cloned().collect();
        self.free(&others)?;
        let stands = self.ideas.get(first).cloned().ok_or_else(|| Refusal::NoIdea(first.clone()))?;
        if let Some(theme) = &stands.theme {
            self.open(theme)?;
        }
        self.place(&others, stands.theme.as_ref(), stands.status, BY_HAND);
        // What was said of the first before is said again otherwise; what the engine found of it stands.
        if matches!(stands.repeats, Repeats::Idea(_)) {
            self.repeat([first], &Repeats::AsFound);
        }
        self.repeat(&others, &Repeats::Idea(first.clone()));
        for worded in self.propositions.values_mut() {
            if worded.ideas.contains(first) || others.iter().any(|id| worded.ideas.contains(id)) {
                worded.ideas.extend(others.iter().chain([first]).cloned());
            }
        }
        Ok(())
    }

    pub(super) fn apart(&mut self, ideas: &[IdeaId]) -> Result<(), Refusal> {
        self.some(ideas)?;
        self.repeat(ideas, &Repeats::Nothing);
        Ok(())
    }

    fn repeat<'a>(&mut self, ideas: impl IntoIterator<Item = &'a IdeaId>, what: &Repeats) {
        for id in ideas {
            if let Some(standing) = self.ideas.get_mut(id) {
                standing.repeats = what.clone();
            }
        }
    }
}
