//! ODT and DOCX: a zip, told by what lies in it, and the paragraphs of its main part.

mod docx;
mod odt;
mod paragraphs;
mod tree;

use crate::{Read, Refusal};
use arobase_domain::attachment::AttachmentKind;
use arobase_domain::motion::outline::Outline;
use paragraphs::{DOCX, ODT};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Most bytes that all parts together may weigh once unpacked.
const UNPACKED: u64 = 100 << 20;
/// Most bytes of a part that is read.
const PART: u64 = 20 << 20;
/// Most parts: a text with an image on each page has hundreds.
const PARTS: usize = 4_000;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const WORD_MACROS: &str = "application/vnd.ms-word.document.macroEnabled.main+xml";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads a zip that may be a text of an office suite.
pub(crate) fn read(bytes: Vec<u8>, longest: usize) -> Result<Read, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).map_err(|_| Refusal::Broken)?;
    weigh(&mut archive)?;
    let kind = kind(&mut archive)?;
    let (part, format) = match kind {
        AttachmentKind::Odt => ("content.xml", &ODT),
        _ => ("word/document.xml", &DOCX),
    };
    let main = part_of(&mut archive, part)?.ok_or(Refusal::Broken)?;
    let words = paragraphs::words(&main, format, longest)?;
    drop(archive);
    Ok(Read { kind, bytes, words })
}

/// Reads a text of an office suite paragraph by paragraph, with what each is.
pub(crate) fn outline(bytes: &[u8]) -> Result<Outline, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    weigh(&mut archive)?;
    if kind(&mut archive)? == AttachmentKind::Odt {
        let (content, styles) = (part_of(&mut archive, "content.xml")?, part_of(&mut archive, "styles.xml")?);
        return odt::outline(&content.ok_or(Refusal::Broken)?, &styles.unwrap_or_default());
    }
    let [document, styles, numbering] =
        ["word/document.xml", "word/styles.xml", "word/numbering.xml"].map(|name| part_of(&mut archive, name));
    docx::outline(&document?.ok_or(Refusal::Broken)?, &styles?.unwrap_or_default(), &numbering?.unwrap_or_default())
}

/// What a compound file of before 2007 is refused for: Word puts what a password protects in one.
pub(crate) fn compound(bytes: &[u8]) -> Refusal {
    let named = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match (named("EncryptedPackage"), named("WordDocument")) {
        (true, _) => Refusal::Encrypted,
        (_, true) => Refusal::OldWord,
        _ => Refusal::Kind,
    }
}

/// Refuses what would fill a disk, and what opens with a password.
fn weigh(archive: &mut Archive<'_>) -> Result<(), Refusal> {
    if archive.len() > PARTS {
        return Err(Refusal::Swollen);
    }
    let mut unpacked = 0;
    for nth in 0..archive.len() {
        let part = archive.by_index_raw(nth).map_err(|_| Refusal::Broken)?;
        if part.encrypted() {
            return Err(Refusal::Encrypted);
        }
        unpacked += part.size().min(UNPACKED + 1);
        if unpacked > UNPACKED {
            return Err(Refusal::Swollen);
        }
    }
    Ok(())
}

fn kind(archive: &mut Archive<'_>) -> Result<AttachmentKind, Refusal> {
    if let Some(media_type) = part_of(archive, "mimetype")? {
        if media_type.trim() != AttachmentKind::Odt.media_type() {
            return Err(Refusal::Kind);
        }
        let manifest = part_of(archive, "META-INF/manifest.xml")?.unwrap_or_default();
        return if manifest.contains("encryption-data") { Err(Refusal::Encrypted) } else { Ok(AttachmentKind::Odt) };
    }
    let types = part_of(archive, "[Content_Types].xml")?.unwrap_or_default();
    match (types.contains(WORD_MACROS), types.contains(WORD)) {
        (true, _) => Err(Refusal::Macros),
        (_, true) => Ok(AttachmentKind::Docx),
        _ => Err(Refusal::Kind),
    }
}

/// One part as text; none if there is none.
fn part_of(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Ok(part) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    part.take(PART + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Broken)?;
    if bytes.len() as u64 > PART {
        return Err(Refusal::Swollen);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Broken)
}

#[cfg(test)]
pub(crate) mod tests;
