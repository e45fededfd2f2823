//! Bags of stems to weighted terms: unigrams and bigrams, sublinear TF-IDF.

use super::sparse::Sparse;
use crate::bag::Bag;
use rayon::prelude::*;
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};

/// A unigram, with `NONE` in second place, or a bigram: numbers of stems in alphabetical order.
type Term = (u32, u32);
const NONE: u32 = u32::MAX;

/// A term must occur in so many bags: 2 under 5,000 of them, 5 above, and at most in four bags of ten.
const MAX_SHARE: f64 = 0.4;

fn least_bags(bags: usize) -> u32 {
    if bags < 5_000 { 2 } else { 5 }
}

/// Bags × terms, (1 + ln tf) · (1 + ln((1 + n) / (1 + df))), rows of unit length.
pub(super) fn tf_idf<B: Borrow<Bag> + Sync>(bags: &[B]) -> Sparse {
    let counts = term_counts(bags);
    let kept = frequencies(&counts);
    let n = bags.len() as f64;
    let idf: Vec<f64> = kept.iter().map(|&(_, df)| 1.0 + libm::log((1.0 + n) / (1.0 + f64::from(df)))).collect();
    let rows: Vec<Vec<(u32, f32)>> = counts.par_iter().map(|bag| weighted(bag, &kept, &idf)).collect();
    Sparse::from_rows(kept.len(), &rows)
}

/// The terms of each bag with their counts, in order.
fn term_counts<B: Borrow<Bag> + Sync>(bags: &[B]) -> Vec<Vec<(Term, u32)>> {
    let stems: HashSet<&str> = bags.iter().flat_map(|bag| bag.borrow().iter()).collect();
    let mut stems: Vec<&str> = stems.into_iter().collect();
    stems.par_sort_unstable();
    let numbers: HashMap<&str, u32> = stems.into_iter().zip(0..).collect();
    bags.par_iter()
        .map(|bag| {
            let ids: Vec<u32> = bag.borrow().iter().map(|stem| numbers[stem]).collect();
            let bigrams = ids.windows(2).map(|pair| (pair[0], pair[1]));
            let mut terms: Vec<Term> = ids.iter().map(|&id| (id, NONE)).chain(bigrams).collect();
            terms.sort_unstable();
            terms.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32)).collect()
        })
        .collect()
}

/// The terms neither too rare nor too frequent, in order, with the number of bags that hold each.
fn frequencies(counts: &[Vec<(Term, u32)>]) -> Vec<(Term, u32)> {
    let mut all: Vec<Term> = counts.iter().flatten().map(|&(term, _)| term).collect();
    all.par_sort_unstable();
    let bags = least_bags(counts.len())..=(MAX_SHARE * counts.len() as f64) as u32;
    let frequency = |run: &[Term]| (run[0], run.len() as u32);
    all.chunk_by(|a, b| a == b).map(frequency).filter(|(_, df)| bags.contains(df)).collect()
}

fn weighted(bag: &[(Term, u32)], kept: &[(Term, u32)], idf: &[f64]) -> Vec<(u32, f32)> {
    let column = |term: &Term| kept.binary_search_by_key(term, |&(t, _)| t).ok();
    let weigh =
        |&(term, tf): &(Term, u32)| column(&term).map(|j| (j as u32, (1.0 + libm::log(f64::from(tf))) * idf[j]));
    let row: Vec<(u32, f64)> = bag.iter().filter_map(weigh).collect();
    let norm = row.iter().map(|(_, x)| x * x).sum::<f64>().sqrt();
    row.into_iter().map(|(j, x)| (j, (x / norm) as f32)).collect()
}
