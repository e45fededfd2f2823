//! Structuring questions: « Comment … ? » in up to three wordings (analysis.md §3.7).
//!
//! The verbs and their objects are pairs that several people ask for in the question's themes (« former les secrétaires », « maintenir un
//! accueil »), the object whole; verbs of one intent (« créer », « installer ») count as one. Where two themes have no such pair, no verb is
//! lent to them: the strongest propositions speak, or « Que faire pour … ? » with what the labels name.

use super::nounphrase::{NounPhrase, noun_phrases};
use super::verbs::LIGHT;
use crate::propositions::grammar::{definite, split};
use crate::propositions::intent;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::words;
use std::collections::{BTreeMap, BTreeSet};

/// Most words of a question.
const LONGEST: usize = 22;

/// Largest themes of a question that its wordings speak of.
const SPOKEN_OF: usize = 4;

/// Content words of an object.
const OBJECT: usize = 3;

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
struct Pair {
    verb: String,
    object: String,
    /// Stem of the object's head.
    head: String,
    /// Who wants it.
    voices: usize,
}

impl Pair {
    /// Stems of the object.
    fn stems(&self) -> BTreeSet<String> {
        words(&self.object).iter().filter(|word| !is_stop_word(&fold(word.text))).map(|word| stem(word.text)).collect()
    }

    fn words(&self) -> usize {
        self.stems().len()
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

/// One to three wordings, the first shown.
pub(crate) fn wordings(all: &[Asked<'_>], strongest: &[Strong<'_>]) -> Vec<String> {
    let themes = &all[..SPOKEN_OF.min(all.len())];
    let subjects: BTreeSet<String> =
        all.iter().flat_map(|theme| theme.keywords).map(|phrase| stem(split(phrase).0)).collect();
    let least = least(all.iter().map(|theme| theme.voices).sum());
    let strong = strongest
        .iter()
        .filter(|strong| strong.voices >= least)
        .filter_map(demanded)
        .filter(|pair| pair.words() > 1 || subjects.contains(&pair.head));
    let mut pairs: Vec<Pair> = themes.iter().filter_map(best).chain(strong).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.voices));
    let pairs = distinct(pairs);
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

/// What most people of a theme want of something that its label or a keyword names, when they agree on it.
fn best(theme: &Asked<'_>) -> Option<Pair> {
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

fn least(voices: usize) -> usize {
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

/// « les agents » as it is written, « une fiche » as « la fiche ».
fn with_article(article: &str, object: &str) -> Option<String> {
    match article {
        "le" | "la" | "les" => Some(format!("{article} {object}")),
        "l’" | "l'" => Some(format!("l’{object}")),
        _ => definite(object),
    }
}

/// What a proposition begins with. What is to be made has an indefinite article; the rules lend « prévoir » to other things too.
fn demanded(strong: &Strong<'_>) -> Option<Pair> {
    let Phrase { verb, article, object, head } = parse(strong.text)?;
    let pair = |verb: &str, object: String| Pair { verb: verb.to_owned(), object, head, voices: strong.voices };
    match (intent(verb), article) {
        _ if !LIGHT.contains(&verb) => Some(pair(verb, with_article(article, &object)?)),
        (Some("développer"), "un" | "une") => Some(pair("créer", format!("{article} {object}"))),
        (Some("développer"), "des") => Some(pair("développer", format!("des {object}"))),
        _ => None,
    }
}

/// A phrase taken apart: « former | les | agents d’accueil ».
struct Phrase<'a> {
    verb: &'a str,
    article: &'a str,
    object: String,
    head: String,
}

/// Verb and object of a phrase; `None` when the verb says little or no whole noun phrase follows it.
fn parse(phrase: &str) -> Option<Phrase<'_>> {
    let (verb, rest) = split(phrase);
    if LIGHT.contains(&verb) && intent(verb).is_none() || !Lexicon::french().is_infinitive(verb) {
        return None;
    }
    let rest = rest.strip_prefix("en place ").or_else(|| rest.strip_prefix("en œuvre ")).unwrap_or(rest);
    let (article, object) = split(rest);
    if !["le", "la", "les", "l'", "un", "une", "des", "nos", "notre", "leurs"].contains(&fold(article).as_str()) {
        return None;
    }
    let object = named(rest, object)?;
    let head = stem(split(&object).0);
    Some(Phrase { verb, article, object, head })
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

/// Pairs that share neither verb nor word with one before.
fn distinct(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut kept: Vec<Pair> = Vec::new();
    for pair in pairs {
        if kept.iter().all(|other| other.verb != pair.verb && other.stems().is_disjoint(&pair.stems())) {
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
            Asked { axes: &agents, keywords: &[], voices: 3, demands: wishes(&asks) },
            Asked {
                axes: &data,
                keywords: &[],
                voices: 3,
                demands: wishes(&["protéger nos données personnelles", "protéger les données"]),
            },
        ];
        let found = wordings(&themes, &[]);
        assert_eq!(found[0], "Comment former les agents d’accueil et protéger les données personnelles\u{202f}?");
        assert_eq!(found[1], "Que faire pour les agents d’accueil et les données personnelles\u{202f}?");
    }

    #[test]
    fn no_verb_is_lent_to_a_theme() {
        let (fibre, taxes) = (["fibre".to_owned()], ["taxe d’habitation".to_owned()]);
        let once = wishes(&["négocier la fibre"]);
        let themes = [
            Asked { axes: &fibre, keywords: &[], voices: 3, demands: once },
            Asked { axes: &taxes, keywords: &[], voices: 3, demands: Vec::new() },
        ];
        assert_eq!(wordings(&themes, &[])[0], "Que faire pour la fibre et la taxe d’habitation\u{202f}?");
    }

    #[test]
    fn the_strongest_propositions_speak_where_no_verb_is_shared() {
        let keywords = ["papier".to_owned(), "logiciels libres".to_owned()];
        let theme = || [Asked { axes: &keywords, keywords: &keywords, voices: 90, demands: Vec::new() }];
        let said = |text, voices| Strong { text, voices };
        let strongest = [
            said("garder le papier pour ceux qui le veulent", 4),
            said("privilégier les logiciels libres dans les écoles", 16),
            said("prévoir un numéro de téléphone unique", 3),
            said("prévoir une fiche", 9),
            said("prévoir la déclaration de revenus", 9),
            said("former les élus aux violences", 1),
        ];
        let found = wordings(&theme(), &strongest);
        let whole = "Comment privilégier les logiciels libres, garder le papier et créer un numéro de téléphone unique";
        assert_eq!(found[0], format!("{whole}\u{202f}?"));
        let unheard = wordings(&theme(), &strongest[5..]);
        assert_eq!(unheard[0], "Que faire pour le papier\u{202f}?", "one of ninety structures nothing");
    }

    #[test]
    fn those_who_pull_apart_lend_no_verb() {
        let screens = ["écrans".to_owned()];
        let about = |texts: &[&'static str]| {
            let themes = [Asked { axes: &screens, keywords: &[], voices: 4, demands: wishes(texts) }];
            wordings(&themes, &[])[0].clone()
        };
        let asks = ["limiter les écrans", "réduire les écrans", "développer les écrans", "installer des écrans"];
        assert_eq!(about(&asks[..3]), "Comment réduire les écrans\u{202f}?", "two verbs of one intent");
        assert_eq!(about(&asks), "Que faire pour les écrans\u{202f}?");
    }

    #[test]
    fn an_object_is_whole_or_not_taken() {
        let object = |phrase| parse(phrase).and_then(|found| definite(&found.object));
        assert_eq!(object("garantir le droit à l’oubli").as_deref(), Some("le droit à l’oubli"));
        assert_eq!(object("simplifier les formulaires"), Some("les formulaires".to_owned()));
        assert_eq!(object("garantir la présence d’ici trois ans"), None);
    }
}
