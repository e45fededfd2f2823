//! Figures about the selected propositions (analysis.md §3.10).

use crate::engine::Found;
use crate::propositions::likeness::Likeness;
use crate::support::Census;
use std::collections::BTreeSet;

/// Mean over the selected of the likeness to the nearest other one.
pub(super) fn redundancy(leaders: &[usize], likeness: &Likeness) -> f64 {
    let nearest = |a: usize| leaders.iter().filter(|&&b| b != a).map(|&b| likeness.of(a, b)).fold(0.0, f64::max);
    leaders.iter().map(|&a| nearest(a)).sum::<f64>() / leaders.len().max(1) as f64
}

/// Shares of the ideas with content, and of those who signed them, that a selected proposition is near.
pub(super) fn coverage(covered: &BTreeSet<usize>, found: &Found<'_>, census: &Census<'_>) -> (f64, f64) {
    let ideas = &found.corpus.ideas;
    let spoken: Vec<usize> = (0..ideas.len()).filter(|&i| found.meaning.row[i].is_some() && !ideas[i].empty).collect();
    let near = |&i: &usize| found.meaning.row[i].is_some_and(|row| covered.contains(&row));
    let held: Vec<usize> = spoken.iter().copied().filter(near).collect();
    let authors = |some: &[usize]| {
        some.iter().flat_map(|&i| census.authors(ideas[i].contribution)).collect::<BTreeSet<_>>().len()
    };
    (held.len() as f64 / spoken.len().max(1) as f64, authors(&held) as f64 / authors(&spoken).max(1) as f64)
}
