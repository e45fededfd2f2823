//! What every format is turned into before columns get a role: a header and records.

use crate::error::Problem;
use crate::table::{Notice, Reason};

/// One row with as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
    /// Quotation marks or separators had to be mended.
    pub(super) mended: bool,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: u64,
    /// How many lines it takes.
    pub(super) lines: u64,
    /// Index of the column at fault.
    pub(super) column: Option<usize>,
    pub(super) reason: Reason,
    /// BLAKE3 of the row's bytes.
    pub(super) digest: blake3::Hash,
}

/// Either of them, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Record(Record),
    Fault(Fault),
}

/// The rows of a file, read as they are asked for.
pub(super) type Items = Box<dyn Iterator<Item = Result<Item, Problem>>>;

/// A file opened: its column names, its rows to come, and what was decided to read it.
pub(super) struct Source {
    pub(super) header: Vec<String>,
    pub(super) items: Items,
    pub(super) notices: Vec<Notice>,
}
