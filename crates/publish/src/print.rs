//! What is printed, as PDF: letters, paper forms, slips, posters.
//!
//! A document is a template of the folder `print/`, set by typst with the data and the words that one file here gives it. What comes out is PDF/UA-1: a title, a
//! language, a structure that a screen reader follows. The same data at the same instant give the same bytes.

mod hand_over;
mod letter;
mod poster;
pub(crate) mod press;
mod qr;
mod sheet;
mod slip;
#[cfg(test)]
mod tests;
mod words;

pub use hand_over::{HandOver, hand_over};
pub use letter::{Letter, letters};
pub use poster::{Poster, poster};
pub use qr::square;
pub use sheet::{Sheaf, sheet_number, sheets};
pub use slip::{Slip, SlipIdea, slips};

use crate::say::pick;
use arobase_domain::Lang;
use arobase_text::typography::french;
use serde::Serialize;
use words::Words;

/// Who prints: the publisher, for an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sender {
    /// Name of the association.
    pub name: String,
    /// Its address, on one line, parts apart by commas.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// Where an answer goes without a stamp, such as « Libre réponse 12345, 75999 Paris Cedex 99 »; empty without such a contract.
    pub free_reply: String,
    /// Name of the edition.
    pub edition: String,
    /// Address of the site as one types it: `congres.example`.
    pub site: String,
    /// Last day to contribute, in words: « 30 septembre 2026 »; empty if it is not set.
    pub until: String,
}

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// An address too long for a square to scan.
    #[error("an address is too long for a QR code: {0}")]
    Address(#[from] qrcode::types::QrError),
    /// Data that do not go into a template.
    #[error("print data: {0}")]
    Data(#[from] serde_json::Error),
    /// What the typesetter said.
    #[error("{template}: {said}")]
    Typesetter {
        /// Which template.
        template: &'static str,
        /// Its own words.
        said: String,
    },
}

/// One of two phrases; the French one gets its typography here.
fn say(lang: Lang, fr: &str, en: &str) -> String {
    pick(lang, french(fr), en.to_owned())
}

/// A document as its template reads it.
#[derive(Serialize)]
struct Document<'a, P> {
    lang: &'static str,
    /// Title of the document, for those who do not see it.
    title: String,
    sender: &'a Sender,
    words: Words,
    pages: Vec<P>,
}
