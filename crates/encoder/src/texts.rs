//! Texts as rows of pieces, packed together through the two convolutions and summed text by text.

use std::ops::Range;

use crate::Matrix;
use crate::embedding::WIDTH;
use crate::network::{BRANCH, BRANCHES, Branch, FEATURES, Network, positive};
use crate::pieces::Pieces;

/// Pieces that go through the network together, about.
pub(crate) const SLAB: usize = 512;

/// Pieces that a second convolution sees on each side of a piece, at most.
const HALO: usize = 2;

/// A stretch of one text: short texts are one stretch, long ones are cut every [`SLAB`] pieces, and nothing shows at the cuts.
struct Stretch<'a> {
    /// Which text.
    text: usize,
    /// All pieces of the text, as rows of [`Pieces`].
    pieces: &'a [u32],
    /// Those that this stretch sums.
    range: Range<usize>,
}

/// Sums the standardised features of each text: one row of 1,280 for each.
pub(crate) fn sums(network: &Network, pieces: &Pieces, texts: &[Vec<u32>]) -> Matrix {
    let mut sums = Matrix::zeros(texts.len(), FEATURES);
    let stretches: Vec<Stretch> = texts.iter().enumerate().flat_map(|(text, pieces)| stretches(text, pieces)).collect();
    let mut rest = stretches.as_slice();
    while !rest.is_empty() {
        let slab = rest.iter().scan(0, |total, stretch| {
            *total += stretch.range.len();
            Some(*total)
        });
        let (slab, next) = rest.split_at(slab.take_while(|&total| total <= SLAB).count().max(1));
        add(network, pieces, slab, &mut sums);
        rest = next;
    }
    sums
}

fn stretches(text: usize, pieces: &[u32]) -> impl Iterator<Item = Stretch<'_>> {
    let starts = (0..pieces.len()).step_by(SLAB);
    starts.map(move |start| Stretch { text, pieces, range: start..pieces.len().min(start + SLAB) })
}

fn add(network: &Network, pieces: &Pieces, slab: &[Stretch], sums: &mut Matrix) {
    let mut branches = Matrix::zeros(slab.iter().map(|stretch| stretch.range.len()).sum(), BRANCHES);
    for (i, branch) in network.branches.iter().enumerate() {
        convolve(branch, i, pieces, slab, &mut branches);
    }
    let mut features = [0.0; FEATURES];
    let places =
        slab.iter().flat_map(|stretch| stretch.pieces[stretch.range.clone()].iter().map(|piece| (stretch.text, piece)));
    for (i, (text, &piece)) in places.enumerate() {
        features[..WIDTH].copy_from_slice(pieces.embedding(piece as usize));
        features[WIDTH..].copy_from_slice(branches.row(i));
        network.standardise(&mut features);
        sums.row_mut(text).iter_mut().zip(&features).for_each(|(sum, x)| *sum += x);
    }
}

/// Both convolutions of branch `i`, each with its residual, into its columns of `out`.
fn convolve(branch: &Branch, i: usize, pieces: &Pieces, slab: &[Stretch], out: &mut Matrix) {
    let mut hidden = Vec::new();
    let mut places = Vec::with_capacity(out.rows());
    for stretch in slab {
        let first = hidden.len() / BRANCH + HALO;
        places.extend(first..first + stretch.range.len());
        first_convolution(branch, i, pieces, stretch, &mut hidden);
    }
    let windows: Vec<usize> = places.iter().map(|place| (place - branch.before) * BRANCH).collect();
    branch.second.multiply(&hidden, &windows, &mut out.as_mut_slice()[i * BRANCH..], BRANCHES);
    for (row, place) in places.into_iter().enumerate() {
        let out = &mut out.row_mut(row)[i * BRANCH..][..BRANCH];
        residual(out, &branch.second_bias, &hidden[place * BRANCH..][..BRANCH]);
    }
}

/// Appends the hidden rows of a stretch and of [`HALO`] pieces on each side of it; zeros beyond the ends of the text.
fn first_convolution(branch: &Branch, i: usize, pieces: &Pieces, stretch: &Stretch, hidden: &mut Vec<f32>) {
    for place in stretch.range.start..stretch.range.end + 2 * HALO {
        let start = hidden.len();
        hidden.resize(start + BRANCH, 0.0);
        let Some(place) = place.checked_sub(HALO).filter(|&place| place < stretch.pieces.len()) else { continue };
        let out = &mut hidden[start..];
        for offset in 0..branch.order {
            let neighbour = (place + offset).checked_sub(branch.before).and_then(|at| stretch.pieces.get(at));
            if let Some(&piece) = neighbour {
                out.iter_mut().zip(pieces.share(piece as usize, i, offset)).for_each(|(out, share)| *out += share);
            }
        }
        residual(out, &branch.first_bias, pieces.branch(stretch.pieces[place] as usize, i));
    }
}

/// ReLU of what a convolution gave, plus what went into it.
fn residual(out: &mut [f32], bias: &[f32], input: &[f32]) {
    out.iter_mut().zip(bias).zip(input).for_each(|((out, bias), input)| *out = positive(*out + bias) + input);
}
