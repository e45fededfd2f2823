//! Gestures on ideas.

use super::super::{BY_HAND, Refusal, State};
use super::reason;
use crate::analysis::IdeaStatus;
use crate::id::{IdeaId, ThemeId};

impl State {
    pub(super) fn move_to(&mut self, ideas: &[IdeaId], to: &ThemeId, proposed: bool) -> Result<(), Refusal> {
        self.open(to)?;
        self.free(ideas)?;
        self.place(ideas, Some(to), IdeaStatus::Classed, reason(proposed));
        Ok(())
    }

    /// Out of every theme, in one of the other states.
    pub(super) fn put(&mut self, ideas: &[IdeaId], status: IdeaStatus) -> Result<(), Refusal> {
        self.free(ideas)?;
        self.place(ideas, None, status, BY_HAND);
        Ok(())
    }

    pub(super) fn accept(&mut self, ideas: &[IdeaId]) -> Result<(), Refusal> {
        self.some(ideas)?;
        for id in ideas {
            if let Some(standing) = self.ideas.get_mut(id) {
                BY_HAND.clone_into(&mut standing.reason);
            }
        }
        Ok(())
    }

    pub(super) fn place(&mut self, ideas: &[IdeaId], theme: Option<&ThemeId>, status: IdeaStatus, reason: &str) {
        for id in ideas {
            if let Some(standing) = self.ideas.get_mut(id) {
                standing.theme = theme.cloned();
                standing.status = status;
                reason.clone_into(&mut standing.reason);
            }
        }
    }
}
