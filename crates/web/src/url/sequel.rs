//! The pages of what comes after the motion: handed over, answered, recognised, told to the press.

use super::query::Query;
use super::slug::{self, Slug};
use arobase_domain::{AnswerId, ClauseId, DispatchId, RecipientId};

/// A page of what comes after the motion.
#[expect(missing_docs, reason = "each variant bears the name of its page")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sequel {
    /// What became of the motion, a page of its clauses.
    FollowUp(u32),
    Recipients,
    Recipient(RecipientId),
    HandOvers,
    HandOverSlip(DispatchId),
    /// All of them, in one file.
    HandOverSlips,
    /// What a recipient answered; the answer being corrected, if one is.
    Answers(RecipientId, AnswerId),
    /// Who has not answered for so many days.
    AskAgain(String),
    Evidence(String),
    /// Where one brings one's project.
    Recognise,
    /// Where one confirms the clauses that it supports.
    RecogniseOne(String),
    /// The territories that recognise themselves.
    Projects(u32),
    Project(String),
    /// What members say of what was done of a clause.
    Testify(ClauseId),
    /// The same of all of them, for who answers for the site.
    Testimonies(u32),
    /// What the press is given.
    Press,
    /// Where it is prepared.
    PressDesk,
}

impl Sequel {
    /// The first segment of its path, and the second: one line a page.
    pub(super) fn place(&self) -> (Option<Slug>, Option<&str>) {
        let (slug, id) = match self {
            Self::FollowUp(..) => (slug::FOLLOW_UP, None),
            Self::Recipients => (slug::RECIPIENTS, None),
            Self::Recipient(id) => (slug::RECIPIENTS, Some(id.as_str())),
            Self::HandOvers => (slug::HAND_OVERS, None),
            Self::HandOverSlips => (slug::HAND_OVER_SLIP, None),
            Self::HandOverSlip(id) => (slug::HAND_OVER_SLIP, Some(id.as_str())),
            Self::Answers(id, _) => (slug::ANSWERS, Some(id.as_str())),
            Self::AskAgain(..) => (slug::ASK_AGAIN, None),
            Self::Evidence(id) => (slug::EVIDENCE, Some(id.as_str())),
            Self::Recognise => (slug::RECOGNISE, None),
            Self::RecogniseOne(id) => (slug::RECOGNISE, Some(id.as_str())),
            Self::Projects(..) => (slug::PROJECTS, None),
            Self::Testify(id) => (slug::TESTIFY, Some(id.as_str())),
            Self::Testimonies(..) => (slug::TESTIFY, None),
            Self::Press => (slug::PRESS, None),
            Self::PressDesk => (slug::PRESS_DESK, None),
            Self::Project(id) => (slug::PROJECTS, Some(id.as_str())),
        };
        (Some(slug), id)
    }

    /// What it is asked beside its path.
    pub(super) fn query(&self) -> Query {
        match self {
            Self::FollowUp(page) | Self::Projects(page) | Self::Testimonies(page) => Query::default().page(*page),
            Self::Answers(_, corrected) => Query::default().with("correct", corrected.as_str()),
            Self::AskAgain(days) => Query::default().with("days", days),
            _ => Query::default(),
        }
    }
}
