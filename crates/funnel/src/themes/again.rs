//! Clustering everything again in the shadow of themes that stay: what does not move is contracted to one node (analysis.md §3.11).

use super::ladder::Ladder;
use super::leiden::leiden_from;
use super::network::Network;
use super::placement::placement;
use super::{Nodes, by_weight, least_voices};
use crate::neighbours::Graph;
use std::collections::BTreeMap;

/// Passes of Leiden.
const PASSES: usize = 3;

/// What clustering again finds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Again {
    /// For each row, the theme whose fixed rows are in its community; or, from `themes` on, a community without any; or none.
    pub community: Vec<Option<u32>>,
    /// Stability of the themes that there are.
    pub stability: Vec<f64>,
}

/// Clusters again at one resolution, from the themes that there are; rows that are `fixed` stay in theirs.
pub(crate) fn again(
    nodes: Nodes<'_>,
    theme: &[Option<u32>],
    fixed: &[bool],
    themes: usize,
    resolution: f64,
    seed: u64,
) -> Again {
    let (ladder, network) = Ladder::stand(&Network::new(nodes.graph, nodes.weights), resolution, seed);
    let mut stability = ladder.theme_stability(theme);
    stability.resize(themes, 0.0);
    let anchor: Vec<Option<u32>> = theme.iter().zip(fixed).map(|(theme, fixed)| theme.filter(|_| *fixed)).collect();
    let (node, count) = contracted(&anchor);
    let small = network.aggregated(&node, count);
    let labels = leiden_from(&small, resolution, PASSES, seed, start(&node, theme, count));
    let community: Vec<u32> = node.iter().map(|&n| labels[n as usize]).collect();
    Again { community: named(nodes, &community, &anchor, themes), stability }
}

/// The node of each row: one for all that is fixed in a theme, one for each other row.
fn contracted(anchor: &[Option<u32>]) -> (Vec<u32>, usize) {
    let mut of_theme: BTreeMap<u32, u32> = BTreeMap::new();
    let mut count = 0;
    let mut next = || {
        count += 1;
        count - 1
    };
    let node = anchor.iter().map(|anchor| match anchor {
        Some(theme) => *of_theme.entry(*theme).or_insert_with(&mut next),
        None => next(),
    });
    let node = node.collect();
    (node, count as usize)
}

/// Each node with its theme; those without one alone. Labels are nodes.
fn start(node: &[u32], theme: &[Option<u32>], count: usize) -> Vec<u32> {
    let mut first: BTreeMap<u32, u32> = BTreeMap::new();
    let mut labels: Vec<u32> = (0..count as u32).collect();
    for (&n, theme) in node.iter().zip(theme) {
        if let Some(theme) = theme {
            labels[n as usize] = *first.entry(*theme).or_insert(n);
        }
    }
    labels
}

/// Names communities by the theme that is fixed in them; where there are several, by the one that a row's neighbours vote for.
fn named(nodes: Nodes<'_>, community: &[u32], anchor: &[Option<u32>], themes: usize) -> Vec<Option<u32>> {
    let Nodes { graph, weights, sources } = nodes;
    let mut anchors: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (c, theme) in community.iter().zip(anchor) {
        let held = anchors.entry(*c).or_default();
        if let Some(theme) = theme.filter(|theme| !held.contains(theme)) {
            held.push(theme);
        }
    }
    let free: Vec<u32> = community.iter().map(|c| if anchors[c].is_empty() { *c + 1 } else { 0 }).collect();
    let large = by_weight(&free, weights, sources, least_voices(community.len()));
    let mut order: Vec<(u32, u32)> =
        large.iter().zip(&free).filter(|(_, f)| **f > 0).filter_map(|(n, &f)| Some(((*n)?, f))).collect();
    order.sort_unstable();
    order.dedup();
    let number = |f: u32| order.iter().position(|&(_, other)| other == f).map(|at| (themes + at) as u32);
    let own: Vec<Option<u32>> = (0..community.len())
        .map(|i| match anchors[&community[i]].as_slice() {
            [] => number(free[i]),
            [one] => Some(*one),
            several => anchor[i].or_else(|| nearest(graph, i, anchor, several)),
        })
        .collect();
    let place = |i: usize| if anchor[i].is_some() { anchor[i] } else { placement(graph.of(i), own[i], &own).theme };
    (0..own.len()).map(place).collect()
}

/// The one of `several` themes whose fixed rows weigh most among the neighbours of `i`.
fn nearest(graph: &Graph, i: usize, anchor: &[Option<u32>], several: &[u32]) -> Option<u32> {
    let weight = |theme: u32| -> i32 {
        graph.of(i).iter().filter(|&&(j, _)| anchor[j as usize] == Some(theme)).map(|&(_, s)| s.0).sum()
    };
    several.iter().copied().max_by_key(|&theme| (weight(theme), std::cmp::Reverse(theme)))
}
