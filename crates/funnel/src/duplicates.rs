//! Texts that say the same thing in the same or nearly the same words (analysis.md §3.3).
//!
//! Linear in the number of texts: equal matching forms by lookup, near ones by MinHash, locality-sensitive hashing,
//! and an exact Jaccard on the candidates.

mod campaigns;
mod minhash;
mod shingles;
mod union;

pub use campaigns::campaigns;

use shingles::Shingles;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use union::Union;

/// Jaccard similarity of shingles from which two texts are near-duplicates.
pub const NEAR: f64 = 0.80;

/// From this many words on, shingles are three words; below, five letters.
const LONG: usize = 12;

/// Up to this many words a text is also compared by letters, so that a text of twelve words meets its
/// copy of eleven. Lengths differ by a quarter at most when Jaccard reaches .80.
const LETTERS: usize = 16;

/// Words that turn an idea into its opposite: two ideas that do not hold as many of them are not duplicates,
/// however close their words (« il faut » and « il ne faut pas » share more than .80 of a long sentence).
const NEGATIONS: [&str; 12] =
    ["ne", "n", "pas", "jamais", "aucun", "aucune", "non", "contre", "sans", "ni", "stop", "moins"];

/// One text, as duplicates see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folded<'a> {
    /// The matching form: lower case, no accent, no punctuation, words apart by one space.
    pub text: &'a str,
    /// Who wrote it, if known.
    pub author: Option<u32>,
    /// The contribution it belongs to.
    pub contribution: u32,
}

/// Groups of texts that say the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Duplicates {
    /// For each text, the first of its group; itself when it is the only one.
    pub leader: Vec<u32>,
    /// The groups of two texts or more, members in order, by their first member.
    pub groups: Vec<Vec<u32>>,
}

impl Duplicates {
    /// The texts that stand for their group, in order: the ones to cluster.
    pub fn leaders(&self) -> Vec<u32> {
        (0..self.leader.len() as u32).filter(|&i| self.leader[i as usize] == i).collect()
    }

    /// For each of [`Self::leaders`], min(log₂(1 + authors), 4): a campaign weighs more than one voice, and at most four.
    pub fn weights(&self, texts: &[Folded<'_>]) -> Vec<f64> {
        let mut voices: BTreeMap<u32, BTreeSet<Voice>> = BTreeMap::new();
        for (text, &leader) in texts.iter().zip(&self.leader) {
            voices.entry(leader).or_default().insert(voice(text));
        }
        voices.values().map(|v| libm::log2(1.0 + v.len() as f64).min(4.0)).collect()
    }
}

/// An author, or a contribution without author, which counts for one.
type Voice = (bool, u32);

fn voice(text: &Folded<'_>) -> Voice {
    text.author.map_or((false, text.contribution), |author| (true, author))
}

/// Groups the texts whose matching forms are equal, or near (Jaccard ≥ [`NEAR`]) and of the same polarity.
///
/// Texts come in their canonical order; the same texts give the same groups on any machine.
pub fn find(texts: &[Folded<'_>]) -> Duplicates {
    let mut union = Union::new(texts.len());
    let unique = join_equal(texts, &mut union);
    let polarity: Vec<usize> = texts.iter().map(|t| negations(t.text)).collect();
    join_near(texts, &unique, &mut union, |a, b| polarity[a as usize] == polarity[b as usize]);
    let leader = union.leaders();
    Duplicates { groups: groups(&leader), leader }
}

fn negations(text: &str) -> usize {
    text.split(' ').filter(|word| NEGATIONS.contains(word)).count()
}

/// Joins texts with equal forms and returns the first text of each form.
fn join_equal(texts: &[Folded<'_>], union: &mut Union) -> Vec<u32> {
    let mut first = HashMap::with_capacity(texts.len());
    let mut unique = Vec::new();
    for (i, text) in (0_u32..).zip(texts) {
        let head = *first.entry(text.text).or_insert(i);
        if head == i {
            unique.push(i);
        }
        union.join(head, i);
    }
    unique
}

/// Joins near texts among `unique`, short ones by letters, long ones by words, when `same` allows it.
fn join_near(texts: &[Folded<'_>], unique: &[u32], union: &mut Union, same: impl Fn(u32, u32) -> bool) {
    let words: Vec<usize> = unique.iter().map(|&i| texts[i as usize].text.split(' ').count()).collect();
    let select = |keep: &dyn Fn(usize) -> bool| -> Vec<u32> {
        unique.iter().zip(&words).filter(|&(_, &count)| keep(count)).map(|(&i, _)| i).collect()
    };
    join_by(Shingles::letters, texts, &select(&|n| n < LETTERS), union, &same);
    join_by(Shingles::words, texts, &select(&|n| n >= LONG), union, &same);
}

/// Joins near texts among `members`, compared by the pieces that `cut` makes.
fn join_by(
    cut: fn(&str) -> Vec<u32>,
    texts: &[Folded<'_>],
    members: &[u32],
    union: &mut Union,
    same: &impl Fn(u32, u32) -> bool,
) {
    let shingles = Shingles::of(members.iter().map(|&i| texts[i as usize].text), cut);
    minhash::near(&shingles, |a, b| {
        let (i, j) = (members[a], members[b]);
        if union.same(i, j) {
            return true;
        }
        let near = same(i, j) && shingles.jaccard(a, b) >= NEAR;
        if near {
            union.join(i, j);
        }
        near
    });
}

/// The groups of two or more, from the leaders.
fn groups(leader: &[u32]) -> Vec<Vec<u32>> {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (i, &head) in (0_u32..).zip(leader) {
        members.entry(head).or_default().push(i);
    }
    members.into_values().filter(|group| group.len() > 1).collect()
}

#[cfg(test)]
mod tests;
