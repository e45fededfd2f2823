//! Gestures on personal data.

use super::super::{Refusal, State};
use super::said;
use crate::id::IdeaId;
use std::collections::BTreeSet;
use std::slice;

impl State {
    pub(super) fn mask(&mut self, idea: &IdeaId, words: &str) -> Result<(), Refusal> {
        self.some(slice::from_ref(idea))?;
        if !said(words) {
            return Err(Refusal::NoWording);
        }
        self.masks.entry(idea.contribution()).or_default().insert(words.trim().to_owned());
        Ok(())
    }

    pub(super) fn unmask(&mut self, idea: &IdeaId, words: &str) -> Result<(), Refusal> {
        self.some(slice::from_ref(idea))?;
        let contribution = idea.contribution();
        let shown = self.masks.get_mut(&contribution).is_some_and(|masked| masked.remove(words.trim()));
        if self.masks.get(&contribution).is_some_and(BTreeSet::is_empty) {
            self.masks.remove(&contribution);
        }
        if shown { Ok(()) } else { Err(Refusal::NoMask(idea.clone())) }
    }
}
