//! Inclusive writing: « élu·es », « élu.e.s », « élu(e)s », « élues et élus » are one word to whoever counts or searches.

use crate::words::Word;
use std::borrow::Cow;

const DOTS: [char; 5] = ['·', '•', '‧', '∙', '⋅'];

/// Feminine endings with the endings of the masculine stems that may carry them; an empty one accepts any stem.
const ENDINGS: &[(&str, &[&str])] = &[
    ("ne", &["n"]),
    ("te", &["t"]),
    ("le", &["l"]),
    ("lle", &["l"]),
    ("se", &["x", "s", "eur"]),
    ("ve", &["f", "fs"]),
    ("sse", &["e"]),
    ("esse", &["e"]),
    ("trice", &["teur", "teurs"]),
    ("rice", &["teur", "teurs"]),
    ("ice", &["teur", "teurs"]),
    ("euse", &["eur", "eurs", "eux"]),
    ("ère", &["er", "ers"]),
    ("ere", &["er", "ers"]),
    ("ière", &["ier", "iers"]),
    ("iere", &["ier", "iers"]),
    ("elle", &["el", "els", "eau", "eaux"]),
    ("enne", &["en", "ens"]),
    ("ienne", &["ien", "iens"]),
    ("onne", &["on", "ons"]),
    ("ale", &["al", "aux"]),
    ("ive", &["if", "ifs"]),
];

/// The masculine or common form that an inclusive form stands for, plural if it is: élu·es → « élus », maire·sse → « maire ».
/// Any other word is returned as it is.
pub fn base(word: &str) -> Cow<'_, str> {
    word.char_indices()
        .filter(|&(at, c)| is_sign(c) && word.len() - at <= 24)
        .find_map(|(at, sign)| masculine(&word[..at], sign, &word[at..]))
        .map_or(Cow::Borrowed(word), Cow::Owned)
}

fn is_sign(c: char) -> bool {
    DOTS.contains(&c) || matches!(c, '.' | '-' | '/' | '(')
}

/// `stem` with the plural that `rest` (« ·e·s », « (e)s ») carries, if `rest` is nothing but inclusive endings.
fn masculine(stem: &str, sign: char, rest: &str) -> Option<String> {
    let mut parts = rest.split(|c| is_sign(c) || c == ')').filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?.to_lowercase(), parts.next().map(str::to_lowercase));
    let bare_plural =
        sign == '(' && matches!(first.as_str(), "s" | "x") && second.is_none() && stem.ends_with(char::is_alphabetic);
    let fits = bare_plural || carries(stem, &first, sign);
    let ends = parts.next().is_none() && second.as_deref().is_none_or(|part| part == "s");
    let plural = second.is_some() || first.ends_with('s') || first == "x" || first == "eux";
    (fits && ends).then(|| if plural { pluralise(stem) } else { stem.to_owned() })
}

/// Whether a stem may be followed by this ending after this sign.
fn carries(stem: &str, ending: &str, sign: char) -> bool {
    let stem = stem.rsplit(['-', '’', '\'']).next().unwrap_or(stem);
    if stem.chars().take(2).count() < 2 || !stem.chars().all(char::is_alphabetic) {
        return false;
    }
    if DOTS.contains(&sign) {
        return (1..=7).contains(&ending.chars().count())
            && ending.ends_with(['e', 's', 'x'])
            && ending.chars().all(char::is_alphabetic);
    }
    let stem = last_letters(stem);
    let singular = if ending == "s" { return false } else { ending.strip_suffix('s').unwrap_or(ending) };
    if singular == "e" {
        return !stem.ends_with('e');
    }
    ENDINGS.iter().any(|(e, stems)| *e == singular && stems.iter().any(|s| stem.ends_with(s)))
}

fn last_letters(stem: &str) -> String {
    let from = stem.char_indices().rev().nth(4).map_or(0, |(at, _)| at);
    stem[from..].to_lowercase()
}

fn pluralise(stem: &str) -> String {
    let end = last_letters(stem);
    let capitals = stem.chars().all(|c| !c.is_lowercase());
    let plural = |kept: usize, ending: &str| {
        let ending = if capitals { ending.to_uppercase() } else { ending.to_owned() };
        format!("{}{ending}", &stem[..kept])
    };
    match () {
        () if end.ends_with(['s', 'x', 'z']) => stem.to_owned(),
        () if end.ends_with("al") => plural(stem.len() - 1, "ux"),
        () if end.ends_with("eau") => plural(stem.len(), "x"),
        () => plural(stem.len(), "s"),
    }
}

/// Where an inclusive ending that begins with the sign at `at` stops, if the letters `text[start..at]` may carry it.
/// A hyphen is not looked at: it joins words anyway.
pub(crate) fn suffix_end(text: &str, start: usize, at: usize) -> Option<usize> {
    let sign = text[at..].chars().next().filter(|&c| is_sign(c) && c != '-')?;
    let from = at + sign.len_utf8();
    let letters: usize = text[from..].chars().take_while(|c| c.is_alphabetic()).take(8).map(char::len_utf8).sum();
    let end = from + letters;
    let ending = text[from..end].to_lowercase();
    let whole = &text[text.floor_char_boundary(start.max(at.saturating_sub(40)))..at];
    let second = ending == "s" && whole.contains(|c| is_sign(c) && c != '-');
    let stem = whole.rsplit(is_sign).next().unwrap_or(whole);
    if sign == '(' {
        let fits = second || matches!(ending.as_str(), "s" | "x") || carries(stem, &ending, sign);
        let close = text[end..].starts_with(')') && fits && !whole.is_empty();
        return close.then(|| end + 1 + trailing_s(&text[end + 1..]));
    }
    (second || carries(stem, &ending, sign)).then_some(end)
}

fn trailing_s(rest: &str) -> usize {
    let mut letters = rest.chars();
    usize::from(matches!(letters.next(), Some('s' | 'S')) && !letters.next().is_some_and(char::is_alphanumeric))
}

/// The words with inclusive forms in their base form and doublets folded into one: « les élues et les élus » → les, élus.
pub fn fold_doublets<'a>(words: &[Word<'a>]) -> Vec<Cow<'a, str>> {
    let mut folded = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let (form, used) = doublet(&words[at..]).unwrap_or((word.text, 1));
        folded.push(base(form));
        at += used;
    }
    folded
}

/// The masculine of the doublet that begins these words, and how many words it takes.
fn doublet<'a>(words: &[Word<'a>]) -> Option<(&'a str, usize)> {
    let (one, link) = (words.first()?, words.get(1)?);
    let slash = link.start == one.end + 1;
    let first = if ["et", "ou"].contains(&link.text) {
        2
    } else if slash {
        1
    } else {
        return None;
    };
    let article = words.get(first).is_some_and(|w| is_article(w.text));
    let second = first + usize::from(article && first == 2);
    let other = words.get(second)?;
    let form = pair(one.text, other.text)?;
    Some((form, second + 1))
}

fn is_article(word: &str) -> bool {
    let word = word.trim_end_matches(['’', '\'']);
    [
        "le", "la", "l", "les", "de", "d", "des", "du", "aux", "au", "à", "nos", "vos", "leurs", "ses", "ces", "un",
        "une", "mes",
    ]
    .contains(&word)
}

/// The masculine of two forms of one word that differ by gender only.
fn pair<'a>(one: &'a str, other: &'a str) -> Option<&'a str> {
    const PRONOUNS: &[(&str, &str)] =
        &[("celles", "ceux"), ("toutes", "tous"), ("elles", "ils"), ("elles", "eux"), ("elle", "il")];
    let (a, b) = (one.to_lowercase(), other.to_lowercase());
    if PRONOUNS.iter().any(|(f, m)| a == *f && b == *m) {
        return Some(other);
    }
    if PRONOUNS.iter().any(|(f, m)| a == *m && b == *f) {
        return Some(one);
    }
    let same = a != b && a.chars().count() > 3 && is_plural(&a) == is_plural(&b) && neuter(&a) == neuter(&b);
    match (same, is_feminine_of(&a, &b), is_feminine_of(&b, &a)) {
        (true, true, false) => Some(other),
        (true, false, true) => Some(one),
        _ => None,
    }
}

fn is_plural(word: &str) -> bool {
    word.ends_with(['s', 'x'])
}

fn is_feminine_of(one: &str, other: &str) -> bool {
    let ends_in_e = |word: &str| word.trim_end_matches('s').ends_with('e');
    ends_in_e(one) && (!ends_in_e(other) || one.len() > other.len())
}

/// What is common to the two genders of a word.
fn neuter(word: &str) -> String {
    const TO: &[(&str, &str)] = &[
        ("trice", "t"),
        ("teur", "t"),
        ("euse", "eu"),
        ("eur", "eu"),
        ("eux", "eu"),
        ("ère", "er"),
        ("ienne", "ien"),
        ("yenne", "yen"),
        ("éenne", "éen"),
        ("onne", "on"),
        ("elle", "el"),
        ("ive", "if"),
        ("esse", ""),
        ("ale", "al"),
        ("au", "al"),
        ("e", ""),
    ];
    let singular = if word.ends_with("eux") { word } else { word.strip_suffix(['s', 'x']).unwrap_or(word) };
    TO.iter()
        .find_map(|(ending, common)| singular.strip_suffix(ending).map(|kept| format!("{kept}{common}")))
        .unwrap_or_else(|| singular.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn inclusive_forms_have_a_base() {
        for (form, expected) in [
            ("élu·es", "élus"),
            ("élu·e·s", "élus"),
            ("élu.e.s", "élus"),
            ("élu.es", "élus"),
            ("élu(e)s", "élus"),
            ("élu(e)(s)", "élus"),
            ("élu-e-s", "élus"),
            ("élu-es", "élus"),
            ("élu/e/s", "élus"),
            ("élu·e", "élu"),
            ("ÉLU·E·S", "ÉLUS"),
            ("élu•e•s", "élus"),
            ("citoyen·ne·s", "citoyens"),
            ("citoyen.nes", "citoyens"),
            ("citoyen(ne)s", "citoyens"),
            ("agriculteur·rice·s", "agriculteurs"),
            ("directeur(trice)s", "directeurs"),
            ("acteurs·trices", "acteurs"),
            ("maire·sse·s", "maires"),
            ("tou·te·s", "tous"),
            ("heureux·se·s", "heureux"),
            ("conseiller·ère·s", "conseillers"),
            ("local·e·s", "locaux"),
            ("vice-président·e·s", "vice-présidents"),
            ("professionnel-le-s", "professionnels"),
            ("sportif.ve.s", "sportifs"),
            ("usager·ères", "usagers"),
            ("commune(s)", "communes"),
            ("ceux·celles", "ceux"),
            ("un·e", "un"),
            ("habitant.e", "habitant"),
        ] {
            assert_eq!(base(form), expected, "{form}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for word in [
            "e.g.",
            "e.g",
            "a.m.",
            "p.m",
            "data.gouv.fr",
            "www.mairie.fr",
            "(s)",
            "s",
            "rendez-vous",
            "est-elle",
            "peut-on",
            "tiers-lieu",
            "S.N.C.F",
            "3.5",
            "-e",
            "·",
            "",
            "Saint-Étienne",
            "fin.Le",
            "clé-en-main",
            "télé-relève",
            "e-mail",
            "1.e",
            "col·lega",
        ] {
            assert_eq!(base(word), word);
        }
    }

    #[test]
    fn doublets_are_folded() {
        let fold = |text| fold_doublets(&words(text)).join(" ");
        assert_eq!(fold("les élues et les élus ruraux"), "les élus ruraux");
        assert_eq!(fold("élus et élues"), "élus");
        assert_eq!(fold("citoyennes et citoyens, celles et ceux qui"), "citoyens ceux qui");
        assert_eq!(fold("des agricultrices et des agriculteurs"), "des agriculteurs");
        assert_eq!(fold("élus/élues, toutes et tous"), "élus tous");
        assert_eq!(fold("le maire et la mairie"), "le maire et la mairie");
        assert_eq!(fold("élus et agents"), "élus et agents");
        assert_eq!(fold("l’école et le lycée"), "l’ école et le lycée");
    }
}
