//! Elision and contraction: « d’accès », « le handicap », « du », « l’ ».

use crate::lexicon::{Gender, Lexicon};

/// Beginnings of words whose h is aspirated, in lower case with accents.
const ASPIRATED: &[&str] = &[
    "hach",
    "hack",
    "haie",
    "hain",
    "haï",
    "haillon",
    "halal",
    "hall",
    "halt",
    "hamac",
    "hameau",
    "hamster",
    "hanch",
    "hand",
    "hangar",
    "hant",
    "happ",
    "harang",
    "haras",
    "harcel",
    "harcèl",
    "hard",
    "harem",
    "hareng",
    "harg",
    "haricot",
    "harnach",
    "harnais",
    "harp",
    "hasard",
    "hashtag",
    "hât",
    "hauss",
    "haut",
    "havre",
    "hériss",
    "hernie",
    "héron",
    "héros",
    "hêtre",
    "heurt",
    "hibou",
    "hideu",
    "hiérarch",
    "high",
    "hip-hop",
    "hit",
    "hobb",
    "hoch",
    "hockey",
    "hold",
    "holland",
    "homard",
    "hongr",
    "honni",
    "hont",
    "hoquet",
    "horde",
    "hors",
    "hot-",
    "hotline",
    "hotspot",
    "hott",
    "houl",
    "houss",
    "hub",
    "huche",
    "huée",
    "huer",
    "huguenot",
    "huit",
    "hurl",
    "hussard",
    "hutt",
];

/// Words that begin with a vowel and yet forbid elision.
const RELUCTANT: &[&str] =
    &["onze", "onzième", "onzièmes", "oui", "ouistiti", "uhlan", "ululement", "yaourt", "yaourts", "yoga", "yacht"];

/// Whether a small word loses its vowel before `word`: yes before « accès » and « habitants », no before « handicap » or « onze ».
pub fn elides(word: &str) -> bool {
    let lower = word.to_lowercase();
    let Some(first) = lower.chars().next() else { return false };
    match first {
        'h' => !is_capitals(word) && lower.chars().nth(1).is_some_and(is_vowel) && !has_aspirated_h(&lower),
        'y' => lower == "y" || lower.starts_with("yeux") || lower.starts_with("yonne") || lower.starts_with("yvelines"),
        _ => is_vowel(first) && !RELUCTANT.contains(&lower.as_str()),
    }
}

fn has_aspirated_h(lower: &str) -> bool {
    !lower.starts_with("haltère")
        && (lower == "halo" || lower == "halos" || ASPIRATED.iter().any(|p| lower.starts_with(p)))
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn is_vowel(c: char) -> bool {
    matches!(crate::stem::fold_char(c), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y')) || matches!(c, 'œ' | 'æ')
}

/// `particle` before `next`, elided if French wants it, with the space that is due otherwise: « d’accès », « de proximité ».
/// `next` may be several words.
pub fn elide(particle: &str, next: &str) -> String {
    let word = next.split([' ', ',']).next().unwrap_or_default();
    let si = particle.eq_ignore_ascii_case("si") && !["il", "ils"].contains(&word.to_lowercase().as_str());
    let vowel = particle.chars().next_back().filter(|c| matches!(c.to_ascii_lowercase(), 'e' | 'a' | 'i'));
    match vowel {
        Some(v) if is_elidable(particle) && !si && elides(word) => {
            format!("{}’{next}", &particle[..particle.len() - v.len_utf8()])
        }
        _ => format!("{particle} {next}"),
    }
}

fn is_elidable(particle: &str) -> bool {
    let lower = particle.to_lowercase();
    ["le", "la", "de", "je", "me", "te", "se", "ne", "ce", "que", "si", "jusque", "lorsque", "puisque", "quoique"]
        .contains(&lower.as_str())
        || lower.ends_with(" de")
        || lower.ends_with(" que")
}

/// Preposition and article in one: « de » + « le » → « du », « à » + « les » → « aux », « de » + « la » → « de la ».
pub fn contract(preposition: &str, article: &str) -> String {
    match (preposition, article.trim_end()) {
        ("de", "le") => "du".to_owned(),
        ("de", "les") => "des".to_owned(),
        ("à", "le") => "au".to_owned(),
        ("à", "les") => "aux".to_owned(),
        (preposition, article) => format!("{preposition} {article}"),
    }
}

/// The definite article with the space that follows it, if any: « le », « la », « l’ » or « les ».
/// A noun that the lexicon does not know takes the gender that its ending suggests.
pub fn definite_article(noun: &str, plural: bool) -> &'static str {
    let word = noun.split(' ').next().unwrap_or_default();
    if plural {
        "les "
    } else if elides(word) {
        "l’"
    } else if Lexicon::french().noun_gender(word).unwrap_or_else(|| likely_gender(word)) == Gender::Feminine {
        "la "
    } else {
        "le "
    }
}

fn likely_gender(noun: &str) -> Gender {
    const FEMININE: &[&str] = &[
        "tion", "sion", "té", "ée", "ance", "ence", "ure", "ette", "ie", "ade", "ude", "esse", "aison", "ité", "trice",
        "euse",
    ];
    let lower = noun.to_lowercase();
    if FEMININE.iter().any(|ending| lower.ends_with(ending)) { Gender::Feminine } else { Gender::Masculine }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_and_mute_h_elide() {
        assert_eq!(elide("de", "accès"), "d’accès");
        assert_eq!(elide("de", "habitants"), "d’habitants");
        assert_eq!(elide("le", "handicap"), "le handicap");
        assert_eq!(elide("se", "occuper des aînés"), "s’occuper des aînés");
        assert_eq!(elide("que", "État"), "qu’État");
        assert_eq!(elide("si", "ils"), "s’ils");
        assert_eq!(elide("si", "elles"), "si elles");
        assert_eq!(elide("de", "œuvrer"), "d’œuvrer");
        assert_eq!(elide("le", "hôtel de ville"), "l’hôtel de ville");
        assert_eq!(elide("de", "HLM"), "de HLM");
        assert_eq!(elide("la", "EPCI"), "l’EPCI");
        assert_eq!(elide("pour", "avancer"), "pour avancer");
        assert_eq!(elide("", ""), " ");
    }

    #[test]
    fn articles_contract_and_agree() {
        assert_eq!(contract("de", "le"), "du");
        assert_eq!(contract("à", "les "), "aux");
        assert_eq!(contract("de", "l’"), "de l’");
        assert_eq!(definite_article("fracture numérique", false), "la ");
        assert_eq!(definite_article("accès", false), "l’");
        assert_eq!(definite_article("hameaux", true), "les ");
        assert_eq!(definite_article("hameau", false), "le ");
        assert_eq!(definite_article("cybermédiation", false), "la ");
    }
}
