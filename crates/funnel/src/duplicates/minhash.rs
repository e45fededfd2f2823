//! Candidates for near-duplicates in linear time: MinHash signatures cut into bands (Broder; Indyk and Motwani).

use super::shingles::{Shingles, chain};
use crate::random::{Draws, stage_seed};
use rayon::prelude::*;

/// Minima in a signature, and bands of four that they are cut into: two texts of Jaccard .80 share a band with
/// probability 1 − (1 − .8⁴)³² = 1 − 5·10⁻⁸, two of Jaccard .42 once in two.
const BANDS: usize = 32;
const ROWS: usize = 4;
const MINIMA: usize = BANDS * ROWS;

/// A member of a band is compared with at most so many groups met before it, which keeps the whole linear.
const COMPARED: usize = 32;

/// Shows `near` pairs of texts that may be alike, each pair perhaps several times; `near` says whether they are.
pub(super) fn near(shingles: &Shingles, mut near: impl FnMut(usize, usize) -> bool) {
    let bands = bands(shingles);
    for band in 0..BANDS {
        let mut members: Vec<(u64, u32)> = bands.iter().zip(0_u32..).map(|(keys, i)| (keys[band], i)).collect();
        members.par_sort_unstable();
        for run in members.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
            compare(run, &mut near);
        }
    }
}

/// Compares each member of a run with the first members of the groups met so far, the latest ones first.
fn compare(run: &[(u64, u32)], near: &mut impl FnMut(usize, usize) -> bool) {
    let mut heads: Vec<usize> = Vec::new();
    for &(_, member) in run {
        let member = member as usize;
        let known = heads.iter().rev().take(COMPARED).any(|&head| near(head, member));
        if !known {
            heads.push(member);
        }
    }
}

/// The keys of the bands of each text.
fn bands(shingles: &Shingles) -> Vec<[u64; BANDS]> {
    let mut draws = Draws::new(stage_seed(0, "minhash"));
    let multipliers: [u64; MINIMA] = std::array::from_fn(|_| draws.bits() | 1);
    let offsets: [u64; MINIMA] = std::array::from_fn(|_| draws.bits());
    (0..shingles.len()).into_par_iter().map(|i| keys(&signature(shingles.get(i), &multipliers, &offsets))).collect()
}

/// The smallest value of each multiply-shift hash (Dietzfelbinger) over the pieces.
fn signature(pieces: &[u32], multipliers: &[u64; MINIMA], offsets: &[u64; MINIMA]) -> [u32; MINIMA] {
    let mut minima = [u32::MAX; MINIMA];
    for &piece in pieces {
        for ((minimum, a), b) in minima.iter_mut().zip(multipliers).zip(offsets) {
            let hash = (a.wrapping_mul(u64::from(piece)).wrapping_add(*b) >> 32) as u32;
            *minimum = (*minimum).min(hash);
        }
    }
    minima
}

fn keys(signature: &[u32; MINIMA]) -> [u64; BANDS] {
    std::array::from_fn(|band| chain(signature[band * ROWS..(band + 1) * ROWS].iter().map(|&m| u64::from(m))))
}
