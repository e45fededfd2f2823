//! The methodological annex: every figure that it prints is counted again, everything that it quotes is read again, and no other digit may stand in it.

use super::marks::{Mark, marks};
use arobase_domain::Lang;
use arobase_domain::annex::{Annex, Figures};
use arobase_domain::audit::{Check, Findings};
use arobase_domain::record::Record;
use arobase_publish::day;
use std::collections::{BTreeMap, BTreeSet};

/// The document.
pub(super) const DOCUMENT: &str = "method.html";

/// Its figures, for programs.
pub(super) const FIGURES: &str = "method.json";

const GESTURES: &str = "gestures.csv";

/// Checks the document, and the figures beside it when they are there; how many figures were counted again.
pub(super) fn check(
    page: &str,
    told: Option<&BTreeMap<String, String>>,
    record: &Record,
    annex: &Annex,
    findings: &mut Findings,
) -> usize {
    let found = Figures::found(record, &annex.gestures, &annex.codes);
    let quoted = quotable(record);
    let mut printed = BTreeSet::new();
    for mark in marks(page) {
        match mark {
            Mark::Figure { name, value, text } => {
                printed.insert(name);
                figure(name, [value, text], &found, findings);
            }
            Mark::Quoted { of, text } => quotation(of, &text, &quoted, findings),
            Mark::Text(text) => {
                if text.chars().any(char::is_numeric) {
                    findings.note(Check::Unknown, DOCUMENT, "–", text.trim(), "–");
                }
            }
        }
    }
    for (name, value) in found.iter().filter(|(name, _)| !printed.contains(name)) {
        findings.note(Check::Missing, DOCUMENT, name, "–", value);
    }
    if let Some(told) = told {
        same(told, &found, findings);
    }
    sealed(record, annex, findings);
    printed.len()
}

fn figure(name: &str, [value, text]: [&str; 2], found: &Figures, findings: &mut Findings) {
    match found.get(name) {
        Some(found) => {
            findings.equal(Check::Figure, DOCUMENT, name, value, found);
            if !reads(text, found) {
                findings.note(Check::Figure, DOCUMENT, name, text, found);
            }
        }
        None => findings.note(Check::Unknown, DOCUMENT, name, value, "–"),
    }
}

/// Whether people read there what programs write: « 1 200 », « −0,05 », « 23 novembre 2026 »; English thousands have commas too.
fn reads(text: &str, found: &str) -> bool {
    if let (Err(_), Ok(date)) = (found.parse::<usize>(), found.parse()) {
        return [Lang::Fr, Lang::En].iter().any(|lang| day::of_year(*lang, date) == text);
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('−', "-");
    [plain.replace(',', "."), plain.replace(',', "")].iter().any(|one| one == found)
}

fn quotation(of: &str, text: &str, quoted: &BTreeMap<String, String>, findings: &mut Findings) {
    let itself = of.strip_suffix(".id").or_else(|| of.strip_prefix("sample.")).map(str::to_owned);
    match quoted.get(of).cloned().or(itself) {
        Some(found) => findings.equal(Check::Differs, DOCUMENT, of, text, found.as_str()),
        None => findings.note(Check::Unknown, DOCUMENT, of, text, "–"),
    }
}

/// What the document may quote: names of themes, wordings of questions, what `run.json` says.
fn quotable(record: &Record) -> BTreeMap<String, String> {
    let run = &record.run;
    let themes = record.themes.iter().map(|row| (format!("{}.label", row.theme_id), row.label.clone()));
    let questions = record.questions.iter().map(|row| (format!("{}.wording", row.question_id), row.wording.clone()));
    let under = |kind: &'static str| move |(name, value): (&String, &String)| (format!("{kind}.{name}"), value.clone());
    let hashes = [("hash.input", &run.input_hash), ("hash.output", &run.output_hash)];
    let hashes = hashes.map(|(name, hash)| (name.to_owned(), hash.clone()));
    let said = run.parameters.iter().map(under("parameter")).chain(run.versions.iter().map(under("version")));
    themes.chain(questions).chain(said).chain(hashes).collect()
}

fn same(told: &BTreeMap<String, String>, found: &Figures, findings: &mut Findings) {
    for (name, value) in told {
        findings.equal(Check::Figure, FIGURES, name, value.as_str(), found.get(name).unwrap_or("–"));
    }
    for (name, value) in found.iter().filter(|(name, _)| !told.contains_key(*name)) {
        findings.note(Check::Missing, FIGURES, name, "–", value);
    }
}

/// The gestures follow each other without a gap, and lead to the state that was published.
fn sealed(record: &Record, annex: &Annex, findings: &mut Findings) {
    let mut last = 0;
    for row in &annex.gestures {
        if row.seq != last && row.seq != last + 1 {
            findings.note(Check::Numbering, GESTURES, row.seq, row.seq, last + 1);
        }
        last = row.seq;
    }
    let parameter = |name: &str| record.run.parameters.get(name).map_or("–", String::as_str);
    if record.run.curated() {
        let state = annex.gestures.last().map_or("–", |row| row.state.as_str());
        findings.equal(Check::Hash, GESTURES, "state", state, parameter("state"));
        findings.equal(Check::Figure, GESTURES, "gestures", last.to_string().as_str(), parameter("gestures"));
    }
    places(record, annex, findings);
}

/// Where the last gesture put an idea is where the idea is.
fn places(record: &Record, annex: &Annex, findings: &mut Findings) {
    let ideas = annex.gestures.iter().filter(|row| row.kind == "idea");
    let last: BTreeMap<&str, &str> = ideas.map(|row| (row.id.as_str(), row.after.as_str())).collect();
    for idea in &record.ideas {
        let Some(after) = last.get(idea.idea_id.as_str()) else { continue };
        let at = idea.theme_id.as_ref().map_or(idea.status.as_str(), |theme| theme.as_str());
        let place = format!("{at} {}", idea.reason);
        findings.equal(Check::Differs, GESTURES, &idea.idea_id, after.split(", ").next().unwrap_or_default(), &place);
    }
}
