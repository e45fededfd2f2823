//! `arobase read-document`: what the site runs to read a document that someone joined.

use crate::site::reader;
use miette::IntoDiagnostic as _;

/// Reads a document from standard input, for the site
#[derive(Debug, clap::Args)]
pub(crate) struct ReadDocument {
    /// Characters of its text that are kept; without it, what its paragraphs are
    longest: Option<usize>,
}

impl ReadDocument {
    pub(crate) fn run(&self) -> miette::Result<()> {
        match self.longest {
            Some(longest) => reader::serve(longest),
            None => reader::serve_text(),
        }
        .into_diagnostic()
    }
}
