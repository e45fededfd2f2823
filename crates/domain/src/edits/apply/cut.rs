//! Cutting an idea that the engine left in one piece.

use super::super::{Cut, Refusal, Repeats, State};
use crate::id::{IdeaId, PropositionId};
use std::collections::BTreeSet;

impl State {
    /// The parts take the place of the idea wherever it is; a proposition keeps the words of the part that says them.
    pub(super) fn cut(&mut self, idea: &IdeaId, cut: Cut, second: &[PropositionId]) -> Result<(), Refusal> {
        self.free(std::slice::from_ref(idea))?;
        if cut.chars == 0 {
            return Err(Refusal::NoPart(idea.clone()));
        }
        let parts = idea.parts();
        if let Some(mut stands) = self.ideas.remove(idea) {
            // Neither part says what the whole said.
            stands.repeats = Repeats::AsFound;
            self.ideas.extend(parts.clone().map(|part| (part, stands.clone())));
        }
        for (id, worded) in &mut self.propositions {
            part(&mut worded.ideas, idea, &parts);
            if worded.source == *idea {
                worded.source = parts[usize::from(second.contains(id))].clone();
            }
        }
        for held in self.themes.values_mut() {
            part(&mut held.definition.typical, idea, &parts);
            part(&mut held.definition.border, idea, &parts);
        }
        for note in self.notes.values_mut().filter(|note| note.on == idea.as_str()) {
            parts[0].as_str().clone_into(&mut note.on);
        }
        self.cuts.insert(idea.clone(), cut);
        Ok(())
    }
}

fn part(ideas: &mut BTreeSet<IdeaId>, whole: &IdeaId, parts: &[IdeaId; 2]) {
    if ideas.remove(whole) {
        ideas.extend(parts.iter().cloned());
    }
}
