//! Lloyd's k-means from given centres, step by step as scikit-learn does it.

use crate::Point;

const ROUNDS: usize = 300;
/// Centres that move less than this part of the mean variance, squared and together, have settled.
const TOLERANCE: f64 = 1e-4;

/// Points shared out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Partition {
    /// The cluster of each point.
    pub(crate) labels: Vec<usize>,
    /// Sum of squared distances to the centres.
    pub(crate) inertia: f64,
}

impl Partition {
    /// Points in each cluster.
    pub(crate) fn sizes(&self, k: usize) -> Vec<usize> {
        let mut sizes = vec![0; k];
        self.labels.iter().for_each(|&label| sizes[label] += 1);
        sizes
    }
}

/// Shares points out around centres that move until nothing changes.
pub(crate) fn lloyd(points: &[Point], mut centres: Vec<Point>) -> Partition {
    let still = TOLERANCE * mean_variance(points);
    let mut labels = assign(points, &centres);
    for _ in 0..ROUNDS {
        let moved = means(points, &labels, &centres);
        let shift: f64 = centres.iter().zip(&moved).map(|(one, other)| squared(*one, *other)).sum();
        centres = moved;
        let next = assign(points, &centres);
        let settled = next == labels || shift <= still;
        labels = next;
        if settled {
            break;
        }
    }
    let inertia = points.iter().zip(&labels).map(|(point, &label)| squared(*point, centres[label])).sum();
    Partition { labels, inertia }
}

pub(crate) fn squared(one: Point, other: Point) -> f64 {
    let (x, y) = (one[0] - other[0], one[1] - other[1]);
    x * x + y * y
}

/// The nearest centre of each point, the first of those as near.
fn assign(points: &[Point], centres: &[Point]) -> Vec<usize> {
    let nearest = |point: &Point| {
        let mut best = (f64::INFINITY, 0);
        for (at, centre) in centres.iter().enumerate() {
            let distance = squared(*point, *centre);
            if distance < best.0 {
                best = (distance, at);
            }
        }
        best.1
    };
    points.iter().map(nearest).collect()
}

/// The mean of each cluster; an empty one takes the point that is farthest from its own centre.
fn means(points: &[Point], labels: &[usize], centres: &[Point]) -> Vec<Point> {
    let mut sums = vec![([0.0, 0.0], 0.0); centres.len()];
    for (point, &label) in points.iter().zip(labels) {
        add(&mut sums[label], *point, 1.0);
    }
    let empty: Vec<usize> = (0..sums.len()).filter(|&at| sums[at].1 == 0.0).collect();
    if !empty.is_empty() {
        let distance = |at: usize| squared(points[at], centres[labels[at]]);
        let mut far: Vec<usize> = (0..points.len()).collect();
        far.sort_by(|&one, &other| distance(other).total_cmp(&distance(one)).then(one.cmp(&other)));
        for (cluster, point) in empty.into_iter().zip(far) {
            add(&mut sums[labels[point]], points[point], -1.0);
            add(&mut sums[cluster], points[point], 1.0);
        }
    }
    let mean = |(sum, weight): &(Point, f64), centre: &Point| {
        if *weight > 0.0 { [sum[0] / weight, sum[1] / weight] } else { *centre }
    };
    sums.iter().zip(centres).map(|(sum, centre)| mean(sum, centre)).collect()
}

fn add(sum: &mut (Point, f64), point: Point, weight: f64) {
    sum.0[0] += weight * point[0];
    sum.0[1] += weight * point[1];
    sum.1 += weight;
}

fn mean_variance(points: &[Point]) -> f64 {
    let n = points.len().max(1) as f64;
    let variance = |axis: usize| {
        let mean = points.iter().map(|point| point[axis]).sum::<f64>() / n;
        points.iter().map(|point| (point[axis] - mean) * (point[axis] - mean)).sum::<f64>() / n
    };
    f64::midpoint(variance(0), variance(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_heaps_part() {
        let points = [[0.0, 0.0], [0.1, 0.0], [0.0, 0.1], [5.0, 5.0], [5.1, 5.0]];
        let partition = lloyd(&points, vec![[0.0, 0.0], [0.1, 0.0]]);
        assert_eq!(partition.labels, [0, 0, 0, 1, 1]);
        assert_eq!(partition.sizes(2), [3, 2]);
        assert!(partition.inertia < 0.03);
    }

    #[test]
    fn an_empty_cluster_takes_the_farthest_point() {
        let points = [[0.0, 0.0], [1.0, 0.0], [9.0, 0.0]];
        let partition = lloyd(&points, vec![[1.0, 0.0], [100.0, 100.0]]);
        assert_eq!(partition.labels, [0, 0, 1]);
    }
}
