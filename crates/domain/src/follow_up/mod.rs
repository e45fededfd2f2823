//! What became of the motion: whom it was handed to, what they answered on each clause, for how long they have not.
//!
//! Nothing that was recorded is altered: who records it wrong records it again, and the first one no longer counts.

mod day;
mod standing;
#[cfg(test)]
mod tests;

pub use day::{Day, NotADay};
pub use standing::{Account, Silence, Standing, account, in_force, silence, standing};

use crate::edition::Lang;
use crate::email::Email;
use crate::id::{AnswerId, ClauseId, DispatchId, RecipientId};
use serde::{Deserialize, Serialize};

/// What a recipient is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipientKind {
    /// The President of the Republic.
    President,
    /// The Prime Minister, or the government as a whole.
    Government,
    /// A minister, and their ministry.
    #[default]
    Ministry,
    /// A parliamentary group, an assembly, a delegation.
    Group,
    /// Someone who stands for an election.
    Candidate,
    /// A newspaper, an agency, a broadcaster.
    Press,
    /// Anyone else.
    Other,
}

/// Whom the motion is handed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub id: RecipientId,
    /// What they are.
    pub kind: RecipientKind,
    /// The office or the institution, as pages name it.
    pub name: String,
    /// The person, as letters name them; may be empty.
    pub person: String,
    /// Postal address; may be empty. For letters alone.
    pub address: String,
    /// Address of e-mail, if one is known. For letters alone.
    pub email: Option<Email>,
    /// The language that they are written to in.
    pub lang: Lang,
    /// Whether nothing more is handed to them.
    pub retired: bool,
}

/// How a motion is handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// By hand.
    #[default]
    Hand,
    /// By post.
    Post,
    /// By e-mail.
    Email,
}

/// The motion handed to a recipient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// Which.
    pub id: DispatchId,
    /// To whom.
    pub recipient: RecipientId,
    /// The version handed over.
    pub version: u32,
    /// When.
    pub day: Day,
    /// Where.
    pub place: String,
    /// Who handed it over.
    pub delegation: String,
    /// How.
    pub manner: Manner,
    /// SHA-256 of the version, in hexadecimal: what the copy was.
    pub seal: String,
    /// When it was recorded, in Unix milliseconds.
    pub at: i64,
    /// Who recorded it.
    pub by: String,
    /// Whether it was recorded by mistake.
    pub cancelled: bool,
}

/// What a recipient answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// That they received it: no answer yet.
    #[default]
    Received,
    /// Something, without commitment or refusal.
    Replied,
    /// Yes: a measure.
    Committed,
    /// Yes, in part.
    Partly,
    /// No.
    Refused,
    /// Nothing: what this one replaces was recorded by mistake.
    Withdrawn,
}

/// An answer, on a clause or on the whole motion, with what proves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Which; identifiers follow one another in the order in which answers were recorded.
    pub id: AnswerId,
    /// Who answered.
    pub recipient: RecipientId,
    /// The clause; none for the whole motion.
    pub clause: Option<ClauseId>,
    /// What they answered.
    pub reply: Reply,
    /// When they did.
    pub day: Day,
    /// The measure that they commit themselves to; may be empty.
    pub measure: String,
    /// By when.
    pub due: Option<Day>,
    /// Their words; may be empty.
    pub text: String,
    /// Where they can be read; may be empty.
    pub link: String,
    /// The document that was received, if one was kept.
    pub document: Option<String>,
    /// The answer recorded before that this one corrects.
    pub replaces: Option<AnswerId>,
    /// When it was recorded, in Unix milliseconds.
    pub at: i64,
    /// Who recorded it.
    pub by: String,
}

impl Reply {
    /// Whether it says something of what is asked.
    pub fn is_answer(self) -> bool {
        !matches!(self, Self::Received | Self::Withdrawn)
    }

    /// Whether a measure and a day come with it.
    pub fn promises(self) -> bool {
        matches!(self, Self::Committed | Self::Partly)
    }
}

impl Answer {
    /// Days since what was promised is due; `None` if nothing is, or not yet.
    pub fn overdue(&self, today: Day) -> Option<u32> {
        let due = self.due.filter(|due| self.reply.promises() && *due < today)?;
        Some(today.since(due))
    }
}
