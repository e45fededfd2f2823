//! Text files: opened, decompressed, decoded, then read as delimited text or as JSON.

use super::content::open;
use super::delimited::Records;
use super::encoding::{Transcoder, detect};
use super::source::{Item, Source};
use super::{dialect, json};
use crate::columns::{Columns, resolve};
use crate::error::{Content, Problem};
use crate::intake::recognised;
use crate::table::Notice;
use encoding_rs::{Encoding, UTF_8};
use flate2::read::MultiGzDecoder;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// Enough text to recognise a dialect.
const SAMPLE: u64 = 256 << 10;

/// A text file that can be read again from its start.
pub(super) struct TextFile {
    path: PathBuf,
    gzip: bool,
    encoding: &'static Encoding,
}

pub(super) type Reader = Transcoder<Box<dyn Read>>;

impl TextFile {
    fn new(path: &Path, gzip: bool) -> Result<Self, Problem> {
        let mut file = Self { path: path.to_owned(), gzip, encoding: UTF_8 };
        let raw = file.raw()?;
        file.encoding = detect(raw).map_err(|error| file.problem(error))?.ok_or(Problem::NotATable(Content::Binary))?;
        Ok(file)
    }

    fn raw(&self) -> Result<Box<dyn Read>, Problem> {
        let file = BufReader::new(open(&self.path)?);
        Ok(if self.gzip { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) })
    }

    /// The text as UTF-8, from its start.
    pub(super) fn reader(&self) -> Result<Reader, Problem> {
        Ok(Transcoder::new(self.raw()?, self.encoding))
    }

    /// Unpacks the whole to nowhere: a small file may hold a very large one.
    fn check_unpacked(&self, limit: u64) -> Result<(), Problem> {
        let unpacked = io::copy(&mut self.raw()?.take(limit + 1), &mut io::sink());
        let fits = unpacked.map_err(|error| self.problem(error))? <= limit;
        if fits { Ok(()) } else { Err(Problem::TooLarge { limit: limit as usize }) }
    }

    fn problem(&self, error: io::Error) -> Problem {
        if self.gzip { Problem::Corrupt(error.to_string()) } else { Problem::Io(error) }
    }
}

/// Reads a text file in whatever form it is.
pub(super) fn source(
    path: &Path,
    name: &str,
    gzip: bool,
    columns: &Columns,
    unpacked: Option<u64>,
) -> Result<Source, Problem> {
    let file = TextFile::new(path, gzip)?;
    if let Some(limit) = unpacked.filter(|_| gzip) {
        file.check_unpacked(limit)?;
    }
    let mut sample = Vec::new();
    file.reader()?.take(SAMPLE).read_to_end(&mut sample).map_err(|error| file.problem(error))?;
    let mut source = match sample.trim_ascii_start().first() {
        None => return Err(Problem::Empty),
        Some(b'{' | b'[') => json::source(file.reader()?, file.reader()?)?,
        Some(_) => delimited(&file, &sample, columns)?,
    };
    if file.encoding != UTF_8 {
        source.notices.push(Notice::Encoding { file: name.to_owned(), encoding: file.encoding.name().to_owned() });
    }
    Ok(source)
}

fn delimited(file: &TextFile, sample: &[u8], columns: &Columns) -> Result<Source, Problem> {
    let declared = dialect::declared(sample);
    let known = |header: &[String]| resolve(header, columns).is_ok();
    let preamble = if declared.is_some() { None } else { dialect::preamble(sample, recognised) };
    let delimiter = declared.or(preamble.map(|(_, delimiter)| delimiter));
    let mut records = Records::new(file.reader()?, delimiter.or_else(|| dialect::delimiter(sample, known)));
    for _ in 0..preamble.map_or(usize::from(declared.is_some()), |(lines, _)| lines) {
        records.skip_line()?;
    }
    let header = match records.next().transpose()? {
        Some(Item::Record(record)) => record.cells.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>(),
        Some(Item::Fault(_)) => return Err(Problem::NotATable(Content::Binary)),
        None => return Err(Problem::Empty),
    };
    records.width = Some(header.len());
    let text_is_last = resolve(&header, columns).is_ok_and(|(layout, _)| layout.text.contains(&(header.len() - 1)));
    records.dialect.open_ended = header.len() > 1 && text_is_last;
    let items = records.map(|item| item.map_err(Problem::Io));
    Ok(Source { header, items: Box::new(items), notices: Vec::new() })
}
