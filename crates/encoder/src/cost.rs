//! How much arithmetic texts ask for.

use crate::network::{per_distinct_piece, per_piece, per_text};

/// What encoding some texts takes, for benches and footprints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Texts with something to read.
    pub texts: usize,
    /// Pieces they are cut into, the marks of start and end included.
    pub pieces: usize,
    /// Distinct pieces among them.
    pub distinct: usize,
}

impl Cost {
    /// Multiplications in matrix products, each followed by an addition, when what depends on a piece alone is computed once.
    pub fn multiplications(&self) -> usize {
        self.texts * per_text() + self.pieces * per_piece() + self.distinct * per_distinct_piece()
    }

    /// The same when it is computed for every occurrence.
    pub fn multiplications_anew(&self) -> usize {
        Self { distinct: self.pieces, ..*self }.multiplications()
    }
}
