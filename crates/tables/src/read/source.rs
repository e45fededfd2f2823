//! What every format is turned into before columns get a role: a header and records.

use crate::error::Problem;
use crate::table::{Notice, Reason};

/// One row with as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    /// Quotation marks or separators had to be mended.
    pub(crate) mended: bool,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) line: u64,
    /// How many lines it takes.
    pub(crate) lines: u64,
    /// Index of the column at fault.
    pub(crate) column: Option<usize>,
    pub(crate) reason: Reason,
    /// BLAKE3 of the row's bytes.
    pub(crate) digest: blake3::Hash,
}

/// Either of them, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Record(Record),
    Fault(Fault),
}

/// The rows of a file, read as they are asked for.
pub(crate) type Items = Box<dyn Iterator<Item = Result<Item, Problem>>>;

/// A file opened: its column names, its rows to come, and what was decided to read it.
pub(crate) struct Source {
    pub(crate) header: Vec<String>,
    pub(crate) items: Items,
    pub(crate) notices: Vec<Notice>,
}
