//! A passage highlighted inside the contribution it comes from.

use crate::lang::Lang;
use crate::signed::all;
use crate::url::{Target, Url};
use arobase_domain::{ContributionId, Span};
use arobase_store::Source;

/// Most characters shown before and after the passage.
const AROUND: usize = 700;

/// A contribution's text around a passage.
pub(crate) struct Excerpt {
    pub(crate) before: String,
    pub(crate) marked: String,
    pub(crate) after: String,
    pub(crate) contribution: ContributionId,
    pub(crate) by: String,
    pub(crate) url: Url,
}

impl Excerpt {
    /// The text of `source` with its idea highlighted.
    pub(crate) fn of_idea(lang: Lang, source: &Source) -> Self {
        Self::new(lang, source, source.idea.span)
    }

    /// The text of `source` with `span` highlighted.
    pub(crate) fn new(lang: Lang, source: &Source, span: Span) -> Self {
        let contribution = source.contribution.id();
        let (before, marked, after) = cut(&source.contribution.text, span);
        Self {
            before: last(before, AROUND),
            marked: marked.to_owned(),
            after: first(after, AROUND),
            by: all(lang, source.contribution.author.as_ref(), &source.beside),
            url: Target::Contribution(contribution.clone()).in_lang(lang),
            contribution,
        }
    }
}

/// Cuts a text before and after a span of Unicode scalars; a span past the end stops there.
pub(crate) fn cut(text: &str, span: Span) -> (&str, &str, &str) {
    let byte = |scalar: usize| text.char_indices().nth(scalar).map_or(text.len(), |(at, _)| at);
    let (start, end) = (byte(span.start), byte(span.end.max(span.start)));
    (&text[..start], &text[start..end], &text[end..])
}

/// The last characters of a text, cut between words.
pub(crate) fn last(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let tail: String = text.chars().skip(count - most).collect();
    let tail = tail.split_once(char::is_whitespace).map_or(tail.as_str(), |(_, rest)| rest);
    format!("[…] {tail}")
}

/// The first characters of a text, cut between words.
pub(crate) fn first(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    let head = head.rsplit_once(char::is_whitespace).map_or(head.as_str(), |(rest, _)| rest);
    format!("{head} […]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_scalars() {
        assert_eq!(cut("été : œuvre", Span { start: 6, end: 8 }), ("été : ", "œu", "vre"));
        assert_eq!(cut("été", Span { start: 2, end: 99 }), ("ét", "é", ""));
        assert_eq!(cut("été", Span { start: 9, end: 3 }), ("été", "", ""));
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(first("un deux trois", 9), "un deux […]");
        assert_eq!(first("un deux", 9), "un deux");
        assert_eq!(last("un deux trois", 9), "[…] trois");
    }
}
