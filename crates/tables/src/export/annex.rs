//! What leaves with a published bench: the gestures and the codes, as tables.

use super::error::WriteError;
use super::output::Output;
use arobase_domain::annex::Annex;
use serde::Serialize;
use std::io;

impl Output {
    /// Adds `gestures.csv`, and `codes.csv` where samples were coded; nothing for a run that nobody changed.
    pub fn annex(&mut self, annex: &Annex) -> Result<(), WriteError> {
        if annex.gestures.is_empty() {
            return Ok(());
        }
        self.made("gestures.csv", || table(&annex.gestures))?;
        if annex.codes.is_empty() { Ok(()) } else { self.made("codes.csv", || table(&annex.codes)) }
    }
}

/// Rows, with their names above.
pub(super) fn table<T: Serialize>(rows: &[T]) -> io::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in rows {
        table.serialize(row)?;
    }
    table.into_inner().map_err(csv::IntoInnerError::into_error)
}
