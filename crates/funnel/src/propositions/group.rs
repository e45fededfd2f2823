//! Bringing together those who ask the same (analysis.md §3.9, « Group »).
//!
//! Star clustering: the demand with the most near ones leads, takes those at least [`SAME`] near to it that want the same, and so on. Unlike a
//! chain of neighbours, every member is near the leader, whose words stand for all.

use super::Asked;
use super::aim::Aim;
use super::likeness::Likeness;
use super::opposite::Pull;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Least similarity between a demand and the leader whose words stand for it.
pub(crate) const SAME: f64 = 0.54;

/// From this one on it says the same, whatever its grammar.
const VERBATIM: f64 = 0.8;

/// A demand: where it comes from and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Demand {
    /// The idea.
    pub idea: usize,
    /// The phrase.
    pub asked: Asked,
}

/// Demands that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// Whose words are shown (an index into the demands).
    pub leader: usize,
    /// All of them, the leader first.
    pub members: Vec<usize>,
}

/// Demands of a question that are all compared with one another; more are grouped theme by theme, then the groups' leaders.
const TOGETHER: usize = 12_000;

/// Groups the demands of one question, given theme by theme.
pub(crate) fn group(themes: &[Vec<usize>], demands: &[Demand], likeness: &Likeness) -> Vec<Group> {
    let all = themes.concat();
    if all.len() <= TOGETHER {
        let mut among = all;
        among.sort_unstable();
        return stars(&among, demands, likeness);
    }
    let parts: Vec<Group> = themes.iter().flat_map(|among| stars(among, demands, likeness)).collect();
    joined(parts, demands, likeness)
}

/// Groups of several demands whose leaders say the same become one.
fn joined(parts: Vec<Group>, demands: &[Demand], likeness: &Likeness) -> Vec<Group> {
    let mut members: BTreeMap<usize, Vec<usize>> =
        parts.into_iter().map(|group| (group.leader, group.members)).collect();
    let mut leaders: Vec<usize> =
        members.iter().filter(|(_, held)| held.len() > 1).map(|(&leader, _)| leader).collect();
    leaders.sort_by_key(|leader| (Reverse(members[leader].len()), *leader));
    leaders.truncate(TOGETHER);
    for star in stars(&leaders, demands, likeness) {
        for other in &star.members[1..] {
            let more = members.remove(other).unwrap_or_default();
            members.entry(star.leader).or_default().extend(more);
        }
    }
    members.into_iter().map(|(leader, members)| Group { leader, members }).collect()
}

/// Stars among demands.
fn stars(among: &[usize], demands: &[Demand], likeness: &Likeness) -> Vec<Group> {
    let pulls: Vec<Pull> = among.iter().map(|&a| Pull::of(&demands[a].asked)).collect();
    let aims: Vec<Aim> = among.par_iter().map(|&a| Aim::of(&demands[a].asked.text)).collect();
    let mut near = likeness.near(among, SAME);
    for (at, others) in near.iter_mut().enumerate() {
        others.retain(|&(b, like)| {
            let b = b as usize;
            !pulls[at].against(pulls[b]) && (like >= VERBATIM || aims[at].meets(&aims[b]))
        });
    }
    let weight = |at: usize| -> f64 {
        f64::from(demands[among[at]].asked.quality) * (1.0 + near[at].iter().map(|(_, s)| s).sum::<f64>())
    };
    let mut order: Vec<usize> = (0..among.len()).collect();
    order.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(among[a].cmp(&among[b])));
    let mut taken = vec![false; among.len()];
    let mut groups = Vec::new();
    for at in order {
        if taken[at] {
            continue;
        }
        let free = near[at].iter().map(|&(b, _)| b as usize).filter(|&b| !taken[b]);
        let star: Vec<usize> = std::iter::once(at).chain(free).collect();
        for &b in &star {
            taken[b] = true;
        }
        groups.push(Group { leader: among[at], members: star.into_iter().map(|b| among[b]).collect() });
    }
    groups
}
