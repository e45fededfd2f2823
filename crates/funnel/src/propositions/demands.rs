//! What a text asks, idea by idea, without a corpus around it: for those who measure and those who read rewritings.

use super::{Addressees, Asked, asks};
use crate::expected::Expects;
use crate::ideas;
use arobase_text::normal::Normal;
use std::ops::Range;

/// One idea of a text and what was read in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Unicode scalars of the raw text.
    pub span: Range<usize>,
    /// The idea, normalised.
    pub text: String,
    /// How surely it asks for something: from [`super::ASKS`] on it does, rewritten or not.
    pub score: f32,
    /// Who is asked to act, at which level, for whom.
    pub addressees: Addressees,
    /// Infinitive phrases, best first.
    pub asked: Vec<Asked>,
}

/// The ideas of a raw text with what each of them asks.
pub fn demands(raw: &str) -> Vec<Reading> {
    ideas::cut(raw, &Normal::of(raw))
        .into_iter()
        .map(|mut cut| Reading {
            score: asks::score(&cut.text, &cut.carried, Expects::Anything),
            addressees: Addressees::of(&cut.text),
            asked: cut.asked(),
            span: cut.span,
            text: cut.text,
        })
        .collect()
}
