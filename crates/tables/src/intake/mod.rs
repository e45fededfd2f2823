//! Files and mailboxes brought into an edition: their platform recognised, the part of each column proposed, every row accounted for.
//!
//! `crate::read` serves an analysis, which compares; this serves a site, which keeps. So a name is preferred to a number for the author, what its
//! author did not send or took back is refused, and each row says what became of it.

mod found;
mod mail;
mod mapping;
pub(crate) mod markup;
mod open;
mod platform;
mod refusal;
mod rows;

pub use found::{Fate, Found, Piece, Sheaf};
pub use mapping::{Mapping, Part};
pub use platform::Platform;
pub use refusal::Refusal;

use crate::columns::{Columns, fold};
use crate::error::{Problem, ReadError};
use crate::read::source::Item;
use crate::read::{self, missing_column};
use std::path::Path;

/// Whether the names of a header are those of a known export.
pub(crate) fn recognised(header: &[String]) -> bool {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    platform::recognise(&folded).is_some()
}

/// What the person who imports decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Columns by name; those left empty are proposed.
    pub columns: Columns,
    /// Whether answers that were never sent (drafts, questionnaires left half-way) are taken too.
    pub unsent: bool,
}

/// Reads one file, or one mailbox (a maildir, an mbox, a message), for an edition.
pub fn intake(path: &Path, asked: &Asked) -> Result<Sheaf, ReadError> {
    let read = match mail::recognise(path) {
        Some(mailbox) => mail::sheaf(path, mailbox),
        None => table(path, asked),
    };
    read.map_err(|problem| ReadError { path: path.to_owned(), problem })
}

fn table(path: &Path, asked: &Asked) -> Result<Sheaf, Problem> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let source = read::open(path, &name, &asked.columns)?;
    let items = source.items.collect::<Result<Vec<Item>, Problem>>()?;
    if items.is_empty() {
        let columns = source.header;
        return Err(if columns.is_empty() { Problem::Empty } else { Problem::HeaderOnly { columns } });
    }
    match mapping::propose(&source.header, &items, &asked.columns) {
        Ok(mapping) => Ok(rows::sheaf(name, &source.header, items, mapping, asked, source.notices)),
        Err(missing) => Err(missing_column(missing, source.header, items.into_iter().map(Ok))),
    }
}
