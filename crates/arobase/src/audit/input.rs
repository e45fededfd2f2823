//! Beside the contributions themselves: spans hold their words and lose nothing, authors and territories are counted again.

use crate::bridge::input_hash;
use arobase_domain::audit::{Check, Findings};
use arobase_domain::record::{Counts, IdeaRow, Record};
use arobase_domain::{IdeaId, State};
use arobase_funnel::{Input, natural};
use arobase_text::repair::repair;
use std::collections::{BTreeMap, BTreeSet};

const IDEAS: &str = "ideas.csv";

pub(super) fn check(inputs: &[Input], record: &Record, findings: &mut Findings) {
    let mut sorted: Vec<&Input> = inputs.iter().collect();
    sorted.sort_by(|a, b| natural(&a.id, &b.id));
    findings.equal(Check::Hash, "run.json", "input_hash", &record.run.input_hash, &input_hash(sorted.iter().copied()));
    let texts: BTreeMap<&str, &Input> = inputs.iter().map(|input| (input.id.as_str(), input)).collect();
    received(&texts, record, findings);
    spans(&texts, record, findings);
    people(&texts, record, findings);
}

/// The ledger has every contribution, and no other.
fn received(texts: &BTreeMap<&str, &Input>, record: &Record, findings: &mut Findings) {
    let read = record.ledger.iter().filter(|row| row.status != State::Broken);
    let known: BTreeSet<&str> = read.map(|row| row.contribution_id.as_str()).collect();
    for id in texts.keys().filter(|id| !known.contains(*id)) {
        findings.note(Check::Missing, "ledger.csv", id, "–", id);
    }
    for id in known.iter().filter(|id| !texts.contains_key(*id)) {
        findings.note(Check::Unknown, "ledger.csv", id, id, "–");
    }
}

/// Each idea is the characters of its span, and no letter or digit lies outside all of them.
fn spans(texts: &BTreeMap<&str, &Input>, record: &Record, findings: &mut Findings) {
    let mut by_contribution: BTreeMap<&str, Vec<&IdeaRow>> = BTreeMap::new();
    for idea in &record.ideas {
        by_contribution.entry(idea.contribution_id.as_str()).or_default().push(idea);
    }
    for (id, input) in texts {
        let scalars: Vec<char> = input.text.chars().collect();
        let mut end = 0;
        for idea in by_contribution.get(id).into_iter().flatten() {
            let said: String = scalars.get(idea.start..idea.end).unwrap_or_default().iter().collect();
            if repair(&said) != idea.text {
                findings.note(Check::Text, IDEAS, &idea.idea_id, &idea.text, said);
            }
            lost(&scalars, end, idea.start, id, findings);
            end = idea.end;
        }
        lost(&scalars, end, scalars.len(), id, findings);
    }
}

fn lost(scalars: &[char], from: usize, to: usize, id: &str, findings: &mut Findings) {
    let gap = scalars.get(from..to).unwrap_or_default();
    if gap.iter().any(|c| c.is_alphanumeric()) {
        findings.note(Check::Span, IDEAS, id, format!("{from}–{to}"), gap.iter().collect::<String>());
    }
}

/// Distinct authors and territories behind everything.
fn people(texts: &BTreeMap<&str, &Input>, record: &Record, findings: &mut Findings) {
    let ideas: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    let mut each = |file: &str, id: &str, said: Counts, behind: Vec<&IdeaRow>| {
        let input = |idea: &IdeaRow| texts.get(idea.contribution_id.as_str()).copied();
        let voice = |idea: &&IdeaRow| input(idea).map(authors).unwrap_or_default();
        let dedup =
            |idea: &&IdeaRow| idea.campaign.map_or_else(|| voice(idea), |number| vec![format!("\u{1}{number}")]);
        let place = |idea: &&IdeaRow| input(idea).map(places).unwrap_or_default();
        let distinct =
            |what: &dyn Fn(&&IdeaRow) -> Vec<String>| behind.iter().flat_map(what).collect::<BTreeSet<_>>().len();
        for (name, said, found) in [
            ("authors", said.authors, distinct(&voice)),
            ("territories", said.territories, distinct(&place)),
            ("authors_dedup", said.authors_dedup, distinct(&dedup)),
        ] {
            findings.equal(Check::Figure, file, format!("{id}.{name}"), said, found);
        }
    };
    for row in &record.themes {
        let behind = record.ideas.iter().filter(|idea| idea.theme_id.as_ref() == Some(&row.theme_id)).collect();
        each("themes.csv", row.theme_id.as_str(), row.counts(), behind);
    }
    let mut backing: BTreeMap<_, Vec<&IdeaRow>> = BTreeMap::new();
    for row in &record.backing {
        backing.entry(&row.proposition_id).or_default().extend(ideas.get(&row.idea_id).copied());
    }
    for row in &record.propositions {
        let behind = backing.remove(&row.proposition_id).unwrap_or_default();
        each("propositions.csv", row.proposition_id.as_str(), row.counts(), behind);
    }
}

/// Everyone who signed a contribution; without a name, the contribution stands for its first author.
fn authors(input: &Input) -> Vec<String> {
    let first = input.author.clone().unwrap_or_else(|| format!("\u{0}{}", input.id));
    std::iter::once(first).chain(input.others.iter().map(|one| one.author.clone())).collect()
}

/// Where they come from.
fn places(input: &Input) -> Vec<String> {
    input.territory.iter().chain(input.others.iter().filter_map(|one| one.territory.as_ref())).cloned().collect()
}
