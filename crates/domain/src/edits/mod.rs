//! What people change in the themes that the engine found, and the rules of it: a log of gestures, and the state that it leads to.
//!
//! Applying the same log to the same state gives the same state; gestures that ask the engine something (in which parts a theme splits, where
//! the ideas of a dissolved one go) are logged with its answer, so that a log replays without it.

mod apply;
mod change;
mod gesture;
mod history;
mod refusal;
mod rerun;
mod state;
#[cfg(test)]
mod tests;

pub use change::{Change, Meanwhile, Turn, Turns};
pub use gesture::Gesture;
pub use history::{Act, Bench, Event, Hindrance, Wish};
pub use refusal::Refusal;
pub use rerun::Rejoined;
pub use state::{Asked, Cut, Decision, Definition, Held, Judge, Last, Note, Repeats, Silent, Standing, State, Worded};

use serde::{Deserialize, Serialize};

/// Why an idea stands where it does: a person put it there.
pub const BY_HAND: &str = "by_hand";

/// A gesture with who made it, when and why, as far as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What was done.
    #[serde(flatten)]
    pub gesture: Gesture,
    /// Who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}
