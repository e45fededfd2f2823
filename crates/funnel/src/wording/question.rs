//! Structuring questions: « Comment … ? » in three wordings (analysis.md §3.7).
//!
//! The verbs and their objects are pairs that people wrote in the question's themes (« former les secrétaires », « maintenir un accueil »), one for each
//! of its largest themes: a question made of them is one that people asked, is French, and is about more than one theme.

use super::nounphrase::{NounPhrase, noun_phrases};
use crate::propositions::grammar::{definite, split};
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};
use std::collections::BTreeMap;

/// Verbs that carry another's meaning, or ask for nothing in particular.
const LIGHT: &[&str] = &[
    "prévoir",
    "permettre",
    "faire",
    "demander",
    "ne",
    "doter",
    "mettre",
    "rendre",
    "instaurer",
    "arrêter",
    "cesser",
    "donner",
    "prendre",
    "avoir",
    "être",
    "laisser",
    "éviter",
    "fixer",
    "tenir",
    "obliger",
    "commencer",
    "interdire",
    "supprimer",
    "refuser",
    "proposer",
    "obtenir",
    "inscrire",
    "confier",
    "choisir",
    "ajouter",
    "préciser",
    "remplacer",
    "modifier",
    "essayer",
    "savoir",
    "dire",
    "voir",
    "offrir",
    "trouver",
    "revenir",
    "aller",
    "venir",
    "passer",
    "utiliser",
    "appliquer",
    "considérer",
    "définir",
    "redevenir",
    "devenir",
    "rester",
    "sembler",
    "indexer",
    "facturer",
    "imposer",
    "retrouver",
    "compléter",
    "introduire",
    "intégrer",
];

/// Verbs broad enough to open a question, whatever the corpus.
const BROAD: &[&str] = &[
    "améliorer",
    "renforcer",
    "garantir",
    "développer",
    "faciliter",
    "former",
    "accompagner",
    "financer",
    "réduire",
    "protéger",
    "associer",
    "simplifier",
    "évaluer",
    "favoriser",
    "soutenir",
    "maintenir",
    "encourager",
    "limiter",
    "assurer",
    "encadrer",
    "promouvoir",
    "sécuriser",
    "mutualiser",
    "rapprocher",
    "préserver",
    "lutter",
    "valoriser",
    "contrôler",
    "aider",
    "rétablir",
];

/// Most words of a question.
const LONGEST: usize = 20;

/// A theme as a question sees it, the largest first.
pub(crate) struct Asked<'a> {
    /// The phrases of its label.
    pub axes: &'a [String],
    /// Its keywords.
    pub keywords: &'a [String],
    /// What its ideas ask for, as infinitive phrases.
    pub demands: Vec<&'a str>,
}

/// A verb and what it acts on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    verb: String,
    /// With its definite article.
    object: String,
    /// Stem of the object's head.
    head: String,
}

/// Three wordings, the first shown.
pub(crate) fn wordings(themes: &[Asked<'_>]) -> Vec<String> {
    let pairs: Vec<Pair> = distinct(themes.iter().filter_map(best));
    let clauses: Vec<String> = pairs.iter().map(|pair| format!("{} {}", pair.verb, pair.object)).collect();
    let named: Vec<String> =
        themes.iter().filter_map(|theme| theme.axes.iter().find_map(|axis| definite(axis))).collect();
    let how = |count: usize| (clauses.len() >= count).then(|| format!("Comment {}", listed(&clauses[..count])));
    let one = || {
        let other =
            themes.iter().filter_map(|theme| theme.axes.first()).find(|axis| pairs[0].head != stem(split(axis).0))?;
        Some(format!("Comment {} et agir sur {}", clauses.first()?, definite(other)?))
    };
    let named = |words: &str, most: usize| {
        let named = &named[..most.min(named.len())];
        (!named.is_empty()).then(|| format!("{words} {}", listed(named)))
    };
    let single = || if clauses.is_empty() { None } else { one().or_else(|| how(1)) };
    let first =
        how(2).or_else(single).or_else(|| named("Comment agir sur", 2)).or_else(|| Some("Comment agir".to_owned()));
    let others = [
        how(3),
        named("Quelles priorités pour", 3),
        named("Comment agir sur", 2),
        named("Quelles priorités pour", 1),
        how(1),
    ];
    let mut found: Vec<String> = Vec::new();
    for wording in std::iter::once(first).chain(others).flatten() {
        let short = wording.split([' ', '’']).count() <= LONGEST;
        if short && found.len() < 3 && !found.contains(&wording) {
            found.push(wording);
        }
    }
    found.into_iter().map(|wording| format!("{wording}\u{202f}?")).collect()
}

/// « A », « A et B », « A, B et C ».
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// The pair about what the label or a keyword names that most ideas of a theme hold, broad verbs first; others must be said twice.
fn best(theme: &Asked<'_>) -> Option<Pair> {
    let heads = |phrases: &[String]| phrases.iter().map(|phrase| stem(split(phrase).0)).collect::<Vec<_>>();
    let (axes, keywords) = (heads(theme.axes), heads(theme.keywords));
    let mut count: BTreeMap<Pair, usize> = BTreeMap::new();
    for pair in theme.demands.iter().filter_map(|phrase| parse(phrase)) {
        *count.entry(pair).or_default() += 1;
    }
    let worth = |(pair, count): &(Pair, usize)| {
        let broad = BROAD.contains(&pair.verb.as_str());
        (axes.contains(&pair.head), broad, *count)
    };
    let told = |(pair, count): &(Pair, usize)| {
        let named = axes.contains(&pair.head) || keywords.contains(&pair.head);
        named && (*count > 1 || BROAD.contains(&pair.verb.as_str()))
    };
    let better = |a: (Pair, usize), b: (Pair, usize)| if worth(&b) > worth(&a) { b } else { a };
    let (pair, _) = count.into_iter().filter(told).reduce(better)?;
    // What the label calls the thing, when it is the same thing.
    let called = axes.iter().position(|head| *head == pair.head).and_then(|at| definite(&theme.axes[at]));
    Some(Pair { object: called.unwrap_or(pair.object), ..pair })
}

/// Verb and object of a phrase; `None` when the verb says little or no noun phrase follows it.
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

/// The longest noun phrase, of two content words at most, that `object` begins with; `rest` is the same with its article.
fn named(rest: &str, object: &str) -> Option<String> {
    let lower = object.to_lowercase();
    let opens = |np: &NounPhrase| lower.starts_with(&np.surface.to_lowercase()) && np.length <= 2;
    noun_phrases(rest).into_iter().filter(opens).max_by_key(|np| np.length).map(|np| np.surface)
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

    #[test]
    fn a_question_is_made_of_what_was_asked_in_its_themes() {
        let (agents, data) = (["agents d’accueil".to_owned()], ["données personnelles".to_owned()]);
        let themes = [
            Asked {
                axes: &agents,
                keywords: &[],
                demands: vec!["former les agents d’accueil", "demander aux opérateurs de payer", "former les agents"],
            },
            Asked { axes: &data, keywords: &[], demands: vec!["voir les choses", "protéger les données"] },
        ];
        let found = wordings(&themes);
        assert_eq!(found[0], "Comment former les agents d’accueil et protéger les données personnelles\u{202f}?");
        assert_eq!(found[1], "Quelles priorités pour les agents d’accueil et les données personnelles\u{202f}?");
        let fibre = ["fibre".to_owned()];
        let silent = [Asked { axes: &fibre, keywords: &[], demands: Vec::new() }];
        assert_eq!(wordings(&silent)[0], "Comment agir sur la fibre\u{202f}?");
    }
}
