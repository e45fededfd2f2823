//! The concordancer: every place where a term is said, with the words around it.

use crate::stem::{fold, stem};
use crate::stopwords::is_stop_word;
use crate::words::words;
use std::ops::Range;

/// One place where the term is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Index of the text among those given.
    pub text: usize,
    /// What stands before, cut between words.
    pub left: String,
    /// The term as written there.
    pub keyword: String,
    /// What stands after, cut between words.
    pub right: String,
}

/// What is looked for: words in a row, small ones left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(Vec<Wanted>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Stem(String),
    /// Beginning of a folded word.
    Beginning(String),
}

impl Query {
    /// Reads a term. Accents, capitals and inflection do not matter: « agent formé » finds « agents formés ». A word that ends in `*`
    /// stands for all those that begin so: `form*` finds « formation ». `None` when nothing but small words is left.
    pub fn read(term: &str) -> Option<Self> {
        let wanted: Vec<Wanted> = term
            .split_whitespace()
            .flat_map(|part| match part.strip_suffix('*') {
                Some(beginning) if !beginning.is_empty() => vec![Wanted::Beginning(fold(beginning))],
                _ => content(part).into_iter().map(|said| Wanted::Stem(said.stem)).collect(),
            })
            .collect();
        (!wanted.is_empty()).then_some(Self(wanted))
    }

    /// Where `text` says the term, in bytes.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.among(&content(text)).collect()
    }

    fn among<'a>(&'a self, said: &'a [Said]) -> impl Iterator<Item = Range<usize>> + 'a {
        let here = |row: &&'a [Said]| row.iter().zip(&self.0).all(|(said, wanted)| wanted.is(said));
        said.windows(self.0.len()).filter(here).map(|row| row[0].place.start..row[row.len() - 1].place.end)
    }
}

/// Where `text` says any of these terms, in bytes, in order; places that meet are one.
pub fn places(text: &str, terms: &[Query]) -> Vec<Range<usize>> {
    let said = content(text);
    let mut found: Vec<Range<usize>> = terms.iter().flat_map(|term| term.among(&said)).collect();
    found.sort_by_key(|place| (place.start, place.end));
    found.dedup_by(|next, place| {
        let meets = next.start <= place.end;
        if meets {
            place.end = place.end.max(next.end);
        }
        meets
    });
    found
}

/// A word that is looked at, and where it stands.
struct Said {
    place: Range<usize>,
    folded: String,
    stem: String,
}

impl Wanted {
    fn is(&self, said: &Said) -> bool {
        match self {
            Self::Stem(wanted) => said.stem == *wanted,
            Self::Beginning(wanted) => said.folded.starts_with(wanted.as_str()),
        }
    }
}

/// The words of a text, small ones left aside.
fn content(text: &str) -> Vec<Said> {
    let said = words(text).into_iter().map(|word| (word, fold(word.text)));
    let said = said.filter(|(_, folded)| !is_stop_word(folded));
    said.map(|(word, folded)| Said { place: word.start..word.end, folded, stem: stem(word.text) }).collect()
}

/// Every place where `texts` say the term, in their order, with at most `around` characters on each side.
pub fn concordance<T: AsRef<str>>(texts: &[T], query: &Query, around: usize) -> Vec<Line> {
    let lines = |(at, text): (usize, &T)| {
        let text = text.as_ref();
        query.find(text).into_iter().map(move |place| line(at, text, &place, around)).collect::<Vec<_>>()
    };
    texts.iter().enumerate().flat_map(lines).collect()
}

fn line(at: usize, text: &str, place: &Range<usize>, around: usize) -> Line {
    Line {
        text: at,
        left: tail(&flat(&text[..place.start]), around),
        keyword: flat(&text[place.clone()]),
        right: head(&flat(&text[place.end..]), around),
    }
}

/// On one line; a space at an end stays one space.
fn flat(text: &str) -> String {
    let inner = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{inner}{}", if before && !inner.is_empty() { " " } else { "" }, if after { " " } else { "" })
}

fn head(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => text[..text[..end].rfind(' ').unwrap_or(end)].to_owned(),
    }
}

fn tail(text: &str, most: usize) -> String {
    let length = text.chars().count();
    let start = text.char_indices().nth(length.saturating_sub(most)).map_or(text.len(), |(start, _)| start);
    if length <= most {
        return text.to_owned();
    }
    let cut = text[start..].find(' ').map_or(start, |space| start + space + 1);
    text[cut..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, term: &str) -> Vec<String> {
        let query = Query::read(term).expect("a term");
        concordance(&[text], &query, 20).into_iter().map(|line| line.keyword).collect()
    }

    #[test]
    fn inflection_accents_and_capitals_do_not_matter() {
        assert_eq!(found("Un AGENT formé vaut deux agents formes.", "agents formés"), ["AGENT formé", "agents formes"]);
        assert_eq!(found("la protection de la donnée", "protection données"), ["protection de la donnée"]);
        assert_eq!(found("La réformation n’est pas une formation.", "form*"), ["formation"]);
        assert_eq!(Query::read("de la"), None);
    }

    #[test]
    fn places_that_meet_are_one() {
        let text = "Les agents formés et l’agent.";
        let terms = ["agent formé", "formé", "agent"].map(|term| Query::read(term).expect("a term"));
        let said: Vec<&str> = places(text, &terms).into_iter().map(|place| &text[place]).collect();
        assert_eq!(said, ["agents formés", "agent"]);
        assert_eq!(places(text, &[]), []);
    }

    #[test]
    fn the_words_around_are_cut_between_words() {
        let text = "Il faudrait vraiment  garder\nun accueil humain dans chaque mairie du canton";
        let line = &concordance(&["rien", text], &Query::read("accueils").expect("a term"), 16)[0];
        assert_eq!(
            line,
            &Line {
                text: 1,
                left: "garder un ".to_owned(),
                keyword: "accueil".to_owned(),
                right: " humain dans".to_owned(),
            }
        );
    }
}
