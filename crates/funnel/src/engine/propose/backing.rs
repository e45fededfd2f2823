//! Who stands behind a demand.

use crate::engine::Found;
use crate::engine::corpus::Read;
use crate::engine::voices::Voices;
use crate::kinds;
use crate::outcome::{Kind, Status};
use crate::propositions::aim::Aim;
use crate::propositions::group::{Demand, Group};
use crate::propositions::opposite::Pull;
use crate::propositions::select::near_rows;
use arobase_text::stem::terms;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// From this similarity of their own words on, an idea is about the same subject: above [`SURELY`], or if it also shares at least [`SHARED`]
/// words, and [`OVERLAP`] of the shorter of the two (looked at on the demonstration).
const NEAR: f32 = 0.40;
const SURELY: f64 = 0.55;
const SHARED: usize = 2;
const OVERLAP: f64 = 0.28;
/// From this one on it says the same, whatever its grammar.
const VERBATIM: f64 = 0.8;

/// Who speaks of what a group asks.
pub(super) struct Backing {
    /// Ideas that want the same of the same thing: these are counted under a proposition.
    pub same: BTreeSet<usize>,
    /// These and those about the same subject: the selection looks for what many speak of.
    pub heard: BTreeSet<usize>,
}

/// The ideas behind each group: those of its members and, for the groups of the `shortlist`, ideas whose own words are near those of its source
/// without pulling the other way; all with the ideas that repeat them, those that are off topic excepted. Being near is not wanting the same:
/// of 197 near ideas read on the 662 proposals of République numérique, a quarter did.
pub(super) fn backings(
    groups: &[Group],
    shortlist: &[usize],
    demands: &[Demand],
    sources: &[usize],
    found: &Found<'_>,
) -> Vec<Backing> {
    let repeated = repetitions(found.voices);
    let near = near_shortlisted(shortlist, sources, found);
    let said = Sayings::of(found);
    let aside = |i: &usize| matches!(found.fates.status[*i], Status::OffTopic | Status::Empty);
    let all = |firsts: &BTreeSet<usize>| -> BTreeSet<usize> {
        firsts.iter().flat_map(|first| repeated[first].iter().copied()).filter(|i| !aside(i)).collect()
    };
    let back = |(group, near): (&Group, &Vec<(usize, f64)>)| {
        let leader = &demands[group.leader];
        let aim = Aim::of(&leader.asked.text);
        let first = |d: &usize| found.voices.leader[demands[*d].idea];
        let same = |d: &&usize| **d == group.leader || Aim::of(&demands[**d].asked.text).meets(&aim);
        let mut wants: BTreeSet<usize> = group.members.iter().filter(same).map(first).collect();
        let mut heard: BTreeSet<usize> = group.members.iter().map(first).collect();
        for (idea, wanted) in said.others(leader, &aim, near) {
            heard.insert(idea);
            wants.extend(wanted.then_some(idea));
        }
        Backing { same: all(&wants), heard: all(&heard) }
    };
    groups.par_iter().zip(&near).map(back).collect()
}

/// For each source, the rows whose own words are near; none for a source that is not on the shortlist.
fn near_shortlisted(shortlist: &[usize], sources: &[usize], found: &Found<'_>) -> Vec<Vec<(usize, f64)>> {
    let rows: Vec<usize> = (0..found.voices.leaders.len()).collect();
    let asked: Vec<usize> = shortlist.iter().map(|&group| sources[group]).collect();
    let mut near = vec![Vec::new(); sources.len()];
    for (&group, rows) in shortlist.iter().zip(near_rows(&asked, &found.meaning.alone, &rows, NEAR)) {
        near[group] = rows;
    }
    near
}

/// For each idea that stands for itself, itself and those that repeat it.
fn repetitions(voices: &Voices) -> BTreeMap<usize, Vec<usize>> {
    let mut repeated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (idea, &first) in voices.leader.iter().enumerate() {
        repeated.entry(first).or_default().push(idea);
    }
    repeated
}

/// What the ideas that stand for themselves say, each read once: an idea is near many groups.
struct Sayings<'a> {
    found: &'a Found<'a>,
    read: Vec<OnceLock<Saying<'a>>>,
}

/// What an idea says.
struct Saying<'a> {
    aims: Box<[Aim]>,
    pulls: Box<[Pull]>,
    /// Its words, numbers excepted, each once and in order.
    words: Box<[&'a str]>,
    /// Whether it has enough words of its own, and refuses nothing.
    speaks: bool,
}

impl<'a> Sayings<'a> {
    fn of(found: &'a Found<'a>) -> Self {
        Self { found, read: found.voices.leaders.iter().map(|_| OnceLock::new()).collect() }
    }

    /// Among near rows, the ideas about what `leader` is about, each with whether it wants the same.
    fn others(&self, leader: &Demand, aim: &Aim, near: &[(usize, f64)]) -> Vec<(usize, bool)> {
        let stems: BTreeSet<String> = terms(&leader.asked.text).into_iter().collect();
        let pull = Pull::of(&leader.asked);
        let told = |&(row, near): &(usize, f64)| {
            let idea = self.found.voices.leaders[row];
            let saying = self.read[row].get_or_init(|| Saying::of(&self.found.corpus.ideas[idea]));
            let wants = near >= VERBATIM || saying.aims.iter().any(|own| own.meets(aim));
            let about = wants || near >= SURELY || saying.overlaps(&stems);
            (about && saying.agrees(pull)).then_some((idea, wants))
        };
        near.iter().filter_map(told).collect()
    }
}

impl<'a> Saying<'a> {
    fn of(idea: &'a Read) -> Self {
        let says = |stem: &&str| stem.chars().count() > 2 && stem.chars().all(char::is_alphabetic);
        let words: BTreeSet<&str> = idea.terms.iter().filter(says).collect();
        Self {
            aims: idea.asked.iter().map(|asked| Aim::of(&asked.text)).collect(),
            pulls: idea.asked.iter().map(Pull::of).collect(),
            words: words.into_iter().collect(),
            speaks: idea.terms.len() >= 3 && kinds::main(&idea.kinds) != Kind::Opposition,
        }
    }

    /// Whether it does not say the opposite.
    fn agrees(&self, pull: Pull) -> bool {
        self.speaks && !self.pulls.iter().any(|own| pull.against(*own))
    }

    /// Whether it holds enough of a phrase's words.
    fn overlaps(&self, stems: &BTreeSet<String>) -> bool {
        let shared = self.words.iter().filter(|stem| stems.contains(**stem)).count();
        shared >= SHARED && shared as f64 >= OVERLAP * self.words.len().min(stems.len()) as f64
    }
}
