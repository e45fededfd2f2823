//! Reinert's descending classification, the second opinion of French analysts (analysis.md §1.7).
//!
//! Segments are rows of words present or absent. The largest class is cut in two along the first axis of its correspondence analysis, where the
//! χ² of the two halves is largest; segments then change sides while that χ² rises, and each side forgets the words that belong to the
//! other. And so on until there are as many classes as asked.

mod axis;
mod cut;

use std::collections::BTreeMap;

/// Share of the segments that hold a word, under which it is left out; three segments at least. On short texts rarer words make classes of
/// a handful of segments that share two of them.
const LEAST_SEGMENTS: f64 = 0.01;

/// Share of the segments under which there is no class; five segments at least.
const LEAST_MEMBERS: f64 = 0.03;

/// A segment that holds no frequent word, or no longer any that its class keeps, has no class.
pub type Class = Option<u32>;

/// Classifies segments given as bags of stems into at most `classes`, numbered by falling size.
///
/// Deterministic. Memory grows with the number of words said, time with that times the number of classes; meant for 5,000 segments.
pub fn reinert(bags: &[Vec<String>], classes: usize) -> Vec<Class> {
    let table = Table::of(bags);
    let spoken: Vec<u32> = (0..table.rows.len() as u32).filter(|&i| !table.rows[i as usize].is_empty()).collect();
    let mut found = vec![Group { members: spoken, active: vec![true; table.terms], whole: false }];
    let least = share_of(bags.len(), LEAST_MEMBERS, 5);
    while found.len() < classes {
        let Some(at) = largest(&found, 2 * least) else { break };
        match cut::cut(&table, &found[at].members, &found[at].active, least) {
            Some([one, other]) => {
                found[at] = Group { members: one.members, active: one.active, whole: false };
                found.push(Group { members: other.members, active: other.active, whole: false });
            }
            None => found[at].whole = true,
        }
    }
    numbered(found, bags.len())
}

/// A class in the making.
struct Group {
    members: Vec<u32>,
    /// Words that it may still be cut by.
    active: Vec<bool>,
    /// It cannot be cut.
    whole: bool,
}

fn share_of(segments: usize, share: f64, least: usize) -> usize {
    ((segments as f64 * share).ceil() as usize).max(least)
}

/// The largest group of at least `least` that may be cut, the first among equals.
fn largest(groups: &[Group], least: usize) -> Option<usize> {
    let open = |group: &Group| !group.whole && group.members.len() >= least;
    (0..groups.len())
        .filter(|&at| open(&groups[at]))
        .max_by_key(|&at| (groups[at].members.len(), std::cmp::Reverse(at)))
}

fn numbered(mut groups: Vec<Group>, segments: usize) -> Vec<Class> {
    groups.sort_by_key(|group| (std::cmp::Reverse(group.members.len()), group.members.first().copied()));
    let mut class = vec![None; segments];
    for (number, group) in (0..).zip(&groups) {
        group.members.iter().for_each(|&i| class[i as usize] = Some(number));
    }
    class
}

/// Which segment holds which word.
struct Table {
    /// For each segment its words, in increasing order, each once.
    rows: Vec<Vec<u32>>,
    terms: usize,
}

impl Table {
    fn of(bags: &[Vec<String>]) -> Self {
        let mut held: BTreeMap<&str, usize> = BTreeMap::new();
        let sets: Vec<Vec<&str>> = bags.iter().map(|bag| distinct(bag)).collect();
        sets.iter().flatten().for_each(|&stem| *held.entry(stem).or_default() += 1);
        let least = share_of(bags.len(), LEAST_SEGMENTS, 3);
        let kept = held.into_iter().filter(|&(_, segments)| segments >= least).map(|(stem, _)| stem);
        let number: BTreeMap<&str, u32> = kept.zip(0..).collect();
        let rows = sets.iter().map(|set| set.iter().filter_map(|stem| number.get(stem).copied()).collect()).collect();
        Self { rows, terms: number.len() }
    }
}

fn distinct(bag: &[String]) -> Vec<&str> {
    let mut set: Vec<&str> = bag.iter().map(String::as_str).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::adjusted_rand;
    use crate::random::Draws;

    /// Segments of three subjects of ten words each, with a word of anything in each.
    fn segments(count: usize) -> (Vec<Vec<String>>, Vec<u32>) {
        let mut draws = Draws::new(7);
        let subject: Vec<u32> = (0..count).map(|_| draws.below(3) as u32).collect();
        let mut word = |subject: u32| format!("w{}", subject as usize * 10 + draws.below(10));
        let bag = |&own: &u32| {
            let mut bag: Vec<String> = (0..5).map(|_| word(own)).collect();
            bag.push(word(3));
            bag
        };
        (subject.iter().map(bag).collect(), subject)
    }

    #[test]
    fn subjects_that_share_no_word_are_found() {
        let (bags, subject) = segments(300);
        let found: Vec<u32> = reinert(&bags, 3).into_iter().map(|class| class.unwrap_or(9)).collect();
        assert!(adjusted_rand(&found, &subject) > 0.95, "{}", adjusted_rand(&found, &subject));
    }

    #[test]
    fn few_or_silent_segments_are_no_trouble() {
        assert_eq!(reinert(&[], 4), []);
        let silent = vec![Vec::new(), vec!["seul".to_owned()]];
        assert_eq!(reinert(&silent, 4), [None, None]);
    }
}
