//! Folding and a light stemmer, shared by search on both databases and by the vectors.
//!
//! The stemmer follows the idea of J. Savoy's light stemmer for French (*Report on CLEF-2001 experiments*): inflection and
//! a few regular derivations, never a guess on the meaning. Differences: « -ique » is kept (numérique is not numéraire), and
//! the feminine of persons meets the masculine.

use crate::inclusive;
use crate::stopwords::is_stop_word;
use crate::words::words;
use std::borrow::Cow;

/// Lower case, no accents, « œ » as « oe », typographic apostrophe as « ' ».
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            _ => folded.extend(fold_char(c)),
        }
    }
    folded
}

/// The letter without its accent; `None` for a combining accent that stands alone.
pub(crate) fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    Some(match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\u{300}'..='\u{36F}' => return None,
        'ā' | 'ă' | 'ą' => 'a',
        'ć' | 'č' => 'c',
        'ē' | 'ę' | 'ě' => 'e',
        'ī' => 'i',
        'ł' => 'l',
        'ń' | 'ň' => 'n',
        'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ū' | 'ů' | 'ű' => 'u',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    })
}

/// The stem of a word in any case, accented or not, inclusive or not: vélos → « velo », élu·es → « elu ».
pub fn stem(word: &str) -> String {
    let mut word = fold(&inclusive::base(word));
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return word;
    }
    singular(&mut word);
    derivation(&mut word);
    ending(&mut word);
    word
}

/// Stems of the content words of a text, in order: what search and the vectors are made of.
pub fn terms(text: &str) -> Vec<String> {
    words(text)
        .into_iter()
        .map(|word| inclusive::base(word.text))
        .filter(|word| !is_stop_word(&fold(word)))
        .map(|word: Cow<'_, str>| stem(&word))
        .filter(|stem| stem.chars().any(char::is_alphanumeric))
        .collect()
}

/// Plurals in -aux whose singular is not in -al.
const AIL: &[&str] = &["travaux", "vitraux", "coraux", "baux", "emaux", "soupiraux"];

/// Endings with their replacement and the shortest word they apply to, longest first: persons in the feminine, nouns of action.
const DERIVATIONS: &[(&str, &str, usize)] = &[
    ("issements", "ir", 11),
    ("issement", "ir", 10),
    ("isation", "is", 9),
    ("isateur", "is", 9),
    ("isatrice", "is", 10),
    ("ication", "iqu", 10),
    ("atrice", "", 9),
    ("ateur", "", 8),
    ("trice", "teur", 7),
    ("ation", "", 8),
    ("ition", "it", 8),
    ("ement", "", 8),
    ("teuse", "teur", 8),
    ("euse", "eux", 6),
    ("iere", "ier", 6),
    ("ienne", "ien", 7),
    ("yenne", "yen", 7),
    ("ienn", "ien", 7),
    ("onne", "on", 8),
    ("elle", "el", 7),
    ("ive", "if", 6),
    ("ique", "ic", 6),
    ("esse", "", 9),
    ("ees", "e", 5),
    ("ee", "e", 4),
];

fn singular(word: &mut String) {
    if AIL.contains(&word.as_str()) {
        word.truncate(word.len() - 3);
        word.push_str("ail");
        return;
    }
    if word.len() > 5 && word.ends_with("aux") && !word.ends_with("eaux") && !word.ends_with("yaux") {
        word.truncate(word.len() - 2);
        word.push('l');
    } else if word.len() > 3 && (word.ends_with('s') && !word.ends_with("ss") || word.ends_with("aux") || word.ends_with("eux")) {
        let invariable = word.ends_with("eux") && !word.ends_with("ieux") && !word.ends_with("eveux") && word.len() > 6;
        if !invariable {
            word.pop();
        }
    }
}

fn derivation(word: &mut String) {
    for (ending, replacement, shortest) in DERIVATIONS {
        if word.len() >= *shortest && word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            word.push_str(replacement);
            return;
        }
    }
}

/// Final mute letters and doubled consonants.
fn ending(word: &mut String) {
    if word.len() > 4 && word.ends_with("ie") {
        word.pop();
    }
    let after_vowel = word.ends_with("ue") || word.ends_with("ie") || word.ends_with("ee");
    if word.ends_with('e') && (word.len() > 4 || word.len() == 4 && after_vowel) {
        word.pop();
    }
    if word.len() > 4 && word.ends_with("er") {
        word.truncate(word.len() - 2);
    }
    if word.len() > 4 && word.ends_with('e') {
        word.pop();
    }
    let bytes = word.as_bytes();
    if word.len() > 4 && bytes[word.len() - 1] == bytes[word.len() - 2] {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn inflections_meet() {
        for group in [
            &["vélo", "vélos", "VELO"][..],
            &["numérique", "numériques", "NUMERIQUES"],
            &["collectivité", "collectivités"],
            &["local", "locaux", "locale", "locales"],
            &["travail", "travaux"],
            &["formation", "formations", "former"],
            &["élu", "élus", "élue", "élues", "élu·es", "élu.e.s", "élu(e)s"],
            &["public", "publics", "publique", "publiques"],
            &["citoyen", "citoyenne", "citoyennes", "citoyen·ne·s"],
            &["réseau", "réseaux"],
            &["médiateur", "médiatrices"],
            &["conseiller", "conseillère", "conseillères"],
            &["cœur", "coeurs"],
            &["niveau", "niveaux"],
            &["associatif", "associative", "associatives"],
            &["donnée", "données"],
            &["formé", "formée", "formés", "formées"],
            &["simplification", "simplifications"],
            &["création", "créations"],
            &["actuel", "actuelles"],
            &["service", "services"],
            &["accès"],
        ] {
            let stems: Vec<String> = group.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{group:?} → {stems:?}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("formation", "formel"), ("numérique", "numéraire"), ("commune", "communication"), ("poste", "position"),
            ("maire", "mairie"), ("égal", "égalité"), ("école", "écologie"), ("parti", "partage"), ("service", "serveur"),
            ("territoire", "terre"), ("direct", "direction"), ("nation", "nature"), ("habitat", "habitude"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn terms_hold_no_function_word() {
        assert_eq!(terms("L’accès des élu·es à la fibre, c’est pour 2025 !"), ["acce", "elu", "fibr", "2025"]);
        assert_eq!(terms("il y a de l’"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn stemming_never_fails(word in ".{0,30}") {
            stem(&word);
            prop_assert_eq!(fold(&fold(&word)), fold(&word));
        }

        #[test]
        fn a_regular_plural_has_the_stem_of_its_singular(word in "[b-df-hj-np-r][aio][b-dgmnprt][aeio]{1}[bcdlmnpt]") {
            prop_assert_eq!(stem(&format!("{word}s")), stem(&word));
        }
    }
}
