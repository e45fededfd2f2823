//! The slip that goes with a motion handed over to someone: PDF/A-2a, as it is filed by both, and PDF/UA-1.

use super::press::{self, Template};
use super::{PrintError, qr};
use arobase_domain::Lang;
use serde::Serialize;
use typst_pdf::PdfStandard;

const TEMPLATE: Template = ("hand-over.typ", include_str!("../../print/hand-over.typ"));
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// A slip, in the words of its language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HandOver {
    /// Language of what is ours: the motion's own words are French.
    #[serde(serialize_with = "code")]
    pub lang: Lang,
    /// Name of the edition.
    pub edition: String,
    /// What the document is.
    pub title: String,
    /// Who hands it over, a line each.
    pub from: Vec<String>,
    /// To whom, a line each.
    pub to: Vec<String>,
    /// The title of the motion.
    pub motion: String,
    /// How it was adopted; may be empty.
    pub adopted: String,
    /// How much it asks.
    pub asks: String,
    /// What it asks: its sections.
    pub sections: Vec<String>,
    /// What is known of the hand-over: names and facts.
    pub facts: Vec<(String, String)>,
    /// What is expected, and where what becomes of it is told.
    pub written: String,
    /// That address.
    pub url: String,
    /// What the square to scan is, for those who do not see it.
    pub square: String,
    /// Who signs, on either side.
    pub signed: [String; 2],
}

#[derive(Serialize)]
struct Sheet<'a> {
    #[serde(flatten)]
    slip: &'a HandOver,
    code: String,
}

/// The slip, made at `at` (Unix milliseconds).
pub fn hand_over(slip: &HandOver, at: i64) -> Result<Vec<u8>, PrintError> {
    let pages = press::set(TEMPLATE, &Sheet { slip, code: qr::square(&slip.url)? })?;
    let pdf = press::written(TEMPLATE, &pages, &STANDARDS, at);
    press::forget();
    pdf
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde calls with")]
fn code<S: serde::Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.as_str())
}
