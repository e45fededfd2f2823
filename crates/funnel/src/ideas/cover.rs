//! From pieces of normalised text to spans of the raw text that leave no letter behind.

use super::{Cut, Piece};
use arobase_text::normal::Normal;
use std::ops::Range;

/// Spans of raw scalars for each piece; letters and digits between two pieces (a list number, the name of a tag) go to the piece
/// that follows, those at the end to the last.
pub(super) fn cover(raw: &str, normal: &Normal, pieces: Vec<Piece>) -> Vec<Cut> {
    let scalars: Vec<char> = raw.chars().collect();
    let last = pieces.len().saturating_sub(1);
    let mut from = 0;
    let mut cuts = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        let core = normal.raw_span(piece.range.clone());
        let start = first_meant(&scalars, from..core.start).unwrap_or(core.start);
        let end = if at == last { last_meant(&scalars, core.end).unwrap_or(core.end) } else { core.end };
        cuts.push(Cut {
            span: start..end,
            text: normal.text[piece.range].to_owned(),
            core,
            carried: piece.carried,
            frame: piece.frame,
            asked: piece.asked,
        });
        from = end;
    }
    cuts
}

fn first_meant(scalars: &[char], range: Range<usize>) -> Option<usize> {
    range.into_iter().find(|&at| scalars[at].is_alphanumeric())
}

fn last_meant(scalars: &[char], from: usize) -> Option<usize> {
    (from..scalars.len()).rev().find(|&at| scalars[at].is_alphanumeric()).map(|at| at + 1)
}
