//! Tables in and out: CSV, XLSX, ODS and JSON Lines become contributions; an analysis becomes CSV and JSON files, which [`import`] reads again.
//!
//! Reading never alters a text and never drops a row: what cannot be read is returned as [`Broken`], with its reason.
//! Memory holds the chosen columns and one record at a time, whatever the size of the file.

pub mod analysts;
mod columns;
mod error;
pub mod export;
pub mod import;
pub mod intake;
mod lang;
mod names;
mod read;
mod roster;
pub mod state;
mod table;
mod votes;

pub use columns::{Columns, Role};
pub use error::{Content, Problem, ReadError};
pub use read::{CELL_LIMIT, read, read_all, read_votes};
pub use roster::roster;
pub use table::{Broken, Choice, Notice, Reason, Row, Table};
pub use votes::{AgreeSign, Part, StatementRow, VoteError, VoteNotice, VoteProblem, VoteTable};
