//! The text as pages show it: blocks, numbers, what each section is called.

use crate::lang::{Lang, Speak as _};
use arobase_domain::motion::prose::{Block, blocks};
use arobase_domain::motion::{Motion, SectionKind};
use arobase_domain::{Clause, ClauseId, SectionId};
use std::borrow::Borrow;

/// A motion, ready to be read.
pub(super) struct Reading {
    pub(super) title: String,
    pub(super) address: String,
    pub(super) reasons: Vec<Block>,
    pub(super) recitals: Vec<Vec<Block>>,
    pub(super) demand: String,
    pub(super) parts: Vec<Part>,
    pub(super) annexes: Vec<(String, Vec<Block>)>,
}

/// A section.
pub(super) struct Part {
    pub(super) id: SectionId,
    /// « Question 2 ».
    pub(super) called: String,
    pub(super) title: String,
    pub(super) kind: SectionKind,
    pub(super) lead: Vec<Block>,
    /// The same, as it is written.
    pub(super) written: String,
    pub(super) clauses: Vec<Item>,
}

impl Part {
    /// Whether it is called so.
    pub(super) fn is(&self, kind: impl Borrow<SectionKind>) -> bool {
        self.kind == *kind.borrow()
    }
}

/// A clause.
pub(super) struct Item {
    pub(super) id: ClauseId,
    pub(super) number: usize,
    pub(super) blocks: Vec<Block>,
    /// What is told beside it.
    pub(super) beside: Vec<String>,
    /// Whether it comes from nothing.
    pub(super) orphan: bool,
}

impl Reading {
    /// The text, with what is told beside each clause.
    pub(super) fn new(lang: Lang, motion: &Motion, beside: impl Fn(&Clause) -> Vec<String>) -> Self {
        let mut numbers = 1..;
        let mut item = |clause: &Clause| Item {
            id: clause.id.clone(),
            number: numbers.next().unwrap_or_default(),
            blocks: blocks(&clause.text),
            beside: beside(clause),
            orphan: clause.sources.is_empty(),
        };
        let parts = motion.sections.iter().enumerate().map(|(at, section)| Part {
            id: section.id.clone(),
            called: called(lang, section.kind, at + 1),
            title: section.title.clone(),
            kind: section.kind,
            lead: blocks(&section.lead),
            written: section.lead.clone(),
            clauses: section.clauses.iter().map(&mut item).collect(),
        });
        Self {
            title: motion.title.clone(),
            address: motion.address.clone(),
            reasons: blocks(&motion.reasons),
            recitals: motion.recitals.iter().map(|text| blocks(text)).collect(),
            demand: motion.demand.clone(),
            parts: parts.collect(),
            annexes: motion.annexes.iter().map(|one| (one.title.clone(), blocks(&one.text))).collect(),
        }
    }
}

/// « Question 2 », « Axe 4 ».
pub(super) fn called(lang: Lang, kind: SectionKind, number: usize) -> String {
    let key = match kind {
        SectionKind::Axis => "motion-axis",
        SectionKind::Priority => "motion-priority",
        SectionKind::Question => "motion-question",
    };
    lang.it(key, number)
}
