//! Messages: a maildir, an mbox or one message become contributions to check.

mod apart;
mod mbox;
mod message;

use super::Bounds;
use super::found::{Fate, Found, Sheaf};
use super::platform::Platform;
use super::refusal::Refusal;
use crate::error::Problem;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// How messages are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mailbox {
    /// A folder with `cur` and `new`, a file a message.
    Maildir,
    /// A file where each message begins with a line « From … ».
    Mbox,
    /// A file that is one message.
    Message,
}

/// What kind of mailbox a path is, if it is one.
pub(super) fn recognise(path: &Path) -> Option<Mailbox> {
    if path.is_dir() {
        return (path.join("cur").is_dir() || path.join("new").is_dir()).then_some(Mailbox::Maildir);
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml")) {
        return Some(Mailbox::Message);
    }
    let mut first = Vec::new();
    BufReader::new(File::open(path).ok()?.take(1 << 10)).read_until(b'\n', &mut first).ok()?;
    mbox::is_envelope(&first).then_some(Mailbox::Mbox)
}

/// Every message of a mailbox: of an mbox in its order, of a maildir in the order of the names of its files.
pub(super) fn sheaf(path: &Path, mailbox: Mailbox, bounds: Bounds) -> Result<Sheaf, Problem> {
    let file = name(path);
    let found = match mailbox {
        Mailbox::Mbox => mbox::messages(BufReader::new(File::open(path)?))
            .map(|message| message.map(|(line, raw)| found(&file, line, &raw)))
            .take(bounds.taken())
            .collect::<Result<Vec<_>, _>>()?,
        Mailbox::Message => vec![found(&file, 0, &fs::read(path)?)],
        Mailbox::Maildir => {
            let files = files(path)?;
            files.iter().map(|path| Ok(found(&name(path), 0, &fs::read(path)?))).collect::<Result<Vec<_>, Problem>>()?
        }
    };
    if found.is_empty() {
        return Err(Problem::Empty);
    }
    bounds.check(found.len())?;
    let platform = Platform::Mail;
    let source = platform.code().to_owned();
    Ok(Sheaf { file, platform, source, mapping: None, found, notices: Vec::new() })
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The messages of a maildir; `tmp` holds those that are not delivered yet.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut files = Vec::new();
    for part in ["cur", "new"].map(|part| folder.join(part)).iter().filter(|part| part.is_dir()) {
        for entry in fs::read_dir(part)? {
            let path = entry?.path();
            if path.is_file() && !name(&path).starts_with('.') {
                files.push(path);
            }
        }
    }
    files.sort_by_key(|path| name(path));
    Ok(files)
}

fn found(file: &str, line: u64, raw: &[u8]) -> Found {
    let (id, fate) = message::read(raw).unwrap_or_else(|| {
        (crate::read::settle::digest_id('m', &blake3::hash(raw)), Fate::Refused(Refusal::NotAMessage))
    });
    Found { file: file.to_owned(), line, id, mended: false, fate }
}
