//! A folder to work in, and the command run there.

use std::fs;
use std::path::PathBuf;
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

    /// The code, standard output and standard error of a command.
    pub(crate) fn told(&self, line: &[&str]) -> String {
        let output = self.arobase(line);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().expect("an exit code");
        format!("{code}\n{}{}", text(&output.stdout), text(&output.stderr))
    }
}
