//! The Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity with a resolution (Reichardt and Bornholdt).
//!
//! Our own, because the crate at hand draws its refinement with the platform's `exp`, which differs between
//! machines; a test holds it against that crate.

use super::network::Network;
use crate::random::Draws;
use std::collections::VecDeque;

/// Gains under this share of the mean edge are rounding, not progress.
const LEAST_GAIN: f64 = 1e-9;

/// How freely refinement picks a merger that is not the best, in mean edges (the paper's θ).
const RANDOMNESS: f64 = 0.01;

/// The community of each node, numbered from 0 in the order of their first nodes.
///
/// Each of the `passes` goes on from the partition of the one before, until one changes nothing. Two give .998 of the modularity
/// that eight give (real answers, 1,300 nodes).
pub(super) fn leiden(network: &Network, resolution: f64, passes: usize, seed: u64) -> Vec<u32> {
    leiden_from(network, resolution, passes, seed, (0..network.len() as u32).collect())
}

/// The same, going on from a partition whose labels are under the number of nodes.
pub(super) fn leiden_from(
    network: &Network,
    resolution: f64,
    passes: usize,
    seed: u64,
    mut labels: Vec<u32>,
) -> Vec<u32> {
    let mut draws = Draws::new(seed);
    for _ in 0..passes {
        let next = pass(network, labels.clone(), resolution, &mut draws);
        if next == labels {
            break;
        }
        labels = next;
    }
    labels
}

/// Moves, refines and aggregates until nothing merges any more.
fn pass(network: &Network, labels: Vec<u32>, resolution: f64, draws: &mut Draws) -> Vec<u32> {
    let mut place: Vec<u32> = (0..network.len() as u32).collect();
    let mut communities = labels;
    let mut owned: Option<Network> = None;
    loop {
        let level = owned.as_ref().unwrap_or(network);
        let mut walk = Walk::new(level, resolution, communities);
        walk.settle(draws);
        let settled = numbered(&walk.label).0;
        let (refined, count) = numbered(&refine(level, &settled, resolution, draws));
        if count == level.len() {
            let labels: Vec<u32> = place.iter().map(|&p| settled[p as usize]).collect();
            return numbered(&labels).0;
        }
        communities = vec![0; count];
        (0..level.len()).for_each(|i| communities[refined[i] as usize] = settled[i]);
        for p in &mut place {
            *p = refined[*p as usize];
        }
        owned = Some(level.aggregated(&refined, count));
    }
}

/// Labels renumbered in the order of their first nodes, and how many there are.
fn numbered(labels: &[u32]) -> (Vec<u32>, usize) {
    let mut number = vec![u32::MAX; labels.len()];
    let mut count = 0;
    let rename = |&c: &u32| {
        let slot = &mut number[c as usize];
        if *slot == u32::MAX {
            *slot = count;
            count += 1;
        }
        *slot
    };
    (labels.iter().map(rename).collect(), count as usize)
}

/// A partition of a network on which nodes move one at a time. Labels stay under the number of nodes.
struct Walk<'a> {
    network: &'a Network,
    /// γ / 2m: what two units of strength in one community cost.
    cost: f64,
    label: Vec<u32>,
    /// Strength and number of nodes of each community.
    strength: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
    /// Weight between the node under study and each community, and the communities it touches.
    weight: Vec<f64>,
    touched: Vec<u32>,
}

impl<'a> Walk<'a> {
    fn new(network: &'a Network, resolution: f64, label: Vec<u32>) -> Self {
        let n = network.len();
        let (mut strength, mut size) = (vec![0.0; n], vec![0; n]);
        for (i, &c) in label.iter().enumerate() {
            strength[c as usize] += network.strength[i];
            size[c as usize] += 1;
        }
        let empty = (0..n as u32).rev().filter(|&c| size[c as usize] == 0).collect();
        let cost = if network.total > 0.0 { resolution / network.total } else { 0.0 };
        Self { network, cost, label, strength, size, empty, weight: vec![0.0; n], touched: Vec::new() }
    }

    /// Weighs the edges of `v` by community, among the neighbours that `allowed` admits.
    fn look(&mut self, v: usize, allowed: impl Fn(usize) -> bool) {
        self.touched.drain(..).for_each(|c| self.weight[c as usize] = 0.0);
        for (u, w) in self.network.of(v).filter(|&(u, _)| allowed(u)) {
            let c = self.label[u];
            if self.weight[c as usize] == 0.0 {
                self.touched.push(c);
            }
            self.weight[c as usize] += w;
        }
    }

    /// What `v`, taken out, gains by joining `c`.
    fn gain(&self, v: usize, c: u32) -> f64 {
        self.weight[c as usize] - self.cost * self.network.strength[v] * self.strength[c as usize]
    }

    fn take_out(&mut self, v: usize) -> u32 {
        let c = self.label[v];
        self.strength[c as usize] -= self.network.strength[v];
        self.size[c as usize] -= 1;
        if self.size[c as usize] == 0 {
            self.empty.push(c);
        }
        c
    }

    fn put(&mut self, v: usize, c: u32) {
        if self.size[c as usize] == 0 {
            // Only the community just emptied, or the one on top, is ever chosen: it is on top.
            self.empty.pop();
        }
        self.label[v] = c;
        self.strength[c as usize] += self.network.strength[v];
        self.size[c as usize] += 1;
    }

    /// The community where `v`, taken out of `old`, gains most: the old one unless another is better,
    /// the smallest label among equals, or one of its own.
    fn best(&self, v: usize, old: u32, least: f64) -> u32 {
        let stay = self.gain(v, old);
        let mut best = (stay + least, old);
        for &c in self.touched.iter().filter(|&&c| c != old) {
            let gain = self.gain(v, c);
            if gain.total_cmp(&best.0).then(best.1.cmp(&c)).is_gt() {
                best = (gain, c);
            }
        }
        match self.empty.last() {
            Some(&alone) if alone != old && best.0 < 0.0 => alone,
            _ => best.1,
        }
    }

    /// Moves nodes, in random order, until none wants to move.
    fn settle(&mut self, draws: &mut Draws) {
        let least = LEAST_GAIN * self.network.mean_weight();
        let mut order: Vec<usize> = (0..self.network.len()).collect();
        draws.shuffle(&mut order);
        let mut waiting = vec![true; order.len()];
        let mut queue = VecDeque::from(order);
        while let Some(v) = queue.pop_front() {
            waiting[v] = false;
            self.look(v, |_| true);
            let old = self.take_out(v);
            let new = self.best(v, old, least);
            self.put(v, new);
            if new == old {
                continue;
            }
            for (u, _) in self.network.of(v) {
                if !waiting[u] && self.label[u] != new {
                    waiting[u] = true;
                    queue.push_back(u);
                }
            }
        }
    }
}

/// Splits each community into parts that hold together: nodes still alone join a part of their community without loss,
/// better ones more often.
fn refine(network: &Network, communities: &[u32], resolution: f64, draws: &mut Draws) -> Vec<u32> {
    let mut walk = Walk::new(network, resolution, (0..network.len() as u32).collect());
    let scale = RANDOMNESS * network.mean_weight();
    let mut order: Vec<usize> = (0..network.len()).collect();
    draws.shuffle(&mut order);
    let mut options: Vec<(u32, f64)> = Vec::new();
    for v in order {
        if walk.size[walk.label[v] as usize] != 1 {
            continue;
        }
        walk.look(v, |u| communities[u] == communities[v]);
        let own = walk.take_out(v);
        options.clear();
        options.extend(walk.touched.iter().map(|&c| (c, walk.gain(v, c))).filter(|option| option.1 >= 0.0));
        let chosen = draw(&mut options, scale, draws).unwrap_or(own);
        walk.put(v, chosen);
    }
    walk.label
}

/// One option, with probability proportional to exp(gain / scale); gains are replaced by these weights.
fn draw(options: &mut [(u32, f64)], scale: f64, draws: &mut Draws) -> Option<u32> {
    let best = options.iter().map(|option| option.1).fold(0.0, f64::max);
    let mut total = 0.0;
    for (_, gain) in options.iter_mut() {
        let below = (*gain - best) / scale;
        *gain = if below > -40.0 { libm::exp(below) } else { 0.0 };
        total += *gain;
    }
    let mut left = draws.unit() * total;
    let hit = options.iter().find(|(_, weight)| {
        left -= weight;
        left < 0.0
    });
    hit.or(options.last()).map(|option| option.0)
}
