//! What the product talks about, and its rules; no I/O, no clock, no randomness.

pub mod analysis;
pub mod id;

pub use analysis::{
    Analysis, Controversy, Fate, Idea, IdeaStatus, Kind, Place, Proposition, Question, Rank, RunRecord, Span, StageRecord, Support,
    Theme,
};
pub use id::{ContributionId, IdeaId, PropositionId, QuestionId, ThemeId};
