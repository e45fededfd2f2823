//! Truncated singular value decomposition of a sparse matrix by random projection (Halko, Martinsson and Tropp 2011).

use super::sparse::Sparse;
use crate::random::Draws;
use arobase_encoder::{Matrix, product};
use rayon::prelude::*;

/// Directions drawn beyond the ones asked for, and passes that sharpen them.
const OVERSAMPLING: usize = 10;
const POWER_ITERATIONS: usize = 2;

/// Rows summed in one go; the partial sums are then added in order, so that threads do not show.
const BLOCK: usize = 512;

/// Share of a column's square not explained by the ones before it under which it is their combination, rounding aside.
const DEPENDENT: f64 = 1e-6;

/// Rows of `a` on its first `k` left singular vectors, times the singular values: rows × min(k, rank).
/// The largest number of each column is positive.
pub(super) fn truncated(a: &Sparse, k: usize, draws: &mut Draws) -> Matrix {
    let width = (k + OVERSAMPLING).min(a.rows()).min(a.cols);
    let at = a.transposed();
    let start = (0..a.cols * width).map(|_| draws.gaussian() as f32).collect();
    let mut basis = orthonormal(&a.product(&Matrix::from_vec(a.cols, width, start)));
    for _ in 0..POWER_ITERATIONS {
        let back = orthonormal(&at.product(&basis));
        basis = orthonormal(&a.product(&back));
    }
    // Qᵀ A = B; the eigenvectors W of B Bᵀ turn Q into singular vectors, its eigenvalues are their squares.
    let bt = at.product(&basis);
    let (values, vectors) = eigen(gram(&bt));
    let rank = values.iter().take(k).filter(|&&v| v > 1e-10 * values[0]).count();
    let mut turn = Square::zeros(width);
    for (j, value) in values.iter().enumerate().take(rank) {
        (0..width).for_each(|i| turn.set(i, j, vectors.get(i, j) * value.sqrt()));
    }
    let mut out = times(&basis, &turn, rank);
    fix_signs(&mut out);
    out
}

/// A dense square matrix of `f64`.
#[derive(Clone)]
struct Square {
    n: usize,
    data: Vec<f64>,
}

impl Square {
    fn zeros(n: usize) -> Self {
        Self { n, data: vec![0.0; n * n] }
    }

    fn get(&self, i: usize, j: usize) -> f64 {
        self.data[i * self.n + j]
    }

    fn set(&mut self, i: usize, j: usize, x: f64) {
        self.data[i * self.n + j] = x;
    }
}

/// `xᵀ x`: blocks of rows multiplied in `f32`, then added in order in `f64`.
fn gram(x: &Matrix) -> Square {
    let n = x.cols();
    let partial = |rows: &[f32]| {
        let block = Matrix::from_vec(rows.len() / n, n, rows.to_vec());
        product(&block.transposed(), &block)
    };
    let blocks: Vec<Matrix> = x.as_slice().par_chunks((BLOCK * n).max(1)).map(partial).collect();
    let mut total = Square::zeros(n);
    for block in &blocks {
        total.data.iter_mut().zip(block.as_slice()).for_each(|(t, &s)| *t += f64::from(s));
    }
    total
}

/// The first `cols` columns of `x · turn`.
fn times(x: &Matrix, turn: &Square, cols: usize) -> Matrix {
    let kept = (0..turn.n).flat_map(|i| (0..cols).map(move |j| turn.get(i, j) as f32)).collect();
    product(x, &Matrix::from_vec(turn.n, cols, kept))
}

/// An orthonormal basis of the columns of `x`, twice by Cholesky: x = Q Lᵀ with L Lᵀ = xᵀ x. Columns that
/// depend on the ones before them become zero. Unlike Gram and Schmidt's it reads `x` row by row.
fn orthonormal(x: &Matrix) -> Matrix {
    let once = times(x, &inverse_transposed(&cholesky(gram(x))), x.cols());
    times(&once, &inverse_transposed(&cholesky(gram(&once))), x.cols())
}

/// The lower triangle L with L Lᵀ = `a`; a column without anything of its own is left zero.
fn cholesky(mut a: Square) -> Square {
    let n = a.n;
    for j in 0..n {
        let own = a.get(j, j);
        let rest = own - (0..j).map(|k| a.get(j, k) * a.get(j, k)).sum::<f64>();
        let pivot = if rest > DEPENDENT * own { rest.sqrt() } else { 0.0 };
        for i in j..n {
            let dot: f64 = (0..j).map(|k| a.get(i, k) * a.get(j, k)).sum();
            a.set(i, j, if pivot > 0.0 { (a.get(i, j) - dot) / pivot } else { 0.0 });
        }
        (0..j).for_each(|i| a.set(i, j, 0.0));
    }
    a
}

/// The transpose of the inverse of a lower triangle, zero columns of which give zero columns.
fn inverse_transposed(l: &Square) -> Square {
    let mut out = Square::zeros(l.n);
    for j in (0..l.n).filter(|&j| l.get(j, j) > 0.0) {
        out.set(j, j, 1.0 / l.get(j, j));
        for i in (j + 1..l.n).filter(|&i| l.get(i, i) > 0.0) {
            let dot: f64 = (j..i).map(|k| l.get(i, k) * out.get(j, k)).sum();
            out.set(j, i, -dot / l.get(i, i));
        }
    }
    out
}

/// Eigenvalues of a symmetric matrix, falling, and the eigenvectors as columns (cyclic Jacobi).
fn eigen(mut a: Square) -> (Vec<f64>, Square) {
    let n = a.n;
    // Eigenvectors are kept as rows while they turn: rotations then read memory in order.
    let mut rows = Square::zeros(n);
    (0..n).for_each(|i| rows.set(i, i, 1.0));
    let scale: f64 = a.data.iter().map(|x| x * x).sum();
    for _sweep in 0..30 {
        let off: f64 = (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a.get(i, j) * a.get(i, j)).sum();
        if off <= 1e-22 * scale {
            break;
        }
        for p in 0..n {
            (p + 1..n).for_each(|q| rotate(&mut a, &mut rows, p, q));
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a.get(j, j).total_cmp(&a.get(i, i)).then(i.cmp(&j)));
    let mut vectors = Square::zeros(n);
    for (to, &from) in order.iter().enumerate() {
        (0..n).for_each(|i| vectors.set(i, to, rows.get(from, i)));
    }
    (order.iter().map(|&i| a.get(i, i).max(0.0)).collect(), vectors)
}

/// One rotation that clears `a[p, q]`.
fn rotate(a: &mut Square, rows: &mut Square, p: usize, q: usize) {
    let apq = a.get(p, q);
    if apq == 0.0 {
        return;
    }
    let theta = (a.get(q, q) - a.get(p, p)) / (2.0 * apq);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for k in 0..a.n {
        let (x, y) = (a.get(k, p), a.get(k, q));
        a.set(k, p, c * x - s * y);
        a.set(k, q, s * x + c * y);
    }
    turn_rows(a, p, q, c, s);
    turn_rows(rows, p, q, c, s);
}

fn turn_rows(m: &mut Square, p: usize, q: usize, c: f64, s: f64) {
    let (above, below) = m.data.split_at_mut(q * m.n);
    for (x, y) in above[p * m.n..(p + 1) * m.n].iter_mut().zip(&mut below[..m.n]) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

/// Makes the number of largest magnitude of each column positive, the first one when several are as large.
fn fix_signs(x: &mut Matrix) {
    let mut largest = vec![0.0_f32; x.cols()];
    for row in x.iter_rows() {
        largest.iter_mut().zip(row).for_each(|(l, &v)| *l = if v.abs() > l.abs() { v } else { *l });
    }
    let cols = x.cols().max(1);
    for row in x.as_mut_slice().chunks_mut(cols) {
        row.iter_mut().zip(&largest).filter(|(_, l)| **l < 0.0).for_each(|(v, _)| *v = -*v);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> (Vec<Vec<f64>>, Sparse) {
        let mut draws = Draws::new(3);
        let dense: Vec<Vec<f64>> = (0..40)
            .map(|_| (0..25).map(|_| if draws.unit() < 0.3 { draws.gaussian() } else { 0.0 }).collect())
            .collect();
        let sparse: Vec<Vec<(u32, f32)>> = dense
            .iter()
            .map(|row| (0_u32..).zip(row).filter(|c| *c.1 != 0.0).map(|(j, &x)| (j, x as f32)).collect())
            .collect();
        (dense, Sparse::from_rows(25, &sparse))
    }

    /// The Gram matrix of the rows on all components is that of the rows themselves.
    #[test]
    fn all_components_keep_every_angle() {
        let (dense, sparse) = example();
        let x = truncated(&sparse, 25, &mut Draws::new(1));
        for i in 0..40 {
            for j in 0..40 {
                let want: f64 = dense[i].iter().zip(&dense[j]).map(|(a, b)| a * b).sum();
                let got: f64 = x.row(i).iter().zip(x.row(j)).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum();
                assert!((want - got).abs() < 1e-4, "{i} {j}: {got} instead of {want}");
            }
        }
    }

    /// Columns are orthogonal and their squared lengths are the largest eigenvalues of A Aᵀ.
    #[test]
    fn components_are_the_largest_singular_directions() {
        let (dense, sparse) = example();
        let mut full = Square::zeros(40);
        for i in 0..40 {
            for j in 0..40 {
                full.set(i, j, dense[i].iter().zip(&dense[j]).map(|(a, b)| a * b).sum());
            }
        }
        let (values, _) = eigen(full);
        let got = gram(&truncated(&sparse, 6, &mut Draws::new(2)));
        for (i, value) in values.iter().enumerate().take(6) {
            assert!((got.get(i, i) / value - 1.0).abs() < 1e-3, "{} instead of {value}", got.get(i, i));
            (0..i).for_each(|j| assert!(got.get(i, j).abs() < 1e-3));
        }
    }

    #[test]
    fn eigenvectors_rebuild_the_matrix() {
        let (_, sparse) = example();
        let a = gram(&sparse.product(&Matrix::from_vec(25, 7, (0..175).map(|i| (i % 11) as f32 - 4.0).collect())));
        let (values, vectors) = eigen(a.clone());
        for i in 0..7 {
            for j in 0..7 {
                let got: f64 = (0..7).map(|k| vectors.get(i, k) * values[k] * vectors.get(j, k)).sum();
                assert!((got - a.get(i, j)).abs() < 1e-8 * values[0]);
            }
        }
    }

    #[test]
    fn dependent_columns_leave_zeros_not_noise() {
        let data = (0..30).flat_map(|i| [i as f32, 2.0 * i as f32, 1.0]).collect();
        let q = gram(&orthonormal(&Matrix::from_vec(30, 3, data)));
        for (i, j, want) in [(0, 0, 1.0), (1, 1, 0.0), (2, 2, 1.0), (0, 2, 0.0)] {
            assert!((q.get(i, j) - want).abs() < 1e-5, "{i} {j}: {}", q.get(i, j));
        }
    }
}
