//! Cutting inside a sentence: enumerations keep their head, contrasts part, and nothing stays longer than sixty words
//! (analysis.md §3.2, rules 3 and 5).

use super::Piece;
use crate::heads::{self, Form, Head};
use crate::pattern::pattern;
use arobase_text::lexicon::Lexicon;
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::{Word, words};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Longest idea, in words.
const CAP: usize = 60;
/// Fewest words on either side of a cut.
const SIDE: usize = 3;

static CONTRAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[,;]? (?:mais(?: aussi| surtout| encore)?|en revanche|par contre|cependant|toutefois|puis|ensuite|d'autre part|par ailleurs|de plus|en outre) ",
    )
});

static GOAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:pour|afin de|afin d'|sans|avant de|avant d'|au lieu de|plutot que|plutot que de|permettant de|qui permet de|vise a|visant a|capables? de|charge de) ?$",
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
            heading: false,
        });
        start = cutting.at;
        carries = cutting.carries;
    }
}

/// Where to cut, and whether what follows carries the sentence's head.
struct Cutting {
    at: usize,
    carries: bool,
}

fn cuts(content: &str, head: Option<&Head>) -> Vec<Cutting> {
    let words = words(content);
    let mut found: Vec<Cutting> = coordinated(content, &words, head);
    found.extend(contrasts(content));
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

fn substantial(part: &str) -> bool {
    let words = words(part);
    words.len() >= SIDE && words.iter().filter(|word| !is_stop_word(&arobase_text::stem::fold(word.text))).count() >= 2
}

/// « il faut A, B et C »: infinitives, or que-clauses, that share what comes first.
fn coordinated(content: &str, words: &[Word<'_>], head: Option<&Head>) -> Vec<Cutting> {
    let lexicon = Lexicon::french();
    let from = head.map_or(0, |head| head.range.end);
    let first_is_infinitive =
        words.iter().find(|word| word.start >= from).is_some_and(|word| lexicon.is_infinitive(word.text));
    if head.is_none() && !first_is_infinitive {
        return Vec::new();
    }
    let mut found = Vec::new();
    for at in 1..words.len() {
        let word = &words[at];
        if word.start <= from {
            continue;
        }
        let opens = open_position(content, words, at);
        let Some(open) = opens else { continue };
        let infinitive = lexicon.is_infinitive(word.text) && ends_clause(content, from, open);
        let que = arobase_text::stem::fold(word.text).starts_with("que")
            && word.text.len() <= 4
            && que_follows(content, head);
        if infinitive || que {
            found.push(Cutting { at: open, carries: head.is_some() });
        }
    }
    found
}

/// The byte after the comma or « et » that opens word `at` (with its « de »), if it stands there.
fn open_position(content: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut first = at;
    while first > 0
        && ["de", "d’", "d'", "à", "aussi", "également", "enfin", "surtout", "ne", "pas", "mieux"]
            .contains(&words[first - 1].text)
    {
        first -= 1;
    }
    let before = first.checked_sub(1).map(|left| &words[left])?;
    let gap = &content[before.end..words[first].start];
    if gap.contains(',') || gap.contains(';') {
        return Some(words[first].start);
    }
    // « et » opens what follows, so that nothing ends with it.
    (["et", "puis", "ou"].contains(&before.text)).then_some(before.start)
}

/// Whether the left part holds an object for its verb, and no goal that the next infinitive could belong to.
fn ends_clause(content: &str, from: usize, open: usize) -> bool {
    let lexicon = Lexicon::french();
    let left = &content[from..open];
    let left_words = words(left);
    let verbs = left_words.iter().filter(|word| lexicon.is_infinitive(word.text)).count();
    let has_object = left_words.iter().any(|word| lexicon.is_noun(word.text) && !lexicon.is_infinitive(word.text));
    let comma = left.trim_end().ends_with(',');
    let goal = left_words
        .iter()
        .enumerate()
        .any(|(at, word)| at > 0 && lexicon.is_infinitive(word.text) && GOAL.is_match(&left[..word.start]));
    has_object && (verbs == 1 || comma && !goal || !goal && verbs <= 2)
}

fn que_follows(content: &str, head: Option<&Head>) -> bool {
    head.is_some_and(|head| {
        let rest = content[head.range.end..].trim_start();
        rest.starts_with("que ") || rest.starts_with("qu’")
    })
}

fn contrasts(content: &str) -> Vec<Cutting> {
    let lexicon = Lexicon::french();
    let finite = |part: &str| words(part).iter().any(|word| lexicon.is_verb_form(word.text));
    CONTRAST
        .find_iter(content)
        .filter(|found| words(&content[..found.start()]).len() >= 5 && words(&content[found.end()..]).len() >= 4)
        .filter(|found| finite(&content[..found.start()]) && finite(&content[found.end()..]))
        .map(|found| Cutting { at: after_comma(content, found.start()), carries: false })
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
        }
    }
    found
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
