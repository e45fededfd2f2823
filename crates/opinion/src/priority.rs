//! Which statement is worth showing next (analysis.md §3.12, 12; the formula of Polis' paper as its code has it).

use crate::votes::Counts;

/// What metadata weighs.
const META: f64 = 7.0;

/// `[(1 − p)(E + 1) a (1 + 8 · 2^(−S/5))]²`, with p the part of passes, a that of agreements, E the extremity, S the votes.
pub(crate) fn priority(counts: Counts, extremity: f64, meta: bool) -> f64 {
    let votes = f64::from(counts.votes());
    let part = |count: u32| (1.0 + f64::from(count)) / (2.0 + votes);
    let importance = part(counts.agrees) * (1.0 - part(counts.passes)) * (1.0 + extremity);
    let weight = if meta { META } else { importance * (1.0 + 8.0 * libm::exp2(-(votes / 5.0))) };
    weight * weight
}
