//! How well a partition parts: Rousseeuw's silhouette, 1987.

use crate::Point;
use crate::kmeans::squared;

/// Above this number of points, every second, third… is enough, for the cost grows with the square.
const MOST: usize = 5_000;

/// The mean silhouette, from −1 to 1; a point alone in its cluster counts 0. 0 when there is nothing to compare.
pub(crate) fn silhouette(points: &[Point], labels: &[usize], k: usize) -> f64 {
    let step = points.len().div_ceil(MOST).max(1);
    let kept: Vec<usize> = (0..points.len()).step_by(step).collect();
    let mut sizes = vec![0_usize; k];
    for &at in &kept {
        sizes[labels[at]] += 1;
    }
    if sizes.iter().filter(|&&size| size > 0).count() < 2 {
        return 0.0;
    }
    let one = |&at: &usize| {
        let mut sums = vec![0.0; k];
        for &other in &kept {
            sums[labels[other]] += squared(points[at], points[other]).sqrt();
        }
        of_point(&sums, &sizes, labels[at])
    };
    kept.iter().map(one).sum::<f64>() / kept.len() as f64
}

/// (b − a) / max(a, b): mean distance to one's own, and to the nearest other cluster.
fn of_point(sums: &[f64], sizes: &[usize], own: usize) -> f64 {
    if sizes[own] < 2 {
        return 0.0;
    }
    let within = sums[own] / (sizes[own] - 1) as f64;
    let others = (0..sums.len()).filter(|&at| at != own && sizes[at] > 0).map(|at| sums[at] / sizes[at] as f64);
    let nearest = others.fold(f64::INFINITY, f64::min);
    let greatest = within.max(nearest);
    if greatest > 0.0 { (nearest - within) / greatest } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::silhouette;

    #[test]
    fn by_hand() {
        let points = [[0.0, 0.0], [1.0, 0.0], [4.0, 0.0]];
        let expected = (3.0 / 4.0 + 2.0 / 3.0) / 3.0;
        assert!((silhouette(&points, &[0, 0, 1], 2) - expected).abs() < 1e-15);
        assert!(silhouette(&points, &[0, 0, 0], 1).abs() < 1e-15);
    }
}
