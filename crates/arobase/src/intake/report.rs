//! What became of every row, as a table.

use super::Outcome;
use arobase_domain::Lang;
use std::fs::File;
use std::path::Path;

/// A report being written: `file,line,id,fate,number,reason`. A fate is `taken`, `already`, `empty` or `refused`.
pub(crate) struct Report(csv::Writer<File>);

impl Report {
    /// Opens it first, so that nothing is imported that could not be told.
    pub(crate) fn open(path: &Path) -> Result<Self, csv::Error> {
        let mut writer = csv::Writer::from_path(path)?;
        writer.write_record(["file", "line", "id", "fate", "number", "reason"])?;
        writer.flush()?;
        Ok(Self(writer))
    }

    /// Adds every row of a file.
    pub(crate) fn add(&mut self, outcome: &Outcome, lang: Lang) -> Result<(), csv::Error> {
        for line in &outcome.lines {
            let number = line.end.number().map(|number| number.to_string()).unwrap_or_default();
            let place = if line.at == 0 { String::new() } else { line.at.to_string() };
            let reason = line.end.reason(lang).unwrap_or_default();
            self.0.write_record([&line.file, &place, &line.id, line.end.code(), &number, &reason])?;
        }
        Ok(self.0.flush()?)
    }
}
