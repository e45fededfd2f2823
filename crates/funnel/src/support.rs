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
        let authors: BTreeSet<String> = contributions.iter().flat_map(|&at| self.authors(at)).collect();
        let territories: BTreeSet<&str> = contributions.iter().flat_map(|&at| self.places(at)).collect();
        let voices: BTreeSet<String> = contributions.iter().flat_map(|&at| self.voices(at)).collect();
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
        ideas.iter().flat_map(|&idea| self.places(self.contribution[idea])).map(str::to_owned).collect()
    }

    /// Everyone who signed a contribution, the first one first.
    pub(crate) fn authors(&self, contribution: usize) -> impl Iterator<Item = String> {
        let others = self.inputs[contribution].others.iter().map(|one| one.author.clone());
        std::iter::once(self.author(contribution)).chain(others)
    }

    /// The territories that its signers come from.
    fn places(&self, contribution: usize) -> impl Iterator<Item = &'a str> {
        let input: &'a Input = self.inputs[contribution];
        let others = input.others.iter().filter_map(|one| one.territory.as_deref());
        input.territory.as_deref().into_iter().chain(others)
    }

    /// The first author of a contribution; without a name, the contribution stands for itself.
    pub(crate) fn author(&self, contribution: usize) -> String {
        let input = self.inputs[contribution];
        input.author.clone().unwrap_or_else(|| format!("\u{0}{}", input.id))
    }

    /// A campaign is one voice, however many sign each of its letters.
    fn voices(&self, contribution: usize) -> Vec<String> {
        match self.campaign[contribution] {
            Some(campaign) => vec![format!("\u{1}{campaign}")],
            None => self.authors(contribution).collect(),
        }
    }
}
