//! An analysis for the tools that analysts know: IRaMuTeQ, qualitative analysis (REFI-QDA 1.0: NVivo, ATLAS.ti, MAXQDA, QualCoder), spreadsheets.
//!
//! The same [`Corpus`] gives the same bytes: identifiers are derived from ours, archives bear no date. No name of a person goes in.

mod archive;
pub(crate) use archive::packed;
mod codebook;
mod guid;
pub mod iramuteq;
mod lines;
mod ods;
mod refi;
mod sheets;
#[cfg(test)]
mod tests;
mod words;
mod xlsx;
mod xml;

use arobase_domain::{Analysis, ContributionId, Fate, Idea, Lang};
use std::collections::BTreeMap;
use std::io;

/// A contribution as received, with what may be said of where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Its identifier in the analysis.
    pub id: ContributionId,
    /// Its title, empty if none.
    pub title: String,
    /// Its text, to the character: ideas are spans of it.
    pub text: String,
    /// How it came, in words: « papier »; empty if unknown.
    pub channel: String,
    /// Code of the département, empty if unknown.
    pub department: String,
    /// The territory, empty if unknown or not to be told.
    pub territory: String,
    /// The day it came, as `2026-09-12`; empty if unknown.
    pub day: String,
}

/// What the files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Corpus<'a> {
    /// Name of the consultation; identifiers of REFI-QDA are derived from it.
    pub title: &'a str,
    /// Language of headings and of the few words that are ours.
    pub lang: Lang,
    /// What was found.
    pub analysis: &'a Analysis,
    /// The contributions, in display order.
    pub sources: &'a [Source],
}

/// Writes one file. Only the archive's own limits make it fail.
pub type Make = fn(&Corpus<'_>) -> io::Result<Vec<u8>>;

/// Every file with its writer.
pub const FILES: [(&str, Make); 6] = [
    ("analysis.xlsx", |corpus| xlsx::workbook(&sheets::of(corpus))),
    ("analysis.ods", |corpus| ods::workbook(&sheets::of(corpus))),
    ("iramuteq-contributions.txt", |corpus| Ok(iramuteq::contributions(corpus).into_bytes())),
    ("iramuteq-ideas.txt", |corpus| Ok(iramuteq::ideas(corpus).into_bytes())),
    ("project.qdpx", refi::project),
    ("codebook.qdc", |corpus| Ok(refi::codebook(corpus).into_bytes())),
];

/// An author changed the text after the run: the ideas that there were are spans of the text that was.
const REVISED: &str = "revised";

impl<'a> Corpus<'a> {
    /// What became of each contribution.
    fn fates(&self) -> BTreeMap<&'a ContributionId, &'a Fate> {
        self.analysis.fates.iter().map(|fate| (&fate.contribution, fate)).collect()
    }

    /// The ideas of each contribution, in their order; none where the text is no more the one that was read.
    fn ideas(&self) -> BTreeMap<&'a ContributionId, Vec<&'a Idea>> {
        let fates = self.fates();
        let revised = |idea: &Idea| fates.get(&idea.contribution).is_some_and(|fate| fate.reason == REVISED);
        let mut ideas: BTreeMap<_, Vec<&Idea>> = BTreeMap::new();
        for idea in self.analysis.ideas.iter().filter(|idea| !revised(idea)) {
            ideas.entry(&idea.contribution).or_default().push(idea);
        }
        ideas
    }
}
