//! How much two demands say the same: half meaning, half words.

use super::group::Demand;
use crate::vectors::Compact;
use arobase_encoder::{Matrix, Panels};
use arobase_text::stem::terms;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Demands compared with all the others at once.
const BLOCK: usize = 256;

/// A demand among others: its place, and how like they are.
pub(crate) type Like = (u32, f64);

/// Similarity of phrases: half meaning, half words.
pub(crate) struct Likeness {
    dense: Compact,
    /// For each demand, its words by rising number with their weights, of unit length.
    words: Vec<Vec<(u32, f64)>>,
}

impl Likeness {
    /// `dense` holds one vector per demand (unit rows).
    pub(crate) fn new(demands: &[Demand], dense: &Matrix) -> Self {
        let bags: Vec<BTreeSet<String>> =
            demands.par_iter().map(|demand| terms(&demand.asked.text).into_iter().collect()).collect();
        let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
        for stem in bags.iter().flatten() {
            *frequency.entry(stem).or_default() += 1;
        }
        let weight = |n: usize| libm::log(1.0 + demands.len() as f64 / n as f64);
        let known: BTreeMap<&str, (u32, f64)> =
            frequency.iter().zip(0..).map(|((&stem, &n), number)| (stem, (number, weight(n)))).collect();
        let words = bags.iter().map(|bag| unit(bag.iter().map(|stem| known[stem.as_str()]).collect())).collect();
        Self { dense: Compact::of(dense), words }
    }

    /// Mean of the cosine of the vectors and the cosine of the weighted words, quantised to 1/4096.
    pub(crate) fn of(&self, a: usize, b: usize) -> f64 {
        mean(self.dense.cosine(a, b), common(&self.words[a], &self.words[b]))
    }

    /// For each of the demands `among`, the others at least this like it (places in `among`), in order.
    pub(crate) fn near(&self, among: &[usize], least: f64) -> Vec<Vec<Like>> {
        let holders = Holders::of(among, &self.words);
        let packed = Panels::of_transposed(&self.dense.gather(among));
        let block = |block: &[usize]| -> Vec<Vec<Like>> {
            let meaning = packed.product(&self.dense.gather(block));
            let row = |(&a, meaning): (&usize, &[f32])| {
                let words = holders.common(&self.words[a], among.len());
                let like = meaning.iter().zip(&words).map(|(&m, &w)| mean(m, w));
                let kept = (0_u32..).zip(like).filter(|&(at, s)| s >= least && among[at as usize] != a);
                kept.collect()
            };
            block.iter().zip(meaning.iter_rows()).map(row).collect()
        };
        among.par_chunks(BLOCK).flat_map_iter(block).collect()
    }
}

fn mean(meaning: f32, words: f64) -> f64 {
    (f64::midpoint(f64::from(meaning), words) * 4096.0).round() / 4096.0
}

fn unit(mut bag: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    let norm = bag.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(1e-12);
    for (_, weight) in &mut bag {
        *weight /= norm;
    }
    bag
}

/// The product of two bags, words rising.
fn common(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let weight = |stem: u32| b.binary_search_by_key(&stem, |word| word.0).map_or(0.0, |at| b[at].1);
    a.iter().map(|&(stem, x)| x * weight(stem)).sum()
}

/// Who holds each word.
struct Holders {
    by_word: BTreeMap<u32, Vec<Like>>,
}

impl Holders {
    fn of(among: &[usize], words: &[Vec<(u32, f64)>]) -> Self {
        let mut by_word: BTreeMap<u32, Vec<Like>> = BTreeMap::new();
        for (at, &demand) in (0_u32..).zip(among) {
            for &(stem, weight) in &words[demand] {
                by_word.entry(stem).or_default().push((at, weight));
            }
        }
        Self { by_word }
    }

    /// The product of a bag with that of each of the `count` demands.
    fn common(&self, bag: &[(u32, f64)], count: usize) -> Vec<f64> {
        let mut sums = vec![0.0; count];
        for (stem, x) in bag {
            for &(at, y) in self.by_word.get(stem).into_iter().flatten() {
                sums[at as usize] += x * y;
            }
        }
        sums
    }
}
