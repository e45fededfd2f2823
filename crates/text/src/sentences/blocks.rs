//! Paragraphs and items of lists, whether written on lines of their own or run into a line.

use super::trimmed;
use crate::lexicon::Lexicon;
use std::ops::Range;

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its content in bytes, without the marker and the spaces around; never empty.
    pub range: Range<usize>,
    /// The marker (« - », « 1) ») in bytes; empty, at the start of the content, when there is none.
    pub marker: Range<usize>,
    /// Whether it is an item of a list.
    pub item: bool,
}

/// Lines at least this long, in bytes, may have been wrapped rather than ended.
const WRAPPED: usize = 48;

/// The blocks of a text in order; every character that is not a space is in a content or in a marker.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut starts = Starts { text, found: Vec::new(), next_number: 1 };
    let mut at = 0;
    let mut previous = "";
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        starts.line(at, line, previous);
        at += line.len();
        previous = line.trim();
    }
    starts.into_blocks()
}

/// Where blocks begin: the start of the marker and its end.
struct Starts<'a> {
    text: &'a str,
    found: Vec<(usize, usize)>,
    next_number: u32,
}

impl Starts<'_> {
    fn line(&mut self, at: usize, line: &str, previous: &str) {
        let begin = at + (line.len() - line.trim_start().len());
        let marker = marker_at_line_start(self.text, begin, at + line.trim_end().len());
        let wrapped = marker == 0
            && previous.len() >= WRAPPED
            && !previous.ends_with(['.', '!', '?', '…', ';', ':'])
            && line.trim_start().starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '«' | '&'));
        if !wrapped {
            self.found.push((begin, begin + marker));
        }
        self.number(&self.text[begin..begin + marker]);
        let hyphen = self.text[begin..begin + marker].starts_with(['-', '–', '—', '*']);
        self.inside(begin + marker, at + line.len(), hyphen);
    }

    /// Lists run into a line: after « : » or after a stop for hyphens, anywhere for bullets, in sequence for numbers.
    fn inside(&mut self, from: usize, to: usize, hyphen: bool) {
        let mut in_list = hyphen && goes_on(&self.text[from..to]);
        let mut before = "";
        for (at, token) in tokens(self.text, from, to) {
            let after = self.text[at + token.len()..to].trim_start();
            let introduced = before.ends_with([':', ';', '.', '!', '?', '…']) && !is_ordinal(before);
            let first_of_line = before.is_empty();
            let marker = match token {
                _ if first_of_line => 0,
                "d’autre" | "d'autre" if after.starts_with("part") => {
                    self.found.push((at, at));
                    0
                }
                _ if token.starts_with(is_bullet) => token.chars().next().map_or(0, char::len_utf8),
                "-" | "–" | "—" | "*" if introduced || in_list || !before.ends_with(',') && is_infinitive(after) => {
                    token.len()
                }
                _ if introduced && hyphened(token) => token.chars().next().map_or(0, char::len_utf8),
                _ => self.number_inside(token, introduced),
            };
            if marker > 0 && !after.is_empty() | (token.len() > marker) {
                in_list |= before.ends_with(':') || token.starts_with(is_bullet);
                self.found.push((at, at + marker));
            }
            before = token;
        }
    }

    /// The length of a number that goes on with the list (« 2) » after « 1) »), 0 otherwise.
    fn number_inside(&mut self, token: &str, introduced: bool) -> usize {
        let Some((number, length, sign)) = enumerator(token) else { return 0 };
        let in_order = number == self.next_number && (number > 1 || introduced || sign != '.');
        if !in_order || sign == '.' && !introduced || length < token.len() && sign == '.' {
            return 0;
        }
        self.next_number = number + 1;
        length
    }

    fn number(&mut self, marker: &str) {
        if let Some((number, ..)) = enumerator(marker.trim()) {
            self.next_number = number + 1;
        }
    }

    fn into_blocks(self) -> Vec<Block> {
        let ends = self.found.iter().skip(1).map(|(start, _)| *start).chain([self.text.len()]);
        let block = |((start, marker), end): (&(usize, usize), usize)| {
            let content = trimmed(self.text, *marker..end);
            if content.is_empty() {
                let whole = trimmed(self.text, *start..end);
                return (!whole.is_empty()).then_some(Block {
                    marker: whole.start..whole.start,
                    range: whole,
                    item: false,
                });
            }
            let item = marker > start;
            let marker = if item { *start..*marker } else { content.start..content.start };
            Some(Block { range: content, marker, item })
        };
        self.found.iter().zip(ends).filter_map(block).collect()
    }
}

fn tokens(text: &str, from: usize, to: usize) -> impl Iterator<Item = (usize, &str)> {
    let line = &text[from..to];
    line.split_whitespace().map(move |token| (token.as_ptr() as usize - text.as_ptr() as usize, token))
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '●' | '▪' | '■' | '◦' | '‣' | '►' | '▶' | '➢' | '➤' | '✓' | '✔' | '❖' | '\u{F0B7}' | '\u{F0A7}')
}

/// « - la fibre - le bus - le train »: the line is a list, unless two hyphens set a remark apart from its verb.
fn goes_on(line: &str) -> bool {
    let parts: Vec<&str> = [" - ", " – ", " — ", " * "]
        .iter()
        .map(|sign| line.split(sign))
        .max_by_key(|parts| parts.clone().count())
        .map(Iterator::collect)
        .unwrap_or_default();
    let last = parts.last().map_or("", |part| part.trim_start());
    let verb = &last[..last.find(|c: char| !c.is_alphabetic()).unwrap_or(last.len())];
    let remark = parts.len() == 3
        && verb.starts_with(char::is_lowercase)
        && Lexicon::french().infinitive_of_clear_verb(verb).is_some();
    parts.len() > 1 && !remark
}

/// « II. » or « 3. » before a hyphen: the hyphen belongs to the number.
fn is_ordinal(token: &str) -> bool {
    token.len() > 1 && token.trim_end_matches('.').chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
}

/// « -former »: a hyphen stuck to a word.
fn hyphened(token: &str) -> bool {
    let mut letters = token.chars();
    matches!(letters.next(), Some('-' | '–' | '—' | '*')) && letters.next().is_some_and(char::is_alphabetic)
}

fn is_infinitive(after: &str) -> bool {
    let word = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    word.starts_with(char::is_uppercase) && Lexicon::french().is_infinitive(word)
}

/// The length of the marker that opens a line, spaces after it not included; 0 if there is none.
fn marker_at_line_start(text: &str, from: usize, to: usize) -> usize {
    let line = &text[from..to.max(from)];
    let Some(first) = line.chars().next() else { return 0 };
    let sign = first.len_utf8();
    let spaced = line[sign..].starts_with(char::is_whitespace);
    if is_bullet(first) || matches!(first, '-' | '–' | '—' | '*' | '→' | '+' | '·' | '>') && (spaced || hyphened(line))
    {
        return sign + repeated(&line[sign..], first);
    }
    if first == 'o' && spaced && line[sign..].trim_start().starts_with(char::is_uppercase) {
        return sign;
    }
    numbered(line)
}

fn repeated(rest: &str, sign: char) -> usize {
    rest.len() - rest.trim_start_matches(sign).len()
}

/// « 1) », « 1. », « 1° », « 1 - », « a) », « (2) », « IV. » at the start of a line.
fn numbered(line: &str) -> usize {
    let token = line.split_whitespace().next().unwrap_or(line);
    if let Some((_, length, sign)) = enumerator(token) {
        let stuck = line[length..].chars().next().is_none_or(|c| c.is_whitespace() || c.is_alphabetic() && sign != '/');
        return if stuck { length } else { 0 };
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    if (1..=2).contains(&digits) && (rest.starts_with(" - ") || rest.starts_with(" – ")) {
        return digits + rest.trim_start().chars().next().map_or(0, |c| 1 + c.len_utf8());
    }
    let roman = line.len() - line.trim_start_matches(['I', 'V', 'X']).len();
    if roman > 0 && [". ", ") ", " - ", " – ", "- "].iter().any(|sign| line[roman..].starts_with(sign)) {
        return roman
            + line[roman..]
                .trim_start()
                .chars()
                .next()
                .map_or(0, |c| c.len_utf8() + usize::from(line[roman..].starts_with(' ')));
    }
    0
}

/// The number of « 2) », « (2) », « 2. », « 2° », « 2/ », « 2- », « b) », its length in bytes and its sign.
fn enumerator(token: &str) -> Option<(u32, usize, char)> {
    let open = usize::from(token.starts_with('('));
    let body = &token[open..];
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter = body.chars().next().filter(char::is_ascii_lowercase);
    let (number, used) = match (digits, letter) {
        (1..=2, _) => (body[..digits].parse().ok()?, digits),
        (0, Some(letter)) => (u32::from(letter) - u32::from('a') + 1, 1),
        _ => return None,
    };
    let sign = body[used..].chars().next()?;
    let allowed = if digits == 0 || open > 0 { sign == ')' } else { matches!(sign, ')' | '.' | '°' | '/' | '-') };
    let mut length = open + used + sign.len_utf8();
    if sign == '°' && token[length..].starts_with(')') || sign == '.' && token[length..].starts_with('-') {
        length += 1;
    }
    let decimal = token[length..].starts_with(|c: char| c.is_ascii_digit());
    (allowed && !decimal).then_some((number, length, sign))
}
