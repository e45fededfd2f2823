//! What the product talks about, and its rules; no I/O, no clock, no randomness.

pub mod analysis;
mod code;
pub mod contribution;
pub mod draft;
pub mod edition;
pub mod id;
pub mod journal;
pub mod ledger;
mod totals;

pub use analysis::{
    Analysis, Controversy, Fate, Idea, IdeaStatus, Kind, Place, Proposition, Question, Rank, RunRecord, Span,
    StageRecord, Support, Theme,
};
pub use code::UnknownCode;
pub use contribution::{Author, Channel, Contribution, NewContribution};
pub use draft::{Draft, Field, FieldError, Problem};
pub use edition::{Edition, Lang, Phase, PhaseError, PhaseKind};
pub use id::{ContributionId, EditionId, IdeaId, PropositionId, QuestionId, RunId, ThemeId};
pub use journal::{Broken, Chain, Entry, Sealed, verify};
pub use ledger::{Ledger, State, Unbalanced};
pub use totals::Totals;
