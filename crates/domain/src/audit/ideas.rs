//! Contributions and ideas: each once, in order, in a state that holds.

use super::{Check, Findings, told};
use crate::analysis::IdeaStatus;
use crate::id::{ContributionId, IdeaId};
use crate::ledger::State;
use crate::record::{IdeaRow, Record};
use std::collections::{BTreeMap, BTreeSet};

const IDEAS: &str = "ideas.csv";
const LEDGER: &str = "ledger.csv";

pub(super) fn check(record: &Record, findings: &mut Findings) {
    once(record, findings);
    let by_contribution = by_contribution(record);
    for ideas in by_contribution.values() {
        in_order(ideas, findings);
    }
    let ids: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    let themes: BTreeSet<_> = record.themes.iter().map(|theme| &theme.theme_id).collect();
    for idea in &record.ideas {
        sound(idea, &ids, findings);
        for theme in idea.theme_id.iter().chain(&idea.second_theme_id).filter(|theme| !themes.contains(theme)) {
            findings.note(Check::Unknown, IDEAS, &idea.idea_id, theme, "themes.csv");
        }
    }
    states(record, &by_contribution, findings);
}

/// Every identifier once, in every file that has them.
fn once(record: &Record, findings: &mut Findings) {
    let mut each = |file: &str, ids: &mut dyn Iterator<Item = &str>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                findings.note(Check::Twice, file, id, 2, 1);
            }
        }
    };
    each(LEDGER, &mut record.ledger.iter().map(|row| row.contribution_id.as_str()));
    each(IDEAS, &mut record.ideas.iter().map(|row| row.idea_id.as_str()));
    each("themes.csv", &mut record.themes.iter().map(|row| row.theme_id.as_str()));
    each("questions.csv", &mut record.questions.iter().map(|row| row.question_id.as_str()));
    each("propositions.csv", &mut record.propositions.iter().map(|row| row.proposition_id.as_str()));
}

fn by_contribution(record: &Record) -> BTreeMap<&ContributionId, Vec<&IdeaRow>> {
    record.ideas.iter().fold(BTreeMap::new(), |mut ideas, idea| {
        ideas.entry(&idea.contribution_id).or_insert_with(Vec::new).push(idea);
        ideas
    })
}

/// The ideas of one contribution are numbered from 1, and none begins before the one before it ends.
fn in_order(ideas: &[&IdeaRow], findings: &mut Findings) {
    let (mut end, mut rank) = (0, 0);
    let mut before = None;
    for idea in ideas {
        // Parts of an idea that people cut follow each other under its number.
        let whole = idea.idea_id.whole();
        rank += usize::from(before.as_ref() != Some(&whole));
        let number = IdeaId::new(format!("{}.{rank}", idea.contribution_id));
        findings.equal(Check::Numbering, IDEAS, &idea.idea_id, &whole, &number);
        before = Some(whole);
        if idea.start < end || idea.end <= idea.start {
            findings.note(
                Check::Span,
                IDEAS,
                &idea.idea_id,
                format!("{}–{}", idea.start, idea.end),
                format!("≥ {end}"),
            );
        }
        // Repairing « Ã© » shortens a text; nothing lengthens it.
        let length = idea.text.chars().count();
        if length > idea.end.saturating_sub(idea.start) {
            findings.note(Check::Span, IDEAS, &idea.idea_id, idea.end.saturating_sub(idea.start), length);
        }
        end = idea.end;
    }
}

/// The state of an idea agrees with the rest of its row.
fn sound(idea: &IdeaRow, ids: &BTreeMap<&IdeaId, &IdeaRow>, findings: &mut Findings) {
    let classed = idea.status == IdeaStatus::Classed;
    if classed != idea.theme_id.is_some() {
        findings.note(Check::State, IDEAS, &idea.idea_id, idea.status, told(idea.theme_id.as_ref()));
    }
    let aside = matches!(idea.status, IdeaStatus::OffTopic | IdeaStatus::Empty);
    if idea.proposition_id.is_some() && aside {
        findings.note(Check::State, IDEAS, &idea.idea_id, idea.status, told(idea.proposition_id.as_ref()));
    }
    if let Some(first) = &idea.duplicate_of {
        let whole = ids.get(first).is_some_and(|first| first.duplicate_of.is_none());
        if !whole {
            findings.note(Check::Unknown, IDEAS, &idea.idea_id, first, "duplicate_of");
        }
    }
}

/// The state of a contribution is the best of its ideas'.
fn states(record: &Record, ideas: &BTreeMap<&ContributionId, Vec<&IdeaRow>>, findings: &mut Findings) {
    let mut known = BTreeSet::new();
    for row in &record.ledger {
        known.insert(&row.contribution_id);
        let best = ideas.get(&row.contribution_id).and_then(|ideas| ideas.iter().map(|idea| idea.status).min());
        let derived = match (row.status, best) {
            (State::Broken, None) => State::Broken,
            // Received since the run: nothing has been cut yet.
            (State::ToSort, None) if row.reason == "received" => State::ToSort,
            (_, best) => State::from(Some(best.unwrap_or(IdeaStatus::Empty))),
        };
        findings.equal(Check::State, LEDGER, &row.contribution_id, row.status, derived);
    }
    for contribution in ideas.keys().filter(|contribution| !known.contains(*contribution)) {
        findings.note(Check::Missing, LEDGER, contribution, "–", contribution);
    }
}
