//! What stands in the cells: votes in numbers or words, dates, marks.

use crate::columns::fold;
use crate::votes::AgreeSign;

/// A vote as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ballot {
    /// −1, 0 or 1, whose meaning the file decides.
    Number(i8),
    /// A word, which says it itself: −1 to disagree, 1 to agree.
    Word(i8),
}

const AGREE: [&str; 8] = ["agree", "d accord", "accord", "pour", "oui", "yes", "for", "favorable"];
const DISAGREE: [&str; 8] = ["disagree", "pas d accord", "desaccord", "contre", "non", "no", "against", "defavorable"];
const PASS: [&str; 9] =
    ["pass", "passe", "je passe", "sans avis", "neutre", "neutral", "unsure", "abstention", "ne sait pas"];

impl Ballot {
    /// 1 to agree, −1 to disagree, 0 to pass.
    pub(super) fn value(self, agree: AgreeSign) -> i8 {
        match self {
            Self::Number(number) if agree == AgreeSign::Minus => -number,
            Self::Number(number) | Self::Word(number) => number,
        }
    }

    /// Whether its meaning depends on the file.
    pub(super) fn is_signed(self) -> bool {
        matches!(self, Self::Number(-1 | 1))
    }
}

/// The vote of a cell, nothing if it is blank, or the cell itself if it is no vote.
pub(super) fn ballot(cell: &str) -> Result<Option<Ballot>, &str> {
    let number = cell.replace('\u{2212}', "-");
    match number.as_str() {
        "" => return Ok(None),
        "1" | "+1" | "1.0" | "1,0" => return Ok(Some(Ballot::Number(1))),
        "0" | "0.0" | "0,0" | "-0.0" => return Ok(Some(Ballot::Number(0))),
        "-1" | "-1.0" | "-1,0" => return Ok(Some(Ballot::Number(-1))),
        _ => {}
    }
    let word = fold(cell);
    let known = [(AGREE.as_slice(), 1), (&DISAGREE, -1), (&PASS, 0)];
    let value = known.into_iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, value)| value);
    value.map(|value| Some(Ballot::Word(value))).ok_or(cell)
}

/// When a vote was cast, if the cell can be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// Nothing that can be compared.
    Unknown,
    /// Unix time, in whatever unit the file has.
    Number(i64),
    /// ISO 8601, whose order is that of its letters.
    Text(String),
}

impl When {
    pub(super) fn of(cell: &str) -> Self {
        let cell = cell.trim();
        let iso = |cell: &str| {
            let bytes = cell.as_bytes();
            bytes.len() >= 10 && bytes[..4].iter().all(u8::is_ascii_digit) && bytes[4] == b'-' && bytes[7] == b'-'
        };
        match cell.parse() {
            Ok(number) => Self::Number(number),
            Err(_) if iso(cell) => Self::Text(cell.to_owned()),
            Err(_) => Self::Unknown,
        }
    }
}

/// A mark of yes or no.
pub(super) fn mark(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "true" | "t" | "1" | "vrai" | "oui" | "yes" => Some(true),
        "" | "false" | "f" | "0" | "faux" | "non" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_in_numbers_and_words() {
        let value = |cell| ballot(cell).map(|one| one.map(|one| one.value(AgreeSign::Minus)));
        assert_eq!(
            (value("1"), value("\u{2212}1"), value("0"), value("")),
            (Ok(Some(-1)), Ok(Some(1)), Ok(Some(0)), Ok(None))
        );
        assert_eq!(
            (value("D’accord"), value("pas d'accord"), value("Je passe")),
            (Ok(Some(1)), Ok(Some(-1)), Ok(Some(0)))
        );
        assert_eq!(value("2"), Err("2"));
    }

    #[test]
    fn dates_that_can_be_compared() {
        assert!(When::of("1435654192085") > When::of("99"));
        assert!(When::of("2026-11-22T01:00:00Z") > When::of("2026-11-21"));
        assert_eq!(When::of("Tue Jun 30 15:49:52 WIB 2015"), When::Unknown);
    }
}
