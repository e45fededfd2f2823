//! Agreement between two partitions, and inequality of sizes.
//!
//! Labels are any `u32`; both slices describe the same items in the same order.

use std::collections::BTreeMap;

/// How many items each pair of labels holds, with the sums by row and by column.
struct Contingency {
    cells: Vec<(u32, u32, f64)>,
    rows: Vec<f64>,
    cols: Vec<f64>,
    n: f64,
}

impl Contingency {
    fn new(a: &[u32], b: &[u32]) -> Self {
        assert_eq!(a.len(), b.len(), "two labels for each item");
        let mut cells = BTreeMap::new();
        for pair in a.iter().zip(b) {
            *cells.entry((*pair.0, *pair.1)).or_insert(0.0) += 1.0;
        }
        let cells = cells.into_iter().map(|((i, j), count)| (i, j, count)).collect();
        Self { cells, rows: sizes(a), cols: sizes(b), n: a.len() as f64 }
    }

    fn mutual_information(&self, a: &BTreeMap<u32, f64>, b: &BTreeMap<u32, f64>) -> f64 {
        let share = |&(i, j, count): &(u32, u32, f64)| count / self.n * libm::log(self.n * count / (a[&i] * b[&j]));
        self.cells.iter().map(share).sum()
    }
}

fn counted(labels: &[u32]) -> BTreeMap<u32, f64> {
    labels.iter().fold(BTreeMap::new(), |mut sizes, &label| {
        *sizes.entry(label).or_insert(0.0) += 1.0;
        sizes
    })
}

fn sizes(labels: &[u32]) -> Vec<f64> {
    counted(labels).into_values().collect()
}

fn pairs(count: f64) -> f64 {
    count * (count - 1.0) / 2.0
}

/// Adjusted Rand index (Hubert and Arabie): 1 for equal partitions, 0 on average for independent ones.
pub fn adjusted_rand(a: &[u32], b: &[u32]) -> f64 {
    let table = Contingency::new(a, b);
    let both: f64 = table.cells.iter().map(|c| pairs(c.2)).sum();
    let in_a: f64 = table.rows.iter().copied().map(pairs).sum();
    let in_b: f64 = table.cols.iter().copied().map(pairs).sum();
    let expected = if table.n < 2.0 { 0.0 } else { in_a * in_b / pairs(table.n) };
    let most = f64::midpoint(in_a, in_b);
    if most - expected <= 0.0 { 1.0 } else { (both - expected) / (most - expected) }
}

/// Shannon entropy of the sizes, in nats.
fn entropy(sizes: &[f64]) -> f64 {
    let n: f64 = sizes.iter().sum();
    -sizes.iter().map(|s| s / n * libm::log(s / n)).sum::<f64>()
}

/// Mutual information expected from two partitions with these sizes drawn at random (Vinh, Epps and Bailey, exact).
fn expected_information(a: &[f64], b: &[f64], n: f64) -> f64 {
    let log_factorials: Vec<f64> = std::iter::once(0.0)
        .chain((1..=n as usize).scan(0.0, |sum, k| {
            *sum += libm::log(k as f64);
            Some(*sum)
        }))
        .collect();
    let fact = |x: f64| log_factorials[x as usize];
    let mut total = 0.0;
    for &x in a {
        for &y in b {
            let fixed = fact(x) + fact(y) + fact(n - x) + fact(n - y) - fact(n);
            let first = (x + y - n).max(1.0) as usize;
            for k in first..=x.min(y) as usize {
                let k = k as f64;
                let chance = fixed - fact(k) - fact(x - k) - fact(y - k) - fact(n - x - y + k);
                total += k / n * libm::log(n * k / (x * y)) * libm::exp(chance);
            }
        }
    }
    total
}

/// Adjusted mutual information, arithmetic mean of the entropies as the upper bound: 1 for equal partitions,
/// 0 on average for independent ones, whatever their numbers of groups.
pub fn adjusted_mutual_information(a: &[u32], b: &[u32]) -> f64 {
    let table = Contingency::new(a, b);
    if table.rows.len() == table.cols.len() && table.rows.len() <= 1 {
        return 1.0;
    }
    let information = table.mutual_information(&counted(a), &counted(b));
    let expected = expected_information(&table.rows, &table.cols, table.n);
    let most = f64::midpoint(entropy(&table.rows), entropy(&table.cols));
    (information - expected) / (most - expected)
}

/// V-measure: harmonic mean of homogeneity and completeness, equal to mutual information over mean entropy.
pub fn v_measure(a: &[u32], b: &[u32]) -> f64 {
    let table = Contingency::new(a, b);
    let most = f64::midpoint(entropy(&table.rows), entropy(&table.cols));
    if most > 0.0 { table.mutual_information(&counted(a), &counted(b)) / most } else { 1.0 }
}

/// Gini coefficient of sizes: 0 when all are equal, towards 1 when one holds everything.
pub fn gini(sizes: &[f64]) -> f64 {
    let mut sorted = sizes.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (n, total) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    if total <= 0.0 {
        return 0.0;
    }
    let ranked: f64 = sorted.iter().enumerate().map(|(i, s)| (i + 1) as f64 * s).sum();
    2.0 * ranked / (n * total) - (n + 1.0) / n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-6, "{got} instead of {want}");
    }

    #[test]
    fn equal_partitions_agree_whatever_the_names() {
        let (a, b) = ([0, 0, 1, 1, 2], [7, 7, 3, 3, 9]);
        near(adjusted_rand(&a, &b), 1.0);
        near(adjusted_mutual_information(&a, &b), 1.0);
        near(v_measure(&a, &b), 1.0);
    }

    #[test]
    fn values_worked_by_hand() {
        // Contingency [[2, 0, 0], [0, 1, 1]]: 1 shared pair, 2 and 1 within, 6 in all.
        let (a, b) = ([0, 0, 1, 1], [0, 0, 1, 2]);
        near(adjusted_rand(&a, &b), (1.0 - 2.0 / 6.0) / (1.5 - 2.0 / 6.0));
        near(v_measure(&a, &b), 0.8);
        // Each of the 3 ways to pair the four items: expected information (ln 2 + 2 × ½ ln 2) / 3… = 0.4620981.
        near(expected_information(&[2.0, 2.0], &[2.0, 1.0, 1.0], 4.0), 2.0 / 3.0 * std::f64::consts::LN_2);
        near(adjusted_mutual_information(&a, &b), (1.0 - 2.0 / 3.0) / (1.25 - 2.0 / 3.0));
    }

    #[test]
    fn expected_information_is_the_mean_over_all_permutations() {
        let a = [0, 0, 1, 1, 1];
        let mut items = [0_u32, 0, 1, 2, 2];
        let (mut sum, mut count) = (0.0, 0.0);
        permute(&mut items, 0, &mut |b| {
            sum += Contingency::new(&a, b).mutual_information(&counted(&a), &counted(b));
            count += 1.0;
        });
        near(expected_information(&sizes(&a), &sizes(&items), 5.0), sum / count);
    }

    fn permute(items: &mut [u32; 5], from: usize, visit: &mut impl FnMut(&[u32])) {
        if from == items.len() {
            return visit(items);
        }
        for i in from..items.len() {
            items.swap(from, i);
            permute(items, from + 1, visit);
            items.swap(from, i);
        }
    }

    #[test]
    fn gini_of_equal_and_of_one_holder() {
        near(gini(&[3.0, 3.0, 3.0]), 0.0);
        near(gini(&[0.0, 0.0, 0.0, 8.0]), 0.75);
        near(gini(&[1.0, 2.0, 3.0, 4.0]), 0.25);
    }
}
