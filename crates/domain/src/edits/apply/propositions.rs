//! Gestures on propositions.

use super::super::{Decision, Refusal, State, Worded};
use super::said;
use crate::analysis::Rank;
use crate::id::{IdeaId, PropositionId, ThemeId};
use std::collections::BTreeSet;

impl State {
    pub(super) fn propose(&mut self, text: &str, ideas: &[IdeaId]) -> Result<(), Refusal> {
        worded(text)?;
        self.some(ideas)?;
        self.last.proposition += 1;
        let new = Worded {
            text: text.trim().to_owned(),
            source: ideas[0].clone(),
            ideas: ideas.iter().cloned().collect(),
            rank: Rank::Main,
            decision: Decision::Open,
            opposed: BTreeSet::new(),
            actor: String::new(),
            level: String::new(),
            reworded: true,
        };
        self.propositions.insert(PropositionId::new(format!("p{:02}", self.last.proposition)), new);
        Ok(())
    }

    pub(super) fn write(&mut self, proposition: &PropositionId, text: &str) -> Result<(), Refusal> {
        worded(text)?;
        let worded = self.proposition(proposition)?;
        text.trim().clone_into(&mut worded.text);
        worded.reworded = true;
        Ok(())
    }

    pub(super) fn back(&mut self, proposition: &PropositionId, ideas: &[IdeaId]) -> Result<(), Refusal> {
        self.some(ideas)?;
        self.proposition(proposition)?.ideas.extend(ideas.iter().cloned());
        Ok(())
    }

    /// The last idea stays: a proposition comes from somewhere.
    pub(super) fn unback(&mut self, proposition: &PropositionId, ideas: &[IdeaId]) -> Result<(), Refusal> {
        self.some(ideas)?;
        let worded = self.proposition(proposition)?;
        let left: BTreeSet<IdeaId> = worded.ideas.iter().filter(|idea| !ideas.contains(idea)).cloned().collect();
        let Some(first) = left.first().cloned() else { return Err(Refusal::NoSource(proposition.clone())) };
        if !left.contains(&worded.source) {
            worded.source = first;
        }
        worded.ideas = left;
        Ok(())
    }

    pub(super) fn fuse(&mut self, propositions: &[PropositionId], into: &PropositionId) -> Result<(), Refusal> {
        let others: BTreeSet<&PropositionId> = propositions.iter().filter(|other| *other != into).collect();
        if others.is_empty() {
            return Err(Refusal::FewPropositions);
        }
        self.proposition(into)?;
        for other in &others {
            self.proposition(other)?;
        }
        for other in others {
            let Some(gone) = self.propositions.remove(other) else { continue };
            for against in &gone.opposed {
                self.oppose(other, against, false);
                self.oppose(into, against, true);
            }
            self.proposition(into)?.ideas.extend(gone.ideas);
        }
        Ok(())
    }

    pub(super) fn set_against(
        &mut self,
        one: &PropositionId,
        other: &PropositionId,
        opposed: bool,
    ) -> Result<(), Refusal> {
        self.proposition(one)?;
        self.proposition(other)?;
        if one == other {
            return Err(Refusal::FewPropositions);
        }
        self.oppose(one, other, opposed);
        Ok(())
    }

    /// Writes on both sides that they are opposed, or that they are not; on neither for a proposition and itself.
    pub(in super::super) fn oppose(&mut self, one: &PropositionId, other: &PropositionId, opposed: bool) {
        for (here, there) in [(one, other), (other, one)] {
            let Some(worded) = self.propositions.get_mut(here).filter(|_| one != other) else { continue };
            if opposed {
                worded.opposed.insert(there.clone());
            } else {
                worded.opposed.remove(there);
            }
        }
    }

    pub(super) fn address(&mut self, proposition: &PropositionId, actor: &str, level: &str) -> Result<(), Refusal> {
        let worded = self.proposition(proposition)?;
        actor.trim().clone_into(&mut worded.actor);
        level.trim().clone_into(&mut worded.level);
        Ok(())
    }

    pub(super) fn decide(&mut self, proposition: &PropositionId, decision: Decision) -> Result<(), Refusal> {
        if matches!(&decision, Decision::Aside(reason) if !said(reason)) {
            return Err(Refusal::NoReason);
        }
        self.proposition(proposition)?.decision = decision;
        Ok(())
    }

    /// The theme of a proposition: that of the idea it comes from.
    pub fn theme_of(&self, proposition: &Worded) -> Option<&ThemeId> {
        self.ideas.get(&proposition.source)?.theme.as_ref()
    }

    fn proposition(&mut self, proposition: &PropositionId) -> Result<&mut Worded, Refusal> {
        self.propositions.get_mut(proposition).ok_or_else(|| Refusal::NoProposition(proposition.clone()))
    }
}

fn worded(text: &str) -> Result<(), Refusal> {
    if said(text) { Ok(()) } else { Err(Refusal::NoWording) }
}
