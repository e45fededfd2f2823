//! What French typography would print otherwise.

use super::{Remark, Rule};
use crate::typography::french;

/// The words from the first slip to the last, with how they are printed; and a quotation that is not closed.
pub(super) fn slips(clause: &str) -> Vec<Remark> {
    let (opened, closed) = (clause.matches('«').count(), clause.matches('»').count());
    let odd = clause.rfind(if opened > closed { '«' } else { '»' }).filter(|_| opened != closed);
    let odd = odd.map(|at| Remark { rule: Rule::Typography, span: at..at + '«'.len_utf8(), instead: None });
    let printed = french(clause);
    let slip = (printed != clause).then(|| {
        let (from, to) = differ(clause, &printed);
        let instead = printed[from..printed.len() - to].to_owned();
        Remark { rule: Rule::Typography, span: from..clause.len() - to, instead: Some(instead) }
    });
    slip.into_iter().chain(odd).collect()
}

/// How many bytes two texts have in common at the beginning, and at the end.
fn differ(one: &str, other: &str) -> (usize, usize) {
    let same = |pair: &((usize, char), char)| pair.0.1 == pair.1;
    let from =
        one.char_indices().zip(other.chars()).take_while(same).last().map_or(0, |((at, c), _)| at + c.len_utf8());
    let tail = one[from..].chars().rev().zip(other[from..].chars().rev()).take_while(|(a, b)| a == b);
    (from, tail.map(|(c, _)| c.len_utf8()).sum())
}
