//! The tree that every writer reads.

use arobase_domain::Lang;
use arobase_domain::motion::LINE;
use arobase_domain::motion::prose::Run;
use serde::Serialize;

/// A motion ready to be written: its typography, its numbers and its anchors are settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Language of what is ours: labels, notes, figures. The motion's own words are French.
    pub lang: Lang,
    /// What stands at its head.
    pub cover: Cover,
    /// Its parts.
    pub parts: Vec<Part>,
    /// SHA-256 of the motion, in hexadecimal.
    pub seal: String,
    /// When the text was frozen, Unix milliseconds.
    pub at: i64,
    /// Foot of each page: edition, state.
    pub foot: String,
    /// How it is to be set.
    pub shape: Shape,
}

/// How a copy is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A booklet.
    Full,
    /// The same with numbered lines, on a wider measure.
    Lines,
    /// Two pages.
    Two,
    /// Large type, short lines.
    Easy,
}

/// What stands at the head of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// Name of the edition.
    pub edition: String,
    /// Title of the motion.
    pub title: String,
    /// What the motion is: adopted or a draft, its version.
    pub state: String,
    /// What this copy is, a paragraph each.
    pub copy: Vec<String>,
    /// Whom the motion speaks to.
    pub address: Vec<Block>,
    /// What the figures are.
    pub caption: String,
    /// What the motion comes from.
    pub figures: Vec<Figure>,
    /// Where it is published.
    pub site: String,
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The number.
    pub value: usize,
    /// The number, its thousands apart.
    pub number: String,
    /// What it counts.
    pub noun: String,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The statement of reasons.
    Reasons,
    /// « Considérant… ».
    Recitals,
    /// What is asked: holds the sections.
    Demands,
    /// An axis, a priority, a question.
    Section,
    /// The vote and the signatures.
    Adoption,
    /// Something joined.
    Annex,
    /// How the motion was made.
    Method,
    /// Who contributed.
    Contributors,
    /// The seal and how to check it.
    Seal,
}

/// A part of the document, under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Where links to it lead.
    pub anchor: String,
    /// Our words in its heading: « Question 2 ».
    pub label: String,
    /// The motion's own words in its heading; may be empty.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Parts within it.
    pub parts: Vec<Self>,
}

/// What is said in a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "block")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// What it is for.
        role: Role,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Vec<Run>>,
    },
    /// Words of someone else.
    Quote {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A numbered clause.
    Clause(Clause),
    /// Numbered lines.
    Lines {
        /// Number of the first one.
        first: usize,
        /// Their words.
        lines: Vec<String>,
    },
    /// Who signed.
    Signature {
        /// A line each.
        lines: Vec<String>,
    },
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The text itself.
    Text,
    /// « Considérant… ».
    Recital,
    /// What leads to the clauses.
    Demand,
    /// Ours: how the motion was adopted.
    Vote,
    /// Ours: what a reader must know.
    Note,
    /// Ours: a seal, in figures of one width.
    Seal,
}

/// A numbered clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Where links to it lead: its identifier, which stays when its number changes.
    pub anchor: String,
    /// Its number in the motion.
    pub number: usize,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Shape {
    /// A style sheet, in large type for the easy-to-read copy: each first word becomes the second.
    pub(super) fn styles(self, sheet: &str, large: &[(&str, &str)]) -> String {
        let large = if self == Self::Easy { large } else { &[] };
        large.iter().fold(sheet.to_owned(), |sheet, (from, to)| sheet.replace(from, to))
    }
}

impl Clause {
    /// Its number as it is printed.
    pub fn label(&self) -> String {
        format!("{}.", self.number)
    }
}

impl Role {
    /// Whether the words are ours, in the language of the document.
    pub fn is_ours(self) -> bool {
        matches!(self, Self::Vote | Self::Note | Self::Seal)
    }
}

impl Part {
    /// Its heading in one line.
    pub fn heading(&self) -> String {
        match (self.label.is_empty(), self.title.is_empty()) {
            (false, false) => format!("{} – {}", self.label, self.title),
            _ => format!("{}{}", self.label, self.title),
        }
    }
}

impl Document {
    /// Every part, with its depth from 0.
    pub fn all_parts(&self) -> Vec<(usize, &Part)> {
        fn within<'a>(parts: &'a [Part], depth: usize, found: &mut Vec<(usize, &'a Part)>) {
            for part in parts {
                found.push((depth, part));
                within(&part.parts, depth + 1, found);
            }
        }
        let mut found = Vec::new();
        within(&self.parts, 0, &mut found);
        found
    }

    /// The first signs of the seal, for the foot of pages.
    pub fn short_seal(&self) -> &str {
        self.seal.get(..16).unwrap_or(&self.seal)
    }
}

/// The words of runs.
pub(super) fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Runs of words that nothing stresses.
pub(super) fn words(text: impl Into<String>) -> Vec<Run> {
    vec![Run { text: text.into(), stressed: false }]
}

/// Columns of plain text.
pub(super) const COLUMNS: usize = LINE;
