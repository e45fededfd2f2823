//! A folder to work in, the command run there, and contributions to give it.

#![allow(dead_code, reason = "each test file uses some of these")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder that goes away with the test.
pub(crate) struct Place(TempDir);

impl Place {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    /// The path of a file there.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        if let Some(folder) = self.at(name).parent() {
            fs::create_dir_all(folder).expect("created");
        }
        fs::write(self.at(name), content).expect("written");
        self
    }

    /// Runs a command there, in French.
    pub(crate) fn arobase(&self, line: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_arobase"))
            .args(line)
            .current_dir(&self.0)
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "fr_FR.UTF-8")
            .env("COLUMNS", "100")
            .output()
            .expect("the binary starts")
    }

    /// Analyses and audits, with the contributions beside the results.
    pub(crate) fn analyse(&self, input: &str, out: &str, options: &[&str]) {
        let told = self.told(&[&["analyse", input, "--out", out], options].concat());
        assert!(told.starts_with("0\n"), "{told}");
        let told = self.told(&["audit", out, "--input", input]);
        assert!(told.starts_with("0\n"), "{told}");
    }

    /// The code, standard output and standard error of a command.
    pub(crate) fn told(&self, line: &[&str]) -> String {
        let output = self.arobase(line);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().expect("an exit code");
        format!("{code}\n{}{}", text(&output.stdout), text(&output.stderr))
    }
}

/// The files of a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Forty short contributions on four subjects, with what real ones have: duplicates, an empty one, line breaks.
pub(crate) fn corpus() -> Vec<String> {
    let subjects = [
        ("il faut former les agents des mairies au numérique", "former les secrétaires de mairie"),
        ("il faut ouvrir une maison France services dans chaque canton", "un guichet avec un conseiller numérique"),
        ("la fibre doit arriver dans tous les villages", "les pannes de téléphone durent des semaines"),
        ("utiliser des logiciels libres dans les écoles", "les données des élèves restent en France"),
    ];
    let rows = (0..40).map(|at| {
        let (one, other) = subjects[at % 4];
        let text = match at {
            7 => "ras".to_owned(),
            _ if at % 3 == 0 => format!("{one}. De plus, {other} est une priorité pour la commune numéro {}.", at / 5),
            _ => format!("{one}\n- {other}\n- aider les habitants qui n’ont pas d’ordinateur"),
        };
        format!("c{at},\"{text}\",personne {},Commune {}\n", at % 23, at % 7)
    });
    rows.collect()
}

/// The same as a file.
pub(crate) fn csv(rows: &[String]) -> String {
    format!("id,texte,auteur,commune\n{}", rows.concat())
}
