//! Why a directory of results cannot be read, and what to do about it.

use crate::lang::Wording as _;
use arobase_domain::Lang;
use std::io;
use std::path::{Path, PathBuf};

/// A file of results that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct RunError {
    /// The file or the directory.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub problem: RunProblem,
}

/// What is wrong with a file of results.
#[derive(Debug, thiserror::Error)]
pub enum RunProblem {
    /// There is no such directory.
    #[error("not a run")]
    NotARun,
    /// The file is not there.
    #[error("missing")]
    Missing,
    /// The system refuses to read it.
    #[error("{0}")]
    System(io::Error),
    /// A line is not what it should be.
    #[error("line {line}: {detail}")]
    Malformed {
        /// The line, from 1.
        line: u64,
        /// The column, when it is known.
        column: Option<String>,
        /// What its reader says.
        detail: String,
    },
}

impl RunError {
    pub(super) fn system(path: &Path, error: io::Error) -> Self {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let problem = if missing { RunProblem::Missing } else { RunProblem::System(error) };
        Self { path: path.to_owned(), problem }
    }

    /// What is wrong, where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        let (path, colon) = (self.path.display(), lang.colon());
        let problem = match &self.problem {
            RunProblem::NotARun => lang.pick(
                "ce n’est pas un dossier de résultats. Donnez celui que «\u{a0}arobase analyse\u{a0}» a écrit (--out).".to_owned(),
                "this is no directory of results. Give the one that “arobase analyse” wrote (--out).".to_owned(),
            ),
            RunProblem::Missing => lang.pick(
                "ce fichier manque au dossier de résultats. Refaites l’analyse avec cette version d’arobase.".to_owned(),
                "this file is missing from the directory of results. Run the analysis again with this version of arobase.".to_owned(),
            ),
            RunProblem::System(error) => {
                lang.pick(format!("le système refuse de le lire ({error})."), format!("the system refuses to read it ({error})."))
            }
            RunProblem::Malformed { line, column, detail } => malformed(lang, *line, column.as_deref(), detail),
        };
        format!("{path}{colon} {problem}")
    }
}

fn malformed(lang: Lang, line: u64, column: Option<&str>, detail: &str) -> String {
    let place =
        column.map(|name| lang.pick(format!(", colonne {name}"), format!(", column {name}"))).unwrap_or_default();
    lang.pick(
        format!("la ligne {line}{place} ne se lit pas ({detail}). Le fichier a été modifié\u{a0}: refaites l’analyse."),
        format!("line {line}{place} cannot be read ({detail}). The file was changed: run the analysis again."),
    )
}

impl RunProblem {
    pub(super) fn of_csv(error: &csv::Error) -> Self {
        let line = error.position().map_or(1, csv::Position::line);
        match error.kind() {
            csv::ErrorKind::Deserialize { err, .. } => {
                let column = err.field().map(|field| (field + 1).to_string());
                Self::Malformed { line, column, detail: err.kind().to_string() }
            }
            _ => Self::Malformed { line, column: None, detail: error.to_string() },
        }
    }

    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        Self::Malformed { line: error.line() as u64, column: None, detail: error.to_string() }
    }
}
