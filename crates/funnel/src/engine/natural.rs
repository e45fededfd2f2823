//! The order in which people count: « c2 » before « c10 ».

use crate::outcome::Input;
use std::cmp::Ordering;

/// Compares two ids, runs of digits by their value.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (x, y) = (chunk(left), chunk(right));
        match (x.is_empty(), y.is_empty()) {
            (true, true) => return a.cmp(b),
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        let ordering = if is_number(x) && is_number(y) { by_value(x, y) } else { x.cmp(y) };
        if ordering != Ordering::Equal {
            return ordering;
        }
        left = &left[x.len()..];
        right = &right[y.len()..];
    }
}

/// The longest beginning that is all digits, or has none.
fn chunk(text: &str) -> &str {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    &text[..end]
}

fn is_number(chunk: &str) -> bool {
    chunk.starts_with(|c: char| c.is_ascii_digit())
}

fn by_value(x: &str, y: &str) -> Ordering {
    let (x, y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
    x.len().cmp(&y.len()).then_with(|| x.cmp(y))
}

/// Indices of the inputs in the natural order of their ids.
pub(super) fn order(inputs: &[Input]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by(|&a, &b| natural(&inputs[a].id, &inputs[b].id));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_count_by_value() {
        assert_eq!(natural("c2", "c10"), Ordering::Less);
        assert_eq!(natural("gd-174-9", "gd-174-10"), Ordering::Less);
        assert_eq!(natural("a", "a1"), Ordering::Less);
        assert_eq!(natural("007", "7"), "007".cmp("7"));
    }
}
