//! The encoder: a model, and texts through it.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::embedding::Embedding;
use crate::format::Sections;
use crate::network::{DIMENSIONS, Network};
use crate::pieces::Pieces;
use crate::texts::{SLAB, sums};
use crate::tokenizer::Tokenizer;
use crate::{Cost, Matrix, ModelError};

/// The model that ships with the product: `cargo xtask model` makes it, `model/NOTICE.md` says from what.
static FRENCH: &[u8] = include_bytes!("../model/french.bin");

/// Pieces of the texts that share one table of [`Pieces`]: it bounds the table's size whatever the corpus.
const BATCH: usize = 1 << 18;

/// Sentences to vectors.
pub struct Encoder {
    fingerprint: String,
    tokenizer: Tokenizer,
    embedding: Embedding,
    network: Network,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Encoder").field("fingerprint", &self.fingerprint).finish_non_exhaustive()
    }
}

impl Encoder {
    /// Reads a model file, after checking that it is whole. Embeddings stay in the file's bytes until texts call for them.
    pub fn load(file: &'static [u8]) -> Result<Self, ModelError> {
        let (fingerprint, mut sections) = Sections::open(file)?;
        let tokenizer = Tokenizer::read(&mut sections)?;
        let embedding = Embedding::read(&mut sections, tokenizer.rows())?;
        let network = Network::read(&mut sections)?;
        Ok(Self { fingerprint, tokenizer, embedding, network })
    }

    /// The model that ships with the product, loaded at the first call.
    ///
    /// # Panics
    /// When the binary itself is damaged.
    pub fn french() -> &'static Self {
        static ENCODER: OnceLock<Encoder> = OnceLock::new();
        ENCODER.get_or_init(|| Self::load(FRENCH).expect("the tests load the very bytes that are built in"))
    }

    /// Which model this is: the BLAKE3 digest of its content, in hexadecimal.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// One row of 512 for each text, of length 1; zeros for a text without anything to read. A row depends on its text alone,
    /// to the bit, and no text is too long. Runs in the current rayon pool.
    pub fn encode(&self, texts: &[&str]) -> Matrix {
        self.encode_with(texts, BATCH, distinct)
    }

    /// The same bits, with the work on pieces done again at each of their occurrences: what the bench compares with.
    #[doc(hidden)]
    pub fn encode_each_piece_anew(&self, texts: &[&str]) -> Matrix {
        self.encode_with(texts, SLAB, occurrences)
    }

    /// What encoding these texts takes.
    pub fn cost(&self, texts: &[&str]) -> Cost {
        let mut rows: Vec<Vec<u32>> = texts.par_iter().map(|text| self.tokenizer.rows_of(text)).collect();
        let read = rows.iter().filter(|rows| !rows.is_empty()).count();
        Cost { texts: read, pieces: rows.iter().map(Vec::len).sum(), distinct: distinct(&mut rows).len() }
    }

    fn encode_with(&self, texts: &[&str], batch: usize, index: fn(&mut [Vec<u32>]) -> Vec<u32>) -> Matrix {
        let mut rows: Vec<Vec<u32>> = texts.par_iter().map(|text| self.tokenizer.rows_of(text)).collect();
        let mut out = Matrix::zeros(texts.len(), DIMENSIONS);
        let mut vectors = out.as_mut_slice();
        for batch in split(&mut rows, batch) {
            let (vectors_of_batch, rest) = vectors.split_at_mut(batch.len() * DIMENSIONS);
            let pieces = Pieces::compute(&self.network, &self.embedding, &index(batch));
            self.encode_batch(&pieces, batch, vectors_of_batch);
            vectors = rest;
        }
        out
    }

    fn encode_batch(&self, pieces: &Pieces, batch: &mut [Vec<u32>], mut vectors: &mut [f32]) {
        let mut groups = Vec::new();
        for texts in split(batch, SLAB) {
            let (out, rest) = vectors.split_at_mut(texts.len() * DIMENSIONS);
            groups.push((texts, out));
            vectors = rest;
        }
        groups.into_par_iter().for_each(|(texts, out)| {
            let lengths: Vec<usize> = texts.iter().map(Vec::len).collect();
            let rows = self.network.finish(sums(&self.network, pieces, texts), &lengths);
            let written = out.chunks_exact_mut(DIMENSIONS).zip(rows.iter_rows()).zip(&lengths);
            written.filter(|(_, length)| **length > 0).for_each(|((out, row), _)| out.copy_from_slice(row));
        });
    }
}

/// Cuts texts into runs of about `size` pieces; a longer text is a run of its own.
fn split(texts: &mut [Vec<u32>], size: usize) -> impl Iterator<Item = &mut [Vec<u32>]> {
    let mut total = 0;
    texts.chunk_by_mut(move |text, next| {
        total += text.len();
        let fits = total + next.len() <= size;
        if !fits {
            total = 0;
        }
        fits
    })
}

/// The distinct rows of a batch, in order; texts then hold places among them.
fn distinct(batch: &mut [Vec<u32>]) -> Vec<u32> {
    let mut rows: Vec<u32> = batch.iter().flatten().copied().collect();
    rows.sort_unstable();
    rows.dedup();
    batch.par_iter_mut().flatten().for_each(|row| *row = rows.partition_point(|r| r < row) as u32);
    rows
}

/// The rows of a batch as they come; texts then hold the places of their own.
fn occurrences(batch: &mut [Vec<u32>]) -> Vec<u32> {
    let rows = batch.iter().flatten().copied().collect();
    batch.iter_mut().flatten().zip(0..).for_each(|(row, place)| *row = place);
    rows
}
