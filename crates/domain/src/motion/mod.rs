//! The motion: what a congress asks, of whom, in numbered clauses, each of which remembers the propositions and ideas that it comes from.
//!
//! Texts are written in the small markup of [`prose`]: what a form holds, what the database keeps and what a person can read by hand are one.

mod account;
mod compare;
mod gesture;
mod lineage;
mod lines;
pub mod outline;
pub mod prose;
pub mod record;
mod seal;
mod start;
#[cfg(test)]
mod tests;
mod version;

pub use account::{Account, Placement, account};
pub use compare::{Compared, Fate, Piece, compare, words};
pub use gesture::{Field, Gesture, Refusal};
pub use lineage::{Lineage, Passage};
pub use lines::{LINE, Line, lines};
pub use seal::{canonical, seal};
pub use start::{Shape, start, start_after};
pub use version::{Adoption, Version, Written};

use crate::id::{ClauseId, IdeaId, PropositionId, SectionId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The text that is drafted, adopted and handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Motion {
    /// Its title, on one line.
    pub title: String,
    /// Whom it speaks to: « À Madame la ministre… ».
    pub address: String,
    /// Why it is written: the statement of reasons, apart from what is asked.
    pub reasons: String,
    /// « Considérant que… »: a text each.
    pub recitals: Vec<String>,
    /// What leads to the clauses: « Les élues et les élus réunis en congrès demandent : ».
    pub demand: String,
    /// What is asked, in parts.
    pub sections: Vec<Section>,
    /// What is joined to it.
    pub annexes: Vec<Annex>,
    /// Propositions that are in no clause, and why.
    pub aside: BTreeMap<PropositionId, String>,
    /// The easy-to-read twin: for a clause, a section or a [`Field`] by its name, the same in plain words, written by a person.
    pub easy: BTreeMap<String, String>,
    /// The highest number given to a clause or to a section, so that none is given twice.
    pub minted: u32,
}

/// What a section is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// « Axe 1 ».
    Axis,
    /// « Priorité 1 ».
    Priority,
    /// « Question 1 ».
    #[default]
    Question,
}

/// A part of the motion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Its identifier.
    pub id: SectionId,
    /// What it is called.
    pub kind: SectionKind,
    /// Its title, on one line.
    pub title: String,
    /// What stands between its title and its first clause: a finding, a figure; may be empty.
    pub lead: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// A numbered part of the text: one thing that is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clause {
    /// Its identifier.
    pub id: ClauseId,
    /// Its words.
    pub text: String,
    /// What it comes from; a clause that comes from nothing is marked as such.
    pub sources: BTreeSet<Source>,
    /// Who is asked, as the close reading names them (`"state"`, `"commune"`…); what the words of its sources said, until a person says otherwise.
    pub to: BTreeSet<String>,
}

/// What a clause comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A proposition, and with it every idea behind it.
    Proposition(PropositionId),
    /// An idea by itself.
    Idea(IdeaId),
}

/// Something joined to the motion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Annex {
    /// Its title, on one line.
    pub title: String,
    /// Its text.
    pub text: String,
}

impl Motion {
    /// Every clause, in order.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.sections.iter().flat_map(|section| &section.clauses)
    }

    /// Every clause with its number: they run through the sections, from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Clause)> {
        self.clauses().enumerate().map(|(at, clause)| (at + 1, clause))
    }

    /// A clause and its number.
    pub fn clause(&self, id: &ClauseId) -> Option<(usize, &Clause)> {
        self.numbered().find(|(_, clause)| clause.id == *id)
    }

    /// The section of a clause, with its place from 1.
    pub fn section_of(&self, id: &ClauseId) -> Option<(usize, &Section)> {
        let holds = |section: &&Section| section.clauses.iter().any(|clause| clause.id == *id);
        self.sections.iter().enumerate().map(|(at, section)| (at + 1, section)).find(|(_, section)| holds(section))
    }

    /// Whether nobody has written anything yet.
    pub fn is_blank(&self) -> bool {
        self.sections.is_empty() && self.title.is_empty()
    }

    /// A number that no clause or section has had.
    fn mint(&mut self) -> u32 {
        self.minted += 1;
        self.minted
    }

    /// An identifier for a new clause.
    pub fn new_clause(&mut self) -> ClauseId {
        ClauseId::new(format!("e{}", self.mint()))
    }

    /// An identifier for a new section.
    pub fn new_section(&mut self) -> SectionId {
        SectionId::new(format!("s{}", self.mint()))
    }
}

impl Clause {
    /// The propositions that it comes from.
    pub fn propositions(&self) -> impl Iterator<Item = &PropositionId> {
        self.sources.iter().filter_map(|source| match source {
            Source::Proposition(id) => Some(id),
            Source::Idea(_) => None,
        })
    }
}
