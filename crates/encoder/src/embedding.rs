//! The table of piece embeddings, kept as the model file stores it: a row is decoded when a text calls for it.

use crate::ModelError;
use crate::format::Sections;
use crate::rans::Symbols;

/// Numbers of an embedding.
pub(crate) const WIDTH: usize = 512;

/// Levels of a number: six bits.
const LEVELS: usize = 64;

/// All rows.
pub(crate) struct Embedding {
    chunks: Vec<Chunk>,
    /// Chunk of each row.
    chunk_of: &'static [u8],
    /// Where each row begins in `codes`, and where the last one ends.
    starts: Vec<usize>,
    codes: &'static [u8],
}

/// Rows quantised together.
struct Chunk {
    scale: f32,
    offset: f32,
    symbols: Symbols,
}

impl Embedding {
    /// Reads a table of `rows` rows.
    pub(crate) fn read(sections: &mut Sections<'static>, rows: usize) -> Result<Self, ModelError> {
        let chunks = chunks(&sections.floats("scales")?, &sections.shorts("frequencies")?)?;
        let chunk_of = sections.bytes("chunks")?;
        let lengths = sections.shorts("lengths")?;
        let codes = sections.bytes("embedding")?;
        let mut starts = vec![0];
        starts.extend(lengths.iter().scan(0, |end, &length| {
            *end += usize::from(length);
            Some(*end)
        }));
        let known = chunk_of.iter().all(|&chunk| usize::from(chunk) < chunks.len());
        if !known || chunk_of.len() != rows || lengths.len() != rows || starts[rows] != codes.len() {
            return Err(ModelError::Shape { part: "embedding" });
        }
        Ok(Self { chunks, chunk_of, starts, codes })
    }

    /// Writes a row into `out`, [`WIDTH`] numbers.
    pub(crate) fn decode(&self, row: u32, out: &mut [f32]) {
        let row = row as usize;
        let Chunk { scale, offset, symbols } = &self.chunks[usize::from(self.chunk_of[row])];
        let code = &self.codes[self.starts[row]..self.starts[row + 1]];
        for (x, level) in out.iter_mut().zip(symbols.decode(code, WIDTH)) {
            *x = f32::from(level) * scale + offset;
        }
    }
}

fn chunks(scales: &[f32], frequencies: &[u16]) -> Result<Vec<Chunk>, ModelError> {
    let wrong = ModelError::Shape { part: "scales" };
    if scales.len() / 2 != frequencies.len() / LEVELS {
        return Err(wrong);
    }
    let chunks = scales.as_chunks().0.iter().zip(frequencies.chunks_exact(LEVELS));
    let read = chunks.map(|(&[scale, offset], f)| Symbols::new(f).map(|symbols| Chunk { scale, offset, symbols }));
    read.collect::<Option<_>>().ok_or(wrong)
}
