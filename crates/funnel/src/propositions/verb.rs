//! Finding the infinitive that leads a phrase, and what may stand before it.

use super::grammar::split;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::fold;
use std::sync::LazyLock;

/// « à l’État de financer » after « nous demandons »: the recipient is understood.
pub(super) fn without_recipient(rest: &str) -> &str {
    static RECIPIENT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:a l'etat|au gouvernement|aux pouvoirs publics|au legislateur|a la motion|au congres|aux? ministeres?)(?: de l'interieur)?,? (?:de |d'|qu)",
        )
    });
    match RECIPIENT.find(rest) {
        Some(found) if rest[..found.end()].ends_with("qu") => &rest[found.end() - 2..],
        Some(found) => &rest[found.end()..],
        None => rest,
    }
}

pub(super) fn without_preposition(rest: &str) -> &str {
    ["de ", "d’", "d'", "à "].iter().find_map(|preposition| rest.strip_prefix(preposition)).unwrap_or(rest)
}

pub(super) fn after_que(rest: &str) -> Option<&str> {
    ["que ", "qu’", "qu'"].iter().find_map(|que| rest.strip_prefix(que))
}

pub(super) fn strip_adverbs(rest: &str) -> &str {
    let mut rest = rest;
    while [
        "aussi",
        "egalement",
        "donc",
        "absolument",
        "imperativement",
        "enfin",
        "vraiment",
        "obligatoirement",
        "desormais",
        "necessairement",
        "toutes",
        "tous",
        "forcement",
    ]
    .contains(&fold(split(rest).0).as_str())
    {
        rest = split(rest).1;
    }
    rest
}

/// Small words, folded, that may stand right before an infinitive: negations, reflexives, adverbs.
pub(crate) fn clings(word: &str) -> bool {
    ["ne", "n’", "pas", "plus", "mieux", "bien", "se", "s’", "s'", "systematiquement", "davantage", "aussi", "y"]
        .contains(&word)
}

/// Object pronouns before an infinitive.
const OBJECTS: &[&str] = &["en", "le", "la", "les", "l’", "leur", "lui"];

/// An infinitive, perhaps after « ne pas », « mieux » or « se ».
pub(super) fn begins_with_infinitive(phrase: &str) -> bool {
    leading_verb(phrase).is_some()
}

/// The infinitive that leads a phrase.
pub(super) fn leading_verb(phrase: &str) -> Option<String> {
    let mut rest = phrase.trim_start();
    for _ in 0..4 {
        let (first, after) = split(rest);
        let folded = fold(first);
        if clings(&folded) || OBJECTS.contains(&folded.as_str()) {
            rest = after;
            continue;
        }
        let word = first.trim_end_matches([',', ':', '.', ';']);
        return Lexicon::french().is_infinitive(word).then(|| word.to_lowercase());
    }
    None
}

/// An object pronoun before the infinitive has no antecedent here (R12).
pub(super) fn clitic(first: &str, rest: &str) -> bool {
    let pronoun = ["le", "la", "les", "l’", "l'", "leur", "lui", "y", "en", "nous", "vous", "me", "m’"]
        .contains(&fold(first).as_str());
    pronoun && Lexicon::french().is_infinitive(split(rest).0.trim_end_matches([',', ':', ';']))
}
