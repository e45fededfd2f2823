//! What people left behind is mended: everything has its place, its name, and what it comes from.

use crate::lineage::{bag, clauses_mut, follow, share};
use crate::node::{Node, SECTION};
use crate::read::{read, tree};
use crate::{fit, patch};
use arobase_domain::motion::{Motion, prose};
use std::collections::BTreeMap;
use yrs::Doc;

/// Mends a document that read as `before`: gives names to what is new, tells copies from what they were copied from, makes what clauses come from
/// follow their words. Words are not touched.
pub fn heal(doc: &Doc, before: &Motion) {
    let held = tree(doc);
    let mut healed = fit::fit(held.clone());
    let mut motion = read(doc);
    motion.minted = highest(&motion, before);
    name_sections(&mut healed, &mut motion);
    name_clauses(&mut healed, &mut motion, before);
    follow(&mut healed, before);
    patch::tree(doc, &held, &healed);
    patch::maps(doc, &motion);
}

/// The highest number that was given.
fn highest(motion: &Motion, before: &Motion) -> u32 {
    let ids = motion.sections.iter().map(|section| section.id.as_str());
    let ids = ids.chain(motion.clauses().map(|clause| clause.id.as_str()));
    let given = ids.filter_map(|id| id.get(1..)?.parse().ok()).max().unwrap_or(0);
    given.max(motion.minted).max(before.minted)
}

fn name_sections(root: &mut Node, motion: &mut Motion) {
    let mut seen = Vec::new();
    for node in root.children.iter_mut().filter(|node| node.is(SECTION)) {
        if node.attr("id").is_empty() || seen.contains(&node.attr("id").to_owned()) {
            node.attrs.insert("id".into(), motion.new_section().to_string());
        }
        seen.push(node.attr("id").to_owned());
    }
}

/// Of several clauses of one name, the one most like what bore it keeps it.
fn name_clauses(root: &mut Node, motion: &mut Motion, before: &Motion) {
    let mut bearers: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for (at, node) in clauses_mut(root).enumerate() {
        let likeness = before.clauses().find(|clause| clause.id.as_str() == node.attr("id")).map_or(0.0, |clause| {
            let [had, has] = [bag(&prose::plain(&clause.text)), bag(&node.words())];
            share(&had, &has)
        });
        let bearer = bearers.entry(node.attr("id").to_owned()).or_insert((likeness, at));
        if likeness > bearer.0 {
            *bearer = (likeness, at);
        }
    }
    for (at, node) in clauses_mut(root).enumerate() {
        let id = node.attr("id");
        if id.is_empty() || bearers.get(id).is_none_or(|bearer| bearer.1 != at) {
            node.attrs.insert("id".into(), motion.new_clause().to_string());
        }
    }
}
