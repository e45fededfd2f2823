//! Reading: content recognised, encoding and separator found, columns given a role, every row accounted for.

mod content;
mod delimited;
mod dialect;
mod encoding;
mod json;
pub(crate) mod settle;
pub(crate) mod source;
mod text;
mod votes;
mod window;
mod workbook;

use crate::columns::{Columns, Layout, Missing, Role, resolve};
use crate::error::{Problem, ReadError};
use crate::table::{Broken, Notice, Row, Table};
use content::Format;
use settle::{Claim, digest_id, settle};
use source::{Fault, Item, Record, Source};
use std::path::Path;

pub use votes::read_votes;

/// The longest cell read, in bytes: some 170,000 words, a book. A longer one is a [`Broken`] row.
pub const CELL_LIMIT: usize = 1 << 20;

/// The longest record held in memory, in bytes.
const RECORD_LIMIT: usize = 16 << 20;

/// Reads one file.
pub fn read(path: &Path, columns: &Columns) -> Result<Table, ReadError> {
    read_all(&[path], columns)
}

/// Reads several files as one table: their ids are unique together.
pub fn read_all<P: AsRef<Path>>(paths: &[P], columns: &Columns) -> Result<Table, ReadError> {
    let mut gathered = Gathered::default();
    for path in paths {
        let path = path.as_ref();
        gathered.file(path, columns).map_err(|problem| ReadError { path: path.to_owned(), problem })?;
    }
    Ok(gathered.table())
}

/// Rows of the files read so far, their ids not yet settled.
#[derive(Default)]
struct Gathered {
    rows: Vec<Claim<Row>>,
    broken: Vec<Claim<Broken>>,
    notices: Vec<Notice>,
}

impl Gathered {
    fn file(&mut self, path: &Path, columns: &Columns) -> Result<(), Problem> {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let source = open(path, &name, columns, None)?;
        self.notices.extend(source.notices);
        let mut items = source.items.peekable();
        if items.peek().is_none() {
            let columns = source.header;
            return Err(if columns.is_empty() { Problem::Empty } else { Problem::HeaderOnly { columns } });
        }
        match resolve(&source.header, columns) {
            // JSON without a single name: every item is a fault.
            Err(_) if source.header.is_empty() => self.items(items, &File { name, ..File::default() }),
            Err(missing) => Err(missing_column(missing, source.header, items)),
            Ok((layout, choices)) => {
                let told = choices.into_iter().map(|choice| Notice::Column { file: name.clone(), choice });
                self.notices.extend(told);
                self.items(items, &File { name, header: source.header, layout })
            }
        }
    }

    fn items(&mut self, items: impl Iterator<Item = Result<Item, Problem>>, file: &File) -> Result<(), Problem> {
        let (rows, broken) = (self.rows.len(), self.broken.len());
        let (mut mended, mut first, mut blank) = (0, 0, 0);
        for item in items {
            match item? {
                Item::Fault(fault) => self.broken.push(file.broken(fault)),
                Item::Record(record) if record.cells.iter().all(String::is_empty) => blank += 1,
                Item::Record(record) => {
                    if record.mended {
                        first = if mended == 0 { record.line } else { first };
                        mended += 1;
                    }
                    self.rows.push(file.row(&record));
                }
            }
        }
        let file_name = || file.name.clone();
        if mended > 0 {
            self.notices.push(Notice::Mended { file: file_name(), rows: mended, first });
        }
        if blank > 0 {
            self.notices.push(Notice::Blank { file: file_name(), rows: blank });
        }
        match &self.broken[broken..] {
            _ if self.rows.len() > rows => Ok(()),
            [] => Err(Problem::HeaderOnly { columns: file.header.clone() }),
            faults @ [first, ..] => {
                Err(Problem::NothingReadable { rows: faults.len(), first: Box::new(first.holder.clone()) })
            }
        }
    }

    fn table(mut self) -> Table {
        let repeated = settle(&mut self.rows, &mut self.broken);
        self.notices.extend(repeated);
        Table {
            rows: self.rows.into_iter().map(|claim| claim.holder).collect(),
            broken: self.broken.into_iter().map(|claim| claim.holder).collect(),
            notices: self.notices,
        }
    }
}

/// `unpacked` is how many bytes a compressed file may hold; without it, a workbook may hold 1 GiB and a text any number.
pub(crate) fn open(path: &Path, name: &str, columns: &Columns, unpacked: Option<u64>) -> Result<Source, Problem> {
    match content::recognise(path)? {
        Format::Text { gzip } => text::source(path, name, gzip, columns, unpacked),
        workbook => workbook::source(path, name, workbook, columns, unpacked),
    }
}

/// Without a column that bears a known name, the one with the longest cells is probably the text.
pub(crate) fn missing_column(
    missing: Missing,
    header: Vec<String>,
    items: impl Iterator<Item = Result<Item, Problem>>,
) -> Problem {
    const ROWS: usize = 50;
    let Missing { role, asked, nearest } = missing;
    let suggestion = nearest.or_else(|| {
        let mut lengths = vec![0; header.len()];
        let records = items.filter_map(|item| if let Ok(Item::Record(record)) = item { Some(record) } else { None });
        for record in records.take(ROWS) {
            lengths.iter_mut().zip(&record.cells).for_each(|(length, cell)| *length += cell.len());
        }
        let longest = (0..lengths.len()).rev().max_by_key(|&at| lengths[at])?;
        (role == Role::Text && lengths[longest] > 0).then(|| header[longest].clone())
    });
    let suggestion = suggestion.filter(|name| !name.is_empty());
    Problem::MissingColumn { role, asked, found: header, suggestion }
}

/// What is known of a file when its rows are read.
#[derive(Default)]
struct File {
    name: String,
    header: Vec<String>,
    layout: Layout,
}

impl File {
    fn row(&self, record: &Record) -> Claim<Row> {
        let digest = digest(&self.header, &record.cells);
        let optional = |role| self.optional(&record.cells, role);
        let row = Row {
            id: optional(Role::Id).unwrap_or_else(|| digest_id('r', &digest)),
            text: self.text(&record.cells),
            title: optional(Role::Title).unwrap_or_default(),
            author: optional(Role::Author),
            territory: optional(Role::Territory),
            date: optional(Role::Date),
            channel: optional(Role::Channel),
            question: optional(Role::Question).or_else(|| self.layout.question.clone()),
            line: record.line,
        };
        Claim { holder: row, digest }
    }

    /// The text to the character; blank cells add nothing to a text of several columns.
    fn text(&self, cells: &[String]) -> String {
        match self.layout.text.as_slice() {
            [only] => cells[*only].clone(),
            several => {
                let parts = several.iter().map(|&column| cells[column].as_str()).filter(|cell| !cell.trim().is_empty());
                parts.collect::<Vec<_>>().join("\n\n")
            }
        }
    }

    fn optional(&self, cells: &[String], role: Role) -> Option<String> {
        let cell = cells[self.layout.of(role)?].trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn broken(&self, fault: Fault) -> Claim<Broken> {
        let column = fault.column.and_then(|at| self.header.get(at)).filter(|name| !name.is_empty()).cloned();
        let id = digest_id('b', &fault.digest);
        let broken =
            Broken { id, file: self.name.clone(), line: fault.line, lines: fault.lines, column, reason: fault.reason };
        Claim { holder: broken, digest: fault.digest }
    }
}

/// BLAKE3 of the named cells that are not empty: neither the columns chosen nor the format change it.
pub(crate) fn digest(header: &[String], cells: &[String]) -> blake3::Hash {
    let mut digest = blake3::Hasher::new();
    for (name, cell) in header.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        for part in [name, cell] {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
    }
    digest.finalize()
}
