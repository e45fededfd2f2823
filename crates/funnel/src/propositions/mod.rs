//! From ideas to propositions: infinitive phrases that keep the author's words (analysis.md §3.9).
//!
//! [`read`] finds what is asked and rewrites it, rule by rule; `group` brings together those who ask the same; `select` keeps a few
//! that speak for as many as possible, minorities included.

pub(crate) mod clause;
pub(crate) mod grammar;
pub(crate) mod group;
pub(crate) mod likeness;
pub(crate) mod nominal;
mod opening;
pub(crate) mod opposite;
pub(crate) mod phrase;
pub(crate) mod read;
pub(crate) mod select;
mod thing;
mod verb;

/// A phrase asked for by one idea.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    /// Infinitive phrase: first letter lower-case, no full stop.
    pub text: String,
    /// Rules applied, in order.
    pub rules: Vec<&'static str>,
    /// The author's reason, or empty.
    pub justification: String,
    /// Refused rather than asked (« ne pas … », « mettre fin à … »).
    pub refused: bool,
    /// 0 to 1: how fit the phrase is to be shown.
    pub quality: f32,
}
