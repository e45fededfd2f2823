//! The graph of ideas to themes: Leiden over a ladder of resolutions, the number of themes chosen by stability,
//! ideas without a clear place left in the pool « à classer » (analysis.md §3.6).

mod again;
mod carry;
mod kept;
mod ladder;
mod leiden;
mod network;
mod placement;
mod shape;
mod split;

pub(crate) use again::{Again, again};
pub(crate) use carry::{Carry, Row, carry};
pub use ladder::Rung;
pub use placement::{Placement, Reason};
pub use shape::{centroids, typicality};
pub(crate) use split::split_all;
pub use split::{Split, split};

use crate::neighbours::Graph;
use ladder::Ladder;
use network::Network;
use std::collections::BTreeMap;

/// What may be asked of the search for themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// How many themes to look for; `None` lets stability choose.
    pub themes: Option<usize>,
}

/// The graph of ideas, and what its nodes stand for.
#[derive(Debug, Clone, Copy)]
pub struct Nodes<'a> {
    /// Weighted, undirected.
    pub graph: &'a Graph,
    /// Voices of each node (1 to 4).
    pub weights: &'a [f64],
    /// The contribution that each node comes from.
    pub sources: &'a [usize],
}

/// The themes found, numbered from 0 by falling weight of their ideas.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Themes {
    /// Where each idea of the graph stands.
    pub placements: Vec<Placement>,
    /// For each theme, the mean over the sub-samples of the best Jaccard with a community found on 80 % of the ideas:
    /// ≥ .75 solid, .5–.75 fragile.
    pub stability: Vec<f64>,
    /// The resolution kept.
    pub resolution: f64,
    /// Every resolution tried, rising.
    pub ladder: Vec<Rung>,
    /// For each of them whose number of themes can be chosen, the community of each idea, numbered by falling weight; `None` when too small.
    pub partitions: Vec<Option<Vec<Option<u32>>>>,
}

impl Themes {
    /// Number of themes.
    pub fn count(&self) -> usize {
        self.stability.len()
    }

    /// The theme of each idea.
    pub fn theme(&self) -> Vec<Option<u32>> {
        self.placements.iter().map(|placement| placement.theme).collect()
    }
}

/// Finds the themes of a graph of ideas.
///
/// The same arguments give the same themes on any machine and any number of threads.
///
/// # Panics
/// When there is not one weight and one contribution for each node: a mistake of the caller.
pub fn find(nodes: Nodes<'_>, settings: Settings, seed: u64) -> Themes {
    let Nodes { graph, weights, sources } = nodes;
    assert_eq!(graph.len(), weights.len(), "one weight for each idea");
    assert_eq!(graph.len(), sources.len(), "one contribution for each idea");
    if graph.is_empty() {
        return Themes::default();
    }
    let network = Network::new(graph, weights);
    let ladder = Ladder::climb(&network, settings.themes, seed);
    let communities = by_weight(ladder.communities(), weights, sources, least_voices(graph.len()));
    let placements = placement::place(graph, &communities);
    let themes: Vec<Option<u32>> = placements.iter().map(|placement| placement.theme).collect();
    let stability = ladder.theme_stability(&themes);
    let numbered = |communities: &[u32]| by_weight(communities, weights, sources, least_voices(graph.len()));
    let partitions = ladder.measured().map(|kept| kept.map(numbered)).collect();
    Themes { placements, stability, resolution: ladder.resolution(), ladder: ladder.rungs(), partitions }
}

/// The theme that the neighbours of node `i` clearly share.
pub(crate) fn nearest(graph: &Graph, i: usize, theme: &[Option<u32>]) -> Option<u32> {
    placement::placement(graph.of(i), None, theme).theme
}

/// Voices under which a community is no theme: one for 200 ideas, from 3 to 15.
fn least_voices(ideas: usize) -> usize {
    ideas.div_ceil(200).clamp(3, 15)
}

/// A community while its nodes are gone through.
struct Community {
    weight: f64,
    /// The first of its nodes.
    first: usize,
    /// The heaviest node of each contribution: several ideas of one are one voice, an idea that others repeat is several.
    voices: BTreeMap<usize, f64>,
}

/// Numbers the communities that at least `least` voices speak of by falling weight, then by their first idea; the others have none.
fn by_weight(communities: &[u32], weights: &[f64], sources: &[usize], least: usize) -> Vec<Option<u32>> {
    let mut found: BTreeMap<u32, Community> = BTreeMap::new();
    for (i, (&c, &weight)) in communities.iter().zip(weights).enumerate() {
        let empty = || Community { weight: 0.0, first: i, voices: BTreeMap::new() };
        let community = found.entry(c).or_insert_with(empty);
        community.weight += weight;
        if community.voices.len() < least {
            community.voices.entry(sources[i]).and_modify(|most| *most = most.max(weight)).or_insert(weight);
        }
    }
    let heard = |community: &Community| community.voices.values().sum::<f64>() >= least as f64;
    let mut kept: Vec<_> = found.into_iter().filter(|(_, community)| heard(community)).collect();
    kept.sort_by(|(_, a), (_, b)| b.weight.total_cmp(&a.weight).then(a.first.cmp(&b.first)));
    let number: BTreeMap<u32, u32> = kept.iter().map(|(c, _)| *c).zip(0..).collect();
    communities.iter().map(|c| number.get(c).copied()).collect()
}

#[cfg(test)]
mod tests;
