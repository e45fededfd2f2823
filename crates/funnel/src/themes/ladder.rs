//! Resolutions from coarse to fine, and the one whose themes hold best when a fifth of the ideas is taken away.

use super::least_ideas;
use super::leiden::leiden;
use super::network::Network;
use crate::metrics::adjusted_rand;
use crate::random::{Draws, stage_seed};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Half-steps of the ladder: 2^(−4/2) to 2^(6/2).
const HALF_STEPS: std::ops::RangeInclusive<i32> = -4..=6;

/// Share of the ideas in a sub-sample.
const SAMPLE: f64 = 0.8;

/// What a resolution away from 1 must win in stability, for each doubling or halving.
const DISTANCE_COST: f64 = 0.02;

/// Most themes a reader can hold, whatever the number of ideas.
const MOST_THEMES: usize = 120;

/// One resolution tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rung {
    /// γ of the modularity.
    pub resolution: f64,
    /// Communities large enough to be themes.
    pub themes: usize,
    /// Mean adjusted Rand index between the partition and those of the sub-samples.
    pub stability: f64,
    /// Modularity at that resolution.
    pub quality: f64,
}

/// A partition at one resolution with those of the sub-samples.
pub(super) struct Partition {
    pub(super) resolution: f64,
    pub(super) communities: Vec<u32>,
    samples: Vec<Vec<u32>>,
    rung: Rung,
}

/// The partitions tried, resolutions rising, and which was chosen.
pub(super) struct Ladder {
    partitions: Vec<Partition>,
    subsets: Vec<Vec<u32>>,
    chosen: usize,
}

/// How many seeds, of which the best partition is kept, and how many sub-samples: what the time for `n` ideas allows.
fn effort(n: usize) -> (u64, u64) {
    match n {
        0..2_000 => (4, 20),
        2_000..5_000 => (3, 10),
        5_000..20_000 => (2, 6),
        _ => (1, 2),
    }
}

/// The numbers of themes among which stability chooses: max(4, n^⅓) to 6 log₅ n, in the order that makes sense.
fn admissible(n: usize) -> std::ops::RangeInclusive<usize> {
    let n = n as f64;
    let low = (libm::cbrt(n).round() as usize).max(4);
    let high = (6.0 * libm::log(n.max(2.0)) / libm::log(5.0)).ceil() as usize;
    low.min(high).min(MOST_THEMES)..=low.max(high).min(MOST_THEMES)
}

/// A network and the sub-samples of it on which partitions are tried.
struct Trial<'a> {
    network: &'a Network,
    subsets: Vec<Vec<u32>>,
    samples: Vec<Network>,
    seeds: u64,
    seed: u64,
}

impl<'a> Trial<'a> {
    fn new(network: &'a Network, seed: u64) -> Self {
        let (seeds, samples) = effort(network.len());
        let subsets: Vec<Vec<u32>> = (0..samples).map(|b| subset(network.len(), stage_seed(seed, "sample") ^ b)).collect();
        let samples = subsets.par_iter().map(|kept| network.induced(kept)).collect();
        Self { network, subsets, samples, seeds, seed: stage_seed(seed, "leiden") }
    }

    /// Partitions at each of `resolutions`: all runs in parallel, gathered in a fixed order.
    fn run(&self, resolutions: &[f64]) -> Vec<Partition> {
        let (seeds, per) = (self.seeds as usize, self.seeds as usize + self.samples.len());
        let jobs: Vec<(usize, usize)> = (0..resolutions.len()).flat_map(|r| (0..per).map(move |k| (r, k))).collect();
        let one = |&(r, k): &(usize, usize)| {
            let network = if k < seeds { self.network } else { &self.samples[k - seeds] };
            leiden(network, resolutions[r], self.seed ^ k as u64)
        };
        let mut found: Vec<Vec<u32>> = jobs.par_iter().map(one).collect();
        let mut partitions = Vec::new();
        for &resolution in resolutions {
            let rest = found.split_off(per);
            let samples = found.split_off(seeds);
            partitions.push(self.partition(resolution, found, samples));
            found = rest;
        }
        partitions
    }

    /// Keeps the candidate of best modularity and measures how the sub-samples agree with it.
    fn partition(&self, resolution: f64, candidates: Vec<Vec<u32>>, samples: Vec<Vec<u32>>) -> Partition {
        let quality = |labels: &Vec<u32>| self.network.modularity(labels, resolution);
        let best = candidates.into_iter().map(|labels| (quality(&labels), labels));
        let (quality, communities) =
            best.reduce(|a, b| if b.0 > a.0 { b } else { a }).unwrap_or_default();
        let agreement: f64 =
            self.subsets.iter().zip(&samples).map(|(kept, found)| adjusted_rand(&pick(&communities, kept), found)).sum();
        let rung = Rung {
            resolution,
            themes: themes(&communities),
            stability: agreement / samples.len().max(1) as f64,
            quality,
        };
        Partition { resolution, communities, samples, rung }
    }
}

fn pick(labels: &[u32], kept: &[u32]) -> Vec<u32> {
    kept.iter().map(|&i| labels[i as usize]).collect()
}

/// Four ideas in five, in order.
fn subset(n: usize, seed: u64) -> Vec<u32> {
    let mut all: Vec<u32> = (0..n as u32).collect();
    Draws::new(seed).shuffle(&mut all);
    all.truncate((SAMPLE * n as f64).ceil() as usize);
    all.sort_unstable();
    all
}

/// Number of communities large enough to be themes.
fn themes(communities: &[u32]) -> usize {
    let mut sizes = vec![0; communities.len()];
    communities.iter().for_each(|&c| sizes[c as usize] += 1);
    sizes.iter().filter(|&&size| size >= least_ideas(communities.len())).count()
}

impl Ladder {
    /// Tries every rung and chooses: the number `asked` for if any, else by stability.
    pub(super) fn climb(network: &Network, asked: Option<usize>, seed: u64) -> Self {
        let trial = Trial::new(network, seed);
        let resolutions: Vec<f64> = HALF_STEPS.map(|h| libm::exp2(f64::from(h) / 2.0)).collect();
        let mut partitions = trial.run(&resolutions);
        let range = admissible(network.len());
        let target = asked.map_or(range, |k| k..=k);
        if !partitions.iter().any(|p| target.contains(&p.rung.themes)) {
            search(&trial, &mut partitions, &target);
        }
        let chosen = choose(&partitions, &target);
        Self { partitions, subsets: trial.subsets, chosen }
    }

    /// The partition kept.
    pub(super) fn chosen(&self) -> &Partition {
        &self.partitions[self.chosen]
    }

    /// What each resolution gave.
    pub(super) fn rungs(&self) -> Vec<Rung> {
        self.partitions.iter().map(|p| p.rung).collect()
    }

    /// For each theme, the mean over the sub-samples of the Jaccard with the community that matches it best.
    pub(super) fn theme_stability(&self, theme: &[Option<u32>]) -> Vec<f64> {
        let count = theme.iter().flatten().max().map_or(0, |&t| t as usize + 1);
        let mut sum = vec![0.0; count];
        for (kept, found) in self.subsets.iter().zip(&self.chosen().samples) {
            let ours: Vec<Option<u32>> = kept.iter().map(|&i| theme[i as usize]).collect();
            best_jaccards(&ours, found, count).iter().zip(&mut sum).for_each(|(best, total)| *total += best);
        }
        sum.iter().map(|total| total / self.subsets.len().max(1) as f64).collect()
    }
}

/// How far a number of themes lies from the numbers wanted.
fn distance(themes: usize, target: &std::ops::RangeInclusive<usize>) -> usize {
    target.start().saturating_sub(themes).max(themes.saturating_sub(*target.end()))
}

/// The partition nearest to the numbers wanted; among equals the most stable, distance to γ = 1 deducted.
fn choose(partitions: &[Partition], target: &std::ops::RangeInclusive<usize>) -> usize {
    let merit = |p: &Partition| p.rung.stability - DISTANCE_COST * libm::log2(p.resolution).abs();
    let better = |a: usize, b: usize| {
        let (da, db) = (distance(partitions[a].rung.themes, target), distance(partitions[b].rung.themes, target));
        if db < da || (db == da && merit(&partitions[b]) > merit(&partitions[a])) { b } else { a }
    };
    (0..partitions.len()).reduce(better).unwrap_or(0)
}

/// Halves the gap between the rungs around the numbers wanted, until one is reached or eight are added.
fn search(trial: &Trial<'_>, partitions: &mut Vec<Partition>, target: &std::ops::RangeInclusive<usize>) {
    for _ in 0..8 {
        let above = partitions.partition_point(|p| p.rung.themes < *target.start());
        let resolution = match above {
            0 => partitions[0].resolution / 2.0,
            a if a == partitions.len() => partitions[a - 1].resolution * 2.0,
            a => (partitions[a - 1].resolution * partitions[a].resolution).sqrt(),
        };
        partitions.extend(trial.run(&[resolution]));
        partitions.sort_by(|a, b| a.resolution.total_cmp(&b.resolution));
        if partitions.iter().any(|p| target.contains(&p.rung.themes)) {
            return;
        }
    }
}

/// For each of `count` themes, the largest Jaccard with a community.
fn best_jaccards(ours: &[Option<u32>], found: &[u32], count: usize) -> Vec<f64> {
    let mut both: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    let (mut in_theme, mut in_community) = (vec![0.0; count], vec![0.0; found.len()]);
    for (theme, &community) in ours.iter().zip(found) {
        in_community[community as usize] += 1.0;
        if let Some(theme) = *theme {
            in_theme[theme as usize] += 1.0;
            *both.entry((theme, community)).or_insert(0.0) += 1.0;
        }
    }
    let mut best = vec![0.0_f64; count];
    for ((theme, community), shared) in both {
        let union = in_theme[theme as usize] + in_community[community as usize] - shared;
        best[theme as usize] = best[theme as usize].max(shared / union);
    }
    best
}
