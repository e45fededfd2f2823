//! Where each proposition stands: nothing that was classed is lost on the way to the text.

use super::Motion;
use crate::analysis::{Proposition, Rank};
use crate::id::{ClauseId, PropositionId};
use std::collections::{BTreeMap, BTreeSet};

/// Where a proposition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// In clauses.
    Clauses(BTreeSet<ClauseId>),
    /// In none, for this reason.
    Aside(String),
    /// In none yet.
    Waiting,
}

/// Where propositions stand, each counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// Where each one stands.
    pub placements: BTreeMap<PropositionId, Placement>,
    /// Propositions in a clause.
    pub placed: usize,
    /// Propositions set aside with a reason.
    pub aside: usize,
    /// Propositions that wait to be placed.
    pub waiting: usize,
    /// Clauses that come from nothing.
    pub without_source: Vec<ClauseId>,
}

/// The account of a motion: selected propositions, and those of the annex that a clause took up.
pub fn account(motion: &Motion, propositions: &[Proposition]) -> Account {
    let mut clauses: BTreeMap<&PropositionId, BTreeSet<ClauseId>> = BTreeMap::new();
    for clause in motion.clauses() {
        clause.propositions().for_each(|id| _ = clauses.entry(id).or_default().insert(clause.id.clone()));
    }
    let mut account = Account {
        without_source: motion.clauses().filter(|one| one.sources.is_empty()).map(|one| one.id.clone()).collect(),
        ..Account::default()
    };
    for one in propositions {
        let placement = match (clauses.get(&one.id), motion.aside.get(&one.id)) {
            (Some(clauses), _) => Placement::Clauses(clauses.clone()),
            (None, Some(reason)) => Placement::Aside(reason.clone()),
            (None, None) if one.rank == Rank::WeakSignal => continue,
            (None, None) => Placement::Waiting,
        };
        account.count(&placement);
        account.placements.insert(one.id.clone(), placement);
    }
    account
}

impl Account {
    fn count(&mut self, placement: &Placement) {
        match placement {
            Placement::Clauses(_) => self.placed += 1,
            Placement::Aside(_) => self.aside += 1,
            Placement::Waiting => self.waiting += 1,
        }
    }

    /// Propositions accounted for.
    pub fn total(&self) -> usize {
        self.placed + self.aside + self.waiting
    }
}
