//! Writing: an analysis as the files of `arobase analyse`, all at once or not at all.
//!
//! CSV files follow RFC 4180 in UTF-8 with LF line ends, and the same analysis gives the same bytes; lists within a cell
//! are joined by ` | `. In `run.json` only the object `measured` (seconds, memory) differs from one run to the next.
//!
//! Texts are written to the character, for `start` and `end` count them: a text that starts with `=`, `+`, `-` or `@` is
//! not disarmed for spreadsheets. Whoever opens these files in one should import them as text.

mod annex;
mod beside;
mod change;
mod error;
mod files;
mod fingerprint;
mod motion;
mod opinions;
mod output;
mod run;
mod study;

pub use change::{difference, gestures};
pub use error::{WriteError, WriteProblem};
pub use fingerprint::{Fingerprint, fingerprint};
pub use output::{Output, check};

use arobase_domain::Analysis;
use std::path::Path;

/// Writes the tables and `run.json` of an analysis into a directory of their own; see [`Output`] to add other files.
pub fn write(directory: &Path, analysis: &Analysis) -> Result<(), WriteError> {
    let output = Output::open(directory)?;
    output.analysis(analysis)?;
    output.publish()
}
