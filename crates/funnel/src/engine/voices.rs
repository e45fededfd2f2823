//! Stage two: who repeats whom, and which contributions are one campaign.

use super::corpus::Corpus;
use crate::duplicates::{self, Folded};
use crate::outcome::Input;
use std::collections::BTreeMap;

/// Repetition, idea by idea and contribution by contribution.
pub(super) struct Voices {
    /// For each idea, the first that says the same; itself when it is the first, or empty.
    pub leader: Vec<usize>,
    /// Ideas that stand for themselves and have content: the ones to cluster.
    pub leaders: Vec<usize>,
    /// For each of `leaders`, min(log₂(1 + authors), 4).
    pub weights: Vec<f64>,
    /// For each contribution, its campaign from 1.
    pub campaign: Vec<Option<u32>>,
    /// For each contribution, who speaks: equal numbers are one author, or one campaign.
    pub voice: Vec<usize>,
}

impl Voices {
    pub(super) fn hear(inputs: &[&Input], corpus: &Corpus) -> Self {
        let authors = numbered(inputs);
        let spoken: Vec<usize> = (0..corpus.ideas.len()).filter(|&i| !corpus.ideas[i].empty).collect();
        let texts: Vec<Folded<'_>> = spoken
            .iter()
            .map(|&i| {
                let idea = &corpus.ideas[i];
                Folded {
                    text: &idea.folded,
                    author: authors[idea.contribution],
                    contribution: idea.contribution as u32,
                }
            })
            .collect();
        let found = duplicates::find(&texts);
        let mut leader: Vec<usize> = (0..corpus.ideas.len()).collect();
        for (at, &i) in spoken.iter().enumerate() {
            leader[i] = spoken[found.leader[at] as usize];
        }
        let leaders = found.leaders().iter().map(|&at| spoken[at as usize]).collect();
        let campaign = campaigns(corpus, &authors, &leader);
        let voice = speaking(&authors, &campaign);
        Self { leader, leaders, weights: found.weights(&texts), campaign, voice }
    }

    /// Ideas that repeat another.
    pub(super) fn repeated(&self) -> usize {
        self.leader.iter().enumerate().filter(|(i, leader)| i != *leader).count()
    }

    pub(super) fn campaigns(&self) -> usize {
        self.campaign.iter().flatten().max().map_or(0, |&last| last as usize)
    }
}

fn campaigns(corpus: &Corpus, authors: &[Option<u32>], leader: &[usize]) -> Vec<Option<u32>> {
    let wholes: Vec<String> = (0..authors.len())
        .map(|c| corpus.of(c).map(|i| corpus.ideas[i].folded.as_str()).collect::<Vec<_>>().join(" "))
        .collect();
    let leaders: Vec<Vec<u32>> = (0..authors.len())
        .map(|c| corpus.of(c).filter(|&i| !corpus.ideas[i].empty).map(|i| leader[i] as u32).collect())
        .collect();
    let texts: Vec<Folded<'_>> = wholes
        .iter()
        .enumerate()
        .map(|(c, text)| Folded { text, author: authors[c], contribution: c as u32 })
        .collect();
    duplicates::campaigns(&texts, &leaders)
}

/// A number for each author, each contribution without one, each campaign.
fn speaking(authors: &[Option<u32>], campaign: &[Option<u32>]) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    let of = |contribution: usize| match (campaign[contribution], authors[contribution]) {
        (Some(campaign), _) => (0, campaign as usize),
        (None, Some(author)) => (1, author as usize),
        (None, None) => (2, contribution),
    };
    let number = |contribution| {
        let next = numbers.len();
        *numbers.entry(of(contribution)).or_insert(next)
    };
    (0..authors.len()).map(number).collect()
}

/// Numbers for the names of authors.
fn numbered(inputs: &[&Input]) -> Vec<Option<u32>> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    inputs
        .iter()
        .map(|input| {
            let name = input.author.as_deref()?;
            let next = numbers.len() as u32;
            Some(*numbers.entry(name).or_insert(next))
        })
        .collect()
}
