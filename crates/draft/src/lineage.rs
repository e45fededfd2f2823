//! What clauses come from, followed through what people did with their words.

use crate::node::{CLAUSE, Node, SECTION};
use crate::shape::{sources_code, sources_of};
use arobase_domain::motion::{Clause, Motion, prose};
use std::collections::{BTreeMap, BTreeSet};

/// Share of the words of a clause that must be found in another for what it comes from to follow.
const LIKE: f64 = 0.6;

/// Gives each clause what the words that came to it come from.
pub(crate) fn follow(root: &mut Node, before: &Motion) {
    let held: BTreeMap<String, Bag> = clauses(root).map(|one| (one.attr("id").to_owned(), bag(&one.words()))).collect();
    for old in before.clauses() {
        let words = bag(&prose::plain(&old.text));
        match held.get(old.id.as_str()) {
            None => joined(root, before, old, &words),
            Some(left) => taken(root, before, old, &without(&words, left)),
        }
    }
}

/// A clause that is no more gives what it came from to the one that took its words, if one did.
fn joined(root: &mut Node, before: &Motion, gone: &Clause, words: &Bag) {
    let shares = clauses(root).enumerate().map(|(at, one)| (share(words, &came(one, before)), at));
    let best = shares.max_by(|one, other| one.0.total_cmp(&other.0));
    if let Some((found, at)) = best
        && found >= LIKE
        && let Some(node) = clauses_mut(root).nth(at)
    {
        give(node, gone);
    }
}

/// A clause that comes from nothing, made of words that another lost, comes from what that one does.
fn taken(root: &mut Node, before: &Motion, old: &Clause, lost: &Bag) {
    for node in clauses_mut(root).filter(|node| node.attr("sources").is_empty()) {
        let came = came(node, before);
        if !came.is_empty() && share(&came, lost) >= LIKE {
            give(node, old);
        }
    }
}

fn give(node: &mut Node, from: &Clause) {
    let mut sources = sources_of(node.attr("sources"));
    sources.extend(from.sources.iter().cloned());
    let mut to: BTreeSet<&str> = node.attr("to").split_whitespace().collect();
    to.extend(from.to.iter().map(String::as_str));
    let to = to.into_iter().collect::<Vec<_>>().join(" ");
    node.attrs.extend([("sources".to_owned(), sources_code(&sources)), ("to".to_owned(), to)]);
}

/// Words, and how many times each.
type Bag = BTreeMap<String, usize>;

pub(crate) fn bag(text: &str) -> Bag {
    let mut bag = Bag::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *bag.entry(word.to_lowercase()).or_default() += 1;
    }
    bag
}

/// The words of a clause that it did not have before.
fn came(node: &Node, before: &Motion) -> Bag {
    let had = before.clauses().find(|clause| clause.id.as_str() == node.attr("id"));
    without(&bag(&node.words()), &had.map(|clause| bag(&prose::plain(&clause.text))).unwrap_or_default())
}

fn without(words: &Bag, others: &Bag) -> Bag {
    let left =
        words.iter().map(|(word, count)| (word.clone(), count.saturating_sub(others.get(word).copied().unwrap_or(0))));
    left.filter(|(_, count)| *count > 0).collect()
}

/// How much of the words is among others.
pub(crate) fn share(words: &Bag, among: &Bag) -> f64 {
    let total: usize = words.values().sum();
    let found: usize = words.iter().map(|(word, count)| among.get(word).copied().unwrap_or(0).min(*count)).sum();
    found as f64 / total.max(1) as f64
}

/// Every clause, in order.
pub(crate) fn clauses(root: &Node) -> impl Iterator<Item = &Node> {
    let sections = root.children.iter().filter(|node| node.is(SECTION));
    sections.flat_map(|section| &section.children).filter(|node| node.is(CLAUSE))
}

/// The same, to be changed.
pub(crate) fn clauses_mut(root: &mut Node) -> impl Iterator<Item = &mut Node> {
    let sections = root.children.iter_mut().filter(|node| node.is(SECTION));
    sections.flat_map(|section| &mut section.children).filter(|node| node.is(CLAUSE))
}
