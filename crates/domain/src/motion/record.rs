//! The published text as files tell it, and whether they say the same.

use super::{Motion, Passage, prose};
use crate::audit::{Check, Findings};
use crate::id::{ClauseId, ContributionId, IdeaId, PropositionId, RunId};
use crate::record::{IdeaRow, Record};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The text itself.
pub const MOTION: &str = "motion.json";
/// What tells of it.
pub const VERSION: &str = "motion_version.json";
/// A row a clause.
pub const CLAUSES: &str = "clauses.csv";
/// A row a passage behind a clause.
pub const PASSAGES: &str = "motion_lineage.csv";

/// What tells of a published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRecord {
    /// Its number.
    pub version: u32,
    /// SHA-256 of `motion.json`.
    pub seal: String,
    /// The run whose ideas its passages are.
    pub run: RunId,
}

/// A row of `clauses.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseRow {
    /// The clause.
    pub clause_id: ClauseId,
    /// Its number in the text.
    pub number: usize,
    /// The title of its section.
    pub section: String,
    /// Its words, a line for each paragraph and item.
    pub text: String,
    /// The propositions that it takes up, with bars between.
    pub propositions: String,
    /// Ideas behind it.
    pub ideas: usize,
    /// Contributions behind it.
    pub contributions: usize,
}

/// A row of `motion_lineage.csv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PassageRow {
    /// The clause.
    pub clause_id: ClauseId,
    /// The contribution.
    pub contribution_id: ContributionId,
    /// The idea.
    pub idea_id: IdeaId,
    /// First Unicode scalar in the text of the contribution.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The proposition by which it was reached.
    pub proposition_id: Option<PropositionId>,
}

/// A published text in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionRecord {
    /// What tells of it.
    pub version: VersionRecord,
    /// The text.
    pub motion: Motion,
    /// `clauses.csv`.
    pub clauses: Vec<ClauseRow>,
    /// `motion_lineage.csv`.
    pub passages: Vec<PassageRow>,
}

impl MotionRecord {
    /// The files of a version, from what was kept of each clause when it was frozen.
    pub fn of(version: VersionRecord, motion: Motion, kept: &[(ClauseId, Passage)]) -> Self {
        let passages: Vec<PassageRow> = kept.iter().map(|(clause, passage)| row(clause, passage)).collect();
        let clauses = clauses(&motion, &passages);
        Self { version, motion, clauses, passages }
    }

    /// What does not add up: clauses that are not those of the text, figures that the passages do not give, passages that are not in the run.
    pub fn check(&self, record: &Record, findings: &mut Findings) {
        findings.equal(Check::Hash, VERSION, "seal", self.version.seal.clone(), super::seal(&self.motion));
        let found = clauses(&self.motion, &self.passages);
        findings.equal(Check::Figure, CLAUSES, "–", self.clauses.len(), found.len());
        for (said, found) in self.clauses.iter().zip(&found).filter(|(said, found)| said != found) {
            let told = |row: &ClauseRow| serde_json::to_string(row).unwrap_or_default();
            findings.note(Check::Differs, CLAUSES, &said.clause_id, told(said), told(found));
        }
        if record.run.parameters.get("run_id").map(String::as_str) == Some(self.version.run.as_str()) {
            self.traced(record, findings);
        }
    }

    /// The passages are those that the run gives to the sources of each clause, no less and no more.
    fn traced(&self, record: &Record, findings: &mut Findings) {
        let told: BTreeSet<&PassageRow> = self.passages.iter().collect();
        let expected = expected(&self.motion, record);
        for row in told.iter().filter(|row| !expected.contains(**row)) {
            findings.note(Check::Unknown, PASSAGES, &row.clause_id, &row.idea_id, "–");
        }
        for row in expected.iter().filter(|row| !told.contains(row)) {
            findings.note(Check::Missing, PASSAGES, &row.clause_id, "–", &row.idea_id);
        }
    }
}

fn row(clause: &ClauseId, passage: &Passage) -> PassageRow {
    PassageRow {
        clause_id: clause.clone(),
        contribution_id: passage.contribution.clone(),
        idea_id: passage.idea.clone(),
        start: passage.span.start,
        end: passage.span.end,
        proposition_id: passage.proposition.clone(),
    }
}

fn clauses(motion: &Motion, passages: &[PassageRow]) -> Vec<ClauseRow> {
    let mut behind: BTreeMap<&ClauseId, (BTreeSet<&IdeaId>, BTreeSet<&ContributionId>)> = BTreeMap::new();
    for row in passages {
        let (ideas, contributions) = behind.entry(&row.clause_id).or_default();
        ideas.insert(&row.idea_id);
        contributions.insert(&row.contribution_id);
    }
    let sections = motion.sections.iter().flat_map(|section| section.clauses.iter().map(move |one| (section, one)));
    let row = |(at, (section, one)): (usize, (&super::Section, &super::Clause))| ClauseRow {
        clause_id: one.id.clone(),
        number: at + 1,
        section: section.title.clone(),
        text: prose::plain(&one.text),
        propositions: one.propositions().map(ToString::to_string).collect::<Vec<_>>().join("|"),
        ideas: behind.get(&one.id).map_or(0, |(ideas, _)| ideas.len()),
        contributions: behind.get(&one.id).map_or(0, |(_, contributions)| contributions.len()),
    };
    sections.enumerate().map(row).collect()
}

/// The passages that the run gives to the sources of each clause.
fn expected(motion: &Motion, record: &Record) -> BTreeSet<PassageRow> {
    let ideas: BTreeMap<&IdeaId, &IdeaRow> = record.ideas.iter().map(|idea| (&idea.idea_id, idea)).collect();
    let mut backing: BTreeMap<&PropositionId, Vec<&IdeaId>> = BTreeMap::new();
    record.backing.iter().for_each(|row| backing.entry(&row.proposition_id).or_default().push(&row.idea_id));
    let mut rows = BTreeSet::new();
    for clause in motion.clauses() {
        for source in &clause.sources {
            let (named, proposition) = match source {
                super::Source::Idea(id) => (vec![id], None),
                super::Source::Proposition(id) => (backing.get(id).cloned().unwrap_or_default(), Some(id)),
            };
            let found = named.into_iter().filter_map(|id| ideas.get(id));
            rows.extend(found.map(|idea| PassageRow {
                clause_id: clause.id.clone(),
                contribution_id: idea.contribution_id.clone(),
                idea_id: idea.idea_id.clone(),
                start: idea.start,
                end: idea.end,
                proposition_id: proposition.cloned(),
            }));
        }
    }
    rows
}
