//! Re-deriving every figure of a run from its ledger and its ideas, and saying what does not add up.
//!
//! What the files alone cannot prove is not looked at here: the number of authors and territories (only bounded, for no file names
//! them), stability, coverage and confidence (they come from vectors).

mod counts;
mod ideas;
mod lineage;
mod words;

use crate::record::Record;
use serde::Serialize;
use std::fmt::Display;

/// What kind of thing does not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// An identifier stands twice.
    Twice,
    /// Something is named that is nowhere.
    Unknown,
    /// A number does not follow the one before it.
    Numbering,
    /// A figure is not what the rows add up to.
    Figure,
    /// A figure is impossible beside another.
    Bound,
    /// A state contradicts the rest of the row, or the ideas.
    State,
    /// A span overlaps another, is empty, or does not hold its text.
    Span,
    /// A row is missing.
    Missing,
    /// Two files do not say the same.
    Differs,
    /// Words of a proposition are not those of its source.
    Words,
    /// A hash is not that of the content.
    Hash,
    /// The text is not that of the contribution.
    Text,
}

/// One thing that does not add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The row: an identifier, or the name of a figure.
    pub place: String,
    /// What is wrong with it.
    pub check: Check,
    /// What the file says.
    pub said: String,
    /// What it should say.
    pub found: String,
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Notes what does not add up.
    pub fn note(&mut self, check: Check, file: &str, place: impl Display, said: impl Display, found: impl Display) {
        let (place, said, found) = (place.to_string(), said.to_string(), found.to_string());
        self.0.push(Finding { file: file.to_owned(), place, check, said, found });
    }

    /// Notes two values that should be equal and are not.
    pub fn equal<T: PartialEq + Display>(&mut self, check: Check, file: &str, place: impl Display, said: T, found: T) {
        if said != found {
            self.note(check, file, place, said, found);
        }
    }

    /// Everything noted.
    pub fn into_list(self) -> Vec<Finding> {
        self.0
    }
}

/// How French is read: the rules know none.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Stems of the words of a phrase that mean something.
    pub stems: &'a dyn Fn(&str) -> Vec<String>,
    /// All its words, in lower case without accents.
    pub words: &'a dyn Fn(&str) -> Vec<String>,
}

/// Everything in `record` that does not add up.
pub fn audit(record: &Record, reading: Reading<'_>) -> Findings {
    let mut findings = Findings::default();
    ideas::check(record, &mut findings);
    counts::check(record, &mut findings);
    lineage::check(record, &mut findings);
    words::check(record, reading, &mut findings);
    findings
}

/// How an absent value is told.
fn told<T: Display>(value: Option<T>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}
