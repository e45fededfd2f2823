//! Themes that go on: late ideas join them where their neighbours are, the rest may form new ones (analysis.md §3.11).

use super::leiden::leiden;
use super::network::Network;
use super::placement::{Placement, placement};
use super::{by_weight, least_ideas};
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

/// Places the new rows beside those that stay in `themes` themes. New themes are numbered after those.
pub(crate) fn carry(
    graph: &Graph,
    weights: &[f64],
    rows: &[Row],
    themes: usize,
    resolution: f64,
    seed: u64,
) -> Vec<Placement> {
    let mut theme: Vec<Option<u32>> =
        rows.iter().map(|row| if let Row::Fixed(theme) = row { *theme } else { None }).collect();
    let open: Vec<bool> = (0..rows.len()).map(|i| is_open(graph, rows, i)).collect();
    vote(graph, &open, &mut theme);
    let joined = theme.clone();
    found(graph, weights, rows, &open, themes, resolution, seed, &mut theme);
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

/// Communities among the rows that no theme took become themes when enough of them is new.
#[expect(clippy::too_many_arguments, reason = "one stage, whose inputs have names of their own")]
fn found(
    graph: &Graph,
    weights: &[f64],
    rows: &[Row],
    open: &[bool],
    themes: usize,
    resolution: f64,
    seed: u64,
    theme: &mut [Option<u32>],
) {
    let pool: Vec<u32> = (0..rows.len() as u32).filter(|&i| open[i as usize] && theme[i as usize].is_none()).collect();
    if pool.is_empty() {
        return;
    }
    let network = Network::new(graph, weights).induced(&pool);
    let communities = leiden(&network, resolution, PASSES, seed);
    let heavy: Vec<f64> = pool.iter().map(|&i| weights[i as usize]).collect();
    let least = least_ideas(rows.len());
    let numbered = by_weight(&communities, &heavy, least);
    let mut new = vec![0; pool.len()];
    for (&i, community) in pool.iter().zip(&numbered) {
        new[community.unwrap_or(0) as usize] += usize::from(community.is_some() && rows[i as usize] == Row::New);
    }
    let mut trial = theme.to_vec();
    for (&i, community) in pool.iter().zip(&numbered) {
        trial[i as usize] = community.filter(|&c| new[c as usize] >= least).map(|c| themes as u32 + c);
    }
    // Rows on the fringe of a new theme stay « à classer »; a theme that is all fringe is none.
    let firm: Vec<Option<u32>> = pool
        .iter()
        .map(|&i| trial[i as usize].and_then(|own| placement(graph.of(i as usize), Some(own), &trial).theme))
        .collect();
    let firm_numbers: Vec<u32> = firm.iter().map(|t| t.map_or(0, |t| t + 1)).collect();
    let kept = by_weight(&firm_numbers, &heavy, least);
    let mut order: Vec<(u32, u32)> =
        kept.iter().zip(&firm).filter_map(|(k, t)| Some((k.as_ref().copied()?, (*t)?))).collect();
    order.sort_unstable();
    order.dedup();
    let number = |t: u32| order.iter().position(|&(_, other)| other == t).map(|at| (themes + at) as u32);
    for (&i, t) in pool.iter().zip(firm) {
        theme[i as usize] = t.and_then(number);
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
