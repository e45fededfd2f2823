//! The formats, their names and their media types.

use super::Audience;
use arobase_text::stem::fold;

/// A format of the motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The page of reference: one file, no script.
    Html,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// OpenDocument text, which the RGI recommends.
    Odt,
    /// Office Open XML, for those who were given nothing else.
    Docx,
    /// CommonMark.
    Markdown,
    /// Plain text of 80 columns.
    Text,
    /// The structure, for programs: see the writer's own words on its fields.
    Json,
    /// Akoma Ntoso 3.0, the XML of parliaments.
    Akn,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] =
        [Self::Html, Self::Pdf, Self::Odt, Self::Docx, Self::Text, Self::Markdown, Self::Akn, Self::Json];

    /// Its code in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Odt => "odt",
            Self::Docx => "docx",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Json => "json",
            Self::Akn => "akn",
        }
    }

    /// The format of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == code)
    }

    /// What a file of it is called: `motion.pdf`, `motion-state.odt`. What the hash is of is `motion.json`: this JSON is `publication.json`.
    pub fn file_name(self, audience: &Audience) -> String {
        let (name, extension) = match self {
            Self::Html => ("motion", "html"),
            Self::Pdf => ("motion", "pdf"),
            Self::Odt => ("motion", "odt"),
            Self::Docx => ("motion", "docx"),
            Self::Markdown => ("motion", "md"),
            Self::Text => ("motion", "txt"),
            Self::Json => ("publication", "json"),
            Self::Akn => ("motion", "akn.xml"),
        };
        let copy = match audience {
            Audience::Full => String::new(),
            Audience::TwoPages => "-deux-pages".to_owned(),
            Audience::Easy => "-facile-a-lire".to_owned(),
            Audience::For { key, .. } => format!("-{}", slug(key)),
        };
        format!("{name}{copy}.{extension}")
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Json => "application/json",
            Self::Akn => "application/akn+xml",
        }
    }
}

/// Small letters without accents and figures, the rest as hyphens; never empty.
pub fn slug(text: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let signs: String = fold(text).chars().map(sign).collect();
    let parts: Vec<&str> = signs.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "copie".to_owned() } else { parts.join("-") }
}
