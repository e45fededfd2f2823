//! A SentencePiece model: pieces with their scores, and the normalisation table. Just enough of protocol buffers to read them.

use super::Outcome;

/// What the encoder needs of the model.
pub(super) struct SentencePiece {
    /// Text and score (a logarithm of a probability), by id.
    pub(super) pieces: Vec<(String, f32)>,
    /// A double-array trie and the replacements that it points to, as SentencePiece stores them.
    pub(super) charsmap: Vec<u8>,
}

impl SentencePiece {
    /// Reads the layout of this model: pieces in field 1, the normalisation in field 2 of field 3.
    pub(super) fn parse(bytes: &[u8]) -> Outcome<Self> {
        let mut model = Self { pieces: Vec::new(), charsmap: Vec::new() };
        for (field, value) in Fields(bytes) {
            match field {
                1 => model.pieces.push(piece(value)?),
                3 => {
                    model.charsmap =
                        Fields(value).find(|(field, _)| *field == 2).map_or(Vec::new(), |(_, v)| v.to_vec());
                }
                _ => {}
            }
        }
        if model.pieces.is_empty() || model.charsmap.is_empty() {
            return Err("sp.model holds no pieces or no normalisation".into());
        }
        Ok(model)
    }

    /// The id that follows the control pieces, which no text may produce.
    pub(super) fn first_ordinary(&self) -> usize {
        self.pieces.iter().position(|(text, _)| text == "▁").unwrap_or(0)
    }

    /// What a character without a piece costs: ten below the worst piece, as SentencePiece has it.
    pub(super) fn unknown_score(&self) -> f32 {
        self.pieces.iter().map(|(_, score)| *score).fold(0.0, f32::min) - 10.0
    }
}

fn piece(message: &[u8]) -> Outcome<(String, f32)> {
    let (mut text, mut score) = (String::new(), 0.0);
    for (field, value) in Fields(message) {
        match field {
            1 => text = String::from_utf8(value.to_vec())?,
            2 => score = f32::from_le_bytes(value.try_into()?),
            _ => {}
        }
    }
    Ok((text, score))
}

/// The fields of a message with their values; numbers of variable length are passed over.
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = (u64, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let key = self.number()?;
            let length = match key & 7 {
                0 => {
                    self.number()?;
                    continue;
                }
                1 => 8,
                2 => self.number()? as usize,
                5 => 4,
                _ => return None,
            };
            let (value, rest) = self.0.split_at_checked(length)?;
            self.0 = rest;
            return Some((key >> 3, value));
        }
    }
}

impl Fields<'_> {
    /// Seven bits a byte, lowest first.
    fn number(&mut self) -> Option<u64> {
        let length = self.0.iter().take(10).position(|byte| byte & 0x80 == 0)? + 1;
        let (bytes, rest) = self.0.split_at(length);
        self.0 = rest;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 7 | u64::from(byte & 0x7f)))
    }
}
