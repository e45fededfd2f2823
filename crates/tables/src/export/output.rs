//! A directory of results that appears whole: written beside its place, then put there by one rename.

use super::error::{WriteError, WriteProblem};
use super::run::FORMAT;
use super::{beside, files, opinions, run};
use crate::analysts::packed;
use arobase_domain::Analysis;
use arobase_domain::opinions::Opinions;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Results being written. Dropped before [`Output::publish`], it leaves no trace.
#[derive(Debug)]
pub struct Output {
    target: PathBuf,
    staging: TempDir,
    /// Hashes of the files that are no tables.
    files: BTreeMap<String, String>,
}

/// Whether results may go there: nothing, an empty directory, or results of an earlier run.
pub fn check(directory: &Path) -> Result<(), WriteError> {
    occupant(directory).map(drop).map_err(|problem| WriteError { path: directory.to_owned(), problem })
}

impl Output {
    /// Prepares a hidden directory beside the target, whose parents are created if need be.
    pub fn open(directory: &Path) -> Result<Self, WriteError> {
        Self::stage(directory).map_err(|problem| WriteError { path: directory.to_owned(), problem })
    }

    fn stage(directory: &Path) -> Result<Self, WriteProblem> {
        occupant(directory)?;
        let target = resolved(directory).map_err(WriteProblem::of)?;
        // The root of a file system has no place beside it.
        let parent = target.parent().ok_or(WriteProblem::MountPoint)?;
        let staging = staging(parent).map_err(WriteProblem::of)?;
        Ok(Self { target, staging, files: BTreeMap::new() })
    }

    /// Adds the tables and `run.json`, which tells the hashes of the files added before.
    pub fn analysis(&self, analysis: &Analysis) -> Result<(), WriteError> {
        for (name, write) in files::ALL.into_iter().chain(beside::ALL) {
            self.add(name, |out| write(analysis, out))?;
        }
        self.add("run.json", |out| run::write(analysis, &self.files, out))
    }

    /// Adds the tables of opinion groups and `opinions.json`.
    pub fn opinions(&self, found: &Opinions) -> Result<(), WriteError> {
        for (name, write) in opinions::ALL {
            self.add(name, |out| write(found, out))?;
        }
        Ok(())
    }

    /// Adds one more file.
    pub fn file(&mut self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        self.files.insert(name.to_owned(), blake3::hash(content).to_hex().to_string());
        self.add(name, |out| out.write_all(content))
    }

    /// Adds one more file, whose making may fail.
    pub fn made(&mut self, name: &str, make: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<(), WriteError> {
        let content = make().map_err(|error| self.error(error))?;
        self.file(name, &content)
    }

    /// Adds an archive of all that was added before.
    pub fn packed(&mut self, name: &str) -> Result<(), WriteError> {
        let content = self.archive().map_err(|error| self.error(error))?;
        self.add(name, |out| out.write_all(&content))
    }

    fn archive(&self) -> io::Result<Vec<u8>> {
        let mut parts = Vec::new();
        for entry in fs::read_dir(self.staging.path())? {
            let entry = entry?;
            parts.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?));
        }
        parts.sort();
        packed(parts)
    }

    /// Puts everything in place, instead of the results of an earlier run if there are any.
    pub fn publish(self) -> Result<(), WriteError> {
        self.settle().map_err(|error| self.error(error))
    }

    fn add(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), WriteError> {
        let write = || -> io::Result<()> {
            let mut out = BufWriter::new(File::create_new(self.staging.path().join(name))?);
            write(&mut out)?;
            out.into_inner()?.sync_all()
        };
        write().map_err(|error| self.error(error))
    }

    /// After an exchange the staging directory holds the former results, and goes away with them.
    fn settle(&self) -> io::Result<()> {
        if is_empty(&self.target)? {
            fs::rename(self.staging.path(), &self.target)
        } else {
            exchange(self.staging.path(), &self.target)
        }
    }

    fn error(&self, error: io::Error) -> WriteError {
        WriteError { path: self.target.clone(), problem: WriteProblem::of(error) }
    }
}

/// Looks at what is there, and refuses to put results in its place unless it is nothing or ours.
fn occupant(directory: &Path) -> Result<(), WriteProblem> {
    match fs::metadata(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(WriteProblem::of(error)),
        Ok(found) if !found.is_dir() => Err(WriteProblem::NotADirectory),
        Ok(_) if is_empty(directory).map_err(WriteProblem::of)? || is_ours(directory) => Ok(()),
        Ok(_) => Err(WriteProblem::NotOurs),
    }
}

fn is_empty(directory: &Path) -> io::Result<bool> {
    match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        entries => Ok(entries?.next().is_none()),
    }
}

fn is_ours(directory: &Path) -> bool {
    [("run.json", FORMAT), ("opinions.json", opinions::FORMAT)].into_iter().any(|(name, format)| {
        let record = fs::read(directory.join(name)).ok();
        let record = record.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
        record.is_some_and(|record| record.get("format").and_then(|one| one.as_str()) == Some(format))
    })
}

/// The absolute path, links followed, parents created.
fn resolved(directory: &Path) -> io::Result<PathBuf> {
    if let Ok(path) = fs::canonicalize(directory) {
        return Ok(path);
    }
    let absolute = std::path::absolute(directory)?;
    if let Some(parent) = absolute.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(absolute)
}

/// A hidden directory that, once renamed, anyone may read whom the user's mask lets.
fn staging(parent: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".arobase-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS) => exchange_in_two(one, other),
        result => Ok(result?),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    exchange_in_two(one, other)
}

/// Where the system cannot exchange: aside, in place, and back again if that fails.
fn exchange_in_two(one: &Path, other: &Path) -> io::Result<()> {
    let aside = one.with_extension("former");
    fs::rename(other, &aside)?;
    if let Err(error) = fs::rename(one, other) {
        fs::rename(&aside, other)?;
        return Err(error);
    }
    fs::rename(&aside, one)
}

#[cfg(test)]
mod tests {
    use super::exchange_in_two;
    use std::fs;

    #[test]
    fn two_renames_exchange_as_one_would() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let (one, other) = (place.path().join("one"), place.path().join("other"));
        for path in [&one, &other] {
            fs::create_dir(path).expect("created");
            fs::write(path.join("name"), path.to_string_lossy().as_bytes()).expect("written");
        }
        exchange_in_two(&one, &other).expect("exchanged");
        assert_eq!(fs::read_to_string(one.join("name")).expect("there"), other.to_string_lossy());
        assert_eq!(fs::read_to_string(other.join("name")).expect("there"), one.to_string_lossy());
        assert_eq!(fs::read_dir(place.path()).expect("there").count(), 2);
    }
}
