//! Structuring questions: « Comment … ? » in three wordings (analysis.md §3.7).
//!
//! The verbs and their objects are pairs that the propositions hold (« former les agents », « maintenir un accueil »): a question made of
//! them is one that people asked, and is French.

use super::nounphrase::{NounPhrase, noun_phrases};
use crate::propositions::grammar::{definite, of, split};
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};
use arobase_text::words::words;

/// Verbs that carry another's meaning, or ask for nothing in particular.
const LIGHT: &[&str] = &[
    "prévoir",
    "assurer",
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
];

/// A verb and what it acts on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    verb: String,
    /// With its definite article.
    object: String,
    /// Stem of the object's head.
    head: String,
}

/// Verb and object of a phrase; `None` when the verb says little or no noun follows it.
fn parse(phrase: &str) -> Option<Pair> {
    let (verb, rest) = split(phrase);
    let verb = match verb {
        "prévoir" => "développer",
        "assurer" => "garantir",
        _ if LIGHT.contains(&verb) || !Lexicon::french().is_infinitive(verb) => return None,
        _ => verb,
    };
    let (article, object) = split(rest);
    if !["le", "la", "les", "l’", "un", "une", "des", "nos", "notre", "leurs"].contains(&fold(article).as_str()) {
        return None;
    }
    let first = split(object).0.trim_end_matches(|c: char| !c.is_alphanumeric());
    let surface = named(object).or_else(|| Lexicon::french().is_noun(first).then(|| first.to_owned()))?;
    let known =
        words(&surface).iter().all(|word| word.text.chars().count() < 3 || Lexicon::french().contains(word.text));
    Some(Pair { verb: verb.to_owned(), object: definite(&surface).filter(|_| known)?, head: stem(first) })
}

/// The longest noun phrase, of three content words at most, that `object` begins with.
fn named(object: &str) -> Option<String> {
    let lower = object.to_lowercase();
    let opens = |np: &NounPhrase| lower.starts_with(&np.surface.to_lowercase()) && np.length <= 3;
    noun_phrases(object).into_iter().filter(opens).max_by_key(|np| np.length).map(|np| np.surface)
}

/// Three wordings, the first shown: from the question's propositions, the most supported first, and the label of its largest theme.
pub(crate) fn wordings(propositions: &[&str], label: &str) -> Vec<String> {
    let pairs: Vec<Pair> = propositions.iter().filter_map(|phrase| parse(phrase)).collect();
    let fallback = definite(&crate::propositions::phrase::lower_first(label)).unwrap_or_else(|| label.to_owned());
    let measures = format!("Quelles mesures en faveur {}\u{202f}?", of(&fallback));
    let chosen = distinct(&pairs);
    let clause = |pair: &Pair| format!("{} {}", pair.verb, pair.object);
    match chosen.as_slice() {
        [] => vec![measures],
        [one] => vec![format!("Comment {}\u{202f}?", clause(one)), measures],
        [one, two] => vec![
            format!("Comment {} et {}\u{202f}?", clause(one), clause(two)),
            format!("Comment {}\u{202f}?", clause(one)),
            measures,
        ],
        [one, two, three, ..] => vec![
            format!("Comment {} et {}\u{202f}?", clause(one), clause(two)),
            format!("Comment {}, {} et {}\u{202f}?", clause(one), clause(two), clause(three)),
            measures,
        ],
    }
}

/// The first pairs that share neither verb nor object.
fn distinct(pairs: &[Pair]) -> Vec<&Pair> {
    let mut kept: Vec<&Pair> = Vec::new();
    for pair in pairs {
        if kept.iter().all(|other| other.verb != pair.verb && other.head != pair.head) {
            kept.push(pair);
        }
        if kept.len() == 3 {
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_made_of_what_was_asked() {
        let phrases = [
            "former les agents d’accueil",
            "former les agents",
            "demander aux opérateurs de payer",
            "protéger les données personnelles",
        ];
        assert_eq!(
            wordings(&phrases, "Formation des agents")[0],
            "Comment former les agents d’accueil et protéger les données personnelles\u{202f}?"
        );
        assert_eq!(wordings(&[], "Fibre"), ["Quelles mesures en faveur de la fibre\u{202f}?"]);
    }
}
