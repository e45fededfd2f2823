//! Where each idea stands between the themes, by the votes of its neighbours.

use crate::neighbours::Graph;
use crate::quantise::{STEPS, Similarity};
use std::collections::BTreeMap;

/// Share of the neighbours' weight that a theme needs to hold an idea. On ten samples of real answers the label of an idea is
/// the main label of its theme 14 times in 100 under this share, 22 just above, 57 at the top.
const LEAST_SHARE: f64 = 0.34;

/// Similarity to the nearest idea under which an idea is far from everything: 20 times in 100 under it, 28 just above.
const LEAST_SIMILARITY: Similarity = Similarity(STEPS * 3 / 10);

/// Share of the neighbours' weight that keeps even such an idea in a theme: left out, these cost .006 of agreement (AMI) on the same samples.
const MAJORITY: f64 = 0.5;

/// Share from which a second theme is named.
const SECOND_SHARE: f64 = 0.30;

/// Why an idea is in its theme, or in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Its community is the theme.
    Member,
    /// Its community was too small, or few of its neighbours are of it; more of them belong to this theme.
    Joined,
    /// No idea is near enough to be its neighbour.
    Alone,
    /// Even its nearest neighbour is too far, and no theme has most of its neighbours.
    Far,
    /// Its neighbours are divided between themes.
    Divided,
}

/// Where an idea stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// Its theme; `None` in the pool « à classer ».
    pub theme: Option<u32>,
    /// The other theme that holds at least three tenths of its neighbours' weight.
    pub second: Option<u32>,
    /// Margin between the two nearest themes, 0 to 1: (s₁ − s₂) / (s₁ + s₂). Under .15 the idea is on a border.
    pub confidence: f64,
    /// Up to three themes with their shares of the neighbours' weight, largest first.
    pub nearest: Vec<(u32, f64)>,
    /// Why.
    pub reason: Reason,
}

/// Places each idea, given the community it comes from; `None` when that community is too small for a theme.
/// Themes that lose all their ideas vanish, the others keep their order.
pub(super) fn place(graph: &Graph, communities: &[Option<u32>]) -> Vec<Placement> {
    let mut placements: Vec<Placement> =
        communities.iter().enumerate().map(|(i, &own)| placement(graph.of(i), own, communities)).collect();
    renumber(&mut placements);
    placements
}

/// Where an idea with these neighbours stands, its own community given or not.
pub(super) fn placement(edges: &[(u32, Similarity)], own: Option<u32>, communities: &[Option<u32>]) -> Placement {
    let shares = shares(edges, communities);
    let share = |theme: u32| shares.iter().find(|s| s.0 == theme).map_or(0.0, |s| s.1);
    // A community that few neighbours are of gives its idea to the theme that most are of.
    let own = own.filter(|&own| share(own) >= LEAST_SHARE);
    let theme = own.or_else(|| shares.first().map(|s| s.0));
    let other = shares.iter().find(|s| Some(s.0) != theme).copied();
    let (first, second) = (theme.map_or(0.0, share), other.map_or(0.0, |s| s.1));
    let confidence = if first > 0.0 { ((first - second) / (first + second)).max(0.0) } else { 0.0 };
    let reason = reason(edges, own, first);
    let placed = matches!(reason, Reason::Member | Reason::Joined);
    Placement {
        theme: theme.filter(|_| placed),
        second: other.filter(|s| placed && s.1 >= SECOND_SHARE).map(|s| s.0),
        confidence: if placed { confidence } else { 0.0 },
        nearest: shares.into_iter().take(3).collect(),
        reason,
    }
}

fn reason(edges: &[(u32, Similarity)], own: Option<u32>, share: f64) -> Reason {
    match edges.iter().map(|edge| edge.1).max() {
        None => Reason::Alone,
        Some(nearest) if nearest < LEAST_SIMILARITY && share < MAJORITY => Reason::Far,
        Some(_) if share < LEAST_SHARE => Reason::Divided,
        Some(_) if own.is_some() => Reason::Member,
        Some(_) => Reason::Joined,
    }
}

/// The themes of the neighbours with their shares of the weight, largest first, then by number.
fn shares(edges: &[(u32, Similarity)], communities: &[Option<u32>]) -> Vec<(u32, f64)> {
    let mut weight: BTreeMap<u32, i32> = BTreeMap::new();
    for &(j, w) in edges {
        if let Some(theme) = communities[j as usize] {
            *weight.entry(theme).or_insert(0) += w.0;
        }
    }
    let total = f64::from(edges.iter().map(|edge| edge.1.0).sum::<i32>());
    let mut by_weight: Vec<(u32, i32)> = weight.into_iter().collect();
    by_weight.sort_by_key(|&(theme, w)| (std::cmp::Reverse(w), theme));
    by_weight.into_iter().map(|(theme, w)| (theme, f64::from(w) / total)).collect()
}

fn renumber(placements: &mut [Placement]) {
    let used: std::collections::BTreeSet<u32> = placements.iter().filter_map(|p| p.theme).collect();
    let number: BTreeMap<u32, u32> = used.into_iter().zip(0..).collect();
    for p in placements {
        p.theme = p.theme.and_then(|t| number.get(&t).copied());
        p.second = p.second.and_then(|t| number.get(&t).copied());
        p.nearest = p.nearest.iter().filter_map(|&(t, s)| number.get(&t).map(|&n| (n, s))).collect();
    }
}
