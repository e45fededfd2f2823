//! Two states of the text, word by word: what was added, what was taken away, what moved.

use super::{Clause, Motion, prose};
use crate::id::ClauseId;
use similar::{Algorithm, ChangeTag, capture_diff_slices};

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the first.
    Gone(String),
    /// Only in the second.
    New(String),
}

/// What became of a clause from a version to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Word for word the same, in the same place.
    Same,
    /// Other words.
    Changed,
    /// The same words elsewhere.
    Moved,
    /// It was not there.
    New,
    /// It is there no more.
    Gone,
}

/// A clause in two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The clause.
    pub id: ClauseId,
    /// Its number in each.
    pub numbers: [Option<usize>; 2],
    /// What became of it.
    pub fate: Fate,
    /// Its words.
    pub pieces: Vec<Piece>,
}

/// Every clause of two versions: those of the second in its order, then those that only the first had.
pub fn compare(first: &Motion, second: &Motion) -> Vec<Compared> {
    let kept = second.numbered().map(|(number, clause)| {
        let before = first.clause(&clause.id);
        let moved = place(first, &clause.id) != place(second, &clause.id);
        one(before, Some((number, clause)), moved)
    });
    let gone = first.numbered().filter(|(_, clause)| second.clause(&clause.id).is_none());
    kept.chain(gone.map(|before| one(Some(before), None, false))).collect()
}

/// The section of a clause and the clause that it follows.
fn place<'a>(motion: &'a Motion, id: &ClauseId) -> Option<(&'a str, Option<&'a ClauseId>)> {
    let (_, section) = motion.section_of(id)?;
    let at = section.clauses.iter().position(|clause| clause.id == *id)?;
    Some((section.id.as_str(), at.checked_sub(1).map(|before| &section.clauses[before].id)))
}

fn one(before: Option<(usize, &Clause)>, after: Option<(usize, &Clause)>, moved: bool) -> Compared {
    let text = |side: Option<(usize, &Clause)>| side.map(|(_, clause)| clause.text.clone()).unwrap_or_default();
    let fate = match (before, after) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        (Some((_, one)), Some((_, other))) if one.text != other.text => Fate::Changed,
        _ if moved => Fate::Moved,
        _ => Fate::Same,
    };
    Compared {
        id: after.or(before).map(|(_, clause)| clause.id.clone()).unwrap_or_default(),
        numbers: [before, after].map(|side| side.map(|(number, _)| number)),
        fate,
        pieces: words(&text(before), &text(after)),
    }
}

/// Two texts, word by word. The pieces that are not new spell the first one, those that are not gone the second.
pub fn words(first: &str, second: &str) -> Vec<Piece> {
    let texts = [first, second].map(prose::plain);
    let [before, after] = texts.each_ref().map(|text| tokens(text));
    let mut pieces: Vec<(ChangeTag, String)> = Vec::new();
    for change in
        capture_diff_slices(Algorithm::Patience, &before, &after).iter().flat_map(|op| op.iter_changes(&before, &after))
    {
        match pieces.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => pieces.push((change.tag(), change.value().to_owned())),
        }
    }
    pieces.into_iter().map(|(tag, text)| piece(tag, text)).collect()
}

fn piece(tag: ChangeTag, text: String) -> Piece {
    match tag {
        ChangeTag::Equal => Piece::Same(text),
        ChangeTag::Delete => Piece::Gone(text),
        ChangeTag::Insert => Piece::New(text),
    }
}

/// Words, each with the blank after it.
fn tokens(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '\n', '\u{a0}', '\u{202f}']).collect()
}
