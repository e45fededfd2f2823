//! The motion as it is handed over: one tree, and a writer for each format that someone asked for.
//!
//! An [`Issue`] says what is published, for whom and in which form; [`Document::of`] makes its tree, where typography, numbers and anchors are settled; each
//! writer reads that tree and nothing else, so that the same words stand in every file. The same issue gives the same bytes.

mod akn;
mod build;
mod docx;
mod easy;
mod format;
mod html;
mod import;
mod issue;
mod json;
mod markdown;
mod odt;
mod package;
mod pdf;
mod pieces;
mod text;
mod tree;
mod words;
mod xml;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use format::{Format, slug};
pub use import::{Understood, fused, understood};
pub use issue::{Adoption, Audience, Colophon, Figures, Issue, Reread, rereads};
pub use package::zipped;
pub use tree::{Block, Clause, Cover, Document, Figure, Kind, Part, Role};

use crate::print::PrintError;

/// Why an issue could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// What the typesetter could not do.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The copy in two pages takes more, even in its smallest type.
    #[error("in {size} pt the motion takes {pages} pages, not two")]
    TooLong {
        /// Pages it takes.
        pages: usize,
        /// Size of the smallest type tried, in points.
        size: f64,
    },
    /// A package that could not be closed.
    #[error("package: {0}")]
    Package(#[from] std::io::Error),
    /// A structure that could not be told in JSON.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// An issue in a format.
pub fn write(issue: &Issue<'_>, format: Format) -> Result<Vec<u8>, WriteError> {
    // Lines are those of a page or a screen: the other formats flow.
    let lines = issue.lines && matches!(format, Format::Html | Format::Pdf);
    let issue = &Issue { lines, ..issue.clone() };
    let document = Document::of(issue);
    Ok(match format {
        Format::Html => html::write(&document).into_bytes(),
        Format::Pdf => pdf::write(&document)?,
        Format::Odt => odt::write(&document)?,
        Format::Docx => docx::write(&document)?,
        Format::Markdown => markdown::write(&document).into_bytes(),
        Format::Text => text::write(&document).into_bytes(),
        Format::Json => json::write(issue, &document)?,
        Format::Akn => akn::write(&document).into_bytes(),
    })
}
