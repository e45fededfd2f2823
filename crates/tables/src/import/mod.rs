//! Reading again what `arobase analyse` wrote.

mod error;

pub use error::{RunError, RunProblem};

use crate::export::Fingerprint;
use arobase_domain::Record;
use arobase_domain::annex::Annex;
use serde::de::DeserializeOwned;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// The tables and `run.json` of a directory of results. Columns are found by name; those that are not needed are not looked at.
pub fn record(directory: &Path) -> Result<Record, RunError> {
    if !directory.is_dir() {
        return Err(RunError { path: directory.to_owned(), problem: RunProblem::NotARun });
    }
    Ok(Record {
        run: json(directory, "run.json")?,
        ledger: table(directory, "ledger.csv")?,
        ideas: table(directory, "ideas.csv")?,
        themes: table(directory, "themes.csv")?,
        questions: table(directory, "questions.csv")?,
        propositions: table(directory, "propositions.csv")?,
        backing: table(directory, "backing.csv")?,
        lineage: table(directory, "lineage.csv")?,
    })
}

/// What leaves with a published bench; nothing in a directory without it.
pub fn annex(directory: &Path) -> Result<Annex, RunError> {
    Ok(Annex { gestures: rows_if_any(directory, "gestures.csv")?, codes: rows_if_any(directory, "codes.csv")? })
}

fn rows_if_any<T: DeserializeOwned>(directory: &Path, name: &str) -> Result<Vec<T>, RunError> {
    if directory.join(name).exists() { table(directory, name) } else { Ok(Vec::new()) }
}

/// One table of a directory of results.
pub fn table<T: DeserializeOwned>(directory: &Path, name: &str) -> Result<Vec<T>, RunError> {
    let path = directory.join(name);
    let content = fs::read(&path).map_err(|error| RunError::system(&path, error))?;
    let mut reader = csv::Reader::from_reader(content.as_slice());
    let rows = reader.deserialize().collect::<Result<_, _>>();
    rows.map_err(|error| RunError { path, problem: RunProblem::of_csv(&error) })
}

/// One JSON document of a directory of results.
pub fn json<T: DeserializeOwned>(directory: &Path, name: &str) -> Result<T, RunError> {
    let path = directory.join(name);
    let content = fs::read(&path).map_err(|error| RunError::system(&path, error))?;
    serde_json::from_slice(&content).map_err(|error| RunError { path, problem: RunProblem::of_json(&error) })
}

/// The fingerprint of the tables as they are on disk, with the measures that `run.json` tells.
pub fn fingerprint(directory: &Path, record: &Record) -> Result<String, RunError> {
    let mut hash = Fingerprint::default();
    for name in Fingerprint::tables() {
        let path = directory.join(name);
        let content = fs::read(&path).map_err(|error| RunError::system(&path, error))?;
        hash.begin(name);
        let _infallible = hash.write_all(&content);
    }
    let run = &record.run;
    Ok(hash.finish([run.coverage.ideas, run.coverage.authors, run.stability, run.redundancy]))
}
