//! Cutting inside a sentence: enumerations keep their head, contrasts part, and nothing stays longer than sixty words
//! (analysis.md §3.2, rules 3 and 5).

use super::{Piece, clauses, coordination};
use crate::heads::{self, Form, Head};
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::Lexicon;
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::words;
use std::ops::Range;
use std::sync::LazyLock;

/// Longest idea, in words.
const CAP: usize = 60;
/// Fewest words on either side of a cut.
const SIDE: usize = 3;

static CONTRAST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"[,;]? (?:(mais(?: aussi| surtout| encore)?|en revanche|par contre|cependant|toutefois)|puis|ensuite|d'autre part|par ailleurs|de plus|en outre) ",
    )
});

/// Pushes the pieces of the sentence at `range` of `text`.
pub(super) fn sentence(text: &str, range: Range<usize>, block: usize, carried: &str, found: &mut Vec<Piece>) {
    let content = &text[range.clone()];
    let head = heads::first(content);
    let mut cuts = cuts(content, head.as_ref());
    cuts.push(Cutting { at: content.len(), carries: false });
    let own_head = head.as_ref().map(|head| lead(content, head));
    let mut start = 0;
    let mut carries = false;
    for cutting in cuts {
        let carried = match (&own_head, carries) {
            (Some(head), true) => head.clone(),
            _ if start == 0 => carried.to_owned(),
            _ => String::new(),
        };
        found.push(Piece {
            range: trim(text, range.start + start..range.start + cutting.at),
            carried,
            block,
            opens: start == 0,
            ..Piece::default()
        });
        start = cutting.at;
        carries = cutting.carries;
    }
}

/// Where to cut, and whether what follows carries the sentence's head.
pub(super) struct Cutting {
    pub(super) at: usize,
    pub(super) carries: bool,
}

fn cuts(content: &str, head: Option<&Head>) -> Vec<Cutting> {
    let words = words(content);
    let mut found: Vec<Cutting> = coordination::cuts(content, &words, head);
    found.extend(contrasts(content, head));
    found.extend(second_heads(content, head));
    found.sort_by_key(|cutting| (cutting.at, !cutting.carries));
    found.dedup_by_key(|cutting| cutting.at);
    spaced(content, found)
}

/// Keeps the cuts that leave enough on both sides.
fn spaced(content: &str, found: Vec<Cutting>) -> Vec<Cutting> {
    let mut kept: Vec<Cutting> = Vec::new();
    let mut start = 0;
    for cutting in found {
        if substantial(&content[start..cutting.at]) && substantial(&content[cutting.at..]) {
            start = cutting.at;
            kept.push(cutting);
        }
    }
    kept
}

/// Enough words to say something: fewer are needed where a demand opens.
fn substantial(part: &str) -> bool {
    let words = words(part);
    let content = words.iter().filter(|word| !is_stop_word(&arobase_text::stem::fold(word.text))).count();
    words.len() >= SIDE && content >= 2 || words.len() + 1 >= SIDE && content >= 1 && clauses::opens_demand(part)
}

/// What goes against a demand is another idea; a concession before one stays with it.
fn contrasts(content: &str, head: Option<&Head>) -> Vec<Cutting> {
    let lexicon = Lexicon::french();
    let verbal = |part: &str| words(part).iter().any(|word| lexicon.is_verb_form(word.text));
    let demands = |before: usize| head.is_some_and(|head| head.range.end <= before) || clauses::opens_demand(content);
    CONTRAST
        .captures_iter(content)
        .filter_map(|found| found.get(0).map(|whole| (whole, found.get(1).is_some())))
        .filter(|(found, _)| words(&content[..found.start()]).len() >= 5 && words(&content[found.end()..]).len() >= 4)
        .filter(|(found, _)| verbal(&content[..found.start()]) && verbal(&content[found.end()..]))
        .filter(|(found, _)| {
            !["qui ", "que ", "dont ", "qu’"].iter().any(|word| content[found.end()..].starts_with(word))
        })
        .filter(|(found, against)| !against || demands(found.start()))
        .map(|(found, _)| Cutting { at: after_comma(content, found.start()), carries: false })
        .collect()
}

/// A second head opens a second idea, at the comma or conjunction before it.
fn second_heads(content: &str, head: Option<&Head>) -> Vec<Cutting> {
    let mut found = Vec::new();
    let mut from = head.map_or(content.len(), |head| head.range.end);
    while let Some(next) = heads::after(content, from) {
        from = next.range.end;
        if matches!(next.form, Form::Must | Form::Deserve | Form::More | Form::Less | Form::Wish | Form::Stop) {
            continue;
        }
        let before = &content[..next.range.start];
        let trimmed = before.trim_end();
        let conjunction = [", et", " et", ",", " mais", ";", ":"].iter().find(|end| trimmed.ends_with(**end));
        if let Some(conjunction) = conjunction {
            found.push(Cutting { at: after_comma(content, trimmed.len() - conjunction.len()), carries: false });
        } else if runs_on(trimmed, &next) {
            found.push(Cutting { at: next.range.start, carries: false });
        }
    }
    found
}

/// « … les écoles il faut aussi … »: no mark at all, and nothing that the head could depend on.
fn runs_on(before: &str, head: &Head) -> bool {
    let last = before.rsplit([' ', '’', '\'']).next().map(arobase_text::stem::fold).unwrap_or_default();
    matches!(head.form, Form::Need | Form::NeedNot | Form::Ask)
        && !is_stop_word(&last)
        && last.chars().all(char::is_alphanumeric)
}

/// A cut falls after a comma and before a conjunction.
fn after_comma(content: &str, at: usize) -> usize {
    let rest = &content[at..];
    let skipped = rest.len() - rest.trim_start_matches([',', ';', ' ', ':']).len();
    at + skipped
}

/// What is carried: the head, with its subject when it has one.
fn lead(content: &str, head: &Head) -> String {
    let start = if matches!(head.form, Form::Must | Form::Deserve) { 0 } else { head.range.start };
    content[start..head.range.end].trim().to_owned()
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let content = &text[range.clone()];
    let start = range.start + (content.len() - content.trim_start().len());
    start..(range.end - (content.len() - content.trim_end().len())).max(start)
}

/// Cuts pieces above sixty words at their best boundary, again and again.
pub(super) fn cap(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        while let Some(at) = best_boundary(&text[piece.range.clone()]) {
            let middle = piece.range.start + at;
            let left = trim(text, piece.range.start..middle);
            piece.asked = None;
            kept.push(Piece { range: left, ..piece.clone() });
            piece = Piece { range: trim(text, middle..piece.range.end), carried: String::new(), ..piece };
        }
        kept.push(piece);
    }
    kept
}

/// Reinert's rule: the weight of the punctuation over its distance to the fortieth word.
fn best_boundary(content: &str) -> Option<usize> {
    let words = words(content);
    if words.len() <= CAP {
        return None;
    }
    let weight = |at: usize| {
        let gap = &content[words[at].end..words[at + 1].start];
        let mark = gap.chars().map(|c| match c {
            '.' | '?' | '!' | '…' => 6.0,
            ':' => 5.0,
            ';' => 4.0,
            ',' => 1.0,
            _ => 0.01,
        });
        mark.fold(0.01, f64::max) / ((at as f64 - 39.0).abs() + 1.0)
    };
    let best = (9..words.len() - 10).max_by(|&a, &b| weight(a).total_cmp(&weight(b)).then(b.cmp(&a)))?;
    Some(words[best + 1].start)
}
