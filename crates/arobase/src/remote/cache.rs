//! Vectors kept from run to run, by the digest of their text: one folder an encoder, one file a batch.
//!
//! A file is a mark, the number of dimensions, then records (digest of the text, numbers, all little-endian), then the digest of all that. It
//! appears whole, by a rename. One that is damaged is removed, and its vectors asked again. No text is kept.

use super::Problem;
use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

const MARK: &[u8; 8] = b"arobVEC1";
const EXTENSION: &str = "vectors";
const DIGEST: usize = blake3::OUT_LEN;

type Digest = [u8; DIGEST];

/// A text by its digest, and its vector.
type Kept = (Digest, Vec<f32>);

/// The vectors of one encoder.
pub(super) struct Cache {
    folder: PathBuf,
    vectors: BTreeMap<Digest, Vec<f32>>,
    dimensions: Option<usize>,
}

/// Where the platform wants what can be made again: `None` when it does not say.
pub(crate) fn usual_folder() -> Option<PathBuf> {
    let of = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || of("HOME").map(|home| home.join(".cache"));
    Some(of("XDG_CACHE_HOME").or_else(home).or_else(|| of("LOCALAPPDATA"))?.join("arobase"))
}

impl Cache {
    /// Reads what was kept of the encoder called `name`.
    pub(super) fn open(root: &Path, name: &str) -> Result<Self, Problem> {
        let folder = root.join(&blake3::hash(name.as_bytes()).to_hex()[..16]);
        fs::create_dir_all(&folder)?;
        let mut cache = Self { folder, vectors: BTreeMap::new(), dimensions: None };
        for entry in fs::read_dir(&cache.folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == EXTENSION) {
                cache.read(&path)?;
            }
        }
        Ok(cache)
    }

    /// Where the vectors are.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Numbers of a vector, once one is known.
    pub(super) fn dimensions(&self) -> Option<usize> {
        self.dimensions
    }

    /// The vector of a text, if known.
    pub(super) fn get(&self, text: &str) -> Option<&[f32]> {
        self.vectors.get(&digest(text)).map(Vec::as_slice)
    }

    /// Keeps the vectors of these texts, on disk first.
    pub(super) fn keep(&mut self, texts: &[&str], rows: Vec<Vec<f32>>) -> Result<(), Problem> {
        let Some(given) = rows.first().map(Vec::len) else { return Ok(()) };
        self.agree(given)?;
        let digests: Vec<Digest> = texts.iter().map(|text| digest(text)).collect();
        let content = written(&digests, &rows, given);
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(&content)?;
        let name = blake3::hash(&content).to_hex();
        file.persist(self.folder.join(&name[..32]).with_extension(EXTENSION)).map_err(io::Error::from)?;
        self.vectors.extend(digests.into_iter().zip(rows));
        Ok(())
    }

    fn read(&mut self, path: &Path) -> Result<(), Problem> {
        let Some((dimensions, records)) = sound(&fs::read(path)?) else {
            fs::remove_file(path)?;
            return Ok(());
        };
        self.agree(dimensions).map_err(|_| Problem::Changed)?;
        self.vectors.extend(records);
        Ok(())
    }

    /// All vectors are equally long, or are not of one encoder.
    fn agree(&mut self, given: usize) -> Result<(), Problem> {
        match self.dimensions.replace(given) {
            Some(expected) if expected != given => Err(Problem::Dimensions { expected, given }),
            _ => Ok(()),
        }
    }
}

fn digest(text: &str) -> Digest {
    *blake3::hash(text.as_bytes()).as_bytes()
}

fn written(digests: &[Digest], rows: &[Vec<f32>], dimensions: usize) -> Vec<u8> {
    let mut content = MARK.to_vec();
    content.extend((dimensions as u32).to_le_bytes());
    for (digest, row) in digests.iter().zip(rows) {
        content.extend(digest);
        content.extend(row.iter().flat_map(|x| x.to_le_bytes()));
    }
    content.extend(blake3::hash(&content).as_bytes());
    content
}

/// Dimensions and records of a file that is whole.
fn sound(file: &[u8]) -> Option<(usize, Vec<Kept>)> {
    let (content, seal) = file.split_last_chunk::<DIGEST>()?;
    let (dimensions, records) = content.strip_prefix(MARK)?.split_first_chunk()?;
    let dimensions = u32::from_le_bytes(*dimensions) as usize;
    if blake3::hash(content).as_bytes() != seal || dimensions == 0 {
        return None;
    }
    let record = |bytes: &[u8]| {
        let (digest, numbers) = bytes.split_first_chunk::<DIGEST>()?;
        Some((*digest, numbers.as_chunks().0.iter().map(|x| f32::from_le_bytes(*x)).collect()))
    };
    let records: Option<_> = records.chunks(DIGEST + 4 * dimensions).map(record).collect();
    Some((dimensions, records?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(root: &Path) -> Cache {
        let mut cache = Cache::open(root, "model").expect("opened");
        cache.keep(&["un", "deux"], vec![vec![1.0, 0.0], vec![0.6, 0.8]]).expect("kept");
        cache.keep(&["trois"], vec![vec![0.0, 1.0]]).expect("kept");
        cache
    }

    #[test]
    fn what_is_kept_is_found_again_under_its_name_only() {
        let root = tempfile::tempdir().expect("a folder");
        kept(root.path());
        let again = Cache::open(root.path(), "model").expect("opened");
        assert_eq!((again.len(), again.dimensions()), (3, Some(2)));
        assert_eq!(again.get("deux"), Some(&[0.6, 0.8][..]));
        assert_eq!(again.get("quatre"), None);
        assert_eq!(Cache::open(root.path(), "other").expect("opened").len(), 0);
    }

    #[test]
    fn a_damaged_file_is_forgotten_and_the_others_serve() {
        let root = tempfile::tempdir().expect("a folder");
        let folder = kept(root.path()).folder().to_owned();
        let files = || fs::read_dir(&folder).expect("read").map(|entry| entry.expect("an entry").path());
        let large = files().max_by_key(|path| path.metadata().expect("there").len()).expect("a file");
        let whole = fs::read(&large).expect("read");
        for damage in [20, whole.len() - 1] {
            let mut content = whole.clone();
            content[damage] ^= 1;
            fs::write(&large, content).expect("written");
            assert_eq!(Cache::open(root.path(), "model").expect("opened").len(), 1, "byte {damage}");
            assert!(!large.exists());
        }
        for cut in [0, 5, 40, whole.len() - 1] {
            fs::write(&large, &whole[..cut]).expect("written");
            assert_eq!(Cache::open(root.path(), "model").expect("opened").len(), 1, "cut at {cut}");
        }
    }

    #[test]
    fn vectors_of_two_lengths_are_of_two_encoders() {
        let root = tempfile::tempdir().expect("a folder");
        let mut cache = kept(root.path());
        let refused = cache.keep(&["quatre"], vec![vec![1.0, 0.0, 0.0]]);
        assert!(matches!(refused, Err(Problem::Dimensions { expected: 2, given: 3 })), "{refused:?}");
    }
}
