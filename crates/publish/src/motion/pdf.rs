//! PDF: an archive (PDF/A-2a) that a screen reader follows (PDF/UA-1).

use super::WriteError;
use super::tree::{Document, Shape};
use super::words as say;
use crate::print::PrintError;
use crate::print::press::{self, Template};
use serde::Serialize;
use typst_pdf::PdfStandard;

const TEMPLATE: Template = ("motion.typ", include_str!("../../print/motion.typ"));
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];
/// Pages of the copy in two pages.
const TWO: usize = 2;
/// Sizes that it tries, in points.
const SIZES: [f64; 5] = [11.0, 10.5, 10.0, 9.5, 9.0];

/// The document as its template reads it.
#[derive(Serialize)]
struct Sheets<'a> {
    #[serde(flatten)]
    document: &'a Document,
    /// Size of the text, in points.
    size: f64,
    contents: &'static str,
    seal_word: &'static str,
    short_seal: &'a str,
}

/// The document as PDF.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let pages = match document.shape {
        Shape::Two => two(document)?,
        Shape::Full | Shape::Lines => set(document, 11.0)?,
        Shape::Easy => set(document, 14.0)?,
    };
    let pdf = press::written(TEMPLATE, &pages, &STANDARDS, document.at);
    press::forget();
    Ok(pdf?)
}

/// In the largest type that holds in two pages.
fn two(document: &Document) -> Result<typst_layout::PagedDocument, WriteError> {
    let mut refused = WriteError::TooLong { pages: 0, size: 0.0 };
    for size in SIZES {
        let set = set(document, size)?;
        if set.pages().len() <= TWO {
            return Ok(set);
        }
        refused = WriteError::TooLong { pages: set.pages().len(), size };
    }
    Err(refused)
}

pub(super) fn set(document: &Document, size: f64) -> Result<typst_layout::PagedDocument, PrintError> {
    let (contents, seal_word) = (say::contents(document.lang), say::seal(document.lang));
    press::set(TEMPLATE, &Sheets { document, size, contents, seal_word, short_seal: document.short_seal() })
}
