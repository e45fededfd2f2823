//! An encoder at the end of a wire, which may stand in for the one that ships with the product.

use super::cache::Cache;
use super::{Address, Client, Patience, Problem, RemoteError, embeddings};
use arobase_encoder::{Encode, EncodeError, Matrix};
use arobase_text::personal::masked;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Texts of one request: what small servers accept.
const BATCH: usize = 32;

/// Sent first in every run that asks anything: if its vector is no longer the one kept, the model has changed.
const WITNESS: &str = "Ouvrir un guichet dans chaque commune.";

/// Least cosine between two vectors of the witness by one model; servers do not round alike.
const SAME: f64 = 0.999;

/// An OpenAI-compatible `/v1/embeddings`, and the vectors that it has given before. Personal data found in the texts are masked
/// before they leave.
pub(crate) struct RemoteEncoder {
    client: Client,
    model: String,
    fingerprint: String,
    memory: Mutex<Memory>,
}

struct Memory {
    cache: Cache,
    /// Whether the server of this run has been seen to be that of the cache.
    witnessed: bool,
}

impl RemoteEncoder {
    /// Opens the vectors kept; nothing is sent yet.
    pub(crate) fn open(
        address: &Address,
        model: &str,
        key: Option<String>,
        patience: Patience,
        cache: &Path,
    ) -> Result<Self, RemoteError> {
        let client = Client::new(address, "embeddings", key, patience);
        let fingerprint = format!("{model} @ {}", client.url());
        match Cache::open(cache, &fingerprint) {
            Ok(cache) => {
                let memory = Mutex::new(Memory { cache, witnessed: false });
                Ok(Self { client, model: model.to_owned(), fingerprint, memory })
            }
            Err(problem) => Err(RemoteError { url: client.url().to_owned(), problem, kept: None }),
        }
    }

    fn rows(&self, texts: &[&str]) -> Result<Matrix, Problem> {
        let mut memory = self.memory();
        for batch in unknown(&memory.cache, texts).chunks(BATCH) {
            let first = [&[WITNESS], batch].concat();
            let batch = if memory.witnessed { batch } else { &first };
            let rows = embeddings::vectors(&self.client, &self.model, batch)?;
            if !memory.witnessed {
                same(memory.cache.get(WITNESS), &rows[0])?;
                memory.witnessed = true;
            }
            memory.cache.keep(batch, rows)?;
        }
        Ok(matrix(&memory.cache, texts))
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn error(&self, problem: Problem) -> RemoteError {
        let cache = &self.memory().cache;
        let kept = Some((cache.len(), cache.folder().to_owned()));
        RemoteError { url: self.client.url().to_owned(), problem, kept }
    }
}

impl Encode for RemoteEncoder {
    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn encode(&self, texts: &[&str]) -> Result<Matrix, EncodeError> {
        let texts: Vec<Cow<'_, str>> = texts.iter().map(|text| masked(text)).collect();
        self.rows(&texts.iter().map(AsRef::as_ref).collect::<Vec<_>>()).map_err(|problem| self.error(problem).into())
    }
}

/// Whether there is something to encode: servers refuse empty texts.
fn readable(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The texts whose vectors must be asked, each once, in their order.
fn unknown<'a>(cache: &Cache, texts: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let new = texts.iter().filter(|text| readable(text) && cache.get(text).is_none());
    new.filter(|text| seen.insert(**text)).copied().collect()
}

fn same(before: Option<&[f32]>, now: &[f32]) -> Result<(), Problem> {
    let Some(before) = before else { return Ok(()) };
    let cosine: f64 = before.iter().zip(now).map(|(x, y)| f64::from(*x) * f64::from(*y)).sum();
    if before.len() == now.len() && cosine >= SAME { Ok(()) } else { Err(Problem::Changed) }
}

/// Zeros for a text without anything to read.
fn matrix(cache: &Cache, texts: &[&str]) -> Matrix {
    let mut matrix = Matrix::zeros(texts.len(), cache.dimensions().unwrap_or(0));
    for (at, text) in texts.iter().enumerate().filter(|(_, text)| readable(text)) {
        if let Some(row) = cache.get(text) {
            matrix.row_mut(at).copy_from_slice(row);
        }
    }
    matrix
}
