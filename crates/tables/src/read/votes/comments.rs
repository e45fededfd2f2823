//! The statements that are voted on.

use super::cells::mark;
use super::layout::Layout;
use super::{records, unknown};
use crate::read::source::Record;
use crate::votes::{Part, StatementRow, VoteProblem};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) struct Comment {
    pub(super) row: StatementRow,
    /// Votes for and against as the source counted them, if it did: they count changed votes twice, but their side is right.
    pub(super) counts: Option<(u64, u64)>,
}

pub(super) fn read(path: &Path) -> Result<BTreeMap<String, Comment>, VoteProblem> {
    let (header, records) = records(path)?;
    let layout = Layout::of(header);
    let (id, text) = (layout.needed(Part::Statement)?, layout.needed(Part::Text)?);
    let mut comments = BTreeMap::new();
    for record in records {
        let record = record?;
        let (line, statement) = (record.line, record.cells[id].trim().to_owned());
        if statement.is_empty() {
            return Err(VoteProblem::Blank { line, part: Part::Statement });
        }
        let comment = comment(&layout, &record, text)?;
        if comments.insert(statement.clone(), comment).is_some() {
            return Err(VoteProblem::RepeatedStatement { line, statement });
        }
    }
    Ok(comments)
}

fn comment(layout: &Layout, record: &Record, text: usize) -> Result<Comment, VoteProblem> {
    let cell = |part| layout.find(part).map(|column| record.cells[column].trim());
    let aside = match cell(Part::Moderated) {
        None | Some("" | "0" | "1") => false,
        Some("-1") => true,
        Some(other) => return Err(unknown(record.line, Part::Moderated, other)),
    };
    let meta = cell(Part::Meta).unwrap_or_default();
    let meta = mark(meta).ok_or_else(|| unknown(record.line, Part::Meta, meta))?;
    let count = |part| {
        let number = |cell: &str| cell.parse::<u64>().map_err(|_| unknown(record.line, part, cell));
        cell(part).filter(|cell| !cell.is_empty()).map(number).transpose()
    };
    let counts = count(Part::Agrees)?.zip(count(Part::Disagrees)?);
    let text = record.cells[text].trim().to_owned();
    Ok(Comment { row: StatementRow { text, aside, meta }, counts })
}
