//! The graph as Leiden walks it: weights are whole numbers held in `f64`, so that every sum is exact.

use crate::neighbours::Graph;

/// Voices are counted in quarters.
const QUARTERS: f64 = 4.0;

/// A weighted undirected graph with self-loops.
#[derive(Debug, Clone)]
pub(super) struct Network {
    starts: Vec<usize>,
    targets: Vec<u32>,
    weights: Vec<f64>,
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
        let rows = (0..graph.len()).map(|i| {
            let edge = move |&(j, s): &(u32, crate::quantise::Similarity)| (j, f64::from(s.0));
            graph.of(i).iter().map(edge).map(|(j, s)| (j, s * quarters[i] * quarters[j as usize])).collect()
        });
        Self::from_rows(rows, vec![0.0; graph.len()])
    }

    /// Rows of (neighbour, weight) without loops, the loops apart.
    fn from_rows(rows: impl Iterator<Item = Vec<(u32, f64)>>, loops: Vec<f64>) -> Self {
        let mut out =
            Self { starts: vec![0], targets: Vec::new(), weights: Vec::new(), loops, strength: Vec::new(), total: 0.0 };
        for (i, row) in rows.enumerate() {
            let strength = 2.0 * out.loops[i] + row.iter().map(|edge| edge.1).sum::<f64>();
            out.strength.push(strength);
            out.total += strength;
            out.targets.extend(row.iter().map(|edge| edge.0));
            out.weights.extend(row.iter().map(|edge| edge.1));
            out.starts.push(out.targets.len());
        }
        out
    }

    /// Number of nodes.
    pub(super) fn len(&self) -> usize {
        self.strength.len()
    }

    /// The neighbours of `i` with the weights of their edges.
    pub(super) fn of(&self, i: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.starts[i]..self.starts[i + 1];
        self.targets[range.clone()].iter().zip(&self.weights[range]).map(|(&j, &w)| (j as usize, w))
    }

    /// Mean weight of an edge, 1 when there is none.
    pub(super) fn mean_weight(&self) -> f64 {
        if self.weights.is_empty() { 1.0 } else { self.weights.iter().sum::<f64>() / self.weights.len() as f64 }
    }

    /// What remains between the nodes of `kept`, which become 0, 1, 2… in their order.
    pub(super) fn induced(&self, kept: &[u32]) -> Self {
        let mut place = vec![u32::MAX; self.len()];
        kept.iter().zip(0..).for_each(|(&i, new)| place[i as usize] = new);
        let row = |&i: &u32| {
            let renamed = self.of(i as usize).map(|(j, w)| (place[j], w));
            renamed.filter(|edge| edge.0 != u32::MAX).collect()
        };
        Self::from_rows(kept.iter().map(row), kept.iter().map(|&i| self.loops[i as usize]).collect())
    }

    /// One node for each of the `count` groups: inner edges become loops, the others add up.
    pub(super) fn aggregated(&self, group: &[u32], count: usize) -> Self {
        let mut members = vec![Vec::new(); count];
        (0..self.len()).for_each(|i| members[group[i] as usize].push(i));
        let mut loops = vec![0.0; count];
        let mut sum = vec![0.0; count];
        let mut rows = Vec::with_capacity(count);
        for (own, nodes) in members.iter().enumerate() {
            let mut touched: Vec<u32> = Vec::new();
            for &i in nodes {
                loops[own] += self.loops[i];
                for (j, w) in self.of(i) {
                    let other = group[j];
                    if sum[other as usize] == 0.0 {
                        touched.push(other);
                    }
                    sum[other as usize] += w;
                }
            }
            loops[own] += sum[own] / 2.0;
            touched.sort_unstable();
            rows.push(touched.iter().filter(|&&c| c as usize != own).map(|&c| (c, sum[c as usize])).collect());
            touched.iter().for_each(|&c| sum[c as usize] = 0.0);
        }
        Self::from_rows(rows.into_iter(), loops)
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
