//! What stands before a demand: introductions, circumstances, parentheses, capitals (rules R1, R14, R17).

use super::phrase::{finish, lower_first};
use super::verb::begins_with_infinitive;
use crate::heads;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::Lexicon;
use arobase_text::words::words;
use std::borrow::Cow;
use std::sync::LazyLock;

static OPINION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:je (?:pense|crois|trouve|considere|dis)|nous (?:pensons|croyons|considerons|estimons)|j'estime|il me semble|a mon avis|selon moi|pour moi|pour nous|a notre avis|de mon point de vue|bonjour|madame|monsieur|donc|enfin|bref|ensuite|aussi|de plus|en plus|par ailleurs|en outre|d'abord|tout d'abord|en conclusion|egalement|en premier lieu|premierement|deuxiemement|troisiemement|et|mais|alors|oui|non|proposition|idee|suggestion|demande|constat|besoin|urgent|priorite)(?: qu['e])?[ ,:]*)+",
    )
});

static CIRCUMSTANCE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^((?:dans|en|pour|a|aux|au|chez|avec|sur|lors d|pendant|face a|des|apres|avant)\b[^,.;:!?]{3,60}?), ?")
});

/// Parentheses illustrate; they are in nobody's way to the verb (R14).
pub(super) fn without_parentheses(sentence: &str) -> Cow<'_, str> {
    static PARENTHESIS: LazyLock<Pattern> = LazyLock::new(|| pattern(r" ?\([^)]*\)"));
    PARENTHESIS.replace_all(sentence, "")
}

/// CAPITALS are read as small letters.
pub(super) fn calm(sentence: Cow<'_, str>) -> Cow<'_, str> {
    let upper = sentence.chars().filter(|c| c.is_uppercase()).count();
    let lower = sentence.chars().filter(|c| c.is_lowercase()).count();
    if upper > lower { Cow::Owned(sentence.to_lowercase()) } else { sentence }
}

/// Leaves out an introduction (R1).
pub(super) fn introduce(sentence: &str) -> (&str, Vec<&'static str>) {
    static WHAT_IF: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^et si (?:on|nous|l'on)\b"));
    if WHAT_IF.is_match(sentence) {
        return (sentence, Vec::new());
    }
    match OPINION.find(sentence).filter(|found| found.end() < sentence.len()) {
        Some(found) => (&sentence[found.end()..], vec!["R1"]),
        None => (sentence, Vec::new()),
    }
}

/// Sets an opening circumstance aside when a demand follows it.
pub(super) fn circumstance(body: &str) -> (&str, Option<&str>) {
    let Some(found) = CIRCUMSTANCE.captures(body) else { return (body, None) };
    let (Some(whole), Some(place)) = (found.get(0), found.get(1)) else { return (body, None) };
    let rest = &body[whole.end()..];
    let short = words(place.as_str()).len() <= 6
        && !words(place.as_str()).iter().any(|word| Lexicon::french().is_infinitive(word.text));
    let demands = heads::first(rest).is_some_and(|head| head.range.start == 0) || begins_with_infinitive(rest);
    if short && demands { (rest, Some(place.as_str())) } else { (body, None) }
}

/// The circumstance goes where the demand ends, before its reason.
pub(super) fn postpone(text: &str, place: &str) -> String {
    let place = place.trim();
    let lowered: String = lower_first(place);
    match finish(text) {
        Some(finished) => format!("{} {lowered}", finished.text),
        None => text.to_owned(),
    }
}
