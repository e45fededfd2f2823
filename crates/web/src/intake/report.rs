//! What became of every row, as a table.

use super::{Told, Way};
use arobase_domain::Lang;
use std::io::Write;

/// A report being written: `file,line,id,fate,number,reason`. A fate is `taken`, `held`, `already`, `empty` or `refused`.
pub struct Report<W: Write>(csv::Writer<W>);

impl<W: Write> Report<W> {
    /// Begins it with the names of its columns.
    pub fn open(writer: W) -> Result<Self, csv::Error> {
        let mut writer = csv::Writer::from_writer(writer);
        writer.write_record(["file", "line", "id", "fate", "number", "reason"])?;
        writer.flush()?;
        Ok(Self(writer))
    }

    /// Adds rows.
    pub fn add(&mut self, lines: &[Told], lang: Lang, way: Way) -> Result<(), csv::Error> {
        for line in lines {
            let number = line.end.number().map(|number| number.to_string()).unwrap_or_default();
            let place = if line.at == 0 { String::new() } else { line.at.to_string() };
            let reason = line.reason(lang, way).unwrap_or_default();
            self.0.write_record([&line.file, &place, &line.id, line.end.code(), &number, &reason])?;
        }
        Ok(self.0.flush()?)
    }

    /// What it was written to.
    pub fn close(self) -> Result<W, csv::Error> {
        self.0.into_inner().map_err(|error| error.into_error().into())
    }
}
