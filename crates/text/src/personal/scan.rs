//! A text as runs of letters and digits with what stands between them.

use super::{Hit, Kind};
use crate::stem::fold;
use std::ops::Range;

/// A run of letters and digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token<'_> {
    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// « Dupont », « DUPONT », not « DuPont2 »; two letters at least.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
            && self.text.chars().all(char::is_alphabetic)
            && self.text.chars().nth(1).is_some()
    }

    pub(super) fn is_upper(&self) -> bool {
        self.text.chars().all(char::is_uppercase)
    }

    pub(super) fn folded(&self) -> String {
        fold(self.text)
    }
}

/// The tokens of a text.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
}

impl<'a> Page<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut tokens = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    tokens.push(Token { text: &text[from..at], start: from, end: at });
                    start = None;
                }
                _ => {}
            }
        }
        Self { text, tokens }
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// What stands before token `at`.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.end);
        let to = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        &self.text[from..to]
    }

    /// Bytes from token `from` to token `to`, not included.
    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].start..self.tokens[to - 1].end
    }

    /// A hit on these tokens.
    pub(super) fn hit(&self, tokens: Range<usize>, kind: Kind, score: f32, reason: &'static str) -> Hit {
        Hit { range: self.range(tokens.start, tokens.end), kind, score, reason }
    }

    /// Whether one of the `reach` tokens before `at` is one of `words`, or begins like one that ends with a star.
    pub(super) fn announced(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        self.tokens[at.saturating_sub(reach)..at].iter().any(|token| is_one_of(&token.folded(), words))
    }
}

/// « immatricul* » stands for every word that begins so.
pub(super) fn is_one_of(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.strip_suffix('*').map_or(folded == *word, |stem| folded.starts_with(stem)))
}
