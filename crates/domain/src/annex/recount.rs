//! What people changed, counted again from `gestures.csv` and the tables alone.

use super::{ENGINE, GestureRow};
use crate::coding::Code;
use crate::edits::BY_HAND;
use crate::id::IdeaId;
use crate::record::Record;
use crate::trace::Trace;
use std::collections::{BTreeMap, BTreeSet};

/// An entry: as the engine put it last, where people touched it since, and as it is.
#[derive(Default)]
struct Entry<'a> {
    put: Option<&'a str>,
    now: &'a str,
}

impl<'a> Entry<'a> {
    fn pair(&self) -> (&'a str, &'a str) {
        (self.put.unwrap_or(self.now), self.now)
    }
}

/// The figures of [`Trace`], from what the files say.
pub fn recount(rows: &[GestureRow], record: &Record) -> Trace {
    let people = || rows.iter().filter(|row| row.by != ENGINE);
    let lines: BTreeMap<u32, &GestureRow> = people().map(|row| (row.seq, row)).collect();
    let mut trace = Trace {
        people: people().map(|row| &row.by).collect::<BTreeSet<_>>().len(),
        gestures: lines.len(),
        undone: lines.values().filter(|row| row.gesture.starts_with("undo ")).count(),
        ideas: record.ideas.iter().map(|idea| idea.idea_id.whole()).collect::<BTreeSet<_>>().len(),
        ..Trace::default()
    };
    for entry in entries(rows, "idea").values() {
        idea(&mut trace, entry);
    }
    themes(&mut trace, rows, record);
    propositions(&mut trace, rows, record);
    let whole = |id: &&str| IdeaId::new(*id).whole().as_str() == *id;
    let cuts = entries(rows, "cut");
    trace.ideas_cut = cuts.iter().filter(|(id, entry)| whole(id) && !entry.now.is_empty()).count();
    trace.passages_masked = entries(rows, "mask").values().filter_map(|entry| entry.now.parse::<usize>().ok()).sum();
    trace
}

fn entries<'a>(rows: &'a [GestureRow], kind: &str) -> BTreeMap<&'a str, Entry<'a>> {
    let mut entries: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.kind == kind) {
        let entry = entries.entry(&row.id).or_default();
        if row.by != ENGINE {
            entry.put.get_or_insert(&row.before);
        } else if entry.put == Some(&row.before) {
            // People had taken back what they did: it is the engine's again.
            entry.put = None;
        }
        entry.now = &row.after;
    }
    entries
}

fn idea(trace: &mut Trace, entry: &Entry<'_>) {
    let (put, now) = entry.pair();
    if put.is_empty() || now.is_empty() {
        return;
    }
    trace.ideas_parted += usize::from(now.ends_with(", apart"));
    trace.ideas_joined += usize::from(now.contains(", same as "));
    let theme = |place: &str| matches!(code(place), Some(Code::Theme(_)));
    match (theme(put), theme(now)) {
        (true, false) => trace.ideas_taken_out += 1,
        (false, true) => trace.ideas_brought_in += 1,
        (true, true) if code(put) != code(now) => trace.ideas_moved += 1,
        (false, false) if code(put) != code(now) => trace.ideas_judged += 1,
        _ if by_hand(now) => trace.ideas_read += 1,
        _ => {}
    }
}

/// Where a place is: the first of its words.
fn code(place: &str) -> Option<Code> {
    place.split(' ').next()?.parse().ok()
}

fn by_hand(place: &str) -> bool {
    place.split([' ', ',']).nth(1) == Some(BY_HAND)
}

/// Every theme that the files know: those published, those that a gesture made or ended, and those that it emptied.
fn themes(trace: &mut Trace, rows: &[GestureRow], record: &Record) {
    let touched = entries(rows, "theme");
    let mut known: BTreeSet<String> = record.themes.iter().map(|row| row.theme_id.to_string()).collect();
    known.extend(touched.keys().map(ToString::to_string));
    let places = rows.iter().filter(|row| row.kind == "idea").flat_map(|row| [&row.before, &row.after]);
    known.extend(places.filter_map(|place| match code(place) {
        Some(Code::Theme(theme)) => Some(theme.to_string()),
        _ => None,
    }));
    for id in &known {
        let (put, now) = touched.get(id.as_str()).map_or(("wording 1", "wording 1"), Entry::pair);
        let gone = now.is_empty() || now.starts_with("in ");
        trace.themes += usize::from(!put.is_empty());
        match (put.is_empty(), gone) {
            (false, true) => trace.themes_gone += 1,
            (true, false) => trace.themes_new += 1,
            (false, false) => trace.themes_renamed += usize::from(put != now),
            (true, true) => {}
        }
    }
}

fn propositions(trace: &mut Trace, rows: &[GestureRow], record: &Record) {
    let touched = entries(rows, "proposition");
    let mut known: BTreeSet<&str> = record.propositions.iter().map(|row| row.proposition_id.as_str()).collect();
    known.extend(touched.keys());
    let wording = |told: &str| told.split(',').next().unwrap_or_default().to_owned();
    for id in known {
        let (put, now) = touched.get(id).map_or(("wording 1, open", "wording 1, open"), Entry::pair);
        trace.propositions += usize::from(!put.is_empty());
        match (put.is_empty(), now.is_empty()) {
            (false, true) => trace.propositions_gone += 1,
            (true, false) => trace.propositions_new += 1,
            (false, false) => trace.propositions_reworded += usize::from(wording(put) != wording(now)),
            (true, true) => {}
        }
        trace.propositions_adopted += usize::from(now.ends_with(", adopted"));
        trace.propositions_aside += usize::from(now.ends_with(", aside"));
    }
}
