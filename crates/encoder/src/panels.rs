//! The right side of a product, packed once for many.

use rayon::prelude::*;

use crate::Matrix;
use crate::kernel::{BLOCK, PANEL, Task, Width};

/// Numbers of a row that are transposed together, so that what is being written stays in the first-level cache.
const PART: usize = 64;

/// A matrix packed to stand on the right of products: k × `cols`, in panels of 16 columns.
#[derive(Clone, Debug)]
pub struct Panels {
    k: usize,
    cols: usize,
    data: Vec<f32>,
}

impl Panels {
    /// Packs `b`, so that [`product`](Self::product) gives `a · b`.
    pub fn of(b: &Matrix) -> Self {
        Self::pack(b.rows(), b.cols(), |panel, first| {
            for (to, row) in panel.iter_mut().zip(b.iter_rows()) {
                let row = &row[first..b.cols().min(first + PANEL)];
                to[..row.len()].copy_from_slice(row);
            }
        })
    }

    /// Packs `bᵀ`, so that [`product`](Self::product) gives `a · bᵀ`.
    pub fn of_transposed(b: &Matrix) -> Self {
        Self::pack(b.cols(), b.rows(), |panel, first| {
            for j in first..b.rows().min(first + PANEL) {
                for (to, &x) in panel.iter_mut().zip(b.row(j)) {
                    to[j - first] = x;
                }
            }
        })
    }

    /// `fill` writes the panel that starts at a column: for each k, 16 numbers.
    fn pack(k: usize, cols: usize, fill: impl Fn(&mut [[f32; PANEL]], usize) + Sync) -> Self {
        let mut data = vec![0.0; k * cols.next_multiple_of(PANEL)];
        if k > 0 {
            let panels = data.par_chunks_mut(k * PANEL).enumerate();
            panels.for_each(|(i, panel)| fill(panel.as_chunks_mut().0, i * PANEL));
        }
        Self { k, cols, data }
    }

    /// Columns of the product.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// `a · b`. Each element is the sum over k, in increasing order, of products rounded before they are added: the same bits
    /// on every machine, at every number of threads, whatever other rows `a` holds.
    ///
    /// # Panics
    /// When `a` has not as many columns as the packed matrix has rows: a mistake of the caller.
    pub fn product(&self, a: &Matrix) -> Matrix {
        assert_eq!(a.cols(), self.k, "a · b needs as many columns in a as rows in b");
        let mut out = Matrix::zeros(a.rows(), self.cols);
        if self.cols > 0 {
            let blocks = out.as_mut_slice().par_chunks_mut(BLOCK * self.cols).enumerate();
            blocks.for_each(|(i, out)| {
                let rows = i * BLOCK..a.rows().min((i + 1) * BLOCK);
                let starts: Vec<usize> = rows.map(|row| row * self.k).collect();
                self.multiply(a.as_slice(), &starts, out, self.cols);
            });
        }
        out
    }

    /// The product on one thread, for rows that lie anywhere in `a`, each `k` numbers from its start; they may overlap, as the
    /// windows of a convolution do. Row i of the result is written at `i * stride` of `out`.
    pub(crate) fn multiply(&self, a: &[f32], starts: &[usize], out: &mut [f32], stride: usize) {
        self.multiply_with(Width::best(), a, starts, out, stride);
    }

    fn multiply_with(&self, width: Width, a: &[f32], starts: &[usize], out: &mut [f32], stride: usize) {
        let mut packed = Vec::new();
        for (block, starts) in starts.chunks(BLOCK).enumerate() {
            self.pack_rows(width.height(), a, starts, &mut packed);
            let task = Task { k: self.k, a: &packed, b: &self.data, rows: starts.len(), cols: self.cols, stride };
            task.run(width, &mut out[block * BLOCK * stride..]);
        }
    }

    /// Groups of `height` rows, transposed; what lacks in the last group is left from before and comes to nothing.
    fn pack_rows(&self, height: usize, a: &[f32], starts: &[usize], packed: &mut Vec<f32>) {
        packed.resize(starts.len().next_multiple_of(height) * self.k, 0.0);
        for (group, starts) in packed.chunks_exact_mut((height * self.k).max(1)).zip(starts.chunks(height)) {
            for (part, group) in group.chunks_mut(height * PART).enumerate() {
                for (i, &start) in starts.iter().enumerate() {
                    let row = &a[start + part * PART..start + self.k.min((part + 1) * PART)];
                    group[i..].iter_mut().step_by(height).zip(row).for_each(|(to, &x)| *to = x);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{product, product_transposed};

    /// Numbers of very different sizes, so that another order of summation shows.
    fn sample(rows: usize, cols: usize, seed: u32) -> Matrix {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let x = (state >> 8) as f32 / 8_388_608.0 - 1.0;
            if state.is_multiple_of(7) { x * 1e4 } else { x }
        };
        Matrix::from_vec(rows, cols, (0..rows * cols).map(|_| next()).collect())
    }

    /// The definition, one element at a time.
    fn plain(a: &Matrix, b: &Matrix) -> Matrix {
        let mut out = Matrix::zeros(a.rows(), b.cols());
        for i in 0..a.rows() {
            for j in 0..b.cols() {
                out.row_mut(i)[j] = (0..b.rows()).fold(0.0, |sum, k| sum + a.row(i)[k] * b.row(k)[j]);
            }
        }
        out
    }

    fn bits(matrix: &Matrix) -> Vec<u32> {
        matrix.as_slice().iter().map(|x| x.to_bits()).collect()
    }

    const SHAPES: [(usize, usize, usize); 7] =
        [(1, 1, 1), (3, 5, 7), (12, 64, 16), (13, 33, 17), (100, 300, 50), (49, 0, 3), (0, 4, 4)];

    #[test]
    fn every_width_gives_the_bits_of_the_definition() {
        for (m, k, n) in SHAPES {
            let (a, b) = (sample(m, k, 1), sample(k, n, 2));
            let expected = bits(&plain(&a, &b));
            let starts: Vec<usize> = (0..m).map(|i| i * k).collect();
            for width in Width::available() {
                let mut out = Matrix::zeros(m, n);
                Panels::of(&b).multiply_with(width, a.as_slice(), &starts, out.as_mut_slice(), n);
                assert_eq!(bits(&out), expected, "{m} × {k} × {n} with {width:?}");
            }
        }
    }

    #[test]
    fn another_order_of_summation_would_show() {
        let (a, b) = (sample(20, 300, 1), sample(300, 20, 2));
        let reversed = |m: &Matrix| Matrix::from_rows((0..m.rows()).rev().map(|i| m.row(i).to_vec()));
        let backwards = plain(&reversed(&a.transposed()).transposed(), &reversed(&b));
        assert_ne!(bits(&plain(&a, &b)), bits(&backwards));
    }

    #[test]
    fn threads_do_not_show() {
        let (a, b) = (sample(500, 130, 3), sample(130, 70, 4));
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a small pool");
            pool.install(|| bits(&product(&a, &b)))
        };
        assert_eq!(with(1), with(2));
        assert_eq!(with(1), bits(&plain(&a, &b)));
    }

    #[test]
    fn the_transposed_product_is_the_product_with_the_transpose() {
        for (m, k, n) in SHAPES {
            let (a, b) = (sample(m, k, 5), sample(n, k, 6));
            assert_eq!(bits(&product_transposed(&a, &b)), bits(&plain(&a, &b.transposed())));
        }
    }
}
