//! One apostrophe, one quotation mark, one space; composed letters; nothing invisible.

use crate::piece::Piece;
use crate::repair::from_control;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Composes letters and accents (NFC); each composed letter stands for all that it was made of.
pub(super) fn compose(raw: Vec<Piece>) -> Vec<Piece> {
    if is_nfc_quick(raw.iter().map(|piece| piece.c)) == IsNormalized::Yes {
        return raw;
    }
    let mut done = Vec::with_capacity(raw.len());
    for cluster in raw.chunk_by(|_, next| combines(next.c)) {
        let composed = cluster.iter().map(|piece| piece.c).nfc();
        match cluster {
            [single] => done.extend(composed.map(|c| single.with(c))),
            [first, .., last] => done.extend(composed.map(|c| first.up_to(*last, c))),
            [] => {}
        }
    }
    done
}

/// Whether a character may change under composition with the one before it.
fn combines(c: char) -> bool {
    canonical_combining_class(c) != 0 || is_combining_mark(c) || matches!(c, '\u{1161}'..='\u{11FF}')
}

/// Each sign in its one form; invisible characters are dropped, ligatures of printers are undone.
pub(super) fn unify(raw: &[Piece]) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::with_capacity(raw.len());
    for (at, &piece) in raw.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| raw[before].c);
        match piece.c {
            '\n' if before == Some('\r') => {}
            'ﬁ' => done.extend("fi".chars().map(|c| piece.with(c))),
            'ﬂ' => done.extend("fl".chars().map(|c| piece.with(c))),
            'ﬀ' => done.extend("ff".chars().map(|c| piece.with(c))),
            c => done.extend(sign(c).map(|c| piece.with(c))),
        }
    }
    merge_signs(&done)
}

/// The one form of a character, `None` if it is invisible.
fn sign(c: char) -> Option<char> {
    Some(match c {
        '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => '\n',
        '\n' | ' '..='&' | '('..='_' | 'a'..='~' => c,
        '\u{80}'..='\u{9F}' => return from_control(c).and_then(sign),
        '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{2800}' => {
            ' '
        }
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʼ' | 'ʹ' | '＇' => '’',
        '“' | '”' | '„' | '‟' | '″' | '＂' => '"',
        '‹' => '«',
        '›' => '»',
        '‐' | '‑' | '−' | '﹣' | '－' => '-',
        '‒' => '–',
        '―' => '—',
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFFC}' => return None,
        c if c.is_control() => return None,
        c => c,
    })
}

/// « ... » is one « … », « << » is « and » » is ».
fn merge_signs(raw: &[Piece]) -> Vec<Piece> {
    let mut done = Vec::with_capacity(raw.len());
    for run in
        raw.chunk_by(|one, next| is_dot(one.c) && is_dot(next.c) || one.c == next.c && matches!(next.c, '<' | '>'))
    {
        let (first, last) = (run[0], run[run.len() - 1]);
        match first.c {
            '<' if run.len() == 2 => done.push(first.up_to(last, '«')),
            '>' if run.len() == 2 => done.push(first.up_to(last, '»')),
            '.' | '…' if run.len() > 2 || run.len() == 2 && run.iter().any(|p| p.c == '…') => {
                done.push(first.up_to(last, '…'));
            }
            _ => done.extend_from_slice(run),
        }
    }
    done
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…')
}

/// Runs of spaces are one space, runs of line feeds at most two; none at either end nor beside a line feed.
pub(super) fn unify_spaces(raw: &[Piece]) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::with_capacity(raw.len());
    for run in raw.chunk_by(|one, next| is_space(one.c) == is_space(next.c)) {
        if !is_space(run[0].c) {
            done.extend_from_slice(run);
            continue;
        }
        let at_end = run[run.len() - 1] == raw[raw.len() - 1];
        if done.is_empty() || at_end {
            continue;
        }
        done.extend(space(run));
    }
    done
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

/// What a run of spaces and line feeds becomes; the first sign stands for the beginning of the run, the last for the rest.
fn space(run: &[Piece]) -> Vec<Piece> {
    let (first, last) = (run[0], run[run.len() - 1]);
    let feeds: Vec<usize> = (0..run.len()).filter(|&at| run[at].c == '\n').collect();
    match feeds[..] {
        [] => vec![first.up_to(last, ' ')],
        [_] => vec![first.up_to(last, '\n')],
        [_, second, ..] => vec![first.up_to(run[second - 1], '\n'), run[second].up_to(last, '\n')],
    }
}
