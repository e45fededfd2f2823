//! Stage one: contributions cut into ideas, and what each idea's words are.

use crate::ideas::{self, Cut};
use crate::outcome::Input;
use crate::propositions::{ASKS, Asked, asks, read};
use crate::wording::nounphrase::{NounPhrase, noun_phrases};
use arobase_text::contentless::is_contentless;
use arobase_text::stem::{fold, terms};
use rayon::prelude::*;

/// An idea with what its words alone tell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    pub contribution: usize,
    pub cut: Cut,
    /// Nothing is said.
    pub empty: bool,
    /// Lower case, no accent, words apart by one space.
    pub folded: String,
    /// Stems of the words that mean something.
    pub terms: Vec<String>,
    pub phrases: Vec<NounPhrase>,
    /// What is asked, best first.
    pub asked: Vec<Asked>,
    /// Whether something is asked, rewritten or not.
    pub asks: bool,
}

/// Every idea of every contribution, in order.
pub(super) struct Corpus {
    pub ideas: Vec<Read>,
    /// First idea of each contribution, and one past the last idea of all.
    pub starts: Vec<usize>,
}

impl Corpus {
    pub(super) fn cut(inputs: &[&Input]) -> Self {
        let cut: Vec<Vec<Read>> = inputs.par_iter().enumerate().map(|(at, input)| read_all(at, input)).collect();
        let mut starts = vec![0];
        for ideas in &cut {
            starts.push(starts[starts.len() - 1] + ideas.len());
        }
        Self { ideas: cut.into_iter().flatten().collect(), starts }
    }

    /// Contribution of each idea.
    pub(super) fn contributions(&self) -> Vec<usize> {
        self.ideas.iter().map(|idea| idea.contribution).collect()
    }

    /// The ideas of one contribution.
    pub(super) fn of(&self, contribution: usize) -> std::ops::Range<usize> {
        self.starts[contribution]..self.starts[contribution + 1]
    }
}

fn read_all(contribution: usize, input: &Input) -> Vec<Read> {
    ideas::cut(&input.text).into_iter().map(|cut| read_one(contribution, cut)).collect()
}

fn read_one(contribution: usize, cut: Cut) -> Read {
    let empty = is_contentless(&cut.text);
    let asked = if empty { Vec::new() } else { read::read(&cut.text, &cut.carried) };
    Read {
        contribution,
        empty,
        folded: matching(&cut.text),
        terms: terms(&cut.text),
        phrases: noun_phrases(&cut.text),
        asks: !asked.is_empty() || !empty && asks::score(&cut.text, &cut.carried) >= ASKS,
        asked,
        cut,
    }
}

/// The matching form (analysis.md §3.1): digits as 0, punctuation as space.
fn matching(text: &str) -> String {
    let plain: String = fold(text)
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                '0'
            } else if c.is_alphanumeric() {
                c
            } else {
                ' '
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
