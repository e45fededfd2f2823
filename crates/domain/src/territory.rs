//! Where people hold office: the communes, EPCI, départements, régions and overseas collectivities of the official table, found by name,
//! postcode or code.
//!
//! The table is a file of this crate, `territories/france.tsv`, made by `cargo xtask territories`. It is text because a year's mergers of
//! communes are then read in its difference, and it is read in place: nothing of it is touched before the first question, and what is kept
//! after is an index of names.

pub(crate) mod fold;
mod resolve;
mod search;
mod table;

pub use resolve::{Resolution, resolve};
pub use search::{Found, Hit, search};
pub use table::{regions, territory, year};

use serde::{Deserialize, Serialize};
use std::fmt;
use table::TABLE;

/// What a territory is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TerritoryKind {
    /// A commune.
    Commune,
    /// An intercommunal body with taxes of its own.
    Epci,
    /// A département.
    Department,
    /// A région.
    Region,
    /// A collectivity overseas that is no département, or is département and région at once (Martinique, Guyane, Mayotte).
    Collectivity,
}

/// A territory of the official table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Territory {
    /// INSEE code; SIREN for an EPCI; for a région, R before its INSEE code, which may be that of a département.
    pub code: &'static str,
    /// What it is.
    pub kind: TerritoryKind,
    /// Its official name.
    pub name: &'static str,
    /// Municipal population; 0 where nobody lives.
    pub population: u32,
    kin: &'static str,
    postcodes: &'static str,
    others: &'static str,
}

impl Territory {
    /// Code of its département or overseas collectivity: for an EPCI, the one where most of its people live; none for a région.
    pub fn department(&self) -> Option<&'static str> {
        match self.kind {
            TerritoryKind::Commune => Some(department_of(self.code)),
            TerritoryKind::Epci => Some(self.kin),
            TerritoryKind::Department | TerritoryKind::Collectivity => Some(self.code),
            TerritoryKind::Region => None,
        }
    }

    /// Its région, which may be itself; an overseas collectivity stands for one.
    pub fn region(&self) -> Option<Self> {
        let Some(department) = self.department() else { return Some(*self) };
        TABLE.region_of(department).or_else(|| territory(department))
    }

    /// The EPCI of a commune that has one.
    pub fn epci(&self) -> Option<Self> {
        if self.kind == TerritoryKind::Commune { territory(self.kin) } else { None }
    }

    /// Postcodes of a commune, in increasing order as far as the source has them so.
    pub fn postcodes(&self) -> impl Iterator<Item = &'static str> {
        self.postcodes.split_whitespace()
    }

    /// Names that lead here: wards of Paris, Lyon and Marseille, communes that joined this one.
    pub fn other_names(&self) -> impl Iterator<Item = &'static str> {
        self.others().map(|(name, _)| name).filter(|name| !name.is_empty())
    }

    /// Whether it lies overseas.
    pub fn is_overseas(&self) -> bool {
        let code = self.department().unwrap_or(self.kin);
        code.starts_with("97") || code.starts_with("98")
    }

    fn others(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.others.split('|').filter_map(|other| other.split_once('='))
    }
}

/// « Saint-Martin (32) »: its name, and the département that tells it from its homonyms. A région has its name alone.
impl fmt::Display for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.department() {
            Some(department) => write!(f, "{} ({department})", self.name),
            None => f.write_str(self.name),
        }
    }
}

/// The first two characters of a commune's code, or three overseas.
fn department_of(commune: &'static str) -> &'static str {
    let length = if commune.starts_with("97") || commune.starts_with("98") { 3 } else { 2 };
    &commune[..length]
}

#[cfg(test)]
mod tests;
