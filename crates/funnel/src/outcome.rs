//! What goes into the engine and what comes out, in indices; identifiers are the platform's affair.

pub use crate::propositions::{Addressees, Named};
use crate::study::Study;
use arobase_text::personal::Datum;
use std::ops::Range;

/// One contribution as the engine reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// Unique; the canonical order of everything is the natural order of these.
    pub id: String,
    /// A title: read as context, never cut into ideas.
    pub title: String,
    /// The raw text, never altered; spans count its Unicode scalars.
    pub text: String,
    /// Who signed, if known: equal strings are one author.
    pub author: Option<String>,
    /// Where from, if known: equal strings are one territory.
    pub territory: Option<String>,
    /// The question it answers, if known: it tells a bare noun that wishes from one that complains.
    pub question: Option<String>,
    /// Who signed beside the first: counted wherever people and territories are, while the text stays one text.
    pub others: Vec<Signature>,
}

/// Someone who signed a contribution beside its first author.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Who: equal strings are one person, whether they sign first or not.
    pub author: String,
    /// Where from, if known.
    pub territory: Option<String>,
}

/// What can be asked of a run; [`Settings::default`] is what the product uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Seeds everything that is drawn.
    pub seed: u64,
    /// How many themes; chosen by stability when `None`.
    pub themes: Option<usize>,
    /// How many structuring questions, 2 to 8; chosen between 3 and 6 when `None`.
    pub questions: Option<usize>,
    /// How many propositions to select; 1.3 √n, between 12 and 60, when `None`.
    pub propositions: Option<usize>,
    /// Weight of the corpus' own words beside the encoder's vectors (encoder.md: 0.6).
    pub lexical_weight: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 42, themes: None, questions: None, propositions: None, lexical_weight: 0.6 }
    }
}

/// Told when a stage begins and what the last one counted; the engine itself knows no clock.
pub trait Progress {
    /// The stage called `name` has ended, having counted these.
    fn done(&mut self, name: &'static str, counts: &[(&'static str, usize)]);

    /// The stage called `name` has gone so far, from 0 to 1; told by long stages only.
    fn within(&mut self, _name: &'static str, _share: f64) {}

    /// What an interrupted run on the same contributions with the same settings kept of a costly stage, as it was kept.
    fn recall(&mut self, _stage: &'static str) -> Option<Vec<u8>> {
        None
    }

    /// What a costly stage found, should the run be interrupted.
    fn keep(&mut self, _stage: &'static str, _content: &dyn Fn() -> Vec<u8>) {}
}

/// Nobody listens.
impl Progress for () {
    fn done(&mut self, _: &'static str, _: &[(&'static str, usize)]) {}
}

/// The four counted states of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// In a theme.
    Classed,
    /// In the visible pool « à classer ».
    ToSort,
    /// Away from the subject of the consultation.
    OffTopic,
    /// Without content.
    Empty,
}

/// What an idea does (analysis.md §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Asks for something to be done.
    Proposal,
    /// States a difficulty.
    Problem,
    /// Says where a difficulty comes from.
    Cause,
    /// Tells what was lived or done.
    Experience,
    /// Asks something.
    Question,
    /// Approves.
    Support,
    /// Refuses.
    Opposition,
    /// None of these could be told.
    Statement,
}

/// Where an idea stands within its theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Among the nearest to the whole theme.
    Typical,
    /// Far from the centre, still of the theme.
    Marginal,
    /// Between two themes.
    Bridging,
    /// Anywhere else.
    Ordinary,
}

/// One idea.
#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    /// Index into [`Outcome::order`]'s contributions.
    pub contribution: usize,
    /// Unicode scalars of the raw text.
    pub span: Range<usize>,
    /// Those characters, mis-decoded ones repaired.
    pub text: String,
    /// Head carried from an enumeration (« il faut »), or empty.
    pub carried: String,
    /// What it does first.
    pub kind: Kind,
    /// Everything that it does with its score, 0.5 to 1, the surest first; empty for a plain statement.
    pub kinds: Vec<(Kind, f32)>,
    /// What became of it.
    pub status: Status,
    /// A short code of why.
    pub reason: &'static str,
    /// Its theme.
    pub theme: Option<usize>,
    /// The runner-up, when close.
    pub second_theme: Option<usize>,
    /// Margin between the two, 0 to 1.
    pub confidence: f32,
    /// The first idea that says the same.
    pub duplicate_of: Option<usize>,
    /// The campaign of its contribution, from 0.
    pub campaign: Option<usize>,
    /// The proposition it supports.
    pub proposition: Option<usize>,
    /// Where it stands in its theme.
    pub place: Place,
}

/// A passage that seems to hold personal data, proposed for masking.
#[derive(Debug, Clone, PartialEq)]
pub struct Personal {
    /// Index into [`Outcome::order`]'s contributions.
    pub contribution: usize,
    /// What was found there.
    pub datum: Datum,
}

/// How many stand behind something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Support {
    /// Ideas.
    pub ideas: usize,
    /// Contributions.
    pub contributions: usize,
    /// Distinct authors; an unsigned contribution counts for one.
    pub authors: usize,
    /// Distinct territories.
    pub territories: usize,
    /// Distinct authors, each campaign counting for one.
    pub authors_dedup: usize,
}

/// A group of ideas.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its question.
    pub question: usize,
    /// A noun phrase in its most frequent surface form.
    pub label: String,
    /// Words or phrases that tell it from the others, best first.
    pub keywords: Vec<String>,
    /// Who stands behind it.
    pub support: Support,
    /// Mean best Jaccard with the themes of sub-samples.
    pub stability: f32,
    /// Share of its ideas that hold a keyword.
    pub label_coverage: f32,
    /// Which theme of the previous run it is, when the run went on from one.
    pub origin: Option<usize>,
}

/// A group of themes, worded as a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Three wordings, the chosen one first.
    pub candidates: Vec<String>,
    /// Who stands behind it.
    pub support: Support,
}

/// Why a proposition is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// Selected for its support.
    Main,
    /// Selected by the quota for minority ideas.
    Minority,
    /// In the annex.
    WeakSignal,
}

/// An infinitive phrase backed by ideas.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposition {
    /// Its theme.
    pub theme: usize,
    /// The phrase.
    pub text: String,
    /// The idea whose words it takes.
    pub source: usize,
    /// Those words, in Unicode scalars of the raw text.
    pub source_span: Range<usize>,
    /// Rules applied, in order.
    pub rules: Vec<&'static str>,
    /// The author's reason, detached; or empty.
    pub justification: String,
    /// Ideas that ask for it, the source first.
    pub ideas: Vec<usize>,
    /// Who stands behind it.
    pub support: Support,
    /// Why it is shown.
    pub rank: Rank,
}

/// Figures published with every run (analysis.md §3.10).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measures {
    /// Share of the ideas near a selected proposition.
    pub coverage_ideas: f64,
    /// Share of the authors with such an idea.
    pub coverage_authors: f64,
    /// Mean stability of the themes, weighted by ideas.
    pub stability: f64,
    /// Mean similarity of a proposition to its nearest neighbour among the selected.
    pub redundancy: f64,
}

/// Everything a run found. Lists are in display order.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// For each contribution of this outcome, its index in the inputs as given.
    pub order: Vec<usize>,
    /// By contribution, then position.
    pub ideas: Vec<Idea>,
    /// By question, then falling support.
    pub themes: Vec<Theme>,
    /// By falling support.
    pub questions: Vec<Question>,
    /// By question; selected ones first, then weak signals.
    pub propositions: Vec<Proposition>,
    /// Pairs that say the opposite.
    pub controversies: Vec<(usize, usize)>,
    /// By contribution, then position.
    pub personal: Vec<Personal>,
    /// For each proposition, who its source names.
    pub addressees: Vec<Addressees>,
    /// Ideas that ask without a phrase that can be shown, with why: `"pronoun"` or `"wording"`.
    pub to_complete: Vec<(usize, &'static str)>,
    /// Figures.
    pub measures: Measures,
    /// The resolution at which themes were found.
    pub resolution: f64,
    /// What helps judge the themes.
    pub study: Study,
}
