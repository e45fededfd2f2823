//! Regular expressions written without accents that match with or without them.
//!
//! `\b` must know every letter of Unicode, and at the first accent sends the search down the slowest path of the `regex` crate. Without
//! its `\b` an expression matches at least wherever it matched, in one fast pass: only a text that passes it is looked at in earnest.

use regex::{Captures, Match, Regex, RegexSet, RegexSetBuilder, Replacer};
use std::borrow::Cow;

/// States of an automaton of many expressions are kept up to this many bytes, for each thread.
const AUTOMATON: usize = 16 << 20;

/// An expression behind its looser form.
#[derive(Debug)]
pub(crate) struct Pattern {
    loose: Option<Regex>,
    exact: Regex,
}

/// Compiles `source`, in which every unaccented letter also matches its accented forms, whatever the case.
///
/// # Panics
/// When a pattern of this crate is not a regular expression, which the first test that uses it shows.
pub(crate) fn pattern(source: &str) -> Pattern {
    let wide = widened(source);
    Pattern { loose: wide.contains(r"\b").then(|| compiled(&loosened(&wide))), exact: compiled(&wide) }
}

impl Pattern {
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.may_match(text) && self.exact.is_match(text)
    }

    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.may_match(text).then(|| self.exact.find(text))?
    }

    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.may_match(text).then(|| self.exact.find_iter(text)).into_iter().flatten()
    }

    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.may_match(text).then(|| self.exact.captures(text))?
    }

    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.may_match(text).then(|| self.exact.captures_iter(text)).into_iter().flatten()
    }

    pub(crate) fn replace_all<'t>(&self, text: &'t str, with: impl Replacer) -> Cow<'t, str> {
        if self.may_match(text) { self.exact.replace_all(text, with) } else { Cow::Borrowed(text) }
    }

    fn may_match(&self, text: &str) -> bool {
        self.loose.as_ref().is_none_or(|loose| loose.is_match(text))
    }
}

/// Many expressions, of which one pass over a text tells those that may match.
#[derive(Debug)]
pub(crate) struct Patterns {
    loose: RegexSet,
    each: Vec<Regex>,
}

impl Patterns {
    /// Compiles `sources`, each as [`pattern`] does.
    pub(crate) fn of<'s>(sources: impl IntoIterator<Item = &'s str>) -> Self {
        let wide: Vec<String> = sources.into_iter().map(widened).collect();
        let loose = RegexSetBuilder::new(wide.iter().map(|wide| loosened(wide))).dfa_size_limit(AUTOMATON).build();
        Self {
            loose: loose.expect("patterns of this crate are constants, each compiled by a test"),
            each: wide.iter().map(|wide| compiled(wide)).collect(),
        }
    }

    /// The expressions that may match, by number, in order.
    pub(crate) fn candidates(&self, text: &str) -> impl Iterator<Item = (usize, &Regex)> {
        self.loose.matches(text).into_iter().map(|at| (at, &self.each[at]))
    }

    /// The numbers of those that match, in order.
    pub(crate) fn matching(&self, text: &str) -> impl Iterator<Item = usize> {
        self.candidates(text).filter(|(_, exact)| exact.is_match(text)).map(|(at, _)| at)
    }
}

fn compiled(wide: &str) -> Regex {
    Regex::new(wide).expect("patterns of this crate are constants, each compiled by a test")
}

/// Without its word boundaries: matches at least as much.
fn loosened(wide: &str) -> String {
    wide.replace(r"\b", "")
}

fn widened(source: &str) -> String {
    let mut wide = String::with_capacity(source.len() * 2);
    wide.push_str("(?i)");
    let mut escaped = false;
    let mut rest = source.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            _ if escaped => wide.push(c),
            'a' => wide.push_str("[aàâä]"),
            'e' => wide.push_str("[eéèêë]"),
            'i' => wide.push_str("[iîï]"),
            'o' => wide.push_str("[oôö]"),
            'u' => wide.push_str("[uùûü]"),
            'c' => wide.push_str("[cç]"),
            '\'' => wide.push_str("['’]"),
            ' ' if rest.peek() == Some(&'?') => wide.push_str("(?: +)"),
            ' ' => wide.push_str(" +"),
            _ => wide.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_looser_form_changes_no_answer() {
        let (whole, set) = (pattern(r"\bete\b"), Patterns::of([r"\bhiver\b", r"\bete\b"]));
        for (text, found) in
            [("l’été", true), ("Été", true), ("a été", true), ("étés", false), ("répétée", false), ("", false)]
        {
            assert_eq!(whole.is_match(text), found, "{text}");
            assert_eq!(whole.find_iter(text).count(), usize::from(found), "{text}");
            assert_eq!(set.matching(text).collect::<Vec<_>>(), if found { vec![1] } else { vec![] }, "{text}");
        }
        assert_eq!(set.matching("l’hiver, l’été").collect::<Vec<_>>(), [0, 1]);
        assert_eq!(whole.replace_all("tété, été", "…"), "tété, …");
        assert_eq!(whole.replace_all("tété", "…"), "tété");
    }

    #[test]
    fn accents_and_spaces_are_wide() {
        let objective = pattern(r"^(?:l'|un) ?objectif a atteindre");
        assert!(objective.is_match("L’objectif à  atteindre"));
        assert!(objective.is_match("un objectif a atteindre"));
        assert!(!objective.is_match("l’objectif aatteindre"));
    }
}
