//! Every pair of rows, tile by tile.

use super::Neighbours;
use super::best::Best;
use crate::quantise::Similarity;
use crate::vectors::Compact;
use arobase_encoder::{Matrix, Panels};
use rayon::prelude::*;

/// Rows in a tile.
pub(super) const TILE: usize = 256;

/// Rows of tiles multiplied before what they found is put together: few, so that later tiles know what to beat.
pub(super) const WAVE: usize = 4;

/// Exact neighbours: each pair of tiles is multiplied once and serves both its sides.
pub(super) fn knn(x: &Compact, k: usize) -> Neighbours {
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
    Neighbours::new(best)
}

/// Some consecutive rows, as the left and as the right side of products.
struct Tile {
    rows: Matrix,
    packed: Panels,
}

impl Tile {
    fn new(x: &Compact, start: usize) -> Self {
        let rows = x.gather(&(start..(start + TILE).min(x.rows())).collect::<Vec<_>>());
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
