//! The graph as Leiden walks it: weights are whole numbers held in `f64`, so that every sum is exact.

use crate::neighbours::Graph;
use crate::quantise::Similarity;

/// Voices are counted in quarters.
const QUARTERS: f64 = 4.0;

/// A weighted undirected graph with self-loops.
#[derive(Debug, Clone)]
pub(super) struct Network {
    starts: Vec<usize>,
    edges: Vec<(u32, f64)>,
    /// Weight of each node's own loop, counted once.
    loops: Vec<f64>,
    /// Sum of the weights at each node, its loop counted twice.
    pub(super) strength: Vec<f64>,
    /// Sum of the strengths: twice the weight of all edges.
    pub(super) total: f64,
}

impl Network {
    /// A node that stands for several voices pulls as that many nodes would: each edge is multiplied by the voices
    /// of both its ends.
    pub(super) fn new(graph: &Graph, voices: &[f64]) -> Self {
        let quarters: Vec<f64> = voices.iter().map(|v| (v * QUARTERS).round()).collect();
        let mut out = Self::empty();
        for i in 0..graph.len() {
            let weigh = |&(j, s): &(u32, Similarity)| (j, f64::from(s.0) * quarters[i] * quarters[j as usize]);
            out.push(graph.of(i).iter().map(weigh), 0.0);
        }
        out
    }

    fn empty() -> Self {
        Self { starts: vec![0], edges: Vec::new(), loops: Vec::new(), strength: Vec::new(), total: 0.0 }
    }

    /// Adds the next node, with its edges and its loop.
    fn push(&mut self, edges: impl Iterator<Item = (u32, f64)>, own: f64) {
        let first = self.edges.len();
        self.edges.extend(edges);
        let strength = 2.0 * own + self.edges[first..].iter().map(|edge| edge.1).sum::<f64>();
        self.loops.push(own);
        self.strength.push(strength);
        self.total += strength;
        self.starts.push(self.edges.len());
    }

    /// Number of nodes.
    pub(super) fn len(&self) -> usize {
        self.strength.len()
    }

    /// The neighbours of `i` with the weights of their edges.
    pub(super) fn of(&self, i: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.edges[self.starts[i]..self.starts[i + 1]].iter().map(|&(j, w)| (j as usize, w))
    }

    /// Mean weight of an edge, 1 when there is none.
    pub(super) fn mean_weight(&self) -> f64 {
        let sum: f64 = self.edges.iter().map(|edge| edge.1).sum();
        if sum > 0.0 { sum / self.edges.len() as f64 } else { 1.0 }
    }

    /// What remains between the nodes of `kept`, which become 0, 1, 2… in their order.
    pub(super) fn induced(&self, kept: &[u32]) -> Self {
        let mut place = vec![u32::MAX; self.len()];
        kept.iter().zip(0..).for_each(|(&i, new)| place[i as usize] = new);
        let mut out = Self::empty();
        for &i in kept {
            let renamed = self.of(i as usize).map(|(j, w)| (place[j], w));
            out.push(renamed.filter(|edge| edge.0 != u32::MAX), self.loops[i as usize]);
        }
        out
    }

    /// Each edge multiplied by the number of `partitions` that keep its ends together; without the edges that none keeps.
    pub(super) fn agreed(&self, partitions: &[Vec<u32>]) -> Self {
        let mut out = Self::empty();
        for i in 0..self.len() {
            let together = |j: usize| partitions.iter().filter(|labels| labels[i] == labels[j]).count() as f64;
            let edges = self.of(i).map(|(j, w)| (j as u32, w * together(j)));
            out.push(edges.filter(|edge| edge.1 > 0.0), self.loops[i]);
        }
        out
    }

    /// One node for each of the `count` groups: inner edges become loops, the others add up.
    pub(super) fn aggregated(&self, group: &[u32], count: usize) -> Self {
        let (starts, members) = members(group, count);
        let mut sum = vec![0.0; count];
        let mut touched: Vec<u32> = Vec::new();
        let mut out = Self::empty();
        for own in 0..count {
            let mut inner = 0.0;
            for &i in &members[starts[own]..starts[own + 1]] {
                inner += self.loops[i as usize];
                for (j, w) in self.of(i as usize) {
                    let other = group[j];
                    if sum[other as usize] == 0.0 {
                        touched.push(other);
                    }
                    sum[other as usize] += w;
                }
            }
            inner += sum[own] / 2.0;
            out.push(touched.iter().filter(|&&c| c as usize != own).map(|&c| (c, sum[c as usize])), inner);
            touched.drain(..).for_each(|c| sum[c as usize] = 0.0);
        }
        out
    }

    /// Modularity at `resolution` (Reichardt and Bornholdt), −∞ to 1.
    pub(super) fn modularity(&self, labels: &[u32], resolution: f64) -> f64 {
        if self.total == 0.0 {
            return 0.0;
        }
        let count = labels.iter().max().map_or(0, |&c| c as usize + 1);
        let (mut inner, mut strength) = (vec![0.0; count], vec![0.0; count]);
        for i in 0..self.len() {
            let c = labels[i] as usize;
            strength[c] += self.strength[i];
            inner[c] += 2.0 * self.loops[i];
            inner[c] += self.of(i).filter(|&(j, _)| labels[j] as usize == c).map(|edge| edge.1).sum::<f64>();
        }
        let share = |(e, k): (&f64, &f64)| e / self.total - resolution * (k / self.total) * (k / self.total);
        inner.iter().zip(&strength).map(share).sum()
    }
}

/// The nodes of each group, one group after the other, and where each group starts.
fn members(group: &[u32], count: usize) -> (Vec<usize>, Vec<u32>) {
    let mut starts = vec![0; count + 1];
    for &c in group {
        starts[c as usize + 1] += 1;
    }
    (0..count).for_each(|c| starts[c + 1] += starts[c]);
    let mut next = starts.clone();
    let mut members = vec![0; group.len()];
    for (i, &c) in (0_u32..).zip(group) {
        members[next[c as usize]] = i;
        next[c as usize] += 1;
    }
    (starts, members)
}
