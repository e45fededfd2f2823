//! Resolutions from coarse to fine, and the one whose themes hold best when a fifth of the ideas is taken away.

use super::least_voices;
use super::leiden::leiden;
use super::network::Network;
use crate::metrics::adjusted_rand;
use crate::random::{Draws, stage_seed};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};
use std::ops::RangeInclusive;

/// Half-steps of the ladder: 2^(−4/2) to 2^(6/2).
const HALF_STEPS: RangeInclusive<i32> = -4..=6;

/// Passes of Leiden for a partition that may be kept, where time allows, and for one that only votes or is compared.
const PASSES: usize = 3;
const SAMPLE_PASSES: usize = 2;

/// Share of the ideas in a sub-sample.
const SAMPLE: f64 = 0.8;

/// What each doubling or halving away from the usual resolution must win in stability: on ten samples of 600 real answers, stability alone went
/// from 5 themes to 23 for subjects of one kind.
const DISTANCE_COST: f64 = 0.06;

/// The resolution preferred when none is stabler. The lower one gives the best agreement with the labels of 600 answers; on 3,000 answers both agree
/// as well, and readers split what the lower one joins.
fn usual(ideas: usize) -> f64 {
    if ideas < 2_000 { FRAC_1_SQRT_2 } else { 1.0 }
}

/// Most themes a reader can hold, whatever the number of ideas.
const MOST_THEMES: usize = 120;

/// One resolution tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rung {
    /// γ of the modularity.
    pub resolution: f64,
    /// Communities large enough to be themes.
    pub themes: usize,
    /// Mean adjusted Rand index between the partition and those of the sub-samples; not measured where the number of themes
    /// is out of question.
    pub stability: Option<f64>,
    /// Modularity at that resolution.
    pub quality: f64,
}

/// A partition at one resolution, with those of the sub-samples once stability is measured.
pub(super) struct Partition {
    pub(super) communities: Vec<u32>,
    rung: Rung,
    samples: Vec<Vec<u32>>,
}

/// The partitions tried, resolutions rising, and which was chosen.
pub(super) struct Ladder {
    partitions: Vec<Partition>,
    subsets: Vec<Vec<u32>>,
    chosen: usize,
}

/// What the time for a number of ideas allows.
struct Effort {
    /// Half-steps between two rungs.
    step: usize,
    /// Seeds at each resolution: of the runs that the last partition is a consensus of, and of those of which the best is kept.
    voting: u64,
    kept: u64,
    /// Sub-samples.
    samples: u64,
    /// Passes of Leiden for a partition that may be kept; on 100,000 real answers a third is worth at most .001 of modularity.
    passes: usize,
}

impl Effort {
    fn of(ideas: usize) -> Self {
        match ideas {
            0..2_000 => Self { step: 1, voting: 8, kept: 3, samples: 10, passes: PASSES },
            2_000..5_000 => Self { step: 1, voting: 6, kept: 2, samples: 8, passes: PASSES },
            5_000..20_000 => Self { step: 1, voting: 4, kept: 2, samples: 5, passes: PASSES },
            20_000..60_000 => Self { step: 1, voting: 2, kept: 1, samples: 3, passes: PASSES },
            _ => Self { step: 2, voting: 0, kept: 1, samples: 2, passes: SAMPLE_PASSES },
        }
    }

    fn resolutions(&self) -> Vec<f64> {
        HALF_STEPS.step_by(self.step).map(|h| libm::exp2(f64::from(h) / 2.0)).collect()
    }
}

/// The numbers of themes among which stability chooses: max(4, ½ n^⅓) to 6 log₅ n, in the order that makes sense.
///
/// The reference begins at n^⅓: on ten samples of 600 real answers that left three themes where people had one subject (adjusted
/// mutual information .41); from four on, stability itself finds the coarse subjects where there are any (.47).
fn admissible(n: usize) -> RangeInclusive<usize> {
    let n = n as f64;
    let low = ((libm::cbrt(n) / 2.0) as usize).max(4);
    let high = (6.0 * libm::log(n.max(2.0)) / libm::log(5.0)).ceil() as usize;
    low.min(high).min(MOST_THEMES)..=low.max(high).min(MOST_THEMES)
}

/// The network and its sub-samples, which partitions are made of.
struct Trial<'a> {
    whole: &'a Network,
    subsets: Vec<Vec<u32>>,
    samples: Vec<Network>,
    effort: &'a Effort,
    seed: u64,
}

impl<'a> Trial<'a> {
    fn new(whole: &'a Network, effort: &'a Effort, seed: u64) -> Self {
        let draw = |b| subset(whole.len(), stage_seed(seed, "sample").wrapping_add(b));
        let subsets: Vec<Vec<u32>> = (0..effort.samples).into_par_iter().map(draw).collect();
        let samples = subsets.par_iter().map(|kept| whole.induced(kept)).collect();
        Self { whole, subsets, samples, effort, seed: stage_seed(seed, "leiden") }
    }

    /// The partition of best modularity at each of `resolutions`, over the seeds; one seed is enough far from the numbers wanted.
    fn partitions(&self, resolutions: &[f64], target: &RangeInclusive<usize>) -> Vec<Partition> {
        let run = |resolution: f64, s: u64| {
            let communities = leiden(self.whole, resolution, self.effort.passes, self.seed.wrapping_add(s));
            let quality = self.whole.modularity(&communities, resolution);
            let rung = Rung { resolution, themes: themes(&communities), stability: None, quality };
            Partition { communities, rung, samples: Vec::new() }
        };
        let better = |a: Partition, b: Partition| if b.rung.quality > a.rung.quality { b } else { a };
        let wanted = target.start() / 2..=target.end() * 2;
        let best = |&resolution: &f64| -> Partition {
            let first = run(resolution, 0);
            let seeds = if wanted.contains(&first.rung.themes) { self.effort.kept } else { 1 };
            let others: Vec<Partition> = (1..seeds).into_par_iter().map(|s| run(resolution, s)).collect();
            others.into_iter().fold(first, better)
        };
        resolutions.par_iter().map(best).collect()
    }

    /// Partitions the sub-samples at the resolutions of `eligible` and measures how they agree with the whole.
    fn measure(&self, partitions: &mut [Partition], eligible: &[usize]) {
        let jobs: Vec<(usize, usize)> =
            eligible.iter().flat_map(|&p| (0..self.samples.len()).map(move |b| (p, b))).collect();
        let run = |&(p, b): &(usize, usize)| {
            let (whole, seed) = (&partitions[p], self.seed.wrapping_add(b as u64));
            let found = leiden(&self.samples[b], whole.rung.resolution, SAMPLE_PASSES, seed);
            (p, adjusted_rand(&pick(&whole.communities, &self.subsets[b]), &found), found)
        };
        let found: Vec<(usize, f64, Vec<u32>)> = jobs.par_iter().map(run).collect();
        for (p, agreement, communities) in found {
            let partition = &mut partitions[p];
            partition.samples.push(communities);
            let share = agreement / self.samples.len() as f64;
            partition.rung.stability = Some(partition.rung.stability.unwrap_or(0.0) + share);
        }
    }

    /// Puts in place of a partition the consensus of many runs around its resolution, if that has a number of themes that is wanted.
    ///
    /// Two runs then agree to .97 (adjusted Rand index) where they agree to .86 without, for labels recovered as well.
    fn settle(&self, partition: &mut Partition, target: &RangeInclusive<usize>) {
        let gamma = partition.rung.resolution;
        if self.effort.voting == 0 {
            return;
        }
        let settled = |network: &Network, seeds| leiden(&self.agreed(network, gamma, seeds), gamma, PASSES, self.seed);
        let communities = settled(self.whole, self.effort.voting);
        let found = themes(&communities);
        if !target.contains(&found) {
            return;
        }
        partition.rung.themes = found;
        partition.communities = communities;
        let seeds = self.effort.voting.div_ceil(4);
        partition.samples = self.samples.par_iter().map(|sample| settled(sample, seeds)).collect();
    }

    /// The network whose edges are weighed by how many runs of Leiden, at `resolution`, a little under and a little over, keep their ends
    /// together; as it was when nobody votes.
    fn agreed(&self, network: &Network, resolution: f64, seeds: u64) -> Network {
        if seeds == 0 {
            return network.clone();
        }
        let seed = stage_seed(self.seed, "votes");
        let around = [resolution / SQRT_2, resolution, resolution * SQRT_2];
        let jobs: Vec<(f64, u64)> = around.iter().flat_map(|&r| (0..seeds).map(move |s| (r, s))).collect();
        let run = |&(resolution, s): &(f64, u64)| leiden(network, resolution, SAMPLE_PASSES, seed.wrapping_add(s));
        let partitions: Vec<Vec<u32>> = jobs.par_iter().map(run).collect();
        network.agreed(&partitions)
    }
}

pub(super) fn pick(labels: &[u32], kept: &[u32]) -> Vec<u32> {
    kept.iter().map(|&i| labels[i as usize]).collect()
}

/// Four ideas in five, in order.
pub(super) fn subset(n: usize, seed: u64) -> Vec<u32> {
    let mut all: Vec<u32> = (0..n as u32).collect();
    Draws::new(seed).shuffle(&mut all);
    all.truncate((SAMPLE * n as f64).ceil() as usize);
    all.sort_unstable();
    all
}

/// Number of communities large enough to be themes.
fn themes(communities: &[u32]) -> usize {
    let mut sizes = vec![0; communities.len()];
    for &c in communities {
        sizes[c as usize] += 1;
    }
    sizes.iter().filter(|&&size| size >= least_voices(communities.len())).count()
}

impl Ladder {
    /// Tries every rung and chooses: the number `asked` for if any, else by stability.
    pub(super) fn climb(network: &Network, asked: Option<usize>, seed: u64) -> Self {
        let effort = Effort::of(network.len());
        let trial = Trial::new(network, &effort, seed);
        let target = asked.map_or(admissible(network.len()), |k| k..=k);
        let mut partitions = trial.partitions(&effort.resolutions(), &target);
        search(&trial, &mut partitions, &target);
        let eligible = nearest(&partitions, &target);
        trial.measure(&mut partitions, &eligible);
        let chosen = most_stable(&partitions, &eligible);
        trial.settle(&mut partitions[chosen], &target);
        Self { partitions, subsets: trial.subsets, chosen }
    }

    /// The partition at one resolution and how it holds, with the network weighed by consensus around it.
    pub(super) fn stand(network: &Network, resolution: f64, seed: u64) -> (Self, Network) {
        let effort = Effort::of(network.len());
        let trial = Trial::new(network, &effort, seed);
        let mut partitions = trial.partitions(&[resolution], &(1..=network.len()));
        trial.measure(&mut partitions, &[0]);
        trial.settle(&mut partitions[0], &(1..=network.len()));
        let agreed = trial.agreed(network, resolution, effort.voting);
        (Self { partitions, subsets: trial.subsets, chosen: 0 }, agreed)
    }

    /// The community of each idea at the resolution kept.
    pub(super) fn communities(&self) -> &[u32] {
        &self.partitions[self.chosen].communities
    }

    /// The resolution kept.
    pub(super) fn resolution(&self) -> f64 {
        self.partitions[self.chosen].rung.resolution
    }

    /// What each resolution gave.
    pub(super) fn rungs(&self) -> Vec<Rung> {
        self.partitions.iter().map(|p| p.rung).collect()
    }

    /// For each rung, its communities if its stability was measured.
    pub(super) fn measured(&self) -> impl Iterator<Item = Option<&[u32]>> {
        self.partitions.iter().map(|p| p.rung.stability.map(|_| p.communities.as_slice()))
    }

    /// For each theme, the mean over the sub-samples of the Jaccard with the community that matches it best.
    pub(super) fn theme_stability(&self, theme: &[Option<u32>]) -> Vec<f64> {
        let count = theme.iter().flatten().max().map_or(0, |&t| t as usize + 1);
        let mut sum = vec![0.0; count];
        for (kept, found) in self.subsets.iter().zip(&self.partitions[self.chosen].samples) {
            let ours: Vec<Option<u32>> = kept.iter().map(|&i| theme[i as usize]).collect();
            best_jaccards(&ours, found, count).iter().zip(&mut sum).for_each(|(best, total)| *total += best);
        }
        sum.iter().map(|total| total / self.subsets.len().max(1) as f64).collect()
    }
}

/// How far a number of themes lies from the numbers wanted.
fn distance(themes: usize, target: &RangeInclusive<usize>) -> usize {
    target.start().saturating_sub(themes).max(themes.saturating_sub(*target.end()))
}

/// The partitions nearest to the numbers wanted.
fn nearest(partitions: &[Partition], target: &RangeInclusive<usize>) -> Vec<usize> {
    let far = |p: &Partition| distance(p.rung.themes, target);
    let least = partitions.iter().map(far).min();
    (0..partitions.len()).filter(|&p| Some(far(&partitions[p])) == least).collect()
}

/// The most stable of `eligible`, distance to the usual resolution deducted; the coarsest among equals.
fn most_stable(partitions: &[Partition], eligible: &[usize]) -> usize {
    let usual = usual(partitions.first().map_or(0, |p| p.communities.len()));
    let merit = |p: usize| {
        let rung = &partitions[p].rung;
        rung.stability.unwrap_or(0.0) - DISTANCE_COST * libm::log2(rung.resolution / usual).abs()
    };
    eligible.iter().copied().reduce(|a, b| if merit(b) > merit(a) { b } else { a }).unwrap_or(0)
}

/// Halves the gap between the rungs around the numbers wanted, until one is reached or eight are added.
fn search(trial: &Trial<'_>, partitions: &mut Vec<Partition>, target: &RangeInclusive<usize>) {
    for _ in 0..8 {
        if partitions.iter().any(|p| target.contains(&p.rung.themes)) {
            return;
        }
        let above = partitions.partition_point(|p| p.rung.themes < *target.start());
        let resolution = match above {
            0 => partitions[0].rung.resolution / 2.0,
            a if a == partitions.len() => partitions[a - 1].rung.resolution * 2.0,
            a => (partitions[a - 1].rung.resolution * partitions[a].rung.resolution).sqrt(),
        };
        let found = trial.partitions(&[resolution], target);
        partitions.splice(above..above, found);
    }
}

/// For each of `count` themes, the largest Jaccard with a community.
pub(super) fn best_jaccards(ours: &[Option<u32>], found: &[u32], count: usize) -> Vec<f64> {
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
