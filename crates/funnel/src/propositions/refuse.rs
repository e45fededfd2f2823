//! What is not wanted, or no longer: « il ne faut pas », « stop à », « pas de », « non à », « fini » (rules R7 and R10).
//!
//! A refusal stays a refusal: the phrase says « ne pas », « éviter », « mettre fin », « refuser », never the bare verb.

use super::grammar::{definite, has_mood, split, to};
use super::nominal;
use super::read::Draft;
use super::thing::listed;
use super::verb::{after_que, begins_with_infinitive, without_preposition};
use crate::heads::Head;
use crate::pattern::{Pattern, pattern};
use arobase_text::lexicon::{Gender, Lexicon, Mood, elide};
use arobase_text::stem::fold;
use arobase_text::words::words;
use std::sync::LazyLock;

/// Phrases that ask that something be not done, or no longer.
static REFUSING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:ne (?:pas|plus|jamais|rien|surtout pas)\b|n'|eviter |cesser |arreter |stopper |mettre (?:fin|un terme|un frein) |en finir |refuser |renoncer |s'abstenir |s'opposer |bannir |proscrire )",
    )
});

/// Whether a finished phrase asks that something be not done.
pub(crate) fn refuses(phrase: &str) -> bool {
    REFUSING.is_match(phrase)
}

/// « ne pas miser que sur X mais sur Y » refuses half of it: cut anywhere, it would say the opposite.
pub(super) fn refuses_half(phrase: &str) -> bool {
    static HALF: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^ne (?:pas|plus) .*\bque (?:sur|des|les|le|la|l'|de|du|a|aux?|par|pour|dans|un|une)\b|^(?:eviter|ne).*\bseulement\b",
        )
    });
    HALF.is_match(phrase)
}

fn refusal(text: String, rule: &'static str) -> Draft {
    Draft { text, rules: vec![rule] }
}

/// After « il ne faut pas ».
pub(super) fn need_not(head: &str, rest: &str) -> Option<Draft> {
    let bare = without_preposition(rest);
    let not = if fold(head).ends_with("plus") { "ne plus" } else { "ne pas" };
    let text = match after_que(rest) {
        Some(clause)
            if words(clause)
                .iter()
                .any(|word| has_mood(word.text, Mood::Subjunctive) && !Lexicon::french().is_noun(word.text)) =>
        {
            format!("éviter que {clause}")
        }
        None if begins_with_infinitive(bare) => format!("{not} {bare}"),
        _ => return None,
    };
    Some(refusal(text, "R10"))
}

/// « Stop aux formulaires » → « mettre fin aux formulaires ».
pub(super) fn stop(body: &str, head: &Head, rest: &str) -> Option<Draft> {
    let opener = fold(&body[head.range.clone()]);
    let preposition = opener.split_whitespace().last()?;
    let phrase = if preposition == "a" { to(rest) } else { format!("{preposition} {rest}") };
    Some(refusal(format!("mettre fin {phrase}"), "R7"))
}

/// « Non aux compteurs », « pas de fermeture », « fini les formulaires » open the sentence.
pub(super) fn opening(sentence: &str) -> Option<Draft> {
    static NO: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^non (?:a |au |aux )"));
    static NONE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^pas (?:de |d')"));
    static OVER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^fini(?:es|e|s)? (?:de |d')?(?:le|la|les|l')"));
    if let Some(no) = NO.find(sentence) {
        let opener = fold(no.as_str().trim());
        return Some(refusal(format!("refuser {}", after_to(&opener, &sentence[no.end()..])), "R10"));
    }
    if let Some(none) = NONE.find(sentence) {
        return none_of(&sentence[none.end()..]);
    }
    let over = OVER.find(sentence)?;
    let (_, rest) = split(&sentence[over.start()..]);
    Some(refusal(format!("mettre fin {}", to(rest)), "R7"))
}

/// « au compteur » → « le compteur ».
fn after_to(opener: &str, rest: &str) -> String {
    match opener.split_whitespace().last() {
        Some("au") => format!("le {rest}"),
        Some("aux") => format!("les {rest}"),
        _ => rest.to_owned(),
    }
}

/// « pas de fermeture de classe » → « éviter toute fermeture de classe »; « pas de suppressions » → « éviter les suppressions ».
fn none_of(rest: &str) -> Option<Draft> {
    static POSSIBLE: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"\b(?:possibles?|disponibles?|prevue?s?|adaptee?s?|assez|donc|avant|depuis)\b"));
    let lexicon = Lexicon::french();
    let noun = head_noun(rest);
    if POSSIBLE.is_match(rest) {
        return None;
    }
    if !lexicon.is_noun(noun) || !nominal::is_imposed(&lexicon.lemma(noun).to_lowercase()) {
        return None;
    }
    let rest = super::thing::first_thing(rest);
    let text = match (lexicon.is_plural(noun), lexicon.noun_gender(noun)) {
        (Some(true), _) => format!("éviter les {rest}"),
        (Some(false), Some(Gender::Feminine)) => format!("éviter toute {rest}"),
        (Some(false), Some(Gender::Masculine)) => format!("éviter tout {rest}"),
        _ => return None,
    };
    Some(refusal(text, "R10"))
}

/// The noun of « nouvelles taxes locales ».
fn head_noun(thing: &str) -> &str {
    let (first, rest) = split(thing);
    let newer = ["nouveau", "nouveaux", "nouvel", "nouvelle", "nouvelles"].contains(&fold(first).as_str());
    let noun = if newer { split(rest).0 } else { first };
    noun.trim_end_matches([',', '.'])
}

/// « moins de théorie et une formation pratique »: what is wanted beside stays out.
fn one_thing(rest: &str) -> &str {
    static BESIDE: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(?:,| et| mais) (?:une?|des|plus|davantage|le|la|les|meilleure?s?|moins) "));
    let rest = super::thing::first_thing(rest);
    BESIDE.find(rest).map_or(rest, |beside| &rest[..beside.start()])
}

/// What is reduced in amount; of the rest it is the number.
const AMOUNTS: &str = "aide bruit charge contrainte cotisation coût déchet délai démarche dépense différence disparité écart émission \
    formalité frais impôt inégalité inégalités loyer norme nuisance péage pollution prélèvement prix procédure salaire subvention tarif taxe \
    tension violence incivilité lourdeur complication intérêt";

/// « moins de taxes » → « réduire les taxes »; « moins de panneaux » → « réduire le nombre de panneaux ».
pub(super) fn less(rest: &str) -> Option<Draft> {
    let thing = one_thing(rest);
    let lexicon = Lexicon::french();
    let noun = head_noun(thing);
    let counted = lexicon.is_plural(noun) == Some(true) && !listed(AMOUNTS, &lexicon.lemma(noun));
    let reduced = if counted { format!("le nombre {}", elide("de", thing)) } else { definite(thing)? };
    Some(refusal(format!("réduire {reduced}"), "R7"))
}
