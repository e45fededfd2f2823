//! Signed χ² profiles: the terms that a group uses more, and less, than the others do (analysis.md §1.7, §3.8).
//!
//! What is counted is voices, not occurrences: someone who says a word ten times in a theme says it once. The table is « speaks in the
//! group » × « says the term there », over every pair of a voice and a group it speaks in.

use crate::bag::Bag;
use std::collections::BTreeMap;

/// χ² with one degree of freedom that chance exceeds once in twenty.
const SIGNIFICANT: f64 = 3.84;
/// Voices under which a count says nothing.
const LEAST: usize = 3;
/// Terms kept on each side.
const OVER: usize = 30;
const UNDER: usize = 15;

/// A term of a profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its stem.
    pub stem: String,
    /// χ², negative when the group says it less than the others do.
    pub chi2: f64,
    /// Voices that say it in the group.
    pub inside: usize,
    /// Voices expected there, if the group were as the others.
    pub expected: f64,
}

/// What one idea brings to a profile.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Its group, if it is in one.
    pub group: Option<usize>,
    /// Who says it: equal numbers are one voice.
    pub voice: usize,
    /// Its stems.
    pub terms: &'a Bag,
}

/// For each of `groups`: terms over-used then under-used, the strongest first; at least three voices, p ≤ .05.
pub fn profiles(groups: usize, said: &[Said<'_>]) -> Vec<Vec<Term>> {
    let counts = Counts::of(groups, said);
    (0..groups).map(|group| counts.profile(group)).collect()
}

/// Voices by group and by term.
struct Counts<'a> {
    stems: Vec<&'a str>,
    /// Voices of each group, and of all.
    sizes: Vec<usize>,
    total: usize,
    /// For each term, the voices that say it in each group.
    inside: Vec<BTreeMap<usize, usize>>,
}

impl<'a> Counts<'a> {
    fn of(groups: usize, said: &[Said<'a>]) -> Self {
        let mut numbers: BTreeMap<&str, usize> = said.iter().flat_map(|s| s.terms.iter()).map(|t| (t, 0)).collect();
        numbers.values_mut().zip(0..).for_each(|(number, next)| *number = next);
        let grouped = || said.iter().filter_map(|s| s.group.map(|group| (group, s)));
        let mut voices: Vec<(usize, usize)> = grouped().map(|(group, s)| (group, s.voice)).collect();
        let terms = |(group, s): (usize, &Said<'a>)| {
            let (voice, terms) = (s.voice, s.terms);
            terms.iter().map(|term| (numbers[term], group, voice)).collect::<Vec<_>>()
        };
        let mut uses: Vec<(usize, usize, usize)> = grouped().flat_map(terms).collect();
        unique(&mut voices);
        unique(&mut uses);
        let mut sizes = vec![0; groups];
        for &(group, _) in &voices {
            sizes[group] += 1;
        }
        let mut inside = vec![BTreeMap::new(); numbers.len()];
        for &(term, group, _) in &uses {
            *inside[term].entry(group).or_insert(0) += 1;
        }
        Self { stems: numbers.into_keys().collect(), total: voices.len(), sizes, inside }
    }

    fn profile(&self, group: usize) -> Vec<Term> {
        let all: Vec<Term> = (0..self.stems.len()).filter_map(|term| self.term(term, group)).collect();
        let (mut over, mut under): (Vec<Term>, Vec<Term>) = all.into_iter().partition(|term| term.chi2 > 0.0);
        for (side, most) in [(&mut over, OVER), (&mut under, UNDER)] {
            side.sort_by(|a, b| b.chi2.abs().total_cmp(&a.chi2.abs()).then_with(|| a.stem.cmp(&b.stem)));
            side.truncate(most);
        }
        over.into_iter().chain(under).collect()
    }

    /// The term in that group, if chance does not explain its count.
    fn term(&self, term: usize, group: usize) -> Option<Term> {
        let everywhere: usize = self.inside[term].values().sum();
        let inside = self.inside[term].get(&group).copied().unwrap_or(0);
        let chi2 = chi_squared(inside, self.sizes[group], everywhere, self.total);
        let expected = self.sizes[group] as f64 * everywhere as f64 / self.total.max(1) as f64;
        let counted = if chi2 > 0.0 { inside } else { everywhere };
        (counted >= LEAST && chi2.abs() >= SIGNIFICANT).then(|| Term {
            stem: self.stems[term].to_owned(),
            chi2,
            inside,
            expected,
        })
    }
}

fn unique<T: Ord>(items: &mut Vec<T>) {
    items.sort_unstable();
    items.dedup();
}

/// χ² of the 2×2 table « in the group » × « says the term », negative when rarer than expected.
pub(crate) fn chi_squared(inside: usize, group: usize, everywhere: usize, total: usize) -> f64 {
    let (a, n) = (inside as f64, total as f64);
    let (row, column) = (group as f64, everywhere as f64);
    let denominator = row * column * (n - row) * (n - column);
    if denominator <= 0.0 {
        return 0.0;
    }
    let cross = a * n - row * column;
    cross.signum() * cross * cross * n / denominator
}

/// G² of the same table on the term's row, 0 when it is rarer in the group than expected (Dunning, « Accurate methods for the statistics of
/// surprise and coincidence », 1993).
pub(crate) fn likelihood_ratio(inside: usize, group: usize, everywhere: usize, total: usize) -> f64 {
    let term = |seen: usize, among: usize| {
        let expected = everywhere as f64 * among as f64 / total.max(1) as f64;
        if seen == 0 { 0.0 } else { seen as f64 * libm::log(seen as f64 / expected) }
    };
    let more = inside * total > everywhere * group;
    if more { 2.0 * (term(inside, group) + term(everywhere - inside, total - group)) } else { 0.0 }
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

    #[test]
    fn voices_are_counted_once_and_both_signs_are_kept() {
        let words: Vec<Bag> = [&["fibre", "réseau"][..], &["école"], &["fibre"]].map(|w| w.iter().collect()).into();
        let said: Vec<Said<'_>> = (0..40)
            .map(|voice| Said { group: Some(voice % 2), voice, terms: &words[voice % 2] })
            .chain([Said { group: Some(0), voice: 0, terms: &words[2] }])
            .collect();
        let found = profiles(2, &said);
        let of = |group: usize, stem: &str| found[group].iter().find(|term| term.stem == stem).expect("in the profile");
        assert_eq!(of(0, "fibre").inside, 20, "the forty-first idea is the first voice again");
        assert!(of(0, "fibre").chi2 > 0.0 && of(1, "fibre").chi2 < 0.0 && of(1, "fibre").inside == 0);
        assert!((of(0, "fibre").expected - 10.0).abs() < 1e-9);
    }
}
