//! Documents that people join to what they say: what each is by its content, what it says, and nothing of where a photo was taken.
//!
//! Reads bytes, gives bytes; no I/O. A document comes from anyone: whoever calls [`read`] does so where a document made to harm can take
//! neither the memory nor the time of others.

mod image;
mod office;
mod outline;
mod pdf;
mod prose;

pub use outline::outline;

use arobase_domain::attachment::{ATTACHMENT_MAX, AttachmentKind};
use serde::{Deserialize, Serialize};

/// A document that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What it is.
    pub kind: AttachmentKind,
    /// What is to be kept: as given, but for an image, which tells no longer where and with what it was taken.
    pub bytes: Vec<u8>,
    /// What it says, if it has a text that a machine can read.
    pub words: Option<Words>,
}

/// The text of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Paragraphs, one a line.
    pub text: String,
    /// Whether that is all of it.
    pub whole: bool,
}

/// Why a document is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It has no byte.
    #[error("it is empty")]
    Empty,
    /// It weighs more than [`ATTACHMENT_MAX`].
    #[error("it is too heavy")]
    Heavy,
    /// It is none of [`AttachmentKind`].
    #[error("it is of a kind that is not accepted")]
    Kind,
    /// It is a text of Word before 2007.
    #[error("it is a text of Word before 2007")]
    OldWord,
    /// It runs programs when opened.
    #[error("it holds macros")]
    Macros,
    /// It opens with a password.
    #[error("it opens with a password")]
    Encrypted,
    /// Unpacked, it would weigh far more than it does.
    #[error("it would weigh too much once unpacked")]
    Swollen,
    /// It is damaged.
    #[error("it cannot be opened")]
    Broken,
}

/// Reads a document, whatever its name says; of its text, `longest` characters at most.
pub fn read(bytes: Vec<u8>, longest: usize) -> Result<Read, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > ATTACHMENT_MAX {
        return Err(Refusal::Heavy);
    }
    let Some(seen) = infer::get(&bytes) else { return Err(Refusal::Kind) };
    let image = |kind, bytes| Ok(Read { kind, bytes, words: None });
    match seen.mime_type() {
        "application/pdf" => {
            let words = pdf::words(&bytes, longest)?;
            Ok(Read { kind: AttachmentKind::Pdf, bytes, words })
        }
        "image/jpeg" => image(AttachmentKind::Jpeg, image::jpeg(bytes)?),
        "image/png" => image(AttachmentKind::Png, image::png(bytes)?),
        "image/webp" => image(AttachmentKind::Webp, image::webp(bytes)?),
        _ if bytes.starts_with(b"PK\x03\x04") => office::read(bytes, longest),
        _ if bytes.starts_with(b"\xd0\xcf\x11\xe0") => Err(office::compound(&bytes)),
        _ => Err(Refusal::Kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_document_is_refused_for_what_it_is() {
        let refusal = |bytes: &[u8]| read(bytes.to_vec(), 100).unwrap_err();
        assert_eq!(refusal(b""), Refusal::Empty);
        assert_eq!(refusal(b"MZ\x90\0\x03"), Refusal::Kind, "a program");
        assert_eq!(refusal(b"un texte"), Refusal::Kind);
        assert_eq!(refusal(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), Refusal::Kind);
        assert_eq!(refusal(b"GIF89a\x01\0\x01\0"), Refusal::Kind);
        assert_eq!(read(vec![b'%'; ATTACHMENT_MAX + 1], 100).unwrap_err(), Refusal::Heavy);
        assert_eq!(refusal(b"%PDF-1.7\nrien"), Refusal::Broken);
        assert_eq!(refusal(b"\xff\xd8\xff\xe0\0\x10JFIF"), Refusal::Broken);
        assert_eq!(refusal(b"PK\x03\x04rien"), Refusal::Broken);
    }
}
