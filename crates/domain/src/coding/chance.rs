//! Draws made of a seed: the same on every machine, whatever the order of the rows.

use crate::id::IdeaId;

/// A stream of draws.
pub(super) struct Draws(blake3::OutputReader);

impl Draws {
    /// The stream of a seed, for one purpose: what is drawn for another does not change it.
    pub(super) fn of(seed: &str, purpose: &str) -> Self {
        Self(blake3::Hasher::new().update(format!("{seed}\n{purpose}").as_bytes()).finalize_xof())
    }

    /// An index under `n`. The bias of the multiplication is under n / 2⁶⁴.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let mut bits = [0; 8];
        self.0.fill(&mut bits);
        ((u128::from(u64::from_le_bytes(bits)) * n as u128) >> 64) as usize
    }
}

/// The rank of an idea among all: to take the first ones is to draw without replacement, and adding an idea changes the rank of no other
/// (permanent random numbers: Ohlsson 1995).
pub(super) fn rank(seed: &str, idea: &IdeaId) -> [u8; 32] {
    *blake3::hash(format!("{seed}\n{idea}").as_bytes()).as_bytes()
}
