//! `arobase read-document`: what the site runs to read a document that someone joined.

use crate::site::reader;
use miette::IntoDiagnostic as _;

/// Reads a document from standard input, for the site
#[derive(Debug, clap::Args)]
pub(crate) struct ReadDocument {
    /// Characters of its text that are kept
    longest: usize,
}

impl ReadDocument {
    pub(crate) fn run(&self) -> miette::Result<()> {
        reader::serve(self.longest).into_diagnostic()
    }
}
