//! What the costly stages of a run found, kept beside its results until they are written: the same command, run again, goes on from there.
//!
//! One file a stage, there whole or not at all: a digest of which run it is (program, encoder, settings, contributions), a digest of what follows,
//! what the stage found. Whatever differs by one bit is left aside and made anew.

use arobase_encoder::Encode;
use arobase_funnel::{Input, Settings, Signature};
use blake3::{Hash, Hasher};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Bytes of the two digests before the content of a file.
const HEAD: usize = 2 * blake3::OUT_LEN;

/// A hidden folder beside the results of one run.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    folder: PathBuf,
    run: Hash,
}

/// What lies on a shelf for a stage.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// What this very run kept before it was interrupted.
    Kept(Vec<u8>),
    /// Damaged, or of another run.
    Foreign,
    Nothing,
}

impl Shelf {
    /// The shelf of a run whose results will be in `out`; none where nothing can stand beside it.
    pub(crate) fn of(out: &Path, inputs: &[Input], settings: &Settings, encoder: &dyn Encode) -> Option<Self> {
        let out = std::path::absolute(out).ok()?;
        let name = out.file_name()?.to_string_lossy();
        let folder = out.parent()?.join(format!(".{name}.arobase-stages"));
        Some(Self { folder, run: digest(inputs, settings, encoder) })
    }

    /// What was kept of a stage.
    pub(crate) fn take(&self, stage: &str) -> Found {
        let Ok(mut bytes) = fs::read(self.folder.join(stage)) else { return Found::Nothing };
        if bytes.len() < HEAD {
            return Found::Foreign;
        }
        let content = bytes.split_off(HEAD);
        if bytes == self.head(&content) { Found::Kept(content) } else { Found::Foreign }
    }

    /// Keeps what a stage found.
    pub(crate) fn put(&self, stage: &str, content: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = NamedTempFile::new_in(&self.folder)?;
        file.write_all(&self.head(content))?;
        file.write_all(content)?;
        file.persist(self.folder.join(stage))?;
        Ok(())
    }

    /// The results are written: nothing need be kept.
    pub(crate) fn clear(&self) {
        // Left there, it would be recognised or left aside.
        let _harmless = fs::remove_dir_all(&self.folder);
    }

    fn head(&self, content: &[u8]) -> Vec<u8> {
        [self.run.as_bytes().as_slice(), blake3::hash(content).as_bytes()].concat()
    }
}

/// Which run it is: whatever a stage may depend on.
fn digest(inputs: &[Input], settings: &Settings, encoder: &dyn Encode) -> Hash {
    let mut digest = Hasher::new();
    let mut add = |field: Option<&[u8]>| {
        digest.update(&field.map_or(u64::MAX, |field| field.len() as u64).to_le_bytes());
        digest.update(field.unwrap_or_default());
    };
    // The program itself rather than its version: between two builds of one version, stages may differ.
    add(std::env::current_exe().and_then(fs::read).ok().as_deref());
    add(Some(encoder.fingerprint().as_bytes()));
    add(Some(format!("{settings:?}").as_bytes()));
    for Input { id, title, text, author, territory, question, others } in inputs {
        let fields = [Some(id), Some(title), Some(text), author.as_ref(), territory.as_ref(), question.as_ref()];
        for field in fields {
            add(field.map(String::as_bytes));
        }
        add(Some(&(others.len() as u64).to_le_bytes()));
        for Signature { author, territory } in others {
            add(Some(author.as_bytes()));
            add(territory.as_ref().map(String::as_bytes));
        }
    }
    digest.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_encoder::Encoder;

    fn shelf(place: &Path, text: &str, seed: u64) -> Shelf {
        let inputs = [Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() }];
        let settings = Settings { seed, ..Settings::default() };
        Shelf::of(&place.join("out"), &inputs, &settings, Encoder::french()).expect("a place")
    }

    #[test]
    fn only_the_same_run_finds_what_it_kept() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let one = shelf(place.path(), "Former les agents", 42);
        assert_eq!(one.take("vectors"), Found::Nothing);
        one.put("vectors", b"some numbers").expect("kept");
        assert_eq!(shelf(place.path(), "Former les agents", 42).take("vectors"), Found::Kept(b"some numbers".to_vec()));
        assert_eq!(one.take("themes"), Found::Nothing);
        assert_eq!(shelf(place.path(), "Former les agents", 43).take("vectors"), Found::Foreign);
        assert_eq!(shelf(place.path(), "Former les agents.", 42).take("vectors"), Found::Foreign);
        one.clear();
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn what_is_damaged_is_left_aside() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let one = shelf(place.path(), "Former les agents", 42);
        one.put("vectors", b"some numbers").expect("kept");
        let file = place.path().join(".out.arobase-stages/vectors");
        let whole = fs::read(&file).expect("there");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&file, &damaged).expect("written");
            assert_eq!(one.take("vectors"), Found::Foreign, "{at}");
            fs::write(&file, &whole[..at]).expect("written");
            assert_eq!(one.take("vectors"), Found::Foreign, "cut at {at}");
        }
    }
}
