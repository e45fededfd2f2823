//! A passage quoted from a contribution, with the exact words that were taken.

use super::{SourceText, words::Say};
use arobase_domain::{ContributionId, Idea, Span};
use arobase_text::repair::repair;
use std::collections::BTreeMap;

/// Most characters quoted on each side of the words taken.
const AROUND: usize = 280;

/// What a template shows between quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) carried: String,
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
    pub(super) contribution: String,
    pub(super) author: String,
}

/// The contributions, ready to be quoted.
#[derive(Clone, Copy)]
pub(super) struct Quoter<'a> {
    pub(super) sources: &'a BTreeMap<ContributionId, SourceText>,
    pub(super) say: Say,
}

impl Quoter<'_> {
    /// An idea, whole.
    pub(super) fn idea(self, idea: &Idea) -> Quote {
        let author = self.sources.get(&idea.contribution).map_or("", |source| &source.author);
        Quote {
            carried: idea.carried.clone(),
            before: shorten(&idea.text, 2 * AROUND),
            marked: String::new(),
            after: String::new(),
            contribution: self.say.contribution(&idea.contribution),
            author: author.to_owned(),
        }
    }

    /// The sentence of an idea as it was received, with the characters of `taken` marked.
    pub(super) fn taken(self, idea: &Idea, taken: Span) -> Quote {
        let whole = self.idea(idea);
        let Some(source) = self.sources.get(&idea.contribution) else { return whole };
        let sentence = Span { start: idea.span.start.min(taken.start), end: idea.span.end.max(taken.end) };
        let head = chars(&source.text, sentence.start, taken.start);
        let tail = chars(&source.text, taken.end, sentence.end);
        Quote {
            carried: String::new(),
            before: shorten_start(&repair(&head), AROUND),
            marked: repair(&chars(&source.text, taken.start, taken.end)).into_owned(),
            after: shorten(&repair(&tail), AROUND),
            ..whole
        }
    }
}

fn chars(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// The first characters, cut between words.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head = chars(text, 0, most);
    let cut = head.rsplit_once(char::is_whitespace).map_or(head.as_str(), |(kept, _)| kept);
    format!("{cut} […]")
}

fn shorten_start(text: &str, most: usize) -> String {
    let length = text.chars().count();
    if length <= most {
        return text.to_owned();
    }
    let tail = chars(text, length - most, length);
    let cut = tail.split_once(char::is_whitespace).map_or(tail.as_str(), |(_, kept)| kept);
    format!("[…] {cut}")
}
