//! Words that are looked for, marked where a text says them.

use super::opened::Opened;
use arobase_domain::ThemeId;
use arobase_domain::piles::Pile;
use arobase_text::concordance::{Query, places};
use askama::Template;
use std::collections::BTreeMap;

/// Places marked in one text; the others are said, not marked.
const MOST: usize = 4;

/// A text in pieces, those that are looked for marked; written as HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = "{% for (piece, marked) in pieces %}{% if marked %}<mark>{{ piece }}</mark>{% else %}{{ piece }}{% endif %}{% endfor %}"
)]
pub(super) struct Marked {
    pieces: Vec<(String, bool)>,
}

impl Marked {
    /// `text` with these terms marked.
    pub(super) fn new(text: &str, terms: &[Query]) -> Self {
        let (mut pieces, mut at) = (Vec::new(), 0);
        for place in places(text, terms).into_iter().take(MOST) {
            pieces.push((text[at..place.start].to_owned(), false));
            pieces.push((text[place.clone()].to_owned(), true));
            at = place.end;
        }
        pieces.push((text[at..].to_owned(), false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        Self { pieces }
    }

    /// The text, nothing marked.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|(piece, _)| piece.as_str()).collect()
    }
}

/// What to mark on a page: the words that make the pile, or what each theme says more than the others.
pub(super) struct Sought<'a> {
    opened: &'a Opened,
    words: Vec<Query>,
    of_theme: BTreeMap<&'a ThemeId, Vec<Query>>,
}

impl<'a> Sought<'a> {
    /// What to mark in the ideas of a pile.
    pub(super) fn on(opened: &'a Opened, pile: &Pile) -> Self {
        let beginning = |word: &str| Query::read(&format!("{word}*"));
        let words = arobase_domain::piles::key(pile.looked_for()).split(' ').filter_map(beginning).collect();
        Self { opened, words, of_theme: BTreeMap::new() }
    }

    /// The text of an idea that stands in `theme`.
    pub(super) fn mark(&mut self, text: &str, theme: Option<&'a ThemeId>) -> Marked {
        if !self.words.is_empty() {
            return Marked::new(text, &self.words);
        }
        let Some(theme) = theme else { return Marked::new(text, &[]) };
        let opened = self.opened;
        let queries = || terms(opened, theme).map(|(_, query)| query).collect();
        Marked::new(text, self.of_theme.entry(theme).or_insert_with(queries))
    }
}

/// The terms that a theme says more than the others.
pub(super) fn terms<'a>(opened: &'a Opened, theme: &ThemeId) -> impl Iterator<Item = (&'a str, Query)> + use<'a> {
    let profile = opened.analysis.study.profiles.iter().find(|profile| profile.theme == *theme);
    let terms = profile.map(|profile| profile.terms.as_slice()).unwrap_or_default().iter();
    terms.filter(|term| term.chi2 > 0.0).filter_map(|term| Some((term.text.as_str(), Query::read(&term.text)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, terms: &[&str]) -> String {
        let terms: Vec<Query> = terms.iter().filter_map(|term| Query::read(term)).collect();
        Marked::new(text, &terms).to_string()
    }

    #[test]
    fn words_are_marked_and_the_rest_is_escaped() {
        assert_eq!(marked("L’École <b> rurale", &["ecol*"]), "L’<mark>École</mark> &#60;b&#62; rurale");
        assert_eq!(marked("rien", &["ecol*"]), "rien");
        assert_eq!(marked("", &["ecol*"]), "");
        let ecole = Query::read("ecol*").expect("a term");
        assert_eq!(Marked::new("L’École rurale", &[ecole]).text(), "L’École rurale");
    }

    #[test]
    fn a_text_that_only_repeats_is_marked_a_few_times() {
        assert_eq!(marked(&"fibre ".repeat(40), &["fibre"]).matches("<mark>").count(), MOST);
    }
}
