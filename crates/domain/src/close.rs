//! What a close reading of demands found beside the propositions: who they address, and those that a person must complete.

use crate::id::{IdeaId, PropositionId};
use serde::{Deserialize, Serialize};

/// What was read in the demands of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseReading {
    /// Who propositions name, in the order of the propositions.
    pub addressees: Vec<Addressee>,
    /// Ideas that ask without a phrase that can be shown, in the order of the ideas.
    pub to_complete: Vec<Incomplete>,
}

/// Someone named by the source of a proposition; never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The proposition.
    pub proposition: PropositionId,
    /// `"actor"` asked to act, `"level"` of government, or `"public"` it is done for.
    pub role: String,
    /// Who: `"state"`, `"commune"`, `"seniors"`…
    pub key: String,
    /// The words that say so.
    pub words: String,
}

/// An idea that asks for something, and why no phrase of it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incomplete {
    /// The idea.
    pub idea: IdeaId,
    /// `"pronoun"`: its antecedent is elsewhere (rule R12); `"wording"`: no phrase was surely grammatical.
    pub reason: String,
}
