//! Who is near whom: exact nearest neighbours, and the graph made of them (analysis.md §3.5).

mod graph;

pub use graph::{Graph, graph};

use crate::quantise::Similarity;
use arobase_encoder::{Matrix, Panels};
use rayon::prelude::*;

/// Rows in a tile.
const TILE: usize = 256;

/// Rows of tiles multiplied before what they found is put together: few, so that later tiles know what to beat.
const WAVE: usize = 4;

/// A neighbour: similarity, and index.
pub type Near = (Similarity, u32);

/// The nearest rows of each row, nearest first, ties by index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    rows: Vec<Vec<Near>>,
}

impl Neighbours {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The neighbours of row `i`, nearest first.
    pub fn of(&self, i: usize) -> &[Near] {
        &self.rows[i]
    }
}

/// Neighbours to ask for: 10 under 1,000 rows, 15 up to 100,000, 20 above.
pub fn usual_count(rows: usize) -> usize {
    match rows {
        0..1_000 => 10,
        1_000..=100_000 => 15,
        _ => 20,
    }
}

/// The `k` rows of largest cosine to each row of `x` (rows of unit length, or zero), itself excepted.
///
/// Exact: each pair of tiles is multiplied once and serves both its sides. Similarities are quantised before they are
/// compared, and the order is total, so the result does not depend on the order of the tiles.
pub fn knn(x: &Matrix, k: usize) -> Neighbours {
    let tiles: Vec<Tile> = (0..x.rows()).step_by(TILE).map(|start| Tile::new(x, start)).collect();
    let mut best: Vec<Best> = (0..x.rows()).map(|_| Best::new(k)).collect();
    let all: Vec<usize> = (0..tiles.len()).collect();
    for wave in all.chunks(WAVE) {
        let pairs: Vec<(usize, usize)> = wave.iter().flat_map(|&i| (i..tiles.len()).map(move |j| (i, j))).collect();
        let found: Vec<(usize, Vec<Best>)> =
            pairs.par_iter().flat_map_iter(|&(i, j)| both_sides(&tiles, i, j, &best)).collect();
        for (start, part) in found {
            best[start..].iter_mut().zip(part).for_each(|(all, some)| all.absorb(some));
        }
    }
    Neighbours { rows: best.into_iter().map(|b| b.nearest).collect() }
}

/// Some consecutive rows, as the left and as the right side of products.
struct Tile {
    rows: Matrix,
    packed: Panels,
}

impl Tile {
    fn new(x: &Matrix, start: usize) -> Self {
        let range = start * x.cols()..(start + TILE).min(x.rows()) * x.cols();
        let rows = Matrix::from_vec(TILE.min(x.rows() - start), x.cols(), x.as_slice()[range].to_vec());
        Self { packed: Panels::of_transposed(&rows), rows }
    }
}

/// The best of tile `j` for the rows of tile `i`, and the other way round.
fn both_sides(tiles: &[Tile], i: usize, j: usize, best: &[Best]) -> Vec<(usize, Vec<Best>)> {
    let similarity = tiles[j].packed.product(&tiles[i].rows);
    let floors = |t: usize| best[t * TILE..].iter().take(TILE).map(Best::floor).collect::<Vec<_>>();
    let (mut ours, mut theirs) = (floors(i), floors(j));
    for (a, row) in similarity.iter_rows().enumerate() {
        for (b, &cosine) in row.iter().enumerate() {
            let s = Similarity::of(cosine);
            let (p, q) = ((i * TILE + a) as u32, (j * TILE + b) as u32);
            if p != q {
                ours[a].offer((s, q));
            }
            if i != j {
                theirs[b].offer((s, p));
            }
        }
    }
    if i == j { vec![(i * TILE, ours)] } else { vec![(i * TILE, ours), (j * TILE, theirs)] }
}

/// The best neighbours met so far.
struct Best {
    k: usize,
    /// What a newcomer must beat.
    last: Near,
    nearest: Vec<Near>,
}

impl Best {
    fn new(k: usize) -> Self {
        Self { k, last: (Similarity(i32::MIN), u32::MAX), nearest: Vec::new() }
    }

    /// Nothing met yet, but as hard to enter.
    fn floor(&self) -> Self {
        Self { k: self.k, last: self.last, nearest: Vec::new() }
    }

    fn offer(&mut self, near: Near) {
        if self.k == 0 || !before(near, self.last) {
            return;
        }
        let place = self.nearest.partition_point(|&other| before(other, near));
        self.nearest.insert(place, near);
        self.nearest.truncate(self.k);
        if self.nearest.len() == self.k {
            self.last = self.nearest[self.k - 1];
        }
    }

    fn absorb(&mut self, other: Self) {
        other.nearest.into_iter().for_each(|near| self.offer(near));
    }
}

/// Whether `a` is nearer than `b`, or as near with a lower index.
fn before(a: Near, b: Near) -> bool {
    a.0 > b.0 || (a.0 == b.0 && a.1 < b.1)
}

#[cfg(test)]
mod tests;
