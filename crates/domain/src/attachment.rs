//! Documents joined to a contribution: what they may be, how many, how heavy, and under what name.

use serde::{Deserialize, Serialize};

/// Most bytes of one document.
pub const ATTACHMENT_MAX: usize = 5_000_000;
/// Most documents beside one contribution.
pub const ATTACHMENTS_MAX: usize = 3;
/// Longest name of a document, in characters, its ending included.
const NAME_MAX: usize = 80;

/// What a document is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// PDF.
    Pdf,
    /// A text of OpenDocument.
    Odt,
    /// A text of Office Open XML.
    Docx,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

impl AttachmentKind {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Odt => "ODT",
            Self::Docx => "DOCX",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
        }
    }

    /// Endings that name it, the usual one first.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Odt => &["odt"],
            Self::Docx => &["docx"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
        }
    }

    /// Whether it is an image.
    pub const fn is_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// A name as given, made one that any disk takes, leads nowhere else, and ends by what the document is: « ../plan.exe » that is a PDF is « plan.pdf ».
    pub fn name_of(self, given: &str) -> String {
        let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
        let plain: String = last.chars().map(|letter| if strange(letter) { ' ' } else { letter }).collect();
        let (stem, ending) = plain.rsplit_once('.').unwrap_or((&plain, ""));
        let ending = self.endings().iter().find(|known| ending.trim().eq_ignore_ascii_case(known));
        let ending = ending.unwrap_or(&self.endings()[0]);
        let words = stem.split_whitespace().collect::<Vec<_>>().join(" ");
        let stem: String = words.trim_matches('.').chars().take(NAME_MAX - ending.len() - 1).collect();
        let stem = stem.trim();
        format!("{}.{ending}", if stem.is_empty() { "document" } else { stem })
    }
}

/// Signs that a name of file does without: those that a disk refuses, and those that turn what is read around.
fn strange(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';')
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::AttachmentKind::*;
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else_and_ends_by_what_the_document_is() {
        for (kind, given, name) in [
            (Pdf, "Motion.pdf", "Motion.pdf"),
            (Pdf, "C:\\Users\\anne\\Motion.PDF", "Motion.pdf"),
            (Pdf, "../../etc/plan.exe", "plan.pdf"),
            (Jpeg, "IMG_2041.JPEG", "IMG_2041.jpeg"),
            (Jpeg, "photo", "photo.jpg"),
            (Png, "a\u{202e}gnp.exe", "a gnp.png"),
            (Odt, "d\u{e9}lib\u{e9}ration\u{a0}n\u{ba} 3.odt", "d\u{e9}lib\u{e9}ration n\u{ba} 3.odt"),
            (Docx, "..", "document.docx"),
            (Webp, "", "document.webp"),
            (Pdf, "a\r\nSet-Cookie: b.pdf", "a Set-Cookie b.pdf"),
        ] {
            assert_eq!(kind.name_of(given), name, "{given:?}");
        }
        assert_eq!(Pdf.name_of(&"é".repeat(300)).chars().count(), NAME_MAX);
    }
}
