//! Which column plays which part, by the names that Polis gives them, now and formerly, and by ours.

use crate::columns::fold;
use crate::votes::{Part, VoteProblem};

pub(super) struct Layout {
    header: Vec<String>,
    folded: Vec<String>,
}

impl Layout {
    pub(super) fn of(header: Vec<String>) -> Self {
        let folded = header.iter().map(|name| fold(name)).collect();
        Self { header, folded }
    }

    /// The column that bears the first known name of a part.
    pub(super) fn find(&self, part: Part) -> Option<usize> {
        names(part).iter().find_map(|known| self.folded.iter().position(|name| name == known))
    }

    pub(super) fn needed(&self, part: Part) -> Result<usize, VoteProblem> {
        let missing = || VoteProblem::MissingColumn { part, name: ours(part), found: self.header.clone() };
        self.find(part).ok_or_else(missing)
    }

    /// Whether the names are those of Polis, whose sign is not always the same.
    pub(super) fn is_polis(&self) -> bool {
        ["comment id", "tid", "voter id", "pid"].iter().any(|name| self.folded.iter().any(|one| one == name))
    }
}

/// Known names, folded, most telling first.
fn names(part: Part) -> &'static [&'static str] {
    match part {
        Part::Participant => {
            &["voter id", "participant id", "participant", "pid", "id participant", "votant", "personne", "voter"]
        }
        Part::Statement => &[
            "comment id",
            "statement id",
            "tid",
            "id affirmation",
            "affirmation id",
            "affirmation",
            "statement",
            "enonce",
            "id",
        ],
        Part::Vote => &["vote", "valeur", "value", "reponse", "choix", "avis"],
        Part::Date => &["timestamp", "modified", "created", "horodatage", "date", "datetime"],
        Part::Text => {
            &["comment body", "txt", "texte", "text", "statement text", "affirmation", "statement", "enonce", "body"]
        }
        Part::Agrees => &["agrees", "agree", "n agree", "accords"],
        Part::Disagrees => &["disagrees", "disagree", "n disagree", "desaccords"],
        Part::Moderated => &["moderated", "mod", "moderation"],
        Part::Meta => &["is meta", "meta"],
    }
}

/// The name that we ask for.
fn ours(part: Part) -> &'static str {
    match part {
        Part::Participant => "participant",
        Part::Statement => "statement",
        Part::Vote => "vote",
        Part::Text => "text",
        Part::Date => "timestamp",
        Part::Agrees => "agrees",
        Part::Disagrees => "disagrees",
        Part::Moderated => "moderated",
        Part::Meta => "is-meta",
    }
}
