//! Which phrases tell one group from the others, counted in voices (analysis.md §1.4, §3.8).
//!
//! χ² says whether chance explains a phrase; the likelihood ratio ranks those that it does not. It grows with how many say the phrase, where χ²
//! and c-TF-IDF put first what two people alone say.

use super::nounphrase::NounPhrase;
use super::phrasebook::{Lists, Phrasebook};
use crate::profile::{chi_squared, likelihood_ratio};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// χ² that chance exceeds once in twenty.
const SIGNIFICANT: f64 = 3.84;

/// Voices under which a phrase counts for less: the words of one person do not name what several say.
const SHARED: f64 = 4.0;

/// A phrase of one group, scored against the other groups.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeyPhrase {
    /// Stems.
    pub key: String,
    /// Most frequent surface form; the first in alphabetical order among equals.
    pub surface: String,
    /// Content words.
    pub length: usize,
    /// Ideas of the group that hold it.
    pub ideas: BTreeSet<usize>,
    /// Who says it in the group.
    pub voices: usize,
    /// How well it tells the group; the higher the better.
    pub score: f64,
}

/// An idea as labels see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken<'a> {
    /// Its group.
    pub group: Option<usize>,
    /// Who says it.
    pub voice: usize,
    /// The numbers of its noun phrases; none for an idea that repeats another.
    pub phrases: &'a [u32],
}

/// For each of `groups`, its phrases by falling score: in two ideas of it, and more frequent there than expected. Where chance explains every
/// one of them, the most frequent are taken.
pub(crate) fn key_phrases(groups: usize, spoken: &[Spoken<'_>], book: &Phrasebook) -> Vec<Vec<KeyPhrase>> {
    let uses = Uses::of(groups, spoken, book);
    let mut found: Vec<Vec<KeyPhrase>> = vec![Vec::new(); groups];
    for least in [SIGNIFICANT, 0.0] {
        let without: Vec<bool> = found.iter().map(Vec::is_empty).collect();
        if without.contains(&true) {
            for (group, told) in uses.told(least, &without) {
                found[group].push(told);
            }
        }
    }
    found.into_iter().map(absorbed).collect()
}

/// Who says which phrase, in which group.
struct Uses<'a> {
    spoken: &'a [Spoken<'a>],
    book: &'a Phrasebook,
    /// For each phrase, the ideas of the groups that hold it.
    holders: Lists,
    /// Voices of each group.
    sizes: Vec<usize>,
}

impl<'a> Uses<'a> {
    fn of(groups: usize, spoken: &'a [Spoken<'a>], book: &'a Phrasebook) -> Self {
        let mut voices = vec![BTreeSet::new(); groups];
        for one in spoken {
            one.group.map(|group| voices[group].insert(one.voice));
        }
        let grouped = (0_u32..).zip(spoken).filter(|(_, one)| one.group.is_some());
        let holders = book.holders(grouped.map(|(idea, one)| (idea, one.phrases)));
        Self { spoken, book, holders, sizes: voices.iter().map(BTreeSet::len).collect() }
    }

    /// The phrases of the groups `wanted` that exceed `least`, each with its group, by rising key.
    fn told(&self, least: f64, wanted: &[bool]) -> Vec<(usize, KeyPhrase)> {
        let keys: Vec<Range<usize>> = self.book.keys().collect();
        let told = |key: &Range<usize>| self.of_key(key.clone(), least, wanted);
        keys.par_iter().flat_map_iter(told).collect()
    }

    fn of_key(&self, key: Range<usize>, least: f64, wanted: &[bool]) -> Vec<(usize, KeyPhrase)> {
        let mut ideas: Vec<(usize, usize)> =
            key.clone().flat_map(|phrase| self.holders.of(phrase)).filter_map(|&idea| self.placed(idea)).collect();
        ideas.sort_unstable();
        ideas.dedup();
        let mut voices: Vec<(usize, usize)> =
            ideas.iter().map(|&(group, idea)| (group, self.spoken[idea].voice)).collect();
        voices.sort_unstable();
        voices.dedup();
        let groups = ideas.chunk_by(|a, b| a.0 == b.0).zip(voices.chunk_by(|a, b| a.0 == b.0));
        let wide = groups.filter(|(ideas, _)| ideas.len() >= 2 && wanted[ideas[0].0]);
        wide.filter_map(|(ideas, inside)| {
            let told = self.key_phrase(key.clone(), ideas, inside.len(), voices.len(), least)?;
            Some((ideas[0].0, told))
        })
        .collect()
    }

    fn placed(&self, idea: u32) -> Option<(usize, usize)> {
        Some((self.spoken[idea as usize].group?, idea as usize))
    }

    /// The phrase in the group of `ideas`, if chance does not explain that `inside` voices of the group say it, of the `everywhere` that do.
    fn key_phrase(
        &self,
        key: Range<usize>,
        ideas: &[(usize, usize)],
        inside: usize,
        everywhere: usize,
        least: f64,
    ) -> Option<KeyPhrase> {
        let (size, total) = (self.sizes[ideas[0].0], self.sizes.iter().sum());
        let NounPhrase { key: stems, length, .. } = self.book.phrase(key.start);
        let chi = chi_squared(inside, size, everywhere, total);
        let told = likelihood_ratio(inside, size, everywhere, total);
        (chi >= least).then(|| KeyPhrase {
            key: stems.clone(),
            surface: self.most_frequent(key),
            length: *length,
            ideas: ideas.iter().map(|&(_, idea)| idea).collect(),
            voices: inside,
            score: told * fullness(*length) * (inside as f64 / SHARED).min(1.0),
        })
    }

    /// The surface of a key that most say, the first among equals.
    fn most_frequent(&self, key: Range<usize>) -> String {
        let said = |&phrase: &usize| (self.holders.of(phrase).len(), Reverse(phrase));
        key.max_by_key(said).map(|phrase| self.book.phrase(phrase).surface.clone()).unwrap_or_default()
    }
}

/// Two or three words name a subject; one is often too wide, four too narrow.
fn fullness(length: usize) -> f64 {
    match length {
        1 => 0.5,
        2 => 1.15,
        3 => 1.05,
        _ => 0.8,
    }
}

/// Falling score; a phrase half of whose ideas hold a longer one that begins with it gives way to that one. They come by rising key: the longer
/// ones stand behind.
fn absorbed(mut phrases: Vec<KeyPhrase>) -> Vec<KeyPhrase> {
    let gives = |at: usize| {
        let short = &phrases[at];
        let longer = |long: &KeyPhrase| {
            long.key[short.key.len()..].starts_with(' ') && 2 * long.ideas.len() >= short.ideas.len()
        };
        phrases[at + 1..].iter().take_while(|long| long.key.starts_with(&short.key)).any(longer)
    };
    let gives: Vec<bool> = (0..phrases.len()).map(gives).collect();
    phrases.iter_mut().zip(gives).filter(|(_, gives)| *gives).for_each(|(phrase, _)| phrase.score *= 0.5);
    phrases.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    phrases
}
