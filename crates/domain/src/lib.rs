//! What the product talks about, and its rules; no I/O, no clock, no randomness.

pub mod analysis;
pub mod audit;
pub mod close;
mod code;
pub mod contribution;
mod difference;
pub mod draft;
pub mod edition;
mod edition_part;
pub mod edits;
mod email;
pub mod following;
pub mod gathering;
pub mod id;
pub mod job;
pub mod journal;
pub mod keying;
pub mod ledger;
pub mod mail;
mod matching;
pub mod opinions;
pub mod participation;
pub mod people;
mod planning;
pub mod record;
pub mod roster;
mod schedule;
pub mod settings;
pub mod study;
mod suggestion;
pub mod territory;
mod totals;

pub use analysis::{
    Analysis, Controversy, Fate, Idea, IdeaStatus, Kind, PersonalDatum, Place, Proposition, Question, Rank, RunRecord,
    Span, StageRecord, Support, Theme,
};
pub use close::{Addressee, CloseReading, Incomplete};
pub use code::UnknownCode;
pub use contribution::{Author, Channel, Contribution, NewContribution, Version};
pub use difference::{Change, Difference, Moved, Seen};
pub use draft::{Draft, Field, FieldError, Problem};
pub use edition::{Edition, Lang, Phase, PhaseError, PhaseKind};
pub use edition_part::EditionPart;
pub use email::{Email, NotAnEmail};
pub use following::{Rhythm, Spot};
pub use gathering::{Gathering, Sheet, SheetError};
pub use id::{ContributionId, EditionId, IdeaId, MemberId, PropositionId, QuestionId, RunId, ThemeId};
pub use job::{Job, JobOutcome, Waiting};
pub use journal::{Broken, Chain, Entry, Sealed, verify};
pub use ledger::{Ledger, State, Unbalanced};
pub use mail::{Letter, Outgoing};
pub use matching::{SAME, matched};
pub use participation::Participation;
pub use people::{Mandate, MandateKind, Means, Member, Role};
pub use planning::{Milestone, Step, When};
pub use record::Record;
pub use roster::{Listed, Remark, Roster};
pub use schedule::{Shortfall, phases_around};
pub use settings::{GuidingQuestion, Limits, SettingError, Settings};
pub use study::Study;
pub use suggestion::Suggestion;
pub use territory::{Territory, TerritoryKind};
pub use totals::Totals;
