//! `gestures.csv`: what each line of the log changed, entry by entry, without the words that are not to be read outside.

use super::{ENGINE, Letters};
use crate::coding::into;
use crate::edits::{Act, Change, Decision, Event, Held, Repeats, Standing, Turn, Turns, Worded};
use crate::id::ThemeId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Display;

/// One entry that one gesture changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GestureRow {
    /// The line of the log, from 1.
    pub seq: u32,
    /// The day, as the edition counts days.
    pub day: String,
    /// Who: a letter, or [`ENGINE`] for a run that was brought.
    pub by: String,
    /// What was done, as the log says it; `undo 12`, `redo 12` for the line of that number.
    pub gesture: String,
    /// What the entry is: `idea`, `theme`, `question`, `proposition`, `cut`, `mask`, `note`, `query`.
    pub kind: String,
    /// Which one; nothing for a query, whose words are its name.
    pub id: String,
    /// As it was; nothing where it was not there.
    pub before: String,
    /// As it became; nothing where it is no longer there.
    pub after: String,
    /// The hash of the state after the line, as the journal seals it.
    pub state: String,
}

/// The rows of a log; `day` is the day of an instant.
pub fn gestures(log: &[Event], letters: &Letters<'_>, day: &dyn Fn(i64) -> String) -> Vec<GestureRow> {
    let (mut seen, mut rows) = (Seen::default(), Vec::new());
    for event in log {
        let engine = matches!(event.act, Act::Rerun { .. });
        let line = GestureRow {
            seq: event.seq,
            day: day(event.at),
            by: if engine { ENGINE.to_owned() } else { letters.letter(&event.by) },
            gesture: named(&event.act),
            state: event.hash.clone(),
            ..GestureRow::default()
        };
        let entries = seen.entries(&event.change, into(log, &event.act));
        // A run that brought nothing is a line all the same.
        rows.extend(entries.is_empty().then(|| line.clone()));
        rows.extend(entries.into_iter().map(|entry| entry.on(&line)));
    }
    rows
}

/// The name of what was done.
fn named(act: &Act) -> String {
    match act {
        Act::Made(gesture) => {
            let told = serde_json::to_value(gesture).unwrap_or_default();
            told.get("edit").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
        }
        Act::Undone { undo } => format!("undo {undo}"),
        Act::Redone { redo } => format!("redo {redo}"),
        Act::Rerun { .. } => "rerun".to_owned(),
    }
}

/// An entry of a line: kind, identifier, before, after.
struct Entry(&'static str, String, [String; 2]);

impl Entry {
    fn on(self, line: &GestureRow) -> GestureRow {
        let Self(kind, id, [before, after]) = self;
        GestureRow { kind: kind.to_owned(), id, before, after, ..line.clone() }
    }
}

/// The wordings of each entry so far, numbered as they came.
#[derive(Default)]
struct Seen(BTreeMap<String, Vec<String>>);

impl Seen {
    fn entries(&mut self, change: &Change, into: Option<&ThemeId>) -> Vec<Entry> {
        let mut all = entries("idea", &change.ideas, |_, stands| place(stands));
        all.extend(entries_of_themes(self, change, into));
        all.extend(entries("question", &change.questions, |id, asked| self.wording(id, &asked.wording)));
        all.extend(entries("proposition", &change.propositions, |id, worded| self.decided(id, worded)));
        all.extend(entries("cut", &change.cuts, |_, cut| format!("at {}", cut.at)));
        all.extend(entries("mask", &change.masks, |_, words| words.len().to_string()));
        all.extend(entries("note", &change.notes, |_, _| "written".to_owned()));
        let unnamed = |entry: Entry| Entry(entry.0, String::new(), entry.2);
        all.extend(entries("query", &change.queries, |_, _| "kept".to_owned()).into_iter().map(unnamed));
        all
    }

    /// « wording 2 »: the second wording that this entry had. The same words have the same number.
    fn wording(&mut self, id: &str, words: &str) -> String {
        let known = self.0.entry(id.to_owned()).or_default();
        let at = known.iter().position(|other| other == words).unwrap_or_else(|| {
            known.push(words.to_owned());
            known.len() - 1
        });
        format!("wording {}", at + 1)
    }

    fn decided(&mut self, id: &str, worded: &Worded) -> String {
        let decision = match worded.decision {
            Decision::Open => "open",
            Decision::Adopted => "adopted",
            Decision::Aside(_) => "aside",
        };
        format!("{}, {decision}", self.wording(id, &worded.text))
    }

    fn name(&mut self, id: &str, held: &Held) -> String {
        self.wording(id, held.label.as_deref().unwrap_or_default())
    }
}

fn entries<K: Display, T>(
    kind: &'static str,
    turns: &Turns<K, T>,
    mut told: impl FnMut(&str, &T) -> String,
) -> Vec<Entry> {
    let mut entry = |(id, turn): (&K, &Turn<T>)| {
        let id = id.to_string();
        let sides = [&turn.before, &turn.after].map(|side| side.as_ref().map(|it| told(&id, it)).unwrap_or_default());
        Entry(kind, id, sides)
    };
    turns.iter().map(&mut entry).collect()
}

/// A theme that was merged is « in » the one that it went into.
fn entries_of_themes(seen: &mut Seen, change: &Change, into: Option<&ThemeId>) -> Vec<Entry> {
    let mut themes = entries("theme", &change.themes, |id, held| seen.name(id, held));
    for entry in themes.iter_mut().filter(|entry| entry.2[1].is_empty()) {
        entry.2[1] = into.map(|theme| format!("in {theme}")).unwrap_or_default();
    }
    themes
}

/// « t03 by_hand », « to_sort between_themes, same as 12.1 ».
fn place(stands: &Standing) -> String {
    let at = stands.theme.as_ref().map_or(stands.status.as_str(), ThemeId::as_str);
    let repeats = match &stands.repeats {
        Repeats::AsFound => String::new(),
        Repeats::Nothing => ", apart".to_owned(),
        Repeats::Idea(first) => format!(", same as {first}"),
    };
    format!("{at} {}{repeats}", stands.reason)
}
