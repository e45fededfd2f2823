//! Which territory someone means by what they typed, where there is no doubt.

use super::Territory;
use super::search::{Hit, Nearness, all, by_whole_name};

/// What may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// One territory.
    One(Territory),
    /// Homonyms: the largest first.
    Several(Vec<Hit>),
    /// Nothing of the table.
    Unknown,
}

impl Resolution {
    /// The one territory, if there is no doubt.
    pub fn one(&self) -> Option<Territory> {
        if let Self::One(territory) = self { Some(*territory) } else { None }
    }
}

/// What `typed` means: a whole name, « Nom (dd) », a postcode or a code. Names that differ by an article count where none is the same; the beginning
/// of a name means nothing.
///
/// The name of a commune that joined another is as good as any: when a commune of today bears it too, who typed it says which one it is.
pub fn resolve(typed: &str) -> Resolution {
    let mut hits = all(typed, by_whole_name);
    let nearest = hits.first().map(|hit| hit.nearness);
    hits.retain(|hit| Some(hit.nearness) == nearest && hit.nearness <= Nearness::ButArticle);
    match hits.as_slice() {
        [] => Resolution::Unknown,
        [only] => Resolution::One(only.territory),
        _ => Resolution::Several(hits),
    }
}
