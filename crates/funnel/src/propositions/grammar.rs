//! The few pieces of French grammar that rewriting needs: contractions, articles, agreement.

use arobase_text::lexicon::{Lexicon, Mood, Tag, elide};
use arobase_text::stem::fold;

/// `de` before a noun phrase: « le » → « du », « les » → « des », « des » → « de », « un » → « d’un ».
pub(crate) fn of(phrase: &str) -> String {
    let (first, rest) = split(phrase);
    match fold(first).as_str() {
        "le" => format!("du {rest}"),
        "les" => format!("des {rest}"),
        "des" | "du" | "de" | "d'" | "d’" => elide("de", rest),
        _ => elide("de", phrase),
    }
}

/// `à` before a noun phrase: « le » → « au », « les » → « aux ».
pub(crate) fn to(phrase: &str) -> String {
    let (first, rest) = split(phrase);
    match fold(first).as_str() {
        "le" => format!("au {rest}"),
        "les" => format!("aux {rest}"),
        "des" => format!("à des {rest}"),
        _ => format!("à {phrase}"),
    }
}

/// What `de` hid in a noun's complement: « création d’un fonds » → « un fonds », « du guichet » → « le guichet ».
///
/// `None` when no article can be told: « suppression de toute démarche » keeps its own words, a bare singular does not.
pub(crate) fn uncontract(complement: &str) -> Option<String> {
    let (first, rest) = split(complement);
    match fold(first).as_str() {
        "du" => Some(format!("le {}", both(rest))),
        "des" => Some(format!("les {}", both(&rest.replace(" et des ", " et les ")))),
        "de" | "d'" | "d’" => bare(rest).map(|rest| both(&rest)),
        _ => None,
    }
}

/// « bancs et d’abris » → « bancs et des abris », unless the first noun has a complement of its own that the second may share.
fn both(rest: &str) -> String {
    let Some((first, second)) = rest.split_once(" et ") else { return rest.to_owned() };
    let nested = [" de ", " du ", " des ", " d’", " d'", ","].iter().any(|of| first.contains(of));
    let prepared = ["de", "d’", "d'", "du"].contains(&fold(split(second).0).as_str());
    match uncontract(second) {
        Some(second) if prepared && !nested => format!("{first} et {second}"),
        _ => rest.to_owned(),
    }
}

fn bare(rest: &str) -> Option<String> {
    let (first, _) = split(rest);
    let folded = fold(first);
    let determined = [
        "la",
        "l’",
        "l'",
        "un",
        "une",
        "nos",
        "notre",
        "votre",
        "leurs",
        "leur",
        "ces",
        "cette",
        "ce",
        "chaque",
        "tout",
        "toute",
        "tous",
        "toutes",
        "plusieurs",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "dix",
    ];
    if determined.contains(&folded.as_str()) || first.chars().next().is_some_and(|c| c.is_ascii_digit()) {
        return Some(rest.to_owned());
    }
    let plural = Lexicon::french().is_plural(first) == Some(true);
    plural.then(|| format!("des {rest}"))
}

/// The definite article and the noun: « sobriété » → « la sobriété ».
pub(crate) fn definite(phrase: &str) -> Option<String> {
    let (first, _) = split(phrase);
    let lexicon = Lexicon::french();
    if lexicon.is_plural(first) == Some(true) {
        return Some(format!("les {phrase}"));
    }
    let article = arobase_text::lexicon::definite_article(first, false);
    lexicon.is_noun(first).then(|| format!("{article}{phrase}"))
}

/// Whether one reading of a form is a verb in this mood.
pub(crate) fn has_mood(form: &str, wanted: Mood) -> bool {
    Lexicon::french()
        .analyses(form)
        .iter()
        .any(|reading| matches!(reading.tag, Tag::Verb { mood, .. } if mood == wanted))
}

/// First word (an elided article counts for one, its apostrophe included) and the rest without the space between.
pub(crate) fn split(phrase: &str) -> (&str, &str) {
    let phrase = phrase.trim_start();
    let end = phrase
        .char_indices()
        .find_map(|(at, c)| match c {
            ' ' => Some(at),
            '’' | '\'' if at <= 2 => Some(at + c.len_utf8()),
            _ => None,
        })
        .unwrap_or(phrase.len());
    (&phrase[..end], phrase[end..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_contract() {
        assert_eq!(of("les communes"), "des communes");
        assert_eq!(of("un référent"), "d’un référent");
        assert_eq!(of("des outils"), "d’outils");
        assert_eq!(to("le maire"), "au maire");
        assert_eq!(to("l’État"), "à l’État");
    }

    #[test]
    fn complements_get_their_article_back() {
        assert_eq!(uncontract("d’un fonds").as_deref(), Some("un fonds"));
        assert_eq!(uncontract("du guichet").as_deref(), Some("le guichet"));
        assert_eq!(uncontract("de lieux ouverts").as_deref(), Some("des lieux ouverts"));
        assert_eq!(uncontract("de sobriété"), None);
    }
}
