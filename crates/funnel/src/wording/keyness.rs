//! Which phrases tell one group from the others, counted in voices (analysis.md §1.4, §3.8).
//!
//! χ² says whether chance explains a phrase; the likelihood ratio ranks those that it does not. It grows with how many say the phrase, where χ²
//! and c-TF-IDF put first what two people alone say.

use super::nounphrase::NounPhrase;
use crate::profile::{chi_squared, likelihood_ratio};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Its noun phrases; none for an idea that repeats another.
    pub phrases: &'a [NounPhrase],
}

#[derive(Default)]
struct Entry<'a> {
    surfaces: BTreeMap<&'a str, usize>,
    length: usize,
    /// Per group, the ideas that hold the phrase, and who says it.
    ideas: BTreeMap<usize, BTreeSet<usize>>,
    voices: BTreeMap<usize, BTreeSet<usize>>,
}

/// For each of `groups`, its phrases by falling score: in two ideas of it, and more frequent there than expected. Where chance explains every
/// one of them, the most frequent are taken.
pub(crate) fn key_phrases(groups: usize, spoken: &[Spoken<'_>]) -> Vec<Vec<KeyPhrase>> {
    let mut voices = vec![BTreeSet::new(); groups];
    let mut entries: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    for (idea, one) in spoken.iter().enumerate() {
        let Some(group) = one.group else { continue };
        voices[group].insert(one.voice);
        for phrase in one.phrases {
            let entry = entries.entry(&phrase.key).or_default();
            *entry.surfaces.entry(&phrase.surface).or_default() += 1;
            entry.length = phrase.length;
            entry.ideas.entry(group).or_default().insert(idea);
            entry.voices.entry(group).or_default().insert(one.voice);
        }
    }
    let sizes: Vec<usize> = voices.iter().map(BTreeSet::len).collect();
    let mut found: Vec<Vec<KeyPhrase>> = vec![Vec::new(); groups];
    for least in [SIGNIFICANT, 0.0] {
        for group in (0..groups).filter(|&group| found[group].is_empty()).collect::<Vec<_>>() {
            let told = entries.iter().filter_map(|(key, entry)| key_phrase(key, entry, group, &sizes, least));
            found[group] = absorbed(told.collect());
        }
    }
    found
}

fn key_phrase(key: &str, entry: &Entry<'_>, group: usize, sizes: &[usize], least: f64) -> Option<KeyPhrase> {
    let ideas = entry.ideas.get(&group).filter(|ideas| ideas.len() >= 2)?;
    let inside = entry.voices[&group].len();
    let everywhere: usize = entry.voices.values().map(BTreeSet::len).sum();
    let total: usize = sizes.iter().sum();
    let chi = chi_squared(inside, sizes[group], everywhere, total);
    let told = likelihood_ratio(inside, sizes[group], everywhere, total);
    (chi >= least).then(|| KeyPhrase {
        key: key.to_owned(),
        surface: most_frequent(&entry.surfaces),
        length: entry.length,
        ideas: ideas.clone(),
        voices: inside,
        score: told * fullness(entry.length) * (inside as f64 / SHARED).min(1.0),
    })
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

/// Falling score; a phrase half of whose ideas hold a longer one that begins with it gives way to that one.
fn absorbed(mut phrases: Vec<KeyPhrase>) -> Vec<KeyPhrase> {
    let longer = |short: &KeyPhrase, long: &KeyPhrase| {
        long.key.strip_prefix(short.key.as_str()).is_some_and(|rest| rest.starts_with(' '))
            && 2 * long.ideas.len() >= short.ideas.len()
    };
    let gives: Vec<bool> = phrases.iter().map(|short| phrases.iter().any(|long| longer(short, long))).collect();
    phrases.iter_mut().zip(gives).filter(|(_, gives)| *gives).for_each(|(phrase, _)| phrase.score *= 0.5);
    phrases.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    phrases
}

fn most_frequent(surfaces: &BTreeMap<&str, usize>) -> String {
    let mut best = ("", 0);
    for (&surface, &count) in surfaces {
        if count > best.1 {
            best = (surface, count);
        }
    }
    best.0.to_owned()
}
