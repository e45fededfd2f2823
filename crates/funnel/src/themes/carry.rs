//! Themes that go on: late ideas join them where their neighbours are, the rest may form new ones (analysis.md §3.11).

use super::leiden::leiden;
use super::network::Network;
use super::placement::{Placement, placement};
use super::{Nodes, by_weight, least_voices};
use crate::neighbours::Graph;

/// Passes of Leiden over the ideas that no theme takes.
const PASSES: usize = 3;

/// What is known of a node of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// It stays where it is.
    Fixed(Option<u32>),
    /// It waits « à classer », and may be looked at again when new ideas come near.
    Waiting,
    /// It came since.
    New,
}

/// The graph, what stands for its nodes, and what is asked of those that no theme takes.
pub(crate) struct Carry<'a> {
    pub nodes: Nodes<'a>,
    pub rows: &'a [Row],
    /// Number of themes that stay; new ones are numbered after them.
    pub themes: usize,
    pub resolution: f64,
    pub seed: u64,
}

/// Places the new rows beside those that stay.
pub(crate) fn carry(asked: &Carry<'_>) -> Vec<Placement> {
    let Carry { nodes: Nodes { graph, .. }, rows, .. } = *asked;
    let mut theme: Vec<Option<u32>> =
        rows.iter().map(|row| if let Row::Fixed(theme) = row { *theme } else { None }).collect();
    let open: Vec<bool> = (0..rows.len()).map(|i| is_open(graph, rows, i)).collect();
    vote(graph, &open, &mut theme);
    let joined = theme.clone();
    asked.found(&open, &mut theme);
    (0..rows.len()).map(|i| settled(graph, rows[i], i, joined[i], &theme)).collect()
}

/// New ideas, and waiting ones that a new idea stands beside: without new ideas nothing changes.
fn is_open(graph: &Graph, rows: &[Row], i: usize) -> bool {
    match rows[i] {
        Row::Fixed(_) => false,
        Row::New => true,
        Row::Waiting => graph.of(i).iter().any(|&(j, _)| rows[j as usize] == Row::New),
    }
}

/// Each open row joins the theme that its neighbours clearly share, all at once; again while some do, for those that joined vote too.
fn vote(graph: &Graph, open: &[bool], theme: &mut [Option<u32>]) {
    loop {
        let voter = |i: &usize| open[*i] && theme[*i].is_none();
        let joined: Vec<(usize, u32)> = (0..open.len())
            .filter(voter)
            .filter_map(|i| Some((i, placement(graph.of(i), None, theme).theme?)))
            .collect();
        if joined.is_empty() {
            return;
        }
        for (i, t) in joined {
            theme[i] = Some(t);
        }
    }
}

impl Carry<'_> {
    /// Communities among the rows that no theme took become themes when enough of them is new.
    fn found(&self, open: &[bool], theme: &mut [Option<u32>]) {
        let pool: Vec<u32> =
            (0..self.rows.len() as u32).filter(|&i| open[i as usize] && theme[i as usize].is_none()).collect();
        if pool.is_empty() {
            return;
        }
        let network = Network::new(self.nodes.graph, self.nodes.weights).induced(&pool);
        let communities = leiden(&network, self.resolution, PASSES, self.seed);
        let firm = self.firm(&pool, &self.candidates(&pool, &communities, theme));
        let number = self.numbers(&pool, &firm);
        for (&i, t) in pool.iter().zip(&firm) {
            theme[i as usize] = t.and_then(&number);
        }
    }

    fn heavy(&self, pool: &[u32]) -> Vec<f64> {
        pool.iter().map(|&i| self.nodes.weights[i as usize]).collect()
    }

    fn heard(&self, pool: &[u32]) -> Vec<usize> {
        pool.iter().map(|&i| self.nodes.sources[i as usize]).collect()
    }

    /// The themes with those that would be new: large enough, and enough of it new.
    fn candidates(&self, pool: &[u32], communities: &[u32], theme: &[Option<u32>]) -> Vec<Option<u32>> {
        let least = least_voices(self.rows.len());
        let numbered = by_weight(communities, &self.heavy(pool), &self.heard(pool), least);
        let mut new = vec![0; pool.len()];
        for (&i, community) in pool.iter().zip(&numbered) {
            new[community.unwrap_or(0) as usize] +=
                usize::from(community.is_some() && self.rows[i as usize] == Row::New);
        }
        let mut trial = theme.to_vec();
        for (&i, community) in pool.iter().zip(&numbered) {
            trial[i as usize] = community.filter(|&c| new[c as usize] >= least).map(|c| self.themes as u32 + c);
        }
        trial
    }

    /// The new theme of each row of the pool; those on the fringe of one stay « à classer ».
    fn firm(&self, pool: &[u32], trial: &[Option<u32>]) -> Vec<Option<u32>> {
        let keeps = |i: usize| placement(self.nodes.graph.of(i), Some(trial[i]?), trial).theme;
        pool.iter().map(|&i| keeps(i as usize)).collect()
    }

    /// Final numbers of the new themes, by falling weight; one that is all fringe is none.
    fn numbers(&self, pool: &[u32], firm: &[Option<u32>]) -> impl Fn(u32) -> Option<u32> {
        let own: Vec<u32> = firm.iter().map(|t| t.map_or(0, |t| t + 1)).collect();
        let kept = by_weight(&own, &self.heavy(pool), &self.heard(pool), least_voices(self.rows.len()));
        let mut order: Vec<(u32, u32)> = kept.iter().zip(firm).filter_map(|(k, t)| Some(((*k)?, (*t)?))).collect();
        order.sort_unstable();
        order.dedup();
        let themes = self.themes;
        move |t: u32| order.iter().position(|&(_, other)| other == t).map(|at| (themes + at) as u32)
    }
}

/// The figures of a row whose theme is decided.
fn settled(graph: &Graph, row: Row, i: usize, joined: Option<u32>, theme: &[Option<u32>]) -> Placement {
    let own = if matches!(row, Row::Fixed(_)) || joined.is_none() { theme[i] } else { None };
    let mut found = placement(graph.of(i), own, theme);
    let second = found.second.filter(|&s| Some(s) != theme[i]);
    let confidence = if found.theme == theme[i] { found.confidence } else { 0.0 };
    found.theme = theme[i];
    found.second = second.filter(|_| theme[i].is_some());
    found.confidence = confidence;
    found
}
