//! What makes the secrets of links: a file of the site's folder, beside the database and never in it.

use crate::clock;
use arobase_identity::Key;
use miette::{IntoDiagnostic, WrapErr, miette};
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;

/// Name of the file: 64 hexadecimal digits, readable by who runs the site alone.
const FILE: &str = "secret.key";

/// The key of a site, made the first time.
pub(crate) fn of(folder: &Path) -> miette::Result<Key> {
    let file = folder.join(FILE);
    if !file.exists() {
        make(&file).into_diagnostic().wrap_err_with(|| format!("{} cannot be written", file.display()))?;
    }
    let text =
        fs::read_to_string(&file).into_diagnostic().wrap_err_with(|| format!("{} cannot be read", file.display()))?;
    read(&text).ok_or_else(|| {
        miette!(
            help = "put it aside to have another made: links sent and not yet used will no longer open",
            "{} is damaged: 64 hexadecimal digits are expected",
            file.display()
        )
    })
}

/// Whole or not at all, and never over another: two commands that start together have one key.
fn make(file: &Path) -> io::Result<()> {
    let mut new = NamedTempFile::new_in(file.parent().unwrap_or(Path::new(".")))?;
    write!(new, "{}", blake3::Hash::from_bytes(clock::chance()).to_hex())?;
    new.as_file().sync_all()?;
    match new.persist_noclobber(file) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(error.error),
        _ => Ok(()),
    }
}

fn read(text: &str) -> Option<Key> {
    blake3::Hash::from_hex(text.trim()).ok().map(|bytes| Key::new(*bytes.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_keeps_its_key_and_another_has_another() {
        let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let secret = |folder: &Path| of(folder).expect("a key").link("a");
        assert_eq!(secret(one.path()), secret(one.path()));
        assert_ne!(secret(one.path()), secret(other.path()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(one.path().join(FILE)).expect("there").permissions().mode();
            assert_eq!(mode & 0o077, 0, "nobody else reads it");
        }
        fs::write(one.path().join(FILE), "ab").expect("written");
        assert!(of(one.path()).is_err());
    }
}
