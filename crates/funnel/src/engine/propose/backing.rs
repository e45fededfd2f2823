//! Who stands behind a demand.

use crate::engine::Found;
use crate::engine::corpus::Read;
use crate::engine::voices::Voices;
use crate::kinds;
use crate::outcome::{Kind, Status};
use crate::propositions::group::{Demand, Group};
use crate::propositions::opposite::Pull;
use crate::propositions::select::near_rows;
use arobase_text::stem::terms;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// From this similarity of their own words on, an idea backs a demand. Looked at on the demonstration: above [`SURELY`] they ask for the same
/// thing; from here on they do if they also share at least [`SHARED`] words, and [`OVERLAP`] of the shorter of the two.
const BACKS: f32 = 0.40;
const SURELY: f64 = 0.55;
const SHARED: usize = 2;
const OVERLAP: f64 = 0.28;

/// The ideas behind each group: its members and, for those of the `shortlist`, the ideas whose own words are near those of its source without
/// pulling the other way; all with the ideas that repeat them,
/// those that are off topic excepted.
pub(super) fn backings(
    groups: &[Group],
    shortlist: &[usize],
    demands: &[Demand],
    sources: &[usize],
    found: &Found<'_>,
) -> Vec<BTreeSet<usize>> {
    let repeated = repetitions(found.voices);
    let near = near_shortlisted(shortlist, sources, found);
    let back = |(group, near): (&Group, &Vec<(usize, f64)>)| {
        let members = group.members.iter().map(|&d| found.voices.leader[demands[d].idea]);
        let firsts: BTreeSet<usize> = members.chain(others(&demands[group.leader], near, found)).collect();
        let aside = |i: &usize| matches!(found.fates.status[*i], Status::OffTopic | Status::Empty);
        firsts.iter().flat_map(|first| repeated[first].iter().copied()).filter(|i| !aside(i)).collect()
    };
    groups.par_iter().zip(&near).map(back).collect()
}

/// For each source, the rows whose own words are near; none for a source that is not on the shortlist.
fn near_shortlisted(shortlist: &[usize], sources: &[usize], found: &Found<'_>) -> Vec<Vec<(usize, f64)>> {
    let rows: Vec<usize> = (0..found.voices.leaders.len()).collect();
    let asked: Vec<usize> = shortlist.iter().map(|&group| sources[group]).collect();
    let mut near = vec![Vec::new(); sources.len()];
    for (&group, rows) in shortlist.iter().zip(near_rows(&asked, &found.meaning.alone, &rows, BACKS)) {
        near[group] = rows;
    }
    near
}

/// Among near rows, the ideas that ask for the same as `leader`.
fn others(leader: &Demand, near: &[(usize, f64)], found: &Found<'_>) -> Vec<usize> {
    let stems: BTreeSet<String> = terms(&leader.asked.text).into_iter().collect();
    let pull = Pull::of(&leader.asked);
    let backs = |&(row, near): &(usize, f64)| {
        let idea = found.voices.leaders[row];
        let read = &found.corpus.ideas[idea];
        ((near >= SURELY || overlaps(read, &stems)) && agrees(read, pull)).then_some(idea)
    };
    near.iter().filter_map(backs).collect()
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
fn agrees(idea: &Read, pull: Pull) -> bool {
    let refuses = kinds::main(&idea.kinds) == Kind::Opposition;
    idea.terms.len() >= 3 && !idea.asked.iter().any(|asked| pull.against(Pull::of(asked))) && !refuses
}

/// Whether an idea holds enough of a phrase's words; numbers are no words.
fn overlaps(idea: &Read, stems: &BTreeSet<String>) -> bool {
    let says = |stem: &&str| stem.chars().count() > 2 && stem.chars().all(char::is_alphabetic);
    let own: BTreeSet<&str> = idea.terms.iter().filter(says).collect();
    let shared = own.iter().filter(|stem| stems.contains(**stem)).count();
    shared >= SHARED && shared as f64 >= OVERLAP * own.len().min(stems.len()) as f64
}
