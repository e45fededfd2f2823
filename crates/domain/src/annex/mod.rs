//! The methodological annex: what leaves with a published state so that anyone can count again how it came about.
//!
//! Two tables hold what the other files do not: what each gesture changed ([`GestureRow`]) and what coders said ([`CodeRow`]). People are letters there, wordings are
//! numbers, and masked words, notes and searches are not told: what a bench holds for those who class is no open data. Every figure of the annex
//! follows from those tables and from the others ([`Figures::found`]).

mod codes;
mod figures;
mod gestures;
mod letters;
mod recount;
#[cfg(test)]
mod tests;

pub use codes::{CodeRow, Coded, coded, codes};
pub use figures::Figures;
pub use gestures::{GestureRow, gestures};
pub use letters::Letters;
pub use recount::recount;

use serde::{Deserialize, Serialize};

/// What is kept of a bench when it is published, beside the analysis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// What each gesture changed, in the order of the log.
    pub gestures: Vec<GestureRow>,
    /// What was said of the samples that were closed.
    pub codes: Vec<CodeRow>,
}

/// Who a row is about when it is no person.
pub const ENGINE: &str = "engine";
