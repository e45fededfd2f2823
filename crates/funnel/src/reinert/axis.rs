//! The first axis of the correspondence analysis of a table of presences.

use super::Table;
use crate::random::Draws;

/// Products enough for two rows far apart on the axis to stand in order.
const STEPS: usize = 60;

/// Coordinate of each of `members` on the first axis; every one must hold an active word.
///
/// First left singular vector of (P − r cᵀ) / √(r cᵀ), by power iteration on the sparse table, divided by √r.
pub(super) fn coordinates(table: &Table, members: &[u32], active: &[bool]) -> Vec<f64> {
    let rows: Vec<Vec<usize>> = members.iter().map(|&i| super::cut::words(table, i, active).collect()).collect();
    let total: f64 = rows.iter().map(|row| row.len() as f64).sum();
    let r: Vec<f64> = rows.iter().map(|row| (row.len() as f64 / total).sqrt()).collect();
    let mut c = vec![0.0; table.terms];
    rows.iter().flatten().for_each(|&j| c[j] += 1.0 / total);
    for share in &mut c {
        *share = share.sqrt();
    }
    let residuals = Residuals { rows: &rows, r: &r, c: &c, total };
    let mut draws = Draws::new(1);
    let mut v: Vec<f64> = c.iter().map(|&share| if share > 0.0 { draws.unit() - 0.5 } else { 0.0 }).collect();
    let mut u = vec![0.0; rows.len()];
    for _ in 0..STEPS {
        u = residuals.times(&v);
        v = residuals.transposed_times(&u);
        normalise(&mut v);
    }
    u.iter().zip(&r).map(|(u, r)| u / r).collect()
}

/// The standardised residuals, never written out. `r` and `c` are the square roots of the margins.
struct Residuals<'a> {
    rows: &'a [Vec<usize>],
    r: &'a [f64],
    c: &'a [f64],
    total: f64,
}

impl Residuals<'_> {
    fn times(&self, v: &[f64]) -> Vec<f64> {
        let mean = dot(self.c, v);
        let one = |(row, r): (&Vec<usize>, &f64)| {
            row.iter().map(|&j| v[j] / (self.total * self.c[j])).sum::<f64>() / r - r * mean
        };
        self.rows.iter().zip(self.r).map(one).collect()
    }

    fn transposed_times(&self, u: &[f64]) -> Vec<f64> {
        let mean = dot(self.r, u);
        let mut v: Vec<f64> = self.c.iter().map(|c| -c * mean).collect();
        for ((row, r), u) in self.rows.iter().zip(self.r).zip(u) {
            for &j in row {
                v[j] += u / (self.total * r * self.c[j]);
            }
        }
        v
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn normalise(v: &mut [f64]) {
    let norm = dot(v, v).sqrt();
    if norm > 0.0 {
        for x in v.iter_mut() {
            *x /= norm;
        }
    }
}
