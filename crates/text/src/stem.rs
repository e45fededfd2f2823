//! Folding and a light stemmer, shared by search on both databases and by the vectors.
//!
//! The stemmer follows the idea of J. Savoy's light stemmer for French (*Report on CLEF-2001 experiments*): inflection and
//! a few regular derivations, never a guess on the meaning. Differences: « -ique » is kept (numérique is not numéraire), and
//! the feminine of persons meets the masculine.

use crate::inclusive;
use crate::lexicon::Lexicon;
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
        '\u{300}'..='\u{36F}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
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
    if !is_kept(&word) {
        singular(&mut word);
    }
    if !is_kept(&word) {
        let action = derivation(&mut word) == Some("ation");
        ending(&mut word, action);
    }
    word
}

/// Stems of the content words of a text, in order, conjugated verbs by their infinitive: what search and the vectors are made of.
pub fn terms(text: &str) -> Vec<String> {
    words(text).into_iter().filter_map(|word| term(word.text)).collect()
}

fn term(word: &str) -> Option<String> {
    let word = inclusive::base(word);
    if is_stop_word(&fold(&word)) {
        return None;
    }
    let infinitive = Lexicon::french().infinitive_of_clear_verb(&word);
    let word = infinitive.map_or(word, Cow::Owned);
    let content = !is_stop_word(&fold(&word)) && word.contains(char::is_alphanumeric);
    content.then(|| stem(&word))
}

/// Words that a rule would confuse with another one: « département » is no derivation of « départ », « pays » no plural.
fn is_kept(word: &str) -> bool {
    const KEPT: &[&str] = &[
        "commune",
        "departement",
        "appartement",
        "parlement",
        "stationnement",
        "vetement",
        "pays",
        "mois",
        "cours",
        "fonds",
        "sens",
        "temps",
        "corps",
        "gens",
        "avions",
        "medecine",
        "droite",
        "partie",
        "acces",
        "proces",
        "succes",
        "progres",
        "exces",
        "moyenne",
        "poste",
        "porte",
        "mairie",
    ];
    KEPT.contains(&word)
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
    ("ucation", "uqu", 9),
    ("atrice", "", 10),
    ("ateur", "", 9),
    ("trice", "teur", 7),
    ("ation", "", 8),
    ("ition", "it", 8),
    ("ement", "", 8),
    ("teuse", "teur", 8),
    ("euse", "eux", 6),
    ("iere", "ier", 6),
    ("llere", "ller", 9),
    ("chere", "cher", 7),
    ("gere", "ger", 8),
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
    } else if word.len() > 3
        && (word.ends_with('s') && !word.ends_with("ss") || word.ends_with("aux") || word.ends_with("eux"))
    {
        let invariable = word.ends_with("eux") && !word.ends_with("ieux") && !word.ends_with("eveux") && word.len() > 6;
        if !invariable {
            word.pop();
        }
    }
}

/// Applies the first derivation that fits and returns its ending.
fn derivation(word: &mut String) -> Option<&'static str> {
    for (ending, replacement, shortest) in DERIVATIONS {
        if word.len() >= *shortest && word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            word.push_str(replacement);
            return Some(ending);
        }
    }
    None
}

/// Mute letters at the end, the mark of infinitives (which a noun of action has lost already) and doubled consonants.
fn ending(word: &mut String, action: bool) {
    let infinitive = word.ends_with("er");
    let after_vowel = word.ends_with("ue") || word.ends_with("ie") || word.ends_with("ee");
    if word.ends_with('e') && (word.len() > 4 || word.len() == 4 && after_vowel) {
        word.pop();
    }
    if word.len() > 4 && infinitive && !action {
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
            &["accès", "acces"],
            &["éducation", "éduquer"],
            &["génération", "générer", "générations"],
            &["étranger", "étrangère", "étrangers"],
            &["première", "premier"],
        ] {
            let stems: Vec<String> = group.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{group:?} → {stems:?}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("formation", "formel"),
            ("numérique", "numéraire"),
            ("commune", "communication"),
            ("poste", "position"),
            ("maire", "mairie"),
            ("égal", "égalité"),
            ("école", "écologie"),
            ("parti", "partage"),
            ("service", "serveur"),
            ("territoire", "terre"),
            ("direct", "direction"),
            ("nation", "nature"),
            ("habitat", "habitude"),
            ("commune", "commun"),
            ("départ", "département"),
            ("génération", "gens"),
            ("mois", "moi"),
            ("misère", "mis"),
            ("pays", "payer"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn terms_hold_no_function_word() {
        assert_eq!(terms("L’accès des élu·es à la fibre, c’est pour 2025 !"), ["acces", "elu", "fibr", "2025"]);
        assert_eq!(terms("il y a de l’"), Vec::<String>::new());
        assert_eq!(terms("ils développent"), terms("développer"));
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
