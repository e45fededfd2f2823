//! Who says which words, for the profiles, and how those words are usually written.

use crate::bag::Bag;
use crate::engine::Found;
use crate::profile::{Said, profiles};
use crate::study::Term;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, terms};
use arobase_text::words::words;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The words of the ideas, each with its author; a campaign speaks with one voice.
pub(super) struct Speech<'a> {
    bags: Vec<&'a Bag>,
    voices: Vec<usize>,
    surface: BTreeMap<String, String>,
}

impl<'a> Speech<'a> {
    pub(super) fn of(found: &Found<'a>) -> Self {
        let ideas = &found.corpus.ideas;
        let voices = ideas.iter().map(|idea| found.voices.voice[idea.contribution]).collect();
        let texts: Vec<&str> = ideas.iter().map(|idea| idea.cut.text.as_str()).collect();
        Self { bags: ideas.iter().map(|idea| &idea.terms).collect(), voices, surface: surfaces(&texts) }
    }

    /// Signed χ² profiles of `groups`, given the group of each idea.
    pub(super) fn profiles(&self, groups: usize, group: &[Option<usize>]) -> Vec<Vec<Term>> {
        let said: Vec<Said<'_>> =
            (0..group.len()).map(|i| Said { group: group[i], voice: self.voices[i], terms: self.bags[i] }).collect();
        let term = |term: crate::profile::Term| Term {
            text: self.surface.get(&term.stem).cloned().unwrap_or(term.stem),
            chi2: term.chi2,
            authors: term.inside,
            expected: term.expected,
        };
        profiles(groups, &said).into_iter().map(|terms| terms.into_iter().map(term).collect()).collect()
    }
}

/// The most frequent written form of each stem, the first in alphabetical order among equals.
fn surfaces(texts: &[&str]) -> BTreeMap<String, String> {
    let count = |texts: &[&str]| {
        let mut forms: BTreeMap<String, usize> = BTreeMap::new();
        for word in texts.iter().flat_map(|text| words(text)) {
            *forms.entry(written(word.text)).or_default() += 1;
        }
        forms
    };
    let forms = texts.par_chunks(4096).map(count).reduce(BTreeMap::new, |mut all, more| {
        for (form, count) in more {
            *all.entry(form).or_default() += count;
        }
        all
    });
    let mut best: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (form, count) in forms {
        let [stem] = terms(&form).try_into().unwrap_or_default();
        let slot = best.entry(stem).or_default();
        if count > slot.0 {
            *slot = (count, form);
        }
    }
    best.into_iter().map(|(stem, (_, form))| (stem, form)).collect()
}

/// Lower case, unless it is an acronym.
fn written(word: &str) -> String {
    let acronym = word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let known = acronym && Lexicon::french().contains(&fold(word));
    if acronym && !known { word.to_owned() } else { word.to_lowercase() }
}
