//! Figures: what every table and `run.json` count, counted again.

use super::{Check, Findings};
use crate::analysis::Rank;
use crate::id::{IdeaId, QuestionId, ThemeId};
use crate::record::{Counts, IdeaRow, Record};
use crate::signers::SIGNATURES;
use std::collections::{BTreeMap, BTreeSet};

const RUN: &str = "run.json";

pub(super) fn check(record: &Record, findings: &mut Findings) {
    let mut themes: BTreeMap<&ThemeId, Vec<&IdeaRow>> = BTreeMap::new();
    for idea in &record.ideas {
        idea.theme_id.iter().for_each(|theme| themes.entry(theme).or_default().push(idea));
    }
    let none = Vec::new();
    for theme in &record.themes {
        let ideas = themes.get(&theme.theme_id).unwrap_or(&none);
        support("themes.csv", theme.theme_id.as_str(), theme.counts(), (ideas, beside(record)), findings);
    }
    questions(record, &themes, findings);
    propositions(record, findings);
    totals(record, findings);
    stages(record, findings);
}

/// Signatures beside the first ones, as the run tells.
fn beside(record: &Record) -> usize {
    let told = record.run.parameters.get(SIGNATURES);
    told.and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// Ideas and contributions are counted again; authors and territories, which no file names, can only be too many: more than contributions and the
/// signatures `beside` the first ones.
fn support(file: &str, id: &str, said: Counts, (ideas, beside): (&[&IdeaRow], usize), findings: &mut Findings) {
    let contributions = ideas.iter().map(|idea| &idea.contribution_id).collect::<BTreeSet<_>>().len();
    findings.equal(Check::Figure, file, format!("{id}.ideas"), said.ideas, ideas.len());
    findings.equal(Check::Figure, file, format!("{id}.contributions"), said.contributions, contributions);
    let (at_least, at_most) = (usize::from(!ideas.is_empty()), contributions + beside);
    for (name, figure, least, most) in [
        ("authors", said.authors, at_least, at_most),
        ("territories", said.territories, 0, at_most),
        ("authors_dedup", said.authors_dedup, at_least, said.authors),
    ] {
        if figure < least || figure > most {
            findings.note(Check::Bound, file, format!("{id}.{name}"), figure, format!("{least}–{most}"));
        }
    }
}

fn questions(record: &Record, themes: &BTreeMap<&ThemeId, Vec<&IdeaRow>>, findings: &mut Findings) {
    const FILE: &str = "questions.csv";
    let known: BTreeSet<&QuestionId> = record.questions.iter().map(|question| &question.question_id).collect();
    for theme in record.themes.iter().filter(|theme| !known.contains(&theme.question_id)) {
        findings.note(Check::Unknown, "themes.csv", &theme.theme_id, &theme.question_id, FILE);
    }
    for question in &record.questions {
        let id = question.question_id.as_str();
        let held: Vec<&ThemeId> = record
            .themes
            .iter()
            .filter(|theme| theme.question_id == question.question_id)
            .map(|theme| &theme.theme_id)
            .collect();
        let ideas: Vec<&IdeaRow> = held.iter().filter_map(|theme| themes.get(*theme)).flatten().copied().collect();
        support(FILE, id, question.counts(), (&ideas, beside(record)), findings);
        findings.equal(Check::Figure, FILE, format!("{id}.themes"), question.themes, held.len());
        let named = held.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
        findings.equal(Check::Differs, FILE, format!("{id}.theme_ids"), &question.theme_ids, &named);
    }
}

fn propositions(record: &Record, findings: &mut Findings) {
    const FILE: &str = "propositions.csv";
    let ideas: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    let mut backing: BTreeMap<_, Vec<&IdeaRow>> = BTreeMap::new();
    for row in &record.backing {
        match ideas.get(&row.idea_id) {
            Some(idea) => backing.entry(&row.proposition_id).or_default().push(idea),
            None => findings.note(Check::Unknown, "backing.csv", &row.proposition_id, &row.idea_id, "ideas.csv"),
        }
    }
    let none = Vec::new();
    for one in &record.propositions {
        let id = one.proposition_id.as_str();
        let behind = backing.get(&one.proposition_id).unwrap_or(&none);
        support(FILE, id, one.counts(), (behind, beside(record)), findings);
        findings.equal(Check::Differs, FILE, format!("{id}.minority"), one.minority, one.rank == Rank::Minority);
        if !behind.iter().any(|idea| idea.idea_id == one.source_idea_id) {
            findings.note(Check::Missing, "backing.csv", id, "–", &one.source_idea_id);
        }
        let theme = record.themes.iter().find(|theme| theme.theme_id == one.theme_id);
        match theme {
            Some(theme) => {
                findings.equal(Check::Differs, FILE, format!("{id}.question_id"), &one.question_id, &theme.question_id);
            }
            None => findings.note(Check::Unknown, FILE, id, &one.theme_id, "themes.csv"),
        }
        let source = ideas.get(&one.source_idea_id).and_then(|idea| idea.theme_id.as_ref());
        if source != Some(&one.theme_id) {
            findings.note(Check::Differs, FILE, format!("{id}.theme_id"), &one.theme_id, super::told(source));
        }
    }
    for idea in &record.ideas {
        let Some(proposition) = &idea.proposition_id else { continue };
        if !backing.get(proposition).is_some_and(|ideas| ideas.iter().any(|other| other.idea_id == idea.idea_id)) {
            findings.note(Check::Differs, "ideas.csv", &idea.idea_id, proposition, "backing.csv");
        }
    }
    let asked: BTreeSet<&IdeaId> =
        record.ideas.iter().filter(|idea| idea.proposition_id.is_some()).map(|idea| &idea.idea_id).collect();
    for row in record.backing.iter().filter(|row| !asked.contains(&row.idea_id)) {
        findings.note(Check::Differs, "backing.csv", &row.idea_id, &row.proposition_id, "ideas.csv");
    }
}

fn totals(record: &Record, findings: &mut Findings) {
    let found = record.totals();
    for ((name, said), (_, found)) in record.run.totals.named().into_iter().zip(found.named()) {
        findings.equal(Check::Figure, RUN, format!("totals.{name}"), said, found);
    }
}

/// What stages say they counted is what the run holds; where people came after it, it is what the machine had found (see `annex`).
fn stages(record: &Record, findings: &mut Findings) {
    if record.run.curated() {
        return;
    }
    let totals: BTreeMap<&str, usize> = record.run.totals.named().into_iter().collect();
    for stage in &record.run.stages {
        for (name, &said) in &stage.counts {
            // Rows in « read » are those that could be read; « themes » counts leaders left to sort, not ideas.
            let same = match (stage.name.as_str(), name.as_str()) {
                ("segment", "ideas") => totals.get("ideas").copied(),
                ("segment", "contributions") | ("read", "rows") => {
                    Some(record.run.totals.contributions - record.run.totals.broken)
                }
                ("read", "broken") => totals.get("broken").copied(),
                ("themes", "themes") => totals.get("themes").copied(),
                ("questions", "questions") => totals.get("questions").copied(),
                ("propositions", "propositions") => totals.get("propositions").copied(),
                ("propositions", "weak_signals") => totals.get("weak_signals").copied(),
                _ => None,
            };
            if let Some(found) = same {
                findings.equal(Check::Figure, RUN, format!("stages.{}.{name}", stage.name), said, found as u64);
            }
        }
    }
}
