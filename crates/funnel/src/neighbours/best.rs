//! The few best of many, in a total order.

use super::Near;
use crate::quantise::Similarity;

/// The best neighbours met so far.
pub(super) struct Best {
    k: usize,
    /// What a newcomer must beat.
    last: Near,
    /// A cosine under which none does: most are dropped at this one comparison.
    least: f32,
    nearest: Vec<Near>,
}

impl Best {
    /// Nothing met yet; `k` are kept.
    pub(super) fn new(k: usize) -> Self {
        Self { k, last: (Similarity(i32::MIN), u32::MAX), least: f32::MIN, nearest: Vec::new() }
    }

    /// What was met, nearest first.
    pub(super) fn into_nearest(self) -> Vec<Near> {
        self.nearest
    }

    /// Nothing met yet, but as hard to enter.
    pub(super) fn floor(&self) -> Self {
        Self { k: self.k, last: self.last, least: self.least, nearest: Vec::new() }
    }

    /// Cosines under this one are not among the best; those above may be.
    pub(super) fn least(&self) -> f32 {
        self.least
    }

    /// Keeps `near` if it is among the best.
    pub(super) fn offer(&mut self, near: Near) {
        if self.k == 0 || !before(near, self.last) {
            return;
        }
        let place = self.nearest.partition_point(|&other| before(other, near));
        self.nearest.insert(place, near);
        self.nearest.truncate(self.k);
        if self.nearest.len() == self.k {
            self.last = self.nearest[self.k - 1];
            self.least = self.last.0.least();
        }
    }

    /// Offers all that another met.
    pub(super) fn absorb(&mut self, other: Self) {
        other.nearest.into_iter().for_each(|near| self.offer(near));
    }
}

/// Whether `a` is nearer than `b`, or as near with a lower index.
fn before(a: Near, b: Near) -> bool {
    a.0 > b.0 || (a.0 == b.0 && a.1 < b.1)
}
