//! Which phrases tell one group from the others: signed χ² and c-TF-IDF (analysis.md §1.4, §3.8).

use super::nounphrase::NounPhrase;
use std::collections::{BTreeMap, BTreeSet};

/// A phrase of one group, scored against the other groups.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeyPhrase {
    /// Stems.
    pub key: String,
    /// Most frequent surface form; the first in alphabetical order among equals.
    pub surface: String,
    /// Content words.
    pub length: usize,
    /// Ideas of the group that hold it.
    pub ideas: usize,
    /// Sum of the two standard scores.
    pub score: f64,
}

#[derive(Default)]
struct Entry {
    surfaces: BTreeMap<String, usize>,
    length: usize,
    /// Per group, the ideas that hold the phrase.
    ideas: BTreeMap<usize, BTreeSet<usize>>,
}

/// For each of `groups`, its phrases by falling score; a phrase must be in two ideas of its group, and more frequent there than expected.
///
/// `membership[i]` is the group of idea `i`, `phrases[i]` its noun phrases, `weight[i]` 1, or 0 for an idea that repeats another.
pub(crate) fn key_phrases(
    groups: usize,
    membership: &[Option<usize>],
    phrases: &[Vec<NounPhrase>],
    counts: &[bool],
) -> Vec<Vec<KeyPhrase>> {
    let mut sizes = vec![0_usize; groups];
    let mut entries: BTreeMap<&str, Entry> = BTreeMap::new();
    for (idea, group) in membership.iter().enumerate() {
        let (Some(group), true) = (*group, counts[idea]) else { continue };
        sizes[group] += 1;
        for phrase in &phrases[idea] {
            let entry = entries.entry(&phrase.key).or_default();
            *entry.surfaces.entry(phrase.surface.clone()).or_default() += 1;
            entry.length = phrase.length;
            entry.ideas.entry(group).or_default().insert(idea);
        }
    }
    let total: usize = sizes.iter().sum();
    let mut found: Vec<Vec<KeyPhrase>> = (0..groups).map(|_| Vec::new()).collect();
    for (key, entry) in &entries {
        let everywhere: usize = entry.ideas.values().map(BTreeSet::len).sum();
        for (&group, ideas) in &entry.ideas {
            let chi = chi_squared(ideas.len(), sizes[group], everywhere, total);
            if ideas.len() >= 2 && (chi >= 3.84 || groups == 1) {
                let weight = ideas.len() as f64 / sizes[group].max(1) as f64
                    * libm::log(1.0 + total as f64 / groups as f64 / everywhere as f64);
                found[group].push(KeyPhrase {
                    key: (*key).to_owned(),
                    surface: most_frequent(&entry.surfaces),
                    length: entry.length,
                    ideas: ideas.len(),
                    score: chi.sqrt() + 40.0 * weight,
                });
            }
        }
    }
    for phrases in &mut found {
        phrases.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    }
    found
}

fn most_frequent(surfaces: &BTreeMap<String, usize>) -> String {
    let mut best = ("", 0);
    for (surface, &count) in surfaces {
        if count > best.1 {
            best = (surface, count);
        }
    }
    best.0.to_owned()
}

/// χ² of the 2×2 table « in the group » × « holds the phrase », negative when rarer than expected.
fn chi_squared(inside: usize, group: usize, everywhere: usize, total: usize) -> f64 {
    let (a, n) = (inside as f64, total as f64);
    let (row, column) = (group as f64, everywhere as f64);
    let denominator = row * column * (n - row) * (n - column);
    if denominator <= 0.0 {
        return 0.0;
    }
    let cross = a * n - row * column;
    cross.signum() * cross * cross * n / denominator
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chi_squared_of_a_known_table() {
        // 20 of 30 inside, 10 of 70 outside: χ² = 100·(20·60 − 10·10)² / (30·70·30·70)
        assert!((chi_squared(20, 30, 30, 100) - 27.437).abs() < 1e-3);
        assert!(chi_squared(1, 30, 30, 100) < 0.0);
    }
}
