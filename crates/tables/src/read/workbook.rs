//! Workbooks: XLSX, XLS and ODS, one sheet of which holds the contributions.

use super::content::{Format, open};
use super::source::{Fault, Item, Items, Record, Source};
use crate::columns::{Columns, resolve};
use crate::error::Problem;
use crate::intake::recognised;
use crate::table::{Notice, Reason};
use calamine::{Data, Ods, OdsError, Reader as _, Xls, XlsError, Xlsx, XlsxError};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// A workbook is held whole while it is read: beyond this, unpacked, it must come as CSV.
const UNPACKED_LIMIT: u64 = 1 << 30;
/// Rows, blank ones left out, among which column names are looked for under a title.
const HEADER_ROWS: usize = 10;

/// The cells of a sheet that are not empty, row by row; rows and columns from 0.
struct Sheet {
    name: String,
    rows: Vec<(u32, Vec<(u32, Cell)>)>,
}

enum Cell {
    Text(String),
    Error(String),
}

/// Reads the first sheet whose columns have the roles asked for, else the first that is not blank.
pub(super) fn source(
    path: &Path,
    name: &str,
    format: Format,
    columns: &Columns,
    unpacked: Option<u64>,
) -> Result<Source, Problem> {
    let mut sheets = sheets(path, format, unpacked.unwrap_or(UNPACKED_LIMIT))?;
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() {
        return Err(Problem::Empty);
    }
    let found = sheets.iter().enumerate().find_map(|(at, sheet)| Some((at, header_row(sheet, columns)?)));
    let (at, header) = found.unwrap_or((0, 0));
    let sheet = sheets.swap_remove(at);
    let mut notices = Vec::new();
    if !sheets.is_empty() {
        sheets.sort_by(|one, other| one.name.cmp(&other.name));
        let others = sheets.into_iter().map(|sheet| sheet.name).collect();
        notices.push(Notice::Sheet { file: name.to_owned(), chosen: sheet.name.clone(), others });
    }
    let (header, items) = rows(sheet, header);
    Ok(Source { header, items, notices })
}

fn header_row(sheet: &Sheet, columns: &Columns) -> Option<usize> {
    let names: Vec<Vec<String>> = sheet.rows.iter().take(HEADER_ROWS).map(|(_, cells)| names(cells)).collect();
    let exported = names.iter().position(|names| recognised(names));
    exported.or_else(|| names.iter().position(|names| resolve(names, columns).is_ok()))
}

fn names(cells: &[(u32, Cell)]) -> Vec<String> {
    let width = cells.last().map_or(0, |(column, _)| *column as usize + 1);
    let mut names = vec![String::new(); width];
    for (column, cell) in cells {
        if let Cell::Text(text) = cell {
            text.trim().clone_into(&mut names[*column as usize]);
        }
    }
    names
}

fn rows(sheet: Sheet, header: usize) -> (Vec<String>, Items) {
    let names = names(&sheet.rows[header].1);
    let width = names.len();
    let items = sheet.rows.into_iter().skip(header + 1).map(move |(row, cells)| Ok(item(row, cells, width)));
    (names, Box::new(items))
}

fn item(row: u32, row_cells: Vec<(u32, Cell)>, width: usize) -> Item {
    let mut cells = vec![String::new(); width];
    let mut error = None;
    let mut digest = blake3::Hasher::new();
    for (column, cell) in row_cells {
        let (Cell::Text(text) | Cell::Error(text)) = &cell;
        digest.update(&column.to_le_bytes()).update(text.as_bytes());
        match (cell, cells.get_mut(column as usize)) {
            (Cell::Text(text), Some(place)) => *place = text,
            (Cell::Error(code), Some(_)) => error = error.or(Some((column as usize, code))),
            (_, None) => {}
        }
    }
    let line = u64::from(row) + 1;
    match error {
        None => Item::Record(Record { line, cells, mended: false }),
        Some((column, code)) => Item::Fault(Fault {
            line,
            lines: 1,
            column: Some(column),
            reason: Reason::CellError(code),
            digest: digest.finalize(),
        }),
    }
}

fn sheets(path: &Path, format: Format, unpacked: u64) -> Result<Vec<Sheet>, Problem> {
    let file = BufReader::new(open(path)?);
    match format {
        Format::Xls => {
            let mut book = Xls::new(file)?;
            dense(book.sheet_names(), |name| book.worksheet_range(name))
        }
        Format::Ods => {
            check_unpacked(path, unpacked)?;
            let mut book = Ods::new(file)?;
            dense(book.sheet_names(), |name| book.worksheet_range(name))
        }
        Format::Xlsx | Format::Text { .. } => {
            check_unpacked(path, unpacked)?;
            sparse(Xlsx::new(file)?)
        }
    }
}

/// Unpacks every part to nowhere, for the sizes that an archive declares may lie.
fn check_unpacked(path: &Path, limit: u64) -> Result<(), Problem> {
    let corrupt = |error: zip::result::ZipError| Problem::Corrupt(error.to_string());
    let mut archive = zip::ZipArchive::new(open(path)?).map_err(corrupt)?;
    let mut left = limit;
    for at in 0..archive.len() {
        // A part that is itself encrypted belongs to a workbook that needs a password: its reader says so.
        let Ok(part) = archive.by_index(at) else { continue };
        left -= io::copy(&mut part.take(left), &mut io::sink()).map_err(|error| Problem::Corrupt(error.to_string()))?;
        if left == 0 {
            return Err(Problem::TooLarge { limit: limit as usize });
        }
    }
    Ok(())
}

/// Cell by cell: a sheet with one cell in its last row and column must not be laid out in full.
fn sparse(mut book: Xlsx<BufReader<File>>) -> Result<Vec<Sheet>, Problem> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        let mut rows: Vec<(u32, Vec<(u32, Cell)>)> = Vec::new();
        while let Some(found) = reader.next_cell()? {
            let (row, column) = found.get_position();
            let Some(cell) = cell(&Data::from(found.get_value().clone())) else { continue };
            match rows.last_mut() {
                Some((last, cells)) if *last == row => cells.push((column, cell)),
                _ => rows.push((row, vec![(column, cell)])),
            }
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

fn dense<E: Into<Problem>>(
    names: Vec<String>,
    mut range: impl FnMut(&str) -> Result<calamine::Range<Data>, E>,
) -> Result<Vec<Sheet>, Problem> {
    let mut sheets = Vec::new();
    for name in names {
        let range = range(&name).map_err(Into::into)?;
        let (top, left) = range.start().unwrap_or_default();
        let row = |(at, cells): (usize, &[Data])| {
            let found = cells.iter().enumerate().filter_map(|(column, data)| Some((left + column as u32, cell(data)?)));
            (top + at as u32, found.collect::<Vec<_>>())
        };
        let rows = range.rows().enumerate().map(row).filter(|(_, cells)| !cells.is_empty()).collect();
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

/// A cell as its author would read it: whole numbers without a point, dates as ISO 8601.
fn cell(data: &Data) -> Option<Cell> {
    let text = match data {
        Data::Empty => return None,
        Data::Error(error) => return Some(Cell::Error(error.to_string())),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTime(date) if date.is_datetime() => instant(date.to_ymd_hms_milli()),
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
    };
    (!text.is_empty()).then_some(Cell::Text(text))
}

fn instant((year, month, day, hour, minute, second, _): (u16, u8, u8, u8, u8, u8, u16)) -> String {
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") }
}

impl From<XlsxError> for Problem {
    fn from(error: XlsxError) -> Self {
        if matches!(error, XlsxError::Password) { Self::Password } else { Self::Corrupt(error.to_string()) }
    }
}

impl From<OdsError> for Problem {
    fn from(error: OdsError) -> Self {
        if matches!(error, OdsError::Password) { Self::Password } else { Self::Corrupt(error.to_string()) }
    }
}

impl From<XlsError> for Problem {
    fn from(error: XlsError) -> Self {
        if matches!(error, XlsError::Password) { Self::Password } else { Self::Corrupt(error.to_string()) }
    }
}
