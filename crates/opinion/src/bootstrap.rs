//! How far groups would be the same if other people of the same kind had voted.

use crate::Point;
use crate::axes::{NEAR, axes};
use crate::centred::Centred;
use crate::draws::Draws;
use crate::groups::{Mode, partition};
use crate::votes::Poll;
use std::collections::BTreeMap;

/// The mean adjusted Rand index between these groups and those made anew, means and axes included, of as many people drawn among them with
/// replacement. 1: always the same groups; 0: no more alike than by chance.
pub(crate) fn stability(poll: &Poll, labels: &[usize], k: usize, mode: Mode, seed: u64, rounds: usize) -> f64 {
    let mut draws = Draws::new(seed);
    let people = poll.participants();
    let round = |_| {
        let mut drawn: Vec<usize> = (0..people).map(|_| draws.below(people)).collect();
        drawn.sort_unstable();
        again(&poll.chosen(&drawn), &drawn, labels, k, mode)
    };
    (0..rounds).map(round).sum::<f64>() / rounds.max(1) as f64
}

fn again(sample: &Poll, drawn: &[usize], labels: &[usize], k: usize, mode: Mode) -> f64 {
    let matrix = Centred::of(sample);
    let axes = axes(&matrix, NEAR);
    let points: Vec<Point> = (0..drawn.len()).map(|row| matrix.participant(row, &axes)).collect();
    let mut places: Vec<&Point> = points.iter().collect();
    places.sort_by(|one, other| one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1])));
    places.dedup();
    if places.len() < k {
        return 0.0;
    }
    let anew = partition(&points, k, mode).labels;
    // Whoever was drawn twice is compared once.
    let once: Vec<usize> = (0..drawn.len()).filter(|&at| at == 0 || drawn[at] != drawn[at - 1]).collect();
    let former: Vec<usize> = once.iter().map(|&at| labels[drawn[at]]).collect();
    let anew: Vec<usize> = once.iter().map(|&at| anew[at]).collect();
    adjusted_rand(&former, &anew)
}

/// The adjusted Rand index of two ways to share the same things out (Hubert and Arabie, 1985): 1 when they are the same but for names,
/// 0 on average for chance.
///
/// ```
/// assert_eq!(arobase_opinion::adjusted_rand(&[0, 0, 1, 1], &[1, 1, 0, 0]), 1.0);
/// ```
pub fn adjusted_rand(one: &[usize], other: &[usize]) -> f64 {
    let (mut cells, mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (&one, &other) in one.iter().zip(other) {
        *cells.entry((one, other)).or_insert(0_u64) += 1;
        *rows.entry(one).or_insert(0_u64) += 1;
        *columns.entry(other).or_insert(0_u64) += 1;
    }
    let pairs = |n: u64| (n * n.saturating_sub(1) / 2) as f64;
    let together: f64 = cells.values().map(|&n| pairs(n)).sum();
    let (rows, columns): (f64, f64) =
        (rows.values().map(|&n| pairs(n)).sum(), columns.values().map(|&n| pairs(n)).sum());
    let all = pairs(one.len().min(other.len()) as u64);
    let expected = if all > 0.0 { rows * columns / all } else { 0.0 };
    let greatest = f64::midpoint(rows, columns);
    if greatest > expected { (together - expected) / (greatest - expected) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::adjusted_rand;

    #[test]
    fn the_index_by_hand() {
        let (one, other) = ([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]);
        // Together 2 pairs, 6 and 3 in each, 15 in all: (2 − 1.2) / (4.5 − 1.2).
        assert!((adjusted_rand(&one, &other) - 0.8 / 3.3).abs() < 1e-15);
        assert!((adjusted_rand(&[], &[]) - 1.0).abs() < 1e-15);
    }
}
