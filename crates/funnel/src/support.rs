//! Counting who stands behind something: ideas, contributions, authors, territories, campaigns once.

use crate::outcome::{Input, Support};
use std::collections::BTreeSet;

/// Who wrote each idea, as far as counting goes.
pub(crate) struct Census<'a> {
    inputs: &'a [&'a Input],
    /// Contribution of each idea.
    contribution: &'a [usize],
    /// Campaign of each contribution.
    campaign: &'a [Option<u32>],
}

impl<'a> Census<'a> {
    /// A census of ideas by their contributions.
    pub(crate) fn new(inputs: &'a [&'a Input], contribution: &'a [usize], campaign: &'a [Option<u32>]) -> Self {
        Self { inputs, contribution, campaign }
    }

    /// Support given by a set of ideas.
    pub(crate) fn of(&self, ideas: impl IntoIterator<Item = usize>) -> Support {
        let ideas: BTreeSet<usize> = ideas.into_iter().collect();
        let contributions: BTreeSet<usize> = ideas.iter().map(|&idea| self.contribution[idea]).collect();
        let authors: BTreeSet<String> = contributions.iter().map(|&at| self.author(at)).collect();
        let territories: BTreeSet<&str> =
            contributions.iter().filter_map(|&at| self.inputs[at].territory.as_deref()).collect();
        let voices: BTreeSet<String> = contributions.iter().map(|&at| self.voice(at)).collect();
        Support {
            ideas: ideas.len(),
            contributions: contributions.len(),
            authors: authors.len(),
            territories: territories.len(),
            authors_dedup: voices.len(),
        }
    }

    /// The territories that a set of ideas comes from.
    pub(crate) fn territories(&self, ideas: &BTreeSet<usize>) -> BTreeSet<String> {
        ideas.iter().filter_map(|&idea| self.inputs[self.contribution[idea]].territory.clone()).collect()
    }

    /// The author of a contribution; without a name, the contribution stands for itself.
    pub(crate) fn author(&self, contribution: usize) -> String {
        let input = self.inputs[contribution];
        input.author.clone().unwrap_or_else(|| format!("\u{0}{}", input.id))
    }

    fn voice(&self, contribution: usize) -> String {
        self.campaign[contribution].map_or_else(|| self.author(contribution), |campaign| format!("\u{1}{campaign}"))
    }
}
