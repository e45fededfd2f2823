//! The model file: a mark, a digest, then sections, each a length in four little-endian bytes and its content.

use crate::rans::Symbols;
use crate::{Matrix, ModelError};

/// The file begins so; the digit is the version of the layout.
const MAGIC: &[u8; 8] = b"arobenc1";

/// Bytes of the digest that follows.
const DIGEST: usize = 32;

/// Reads sections one after the other.
pub(crate) struct Sections<'a> {
    rest: &'a [u8],
}

impl<'a> Sections<'a> {
    /// Checks the mark and the digest; gives the digest in hexadecimal and the sections.
    pub(crate) fn open(file: &'a [u8]) -> Result<(String, Self), ModelError> {
        let rest = file.strip_prefix(MAGIC).ok_or(ModelError::Foreign)?;
        let (expected, rest) = rest.split_at_checked(DIGEST).ok_or(ModelError::Cut { part: "digest" })?;
        let found = blake3::hash(rest);
        if found.as_bytes() != expected {
            return Err(ModelError::Damaged { found: found.to_string() });
        }
        Ok((found.to_string(), Self { rest }))
    }

    /// The next section; `part` names it in errors.
    pub(crate) fn bytes(&mut self, part: &'static str) -> Result<&'a [u8], ModelError> {
        let cut = ModelError::Cut { part };
        let Some((length, rest)) = self.rest.split_first_chunk() else { return Err(cut) };
        let Some((section, rest)) = rest.split_at_checked(u32::from_le_bytes(*length) as usize) else {
            return Err(cut);
        };
        self.rest = rest;
        Ok(section)
    }

    /// A section of numbers.
    pub(crate) fn floats(&mut self, part: &'static str) -> Result<Vec<f32>, ModelError> {
        Ok(self.bytes(part)?.as_chunks().0.iter().map(|b| f32::from_le_bytes(*b)).collect())
    }

    /// A section of small whole numbers.
    pub(crate) fn shorts(&mut self, part: &'static str) -> Result<Vec<u16>, ModelError> {
        Ok(self.bytes(part)?.as_chunks().0.iter().map(|b| u16::from_le_bytes(*b)).collect())
    }

    /// Three sections: the values and nothing else; or the distinct values, their frequencies and the coded place of each.
    pub(crate) fn tensor(&mut self, part: &'static str, rows: usize, cols: usize) -> Result<Matrix, ModelError> {
        let (values, frequencies, code) = (self.floats(part)?, self.shorts(part)?, self.bytes(part)?);
        if frequencies.is_empty() {
            return matrix(part, rows, cols, values);
        }
        let symbols = Symbols::new(&frequencies).filter(|_| frequencies.len() == values.len());
        let symbols = symbols.ok_or(ModelError::Shape { part })?;
        matrix(part, rows, cols, symbols.decode(code, rows * cols).map(|symbol| values[usize::from(symbol)]).collect())
    }
}

fn matrix(part: &'static str, rows: usize, cols: usize, data: Vec<f32>) -> Result<Matrix, ModelError> {
    if data.len() == rows * cols { Ok(Matrix::from_vec(rows, cols, data)) } else { Err(ModelError::Shape { part }) }
}
