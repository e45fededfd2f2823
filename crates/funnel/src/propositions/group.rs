//! Bringing together those who ask the same (analysis.md §3.9, « Group »).
//!
//! Star clustering: the demand with the most near ones leads, takes those at least [`SAME`] near to it with the same polarity, and so on. Unlike a
//! chain of neighbours, every member is near the leader, whose words stand for all.

use super::Asked;
use arobase_encoder::Matrix;
use arobase_text::stem::{fold, terms};
use std::collections::{BTreeMap, BTreeSet};

/// Least similarity between a demand and the leader whose words stand for it.
pub(crate) const SAME: f64 = 0.54;

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

/// Similarity of phrases: half meaning, half words.
pub(crate) struct Likeness {
    dense: Matrix,
    words: Vec<BTreeMap<String, f64>>,
}

impl Likeness {
    /// `dense` holds one vector per demand (unit rows).
    pub(crate) fn new(demands: &[Demand], dense: Matrix) -> Self {
        let bags: Vec<BTreeSet<String>> =
            demands.iter().map(|demand| terms(&demand.asked.text).into_iter().collect()).collect();
        let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
        for stem in bags.iter().flatten() {
            *frequency.entry(stem).or_default() += 1;
        }
        let words = bags.iter().map(|bag| unit(bag, &frequency, demands.len())).collect();
        Self { dense, words }
    }

    /// Mean of the cosine of the vectors and the cosine of the weighted words, quantised to 1/4096.
    pub(crate) fn of(&self, a: usize, b: usize) -> f64 {
        let meaning: f32 = self.dense.row(a).iter().zip(self.dense.row(b)).map(|(x, y)| x * y).sum();
        let words: f64 = self.words[a].iter().filter_map(|(stem, x)| self.words[b].get(stem).map(|y| x * y)).sum();
        (f64::midpoint(f64::from(meaning), words) * 4096.0).round() / 4096.0
    }
}

fn unit(bag: &BTreeSet<String>, frequency: &BTreeMap<&str, usize>, n: usize) -> BTreeMap<String, f64> {
    let weights: BTreeMap<String, f64> = bag
        .iter()
        .map(|stem| {
            (stem.clone(), libm::log(1.0 + n as f64 / frequency.get(stem.as_str()).copied().unwrap_or(1) as f64))
        })
        .collect();
    let norm = weights.values().map(|w| w * w).sum::<f64>().sqrt().max(1e-12);
    weights.into_iter().map(|(stem, w)| (stem, w / norm)).collect()
}

/// Groups the demands `among`; `voices` gives a demand's weight.
pub(crate) fn stars(among: &[usize], demands: &[Demand], likeness: &Likeness) -> Vec<Group> {
    let near: Vec<Vec<(usize, f64)>> = among.iter().map(|&a| neighbours(a, among, demands, likeness)).collect();
    let mut order: Vec<usize> = (0..among.len()).collect();
    let pull = |at: usize| -> f64 {
        f64::from(demands[among[at]].asked.quality) * (1.0 + near[at].iter().map(|(_, s)| s).sum::<f64>())
    };
    order.sort_by(|&a, &b| pull(b).total_cmp(&pull(a)).then(among[a].cmp(&among[b])));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut groups = Vec::new();
    for at in order {
        if taken.contains(&among[at]) {
            continue;
        }
        let members: Vec<usize> =
            std::iter::once(among[at]).chain(near[at].iter().map(|(b, _)| *b).filter(|b| !taken.contains(b))).collect();
        taken.extend(&members);
        groups.push(Group { leader: among[at], members });
    }
    groups
}

fn neighbours(a: usize, among: &[usize], demands: &[Demand], likeness: &Likeness) -> Vec<(usize, f64)> {
    among
        .iter()
        .filter(|&&b| {
            b != a
                && demands[b].asked.refused == demands[a].asked.refused
                && !opposed(&demands[a].asked.text, &demands[b].asked.text)
        })
        .map(|&b| (b, likeness.of(a, b)))
        .filter(|(_, s)| *s >= SAME)
        .collect()
}

/// Verbs that pull the other way.
const OPPOSITES: &[(&str, &str)] = &[
    ("maintenir", "supprimer"),
    ("garder", "supprimer"),
    ("conserver", "supprimer"),
    ("autoriser", "interdire"),
    ("encourager", "interdire"),
    ("developper", "interdire"),
    ("developper", "limiter"),
    ("encourager", "limiter"),
    ("eteindre", "maintenir"),
    ("ouvrir", "fermer"),
    ("augmenter", "reduire"),
    ("augmenter", "diminuer"),
    ("renforcer", "reduire"),
    ("imposer", "laisser"),
    ("obliger", "laisser"),
    ("rendre", "laisser"),
    ("generaliser", "supprimer"),
    ("generaliser", "interdire"),
    ("generaliser", "limiter"),
    ("centraliser", "laisser"),
    ("transferer", "garder"),
    ("transferer", "laisser"),
    ("transferer", "maintenir"),
    ("confier", "laisser"),
    ("confier", "garder"),
    ("deployer", "interdire"),
    ("installer", "interdire"),
    ("utiliser", "interdire"),
    ("rendre", "renoncer"),
    ("imposer", "renoncer"),
    ("ne pas", "rendre"),
    ("mettre fin", "maintenir"),
    ("eteindre", "rallumer"),
    ("eteindre", "garder"),
    ("deployer", "refuser"),
    ("installer", "refuser"),
    ("maintenir", "mettre fin"),
];

/// Whether two phrases begin with verbs that pull opposite ways.
pub(crate) fn opposed(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    OPPOSITES.iter().any(|(x, y)| begins(&a, x) && begins(&b, y) || begins(&a, y) && begins(&b, x))
}

fn begins(phrase: &str, verb: &str) -> bool {
    phrase.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' '))
}
