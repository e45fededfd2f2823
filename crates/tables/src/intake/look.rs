//! What a file holds, shown before anything is decided: its columns, its first rows, the part that each column seems to play.

use super::mapping::{Mapping, propose};
use super::{Asked, Found, Opened, Platform, file_name, mail, opened, rows};
use crate::columns::{Columns, Missing, Role};
use crate::error::{Problem, ReadError};
use crate::read::missing_column;
use crate::read::source::{Item, Record};
use crate::table::Notice;
use std::collections::BTreeSet;
use std::path::Path;

/// Rows shown.
const FIRST: usize = 4;

/// A file, before it is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Where it was exported from.
    pub platform: Platform,
    /// A name for that source.
    pub source: String,
    /// How many rows or messages it has, blank and unreadable ones too.
    pub total: usize,
    /// The columns, in their order; none for messages.
    pub columns: Vec<Column>,
    /// The part that each plays; nothing for messages.
    pub mapping: Option<Mapping>,
    /// Whether no name announced the text, so that the column with the longest cells was proposed.
    pub guessed: bool,
    /// The first rows as they are: the line, then a cell for each column.
    pub rows: Vec<(u64, Vec<String>)>,
    /// The first messages; none for a table.
    pub messages: Vec<Found>,
    /// What was decided while reading, worth telling.
    pub notices: Vec<Notice>,
}

/// A column, and what its cells look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How many of its cells are filled.
    pub filled: usize,
    distinct: usize,
    /// Characters of its longest cell.
    longest: usize,
    /// Whether a cell has several words.
    words: bool,
    /// What most cells look like.
    kind: Kind,
}

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Date,
    Number,
    /// An address of the web, or a yes or no: nothing that anyone said.
    Mark,
    Words,
}

impl Column {
    /// Whether it could play this part, by the look of its cells: what is offered first to who chooses.
    pub fn may_be(&self, role: Role) -> bool {
        let worded = self.filled > 0 && self.kind == Kind::Words;
        // A column that says the same everywhere tells nothing of who wrote, nor from where.
        let varied = self.distinct > 1 || self.filled == 1;
        match role {
            Role::Text | Role::Title => worded && self.words,
            Role::Author => varied && (worded || self.kind == Kind::Number),
            Role::Territory => varied && (worded || (self.kind == Kind::Number && self.longest >= 2)),
            Role::Id => self.filled > 0 && self.distinct == self.filled && self.kind != Kind::Date,
            Role::Date => self.kind == Kind::Date,
            Role::Language => worded && self.longest <= 8 && self.distinct <= 20,
            Role::Channel => worded && self.distinct <= 20,
            Role::Question => false,
        }
    }
}

/// Looks at one file.
pub fn look(path: &Path, asked: &Asked) -> Result<Look, ReadError> {
    let seen = match mail::recognise(path) {
        Some(mailbox) => mail::sheaf(path, mailbox, asked.bounds).map(messages),
        None => opened(path, &file_name(path), asked).and_then(|opened| table(&file_name(path), opened, asked)),
    };
    seen.map_err(|problem| ReadError { path: path.to_owned(), problem })
}

fn messages(sheaf: super::Sheaf) -> Look {
    Look {
        platform: sheaf.platform,
        source: sheaf.source,
        total: sheaf.found.len(),
        columns: Vec::new(),
        mapping: None,
        guessed: false,
        rows: Vec::new(),
        messages: sheaf.found.into_iter().take(FIRST).collect(),
        notices: sheaf.notices,
    }
}

fn table(file: &str, opened: Opened, asked: &Asked) -> Result<Look, Problem> {
    let Opened { header, items, notices } = opened;
    let (mapping, guessed) = match propose(&header, &items, &asked.columns) {
        Ok(mapping) => (mapping, false),
        Err(missing) => (longest(missing, &header, &items, asked)?, true),
    };
    let first = |record: &Record| (record.line, record.cells.clone());
    let columns = header.iter().enumerate().map(|(at, name)| column(name, at, &items)).collect();
    Ok(Look {
        platform: mapping.platform,
        source: rows::source(file, &header, &mapping, &items),
        total: items.len(),
        columns,
        mapping: Some(mapping),
        guessed,
        rows: records(&items).take(FIRST).map(first).collect(),
        messages: Vec::new(),
        notices,
    })
}

/// Where no name announces the text, the column with the longest cells.
fn longest(missing: Missing, header: &[String], items: &[Item], asked: &Asked) -> Result<Mapping, Problem> {
    let named = missing.asked.is_some();
    let problem = missing_column(missing, header.to_vec(), items.iter().cloned().map(Ok));
    match &problem {
        Problem::MissingColumn { suggestion: Some(name), .. } if !named => {
            let columns = Columns { text: vec![name.clone()], ..asked.columns.clone() };
            propose(header, items, &columns).map_err(|_| problem)
        }
        _ => Err(problem),
    }
}

fn records(items: &[Item]) -> impl Iterator<Item = &Record> {
    items.iter().filter_map(|item| if let Item::Record(record) = item { Some(record) } else { None })
}

fn column(name: &str, at: usize, items: &[Item]) -> Column {
    let (mut filled, mut longest, mut words) = (0, 0, false);
    let (mut distinct, mut kinds) = (BTreeSet::new(), [0; 3]);
    for cell in records(items).map(|record| record.cells[at].trim()).filter(|cell| !cell.is_empty()) {
        filled += 1;
        distinct.insert(cell);
        longest = longest.max(cell.chars().count());
        words |= cell.contains(char::is_whitespace);
        match kind(cell) {
            Kind::Date => kinds[0] += 1,
            Kind::Number => kinds[1] += 1,
            Kind::Mark => kinds[2] += 1,
            Kind::Words => {}
        }
    }
    let most = [Kind::Date, Kind::Number, Kind::Mark].into_iter().zip(kinds).find(|(_, cells)| 2 * cells > filled);
    let kind = most.map_or(Kind::Words, |(kind, _)| kind);
    Column { name: name.to_owned(), filled, distinct: distinct.len(), longest, words, kind }
}

fn kind(cell: &str) -> Kind {
    match cell {
        _ if is_dated(cell) => Kind::Date,
        _ if cell.parse::<f64>().is_ok() => Kind::Number,
        _ if cell.starts_with("http://") || cell.starts_with("https://") => Kind::Mark,
        "true" | "false" | "oui" | "non" | "yes" | "no" | "Oui" | "Non" | "Yes" | "No" | "TRUE" | "FALSE" => Kind::Mark,
        _ => Kind::Words,
    }
}

/// Whether a cell looks like a date: four digits and more among signs of dates, a month and a zone at most in letters.
fn is_dated(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let signs = cell.bytes().filter(|byte| b"/-:.".contains(byte)).count();
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let stamp = signs == 0 && letters == 0 && matches!(digits, 10 | 13) && cell.len() == digits;
    stamp || (digits >= 5 && signs >= 2 && letters <= 9 && cell.len() <= 40)
}

#[cfg(test)]
mod tests {
    use super::is_dated;

    #[test]
    fn dates_are_told_from_numbers_and_addresses() {
        for date in ["2026-09-14 10:32:05 +0200", "14/09/2026", "Mon, 14 Sep 2026 10:32:05 +0200", "1789374725120"] {
            assert!(is_dated(date), "{date}");
        }
        for other in ["72222", "02 43 00 00 00", "https://participer.exemple.fr/processes/a/f/3/proposals/41", "V-41"] {
            assert!(!is_dated(other), "{other}");
        }
    }
}
