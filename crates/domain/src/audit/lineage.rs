//! The lineage says what the other files say, about everything.

use super::{Check, Findings, told};
use crate::id::{ContributionId, IdeaId, QuestionId, ThemeId};
use crate::record::{IdeaRow, LineageRow, Record};
use std::collections::{BTreeMap, BTreeSet};

const LINEAGE: &str = "lineage.csv";

pub(super) fn check(record: &Record, findings: &mut Findings) {
    let ideas: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    let questions: BTreeMap<&ThemeId, &QuestionId> =
        record.themes.iter().map(|theme| (&theme.theme_id, &theme.question_id)).collect();
    let (mut told_ideas, mut told_contributions) = (BTreeSet::new(), BTreeSet::new());
    for row in &record.lineage {
        told_contributions.insert(&row.contribution_id);
        let Some(id) = &row.idea_id else { continue };
        if !told_ideas.insert(id) {
            findings.note(Check::Twice, LINEAGE, id, 2, 1);
        }
        match ideas.get(id) {
            Some(idea) => same(row, idea, &questions, findings),
            None => findings.note(Check::Unknown, LINEAGE, &row.contribution_id, id, "ideas.csv"),
        }
    }
    for idea in ideas.keys().filter(|idea| !told_ideas.contains(*idea)) {
        findings.note(Check::Missing, LINEAGE, idea, "–", idea);
    }
    everyone(record, &told_contributions, findings);
}

/// The contributions of the lineage are those of the ledger.
fn everyone(record: &Record, told: &BTreeSet<&ContributionId>, findings: &mut Findings) {
    let known: BTreeSet<&ContributionId> = record.ledger.iter().map(|row| &row.contribution_id).collect();
    for contribution in known.difference(told) {
        findings.note(Check::Missing, LINEAGE, contribution, "–", contribution);
    }
    for contribution in told.difference(&known) {
        findings.note(Check::Missing, "ledger.csv", contribution, "–", contribution);
    }
}

fn same(row: &LineageRow, idea: &IdeaRow, questions: &BTreeMap<&ThemeId, &QuestionId>, findings: &mut Findings) {
    let question = idea.theme_id.as_ref().and_then(|theme| questions.get(theme).copied());
    for (said, found) in [
        (row.contribution_id.to_string(), idea.contribution_id.to_string()),
        (told(row.theme_id.as_ref()), told(idea.theme_id.as_ref())),
        (told(row.question_id.as_ref()), told(question)),
        (told(row.proposition_id.as_ref()), told(idea.proposition_id.as_ref())),
    ] {
        findings.equal(Check::Differs, LINEAGE, &idea.idea_id, said, found);
    }
}
