//! Where sentences end inside a block.

use super::abbreviations::{announces, is_loose, starts_sentence};
use crate::inclusive;
use crate::lexicon::Lexicon;
use crate::words::address_end;

/// Farthest place, in bytes, where the end of a parenthesis is looked for.
const PARENTHESIS: usize = 400;

/// Bytes of a token, and of what follows a colon, that are looked at.
const TOKEN: usize = 64;

/// Byte offsets one past the end of each sentence but the last, in order.
pub(super) fn cuts(content: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut start, mut token, mut closed_at, mut at) = (0, 0, 0, 0);
    while let Some(c) = content[at..].chars().next() {
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            token = next;
        } else if at == token
            && let Some(end) = address_end(content, at)
        {
            at = end;
            continue;
        } else if c == '(' {
            closed_at = closed_at.max(closing(content, at).unwrap_or(0));
        }
        let signs = Signs { content, start, token, at };
        let cut = match c {
            '.' | '!' | '?' | '…' => signs.stop(),
            ';' if at >= closed_at => signs.semicolon(),
            ':' if at >= closed_at => signs.colon(),
            _ => None,
        };
        match cut {
            Some(end) => {
                found.push(end);
                (start, token, at) = (end, end, end);
            }
            None if matches!(c, '.' | '!' | '?' | '…') => at = signs.end_of_run(),
            None => at = next,
        }
    }
    found
}

fn closing(content: &str, at: usize) -> Option<usize> {
    let end = content.floor_char_boundary(at + PARENTHESIS);
    content[at..end].find(')').map(|length| at + length)
}

/// Punctuation at byte `at` of a block, in the sentence that begins at `start` and the space-separated token at `token`.
struct Signs<'a> {
    content: &'a str,
    start: usize,
    token: usize,
    at: usize,
}

impl Signs<'_> {
    fn rest(&self, from: usize) -> &str {
        &self.content[from..]
    }

    /// The end of the token before the sign, long enough to know any abbreviation.
    fn token(&self) -> &str {
        &self.content[self.token.max(self.content.floor_char_boundary(self.at.saturating_sub(TOKEN)))..self.at]
    }

    /// One past the run of stops.
    fn end_of_run(&self) -> usize {
        let rest = self.rest(self.at);
        self.at + rest.find(|c| !matches!(c, '.' | '!' | '?' | '…')).unwrap_or(rest.len())
    }

    /// One past the quotation marks and brackets that close after the stops.
    fn end_of_closers(&self, from: usize) -> usize {
        let rest = self.rest(from);
        let direct = rest.find(|c| !matches!(c, '»' | '"' | ')' | ']' | '”' | '’')).unwrap_or(rest.len());
        let after = &rest[direct..];
        let spaced = after.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        if direct == 0 && spaced.starts_with('»') {
            from + (after.len() - spaced.len()) + '»'.len_utf8()
        } else {
            from + direct
        }
    }

    /// « . », « ! », « ? », « … » and their runs.
    fn stop(&self) -> Option<usize> {
        let run = self.end_of_run();
        let end = self.end_of_closers(run);
        let after = self.rest(end).trim_start();
        let next = after.chars().next()?;
        let spaced = after.len() < self.content.len() - end;
        let lone_stop = self.rest(self.at).starts_with('.') && run == self.at + 1;
        if lone_stop && self.is_inside_word(after, spaced) {
            return None;
        }
        let ends = if spaced {
            ends_before(self.rest(self.at), next, end > run, lone_stop)
        } else {
            self.ends_without_space(after, end)
        };
        ends.then_some(end)
    }

    /// An abbreviation, an initial or an ordinal before the stop.
    fn is_inside_word(&self, after: &str, spaced: bool) -> bool {
        let token = self.token();
        let word = last_word(token).to_lowercase();
        let whole = token.trim_start_matches(['(', '«', '"', '[']).to_lowercase();
        let next = first_word(after).to_lowercase();
        let lower = after.starts_with(char::is_lowercase);
        let initial =
            word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && !(spaced && starts_sentence(&next));
        let ordinal = self.content[self.start..self.at].trim().chars().all(|c| c.is_ascii_digit()) && whole.len() <= 3;
        announces(&word) && spaced && !token.contains('.')
            || announces(&whole)
            || is_loose(&word) && lower
            || initial
            || ordinal && !whole.is_empty()
            || !word.is_empty()
                && after.starts_with(['-', '–', '—'])
                && word.chars().all(|c| matches!(c, '0'..='9' | 'i' | 'v' | 'x'))
    }

    /// « fin.Début »: two words stuck together, not a host name, an inclusive form or a version number.
    fn ends_without_space(&self, after: &str, end: usize) -> bool {
        let (left, right) = (last_word(self.token()), first_word(after));
        let sign = self.rest(self.at).chars().next();
        if left.chars().count() < 2 && sign == Some('.') || right.is_empty() || left.chars().any(|c| c.is_ascii_digit())
        {
            return false;
        }
        if inclusive::suffix_end(self.content, self.at - left.len(), self.at).is_some() && end == self.at + 1 {
            return false;
        }
        let capitals = |word: &str| word.chars().all(char::is_uppercase);
        let upper =
            right.starts_with(char::is_uppercase) && (!capitals(right) || capitals(left) || right.chars().count() == 1);
        upper || starts_sentence(&right.to_lowercase()) && right.starts_with(char::is_lowercase)
    }

    fn semicolon(&self) -> Option<usize> {
        let smiley = self.rest(self.at + 1).starts_with([')', '-']);
        (!smiley && !self.rest(self.at + 1).trim_start().is_empty()).then_some(self.at + 1)
    }

    /// A colon ends a sentence before an infinitive: what follows is a proposal of its own.
    fn colon(&self) -> Option<usize> {
        const BEFORE_INFINITIVE: &[&str] =
            &["de", "d", "à", "ne", "pas", "plus", "se", "s", "y", "en", "mieux", "bien", "pour"];
        let after = self.rest(self.at + 1);
        let after = &after[..after.floor_char_boundary(TOKEN)];
        let mut words =
            after.split([' ', '\n', '’', '\'']).filter(|word| !word.is_empty()).take(4).map(str::to_lowercase);
        let first = words.find(|word| !BEFORE_INFINITIVE.contains(&word.as_str()))?;
        let word = first.trim_matches(|c: char| !c.is_alphanumeric());
        (after.starts_with([' ', '\n', '\u{A0}']) && Lexicon::french().is_infinitive(word)).then_some(self.at + 1)
    }
}

/// Whether a stop followed by a space ends a sentence before this character.
fn ends_before(signs: &str, next: char, closed: bool, lone_stop: bool) -> bool {
    if next.is_lowercase() {
        return !closed && (lone_stop || signs.starts_with('?'));
    }
    next.is_alphanumeric()
        || !matches!(next, ',' | ';' | ':' | ')' | ']' | '»' | '.' | '!' | '?' | '…' | '/' | '=' | '+')
}

fn last_word(token: &str) -> &str {
    token.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(token)
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}
