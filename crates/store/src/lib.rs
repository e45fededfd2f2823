#![doc = include_str!("../README.md")]

mod arrivals;
mod attempt;
mod bulk;
mod change;
mod close;
mod codes;
mod contributions;
mod dialect;
mod drafts;
mod editions;
mod error;
mod fates;
mod federated;
mod figures;
mod following;
mod gatherings;
mod intake;
mod invitations;
mod jobs;
mod journal;
mod ledger;
mod list;
mod merge;
mod outbox;
mod page;
mod participation;
mod people;
mod propositions;
mod read;
mod recipients;
mod reminders;
mod revise;
mod roster;
mod runs;
mod save_run;
mod search;
mod session;
mod settle;
mod sheets;
mod sign_in;
mod store;
mod submit;
#[cfg(test)]
mod tests;
mod themes;
mod view;

pub use arrivals::{Arrived, Arriving, Shipment, Trial};
pub use attempt::Attempt;
pub use change::Standing;
pub use codes::{NewCode, Tried, TypedCode};
pub use error::StoreError;
pub use federated::{Foreign, Tie};
pub use following::{Followed, Follower};
pub use gatherings::Held;
pub use intake::{Findings, INTAKE_KEPT, Intake, NewIntake};
pub use invitations::{Envelope, InvitationFigures, Way};
pub use merge::Namesakes;
pub use outbox::{Mail, OutboxFigures, Patience};
pub use page::{PAGE_SIZE, Page};
pub use participation::Turnout;
pub use people::{Invitation, Participant};
pub use recipients::Recipient;
pub use reminders::Reminder;
pub use revise::Revision;
pub use roster::{Enrolled, Enrolment, RosterDraft};
pub use session::{Alive, NewSession, Opening, Session, Signed};
pub use settle::Settlement;
pub use sheets::{Keyed, Keying, NewSheaf, Sheaf};
pub use sign_in::{Ask, Asked, NewLink};
pub use store::Store;
pub use submit::{Imported, Incoming, Stemmer, Submission, Submitted};
pub use themes::PLACED;
pub use view::{
    ContributionFate, Facets, Figures, Filter, IdeaFate, LedgerView, LineageRow, Material, PropositionLink,
    PropositionView, Row, Source, StoredRun, ThemeView, Verbatim,
};
