//! The weighted graph of the nearest neighbours.

use super::Neighbours;
use crate::kept::Kept;
use crate::quantise::{STEPS, Similarity};

/// Similarity under which two rows are not joined, whatever their ranks.
const LEAST: Similarity = Similarity(STEPS / 4);

/// An undirected graph in compressed rows: neighbours in increasing order, weights in steps of 1/4096.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    starts: Vec<usize>,
    edges: Vec<(u32, Similarity)>,
}

impl Graph {
    /// From undirected edges, each given once or twice; of two weights the larger is kept, self-loops are dropped.
    pub fn from_edges(nodes: usize, edges: impl IntoIterator<Item = (u32, u32, Similarity)>) -> Self {
        let one_way = edges.into_iter().filter(|(i, j, _)| i != j);
        let mut both: Vec<(u32, u32, Similarity)> = one_way.flat_map(|(i, j, w)| [(i, j, w), (j, i, w)]).collect();
        both.sort_unstable_by_key(|&(i, j, w)| (i, j, std::cmp::Reverse(w)));
        both.dedup_by_key(|&mut (i, j, _)| (i, j));
        let mut starts = vec![0; nodes + 1];
        for edge in &both {
            starts[edge.0 as usize + 1] += 1;
        }
        (0..nodes).for_each(|i| starts[i + 1] += starts[i]);
        Self { starts, edges: both.into_iter().map(|(_, j, w)| (j, w)).collect() }
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of undirected edges.
    pub fn edge_count(&self) -> usize {
        self.edges.len() / 2
    }

    /// The neighbours of node `i` with the weights of their edges, by index.
    pub fn of(&self, i: usize) -> &[(u32, Similarity)] {
        &self.edges[self.starts[i]..self.starts[i + 1]]
    }
}

impl Kept for Graph {
    fn write(&self, out: &mut Vec<u8>) {
        self.starts.write(out);
        self.edges.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self { starts: Vec::read(bytes)?, edges: Vec::read(bytes)? })
    }
}

impl Kept for Similarity {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        i32::read(bytes).map(Self)
    }
}

/// Joins each row with its neighbours. An edge is kept when its similarity reaches .25 and is not among the
/// lowest twentieth of all the neighbours' similarities.
pub fn graph(neighbours: &Neighbours) -> Graph {
    let mut all: Vec<Similarity> = neighbours.rows.iter().flatten().map(|near| near.0).collect();
    all.sort_unstable();
    let least = all.get(all.len() / 20).map_or(LEAST, |&p05| p05.max(LEAST));
    let edges = (0_u32..).zip(&neighbours.rows).flat_map(|(i, row)| row.iter().map(move |&(s, j)| (i, j, s)));
    Graph::from_edges(neighbours.len(), edges.filter(|edge| edge.2 >= least))
}
