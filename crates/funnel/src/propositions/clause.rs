//! Subjects and verbs: « que l’État finance X », « X doivent être formés », « chaque commune doit avoir Y » (rules R2, R4, R5, R15).

use super::grammar::{has_mood, of, split, to};
use crate::pattern::pattern;
use arobase_text::lexicon::{Lexicon, Mood};
use arobase_text::stem::fold;
use arobase_text::words::{Word, words};
use regex::Regex;
use std::sync::LazyLock;

/// Those to whom the motion speaks, or who speak in it: their name need not be repeated.
static UNDERSTOOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:on|nous|nous tous|l'on|l'etat|le gouvernement|les pouvoirs publics|la motion|notre motion|le congres|le legislateur|la loi|les collectivites(?: locales| territoriales)?|les elus|la puissance publique|notre association|l'association|le ministere|les ministeres)$",
    )
});

/// Bodies that can be asked to act.
static ACTOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:operateurs?|editeurs?|fournisseurs?|prestataires?|plateformes?|banques?|assureurs?|caf|cpam|prefectures?|prefets?|administrations?|organismes?|hebergeurs?|fabricants?|constructeurs?|entreprises?|departements?|regions?|communes?|intercommunalites?|communautes?|maires?|etablissements?|ministeres?|services (?:publics|de l'etat)|centres de gestion|academies?|rectorats?|ecoles|colleges|agences?|associations?|anssi|cnil|europe|parlement)\b",
    )
});

/// Rewrites « S + verb … » found after « que »: the verb is finite, in the subjunctive or not.
pub(crate) fn que(clause: &str) -> Option<(String, &'static str)> {
    let tokens = words(clause);
    let at = finite_verb(&tokens)?;
    let subject = uncapitalised(clause[..tokens[at].start].trim());
    let subject = subject.as_str();
    let rest = clause[tokens[at].end..].trim_start();
    if fold(subject) == "il y" {
        return Some((format!("prévoir {rest}"), "R2"));
    }
    let (subject, negated) = without_ne(subject);
    if negated || is_pronoun(subject) || subject.is_empty() {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of(tokens[at].text)?;
    verb_phrase(subject, &infinitive, rest).or_else(|| so_that(subject, &tokens[at], rest))
}

/// Rewrites « S doit infinitive … »: `rest` begins with the infinitive.
pub(crate) fn must(subject: &str, rest: &str) -> Option<(String, &'static str)> {
    let subject = &uncapitalised(subject);
    if is_pronoun(subject) {
        return None;
    }
    let (infinitive, complement) = split(rest);
    if !Lexicon::french().is_infinitive(infinitive) {
        return None;
    }
    if subject.is_empty() || UNDERSTOOD.is_match(subject) {
        return Some((rest.to_owned(), "R4"));
    }
    verb_phrase(subject, &fold_verb(infinitive), complement).or_else(|| {
        if ACTOR.is_match(subject) {
            return Some((format!("demander {} {}", to(subject), de_infinitive(rest)), "R4"));
        }
        let plural = ["les", "des", "nos", "leurs", "tous", "toutes", "deux", "trois", "certains"]
            .contains(&fold(split(subject).0).as_str());
        let verb = Lexicon::french().conjugate(&fold_verb(infinitive), Mood::Subjunctive, 3, plural)?;
        Some((format!("faire en sorte {} {verb} {complement}", arobase_text::lexicon::elide("que", subject)), "R4"))
    })
}

fn de_infinitive(rest: &str) -> String {
    arobase_text::lexicon::elide("de", rest)
}

fn fold_verb(infinitive: &str) -> String {
    infinitive.to_lowercase()
}

/// « Les agents » → « les agents »; a name keeps its capital.
fn uncapitalised(subject: &str) -> String {
    let (first, _) = split(subject);
    let determiner = first.chars().skip(1).all(|c| !c.is_uppercase()) && !Lexicon::french().is_noun(first);
    if determiner { crate::propositions::phrase::lower_first(subject) } else { subject.to_owned() }
}

/// The shapes that a subject and a verb can take without the subject being the one who acts.
fn verb_phrase(subject: &str, infinitive: &str, rest: &str) -> Option<(String, &'static str)> {
    match infinitive {
        "être" => passive(subject, rest),
        "pouvoir" => Some((format!("permettre {} {}", to(subject), de_infinitive(rest)), "R15")),
        "avoir" if begins_noun_phrase(rest) => Some((format!("doter {subject} {}", of(rest)), "R15")),
        "disposer" | "bénéficier" if begins_complement(rest) => Some((format!("doter {subject} {rest}"), "R15")),
        "rester" | "demeurer" => adjective(rest).map(|_| (format!("maintenir {subject} {rest}"), "R15")),
        _ if UNDERSTOOD.is_match(subject) => Some((format!("{infinitive} {rest}"), "R2")),
        _ => None,
    }
}

/// « les structures doivent être pérennisées » → « pérenniser les structures »; « … être gratuites » → « rendre … gratuites ».
fn passive(subject: &str, rest: &str) -> Option<(String, &'static str)> {
    let (first, after) = split(rest);
    let lexicon = Lexicon::french();
    let (adverb, participle, after) = match fold(first).as_str() {
        "mieux" | "davantage" | "plus" | "systematiquement" | "enfin" | "tous" | "toutes" | "aussi" | "egalement"
        | "bien" | "automatiquement" | "regulierement" | "mis" | "mise" | "mises" => {
            let (second, tail) = split(after);
            (first, second, tail)
        }
        _ => ("", first, after),
    };
    if let Some(verb) = lexicon.infinitive_of_participle(participle) {
        if let (true, Some(duty)) = (
            ["tenir", "obliger", "contraindre"].contains(&verb.as_str()),
            after.strip_prefix("de ").or_else(|| after.strip_prefix("d’")),
        ) {
            return Some((format!("obliger {subject} à {duty}"), "R5"));
        }
        return Some((active(subject, &verb, adverb, after), "R5"));
    }
    adjective(participle).map(|_| (format!("rendre {subject} {rest}"), "R15"))
}

fn active(subject: &str, verb: &str, adverb: &str, after: &str) -> String {
    let verb = if after.starts_with("par ") { format!("faire {verb}") } else { verb.to_owned() };
    let phrase = match fold(adverb).as_str() {
        "mieux" | "bien" | "systematiquement" | "automatiquement" | "regulierement" | "davantage" => {
            format!("{} {verb} {subject} {after}", adverb.to_lowercase())
        }
        "plus" => format!("{verb} davantage {subject} {after}"),
        "mis" | "mise" | "mises" => format!("mettre {subject} {verb} {after}"),
        _ => format!("{verb} {subject} {after}"),
    };
    phrase.trim().to_owned()
}

fn adjective(phrase: &str) -> Option<&str> {
    let (first, rest) = split(phrase);
    let first = if ["plus", "moins", "tres", "vraiment", "totalement"].contains(&fold(first).as_str()) {
        split(rest).0
    } else {
        first
    };
    Lexicon::french().is_adjective(first).then_some(first)
}

/// Always grammatical when the verb stands in the subjunctive: « faire en sorte que les démarches restent possibles ».
fn so_that(subject: &str, verb: &Word<'_>, rest: &str) -> Option<(String, &'static str)> {
    let subjunctive = has_mood(verb.text, Mood::Subjunctive);
    subjunctive.then(|| {
        (format!("faire en sorte {} {} {rest}", arobase_text::lexicon::elide("que", subject), verb.text), "R2")
    })
}

fn without_ne(subject: &str) -> (&str, bool) {
    match subject.rsplit_once(' ') {
        Some((before, "ne" | "n’" | "n'")) => (before.trim(), true),
        _ if ["ne", "n’"].contains(&subject) => ("", true),
        _ => (subject, false),
    }
}

fn is_pronoun(subject: &str) -> bool {
    [
        "il", "elle", "ils", "elles", "je", "j’", "tu", "ce", "cela", "ca", "c’", "vous", "celui-ci", "celle-ci",
        "ceux-ci", "qui", "chacun", "le reste", "tout", "rien",
    ]
    .contains(&fold(subject).as_str())
}

fn begins_noun_phrase(rest: &str) -> bool {
    let (first, _) = split(rest);
    ["un", "une", "des", "le", "la", "les", "l’", "acces", "du", "son", "sa", "ses", "leur", "leurs", "plus", "au"]
        .contains(&fold(first).as_str())
        && fold(first) != "au"
}

fn begins_complement(rest: &str) -> bool {
    ["d’", "de", "du", "des"].contains(&fold(split(rest).0).as_str())
}

/// The first finite verb of a clause, where no determiner makes a noun of it.
fn finite_verb(tokens: &[Word<'_>]) -> Option<usize> {
    let lexicon = Lexicon::french();
    (1..tokens.len().min(14)).find(|&at| {
        let before = fold(tokens[at - 1].text);
        let after_determiner = [
            "le", "la", "les", "l’", "l'", "un", "une", "des", "de", "du", "d’", "au", "aux", "ce", "cette", "ces",
            "nos", "notre", "chaque", "leur", "leurs", "en", "à",
        ]
        .contains(&before.as_str());
        !after_determiner
            && lexicon.is_finite_verb(tokens[at].text)
            && (has_mood(tokens[at].text, Mood::Subjunctive) || !lexicon.is_noun(tokens[at].text))
    })
}
