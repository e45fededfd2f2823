//! What the product talks about, and its rules; no I/O, no clock, no randomness.

pub mod amended;
pub mod analysis;
pub mod annex;
pub mod attachment;
pub mod audit;
pub mod close;
mod code;
pub mod coding;
pub mod contribution;
pub mod coverage;
pub mod curated;
mod difference;
pub mod draft;
pub mod edition;
mod edition_part;
pub mod edits;
mod email;
pub mod follow_up;
pub mod following;
pub mod gathering;
pub mod glance;
pub mod granularity;
pub mod id;
pub mod job;
pub mod journal;
pub mod keying;
pub mod ledger;
pub mod mail;
pub mod masks;
mod matching;
pub mod motion;
pub mod opinions;
pub mod outlook;
pub mod pace;
pub mod participation;
pub mod people;
pub mod piles;
mod planning;
pub mod record;
pub mod roster;
mod schedule;
pub mod settings;
pub mod signers;
pub mod study;
mod suggestion;
pub mod territory;
mod totals;
pub mod trace;

pub use analysis::{
    Analysis, Controversy, Fate, Idea, IdeaStatus, Kind, PersonalDatum, Place, Proposition, Question, Rank, RunRecord,
    Span, StageRecord, Support, Theme,
};
pub use attachment::{ATTACHMENT_MAX, ATTACHMENTS_MAX, AttachmentKind};
pub use close::{Addressee, CloseReading, Incomplete};
pub use code::UnknownCode;
pub use contribution::{Author, Channel, Contribution, NewContribution, Version};
pub use difference::{Change, Difference, Moved, Seen};
pub use draft::{Draft, Field, FieldError, Problem};
pub use edition::{Edition, Lang, Phase, PhaseError, PhaseKind};
pub use edition_part::EditionPart;
pub use email::{Email, NotAnEmail};
pub use follow_up::{Answer, Day, Dispatch, Manner, Recipient, RecipientKind, Reply, Standing};
pub use following::{Rhythm, Spot};
pub use gathering::{Gathering, Sheet, SheetError};
pub use id::{
    AnswerId, ClauseId, ContributionId, DispatchId, EditionId, IdeaId, MemberId, PropositionId, QuestionId,
    RecipientId, RunId, SampleId, SectionId, ThemeId,
};
pub use job::{Job, JobOutcome, Waiting};
pub use journal::{Broken, Chain, Entry, Sealed, verify};
pub use ledger::{Ledger, State, Unbalanced};
pub use mail::{Letter, Outgoing};
pub use matching::{SAME, matched};
pub use motion::{Clause, Motion, Section, SectionKind};
pub use participation::Participation;
pub use people::{Mandate, MandateKind, Means, Member, Role};
pub use planning::{Milestone, Step, When};
pub use record::Record;
pub use roster::{Listed, Remark, Roster};
pub use schedule::{Shortfall, phases_around};
pub use settings::{GuidingQuestion, Limits, SettingError, Settings};
pub use signers::{Assent, Signature, Signer, SignerDraft};
pub use study::Study;
pub use suggestion::Suggestion;
pub use territory::{Territory, TerritoryKind};
pub use totals::Totals;
