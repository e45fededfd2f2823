//! What a demanding reader marks in the margin of a clause: a demand is an infinitive, one at a time, said to someone, that can be done and be voted
//! on. Rules only point at words; whoever writes decides.

mod demands;
mod hollow;
mod inclusive;
mod opening;
mod typography;
mod who;

use crate::sentences::sentences;
use crate::words::{Word, words};
use std::ops::Range;

/// What may be remarked of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// It does not begin with an infinitive.
    Infinitive,
    /// It asks for a second thing, on which one may want to vote otherwise.
    OneDemand,
    /// It does not say who is to act.
    Who,
    /// It commits nobody to anything: « engager une réflexion ».
    Hollow,
    /// It is a question: nobody can be for it or against it.
    Question,
    /// It has too many words.
    Length,
    /// Spaces, quotation marks, apostrophes.
    Typography,
    /// It is not written as the edition has chosen to write of women and men.
    Inclusive,
}

impl Rule {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 8] = [
        Self::Infinitive,
        Self::OneDemand,
        Self::Who,
        Self::Hollow,
        Self::Question,
        Self::Length,
        Self::Typography,
        Self::Inclusive,
    ];
}

/// How women and men are written of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inclusive {
    /// As each writes.
    #[default]
    Any,
    /// « élu·es »: abbreviated, with the median point alone.
    Point,
    /// « les élues et les élus »: in full words.
    Doublets,
    /// « les élus ».
    Masculine,
}

/// What a house asks of its clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct House {
    /// How women and men are written of.
    pub inclusive: Inclusive,
    /// Words at most.
    pub words: usize,
    /// Whether each clause says who is to act; not where the motion or the section does.
    pub who: bool,
}

impl Default for House {
    fn default() -> Self {
        Self { inclusive: Inclusive::Any, words: 40, who: true }
    }
}

/// A remark on a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which.
    pub rule: Rule,
    /// On which bytes of the clause.
    pub span: Range<usize>,
    /// What to write instead, where the rule knows.
    pub instead: Option<String>,
}

/// A clause, read once for all rules.
struct Clause<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    sentences: Vec<Range<usize>>,
}

/// The remarks on a clause, by rule, then from left to right; none on an empty one.
pub fn review(clause: &str, house: &House) -> Vec<Remark> {
    let read = Clause { text: clause, words: words(clause), sentences: sentences(clause) };
    if read.words.is_empty() {
        return Vec::new();
    }
    let mut remarks = Vec::new();
    let mut mark = |rule, spans: Vec<Range<usize>>| {
        remarks.extend(spans.into_iter().map(|span| Remark { rule, span, instead: None }));
    };
    mark(Rule::Infinitive, opening::missing(&read).into_iter().collect());
    mark(Rule::OneDemand, demands::further(&read));
    mark(Rule::Who, if house.who { who::missing(&read).into_iter().collect() } else { Vec::new() });
    mark(Rule::Hollow, hollow::found(&read));
    mark(Rule::Question, question(clause).into_iter().collect());
    mark(Rule::Length, read.words.get(house.words).map(|first| first.start..clause.len()).into_iter().collect());
    mark(Rule::Inclusive, inclusive::against(&read, house.inclusive));
    remarks.extend(typography::slips(clause));
    remarks.sort_by_key(|remark| (remark.rule, remark.span.start));
    remarks
}

fn question(clause: &str) -> Option<Range<usize>> {
    let end = clause.trim_end().len();
    clause[..end].ends_with('?').then_some(end - 1..end)
}

impl Clause<'_> {
    /// What stands between a word and the one before it.
    fn before(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |before| self.words[before].end);
        &self.text[from..self.words[at].start]
    }
}

/// A word in lower case with a plain apostrophe, to be looked up in the lists of the rules.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests;
