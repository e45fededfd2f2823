//! Files and mailboxes brought into an edition: their platform recognised, the part of each column proposed, every row accounted for.
//!
//! `crate::read` serves an analysis, which compares; this serves a site, which keeps. So a name is preferred to a number for the author, what its
//! author did not send or took back is refused, and each row says what became of it.

mod found;
mod look;
mod mail;
mod mapping;
pub(crate) mod markup;
mod open;
mod platform;
mod refusal;
mod rows;

pub use found::{Fate, Found, Piece, Sheaf};
pub use look::{Column, Look, look};
pub use mapping::{Mapping, Part};
pub use platform::Platform;
pub use refusal::Refusal;

use crate::columns::{Columns, fold};
use crate::error::{Problem, ReadError};
use crate::read::source::Item;
use crate::read::{self, missing_column};
use crate::table::Notice;
use std::path::Path;

/// Whether the names of a header are those of a known export.
pub(crate) fn recognised(header: &[String]) -> bool {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    platform::recognise(&folded).is_some()
}

/// What the person who imports decides, within what the place allows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Columns by name; those left out are proposed.
    pub columns: Columns,
    /// Whether answers that were never sent (drafts, questionnaires left half-way) are taken too.
    pub unsent: bool,
    /// How much may come at once.
    pub bounds: Bounds,
}

/// How much may come in one file; by default, a workbook of 1 GiB and any number of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Rows or messages.
    pub rows: Option<usize>,
    /// Bytes of a workbook or of a compressed table once unpacked.
    pub unpacked: Option<u64>,
}

impl Bounds {
    /// One more than may come, so that too many are noticed without reading them all.
    fn taken(self) -> usize {
        self.rows.map_or(usize::MAX, |rows| rows.saturating_add(1))
    }

    fn check(self, rows: usize) -> Result<(), Problem> {
        match self.rows {
            Some(limit) if rows > limit => Err(Problem::TooManyRows { limit }),
            _ => Ok(()),
        }
    }
}

/// Reads one file, or one mailbox (a maildir, an mbox, a message), for an edition.
pub fn intake(path: &Path, asked: &Asked) -> Result<Sheaf, ReadError> {
    let read = match mail::recognise(path) {
        Some(mailbox) => mail::sheaf(path, mailbox, asked.bounds),
        None => table(path, asked),
    };
    read.map_err(|problem| ReadError { path: path.to_owned(), problem })
}

/// A table as its file gives it, before its columns have a part.
struct Opened {
    header: Vec<String>,
    items: Vec<Item>,
    notices: Vec<Notice>,
}

fn table(path: &Path, asked: &Asked) -> Result<Sheaf, Problem> {
    let name = file_name(path);
    let Opened { header, items, notices } = opened(path, &name, asked)?;
    match mapping::propose(&header, &items, &asked.columns) {
        Ok(mapping) => Ok(rows::sheaf(name, &header, items, mapping, asked, notices)),
        Err(missing) => Err(missing_column(missing, header, items.into_iter().map(Ok))),
    }
}

fn opened(path: &Path, name: &str, asked: &Asked) -> Result<Opened, Problem> {
    let source = read::open(path, name, &asked.columns.without_blanks(), asked.bounds.unpacked)?;
    let items = source.items.take(asked.bounds.taken()).collect::<Result<Vec<Item>, Problem>>()?;
    asked.bounds.check(items.len())?;
    if items.is_empty() {
        let columns = source.header;
        return Err(if columns.is_empty() { Problem::Empty } else { Problem::HeaderOnly { columns } });
    }
    Ok(Opened { header: source.header, items, notices: source.notices })
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
