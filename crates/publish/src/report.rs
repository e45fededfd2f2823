//! The stand-alone report: one HTML file, no script, no request to anywhere.

use arobase_domain::{Analysis, ContributionId, Lang};
use std::collections::BTreeMap;

/// A contribution as received, for the report to quote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceText {
    /// Its title, empty if none.
    pub title: String,
    /// Its raw text: the spans of the ideas count its Unicode scalars.
    pub text: String,
    /// Who signed, as it may be shown; empty if nobody or without consent.
    pub author: String,
}

/// The whole analysis as one HTML page.
///
/// Everything but the run record is the same bytes for the same analysis, whatever the durations.
pub fn render(analysis: &Analysis, contributions: &BTreeMap<ContributionId, SourceText>, lang: Lang) -> String {
    let _ = (analysis, contributions, lang);
    String::new()
}
