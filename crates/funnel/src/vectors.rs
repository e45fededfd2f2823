//! Meaning and words in one vector.

use crate::kept::Kept;
use arobase_encoder::Matrix;
use rayon::prelude::*;

/// Share of the words beside the meaning that measured best (encoder.md).
pub const LEXICAL_WEIGHT: f32 = 0.6;

/// For each row: the dense vector, centred and of unit length, beside `lexical_weight` times the lexical one; of unit
/// length again. A row that has neither stays zero. The columns of both stand side by side.
///
/// # Panics
/// When the two do not have as many rows: a mistake of the caller.
pub fn fuse(dense: &Compact, lsa: &Matrix, lexical_weight: f32) -> Compact {
    assert_eq!(dense.rows(), lsa.rows(), "one dense and one lexical vector for each row");
    let mean = mean_row(dense);
    let (d, l) = (dense.cols(), lsa.cols());
    Compact::from_rows(dense.rows(), d + l, |i, row| {
        let (meaning, words) = row.split_at_mut(d);
        if dense.row(i).any(|x| x != 0.0) {
            meaning.iter_mut().zip(dense.row(i)).zip(&mean).for_each(|((m, x), c)| *m = x - c);
            unit(meaning);
        }
        words.iter_mut().zip(lsa.row(i)).for_each(|(w, x)| *w = lexical_weight * x);
        unit(row);
    })
}

/// Rows of numbers between −1 and 1 in sixteen bits each: half the memory of a [`Matrix`], for cosines within 0.000,03.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compact {
    cols: usize,
    data: Vec<i16>,
}

/// Steps between 0 and 1 of a [`Compact`]'s numbers.
const FINE: f32 = 32_767.0;

impl Compact {
    /// Rounds every number of `x`, which lie between −1 and 1.
    pub fn of(x: &Matrix) -> Self {
        let mut out = Self::default();
        out.push(x);
        out
    }

    /// `rows` rows of `cols` numbers, each written by `fill` into zeros, in parallel.
    pub fn from_rows(rows: usize, cols: usize, fill: impl Fn(usize, &mut [f32]) + Sync) -> Self {
        let mut data = vec![0; rows * cols];
        data.par_chunks_mut(cols.max(1)).enumerate().for_each_init(
            || vec![0.0; cols],
            |row, (i, out)| {
                row.fill(0.0);
                fill(i, row);
                out.iter_mut().zip(row).for_each(|(out, v)| *out = fine(*v));
            },
        );
        Self { cols, data }
    }

    /// Adds rows at the end, of the length of those before them.
    pub fn push(&mut self, x: &Matrix) {
        self.cols = x.cols();
        self.data.extend(x.as_slice().iter().map(|&v| fine(v)));
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.data.len() / self.cols.max(1)
    }

    /// Number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    fn raw(&self, i: usize) -> &[i16] {
        &self.data[i * self.cols..(i + 1) * self.cols]
    }

    /// The numbers of row `i`.
    pub fn row(&self, i: usize) -> impl ExactSizeIterator<Item = f32> + '_ {
        self.raw(i).iter().map(|&v| f32::from(v) / FINE)
    }

    /// All the rows.
    pub fn matrix(&self) -> Matrix {
        Matrix::from_vec(self.rows(), self.cols, (0..self.rows()).flat_map(|i| self.row(i)).collect())
    }

    /// The rows asked for, in that order.
    pub fn gather(&self, rows: &[usize]) -> Matrix {
        let mut data = Vec::with_capacity(rows.len() * self.cols);
        for &i in rows {
            data.extend(self.row(i));
        }
        Matrix::from_vec(rows.len(), self.cols, data)
    }

    /// Scalar product of two rows: a sum of whole numbers, the same in any order.
    pub fn cosine(&self, a: usize, b: usize) -> f32 {
        let sum: i64 = self.raw(a).iter().zip(self.raw(b)).map(|(&x, &y)| i64::from(i32::from(x) * i32::from(y))).sum();
        (sum as f64 / f64::from(FINE * FINE)) as f32
    }
}

impl Kept for Compact {
    fn write(&self, out: &mut Vec<u8>) {
        self.cols.write(out);
        self.data.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (cols, data) = (usize::read(bytes)?, Vec::<i16>::read(bytes)?);
        data.len().is_multiple_of(cols.max(1)).then_some(Self { cols, data })
    }
}

fn fine(v: f32) -> i16 {
    (v * FINE + if v < 0.0 { -0.5 } else { 0.5 }) as i16
}

/// The mean of the rows that are not zero, summed in order in `f64`.
fn mean_row(x: &Compact) -> Vec<f32> {
    let mut sum = vec![0.0; x.cols()];
    let mut count = 0.0;
    for i in (0..x.rows()).filter(|&i| x.row(i).any(|v| v != 0.0)) {
        sum.iter_mut().zip(x.row(i)).for_each(|(s, v)| *s += f64::from(v));
        count += 1.0;
    }
    sum.iter().map(|s| (s / f64::max(count, 1.0)) as f32).collect()
}

/// Gives each row unit length; zero rows stay zero.
pub(crate) fn unit_rows(x: &mut Matrix) {
    let cols = x.cols().max(1);
    x.as_mut_slice().par_chunks_mut(cols).for_each(unit);
}

fn unit(row: &mut [f32]) {
    let norm = row.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>().sqrt();
    if norm > 1e-9 {
        for x in row {
            *x = (f64::from(*x) / norm) as f32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centres_weighs_and_scales() {
        let dense = Matrix::from_vec(3, 2, vec![0.9, 0.2, -0.9, 0.2, 0.0, 0.0]);
        let lsa = Matrix::from_vec(3, 1, vec![1.0, 0.0, 1.0]);
        let x = fuse(&Compact::of(&dense), &lsa, 0.75).matrix();
        let near = |got: &[f32], want: [f32; 3]| got.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-4);
        assert!(near(x.row(0), [0.8, 0.0, 0.6]), "{:?}", x.row(0));
        assert!(near(x.row(1), [-1.0, 0.0, 0.0]), "{:?}", x.row(1));
        assert!(near(x.row(2), [0.0, 0.0, 1.0]), "a zero meaning stays zero: {:?}", x.row(2));
    }

    #[test]
    fn compact_rows_keep_their_cosines() {
        let dense = Compact::of(&Matrix::from_vec(2, 2, vec![0.3, 0.9, -0.8, 0.1]));
        let compact = fuse(&dense, &Matrix::from_vec(2, 1, vec![1.0, -1.0]), 0.6);
        let x = compact.matrix();
        let exact: f32 = x.row(0).iter().zip(x.row(1)).map(|(a, b)| a * b).sum();
        assert!((compact.cosine(0, 1) - exact).abs() < 3e-5);
        assert!((compact.cosine(0, 0) - 1.0).abs() < 3e-5);
        assert_eq!(compact.gather(&[1]).row(0), compact.row(1).collect::<Vec<_>>());
    }

    #[test]
    fn neither_meaning_nor_words_is_zero() {
        let x = fuse(&Compact::of(&Matrix::zeros(2, 3)), &Matrix::zeros(2, 2), LEXICAL_WEIGHT);
        assert!(x.matrix().as_slice().iter().all(|&v| v == 0.0));
    }
}
