//! What an earlier run and the people who curated it decided, in the indices of this one.

use crate::outcome::Status;

/// Themes and ideas as they stand before late contributions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Previous {
    /// The themes there are, each with an idea at least.
    pub themes: Vec<Known>,
    /// For each idea of [`crate::Prepared::spans`], what was decided; `None` for one that came since.
    pub ideas: Vec<Option<Carried>>,
    /// The resolution at which themes were looked for.
    pub resolution: f64,
}

/// A theme that there is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// Its label, if it keeps one.
    pub label: Option<String>,
    /// Whether none of its ideas may leave it.
    pub locked: bool,
}

/// What was decided of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// What became of it.
    pub status: Status,
    /// Its theme.
    pub theme: Option<usize>,
    /// A short code of why.
    pub reason: &'static str,
    /// Whether a person placed it.
    pub by_hand: bool,
}

/// A run that went on from a previous one.
#[derive(Debug, Clone, PartialEq)]
pub struct Resumed {
    /// What was found; themes tell which earlier ones they are.
    pub outcome: crate::Outcome,
    /// What clustering everything again would make of each idea, where nothing is locked or placed by hand.
    pub shadow: Vec<Option<Shadow>>,
}

/// Where clustering everything again would put an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shadow {
    /// With what may not leave this theme of [`Previous::themes`].
    Theme(usize),
    /// In this community, which holds nothing that may not move.
    Free(usize),
}
