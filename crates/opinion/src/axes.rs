//! The two axes along which votes differ most: principal components, by subspace iteration (Golub and Van Loan, §8.2.4).

use crate::centred::Centred;
use crate::draws::Draws;
use crate::eigen;

/// Vectors iterated at once: the more, the fewer rounds.
const BLOCK: usize = 12;
/// Far more than real votes ask for; those without any structure stop here.
const ROUNDS: usize = 600;
/// What may be left of an eigenvector's image beside it, as a part of the greatest eigenvalue: next to nothing in a result that is compared…
pub(crate) const EXACT: f64 = 1e-13;
/// … and less than anyone would see in a sample that only checks it.
pub(crate) const NEAR: f64 = 1e-6;
/// An axis that explains less than this part of the first is noise of the arithmetic.
const NOTHING: f64 = 1e-12;

/// Both axes, one number a statement; of length 1, or all 0 when votes do not differ that much. The greatest number in absolute value is
/// positive, as scikit-learn turns them.
pub(crate) fn axes(matrix: &Centred, left: f64) -> [Vec<f64>; 2] {
    let height = matrix.means.len();
    let block = BLOCK.min(height);
    if block == 0 {
        return [Vec::new(), Vec::new()];
    }
    let mut draws = Draws::new(0);
    let mut basis: Vec<f64> = (0..height * block).map(|_| draws.around_zero()).collect();
    let (mut values, mut settled) = (Vec::new(), false);
    for _ in 0..ROUNDS {
        orthonormalise(&mut basis, block);
        let image = matrix.twice(&basis, block);
        let (found, turn) = eigen::symmetric(inner(&basis, &image, block), block);
        let image = turned(&image, &turn, block);
        basis = turned(&basis, &turn, block);
        settled = (0..block.min(2)).all(|k| residual(&basis, &image, found[k], block, k) <= left * found[0]);
        values = found;
        if settled || values[0] <= 0.0 {
            break;
        }
        basis = image;
    }
    if !settled {
        orthonormalise(&mut basis, block);
    }
    let column = |k: usize| {
        let real = k < block && values[k] > 0.0 && values[k] > NOTHING * values[0];
        let vector = (0..height).map(|row| if real { basis[row * block + k] } else { 0.0 }).collect();
        facing(vector)
    };
    [column(0), column(1)]
}

/// Gram and Schmidt, twice, for one pass loses what the next ones need; a vector that is nothing beside the others becomes 0.
fn orthonormalise(basis: &mut [f64], block: usize) {
    for k in 0..block {
        let before = norm(basis, block, k);
        for earlier in (0..k).chain(0..k) {
            let dot: f64 = basis.chunks_exact(block).map(|row| row[k] * row[earlier]).sum();
            basis.chunks_exact_mut(block).for_each(|row| row[k] -= dot * row[earlier]);
        }
        let after = norm(basis, block, k);
        let scale = if after > 1e-12 * before { 1.0 / after } else { 0.0 };
        basis.chunks_exact_mut(block).for_each(|row| row[k] *= scale);
    }
}

fn norm(basis: &[f64], block: usize, k: usize) -> f64 {
    basis.chunks_exact(block).map(|row| row[k] * row[k]).sum::<f64>().sqrt()
}

/// One's vectors times the other's, made symmetric.
fn inner(one: &[f64], other: &[f64], block: usize) -> Vec<f64> {
    let mut sums = vec![0.0; block * block];
    for (one, other) in one.chunks_exact(block).zip(other.chunks_exact(block)) {
        for p in 0..block {
            for q in 0..block {
                sums[p * block + q] += one[p] * other[q];
            }
        }
    }
    (0..block * block).map(|at| f64::midpoint(sums[at], sums[(at % block) * block + at / block])).collect()
}

fn turned(vectors: &[f64], turn: &[f64], block: usize) -> Vec<f64> {
    let mut out = vec![0.0; vectors.len()];
    for (row, out) in vectors.chunks_exact(block).zip(out.chunks_exact_mut(block)) {
        for (p, one) in row.iter().enumerate() {
            out.iter_mut().zip(&turn[p * block..]).for_each(|(sum, by)| *sum += one * by);
        }
    }
    out
}

fn residual(basis: &[f64], image: &[f64], value: f64, block: usize, k: usize) -> f64 {
    let rows = basis.chunks_exact(block).zip(image.chunks_exact(block));
    rows.map(|(one, other)| (other[k] - value * one[k]) * (other[k] - value * one[k])).sum::<f64>().sqrt()
}

/// Of numbers as great but for the noise of the arithmetic, the first decides.
fn facing(mut vector: Vec<f64>) -> Vec<f64> {
    let greatest = vector.iter().fold(0.0_f64, |greatest, one| greatest.max(one.abs()));
    if vector.iter().find(|one| one.abs() >= greatest * (1.0 - 1e-9)).is_some_and(|one| *one < 0.0) {
        for one in &mut vector {
            *one = -*one;
        }
    }
    vector
}
