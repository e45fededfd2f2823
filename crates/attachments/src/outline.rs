//! A document read for what its paragraphs are: DOCX, ODT, and Markdown, which is what any plain text is.

mod markdown;

use crate::{Refusal, office};
use arobase_domain::attachment::ATTACHMENT_MAX;
use arobase_domain::motion::outline::Outline;

/// Reads a text, whatever its name says. Refuses what [`crate::read`] does, and what is no text.
pub fn outline(bytes: &[u8]) -> Result<Outline, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > ATTACHMENT_MAX {
        return Err(Refusal::Heavy);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office::outline(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(office::compound(bytes));
    }
    match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Ok(text)
            if !text.contains('\0') && !text.trim_start().starts_with(['<', '{']) && infer::get(bytes).is_none() =>
        {
            Ok(markdown::outline(text))
        }
        _ => Err(Refusal::Kind),
    }
}

#[cfg(test)]
mod tests;
