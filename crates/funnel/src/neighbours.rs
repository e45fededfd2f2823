//! Who is near whom: the nearest neighbours of each row, and the graph made of them (analysis.md §3.5).

mod best;
mod cells;
mod graph;
mod tiles;

pub use graph::{Graph, graph};

use crate::quantise::Similarity;
use crate::vectors::Compact;
use best::Best;

/// Neighbours that an idea may have in its own contribution, and how many more are asked for so that others take the place of the rest.
const KIN: usize = 3;
pub(crate) const SPARE: usize = 12;

/// Rows up to which every pair is compared.
const EXACT: usize = 30_000;

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

    fn new(best: Vec<Best>) -> Self {
        Self { rows: best.into_iter().map(Best::into_nearest).collect() }
    }

    /// The `k` nearest of each row, of which at most three are of its own contribution; `contribution` is that of each row.
    ///
    /// Pieces of one long text are near each other for being of one hand; left alone, they make a theme that one person speaks of.
    #[must_use]
    pub fn beyond_kin(mut self, contribution: &[usize], k: usize) -> Self {
        for (row, own) in self.rows.iter_mut().zip(contribution) {
            let mut kin = 0;
            row.retain(|near| {
                let same = contribution[near.1 as usize] == *own;
                kin += usize::from(same);
                !same || kin <= KIN
            });
            row.truncate(k);
        }
        self
    }

    /// The neighbours of row `i`, nearest first.
    pub fn of(&self, i: usize) -> &[Near] {
        &self.rows[i]
    }
}

/// Neighbours to ask for: 20 up to 5,000 rows, 15 up to 100,000, 20 above.
///
/// Few rows have few near ones, and a sparse graph holds less well when some are taken away: on samples of 600 real answers, 20 and 25 agree
/// with their labels better than 10, and as well as each other.
pub fn usual_count(rows: usize) -> usize {
    match rows {
        5_001..=100_000 => 15,
        _ => 20,
    }
}

/// The `k` rows of largest cosine to each row of `x` (rows of unit length, or zero), itself excepted.
///
/// Exact up to 30,000 rows; above, rows are only compared within the cells around them, which finds nine neighbours in ten.
/// Similarities are quantised before they are compared, and the order is total: threads do not show.
pub fn knn(x: &Compact, k: usize) -> Neighbours {
    if x.rows() <= EXACT { tiles::knn(x, k) } else { cells::knn(x, k) }
}

#[cfg(test)]
mod tests;
