//! The stand-alone report: one HTML file, no script, no request to anywhere (its own policy forbids both).

mod lists;
mod page;
mod quote;
mod study;
mod suggested;
mod words;

use arobase_domain::{Analysis, ContributionId, Lang, Suggestion};
use askama::Template as _;
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
/// Durations and memory, the only figures that differ between two equal runs, stand in one place: the element `measured`. Long lists are cut, and
/// say how many more there are and in which file of the analysis.
pub fn render(analysis: &Analysis, contributions: &BTreeMap<ContributionId, SourceText>, lang: Lang) -> String {
    render_with(analysis, contributions, &[], lang)
}

/// The same page, with what a language model suggested in a part of its own, marked as such; without suggestions, that part is not there.
#[expect(clippy::missing_panics_doc, reason = "writing to memory does not fail, and no filter of the template does")]
pub fn render_with(
    analysis: &Analysis,
    contributions: &BTreeMap<ContributionId, SourceText>,
    suggestions: &[Suggestion],
    lang: Lang,
) -> String {
    page::Page::new(analysis, contributions, suggestions, lang)
        .render()
        .expect("a template without fallible filter, written to memory")
}

#[cfg(test)]
mod tests;
