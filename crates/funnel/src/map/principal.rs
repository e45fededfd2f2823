//! The two first principal axes of the themes' centres.

use super::Point;
use arobase_encoder::Matrix;

/// Products after which the axes of a few dozen centres no longer turn.
const STEPS: usize = 200;

/// The plane of the map within the space of the vectors.
pub(super) struct Axes {
    /// Each centre on the plane, in the units of the vectors.
    pub(super) positions: Vec<Point>,
    /// The two axes, unit vectors.
    axes: [Vec<f64>; 2],
}

impl Axes {
    /// To which side of its theme's centre an idea leans, −π to π.
    pub(super) fn angle(&self, vector: &[f32], centre: &[f32]) -> f64 {
        let along = |axis: &Vec<f64>| {
            let lean = vector.iter().zip(centre).map(|(v, c)| f64::from(*v) - f64::from(*c));
            lean.zip(axis).map(|(lean, axis)| lean * axis).sum::<f64>()
        };
        libm::atan2(along(&self.axes[1]), along(&self.axes[0]))
    }
}

/// Principal components of the rows, each turned so that the row farthest out on it is on the positive side.
pub(super) fn principal(rows: &Matrix) -> Axes {
    let centred = centred(rows);
    let gram: Vec<Vec<f64>> = centred.iter().map(|a| centred.iter().map(|b| dot(a, b)).collect()).collect();
    let first = eigenvector(&gram, None);
    let second = eigenvector(&gram, Some(&first));
    let axes = [&first, &second].map(|weights| combined(&centred, weights));
    let positions = centred.iter().map(|row| Point { x: dot(row, &axes[0]), y: dot(row, &axes[1]) }).collect();
    Axes { positions, axes }
}

fn centred(rows: &Matrix) -> Vec<Vec<f64>> {
    let count = rows.rows().max(1) as f64;
    let mut mean = vec![0.0; rows.cols()];
    for row in rows.iter_rows() {
        mean.iter_mut().zip(row).for_each(|(m, &v)| *m += f64::from(v) / count);
    }
    rows.iter_rows().map(|row| row.iter().zip(&mean).map(|(&v, m)| f64::from(v) - m).collect()).collect()
}

/// The leading eigenvector, or the leading one at right angles to `before`; its largest coordinate is positive.
fn eigenvector(gram: &[Vec<f64>], before: Option<&[f64]>) -> Vec<f64> {
    // No symmetry of the themes' order is one of theirs: this start is at right angles to no axis.
    let mut v: Vec<f64> = (0..gram.len()).map(|i| 1.0 + 1.0 / (i + 1) as f64).collect();
    for _ in 0..STEPS {
        if let Some(before) = before {
            let shared = dot(&v, before);
            v.iter_mut().zip(before).for_each(|(x, b)| *x -= shared * b);
        }
        let next: Vec<f64> = gram.iter().map(|row| dot(row, &v)).collect();
        v = unit(next);
    }
    let largest = v.iter().copied().reduce(|a, b| if b.abs() > a.abs() { b } else { a }).unwrap_or(1.0);
    if largest < 0.0 { v.into_iter().map(|x| -x).collect() } else { v }
}

/// The unit vector that mixes the rows with these weights.
fn combined(rows: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; rows.first().map_or(0, Vec::len)];
    for (row, weight) in rows.iter().zip(weights) {
        sum.iter_mut().zip(row).for_each(|(s, v)| *s += weight * v);
    }
    unit(sum)
}

fn unit(mut v: Vec<f64>) -> Vec<f64> {
    let norm = dot(&v, &v).sqrt();
    if norm > 1e-12 {
        for x in &mut v {
            *x /= norm;
        }
    }
    v
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
