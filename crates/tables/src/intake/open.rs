//! Which questions of a questionnaire were answered in one's own words.

use crate::read::source::Item;
use std::collections::BTreeSet;

/// Words that an answer has on average, from which the question is open: choices and names have fewer.
const WORDS: usize = 4;
/// One answer in how many must differ from the others: choices, even worded at length, come again and again.
const DISTINCT: usize = 2;

/// The open questions among `columns`; if none is clearly so, the one with the longest answers. Every row counts, so their order does not.
pub(super) fn open_columns(items: &[Item], columns: &[usize]) -> Vec<usize> {
    let profiles: Vec<Profile> = columns.iter().map(|&at| profile(items, at)).collect();
    let open: Vec<usize> = profiles.iter().filter(|one| one.is_open()).map(|one| one.column).collect();
    if !open.is_empty() {
        return open;
    }
    let wordy = profiles.iter().filter(|one| one.words > one.answers);
    wordy.max_by_key(|one| (one.words, usize::MAX - one.column)).map(|one| one.column).into_iter().collect()
}

/// What the answers to a question look like.
struct Profile {
    column: usize,
    answers: usize,
    words: usize,
    distinct: usize,
}

impl Profile {
    fn is_open(&self) -> bool {
        self.answers > 0 && self.words >= WORDS * self.answers && self.distinct * DISTINCT >= self.answers
    }
}

fn profile(items: &[Item], column: usize) -> Profile {
    let cells = items.iter().filter_map(|item| match item {
        Item::Record(record) => record.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()),
        Item::Fault(_) => None,
    });
    let (mut answers, mut words, mut distinct) = (0, 0, BTreeSet::new());
    for cell in cells {
        answers += 1;
        words += cell.split_whitespace().count();
        distinct.insert(cell);
    }
    Profile { column, answers, words, distinct: distinct.len() }
}
