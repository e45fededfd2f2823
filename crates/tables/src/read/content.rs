//! What a file holds, told by its first bytes rather than by its name.

use crate::error::{Content, Problem};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

/// How to read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Delimited text or JSON.
    Text {
        /// Compressed with gzip.
        gzip: bool,
    },
    Xlsx,
    Xls,
    Ods,
}

const SIGNATURES: &[(&[u8], Content)] = &[
    (b"%PDF-", Content::Pdf),
    (b"\x89PNG", Content::Image),
    (b"\xFF\xD8\xFF", Content::Image),
    (b"GIF8", Content::Image),
    (b"RIFF", Content::Image),
    (b"II*\0", Content::Image),
    (b"MM\0*", Content::Image),
    (b"{\\rtf", Content::Document),
    (b"BZh", Content::Archive),
    (b"\xFD7zXZ\0", Content::Archive),
    (b"7z\xBC\xAF", Content::Archive),
    (b"Rar!", Content::Archive),
    (b"\x28\xB5\x2F\xFD", Content::Archive),
];

/// Opens the file and recognises its content.
pub(super) fn recognise(path: &Path) -> Result<Format, Problem> {
    if path.is_dir() {
        return Err(Problem::Directory { tables: tables_in(path) });
    }
    let mut file = open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(512).read_to_end(&mut head)?;
    if head.trim_ascii().is_empty() && file.metadata()?.len() <= 512 {
        return Err(Problem::Empty);
    }
    if let Some((_, content)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(Problem::NotATable(*content));
    }
    match head.as_slice() {
        [0x1F, 0x8B, ..] => Ok(Format::Text { gzip: true }),
        [b'P', b'K', 3, 4, ..] => package(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(file),
        [b'P', b'K', 5, 6, ..] => Err(Problem::Empty),
        other if is_markup(other) => Err(Problem::NotATable(Content::Markup)),
        _ => Ok(Format::Text { gzip: false }),
    }
}

pub(super) fn open(path: &Path) -> Result<File, Problem> {
    File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Problem::NotFound,
        io::ErrorKind::PermissionDenied => Problem::Denied,
        _ => Problem::Io(error),
    })
}

/// Whether a text is a web page or XML rather than a table.
fn is_markup(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    [&b"<?xml"[..], b"<!doctype", b"<html"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

/// Tells workbooks from the other files that are ZIP archives.
fn package(file: File) -> Result<Format, Problem> {
    let mut archive = zip::ZipArchive::new(file).map_err(|error| Problem::Corrupt(error.to_string()))?;
    let mut kind = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        entry.take(128).read_to_string(&mut kind)?;
    }
    let holds = |name: &str| archive.file_names().flatten().any(|one| one.starts_with(name));
    match kind.trim() {
        "application/vnd.oasis.opendocument.spreadsheet" => Ok(Format::Ods),
        other if other.starts_with("application/vnd.oasis.opendocument") => Err(Problem::NotATable(Content::Document)),
        _ if holds("xl/") => Ok(Format::Xlsx),
        _ if holds("word/") || holds("ppt/") => Err(Problem::NotATable(Content::Document)),
        _ => Err(Problem::NotATable(Content::Archive)),
    }
}

/// Tells old workbooks, encrypted new ones and old documents, by the names in the directory of the compound file.
fn compound(mut file: File) -> Result<Format, Problem> {
    const ENTRY: usize = 128;
    file.rewind()?;
    let mut reader = io::BufReader::new(file);
    let mut entry = [0; ENTRY];
    let mut workbook = false;
    while reader.read_exact(&mut entry).is_ok() {
        if named(&entry, "EncryptedPackage") {
            return Err(Problem::Password);
        }
        workbook |= named(&entry, "Workbook") || named(&entry, "Book");
    }
    if workbook { Ok(Format::Xls) } else { Err(Problem::NotATable(Content::Document)) }
}

/// A directory entry of a compound file starts with its name in UTF-16, ended by a NUL.
fn named(entry: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    entry.starts_with(&wide)
}

/// The names of the tables in a directory, to say which ones could have been meant.
fn tables_in(directory: &Path) -> Vec<String> {
    const EXTENSIONS: [&str; 9] = ["csv", "tsv", "txt", "gz", "xlsx", "xls", "ods", "json", "jsonl"];
    let Ok(entries) = directory.read_dir() else { return Vec::new() };
    let mut tables: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|one| EXTENSIONS.iter().any(|known| one.eq_ignore_ascii_case(known)))
        })
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    tables.sort();
    tables
}
