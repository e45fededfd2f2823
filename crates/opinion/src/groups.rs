//! How many groups, and who is in which.

use crate::Point;
use crate::kmeans::{Partition, lloyd, squared};
use crate::silhouette::silhouette;

/// Fewest and most groups tried (Polis).
const TRIED: std::ops::RangeInclusive<usize> = 2..=5;
/// A silhouette under this is no structure to speak of (Kaufman and Rousseeuw, Finding Groups in Data, 1990).
pub const CLEAR: f64 = 0.25;
/// Starts of `stable`.
const STARTS: usize = 32;
/// In `stable`, a group of less than this part of the people placed is no group; nor is one person.
const SMALLEST: f64 = 0.03;

/// How groups are made. Everything else is the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// For each number of groups, k-means from 32 starts of which the one with the least inertia is kept; no tiny group; no group at all
    /// when silhouettes are under [`CLEAR`].
    #[default]
    Stable,
    /// As red-dwarf does: k-means from the first distinct points, whatever the size of the groups and however they part. (Polis' servers also
    /// gather people in a hundred small heaps first, and change the number of groups only after a while: that depends on the past.)
    Polis,
}

/// A number of groups that was tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// How many groups.
    pub groups: usize,
    /// Mean silhouette, from −1 to 1.
    pub silhouette: f64,
    /// People in the smallest group.
    pub smallest: usize,
    /// Too few people in a group.
    pub refused: bool,
}

/// What was tried, and what was kept of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) kept: Option<(usize, Partition)>,
}

pub(crate) fn choose(points: &[Point], mode: Mode) -> Choice {
    let distinct = distinct(points);
    // A silhouette needs one more point than there are groups.
    let possible = TRIED.filter(|&k| k <= distinct.len() && k < points.len());
    let mut choice = Choice::default();
    let mut best = f64::NEG_INFINITY;
    for k in possible {
        let partition = partition(points, k, mode);
        let score = silhouette(points, &partition.labels, k);
        let smallest = partition.sizes(k).into_iter().min().unwrap_or(0);
        let refused = mode == Mode::Stable && smallest < fewest(points.len());
        choice.candidates.push(Candidate { groups: k, silhouette: score, smallest, refused });
        let clear = mode == Mode::Polis || (!refused && score >= CLEAR);
        // What is better by the noise of the arithmetic is not better.
        if clear && score > best + 1e-12 {
            best = score;
            choice.kept = Some((k, partition));
        }
    }
    choice
}

/// Shares points out in `k` clusters. There must be as many distinct points.
pub(crate) fn partition(points: &[Point], k: usize, mode: Mode) -> Partition {
    match mode {
        Mode::Polis => lloyd(points, distinct(points).into_iter().take(k).collect()),
        Mode::Stable => {
            let points = upright(points);
            numbered(&points, k, best_start(&points, k))
        }
    }
}

fn fewest(people: usize) -> usize {
    ((people as f64 * SMALLEST).ceil() as usize).max(2)
}

/// Axes have no direction of their own: each is turned so that its long tail is on the positive side, whatever sign a vote had.
fn upright(points: &[Point]) -> Vec<Point> {
    let tail = |axis: usize| points.iter().map(|point| point[axis] * point[axis] * point[axis]).sum::<f64>();
    let signs = [0, 1].map(|axis| if tail(axis) < 0.0 { -1.0 } else { 1.0 });
    points.iter().map(|point| [point[0] * signs[0], point[1] * signs[1]]).collect()
}

/// Points once each, in the order of their coordinates.
fn distinct(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(compare);
    sorted.dedup();
    sorted
}

fn compare(one: &Point, other: &Point) -> std::cmp::Ordering {
    one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1]))
}

/// The partition of least inertia over starts spread from one side of the plane to the other; the first of those as good.
fn best_start(points: &[Point], k: usize) -> Partition {
    let distinct = distinct(points);
    let starts = STARTS.min(distinct.len());
    let partitions = (0..starts).map(|start| {
        let first = distinct[(2 * start + 1) * distinct.len() / (2 * starts)];
        lloyd(points, farthest_first(&distinct, first, k))
    });
    let better =
        |best: Partition, next: Partition| if next.inertia < best.inertia * (1.0 - 1e-12) { next } else { best };
    partitions.reduce(better).expect("a start for each distinct point, and there is one")
}

/// Each centre after the first is the point farthest from those before (Gonzalez, 1985); the first of those as far.
fn farthest_first(points: &[Point], first: Point, k: usize) -> Vec<Point> {
    let mut centres = vec![first];
    let mut distances: Vec<f64> = points.iter().map(|point| squared(*point, first)).collect();
    while centres.len() < k {
        let mut far = 0;
        for at in 1..points.len() {
            if distances[at] > distances[far] {
                far = at;
            }
        }
        centres.push(points[far]);
        distances
            .iter_mut()
            .zip(points)
            .for_each(|(distance, point)| *distance = distance.min(squared(*point, points[far])));
    }
    centres
}

/// The greatest group first; of equal ones, the one whose first point comes first.
fn numbered(points: &[Point], k: usize, mut partition: Partition) -> Partition {
    let sizes = partition.sizes(k);
    let mut first: Vec<Option<&Point>> = vec![None; k];
    for (point, &label) in points.iter().zip(&partition.labels) {
        first[label] =
            Some(first[label].map_or(point, |known| if compare(point, known).is_lt() { point } else { known }));
    }
    let mut order: Vec<usize> = (0..k).collect();
    let place = |at: usize| first[at].copied().unwrap_or([f64::INFINITY; 2]);
    order.sort_by(|&one, &other| sizes[other].cmp(&sizes[one]).then(compare(&place(one), &place(other))));
    let mut rank = vec![0; k];
    order.into_iter().enumerate().for_each(|(at, label)| rank[label] = at);
    partition.labels.iter_mut().for_each(|label| *label = rank[*label]);
    partition
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Heaps of points around some places, a little apart so that all are distinct.
    fn heaps(places: &[(Point, usize)]) -> Vec<Point> {
        let spread = |at: usize| at as f64 * 0.01;
        places.iter().flat_map(|&([x, y], n)| (0..n).map(move |at| [x + spread(at), y - spread(at) / 2.0])).collect()
    }

    #[test]
    fn three_heaps_are_three_groups_the_greatest_first() {
        let points = heaps(&[([0.0, 0.0], 10), ([9.0, 0.0], 20), ([0.0, 9.0], 15)]);
        let (k, partition) = choose(&points, Mode::Stable).kept.expect("clear groups");
        assert_eq!((k, partition.sizes(3)), (3, vec![20, 15, 10]));
        assert_eq!((partition.labels[0], partition.labels[10], partition.labels[30]), (2, 0, 1));
    }

    #[test]
    fn one_person_is_no_group_except_in_polis() {
        let mut points = heaps(&[([0.0, 0.0], 60)]);
        points.push([90.0, 90.0]);
        let (k, partition) = choose(&points, Mode::Polis).kept.expect("groups at any price");
        assert_eq!((k, partition.sizes(2).into_iter().min()), (2, Some(1)));
        let stable = choose(&points, Mode::Stable);
        assert!(stable.candidates[0].refused && stable.candidates[0].smallest == 1);
    }

    #[test]
    fn the_same_point_everywhere_is_no_group() {
        for mode in [Mode::Stable, Mode::Polis] {
            assert!(choose(&[[1.0, 2.0]; 40], mode).kept.is_none());
            assert!(choose(&[], mode).kept.is_none());
        }
    }
}
