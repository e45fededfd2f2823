//! Who stands behind a demand.

use crate::engine::Found;
use crate::engine::corpus::Read;
use crate::engine::voices::Voices;
use crate::kinds::kind;
use crate::outcome::Kind;
use crate::propositions::group::{Demand, Group, opposed};
use crate::propositions::select::near_rows;
use arobase_text::stem::terms;
use std::collections::{BTreeMap, BTreeSet};

/// From this similarity of their own words on, an idea backs a demand. Looked at on the demonstration: above [`SURELY`] they ask for the same
/// thing; from here on they do if they also share at least [`SHARED`] words, and [`OVERLAP`] of the shorter of the two.
const BACKS: f32 = 0.40;
const SURELY: f64 = 0.55;
const SHARED: usize = 2;
const OVERLAP: f64 = 0.28;

/// The ideas behind each group: its members, and those whose own words are near those of its source without pulling the other way; all with
/// the ideas that repeat them.
pub(super) fn backings(
    groups: &[Group],
    demands: &[Demand],
    sources: &[usize],
    found: &Found<'_>,
) -> Vec<BTreeSet<usize>> {
    let repeated = repetitions(found.voices);
    let near = near_rows(sources, &found.meaning.alone, found.voices.leaders.len(), BACKS);
    let back = |(group, rows): (&Group, Vec<(usize, f64)>)| {
        let leader = &demands[group.leader];
        let stems: BTreeSet<String> = terms(&leader.asked.text).into_iter().collect();
        let members = group.members.iter().map(|&d| found.voices.leader[demands[d].idea]);
        let others = rows.into_iter().filter_map(|(row, near)| {
            let idea = found.voices.leaders[row];
            let read = &found.corpus.ideas[idea];
            (agrees(read, leader) && (near >= SURELY || overlaps(read, &stems))).then_some(idea)
        });
        let firsts: BTreeSet<usize> = members.chain(others).collect();
        firsts.iter().flat_map(|first| repeated[first].iter().copied()).collect()
    };
    groups.iter().zip(near).map(back).collect()
}

/// For each idea that stands for itself, itself and those that repeat it.
fn repetitions(voices: &Voices) -> BTreeMap<usize, Vec<usize>> {
    let mut repeated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (idea, &first) in voices.leader.iter().enumerate() {
        repeated.entry(first).or_default().push(idea);
    }
    repeated
}

/// Whether an idea with enough words of its own does not say the opposite.
fn agrees(idea: &Read, leader: &Demand) -> bool {
    let against = |asked: &crate::propositions::Asked| {
        asked.refused != leader.asked.refused || opposed(&asked.text, &leader.asked.text)
    };
    let refuses = kind(&idea.cut.text, !idea.asked.is_empty()) == Kind::Opposition;
    idea.terms.len() >= 3 && !idea.asked.iter().any(against) && !refuses
}

/// Whether an idea holds enough of a phrase's words; numbers are no words.
fn overlaps(idea: &Read, stems: &BTreeSet<String>) -> bool {
    let says = |stem: &&String| stem.chars().count() > 2 && stem.chars().all(char::is_alphabetic);
    let own: BTreeSet<&String> = idea.terms.iter().filter(says).collect();
    let shared = own.iter().filter(|stem| stems.contains(**stem)).count();
    shared >= SHARED && shared as f64 >= OVERLAP * own.len().min(stems.len()) as f64
}
