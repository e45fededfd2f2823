//! What depends on a piece alone, computed once for each distinct piece of a corpus: its embedding, the projections and their
//! norm, and, as a convolution is linear, what it brings to the first convolution of each of its neighbours.

use rayon::prelude::*;

use crate::Matrix;
use crate::embedding::{Embedding, WIDTH};
use crate::network::{BRANCH, BRANCHES, Network, PLACES};

/// Pieces computed together.
const BLOCK: usize = 48;

/// Numbers of a piece: embedding, branches, then for each branch one share for each place of its window.
const ROW: usize = WIDTH + BRANCHES + PLACES * BRANCH;

/// One row for each piece asked for.
pub(crate) struct Pieces {
    table: Matrix,
}

impl Pieces {
    /// Computes the given rows of the embedding.
    pub(crate) fn compute(network: &Network, embedding: &Embedding, rows: &[u32]) -> Self {
        let mut table = Matrix::zeros(rows.len(), ROW);
        let blocks = table.as_mut_slice().par_chunks_mut(BLOCK * ROW).zip(rows.par_chunks(BLOCK));
        blocks.for_each(|(table, rows)| fill(network, embedding, rows, table));
        Self { table }
    }

    /// The embedding of piece `i`, 512 numbers.
    pub(crate) fn embedding(&self, i: usize) -> &[f32] {
        &self.table.row(i)[..WIDTH]
    }

    /// What piece `i` enters a branch (0, 1, 2) with, 256 numbers.
    pub(crate) fn branch(&self, i: usize, branch: usize) -> &[f32] {
        &self.table.row(i)[WIDTH + branch * BRANCH..][..BRANCH]
    }

    /// What piece `i` brings to the first convolution of a branch when it stands at `place` in the window, 256 numbers.
    pub(crate) fn share(&self, i: usize, branch: usize, place: usize) -> &[f32] {
        &self.table.row(i)[first_share(branch) + place * BRANCH..][..BRANCH]
    }
}

/// Where the shares of a branch begin: after those of windows of two, and of three.
fn first_share(branch: usize) -> usize {
    WIDTH + BRANCHES + [0, 2, 2 + 3][branch] * BRANCH
}

/// Writes the rows of one block.
fn fill(network: &Network, embedding: &Embedding, rows: &[u32], table: &mut [f32]) {
    let mut embeddings = Matrix::zeros(rows.len(), WIDTH);
    let mut projected = Matrix::zeros(rows.len(), BRANCHES);
    for (i, &row) in rows.iter().enumerate() {
        embedding.decode(row, embeddings.row_mut(i));
    }
    let starts = |step: usize, at: usize| (0..rows.len()).map(|i| i * step + at).collect::<Vec<usize>>();
    network.projection.multiply(embeddings.as_slice(), &starts(WIDTH, 0), projected.as_mut_slice(), BRANCHES);
    for (i, out) in table.chunks_exact_mut(ROW).enumerate() {
        network.normalise_projection(projected.row_mut(i));
        out[..WIDTH].copy_from_slice(embeddings.row(i));
        out[WIDTH..][..BRANCHES].copy_from_slice(projected.row(i));
    }
    for (i, branch) in network.branches.iter().enumerate() {
        let starts = starts(BRANCHES, i * BRANCH);
        branch.first.multiply(projected.as_slice(), &starts, &mut table[first_share(i)..], ROW);
    }
}
