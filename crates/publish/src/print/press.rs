//! The typesetter: a world that holds nothing but our templates, our font and the data of one document.

use super::PrintError;
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What the templates share.
const HOUSE: &str = "house.typ";
/// Where a template finds its data.
const DATA: &str = "data.json";
/// Stands for a letter that the font does not have; without one, such a letter would make the document fail.
const UNKNOWN: char = '□';

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 5] = [
        include_bytes!("../../print/fonts/SourceSans3-Regular.otf"),
        include_bytes!("../../print/fonts/SourceSans3-Bold.otf"),
        include_bytes!("../../print/fonts/SourceSerif4-Regular.otf"),
        include_bytes!("../../print/fonts/SourceSerif4-It.otf"),
        include_bytes!("../../print/fonts/SourceSerif4-Semibold.otf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(&*FONTS)));

/// How many of the fonts are sans-serif: they come first, and stand in for the others where those lack a letter.
const SANS: usize = 2;

/// A template: its name and its text.
pub(crate) type Template = (&'static str, &'static str);

/// Prints a template with its data, made at `at` (Unix milliseconds).
pub(super) fn print(template: Template, data: &impl Serialize, at: i64) -> Result<Vec<u8>, PrintError> {
    let pdf = set(template, data).and_then(|pages| written(template, &pages, &[PdfStandard::Ua_1], at));
    forget();
    pdf
}

/// The typesetter remembers what it set, and letters hold codes.
pub(crate) fn forget() {
    typst::comemo::evict(0);
}

/// Pages as PDF of these standards, made at `at` (Unix milliseconds).
pub(crate) fn written(
    template: Template,
    pages: &PagedDocument,
    standards: &[PdfStandard],
    at: i64,
) -> Result<Vec<u8>, PrintError> {
    let options = PdfOptions {
        creator: Smart::Custom(Some("arobase".to_owned())),
        timestamp: timestamp(at),
        standards: PdfStandards::new(standards).expect("our standards agree with one another"),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|told| failure(template.0, &told))
}

/// Sets the pages.
pub(crate) fn set(template: Template, data: &impl Serialize) -> Result<PagedDocument, PrintError> {
    let mut data = serde_json::to_value(data)?;
    printable(&mut data);
    let desk = Desk { template, data: Bytes::new(serde_json::to_vec(&data)?) };
    typst::compile(&desk).output.map_err(|told| failure(template.0, &told))
}

fn failure(template: &'static str, told: &[SourceDiagnostic]) -> PrintError {
    let said: Vec<&str> = told.iter().map(|one| one.message.as_str()).collect();
    PrintError::Typesetter { template, said: said.join("; ") }
}

fn timestamp(at: i64) -> Option<Timestamp> {
    let time = jiff::Timestamp::from_millisecond(at).ok()?.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let part = |value: i8| u8::try_from(value).ok();
    let (month, day, hour) = (part(time.month())?, part(time.day())?, part(time.hour())?);
    let (minute, second) = (part(time.minute())?, part(time.second())?);
    Datetime::from_ymd_hms(time.year().into(), month, day, hour, minute, second).map(Timestamp::new_utc)
}

/// Replaces what the font cannot show, in every text of the data.
fn printable(data: &mut Value) {
    match data {
        Value::String(text) if text.chars().any(|c| !known(c)) => {
            *text = text.chars().map(|c| if known(c) { c } else { UNKNOWN }).collect();
        }
        Value::Array(items) => items.iter_mut().for_each(printable),
        Value::Object(fields) => fields.values_mut().for_each(printable),
        _ => {}
    }
}

fn known(c: char) -> bool {
    c.is_whitespace() || FONTS[..SANS].iter().all(|font| font.info().coverage.contains(c.into()))
}

/// What lies on the desk of the typesetter for one document.
struct Desk {
    template: Template,
    data: Bytes,
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our names are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        file(self.template.0)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = match id.vpath().get_without_slash() {
            HOUSE => include_str!("../../print/house.typ"),
            name if name == self.template.0 => self.template.1,
            name => return Err(FileError::NotFound(name.into())),
        };
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.vpath().get_without_slash() {
            DATA => Ok(self.data.clone()),
            name => Err(FileError::NotFound(name.into())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// Documents are dated by those who ask for them.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
