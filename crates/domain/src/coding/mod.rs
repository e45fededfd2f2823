//! Double coding: a sample of ideas that several people class without seeing what the engine or the others say, and how far they agree.

mod agreement;
mod alpha;
mod chance;
mod code;
mod draw;
mod followed;

pub use agreement::{Agreement, Alpha, Line, OfCode, Pair, Reading};
pub use alpha::{alpha, interval};
pub use code::Code;
pub use draw::{FLOOR, drawn};
pub use followed::Followed;
pub(crate) use followed::into;

use crate::id::{IdeaId, MemberId, RunId, SampleId, ThemeId};
use serde::{Deserialize, Serialize};

/// How many people code a sample: agreement is between two at least, and a fourth would read for nothing.
pub const CODERS: std::ops::RangeInclusive<usize> = 2..=3;

/// How many ideas a sample may be asked for.
pub const SIZES: std::ops::RangeInclusive<usize> = 10..=500;

/// A sample, as it was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sample {
    /// Its identifier.
    pub id: SampleId,
    /// The run that its ideas are those of.
    pub run: RunId,
    /// Who asked for it.
    pub by: MemberId,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// When codes were no longer taken and could be compared; absent until then.
    pub closed_at: Option<i64>,
    /// What its draws were made of.
    pub seed: String,
    /// Who codes it, by identifier.
    pub coders: Vec<MemberId>,
    /// Its ideas, in the order in which everyone reads them.
    pub ideas: Vec<Drawn>,
    /// What the coders were told of each theme.
    pub codebook: Vec<Entry>,
}

/// An idea of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Which.
    pub idea: IdeaId,
    /// What the engine says of it; absent where people had the last word before the sample was drawn.
    pub engine: Option<Code>,
}

/// A theme as the codebook told it when the sample was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Which.
    pub theme: ThemeId,
    /// Its name.
    pub label: String,
    /// The question it is under; empty for none.
    pub question: String,
    /// Its definition in one line; empty where nobody wrote one, as those that follow.
    pub line: String,
    /// What belongs to it although one might doubt.
    pub includes: String,
    /// What does not although one might think so.
    pub excludes: String,
    /// Words that its ideas use, for themes that nobody has defined.
    pub keywords: Vec<String>,
}

/// What someone says of an idea of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub coder: MemberId,
    /// Of which idea.
    pub idea: IdeaId,
    /// What.
    pub code: Code,
}
