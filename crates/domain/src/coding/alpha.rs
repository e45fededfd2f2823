//! How far coders agree beyond chance: Krippendorff's α for names, whatever the number of coders and of codes that are missing.
//!
//! Krippendorff, « Computing Krippendorff's Alpha-Reliability » (2011), section C, and *Content Analysis* (4th edition, 2018), chapter 12.

use super::chance::Draws;
use std::collections::BTreeMap;

/// Samples drawn again for an interval.
const DRAWS: usize = 1_000;

/// α of units, each with what its coders said of it; a code that is missing is not there. 1 is agreement on everything, 0 what chance gives. `None` where everyone
/// always says the same, for then nothing tells agreement from habit, and where no unit was coded twice.
pub fn alpha<T: Ord>(units: &[Vec<T>]) -> Option<f64> {
    let (units, values) = counted(units);
    coefficient(units.iter(), values)
}

/// Between which bounds α is found in 95 % of samples drawn from this one, unit by unit with replacement (Zapf and others 2016, « Measuring inter-rater
/// reliability for nominal data »). Draws in which everyone says the same are left out; `None` when they are half of them or more.
pub fn interval<T: Ord>(units: &[Vec<T>], seed: &str) -> Option<(f64, f64)> {
    let (units, values) = counted(units);
    let mut draws = Draws::of(seed, "interval");
    let mut again = || coefficient((0..units.len()).map(|_| &units[draws.below(units.len())]), values);
    let mut found: Vec<f64> = (0..DRAWS).filter_map(|_| again()).collect();
    found.sort_by(f64::total_cmp);
    let aside = found.len() / 40;
    (found.len() > DRAWS / 2).then(|| (found[aside], found[found.len() - 1 - aside]))
}

/// What was said of a unit that two coders or more have read.
struct Counted {
    /// How often each value.
    times: Vec<(usize, usize)>,
    /// How many codes.
    codes: usize,
    /// How many of them find a like one, pairs shared among the coders: Σ k(k − 1) / (m − 1), the diagonal of the coincidence matrix.
    alike: f64,
}

/// The units that can be compared, and how many values there are.
fn counted<T: Ord>(units: &[Vec<T>]) -> (Vec<Counted>, usize) {
    let mut values: BTreeMap<&T, usize> = units.iter().flatten().map(|value| (value, 0)).collect();
    for (at, number) in values.values_mut().enumerate() {
        *number = at;
    }
    let count = |codes: &Vec<T>| {
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        for code in codes {
            *times.entry(values[code]).or_default() += 1;
        }
        let like: usize = times.values().map(|k| k * (k - 1)).sum();
        Counted {
            times: times.into_iter().collect(),
            codes: codes.len(),
            alike: like as f64 / (codes.len() - 1) as f64,
        }
    };
    (units.iter().filter(|codes| codes.len() > 1).map(count).collect(), values.len())
}

/// 1 − (n − 1)(n − Σ o꜀꜀) / (n² − Σ n꜀²): disagreement observed, over that expected by chance.
fn coefficient<'a>(units: impl Iterator<Item = &'a Counted>, values: usize) -> Option<f64> {
    let (mut n, mut alike, mut times) = (0, 0.0, vec![0; values]);
    for unit in units {
        n += unit.codes;
        alike += unit.alike;
        for &(value, k) in &unit.times {
            times[value] += k;
        }
    }
    let by_chance = n * n - times.iter().map(|k| k * k).sum::<usize>();
    (by_chance > 0).then(|| 1.0 - (n - 1) as f64 * (n as f64 - alike) / by_chance as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Units in columns, one row a coder; a dot is missing.
    fn units(coders: &[&str]) -> Vec<Vec<char>> {
        let rows: Vec<Vec<char>> = coders.iter().map(|row| row.chars().collect()).collect();
        let unit = |at: usize| rows.iter().map(|row| row[at]).filter(|&code| code != '.').collect();
        (0..rows[0].len()).map(unit).collect()
    }

    fn rounded(coders: &[&str]) -> Option<f64> {
        alpha(&units(coders)).map(|alpha| (alpha * 1_000.0).round() / 1_000.0)
    }

    /// Krippendorff 2011: A (two coders, two values), B (two coders, five values), C (four coders, codes missing). Then the example of Wikipedia's article on the
    /// coefficient: three coders, most codes missing.
    #[test]
    fn published_examples() {
        assert_eq!(rounded(&["0100000010", "1110010000"]), Some(0.095));
        assert_eq!(rounded(&["aabbdcccedda", "babbbccceddd"]), Some(0.692));
        assert_eq!(rounded(&["123321412...", "1233224125..", ".33323422513", "12332441251."]), Some(0.743));
        assert_eq!(rounded(&[".....34121133.3", "1.213343.......", "..21344.21133.4"]), Some(0.691));
    }

    #[test]
    fn by_hand() {
        // One of four pairs differs; 3 a and 5 b make 30 ordered pairs of 56 that would: 1 − (1/4) / (30/56).
        assert_eq!(rounded(&["aabb", "abbb"]), Some(0.533));
        // a a b, b b, and an a alone that counts for nothing: n = 5, like 1 + 2, by chance 25 − 4 − 9: 1 − 4 × 2 / 12.
        assert_eq!(rounded(&["aba", "ab.", "b.."]), Some(0.333));
        assert_eq!(rounded(&["ab", "ba"]), Some(-0.5), "worse than chance");
        assert_eq!(rounded(&["abc", "abc"]), Some(1.0));
        assert_eq!(rounded(&["aaa", "aaa"]), None, "nothing varies");
        assert_eq!(rounded(&["ab.", "..a"]), None, "nothing is coded twice");
    }

    #[test]
    fn an_interval_is_around_what_it_is_of_and_shrinks_with_more_units() {
        let some = units(&["aabbdcccedda", "babbbccceddd"]);
        let many: Vec<Vec<char>> = (0..10).flat_map(|_| some.clone()).collect();
        let ((low, high), (near, far)) =
            (interval(&some, "seed").expect("it varies"), interval(&many, "seed").expect("it varies"));
        assert!((-1.0..0.692).contains(&low) && high > 0.692 && high <= 1.0, "{low} {high}");
        assert!(low < near && far < high, "{low} {near} {far} {high}");
        assert_eq!(interval(&some, "seed"), Some((low, high)));
        assert_ne!(interval(&some, "another"), Some((low, high)));
        assert_eq!(interval(&units(&["aaa", "aaa"]), "seed"), None);
        assert_eq!(interval(&units(&["abab", "abab"]), "seed"), Some((1.0, 1.0)));
    }

    /// Two coders, nothing missing: 1 − disagreeing pairs over those expected, as the measure of our gold standard computes it.
    fn of_pairs(pairs: &[(u8, u8)]) -> Option<f64> {
        let n = (2 * pairs.len()) as f64;
        let times = |value| pairs.iter().map(|(a, b)| usize::from(*a == value) + usize::from(*b == value)).sum();
        let like: f64 = (0..4).map(times).map(|k: usize| (k * k.saturating_sub(1)) as f64).sum();
        let (observed, expected) = (pairs.iter().filter(|(a, b)| a != b).count() as f64, 1.0 - like / (n * (n - 1.0)));
        (expected > 1e-12).then(|| 1.0 - observed / pairs.len() as f64 / expected)
    }

    proptest! {
        #[test]
        fn two_coders_are_measured_as_elsewhere(pairs in proptest::collection::vec((0_u8..4, 0_u8..4), 1..30)) {
            let units: Vec<Vec<u8>> = pairs.iter().map(|(a, b)| vec![*a, *b]).collect();
            match (alpha(&units), of_pairs(&pairs)) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-9, "{one} {other}"),
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn neither_names_nor_the_order_of_coders_matter(units in proptest::collection::vec(proptest::collection::vec(0_i8..4, 0..4), 0..20)) {
            let turned: Vec<Vec<i8>> = units.iter().map(|unit| unit.iter().rev().map(|value| -value).collect()).collect();
            prop_assert_eq!(alpha(&units), alpha(&turned));
            prop_assert!(alpha(&units).is_none_or(|alpha| (-1.0..=1.0).contains(&alpha)));
        }
    }
}
