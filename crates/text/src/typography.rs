//! French typography for display.

use crate::lexicon::{Lexicon, Tag};
use crate::words::{address_end, words};

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// The text with the spaces, apostrophes, quotation marks and ellipses of French typography: U+202F before « ; ! ? », U+00A0 before
/// « : » and inside « », before « % » and « € » and after « n° ». Addresses, times (10:30) and figures are left as they are. Idempotent.
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut quoted = false;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let fresh = out.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        if fresh
            && c.is_alphanumeric()
            && let Some(end) = address_end(text, at)
        {
            out.push_str(&text[at..end]);
            at = end;
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let mut used = c.len_utf8();
        match c {
            '\'' => out.push('’'),
            '.' if rest.starts_with("..") => {
                out.push('…');
                used = text.len() - at - rest.trim_start_matches('.').len();
            }
            ';' | '!' | '?' if !glued(&out, rest) => spaced(&mut out, NARROW, c),
            ':' if !out.ends_with(':') && (rest.is_empty() || rest.starts_with(follows_colon)) => {
                spaced(&mut out, NO_BREAK, c);
            }
            '%' | '€' if ends_in_figure(&out) => spaced(&mut out, NO_BREAK, c),
            '»' => closed(&mut out),
            '«' => used += opened(&mut out, rest),
            '"' if quoted => {
                quoted = false;
                closed(&mut out);
            }
            '"' if rest.contains('"') => {
                quoted = true;
                used += opened(&mut out, rest);
            }
            '°' if rest.starts_with(is_space) && out.ends_with(['n', 'N']) => {
                out.extend(['°', NO_BREAK]);
                used += rest.len() - rest.trim_start_matches(is_space).len();
            }
            _ => out.push(c),
        }
        at += used;
    }
    out
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | NARROW)
}

fn follows_colon(c: char) -> bool {
    is_space(c) || matches!(c, '\n' | '«' | '»' | '"')
}

/// A sign that follows another one (« ?! »), stands alone (« (?) ») or is followed by a letter (a query, a code) keeps its place.
fn glued(out: &str, rest: &str) -> bool {
    out.is_empty()
        || out.ends_with([':', '!', '?', '(', '[', '…', '\n', '.', ';', '/', '=', '&'])
        || rest.starts_with(char::is_alphanumeric)
}

fn ends_in_figure(out: &str) -> bool {
    out.trim_end_matches(is_space).ends_with(|c: char| c.is_ascii_digit())
}

fn spaced(out: &mut String, space: char, sign: char) {
    out.truncate(out.trim_end_matches(is_space).len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push(space);
    }
    out.push(sign);
}

fn opened(out: &mut String, rest: &str) -> usize {
    out.extend(['«', NO_BREAK]);
    rest.len() - rest.trim_start_matches(is_space).len()
}

fn closed(out: &mut String) {
    out.truncate(out.trim_end_matches(is_space).len());
    out.extend([NO_BREAK, '»']);
}

/// The text with a capital first letter; a text all in capitals is put in lower case, its accents back, acronyms kept.
pub fn sentence_case(text: &str) -> String {
    let lowered = if is_shouted(text) { calm(text) } else { text.to_owned() };
    let first = lowered.find(char::is_alphanumeric).unwrap_or(0);
    let mut letters = lowered[first..].chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{}{capital}{}", &lowered[..first], letters.as_str())
}

/// Two words or more, of which one of five letters, without a small letter.
fn is_shouted(text: &str) -> bool {
    let found = words(text);
    found.len() > 1 && !text.contains(char::is_lowercase) && found.iter().any(|word| word.text.chars().count() > 4)
}

fn calm(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut last, mut before) = (0, String::new());
    for word in words(text) {
        out.push_str(&text[last..word.start]);
        before = calm_word(word.text, &before);
        out.push_str(&before);
        last = word.end;
    }
    out + &text[last..]
}

/// A word of a text in capitals, given the word before: known words lose their capitals, unknown ones are taken for acronyms.
fn calm_word(word: &str, before: &str) -> String {
    const BEFORE_HAS: &[&str] = &["y", "il", "elle", "on", "qui", "n’", "l’", "ça", "cela", "m’", "t’", "s’"];
    let french = Lexicon::french();
    let lower = word.to_lowercase();
    if lower == "a" {
        return if BEFORE_HAS.contains(&before) { lower } else { "à".to_owned() };
    }
    let proper = french.analyses(&lower).first().is_some_and(|reading| reading.tag == Tag::ProperNoun);
    match () {
        () if proper => capitalised(&lower),
        () if french.contains(&lower) || lower.ends_with(['’', '\'']) || lower.starts_with('-') => lower,
        () => french.restore_accents(&lower).unwrap_or_else(|| compound(word)),
    }
}

/// An unknown compound of known words in lower case; any other word as it is.
fn compound(word: &str) -> String {
    let french = Lexicon::french();
    let lower = word.to_lowercase();
    let known = lower.contains(['-', '’']) && lower.split(['-', '’']).all(|part| french.contains(part));
    let contraction = ["au", "aux", "aujourd’hui", "etc"].contains(&lower.as_str());
    if known || contraction { lower } else { word.to_owned() }
}

fn capitalised(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A whole number with U+202F between thousands: 34 969.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(NARROW);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_are_those_of_the_trade() {
        assert_eq!(
            french("Quoi? L'accès : \"oui\" ; 50 % à 10:30..."),
            "Quoi\u{202F}? L’accès\u{A0}: «\u{A0}oui\u{A0}»\u{202F}; 50\u{A0}% à 10:30…"
        );
        assert_eq!(french("« a » et «b», n° 3 ?!"), "«\u{A0}a\u{A0}» et «\u{A0}b\u{A0}», n°\u{A0}3\u{202F}?!");
    }

    #[test]
    fn addresses_are_left_alone() {
        let text = "https://mairie.fr/a?b=1;c=2 et jean@mairie.fr";
        assert_eq!(french(text), text);
    }

    #[test]
    fn capitals_are_calmed() {
        assert_eq!(sentence_case("étendre la fibre"), "Étendre la fibre");
        assert_eq!(sentence_case("MEDIATION NUMERIQUE DANS LES EPCI"), "Médiation numérique dans les EPCI");
        assert_eq!(sentence_case("IL Y A L'ACCES A INTERNET"), "Il y a l'accès à internet");
        assert_eq!(sentence_case("RGPD"), "RGPD");
        assert_eq!(sentence_case("« oui »"), "« Oui »");
        assert_eq!(sentence_case(""), "");
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!(number(34_969), "34\u{202F}969");
        assert_eq!(number(0), "0");
        assert_eq!(number(1_000_000), "1\u{202F}000\u{202F}000");
    }

    proptest! {
        #[test]
        fn typography_is_idempotent(text in "[a-z É'\"«»;:!?.…%€0-9°n\u{A0}\u{202F}-]{0,40}") {
            let once = french(&text);
            prop_assert_eq!(french(&once), once);
        }

        #[test]
        fn letters_are_never_changed(text in "\\PC{0,40}") {
            let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&french(&text)), letters(&text));
            sentence_case(&text);
        }
    }
}
