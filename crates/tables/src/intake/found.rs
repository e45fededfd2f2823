//! What a file holds, row by row.

use super::{Mapping, Platform, Refusal};
use crate::table::Notice;

/// What a file holds for an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheaf {
    /// The name of the file, without its folder.
    pub file: String,
    /// Where it was exported from.
    pub platform: Platform,
    /// A name for that source, within which identifiers are unique: `"polis"`, `"decidim:participer.example"`…
    pub source: String,
    /// The part that each column plays; nothing for messages.
    pub mapping: Option<Mapping>,
    /// Every row or message, in the order of the file.
    pub found: Vec<Found>,
    /// What was decided while reading, worth telling.
    pub notices: Vec<Notice>,
}

/// One row or message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its file, without its folder.
    pub file: String,
    /// Where it starts: the line of a text file, the row of a sheet, from 1; 0 where a file is one message.
    pub line: u64,
    /// Its identifier in its source; without one, a letter and ten hexadecimal digits of BLAKE3 over its content.
    pub id: String,
    /// Whether its quotation marks or separators had to be mended.
    pub mended: bool,
    /// What it is.
    pub fate: Fate,
}

/// What can be done with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A contribution.
    Piece(Box<Piece>),
    /// It says nothing: neither text nor title.
    Empty,
    /// It is left out, for this reason.
    Refused(Refusal),
}

/// A contribution as the file gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Its text; where the source writes markup, without it.
    pub text: String,
    /// Who wrote it; where only a number tells, the number after the platform's name.
    pub author: Option<String>,
    /// Where from.
    pub territory: Option<String>,
    /// When, as the source writes it.
    pub date: Option<String>,
    /// By which means, as the source writes it.
    pub channel: Option<String>,
    /// In which language, as the source writes it.
    pub language: Option<String>,
    /// The address that a message came from.
    pub sender: Option<String>,
    /// What was set apart from the text of a message: replies quoted, signature.
    pub beside: Option<String>,
}
