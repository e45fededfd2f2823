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
        r"^(?:(?:je (?:pense|crois|trouve|considere|dis)|nous (?:pensons|croyons|considerons|estimons)|j'estime|il me semble|a mon avis|selon moi|pour moi|pour nous|a notre avis|de mon point de vue|bonjour|madame|monsieur|donc|enfin|bref|ensuite|aussi|de plus|en plus|par ailleurs|en outre|d'abord|tout d'abord|en conclusion|egalement|en premier lieu|premierement|deuxiemement|troisiemement|et|mais|alors|oui|non|proposition|idee|suggestion|demande|constat|besoin|urgent|priorite|en revanche|par contre|en effet|en gros|en bref|en somme|en resume|en fait|au final|a ce titre|a cet egard|en ce sens|pour autant|par consequent|en consequence|dans ce cadre|sur ce point|de ce fait|du coup|pour cela|pour ce faire|cependant|neanmoins|toutefois|surtout)\b(?: qu['e])?[ ,:]*)+",
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
    if upper > lower {
        Cow::Owned(sentence.to_lowercase())
    } else if words(&sentence).iter().any(|word| is_shouted(word.text)) {
        Cow::Owned(hushed(&sentence))
    } else {
        sentence
    }
}

/// Shortest word that is read in small letters among others that are: shorter ones may be acronyms.
const SHOUTED: usize = 5;

fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// « DONNER LA POSSIBILITÉ comme ailleurs »: words in capitals one by one, unknown ones being names.
fn hushed(sentence: &str) -> String {
    let lexicon = Lexicon::french();
    let mut calmed = String::with_capacity(sentence.len());
    let mut from = 0;
    let tokens = words(sentence);
    let opens = tokens.iter().filter(|word| word.text.chars().count() > 1).take(3).all(|word| is_shouted(word.text));
    let least = if opens { 2 } else { SHOUTED };
    for word in tokens.into_iter().filter(|word| is_shouted(word.text) && word.text.chars().count() >= least) {
        let lower = word.text.to_lowercase();
        let known = lexicon.contains(&lower) || lexicon.restore_accents(&lower).is_some();
        calmed.push_str(&sentence[from..word.start]);
        calmed.push_str(if known { &lower } else { word.text });
        from = word.end;
    }
    calmed.push_str(&sentence[from..]);
    calmed
}

/// Leaves out an introduction (R1).
pub(super) fn introduce(sentence: &str) -> (&str, Vec<&'static str>) {
    static WHAT_IF: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^et si (?:on|nous|l'on)\b"));
    static NUMBER: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h]) ?(?:[.)°/]|[-–] )[-–. ]*"));
    let sentence = NUMBER.find(sentence).map_or(sentence, |number| &sentence[number.end()..]);
    if WHAT_IF.is_match(sentence) {
        return (sentence, Vec::new());
    }
    match OPINION.find(sentence).filter(|found| found.end() < sentence.len()) {
        // « Je pense passer à l’électrique » says what its author will do.
        Some(found) if intends(found.as_str(), &sentence[found.end()..]) => (sentence, Vec::new()),
        Some(found) => (&sentence[found.end()..], vec!["R1"]),
        None => (sentence, Vec::new()),
    }
}

fn intends(opening: &str, rest: &str) -> bool {
    static I_THINK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:pense|pensons|crois|croyons) *$"));
    I_THINK.is_match(opening) && begins_with_infinitive(rest)
}

/// Sets an opening circumstance aside when a demand follows it.
pub(super) fn circumstance(body: &str) -> (&str, Option<&str>) {
    static BACK: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:ce|cet|cette|ces|cela|ceci)\b"));
    let Some(found) = CIRCUMSTANCE.captures(body) else { return (body, None) };
    let (Some(whole), Some(place)) = (found.get(0), found.get(1)) else { return (body, None) };
    let rest = &body[whole.end()..];
    // « Sur cette base, » points back: it is left out, not put behind.
    let short = words(place.as_str()).len() <= 6
        && !words(place.as_str()).iter().any(|word| Lexicon::french().is_infinitive(word.text));
    let demands = heads::first(rest).is_some_and(|head| head.range.start == 0) || begins_with_infinitive(rest);
    match short && demands {
        true if BACK.is_match(place.as_str()) => (rest, None),
        true => (rest, Some(place.as_str())),
        false => (body, None),
    }
}

/// The circumstance goes where the demand ends, before its reason.
pub(super) fn postpone(text: &str, place: &str) -> String {
    let place = place.trim();
    let lowered = match lower_first(place) {
        place if place.starts_with("a ") => place.replacen("a ", "à ", 1),
        place => place,
    };
    match finish(text) {
        Some(finished) => format!("{} {lowered}", finished.text),
        None => text.to_owned(),
    }
}
