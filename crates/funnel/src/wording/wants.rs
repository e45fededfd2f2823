//! What people want of a thing: verbs of one intent (« créer », « installer ») count as one, and most must agree.

use super::object::{Phrase, parse, with_article};
use super::verbs::LIGHT;
use crate::propositions::grammar::{definite, split};
use crate::propositions::intent;
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::words;
use std::collections::{BTreeMap, BTreeSet};

/// Voices that a pair needs, and the share of those who speak in its theme, or in the question for a proposition.
const LEAST_VOICES: usize = 2;
const LEAST_SHARE: f64 = 0.005;

/// A theme as a question sees it, the largest first.
pub(crate) struct Asked<'a> {
    /// The phrases of its label.
    pub axes: &'a [String],
    /// Its keywords.
    pub keywords: &'a [String],
    /// Who speaks in it.
    pub voices: usize,
    /// What its ideas ask for.
    pub demands: Vec<Wish<'a>>,
}

/// An infinitive phrase whose verb its author wrote, and who that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish<'a> {
    pub text: &'a str,
    pub voice: usize,
}

/// A proposition and how many people it speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strong<'a> {
    pub text: &'a str,
    pub voices: usize,
}

/// A verb and what it acts on, with its article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub verb: String,
    pub object: String,
    /// Stem of the object's head.
    pub head: String,
    /// How many want it.
    pub voices: usize,
}

impl Pair {
    /// Stems of the object.
    pub(super) fn stems(&self) -> BTreeSet<String> {
        words(&self.object).iter().filter(|word| !is_stop_word(&fold(word.text))).map(|word| stem(word.text)).collect()
    }
}

/// What is wanted of the head of an object: the intent of the verb, or the verb where it has none.
type Want = (String, String);

/// Who wants that, and in which words.
#[derive(Default)]
struct Said {
    voices: BTreeSet<usize>,
    verbs: BTreeMap<String, usize>,
    objects: BTreeMap<String, usize>,
}

/// What most people of a theme want of something that its label or a keyword names, when they agree on it.
pub(super) fn best(theme: &Asked<'_>) -> Option<Pair> {
    let heads = |phrases: &[String]| phrases.iter().map(|phrase| stem(split(phrase).0)).collect::<Vec<_>>();
    let (axes, keywords) = (heads(theme.axes), heads(theme.keywords));
    let named: Vec<String> = theme.axes.iter().filter_map(|axis| definite(axis)).collect();
    let least = least(theme.voices);
    let wants = wants(&theme.demands);
    let speaking = |head: &String| {
        wants.iter().filter(|(want, _)| want.1 == *head).map(|(_, said)| said.voices.len()).sum::<usize>()
    };
    let agreed = |((_, head), said): &(&Want, &Said)| {
        let known = axes.contains(head) || keywords.contains(head);
        known && said.voices.len() >= least && 2 * said.voices.len() > speaking(head)
    };
    let worth = |(want, said): &(&Want, &Said)| said.voices.len() * if axes.contains(&want.1) { 2 } else { 1 };
    let better = |a, b| if worth(&b) > worth(&a) { b } else { a };
    let ((intent, head), said) = wants.iter().filter(agreed).reduce(better)?;
    let called = said.objects.keys().find(|object| named.contains(object)).cloned();
    let object = called.or_else(|| usual(&said.objects))?;
    let verb = own_verb(said).unwrap_or_else(|| intent.clone());
    Some(Pair { verb, object, head: head.clone(), voices: said.voices.len() })
}

/// Voices without which nothing is said for all.
pub(super) fn least(voices: usize) -> usize {
    LEAST_VOICES.max((LEAST_SHARE * voices as f64).ceil() as usize)
}

/// The verb that most of them use, if it says something.
fn own_verb(said: &Said) -> Option<String> {
    usual(&said.verbs).filter(|verb| !LIGHT.contains(&verb.as_str()) && 2 * said.verbs[verb] > said.voices.len())
}

/// What is wanted, and by whom.
fn wants(wishes: &[Wish<'_>]) -> BTreeMap<Want, Said> {
    let mut found: BTreeMap<Want, Said> = BTreeMap::new();
    for wish in wishes {
        if let Some(Phrase { verb, article, object, head }) = parse(wish.text) {
            let Some(object) = with_article(article, &object) else { continue };
            let verb = verb.to_owned();
            let want = intent(&verb).map_or_else(|| verb.clone(), str::to_owned);
            let said = found.entry((want, head)).or_default();
            said.voices.insert(wish.voice);
            *said.verbs.entry(verb).or_default() += 1;
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

/// What a proposition begins with. What is to be made has an indefinite article; the rules lend « prévoir » to other things too.
pub(super) fn demanded(strong: &Strong<'_>) -> Option<Pair> {
    let Phrase { verb, article, object, head } = parse(strong.text)?;
    let pair = |verb: &str, object: String| Pair { verb: verb.to_owned(), object, head, voices: strong.voices };
    match (intent(verb), article) {
        _ if !LIGHT.contains(&verb) => Some(pair(verb, with_article(article, &object)?)),
        (Some("développer"), "un" | "une") => Some(pair("créer", format!("{article} {object}"))),
        (Some("développer"), "des") => Some(pair("développer", format!("des {object}"))),
        _ => None,
    }
}
