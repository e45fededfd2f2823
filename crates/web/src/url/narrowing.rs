//! What a page is narrowed to by its address.

use super::query::Query;

/// What one form of assisted entry leaves to the next; empty fields leave nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Before {
    /// How the contribution before came.
    pub channel: String,
    /// The token of what was sent.
    pub sent: String,
    /// The paper form to key, as its square says.
    pub sheet: String,
    /// The paper form that has just been keyed again.
    pub checked: String,
}

impl Before {
    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("channel", &self.channel)
            .with("sent", &self.sent)
            .with("sheet", &self.sheet)
            .with("checked", &self.checked)
    }
}

/// What a list of contributions is narrowed to; empty fields narrow nothing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    /// A theme.
    pub theme: String,
    /// A channel.
    pub channel: String,
    /// Code of a département.
    pub department: String,
    /// Page, from 1.
    #[serde(deserialize_with = "lenient")]
    pub page: u32,
}

impl Default for Filter {
    fn default() -> Self {
        Self::ALL
    }
}

impl Filter {
    /// Narrows nothing.
    pub const ALL: Self = Self { theme: String::new(), channel: String::new(), department: String::new(), page: 1 };

    /// The same list at another page.
    #[must_use]
    pub fn at(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("theme", &self.theme)
            .with("channel", &self.channel)
            .with("department", &self.department)
            .page(self.page)
    }
}

/// What a concordance looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Kwic {
    /// The words.
    pub term: String,
    /// The pile looked in; all ideas if empty.
    pub pile: String,
    /// `left` or `right`: by what stands before, or after; else in the order of the ideas.
    pub order: String,
    /// Page, from 1.
    #[serde(deserialize_with = "lenient")]
    pub page: u32,
}

impl Kwic {
    pub(super) fn query(&self) -> Query {
        Query::default().with("term", &self.term).with("pile", &self.pile).with("order", &self.order).page(self.page)
    }
}

/// How the mind map is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct View {
    /// The question that is looked at; empty for all of them.
    #[serde(skip)]
    pub question: String,
    /// `radial`, or the tree.
    pub form: String,
    /// `1` for a screen in a room.
    pub room: String,
}

impl View {
    pub(super) fn query(&self) -> Query {
        Query::default().with("form", &self.form).with("room", &self.room)
    }
}

/// What the screen of a room shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Show {
    /// `funnel`, `map` or `ideas`; the funnel beside the map of the ideas if empty.
    pub show: String,
    /// `1` when it does not reload by itself, for who has no script.
    pub still: String,
}

impl Show {
    pub(super) fn query(&self) -> Query {
        Query::default().with("show", &self.show).with("still", &self.still)
    }
}

/// Reads a page number as people mistype it: what is no number is the first page.
pub(crate) fn lenient<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let text = <String as serde::Deserialize>::deserialize(from)?;
    Ok(text.trim().parse().unwrap_or(1).max(1))
}
