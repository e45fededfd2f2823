//! « Split this theme in k »: Leiden inside one theme, its resolution searched for the number of parts asked.

use super::ladder::{best_jaccards, pick, subset};
use super::least_voices;
use super::leiden::leiden;
use super::network::Network;
use crate::neighbours::Graph;
use crate::random::stage_seed;
use rayon::prelude::*;

/// Passes of Leiden at each resolution tried.
const PASSES: usize = 2;

/// A part holds at least one idea in so many.
const LEAST_PART: usize = 10;

/// Sub-samples of four ideas in five on which a split is made again.
const SAMPLES: u64 = 10;

/// Modularity from which parts are apart (Newman and Girvan 2004; analysis.md §3.6), and Jaccard from which a part is solid (Hennig 2007).
const APART: f64 = 0.3;
const SOLID: f64 = 0.75;

/// Halvings of the gap between a resolution too coarse and one too fine.
const STEPS: usize = 10;

/// A way to split a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// For each idea of the theme, its part, numbered by falling size.
    pub part: Vec<u32>,
    /// Modularity of the parts among the ideas of the theme: above .3 they are well apart.
    pub quality: f64,
    /// How well the part that holds worst is found again when a fifth of the ideas is taken away: mean Jaccard with the part that matches it best, 0 to 1.
    pub stability: f64,
}

impl Split {
    /// Whether the parts are apart, are found again, and are each large enough for a theme among so many ideas.
    pub(crate) fn stands(&self, ideas: usize) -> bool {
        let smallest = sizes(&self.part).into_iter().min().unwrap_or(0);
        self.quality >= APART && self.stability >= SOLID && smallest >= least_voices(ideas)
    }
}

/// Splits the nodes `members` of `graph`, that stand for `weights` voices each, in `parts`. `None` when they do not come apart so.
pub fn split(graph: &Graph, weights: &[f64], members: &[u32], parts: usize, seed: u64) -> Option<Split> {
    let inside = Network::new(graph, weights).induced(members);
    split_network(&inside, parts, seed)
}

/// As [`split`], for each of `themes`.
pub(crate) fn split_all(
    graph: &Graph,
    weights: &[f64],
    themes: &[Vec<u32>],
    parts: &[usize],
    seed: u64,
) -> Vec<Vec<Option<Split>>> {
    let network = Network::new(graph, weights);
    let one = |members: &Vec<u32>| {
        let inside = network.induced(members);
        parts.iter().map(|&parts| split_network(&inside, parts, seed)).collect()
    };
    themes.par_iter().map(one).collect()
}

fn split_network(inside: &Network, parts: usize, seed: u64) -> Option<Split> {
    let part = cut(inside, parts, seed)?;
    Some(Split { quality: inside.modularity(&part, 1.0), stability: stability(inside, &part, parts, seed), part })
}

/// The part of each node, numbered by falling size.
fn cut(inside: &Network, parts: usize, seed: u64) -> Option<Vec<u32>> {
    if parts < 2 || inside.len() < 2 * parts {
        return None;
    }
    let least = (inside.len() / LEAST_PART).max(2);
    let finest = search(inside, parts, least, seed)?;
    Some(by_size(&merged(inside, finest, parts, least)))
}

/// The mean of the best Jaccards of the part that sub-samples find worst; one that does not come apart finds none.
fn stability(inside: &Network, part: &[u32], parts: usize, seed: u64) -> f64 {
    let again = |b: u64| -> Vec<f64> {
        let kept = subset(inside.len(), stage_seed(seed, "sample").wrapping_add(b));
        let ours: Vec<Option<u32>> = pick(part, &kept).into_iter().map(Some).collect();
        let found = cut(&inside.induced(&kept), parts, seed.wrapping_add(b));
        found.map_or_else(|| vec![0.0; parts], |found| best_jaccards(&ours, &found, parts))
    };
    let found: Vec<Vec<f64>> = (0..SAMPLES).into_par_iter().map(again).collect();
    let mean = |part: usize| found.iter().map(|best| best[part]).sum::<f64>() / SAMPLES as f64;
    (0..parts).map(mean).fold(1.0, f64::min)
}

/// The coarsest partition with at least `parts` communities large enough, among those tried.
fn search(inside: &Network, parts: usize, least: usize, seed: u64) -> Option<Vec<u32>> {
    let (mut low, mut high) = (0.0, 1.0);
    let mut best = None;
    for _ in 0..STEPS {
        let middle = if best.is_none() { high } else { f64::midpoint(low, high) };
        let found = leiden(inside, middle, PASSES, seed);
        let many = sizes(&found).into_iter().filter(|&size| size >= least).count();
        if many < parts {
            low = middle;
            high = if best.is_none() { middle * 2.0 } else { high };
        } else {
            high = middle;
            best = Some(found);
            if many == parts {
                break;
            }
        }
    }
    best
}

fn count(labels: &[u32]) -> usize {
    labels.iter().max().map_or(0, |&last| last as usize + 1)
}

fn sizes(labels: &[u32]) -> Vec<usize> {
    let mut sizes = vec![0; count(labels)];
    for &label in labels {
        sizes[label as usize] += 1;
    }
    sizes
}

/// Merges the two communities that cost modularity least, one of them too small as long as there is such a one, until `parts` are left.
fn merged(inside: &Network, mut labels: Vec<u32>, parts: usize, least: usize) -> Vec<u32> {
    while count(&labels) > parts {
        let small = sizes(&labels).iter().position(|&size| size < least);
        let (one, other) = nearest(inside, &labels, small);
        labels.iter_mut().filter(|label| **label == other).for_each(|label| *label = one);
        labels = renumbered(&labels);
    }
    labels
}

/// The pair whose merging gains most modularity, the first among equals; `of` is one of the two, if given.
fn nearest(inside: &Network, labels: &[u32], of: Option<usize>) -> (u32, u32) {
    let k = count(labels);
    let (mut between, mut strength) = (vec![0.0; k * k], vec![0.0; k]);
    for i in 0..inside.len() {
        let own = labels[i] as usize;
        strength[own] += inside.strength[i];
        inside.of(i).for_each(|(j, w)| between[own * k + labels[j] as usize] += w);
    }
    let gain = |a: usize, b: usize| between[a * k + b] - strength[a] * strength[b] / inside.total.max(1.0);
    let pairs = (0..k).flat_map(|a| (a + 1..k).map(move |b| (a, b)));
    let pairs = pairs.filter(|&(a, b)| of.is_none_or(|of| of == a || of == b));
    let best = pairs.reduce(|best, pair| if gain(pair.0, pair.1) > gain(best.0, best.1) { pair } else { best });
    best.map_or((0, 0), |(a, b)| (a as u32, b as u32))
}

fn renumbered(labels: &[u32]) -> Vec<u32> {
    let mut seen: Vec<u32> = labels.to_vec();
    seen.sort_unstable();
    seen.dedup();
    labels.iter().map(|label| seen.binary_search(label).map_or(0, |at| at as u32)).collect()
}

/// Numbers the communities by falling size, then by their first node.
fn by_size(labels: &[u32]) -> Vec<u32> {
    let mut order: Vec<(usize, usize)> = vec![(0, usize::MAX); count(labels)];
    for (i, &label) in labels.iter().enumerate() {
        let slot = &mut order[label as usize];
        *slot = (slot.0 + 1, slot.1.min(i));
    }
    let mut rank: Vec<u32> = (0..order.len() as u32).collect();
    rank.sort_by_key(|&label| (std::cmp::Reverse(order[label as usize].0), order[label as usize].1));
    let mut number = vec![0; rank.len()];
    rank.iter().zip(0..).for_each(|(&label, new)| number[label as usize] = new);
    labels.iter().map(|&label| number[label as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantise::Similarity;

    /// Cliques of four, each joined to the next by one edge.
    fn cliques(count: u32) -> Graph {
        let inside = (0..count)
            .flat_map(|c| (0..4).flat_map(move |a| (a + 1..4).map(move |b| (4 * c + a, 4 * c + b, Similarity(3000)))));
        let bridges = (1..count).map(|c| (4 * c - 1, 4 * c, Similarity(1200)));
        Graph::from_edges(4 * count as usize, inside.chain(bridges))
    }

    #[test]
    fn a_theme_comes_apart_where_it_is_thin() {
        let (graph, members) = (cliques(3), (0..12).collect::<Vec<u32>>());
        let found = split(&graph, &[1.0; 12], &members, 3, 1).expect("three cliques");
        assert!(found.stands(12), "{found:?}");
        assert_eq!(found.part, [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
        assert!(found.quality > 0.5, "{}", found.quality);
        let two = split(&graph, &[1.0; 12], &members, 2, 1).expect("two parts");
        assert!(two.part.iter().all(|&part| part < 2) && two.part[..4].iter().all(|&part| part == two.part[0]));
    }

    /// Forty nodes around a ring, each joined to the three on either side: it can be cut anywhere.
    #[test]
    fn what_has_no_thin_place_is_not_to_be_split() {
        let ring = (0..40_u32).flat_map(|i| (1..4).map(move |step| (i, (i + step) % 40, Similarity(2000))));
        let (graph, members) = (Graph::from_edges(40, ring), (0..40).collect::<Vec<u32>>());
        let found = split(&graph, &[1.0; 40], &members, 2, 1).expect("two arcs");
        assert!(found.quality > APART && !found.stands(40), "well cut, but each time elsewhere: {}", found.stability);
        let tight = (0..20_u32).flat_map(|i| (i + 1..20).map(move |j| (i, j, Similarity(2000))));
        let members: Vec<u32> = (0..20).collect();
        let whole = split(&Graph::from_edges(20, tight), &[1.0; 20], &members, 2, 1);
        assert!(whole.is_none_or(|found| !found.stands(20)));
    }

    #[test]
    fn what_is_too_small_stays_whole() {
        assert_eq!(split(&cliques(1), &[1.0; 4], &[0, 1, 2], 2, 1), None);
    }
}
