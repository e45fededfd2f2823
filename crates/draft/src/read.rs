//! From the document to the motion.

use crate::node::{ITEM, Node, ROOT, STRAY, STRESS, holds_words};
use crate::{fit, shape};
use arobase_domain::PropositionId;
use arobase_domain::motion::Motion;
use arobase_domain::motion::prose::Run;
use std::collections::BTreeMap;
use yrs::types::text::YChange;
use yrs::{
    Any, Doc, Map as _, Out, ReadTxn, Text as _, Transact as _, Xml as _, XmlElementRef, XmlFragment, XmlOut,
    XmlTextRef,
};

/// The maps of the document.
pub(crate) const ASIDE: &str = "aside";
pub(crate) const EASY: &str = "easy";
pub(crate) const MADE: &str = "made";
pub(crate) const MINTED: &str = "minted";

/// The motion that a document reads as. Anything can be read: what is not where it should be is made to fit.
pub fn read(doc: &Doc) -> Motion {
    let mut motion = shape::motion(&fit::fit(tree(doc)));
    motion.aside = map(doc, ASIDE).into_iter().map(|(id, reason)| (PropositionId::new(id), reason)).collect();
    motion.easy = map(doc, EASY);
    let minted = map(doc, MADE).remove(MINTED).and_then(|told| told.parse().ok()).unwrap_or_default();
    motion.minted = motion.minted.max(minted);
    motion
}

/// The nodes of a document, as they are.
pub(crate) fn tree(doc: &Doc) -> Node {
    let root = doc.get_or_insert_xml_fragment(ROOT);
    let txn = doc.transact();
    Node::new(ROOT, children(&root, &txn))
}

fn children(parent: &impl XmlFragment, txn: &impl ReadTxn) -> Vec<Node> {
    parent.children(txn).map(|child| one(child, txn)).collect()
}

fn one(child: XmlOut, txn: &impl ReadTxn) -> Node {
    match child {
        XmlOut::Element(element) => {
            let kind = element.tag().to_string();
            let attrs = attrs(&element, txn);
            if holds_words(&kind) {
                return Node { attrs, ..Node::line(&kind, line(&element, txn)) };
            }
            Node { attrs, ..Node::new(&kind, children(&element, txn)) }
        }
        XmlOut::Text(text) => Node::line(STRAY, runs(&text, txn)),
        XmlOut::Fragment(fragment) => Node::new(ITEM, children(&fragment, txn)),
    }
}

fn attrs(element: &XmlElementRef, txn: &impl ReadTxn) -> BTreeMap<String, String> {
    element.attributes(txn).map(|(name, value)| (name.to_owned(), value.to_string(txn))).collect()
}

/// The words of a line, whatever holds them.
fn line(element: &XmlElementRef, txn: &impl ReadTxn) -> Vec<Run> {
    let words = element.children(txn).flat_map(|child| match child {
        XmlOut::Element(inner) => line(&inner, txn),
        XmlOut::Text(text) => runs(&text, txn),
        XmlOut::Fragment(_) => Vec::new(),
    });
    joined(words)
}

pub(crate) fn runs(text: &XmlTextRef, txn: &impl ReadTxn) -> Vec<Run> {
    let runs = text.diff(txn, YChange::identity).into_iter().filter_map(|piece| match piece.insert {
        Out::Any(Any::String(words)) => {
            let stressed = piece.attributes.is_some_and(|marks| marks.contains_key(STRESS));
            Some(Run { text: words.to_string(), stressed })
        }
        _ => None,
    });
    joined(runs)
}

/// Runs, those that are written alike in one.
pub(crate) fn joined(runs: impl IntoIterator<Item = Run>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for run in runs.into_iter().filter(|run| !run.text.is_empty()) {
        match all.last_mut() {
            Some(last) if last.stressed == run.stressed => last.text.push_str(&run.text),
            _ => all.push(run),
        }
    }
    all
}

pub(crate) fn map(doc: &Doc, name: &str) -> BTreeMap<String, String> {
    let map = doc.get_or_insert_map(name);
    let txn = doc.transact();
    map.iter(&txn).map(|(key, value)| (key.to_owned(), value.to_string(&txn))).collect()
}
