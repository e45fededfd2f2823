//! « S doit … »: the subject before the verb, and what is asked of it (rules R4, R5, R10, R15).

use super::bare::clear_verbs;
use super::clause;
use super::grammar::split;
use super::read::{Draft, asked};
use super::verb::strip_adverbs;
use crate::heads::Head;
use crate::pattern::{Pattern, pattern};
use arobase_text::stem::fold;
use arobase_text::words::words;
use std::sync::LazyLock;

/// Longest subject, in words.
const LONGEST: usize = 12;

/// « L’État doit financer … », « les lignes ne doivent pas fermer ».
pub(super) fn must(body: &str, head: &Head, rest: &str) -> Option<Draft> {
    let subject = subject_before(&body[..head.range.start])?;
    let rest = strip_adverbs(rest.trim_end_matches(['.', ' ', '!', ';', ',']));
    let could = fold(&body[head.range.clone()]).starts_with("pourr");
    if let Some(refused) = without_not(rest) {
        let (subject, negated) = clause::without_ne(subject);
        return (negated && !could).then(|| clause::must_not(subject, refused))?.map(refusal);
    }
    if clause::without_ne(subject).1 {
        return None;
    }
    clause::must(subject, rest, could).map(|(text, rule)| asked(text, rule))
}

fn refusal(text: String) -> Draft {
    Draft { text, rules: vec!["R10"] }
}

fn without_not(rest: &str) -> Option<&str> {
    let (not, after) = split(rest);
    ["pas", "plus", "jamais"].contains(&fold(not).as_str()).then_some(after)
}

/// The noun phrase that ends right before « doit », coordinated ones included; `None` when it is the end of something else.
pub(super) fn subject_before(before: &str) -> Option<&str> {
    static WHILE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:bien qu|quoiqu|meme si|si|quand|lorsqu|puisqu|comme|tout comme|tant qu|afin qu|pour qu|des lors qu|alors qu|tandis qu)(?:e |'| )[^,]*, ",
        )
    });
    let before = before.trim_end().trim_end_matches(',');
    let start = before
        .rfind([';', ':', '.', '(', '«', '?', '!'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let mut subject = before[start..].trim();
    for opener in ["et ", "mais ", "donc ", "car ", "aussi ", "ainsi ", "or ", "alors "] {
        subject = subject.strip_prefix(opener).unwrap_or(subject);
    }
    if let Some(found) = WHILE.find(subject) {
        subject = &subject[found.end()..];
    }
    if let Some(at) = subject.rfind(" que ").or_else(|| subject.rfind(" qu’")) {
        subject = subject[at..].trim_start_matches(" que ").trim_start_matches(" qu’");
    }
    let whole = noun_phrase(subject);
    whole
        .or_else(|| subject.rsplit_once(", ").and_then(|(left, last)| circumstance(left).then(|| noun_phrase(last))?))
}

/// « Dans les villages, … »: a comma that parts no enumeration.
fn circumstance(left: &str) -> bool {
    ["dans", "en", "pour", "a", "au", "aux", "avec", "par", "apres", "avant", "selon"]
        .contains(&fold(split(left).0).as_str())
}

fn noun_phrase(subject: &str) -> Option<&str> {
    let relative = words(subject)
        .iter()
        .any(|word| ["qui", "dont", "où", "qu’", "que"].contains(&word.text.to_lowercase().as_str()));
    let plain = clause::without_ne(subject).0;
    (!relative && clear_verbs(plain).next().is_none() && words(subject).len() <= LONGEST && determined(plain))
        .then_some(subject)
}

fn determined(subject: &str) -> bool {
    let first = fold(split(subject).0);
    [
        "le", "la", "les", "l’", "l'", "un", "une", "des", "on", "nous", "chaque", "tout", "tous", "toute", "toutes",
        "nos", "notre", "aucun", "aucune", "leurs", "leur", "l",
    ]
    .contains(&first.as_str())
        || subject.is_empty()
}
