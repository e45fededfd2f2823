//! Sparse matrices in compressed rows, and their products with dense ones.

use arobase_encoder::Matrix;
use rayon::prelude::*;

/// A sparse matrix of `f32`: each row a list of (column, value), columns increasing.
pub(super) struct Sparse {
    pub(super) cols: usize,
    pub(super) starts: Vec<usize>,
    pub(super) columns: Vec<u32>,
    pub(super) values: Vec<f32>,
}

impl Sparse {
    /// Stacks `rows`.
    pub(super) fn from_rows(cols: usize, rows: &[Vec<(u32, f32)>]) -> Self {
        let mut out = Self { cols, starts: vec![0], columns: Vec::new(), values: Vec::new() };
        for row in rows {
            out.columns.extend(row.iter().map(|cell| cell.0));
            out.values.extend(row.iter().map(|cell| cell.1));
            out.starts.push(out.columns.len());
        }
        out
    }

    /// Number of rows.
    pub(super) fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// The (column, value) pairs of row `i`.
    pub(super) fn row(&self, i: usize) -> impl Iterator<Item = (usize, f32)> {
        let range = self.starts[i]..self.starts[i + 1];
        self.columns[range.clone()].iter().zip(&self.values[range]).map(|(&j, &x)| (j as usize, x))
    }

    /// The transpose.
    pub(super) fn transposed(&self) -> Self {
        let mut starts = vec![0; self.cols + 1];
        self.columns.iter().for_each(|&j| starts[j as usize + 1] += 1);
        (0..self.cols).for_each(|j| starts[j + 1] += starts[j]);
        let mut next = starts.clone();
        let (mut columns, mut values) = (vec![0; self.columns.len()], vec![0.0; self.values.len()]);
        for i in 0..self.rows() {
            for (j, x) in self.row(i) {
                columns[next[j]] = i as u32;
                values[next[j]] = x;
                next[j] += 1;
            }
        }
        Self { cols: self.rows(), starts, columns, values }
    }

    /// `self · dense`, rows in parallel, each a sum in the order of the columns.
    pub(super) fn product(&self, dense: &Matrix) -> Matrix {
        let mut out = Matrix::zeros(self.rows(), dense.cols());
        out.as_mut_slice().par_chunks_mut(dense.cols().max(1)).enumerate().for_each(|(i, sum)| {
            for (j, x) in self.row(i) {
                sum.iter_mut().zip(dense.row(j)).for_each(|(s, y)| *s += x * y);
            }
        });
        out
    }
}
