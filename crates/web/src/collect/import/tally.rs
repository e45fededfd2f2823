//! What a trial or an import found, in counts.

use super::choices::Choices;
use crate::intake::{End, Outcome};
use crate::lang::{Lang, Speak as _};
use arobase_tables::Notice;
use arobase_tables::intake::Platform;
use serde::{Deserialize, Serialize};

/// The counts of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Tally {
    pub(super) rows: usize,
    pub(super) taken: usize,
    /// Messages to be checked.
    pub(super) held: usize,
    pub(super) already: usize,
    pub(super) empty: usize,
    pub(super) refused: usize,
    /// Among those taken, those with a change.
    pub(super) changed: usize,
    /// The numbers given.
    pub(super) numbers: Option<(u32, u32)>,
    pub(super) source: String,
    pub(super) named: bool,
    /// Whether they are messages, which someone checks.
    pub(super) messages: bool,
    pub(super) notices: Vec<Notice>,
}

impl Tally {
    pub(super) fn of(outcome: &Outcome, choices: &Choices) -> Self {
        let mut tally = Self {
            rows: outcome.lines.len(),
            source: outcome.source.clone(),
            named: choices.named,
            messages: outcome.sheaf.platform == Platform::Mail,
            notices: outcome.sheaf.notices.clone(),
            ..Self::default()
        };
        for line in &outcome.lines {
            match line.end {
                End::Taken(number) => {
                    tally.taken += 1;
                    tally.changed += usize::from(!line.changes.is_empty());
                    tally.numbers = Some((tally.numbers.map_or(number, |(first, _)| first), number));
                }
                End::Held => tally.held += 1,
                End::Already(_) | End::HeldBefore => tally.already += 1,
                End::Empty => tally.empty += 1,
                End::Refused(_) | End::Conflict(_) => tally.refused += 1,
            }
        }
        tally
    }

    /// « n° 493 à 620 ».
    pub(super) fn span(&self, lang: Lang) -> String {
        match self.numbers {
            None => String::new(),
            Some((first, last)) if first == last => lang.it("import-number", first),
            Some((first, last)) => {
                lang.with("import-numbers", [("first", first.to_string()), ("last", last.to_string())])
            }
        }
    }
}
