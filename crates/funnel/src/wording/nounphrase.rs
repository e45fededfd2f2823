//! Noun phrases as people write them: N, N A, N de N, N de la N A.

use arobase_text::inclusive;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, stem};
use arobase_text::stopwords::is_stop_word;
use arobase_text::words::{Word, words};

/// A noun phrase: its words as written, and the stems of its content words, which make two surfaces one phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    /// Stems of the content words, joined by spaces.
    pub key: String,
    /// As written, lower-case unless an acronym.
    pub surface: String,
    /// Number of content words.
    pub length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Noun,
    Adjective,
    Preposition,
    Determiner,
    Other,
}

const PREPOSITIONS: &[&str] = &["de", "d'", "du", "des", "a", "au", "aux", "en"];
const DETERMINERS: &[&str] =
    &["le", "la", "les", "l'", "un", "une", "nos", "notre", "leurs", "leur", "ces", "cette", "ce", "chaque"];

/// Numbers count; they name nothing.
const NUMERALS: &[&str] = &[
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "quinze",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "cent",
    "mille",
    "premier",
    "deuxieme",
    "troisieme",
    "rien",
    "personne",
    "quelqu'un",
    "tout",
    "tous",
];

/// Nouns too general to name anything.
const VAGUE: &[&str] = &[
    "chose",
    "fait",
    "façon",
    "manière",
    "cas",
    "exemple",
    "temps",
    "fois",
    "jour",
    "an",
    "année",
    "mois",
    "semaine",
    "heure",
    "partie",
    "part",
    "besoin",
    "moment",
    "point",
    "sujet",
    "niveau",
    "suite",
    "fin",
    "début",
    "place",
    "lieu",
    "nombre",
    "ensemble",
    "question",
    "problème",
    "solution",
    "mise",
    "prise",
    "type",
    "sorte",
    "côté",
    "cadre",
    "terme",
    "plupart",
    "majorité",
    "monde",
    "gens",
    "idée",
    "proposition",
    "contribution",
    "mesure",
    "œuvre",
    "service",
    "numérique",
    "commune",
    "personne",
    "habitant",
    "effet",
    "raison",
    "plus",
    "moins",
    "avis",
    "moyen",
    "accès",
    "outil",
    "peine",
    "ras",
    "euro",
    "argent",
    "ligne",
    "petite",
    "abord",
    "aller",
    "bonjour",
    "merci",
    "table",
    "chiffre",
    "vie",
    "main",
    "mot",
    "chance",
    "honte",
    "soir",
    "matin",
    "nuit",
    "date",
    "tour",
    "élu",
    "agent",
    "mairie",
    "maire",
    "village",
    "ville",
    "pays",
    "france",
    "état",
    "territoire",
    "projet",
    "système",
    "possibilité",
    "nécessité",
];

/// Every noun phrase of `text`, shorter ones inside longer ones included.
pub(crate) fn noun_phrases(text: &str) -> Vec<NounPhrase> {
    let words = words(text);
    let classes: Vec<Class> = words.iter().map(|word| class(word.text)).collect();
    let mut found = Vec::new();
    for start in 0..words.len() {
        if classes[start] == Class::Noun && introduced(text, &words, &classes, start) {
            extend(text, &words, &classes, start, &mut found);
        }
    }
    found
}

fn class(word: &str) -> Class {
    let folded = fold(word);
    let straight = folded.replace('’', "'");
    if PREPOSITIONS.contains(&straight.as_str()) {
        return Class::Preposition;
    }
    if DETERMINERS.contains(&straight.as_str()) {
        return Class::Determiner;
    }
    if NUMERALS.contains(&folded.as_str()) {
        return Class::Other;
    }
    if is_stop_word(&folded) || folded.chars().count() < 3 && !acronym(word) {
        return Class::Other;
    }
    let lexicon = Lexicon::french();
    let base = inclusive::base(word);
    if likeliest_noun(&base) || acronym(word) {
        Class::Noun
    } else if lexicon.is_infinitive(&base) {
        Class::Other
    } else if lexicon.is_adjective(&base) {
        Class::Adjective
    } else {
        Class::Other
    }
}

/// « clair » and « locale » can be nouns; out of context they are not.
fn likeliest_noun(word: &str) -> bool {
    Lexicon::french().analyses(word).first().is_some_and(|reading| reading.tag.is_noun())
}

fn acronym(word: &str) -> bool {
    word.chars().count() >= 2
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
        && word.chars().any(char::is_alphabetic)
}

/// A noun counts when a determiner, a preposition or nothing stands before it: « nous formons » has no « forme ».
fn introduced(text: &str, words: &[Word<'_>], classes: &[Class], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let gap = &text[words[before].end..words[at].start];
    let unambiguous = !Lexicon::french().is_verb_form(words[at].text);
    !gap.chars().all(char::is_whitespace) && !gap.is_empty()
        || matches!(classes[before], Class::Determiner | Class::Preposition | Class::Adjective)
        || unambiguous
}

/// Grows from the noun at `start`: adjectives and complements as far as the words touch.
fn extend(text: &str, words: &[Word<'_>], classes: &[Class], start: usize, found: &mut Vec<NounPhrase>) {
    let mut content = Vec::new();
    let mut nouns = 0;
    let mut at = start;
    while at < words.len() && at < start + 7 && content.len() < 4 {
        if at > start && !touching(text, &words[at - 1], &words[at]) {
            break;
        }
        match classes[at] {
            Class::Noun => {
                nouns += 1;
                content.push(stem(&inclusive::base(words[at].text)));
            }
            Class::Adjective => content.push(stem(&inclusive::base(words[at].text))),
            Class::Preposition | Class::Determiner => {
                at += 1;
                continue;
            }
            Class::Other => break,
        }
        if nouns <= 3 && useful(words[start].text, content.len()) {
            found.push(NounPhrase {
                key: content.join(" "),
                surface: surface(&text[words[start].start..words[at].end]),
                length: content.len(),
            });
        }
        at += 1;
    }
}

fn touching(text: &str, left: &Word<'_>, right: &Word<'_>) -> bool {
    text[left.end..right.start].chars().all(|c| c == ' ' || c == '’')
}

/// A vague noun alone names nothing; with its complement it may.
fn useful(first: &str, length: usize) -> bool {
    length > 1 || !VAGUE.contains(&Lexicon::french().lemma(&inclusive::base(first)).as_str())
}

fn surface(phrase: &str) -> String {
    phrase
        .split(' ')
        .map(|word| if acronym(word) || mixed_case(word) { word.to_owned() } else { word.to_lowercase() })
        .collect::<Vec<_>>()
        .join(" ")
}

/// « FranceConnect », « l’État »: a capital inside a word, or a name that the language writes so.
fn mixed_case(word: &str) -> bool {
    let inner = word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    inner || word == "État" || word == "Internet" || word == "France"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        noun_phrases(text).into_iter().map(|phrase| phrase.surface).collect()
    }

    #[test]
    fn phrases_grow_from_their_noun() {
        let found = surfaces("La formation des agents municipaux coûte cher");
        assert!(found.contains(&"formation".to_owned()));
        assert!(found.contains(&"formation des agents".to_owned()));
        assert!(found.contains(&"formation des agents municipaux".to_owned()));
    }

    #[test]
    fn number_and_gender_do_not_matter() {
        let keys = |text: &str| noun_phrases(text).into_iter().map(|phrase| phrase.key).collect::<Vec<_>>();
        assert_eq!(keys("le conseiller numérique").last(), keys("les conseillers numériques").last());
    }
}
