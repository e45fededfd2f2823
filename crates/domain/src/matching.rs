//! Which theme of one run is which theme of another (analysis.md §3.11).

use crate::id::ThemeId;
use std::collections::BTreeMap;

/// Jaccard similarity of their ideas from which two themes are one, and keep identifier and label.
pub const SAME: f64 = 0.5;

/// Pairs of themes that are the same, each theme in one pair at most: the pairing of largest total Jaccard, those under [`SAME`] left out.
///
/// `pairs` gives, for each idea that both runs know, its theme in either. The order of the ideas does not matter.
pub fn matched<'a>(
    pairs: impl IntoIterator<Item = (Option<&'a ThemeId>, Option<&'a ThemeId>)>,
) -> BTreeMap<ThemeId, ThemeId> {
    let table = Overlap::of(pairs);
    let benefit: Vec<Vec<f64>> =
        table.before.keys().map(|a| table.after.keys().map(|b| table.jaccard(a, b)).collect()).collect();
    let before: Vec<&ThemeId> = table.before.keys().copied().collect();
    let after: Vec<&ThemeId> = table.after.keys().copied().collect();
    let paired = assignment(&benefit).into_iter().enumerate();
    let same = paired.filter_map(|(a, b)| b.filter(|&b| benefit[a][b] >= SAME).map(|b| (a, b)));
    same.map(|(a, b)| (before[a].clone(), after[b].clone())).collect()
}

/// How many ideas two partitions share, theme by theme.
pub(crate) struct Overlap<'a> {
    pub(crate) before: BTreeMap<&'a ThemeId, usize>,
    pub(crate) after: BTreeMap<&'a ThemeId, usize>,
    pub(crate) both: BTreeMap<(&'a ThemeId, &'a ThemeId), usize>,
}

impl<'a> Overlap<'a> {
    pub(crate) fn of(pairs: impl IntoIterator<Item = (Option<&'a ThemeId>, Option<&'a ThemeId>)>) -> Self {
        let mut table = Self { before: BTreeMap::new(), after: BTreeMap::new(), both: BTreeMap::new() };
        for (before, after) in pairs {
            if let Some(theme) = before {
                *table.before.entry(theme).or_default() += 1;
            }
            if let Some(theme) = after {
                *table.after.entry(theme).or_default() += 1;
            }
            if let Some(pair) = before.zip(after) {
                *table.both.entry(pair).or_default() += 1;
            }
        }
        table
    }

    fn jaccard(&self, before: &ThemeId, after: &ThemeId) -> f64 {
        let both = self.both.get(&(before, after)).copied().unwrap_or(0);
        let either = self.before[before] + self.after[after] - both;
        both as f64 / either.max(1) as f64
    }
}

/// The column of each row in the assignment of largest total benefit (the Hungarian method, with potentials; Kuhn 1955, in the form of
/// Jonker and Volgenant). `None` for rows beyond the number of columns.
fn assignment(benefit: &[Vec<f64>]) -> Vec<Option<usize>> {
    let (rows, cols) = (benefit.len(), benefit.first().map_or(0, Vec::len));
    let n = rows.max(cols);
    let cost = |row: usize, col: usize| if row < rows && col < cols { -benefit[row][col] } else { 0.0 };
    // Columns and rows from 1; 0 is where the search starts.
    let mut row_of = vec![0; n + 1];
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    for row in 1..=n {
        row_of[0] = row;
        let path = shortest(&cost, &mut row_of, &mut u, &mut v);
        augment(&path, &mut row_of);
    }
    let mut found = vec![None; rows];
    for (col, row) in row_of.iter().skip(1).take(cols).enumerate() {
        if let Some(slot) = found.get_mut(row - 1) {
            *slot = Some(col);
        }
    }
    found
}

/// The columns from a free one back to the start, on the cheapest alternating path; the potentials are updated on the way.
fn shortest(cost: &impl Fn(usize, usize) -> f64, row_of: &mut [usize], u: &mut [f64], v: &mut [f64]) -> Vec<usize> {
    let n = row_of.len() - 1;
    let (mut least, mut from, mut seen) = (vec![f64::INFINITY; n + 1], vec![0; n + 1], vec![false; n + 1]);
    let mut at = 0;
    while row_of[at] != 0 {
        seen[at] = true;
        let row = row_of[at];
        let (mut delta, mut next) = (f64::INFINITY, 0);
        for col in (1..=n).filter(|&col| !seen[col]) {
            let reduced = cost(row - 1, col - 1) - u[row] - v[col];
            if reduced < least[col] {
                (least[col], from[col]) = (reduced, at);
            }
            if least[col] < delta {
                (delta, next) = (least[col], col);
            }
        }
        for col in 0..=n {
            if seen[col] {
                u[row_of[col]] += delta;
                v[col] -= delta;
            } else {
                least[col] -= delta;
            }
        }
        at = next;
    }
    let mut path = vec![at];
    while at != 0 {
        at = from[at];
        path.push(at);
    }
    path
}

/// Each column of the path takes the row of the one before it.
fn augment(path: &[usize], row_of: &mut [usize]) {
    for pair in path.windows(2) {
        row_of[pair[0]] = row_of[pair[1]];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(benefit: &[Vec<f64>], columns: &[Option<usize>]) -> f64 {
        columns.iter().enumerate().filter_map(|(row, col)| col.map(|col| benefit[row][col])).sum()
    }

    /// The best total over every way to give rows distinct columns.
    fn best(benefit: &[Vec<f64>], row: usize, taken: &mut Vec<usize>) -> f64 {
        let Some(values) = benefit.get(row) else { return 0.0 };
        let mut found = best(benefit, row + 1, taken);
        for (col, value) in values.iter().enumerate() {
            if !taken.contains(&col) {
                taken.push(col);
                found = found.max(value + best(benefit, row + 1, taken));
                taken.pop();
            }
        }
        found
    }

    proptest! {
        #[test]
        fn no_assignment_is_better(rows in 0..5_usize, cols in 1..5_usize, seed in proptest::collection::vec(0..100_u32, 25)) {
            let benefit: Vec<Vec<f64>> =
                (0..rows).map(|row| (0..cols).map(|col| f64::from(seed[row * 5 + col])).collect()).collect();
            let found = assignment(&benefit);
            let columns: std::collections::BTreeSet<usize> = found.iter().flatten().copied().collect();
            prop_assert_eq!(columns.len(), found.iter().flatten().count(), "each column once");
            prop_assert_eq!(columns.len(), rows.min(cols));
            prop_assert!((total(&benefit, &found) - best(&benefit, 0, &mut Vec::new())).abs() < 1e-9);
        }
    }

    #[test]
    fn a_theme_keeps_its_name_while_half_of_it_stays() {
        let (a, b, x, y) = (ThemeId::new("a"), ThemeId::new("b"), ThemeId::new("x"), ThemeId::new("y"));
        let four = |from, to, count| std::iter::repeat_n((from, to), count);
        let pairs = four(Some(&a), Some(&x), 6).chain(four(Some(&a), Some(&y), 3)).chain(four(Some(&b), Some(&y), 2));
        let found = matched(pairs.chain(four(None, Some(&y), 2)));
        assert_eq!(found, BTreeMap::from([(a, x)]), "b and y share 2 of 7");
    }
}
