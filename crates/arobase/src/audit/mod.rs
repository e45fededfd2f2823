//! What a run's files say of themselves, checked against each other, the report and the contributions.

mod annex;
mod input;
mod marks;
mod motion;
mod report;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use words::told;

use arobase_domain::audit::{Check, Finding, Findings, Reading, audit};
use arobase_domain::record::Record;
use arobase_funnel::Input;
use arobase_tables::import::{self, RunError};
use arobase_text::stem::{fold, terms};
use std::fs;
use std::path::Path;

/// What was looked at, and what does not add up.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Audited {
    /// Contributions and ideas looked at.
    pub(crate) contributions: usize,
    pub(crate) ideas: usize,
    /// Whether a report and the contributions were there to compare.
    pub(crate) report: bool,
    pub(crate) input: bool,
    /// Figures of the methodological annex that were counted again; none where there is no annex.
    pub(crate) annex: Option<usize>,
    /// Clauses of the motion that were traced to contributions; none where there is no motion.
    pub(crate) clauses: Option<usize>,
    /// What does not add up.
    pub(crate) findings: Vec<Finding>,
}

/// Audits the run in `directory`, beside the contributions it was made of when they are given.
pub(crate) fn run(directory: &Path, inputs: Option<&[Input]>) -> Result<Audited, RunError> {
    let record = import::record(directory)?;
    let mut findings = audit(&record, Reading { stems: &terms, words: &folded });
    hashes(directory, &record, &mut findings)?;
    let page = fs::read_to_string(directory.join("report.html")).ok();
    if let Some(page) = &page {
        report::check(page, &record, &mut findings);
    }
    let annex = method(directory, &record, &mut findings)?;
    let clauses = motion::check(directory, &record, &mut findings)?;
    if let Some(inputs) = inputs {
        input::check(inputs, &record, &mut findings);
    }
    Ok(Audited {
        contributions: record.ledger.len(),
        ideas: record.ideas.len(),
        report: page.is_some(),
        input: inputs.is_some(),
        annex,
        clauses,
        findings: findings.into_list(),
    })
}

/// The methodological annex, where there is one.
fn method(directory: &Path, record: &Record, findings: &mut Findings) -> Result<Option<usize>, RunError> {
    let Ok(page) = fs::read_to_string(directory.join(annex::DOCUMENT)) else { return Ok(None) };
    let beside = directory.join(annex::FIGURES).exists();
    let told = beside.then(|| import::json(directory, annex::FIGURES)).transpose()?;
    Ok(Some(annex::check(&page, told.as_ref(), record, &import::annex(directory)?, findings)))
}

/// All the words of a text, folded.
fn folded(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The tables and the other files are those that `run.json` was written with.
fn hashes(directory: &Path, record: &Record, findings: &mut Findings) -> Result<(), RunError> {
    const RUN: &str = "run.json";
    let found = import::fingerprint(directory, record)?;
    findings.equal(Check::Hash, RUN, "output_hash", &record.run.output_hash, &found);
    for (name, said) in &record.run.measured.files {
        match fs::read(directory.join(name)) {
            Ok(content) => {
                let found = blake3::hash(&content).to_hex().to_string();
                findings.equal(Check::Hash, RUN, name, said, &found);
            }
            Err(_) => findings.note(Check::Missing, name, name, "–", said),
        }
    }
    Ok(())
}
