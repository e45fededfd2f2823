//! Structuring questions: « Comment … ? » in up to three wordings (analysis.md §3.7).
//!
//! The verbs and their objects are pairs that several people wrote in the question's themes (« former les secrétaires », « maintenir un accueil »),
//! the object whole. Where two themes have no such pair, no verb is lent to them: « Que faire pour … ? » with what their labels name.

use super::nounphrase::{NounPhrase, noun_phrases};
use super::verbs::{BROAD, LIGHT};
use crate::propositions::grammar::{definite, split};
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};
use std::collections::{BTreeMap, BTreeSet};

/// Most words of a question.
const LONGEST: usize = 22;

/// Largest themes of a question that its wordings speak of.
const SPOKEN_OF: usize = 4;

/// Content words of an object.
const OBJECT: usize = 3;

/// Voices that a pair needs, and the share of those who ask for something in its theme; a broad verb of just what the label names needs one.
const LEAST_VOICES: usize = 2;
const LEAST_SHARE: f64 = 0.01;

/// A theme as a question sees it, the largest first.
pub(crate) struct Asked<'a> {
    /// The phrases of its label.
    pub axes: &'a [String],
    /// Its keywords.
    pub keywords: &'a [String],
    /// What its ideas ask for.
    pub demands: Vec<Wish<'a>>,
}

/// An infinitive phrase whose verb its author wrote, and who that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish<'a> {
    pub text: &'a str,
    pub voice: usize,
}

/// A verb and what it acts on, with its definite article.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    verb: String,
    object: String,
    /// Stem of the object's head.
    head: String,
}

/// Who says a verb of an object's head, and in which words.
#[derive(Default)]
struct Said {
    voices: BTreeSet<usize>,
    objects: BTreeMap<String, usize>,
}

/// One to three wordings, the first shown.
pub(crate) fn wordings(themes: &[Asked<'_>]) -> Vec<String> {
    let themes = &themes[..SPOKEN_OF.min(themes.len())];
    let pairs = distinct(themes.iter().filter_map(best));
    let clauses: Vec<String> = pairs.iter().map(|pair| format!("{} {}", pair.verb, pair.object)).collect();
    let named = names(themes);
    let how = |count: usize| (clauses.len() >= count).then(|| format!("Comment {}", listed(&clauses[..count])));
    let about = |words: &str, most: usize| {
        let named = &named[..most.min(named.len())];
        (!named.is_empty()).then(|| format!("{words} {}", listed(named)))
    };
    let single = || how(1).filter(|_| themes.len() == 1);
    let found = [
        how(3),
        how(2),
        single(),
        about("Que faire pour", 3),
        about("Quelles priorités pour", 3),
        about("Que faire pour", 2),
    ];
    let short = |wording: &String| wording.split([' ', '’']).count() <= LONGEST;
    let mut kept: Vec<String> = Vec::new();
    for wording in found.into_iter().flatten().filter(short) {
        if kept.len() < 3 && !kept.contains(&wording) {
            kept.push(wording);
        }
    }
    if kept.is_empty() {
        kept.push("Quelles sont nos priorités".to_owned());
    }
    kept.into_iter().map(|wording| format!("{wording}\u{202f}?")).collect()
}

/// What each theme is called, with its article; no head twice.
fn names(themes: &[Asked<'_>]) -> Vec<String> {
    let mut heads = BTreeSet::new();
    let called = |theme: &Asked<'_>| {
        let axis = theme.axes.iter().find(|axis| definite(axis).is_some() && !heads.contains(&stem(split(axis).0)))?;
        heads.insert(stem(split(axis).0));
        definite(axis)
    };
    themes.iter().filter_map(called).collect()
}

/// « A », « A et B », « A, B et C ».
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// The pair about what the label or a keyword names that most people of a theme say, broad verbs first.
fn best(theme: &Asked<'_>) -> Option<Pair> {
    let heads = |phrases: &[String]| phrases.iter().map(|phrase| stem(split(phrase).0)).collect::<Vec<_>>();
    let (axes, keywords) = (heads(theme.axes), heads(theme.keywords));
    let axes_named: Vec<String> = theme.axes.iter().filter_map(|axis| definite(axis)).collect();
    let asking = theme.demands.iter().map(|wish| wish.voice).collect::<BTreeSet<_>>().len();
    let least = LEAST_VOICES.max((LEAST_SHARE * asking as f64).ceil() as usize);
    let worth = |(verb, head): &(String, String), said: &Said| {
        said.voices.len() * if axes.contains(head) { 2 } else { 1 } * if BROAD.contains(&verb.as_str()) { 2 } else { 1 }
    };
    let called = |objects: &BTreeMap<String, usize>| objects.keys().find(|object| axes_named.contains(object)).cloned();
    let told = |((verb, head), said): &((String, String), Said)| {
        let several = said.voices.len() >= least && (axes.contains(head) || keywords.contains(head));
        several || BROAD.contains(&verb.as_str()) && called(&said.objects).is_some()
    };
    let better = |a: ((String, String), Said), b: ((String, String), Said)| {
        if worth(&b.0, &b.1) > worth(&a.0, &a.1) { b } else { a }
    };
    let ((verb, head), said) = pairs(&theme.demands).into_iter().filter(told).reduce(better)?;
    let object = called(&said.objects).or_else(|| usual(&said.objects))?;
    Some(Pair { verb, object, head })
}

/// Verbs with the heads of their objects, and who says them.
fn pairs(wishes: &[Wish<'_>]) -> BTreeMap<(String, String), Said> {
    let mut found: BTreeMap<(String, String), Said> = BTreeMap::new();
    for wish in wishes {
        if let Some(Pair { verb, object, head }) = parse(wish.text) {
            let said = found.entry((verb, head)).or_default();
            said.voices.insert(wish.voice);
            *said.objects.entry(object).or_default() += 1;
        }
    }
    found
}

/// The most frequent; the shortest among equals, then the first in alphabetical order.
fn usual(objects: &BTreeMap<String, usize>) -> Option<String> {
    objects
        .iter()
        .min_by_key(|(object, count)| (std::cmp::Reverse(**count), object.len()))
        .map(|(object, _)| object.clone())
}

/// Verb and object of a phrase; `None` when the verb says little or no whole noun phrase follows it.
fn parse(phrase: &str) -> Option<Pair> {
    let (verb, rest) = split(phrase);
    if LIGHT.contains(&verb) || !Lexicon::french().is_infinitive(verb) {
        return None;
    }
    let (article, object) = split(rest);
    if !["le", "la", "les", "l'", "un", "une", "des", "nos", "notre", "leurs"].contains(&fold(article).as_str()) {
        return None;
    }
    let object = named(rest, object)?;
    Some(Pair { verb: verb.to_owned(), object: definite(&object)?, head: stem(split(&object).0) })
}

/// The longest noun phrase that `object` begins with, unless a complement goes on behind it (« la part | de ceux qui »);
/// `rest` is the same with its article.
fn named(rest: &str, object: &str) -> Option<String> {
    let lower = object.to_lowercase();
    let opens = |np: &NounPhrase| lower.starts_with(&np.surface.to_lowercase()) && np.length <= OBJECT;
    let longest = noun_phrases(rest).into_iter().filter(opens).max_by_key(|np| np.surface.len())?;
    let (next, _) = split(lower.get(longest.surface.to_lowercase().len()..)?);
    (!["de", "d'", "du", "des"].contains(&fold(next).as_str())).then_some(longest.surface)
}

/// Pairs that share neither verb nor object with one before.
fn distinct(pairs: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut kept: Vec<Pair> = Vec::new();
    for pair in pairs {
        if kept.iter().all(|other| other.verb != pair.verb && other.head != pair.head) {
            kept.push(pair);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes<'a>(texts: &[&'a str]) -> Vec<Wish<'a>> {
        texts.iter().enumerate().map(|(voice, text)| Wish { text, voice }).collect()
    }

    #[test]
    fn a_question_is_made_of_what_several_asked_in_its_themes() {
        let (agents, data) = (["agents d’accueil".to_owned()], ["données personnelles".to_owned()]);
        let asks = ["former les agents d’accueil", "demander aux opérateurs de payer", "former les agents d’accueil"];
        let themes = [
            Asked { axes: &agents, keywords: &[], demands: wishes(&asks) },
            Asked {
                axes: &data,
                keywords: &[],
                demands: wishes(&["protéger nos données personnelles", "protéger les données"]),
            },
        ];
        let found = wordings(&themes);
        assert_eq!(found[0], "Comment former les agents d’accueil et protéger les données personnelles\u{202f}?");
        assert_eq!(found[1], "Que faire pour les agents d’accueil et les données personnelles\u{202f}?");
    }

    #[test]
    fn no_verb_is_lent_to_a_theme() {
        let (fibre, taxes) = (["fibre".to_owned()], ["taxe d’habitation".to_owned()]);
        let once = wishes(&["négocier la fibre"]);
        let themes = [
            Asked { axes: &fibre, keywords: &[], demands: once },
            Asked { axes: &taxes, keywords: &[], demands: Vec::new() },
        ];
        assert_eq!(wordings(&themes)[0], "Que faire pour la fibre et la taxe d’habitation\u{202f}?");
    }

    #[test]
    fn an_object_is_whole_or_not_taken() {
        let object = |phrase| parse(phrase).map(|pair| pair.object);
        assert_eq!(object("garantir le droit à l’oubli").as_deref(), Some("le droit à l’oubli"));
        assert_eq!(object("simplifier les formulaires"), Some("les formulaires".to_owned()));
        assert_eq!(object("garantir la présence d’ici trois ans"), None);
    }
}
