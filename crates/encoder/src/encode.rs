//! Anything that makes vectors of texts.

use crate::{Encoder, Matrix};

/// Why there are no vectors: whoever makes them knows.
pub type EncodeError = Box<dyn std::error::Error + Send + Sync>;

/// Texts to vectors: the encoder that ships with the product, or one that its user brings.
pub trait Encode: Sync {
    /// Which encoder this is: two that may give other vectors have other names.
    fn fingerprint(&self) -> &str;

    /// One row for each text, of length 1, or zeros for a text without anything to read; rows of all calls are equally long.
    /// A row depends on its text alone.
    ///
    /// # Errors
    /// Those of the encoder. The one that ships with the product has none.
    fn encode(&self, texts: &[&str]) -> Result<Matrix, EncodeError>;
}

impl Encode for Encoder {
    fn fingerprint(&self) -> &str {
        Self::fingerprint(self)
    }

    fn encode(&self, texts: &[&str]) -> Result<Matrix, EncodeError> {
        Ok(Self::encode(self, texts))
    }
}
