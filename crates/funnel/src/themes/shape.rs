//! The centre of each theme, and how near to it each idea stands.

use crate::vectors::Compact;
use arobase_encoder::Matrix;

/// The mean of the vectors of each of `count` themes, weighted; not of unit length, so that a product with a vector is
/// the mean similarity to the theme.
pub fn centroids(x: &Compact, theme: &[Option<u32>], weights: &[f64], count: usize) -> Matrix {
    let mut sums = vec![vec![0.0; x.cols()]; count];
    let mut totals = vec![0.0; count];
    for ((row, theme), &weight) in (0..x.rows()).zip(theme).zip(weights) {
        let Some(theme) = *theme else { continue };
        totals[theme as usize] += weight;
        sums[theme as usize].iter_mut().zip(x.row(row)).for_each(|(s, v)| *s += weight * f64::from(v));
    }
    let mean = |(sum, total): (&Vec<f64>, &f64)| sum.iter().map(|s| (s / total.max(1e-9)) as f32).collect::<Vec<_>>();
    Matrix::from_vec(count, x.cols(), sums.iter().zip(&totals).flat_map(mean).collect())
}

/// For each idea, its mean similarity to its theme; 0 without a theme. The highest are the typical ones.
pub fn typicality(x: &Compact, theme: &[Option<u32>], centroids: &Matrix) -> Vec<f64> {
    let near = |(row, theme): (usize, &Option<u32>)| theme.map_or(0.0, |t| dot(x.row(row), centroids.row(t as usize)));
    (0..x.rows()).zip(theme).map(near).collect()
}

fn dot(a: impl Iterator<Item = f32>, b: &[f32]) -> f64 {
    a.zip(b).map(|(x, y)| f64::from(x) * f64::from(*y)).sum()
}
