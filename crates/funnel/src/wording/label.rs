//! The label of a theme: one noun phrase, or two when one covers too little (analysis.md §3.8).

use super::keyness::KeyPhrase;
use arobase_text::stem::fold;
use std::collections::BTreeSet;

/// Below this share of ideas that hold the first phrase, the label names a second axis.
const ENOUGH: f64 = 0.3;
/// Phrases shown under a label.
const KEYWORDS: usize = 5;

/// A label and the phrases it was chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// « Formation des agents », « Cyberattaques et sauvegardes ».
    pub text: String,
    /// Up to five phrases, none inside another.
    pub keywords: Vec<String>,
    /// Their stems.
    pub keys: Vec<String>,
}

/// Labels for every theme, best supported first: no two begin with the same word.
pub(crate) fn labels(candidates: &[Vec<KeyPhrase>], sizes: &[usize], order: &[usize]) -> Vec<Label> {
    let mut taken = BTreeSet::new();
    let mut found: Vec<Option<Label>> = vec![None; candidates.len()];
    for &theme in order {
        let distinct = distinct(&candidates[theme]);
        found[theme] = Some(choose(&distinct, sizes[theme], &mut taken));
    }
    found.into_iter().map(|label| label.unwrap_or_else(unnamed)).collect()
}

fn choose(phrases: &[&KeyPhrase], size: usize, taken: &mut BTreeSet<String>) -> Label {
    let mut free = phrases.iter().filter(|phrase| !taken.contains(head(&phrase.key)));
    let Some(first) = free.next().or(phrases.first()) else { return unnamed() };
    let second = phrases.iter().find(|phrase| {
        phrase.key != first.key && head(&phrase.key) != head(&first.key) && !taken.contains(head(&phrase.key))
    });
    taken.insert(head(&first.key).to_owned());
    let narrow = (first.ideas as f64) < ENOUGH * size as f64;
    let text = match second.filter(|_| narrow) {
        Some(second) => format!("{} et {}", capital(&first.surface), second.surface),
        None => capital(&first.surface),
    };
    Label {
        text,
        keywords: phrases.iter().map(|phrase| phrase.surface.clone()).collect(),
        keys: phrases.iter().map(|phrase| phrase.key.clone()).collect(),
    }
}

fn unnamed() -> Label {
    Label { text: "Thème sans mot commun".to_owned(), keywords: Vec::new(), keys: Vec::new() }
}

/// The best phrases, leaving out those that say the same with more or fewer words.
fn distinct(phrases: &[KeyPhrase]) -> Vec<&KeyPhrase> {
    let mut kept: Vec<&KeyPhrase> = Vec::new();
    for phrase in phrases {
        let overlaps = kept.iter().any(|other| shares(&phrase.key, &other.key));
        if !overlaps {
            kept.push(phrase);
        }
        if kept.len() == KEYWORDS {
            break;
        }
    }
    kept
}

fn shares(a: &str, b: &str) -> bool {
    let a: BTreeSet<&str> = a.split(' ').collect();
    b.split(' ').any(|stem| a.contains(stem))
}

fn head(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

/// First letter upper-case.
pub(crate) fn capital(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether an idea's phrases hold one of the label's.
pub(crate) fn covers(label: &Label, keys: &[super::nounphrase::NounPhrase]) -> bool {
    keys.iter().any(|phrase| label.keys.iter().any(|key| fold(key) == fold(&phrase.key)))
}
