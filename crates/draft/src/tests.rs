use super::*;
use crate::node::{CLAUSE, PARAGRAPH, SECTION};
use arobase_domain::PropositionId;
use arobase_domain::motion::{Annex, Clause, Gesture, Section, SectionKind, Source, account, prose};
use proptest::prelude::*;
use std::collections::BTreeSet;
use yrs::updates::decoder::Decode as _;
use yrs::{
    ReadTxn as _, StateVector, Text as _, Transact as _, Update, Xml as _, XmlElementPrelim, XmlElementRef,
    XmlFragment as _, XmlOut, XmlTextPrelim,
};

/// Clauses of words of their own, each from a proposition.
fn motion(sections: usize, clauses: usize) -> Motion {
    let mut motion = Motion { title: "Motion".into(), demand: "Nous demandons :".into(), ..Motion::default() };
    for section in 0..sections {
        let id = motion.new_section();
        let mut held =
            Section { id, kind: SectionKind::Axis, title: format!("Partie {section}"), ..Section::default() };
        for nth in 0..clauses {
            let at = section * clauses + nth;
            held.clauses.push(Clause {
                id: motion.new_clause(),
                text: format!("premier{at} second{at} troisième{at} quatrième{at} dernier{at}."),
                sources: BTreeSet::from([Source::Proposition(PropositionId::new(format!("p{at}")))]),
                to: BTreeSet::from(["state".to_owned()]),
            });
        }
        motion.sections.push(held);
    }
    motion
}

fn sync(one: &Doc, other: &Doc) {
    for (from, to) in [(one, other), (other, one)] {
        let has = to.transact().state_vector();
        let update = from.transact().encode_state_as_update_v1(&has);
        to.transact_mut().apply_update(Update::decode_v1(&update).expect("an update")).expect("fits");
    }
}

fn copy(of: &Doc, number: u32) -> Doc {
    let doc = blank(number);
    sync(of, &doc);
    doc
}

/// The clauses of a document, as the editor has them.
fn clauses(doc: &Doc) -> Vec<(XmlElementRef, u32)> {
    let root = doc.get_or_insert_xml_fragment(node::ROOT);
    let txn = doc.transact();
    let mut all = Vec::new();
    for child in root.children(&txn) {
        let XmlOut::Element(section) = child else { continue };
        for at in 0..section.len(&txn) {
            let Some(XmlOut::Element(one)) = section.get(&txn, at) else { continue };
            if one.tag().as_ref() == CLAUSE {
                all.push((one, at));
            }
        }
    }
    all
}

fn parent(element: &XmlElementRef) -> XmlElementRef {
    element.parent().and_then(XmlOut::into_xml_element).expect("in a section")
}

/// Types in the first line of a clause.
fn type_in(doc: &Doc, clause: usize, at: u32, words: &str) {
    let clauses = clauses(doc);
    let (clause, _) = &clauses[clause % clauses.len()];
    let mut txn = doc.transact_mut();
    let line = match clause.get(&txn, 0) {
        Some(XmlOut::Element(line)) => line,
        _ => clause.insert(&mut txn, 0, XmlElementPrelim::empty(PARAGRAPH)),
    };
    let text = match line.get(&txn, 0) {
        Some(XmlOut::Text(text)) => text,
        _ => line.insert(&mut txn, 0, XmlTextPrelim::new("")),
    };
    let length = text.len(&txn);
    text.insert(&mut txn, at % (length + 1), words);
}

/// What editors do: the attributes of what is cut are copied, name included or not.
fn split(doc: &Doc, clause: usize, at: usize, named: bool) {
    let clauses = clauses(doc);
    let (clause, place) = &clauses[clause % clauses.len()];
    let words = read::tree(doc);
    let words = lineage::clauses(&words).nth(clauses.iter().position(|one| one.0 == *clause).expect("there"));
    let words: Vec<char> = words.expect("there").words().replace('\n', " ").chars().collect();
    let (first, second) = words.split_at(at % (words.len() + 1));
    let mut txn = doc.transact_mut();
    let copy = parent(clause).insert(&mut txn, place + 1, XmlElementPrelim::empty(CLAUSE));
    for name in ["id", "sources", "to"] {
        let value = clause.get_attribute(&txn, name).map(|value| value.to_string(&txn)).unwrap_or_default();
        copy.insert_attribute(&mut txn, name, if name == "id" && !named { String::new() } else { value });
    }
    for (holder, part) in [(clause, first), (&copy, second)] {
        let length = holder.len(&txn);
        if length > 0 {
            holder.remove_range(&mut txn, 0, length);
        }
        let line = holder.insert(&mut txn, 0, XmlElementPrelim::empty(PARAGRAPH));
        line.insert(&mut txn, 0, XmlTextPrelim::new(part.iter().collect::<String>()));
    }
}

/// The words of a clause go to the end of another, and it is no more.
fn join(doc: &Doc, clause: usize, with: usize) {
    let clauses = clauses(doc);
    let [one, other] = [clause, with].map(|at| at % clauses.len());
    if one == other {
        return;
    }
    let words = lineage::clauses(&read::tree(doc)).nth(other).expect("there").words();
    let mut txn = doc.transact_mut();
    let length = clauses[one].0.len(&txn);
    let line = clauses[one].0.insert(&mut txn, length, XmlElementPrelim::empty(PARAGRAPH));
    line.insert(&mut txn, 0, XmlTextPrelim::new(words));
    parent(&clauses[other].0).remove_range(&mut txn, clauses[other].1, 1);
}

/// A clause goes to the end of the section of another, as the same node made anew.
fn shift(doc: &Doc, clause: usize, to: usize) {
    let clauses = clauses(doc);
    let [one, other] = [clause, to].map(|at| at % clauses.len());
    let held = lineage::clauses(&read::tree(doc)).nth(one).expect("there").clone();
    let mut txn = doc.transact_mut();
    let home = parent(&clauses[other].0);
    let length = home.len(&txn);
    let made = home.insert(&mut txn, length, XmlElementPrelim::empty(CLAUSE));
    for (name, value) in &held.attrs {
        made.insert_attribute(&mut txn, name.as_str(), value.as_str());
    }
    let line = made.insert(&mut txn, 0, XmlElementPrelim::empty(PARAGRAPH));
    line.insert(&mut txn, 0, XmlTextPrelim::new(held.words()));
    parent(&clauses[one].0).remove_range(&mut txn, clauses[one].1, 1);
}

fn sources(motion: &Motion) -> BTreeSet<&Source> {
    motion.clauses().flat_map(|clause| &clause.sources).collect()
}

fn letters(motion: &Motion) -> Vec<char> {
    let mut all: Vec<char> =
        motion.clauses().flat_map(|clause| prose::plain(&clause.text).chars().collect::<Vec<_>>()).collect();
    all.retain(|sign| !sign.is_whitespace());
    all.sort_unstable();
    all
}

#[test]
fn a_gesture_leaves_what_others_type() {
    let held = motion(1, 3);
    let doc = begin(&held, 1);
    let other = copy(&doc, 2);
    let mut changed = held.clone();
    let id = |at: usize| held.sections[0].clauses[at].id.clone();
    changed
        .make(Gesture::Write { clause: id(0), text: "premier0 autre0 quatrième0 dernier0.".into(), before: None })
        .expect("there");
    changed
        .make(Gesture::Move { clause: id(2), section: held.sections[0].id.clone(), before: Some(id(1)) })
        .expect("there");
    type_in(&other, 0, 0, "Tout ");
    type_in(&other, 1, 0, "Encore ");
    write(&doc, &changed);
    assert_eq!(read(&doc), changed);
    sync(&doc, &other);
    let texts: Vec<String> = read(&other).clauses().map(|clause| clause.text.clone()).collect();
    assert_eq!(read(&doc), read(&other));
    assert_eq!(texts[0], "Tout premier0 autre0 quatrième0 dernier0.");
    assert!(texts.iter().any(|text| text.starts_with("Encore premier1")), "{texts:?}");
}

#[test]
fn a_blank_at_the_end_is_left_to_who_types() {
    let held = motion(1, 2);
    let doc = begin(&held, 1);
    type_in(&doc, 0, 44, " ");
    let words = |doc: &Doc| lineage::clauses(&read::tree(doc)).next().expect("one").words();
    let typed = words(&doc);
    let mut other = read(&doc);
    other.title = "Autre".into();
    write(&doc, &other);
    assert_eq!((read(&doc).title.as_str(), words(&doc)), ("Autre", typed));
}

#[test]
fn two_states_made_apart_are_both_kept() {
    let mut table = Table::begin(&motion(1, 2), 1);
    let mut elsewhere = table.motion();
    let page = blank(7);
    page.transact_mut().apply_update(Update::decode_v1(&table.whole()).expect("whole")).expect("fits");
    type_in(&page, 0, 0, "Ici ");
    let typed = page.transact().encode_state_as_update_v1(&StateVector::default());
    table.take(&typed).expect("small");
    let clause = elsewhere.sections[0].clauses[1].id.clone();
    elsewhere.make(Gesture::Write { clause, text: "Là premier1.".into(), before: None }).expect("there");
    assert!(table.take_in(&elsewhere, 2).expect("it reads").is_some());
    let texts: Vec<String> = table.motion().clauses().map(|clause| clause.text.clone()).collect();
    assert_eq!(texts, ["Ici premier0 second0 troisième0 quatrième0 dernier0.", "Là premier1."]);
    assert_eq!(table.take(&vec![0; LARGEST_UPDATE + 1]), Err(Unfit::TooLarge));
    assert_eq!(table.take(b"nothing"), Err(Unfit::Unreadable));
}

#[test]
fn what_is_of_no_schema_is_made_to_fit() {
    let doc = begin(&motion(1, 1), 1);
    let root = doc.get_or_insert_xml_fragment(node::ROOT);
    {
        let mut txn = doc.transact_mut();
        let table = root.insert(&mut txn, 0, XmlElementPrelim::empty("table"));
        table.insert(&mut txn, 0, XmlTextPrelim::new("orphelin"));
        let field = root.insert(&mut txn, 1, XmlElementPrelim::empty("field"));
        field.insert_attribute(&mut txn, "name", "title");
        let line = field.insert(&mut txn, 0, XmlElementPrelim::empty(PARAGRAPH));
        line.insert(&mut txn, 0, XmlTextPrelim::new("Titre de trop"));
        let section =
            root.children(&txn).find_map(|child| child.into_xml_element().filter(|one| one.tag().as_ref() == SECTION));
        section.expect("one").push_back(&mut txn, XmlTextPrelim::new("perdu"));
    }
    heal(&doc, &motion(1, 1));
    let healed = read(&doc);
    assert_eq!(healed.title, "Titre de trop Motion");
    assert!(letters(&healed).len() > letters(&motion(1, 1)).len() + "orphelinperdu".len() - 1);
    let again = read::tree(&doc);
    assert_eq!(fit::fit(again.clone()), again);
    assert!(healed.clauses().all(|clause| !clause.id.as_str().is_empty()));
}

#[test]
fn what_a_clause_comes_from_follows_its_words() {
    let before = motion(1, 3);
    let doc = begin(&before, 1);
    join(&doc, 0, 1);
    heal(&doc, &before);
    let after = read(&doc);
    assert_eq!(sources(&after), sources(&before));
    assert_eq!(after.sections[0].clauses[0].sources.len(), 2);
    // A clause that is only taken away gives what it came from to nobody.
    let clause = clauses(&doc)[1].clone();
    parent(&clause.0).remove_range(&mut doc.transact_mut(), clause.1, 1);
    heal(&doc, &after);
    assert_eq!(sources(&read(&doc)).len(), 2);
    assert!(account(&read(&doc), &[]).without_source.is_empty());
}

fn text() -> impl Strategy<Value = String> {
    "[a-e é*>\\\\\n•-]{0,30}".prop_map(|text| prose::written(&prose::blocks(&prose::written(&prose::blocks(&text)))))
}

fn title() -> impl Strategy<Value = String> {
    "[a-zé*>]{0,8}"
}

prop_compose! {
    fn any_motion()(
        heads in (title(), title(), text(), text()),
        recitals in proptest::collection::vec(text(), 0..3),
        sections in proptest::collection::vec((title(), text(), proptest::collection::vec((text(), 0u8..9), 0..4)), 0..4),
        annexes in proptest::collection::vec((title(), text()), 0..3),
        aside in proptest::collection::btree_map("p[1-9]", "[a-z]{1,5}", 0..3),
    ) -> Motion {
        let (title, address, reasons, demand) = heads;
        let mut motion = Motion { title, address, reasons, demand, ..Motion::default() };
        motion.recitals = recitals.into_iter().filter(|text| !text.is_empty()).collect();
        for (title, lead, clauses) in sections {
            let mut section = Section { id: motion.new_section(), title, lead, ..Section::default() };
            for (text, source) in clauses {
                let sources = BTreeSet::from([Source::Proposition(PropositionId::new(format!("p{source}")))]);
                section.clauses.push(Clause { id: motion.new_clause(), text, sources, to: BTreeSet::new() });
            }
            motion.sections.push(section);
        }
        motion.annexes = annexes.into_iter().map(|(title, text)| Annex { title, text }).filter(|one| *one != Annex::default()).collect();
        motion.easy = aside.clone();
        motion.aside = aside.into_iter().map(|(id, reason)| (PropositionId::new(id), reason)).collect();
        motion
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A motion written over another reads as itself, and mending it changes nothing.
    #[test]
    fn what_is_written_is_read(first in any_motion(), second in any_motion()) {
        let doc = begin(&first, 1);
        prop_assert_eq!(&read(&doc), &first);
        write(&doc, &second);
        prop_assert_eq!(&read(&doc), &second);
        let before = doc.transact().state_vector();
        write(&doc, &second);
        heal(&doc, &second);
        prop_assert_eq!(&doc.transact().state_vector(), &before);
        prop_assert_eq!(read(&doc), second);
    }

    /// Three people type on either side of a cut, more than once; they end with the same text, every sign in it.
    #[test]
    fn nothing_typed_apart_is_lost(
        rounds in proptest::collection::vec(proptest::collection::vec((0usize..3, 0usize..6, 0u32..60, "[a-zé🙂]{1,6}"), 0..20), 1..4),
    ) {
        let begun = motion(2, 3);
        let first = begin(&begun, 1);
        let docs = [copy(&first, 2), copy(&first, 3), first];
        let mut wanted = letters(&begun);
        for round in rounds {
            for (who, clause, at, words) in round {
                // Not in the middle of a sign of two units.
                let at = if words.contains('🙂') { 0 } else { at };
                let words = if at == 0 { words } else { words.replace('🙂', "") };
                let words = words.replace('🙂', "x");
                wanted.extend(words.chars());
                type_in(&docs[who], clause, at, &words);
            }
            for _ in 0..2 {
                sync(&docs[0], &docs[1]);
                sync(&docs[1], &docs[2]);
            }
        }
        wanted.sort_unstable();
        for doc in &docs {
            prop_assert_eq!(letters(&read(doc)), wanted.clone());
            prop_assert_eq!(read(doc), read(&docs[0]));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    /// Five hundred cuts, joins and moves, mended as they come: every clause comes from something, no name is given twice, no word is lost.
    #[test]
    fn clauses_keep_what_they_come_from(draws in proptest::collection::vec(any::<[u16; 3]>(), 500), often in 1usize..4) {
        let begun = motion(3, 5);
        let doc = begin(&begun, 1);
        let mut before = begun.clone();
        for (nth, [what, one, other]) in draws.into_iter().map(|draw| draw.map(usize::from)).enumerate() {
            match what % 4 {
                0 => split(&doc, one, other, what % 8 == 0),
                1 | 2 if clauses(&doc).len() > 6 => join(&doc, one, other),
                _ => shift(&doc, one, other),
            }
            if nth % often == 0 {
                heal(&doc, &before);
                before = read(&doc);
                prop_assert!(before.clauses().all(|clause| !clause.sources.is_empty()));
                let ids: BTreeSet<_> = before.clauses().map(|clause| &clause.id).collect();
                prop_assert_eq!(ids.len(), before.clauses().count());
            }
        }
        heal(&doc, &before);
        let after = read(&doc);
        prop_assert_eq!(letters(&after), letters(&begun));
        prop_assert_eq!(sources(&after), sources(&begun));
    }
}
