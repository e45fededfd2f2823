//! The same text, or the same template, sent by many authors.

use super::shingles::Shingles;
use super::{Folded, LONG, groups, join_equal, join_near, union::Union, voice};
use std::collections::{BTreeMap, BTreeSet};

/// A campaign has at least so many contributions, or this share of all of them if that is more, and so many authors.
const CONTRIBUTIONS: usize = 5;
const SHARE: f64 = 0.005;
const AUTHORS: usize = 3;

/// Jaccard similarity of shingles from which a text is a variant of another (analysis.md §3.3).
const VARIANT: f64 = 0.55;

/// Share of the ideas of the shorter of two contributions from which they follow one template.
const TEMPLATE: f64 = 0.60;

/// For each contribution, the number of the campaign it belongs to, from 1, in the order of their first contributions.
///
/// `ideas` holds for each contribution the leaders of its ideas (see [`super::find`]); contributions that share
/// six ideas in ten follow one template even where the rest differs. Give empty lists to do without.
/// A contribution under twelve words is in no campaign: short answers meet by chance.
pub fn campaigns(contributions: &[Folded<'_>], ideas: &[Vec<u32>]) -> Vec<Option<u32>> {
    let mut union = Union::new(contributions.len());
    let long = |i: u32| contributions[i as usize].text.split(' ').count() >= LONG;
    let mut unique = join_equal(contributions, &mut union);
    unique.retain(|&i| long(i));
    join_near(contributions, &unique, &mut union, |_, _| true);
    join_templates(ideas, &mut union, long);
    let mut campaign = vec![None; contributions.len()];
    let found = groups(&union.leaders()).into_iter().filter(|group| is_campaign(group, contributions, long));
    for (number, group) in (1..).zip(found) {
        for member in group {
            campaign[member as usize] = Some(number);
        }
    }
    join_variants(contributions, &mut campaign, long);
    campaign
}

/// Gives each campaign the long contributions that vary its first text: a word changed in the middle of a short one already
/// takes three shingles from both.
fn join_variants(contributions: &[Folded<'_>], campaign: &mut [Option<u32>], long: impl Fn(u32) -> bool) {
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for (i, number) in campaign.iter().enumerate() {
        if let Some(number) = *number {
            first.entry(number).or_insert(i);
        }
    }
    if first.is_empty() {
        return;
    }
    let shingles = Shingles::of(contributions.iter().map(|one| one.text), Shingles::words);
    for i in (0..campaign.len()).filter(|&i| long(i as u32)) {
        let near = |&(_, &head): &(&u32, &usize)| shingles.jaccard(i, head) >= VARIANT;
        if campaign[i].is_none() {
            campaign[i] = first.iter().find(near).map(|(&number, _)| number);
        }
    }
}

fn is_campaign(group: &[u32], contributions: &[Folded<'_>], long: impl Fn(u32) -> bool) -> bool {
    let least = CONTRIBUTIONS.max((SHARE * contributions.len() as f64).ceil() as usize);
    let authors: BTreeSet<_> = group.iter().map(|&i| voice(&contributions[i as usize])).collect();
    group.len() >= least && authors.len() >= AUTHORS && group.iter().all(|&i| long(i))
}

/// Joins each contribution with the first ones that hold the same ideas, when they share enough of them.
fn join_templates(ideas: &[Vec<u32>], union: &mut Union, long: impl Fn(u32) -> bool) {
    let sets: Vec<BTreeSet<u32>> = ideas.iter().map(|leaders| leaders.iter().copied().collect()).collect();
    let mut first: BTreeMap<u32, u32> = BTreeMap::new();
    for (i, set) in (0_u32..).zip(&sets).filter(|&(i, _)| long(i)) {
        let heads: BTreeSet<u32> = set.iter().map(|&leader| *first.entry(leader).or_insert(i)).collect();
        for head in heads.into_iter().filter(|&head| head != i) {
            let other = &sets[head as usize];
            let shared = set.intersection(other).count() as f64;
            if shared >= TEMPLATE * set.len().min(other.len()) as f64 {
                union.join(head, i);
            }
        }
    }
}
