//! The nodes of the document: those that the schema of the editor declares too.

use arobase_domain::motion::prose::Run;
use std::collections::BTreeMap;

/// The whole.
pub const ROOT: &str = "motion";
/// A text that stands once, by its `name`.
pub const FIELD: &str = "field";
/// « Considérant que… ».
pub const RECITAL: &str = "recital";
/// A part, with its `id` and `kind`.
pub const SECTION: &str = "section";
/// The title of a section or of an annex.
pub const TITLE: &str = "title";
/// What stands before the first clause of a section.
pub const LEAD: &str = "lead";
/// A clause: its `id`, its `sources`, and `to` whom.
pub const CLAUSE: &str = "clause";
/// Something joined.
pub const ANNEX: &str = "annex";
/// A paragraph.
pub const PARAGRAPH: &str = "paragraph";
/// Words of someone else.
pub const QUOTE: &str = "blockquote";
/// A list.
pub const LIST: &str = "bullet_list";
/// An item of a list.
pub const ITEM: &str = "list_item";
/// Words that are in no line; the document of a page at work never has any.
pub(crate) const STRAY: &str = "";
/// What is stressed.
pub const STRESS: &str = "em";

/// A node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// Which.
    pub kind: String,
    /// Its attributes.
    pub attrs: BTreeMap<String, String>,
    /// What it holds, unless it is a line.
    pub children: Vec<Node>,
    /// The words of a line.
    pub line: Vec<Run>,
}

impl Node {
    /// A node that holds others.
    pub fn new(kind: &str, children: Vec<Self>) -> Self {
        Self { kind: kind.to_owned(), children, ..Self::default() }
    }

    /// A line of words.
    pub fn line(kind: &str, line: Vec<Run>) -> Self {
        Self { kind: kind.to_owned(), line, ..Self::default() }
    }

    /// The same with an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attrs.insert(name.to_owned(), value.into());
        self
    }

    /// An attribute; empty where there is none.
    pub fn attr(&self, name: &str) -> &str {
        self.attrs.get(name).map_or("", String::as_str)
    }

    /// Whether it is of a kind.
    pub fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// Its words, a line each.
    pub fn words(&self) -> String {
        if holds_words(&self.kind) {
            return self.line.iter().map(|run| run.text.as_str()).collect();
        }
        self.children.iter().map(Self::words).collect::<Vec<_>>().join("\n")
    }
}

/// Whether a kind of node holds words, rather than nodes.
pub(crate) fn holds_words(kind: &str) -> bool {
    matches!(kind, PARAGRAPH | QUOTE | ITEM | TITLE | STRAY)
}

/// Whether a kind of node is a block of prose.
pub(crate) fn is_block(kind: &str) -> bool {
    matches!(kind, PARAGRAPH | QUOTE | LIST)
}
