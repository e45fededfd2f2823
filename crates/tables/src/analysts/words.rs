//! Codes in words.

use crate::lang::Wording as _;
use arobase_domain::{IdeaStatus, Kind, Lang, Rank};

/// `None` is a row that could not be read.
pub(super) fn status(lang: Lang, status: Option<IdeaStatus>) -> &'static str {
    let (french, english) = match status {
        Some(IdeaStatus::Classed) => ("classée", "classed"),
        Some(IdeaStatus::ToSort) => ("à classer", "to sort"),
        Some(IdeaStatus::OffTopic) => ("hors sujet", "off topic"),
        Some(IdeaStatus::Empty) => ("sans contenu", "without content"),
        None => ("illisible", "unreadable"),
    };
    lang.pick(french, english)
}

pub(super) fn kind(lang: Lang, kind: Kind) -> &'static str {
    let (french, english) = match kind {
        Kind::Proposal => ("proposition", "proposal"),
        Kind::Problem => ("problème", "problem"),
        Kind::Cause => ("cause", "cause"),
        Kind::Experience => ("expérience", "experience"),
        Kind::Question => ("question", "question"),
        Kind::Support => ("soutien", "support"),
        Kind::Opposition => ("opposition", "opposition"),
        Kind::Statement => ("constat", "statement"),
    };
    lang.pick(french, english)
}

pub(super) fn rank(lang: Lang, rank: Rank) -> &'static str {
    let (french, english) = match rank {
        Rank::Main => ("retenue", "selected"),
        Rank::Minority => ("retenue, idée minoritaire", "selected, minority idea"),
        Rank::WeakSignal => ("signal faible", "weak signal"),
    };
    lang.pick(french, english)
}
