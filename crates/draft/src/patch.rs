//! The fewest changes that make a document hold what is wanted.

use crate::node::{CLAUSE, FIELD, Node, ROOT, SECTION, STRESS, holds_words};
use crate::read::{ASIDE, EASY, MADE, MINTED, map};
use crate::shape::key;
use arobase_domain::motion::Motion;
use arobase_domain::motion::prose::Run;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeMap;
use std::sync::Arc;
use yrs::types::Attrs;
use yrs::{
    Any, Doc, Map as _, Text as _, Transact as _, TransactionMut, Xml as _, XmlElementPrelim, XmlElementRef,
    XmlFragment, XmlOut, XmlTextPrelim, XmlTextRef,
};

/// Makes the nodes that a document holds those wanted.
pub(crate) fn tree(doc: &Doc, held: &Node, wanted: &Node) {
    if held != wanted {
        let root = doc.get_or_insert_xml_fragment(ROOT);
        children(&mut doc.transact_mut(), &root, &held.children, &wanted.children);
    }
}

/// Makes the maps of a document those of a motion.
pub(crate) fn maps(doc: &Doc, motion: &Motion) {
    let aside = motion.aside.iter().map(|(id, reason)| (id.to_string(), reason.clone())).collect();
    entries(doc, ASIDE, &aside);
    entries(doc, EASY, &motion.easy);
    entries(doc, MADE, &BTreeMap::from([(MINTED.to_owned(), motion.minted.to_string())]));
}

fn entries(doc: &Doc, name: &str, wanted: &BTreeMap<String, String>) {
    let held = map(doc, name);
    if held == *wanted {
        return;
    }
    let map = doc.get_or_insert_map(name);
    let mut txn = doc.transact_mut();
    for gone in held.keys().filter(|key| !wanted.contains_key(*key)) {
        map.remove(&mut txn, gone);
    }
    for (key, value) in wanted.iter().filter(|(key, value)| held.get(*key) != Some(value)) {
        map.insert(&mut txn, key.as_str(), value.as_str());
    }
}

fn children(txn: &mut TransactionMut<'_>, parent: &impl XmlFragment, held: &[Node], wanted: &[Node]) {
    let [before, after] = [held, wanted].map(|nodes| nodes.iter().map(key).collect::<Vec<_>>());
    // From the end, so that places before stay what they were.
    for op in capture_diff_slices(Algorithm::Patience, &before, &after).into_iter().rev() {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                (0..len)
                    .for_each(|at| one(txn, parent, old_index + at, (&held[old_index + at], &wanted[new_index + at])));
            }
            DiffOp::Delete { old_index, old_len, .. } => parent.remove_range(txn, old_index as u32, old_len as u32),
            DiffOp::Insert { old_index, new_index, new_len } => {
                insert(txn, parent, old_index, &wanted[new_index..new_index + new_len]);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let (old, new) = (&held[old_index..old_index + old_len], &wanted[new_index..new_index + new_len]);
                replace(txn, parent, old_index, old, new);
            }
        }
    }
}

/// Blocks that stand for one another are changed in place; the others give way.
fn replace(txn: &mut TransactionMut<'_>, parent: &impl XmlFragment, at: usize, old: &[Node], new: &[Node]) {
    let pairs = old.iter().zip(new).take_while(|(old, new)| old.kind == new.kind && !is_named(old)).count();
    insert(txn, parent, at + old.len(), &new[pairs..]);
    if old.len() > pairs {
        parent.remove_range(txn, (at + pairs) as u32, (old.len() - pairs) as u32);
    }
    for nth in 0..pairs {
        one(txn, parent, at + nth, (&old[nth], &new[nth]));
    }
}

/// Whether another name makes another node.
fn is_named(node: &Node) -> bool {
    matches!(node.kind.as_str(), FIELD | SECTION | CLAUSE) && !node.attr("id").is_empty()
}

fn one(txn: &mut TransactionMut<'_>, parent: &impl XmlFragment, at: usize, (held, wanted): (&Node, &Node)) {
    if held == wanted {
        return;
    }
    let Some(XmlOut::Element(element)) = parent.get(txn, at as u32) else { return };
    attributes(txn, &element, held, wanted);
    if holds_words(&wanted.kind) {
        line(txn, &element, &wanted.line);
    } else {
        children(txn, &element, &held.children, &wanted.children);
    }
}

fn attributes(txn: &mut TransactionMut<'_>, element: &XmlElementRef, held: &Node, wanted: &Node) {
    for gone in held.attrs.keys().filter(|name| !wanted.attrs.contains_key(*name)) {
        element.remove_attribute(txn, gone);
    }
    for (name, value) in wanted.attrs.iter().filter(|(name, value)| held.attrs.get(*name) != Some(value)) {
        element.insert_attribute(txn, name.as_str(), value.as_str());
    }
}

fn insert(txn: &mut TransactionMut<'_>, parent: &impl XmlFragment, at: usize, nodes: &[Node]) {
    for (nth, node) in nodes.iter().enumerate() {
        let element = parent.insert(txn, (at + nth) as u32, XmlElementPrelim::empty(node.kind.as_str()));
        for (name, value) in &node.attrs {
            element.insert_attribute(txn, name.as_str(), value.as_str());
        }
        if !node.line.is_empty() {
            line(txn, &element, &node.line);
        }
        insert(txn, &element, 0, &node.children);
    }
}

/// A word as it is written, with the blank after it.
type Word = (String, bool);

/// Makes the words of a line those wanted, word by word.
fn line(txn: &mut TransactionMut<'_>, element: &XmlElementRef, wanted: &[Run]) {
    let text = only_text(txn, element);
    let (held, wanted) = (tokens(&crate::read::runs(&text, txn)), tokens(wanted));
    for op in capture_diff_slices(Algorithm::Myers, &held, &wanted).into_iter().rev() {
        let (old, new) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let at = length(&held[..old.start]);
        if !old.is_empty() {
            text.remove_range(txn, at, length(&held[old]));
        }
        for (word, stressed) in wanted[new].iter().rev() {
            text.insert_with_attributes(txn, at, word, marks(*stressed));
        }
    }
}

/// The one text of a line; several, which those who begin a line together leave, become one.
fn only_text(txn: &mut TransactionMut<'_>, element: &XmlElementRef) -> XmlTextRef {
    if let (1, Some(XmlOut::Text(text))) = (element.len(txn), element.get(txn, 0)) {
        return text;
    }
    if element.len(txn) > 0 {
        element.remove_range(txn, 0, element.len(txn));
    }
    element.insert(txn, 0, XmlTextPrelim::new(""))
}

fn tokens(runs: &[Run]) -> Vec<Word> {
    let words =
        |run: &Run| run.text.split_inclusive(' ').map(|word| (word.to_owned(), run.stressed)).collect::<Vec<_>>();
    runs.iter().flat_map(words).collect()
}

fn length(words: &[Word]) -> u32 {
    words.iter().map(|(word, _)| word.encode_utf16().count() as u32).sum()
}

fn marks(stressed: bool) -> Attrs {
    let mark = (Arc::from(STRESS), Any::Map(Arc::default()));
    stressed.then_some(mark).into_iter().collect()
}
