//! One way to write of women and men in a motion, and the same in all of it.

use super::{Clause, Inclusive};
use crate::inclusive::{base, fold_doublets};
use std::ops::Range;

/// What is written otherwise than chosen.
pub(super) fn against(clause: &Clause, chosen: Inclusive) -> Vec<Range<usize>> {
    let abbreviated = clause.words.iter().filter(|word| base(word.text) != word.text);
    let span = |word: &crate::words::Word| word.start..word.end;
    match chosen {
        Inclusive::Any => Vec::new(),
        Inclusive::Point => abbreviated.filter(|word| !word.text.contains('·')).map(span).collect(),
        Inclusive::Doublets => abbreviated.map(span).collect(),
        Inclusive::Masculine => abbreviated.map(span).chain(doublets(clause)).collect(),
    }
}

/// The clause from its first doublet on, if it has one.
fn doublets(clause: &Clause) -> Option<Range<usize>> {
    let folded = fold_doublets(&clause.words);
    let same = folded.iter().zip(&clause.words).take_while(|(one, word)| **one == base(word.text)).count();
    let word = clause.words.get(same).filter(|_| folded.len() < clause.words.len())?;
    let after = clause.words.len() - (folded.len() - same);
    Some(word.start..clause.words[after.min(clause.words.len() - 1)].end)
}
