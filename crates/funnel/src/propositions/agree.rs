//! Agreement put right where the words around leave no doubt, and the article that a second noun lacks.

use arobase_text::lexicon::{Gender, Lexicon, Mood, Tag, definite_article};
use arobase_text::words::words;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// « des sanctions punitive » → « des sanctions punitives »; « la lecture et copie » → « la lecture et la copie ».
pub(super) fn agreed(phrase: &str) -> String {
    second_article(&articles(&adjectives(phrase)))
}

/// The adjective right after a noun, unless it goes with a noun named before: « des maisons de santé rurales ».
fn adjectives(phrase: &str) -> String {
    static QUALIFIED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:(les|des|aux|nos|ces|certains|certaines|plusieurs|le|la|un|une|du|au|cette|chaque) |l’)(\p{L}+) ((?:plus|moins|très|peu) )?(\p{Ll}{5,})")
            .expect("a constant pattern")
    });
    QUALIFIED
        .replace_all(phrase, |found: &Captures<'_>| {
            let whole = &found[0];
            let (noun, adjective) = (&found[2], &found[4]);
            let plural = found.get(1).is_some_and(|word| word.as_str().ends_with('s'));
            let before = found.get(0).map_or("", |whole| &phrase[..whole.start()]);
            match agreeing(noun, adjective, plural).filter(|_| !goes_with(adjective, before)) {
                Some(form) => format!("{}{form}", &whole[..whole.len() - adjective.len()]),
                None => whole.to_owned(),
            }
        })
        .into_owned()
}

/// The form of `adjective` that goes with `noun`, when it has another and can be nothing but an adjective.
fn agreeing(noun: &str, adjective: &str, plural: bool) -> Option<String> {
    let lexicon = Lexicon::french();
    let gender = gender_of(noun, plural)?;
    let readings = lexicon.analyses(adjective);
    let qualifies = |tag: Tag| tag.is_adjective() || tag.is_past_participle();
    let first = readings.first().is_some_and(|reading| qualifies(reading.tag));
    let others = readings.iter().all(|reading| qualifies(reading.tag) || reading.tag.is_noun());
    if !first || !others || fits(adjective, gender, plural) {
        return None;
    }
    lexicon.agree(adjective, gender, plural)
}

/// Whether a form can go with a noun of this gender and number.
fn fits(adjective: &str, gender: Gender, plural: bool) -> bool {
    Lexicon::french().analyses(adjective).iter().any(|reading| match reading.tag {
        Tag::Adjective { gender: g, plural: p } => g.is_none_or(|g| g == gender) && p.is_none_or(|p| p == plural),
        Tag::Verb { mood: Mood::PastParticiple, plural: p, feminine, .. } => {
            p == plural && feminine == (gender == Gender::Feminine)
        }
        _ => false,
    })
}

/// The gender of what is a noun before anything else, of this number and of one gender.
fn gender_of(noun: &str, plural: bool) -> Option<Gender> {
    let readings = Lexicon::french().analyses(noun);
    let genders: Option<Vec<Gender>> = readings
        .iter()
        .take_while(|reading| reading.tag.is_noun() || !reading.tag.is_adjective())
        .map(|reading| match reading.tag {
            Tag::Noun { gender: Some(gender), plural: p } if p.is_none_or(|p| p == plural) => Some(gender),
            _ => None,
        })
        .collect();
    let genders = genders?;
    let first = *genders.first()?;
    genders.iter().all(|gender| *gender == first).then_some(first)
}

/// Whether a noun of `before` can be what the adjective qualifies.
fn goes_with(adjective: &str, before: &str) -> bool {
    let lexicon = Lexicon::french();
    words(before).iter().skip(1).any(|word| {
        let gender = lexicon.noun_gender(word.text);
        lexicon.is_noun(word.text)
            && gender
                .is_none_or(|gender| lexicon.is_plural(word.text).is_none_or(|plural| fits(adjective, gender, plural)))
    })
}

/// « le désertification » → « la désertification »: a feminine noun whose article is masculine.
fn articles(phrase: &str) -> String {
    static MASCULINE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\b(le|un) (\p{Ll}{4,})").expect("a constant pattern"));
    MASCULINE
        .replace_all(phrase, |found: &Captures<'_>| match gender_of(&found[2], false) {
            Some(Gender::Feminine) => format!("{} {}", if &found[1] == "le" { "la" } else { "une" }, &found[2]),
            _ => found[0].to_owned(),
        })
        .into_owned()
}

/// « la lecture et copie » → « la lecture et la copie », « de la lecture et copie » → « … et de la copie ».
fn second_article(phrase: &str) -> String {
    static PAIR: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(^|\p{L}+ )(?:(la|le) |l’)(\p{Ll}+) (et|ou) (\p{Ll}{4,})\b").expect("a constant pattern")
    });
    PAIR.replace_all(phrase, |found: &Captures<'_>| {
        let whole = found[0].to_owned();
        let (first, second) = (&found[3], &found[5]);
        if !(is_named(first) && is_named(second)) {
            return whole;
        }
        let article = definite_article(second, Lexicon::french().is_plural(second) == Some(true));
        let preposition = ["de ", "à "].iter().find(|word| found[1] == ***word).unwrap_or(&"");
        match (*preposition, article) {
            ("de " | "à ", "le " | "les ") => whole,
            _ => format!("{}{preposition}{article}{second}", &whole[..whole.len() - second.len()]),
        }
    })
    .into_owned()
}

/// A noun before anything else, and no adjective, adverb or infinitive.
fn is_named(word: &str) -> bool {
    let readings = Lexicon::french().analyses(word);
    readings.first().is_some_and(|reading| reading.tag.is_noun())
        && readings.iter().all(|reading| reading.tag.is_noun() || reading.tag.is_finite_verb())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_and_articles_agree() {
        for (typed, written) in [
            ("prévoir des sanctions dissuasive", "prévoir des sanctions dissuasives"),
            ("gérer l’argent publique du canton", "gérer l’argent public du canton"),
            ("prévoir une formation initial", "prévoir une formation initiale"),
            ("affilier les clubs à la sécurité social", "affilier les clubs à la sécurité sociale"),
            ("ouvrir des maisons de la santé rurales", "ouvrir des maisons de la santé rurales"),
            ("lutter contre le désertification", "lutter contre la désertification"),
            ("permettre la lecture et copie des actes", "permettre la lecture et la copie des actes"),
            ("assurer le suivi de la lecture et copie", "assurer le suivi de la lecture et de la copie"),
            ("former les élus et secrétaires", "former les élus et secrétaires"),
            ("développer le réseau des transports publiques", "développer le réseau des transports publics"),
        ] {
            assert_eq!(agreed(typed), written);
        }
    }
}
