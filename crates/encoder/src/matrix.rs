//! Dense row-major matrices.

use crate::Panels;

/// A dense matrix of `f32`, stored row after row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    rows: usize,
    cols: usize,
    data: Vec<f32>,
}

impl Matrix {
    /// `rows` × `cols` zeros.
    pub fn zeros(rows: usize, cols: usize) -> Self {
        Self { rows, cols, data: vec![0.0; rows * cols] }
    }

    /// Takes `data`, row after row.
    ///
    /// # Panics
    /// When `data` does not hold `rows * cols` numbers: a mistake of the caller.
    pub fn from_vec(rows: usize, cols: usize, data: Vec<f32>) -> Self {
        assert_eq!(data.len(), rows * cols, "a {rows} × {cols} matrix");
        Self { rows, cols, data }
    }

    /// Stacks rows of one length; no row gives a 0 × 0 matrix.
    ///
    /// # Panics
    /// When two rows differ in length: a mistake of the caller.
    pub fn from_rows<R: AsRef<[f32]>>(rows: impl IntoIterator<Item = R>) -> Self {
        let mut matrix = Self::default();
        for row in rows {
            let row = row.as_ref();
            if matrix.rows == 0 {
                matrix.cols = row.len();
            }
            assert_eq!(row.len(), matrix.cols, "rows of one length");
            matrix.data.extend_from_slice(row);
            matrix.rows += 1;
        }
        matrix
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// Row `i`, `cols` numbers.
    pub fn row(&self, i: usize) -> &[f32] {
        &self.data[i * self.cols..(i + 1) * self.cols]
    }

    /// Row `i`, to write into.
    pub fn row_mut(&mut self, i: usize) -> &mut [f32] {
        &mut self.data[i * self.cols..(i + 1) * self.cols]
    }

    /// All rows, in order.
    pub fn iter_rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        (0..self.rows).map(|i| self.row(i))
    }

    /// All numbers, row after row.
    pub fn as_slice(&self) -> &[f32] {
        &self.data
    }

    /// All numbers, row after row, to write into.
    pub fn as_mut_slice(&mut self) -> &mut [f32] {
        &mut self.data
    }

    /// The transpose, `cols` × `rows`.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let mut out = Self::zeros(self.cols, self.rows);
        for i in 0..self.rows {
            for (j, &x) in self.row(i).iter().enumerate() {
                out.data[j * self.rows + i] = x;
            }
        }
        out
    }
}

/// `a · b`: see [`Panels::product`].
///
/// # Panics
/// When `a` has not as many columns as `b` has rows: a mistake of the caller.
pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    Panels::of(b).product(a)
}

/// `a · bᵀ`: see [`Panels::product`].
///
/// # Panics
/// When the rows of `a` and `b` differ in length: a mistake of the caller.
pub fn product_transposed(a: &Matrix, b: &Matrix) -> Matrix {
    Panels::of_transposed(b).product(a)
}
