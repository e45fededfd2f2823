//! Pieces that do not stand alone join their neighbour (analysis.md §3.2, rule 4).

use super::Piece;
use crate::pattern::pattern;
use crate::propositions::read::read;
use arobase_text::lexicon::Lexicon;
use arobase_text::words::words;
use regex::Regex;
use std::sync::LazyLock;

/// More words than this and a sentence that points backwards is left alone.
const CONTEXT_CAP: usize = 60;
/// What asks nothing flows on in segments of about forty words, as Reinert's method cuts them (analysis.md §1.7).
const SEGMENT: usize = 45;

static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:cela|ceci|ca|ce qui|c'est|c'etait|ce serait|ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|par exemple|car|en effet|parce que?|ainsi|resultat|consequence|exemple|donc|d'ou|sinon|merci|c'est pourquoi|et ce|tout cela|tout ca|bref|faute de|d'autant|a ce jour|notamment|surtout|idem|et pas|mais pas|meme si|or|de quoi|autrement)\b",
    )
});

/// Joins headings to what they announce, then weak pieces to the left, or to the right when they come first.
pub(super) fn join(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !text[piece.range.clone()].chars().any(char::is_alphanumeric) {
            continue;
        }
        match joined.last_mut() {
            Some(left) if left.heading => announce(left, &piece),
            Some(left) if left.block == piece.block && depends(text, left, &piece) => left.range.end = piece.range.end,
            _ => joined.push(piece),
        }
    }
    lean_right(text, joined)
}

/// The heading becomes part of the first item: its head is read there.
fn announce(heading: &mut Piece, item: &Piece) {
    heading.range.end = item.range.end;
    heading.heading = item.heading;
    heading.block = item.block;
    heading.carried.clear();
}

fn depends(text: &str, left: &Piece, piece: &Piece) -> bool {
    let content = &text[piece.range.clone()];
    if !piece.carried.is_empty() {
        return false;
    }
    let together = words(&text[left.range.start..piece.range.end]).len();
    let points_back = points_back(content) && together <= CONTEXT_CAP;
    let flows = together <= SEGMENT && !asks(text, left) && !asks(text, piece);
    !stands_alone(content) || points_back || flows
}

/// « Elle ferme à midi » points back; « il faut » does not.
fn points_back(content: &str) -> bool {
    let content = content.trim_start();
    let demands = crate::heads::first(content).is_some_and(|head| head.range.start == 0);
    POINTS_BACK.is_match(content) && !demands
}

fn asks(text: &str, piece: &Piece) -> bool {
    !piece.carried.is_empty() || !read(&text[piece.range.clone()], "").is_empty()
}

/// Four words with a verb, or a head that needs none, can be an idea of their own.
fn stands_alone(content: &str) -> bool {
    let words = words(content);
    let lexicon = Lexicon::french();
    words.len() >= 4
        && (words.iter().any(|word| lexicon.is_verb_form(word.text)) || crate::heads::first(content).is_some())
}

/// A weak opening (« Bonjour, ») joins the piece to its right.
fn lean_right(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut pending: Option<usize> = None;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(mut piece) = pieces.next() {
        if let Some(start) = pending.take() {
            piece.range.start = start;
        }
        let content = &text[piece.range.clone()];
        let weak = words(content).len() < 4 && !stands_alone(content);
        match pieces.peek() {
            Some(next) if weak && next.block == piece.block && next.carried.is_empty() => {
                pending = Some(piece.range.start);
            }
            _ => kept.push(piece),
        }
    }
    kept
}
