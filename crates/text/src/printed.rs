//! French as a printer sets it: the typography of [`french`], and figures that stay with what they count.

use crate::typography::french;

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// Titles that stay with the name after them.
const TITLES: [&str; 6] = ["M.", "MM.", "Mme", "Mmes", "Dr", "Pr"];

/// The text in the typography of [`french`], its thousands apart by U+202F, a figure never apart from the word after it (« 29 propositions », « 6 octobre »), nor a
/// title from its name (« M. Vidal »). Only blanks and signs change, never a letter. Idempotent.
pub fn printed(text: &str) -> String {
    let text = french(text);
    let signs: Vec<char> = text.chars().collect();
    let blank = |at: usize| match signs[at] {
        ' ' | NO_BREAK if splits_thousands(&signs, at) => NARROW,
        ' ' if counts(&signs, at) || titles(&signs, at) => NO_BREAK,
        sign => sign,
    };
    (0..signs.len()).map(blank).collect()
}

/// The figure that ends before a place.
fn figure(signs: &[char], at: usize) -> &[char] {
    let from = signs[..at].iter().rposition(|sign| !sign.is_ascii_digit()).map_or(0, |before| before + 1);
    &signs[from..at]
}

/// « 34 969 »: one to three digits, then groups of three.
fn splits_thousands(signs: &[char], at: usize) -> bool {
    let before = figure(signs, at);
    let after = signs[at + 1..].iter().take_while(|sign| sign.is_ascii_digit()).count();
    let starts = at.checked_sub(before.len() + 1).map(|place| signs[place]);
    let grouped = starts.is_none_or(|sign| !sign.is_alphanumeric() && !matches!(sign, ',' | '.'));
    (1..=3).contains(&before.len()) && before.first() != Some(&'0') && grouped && after == 3
}

/// A figure that is no year, before a word.
fn counts(signs: &[char], at: usize) -> bool {
    let before = figure(signs, at);
    let year = before.len() == 4 && (before.starts_with(&['1', '9']) || before.starts_with(&['2', '0']));
    let alone = at.checked_sub(before.len() + 1).is_none_or(|place| !signs[place].is_alphanumeric());
    !before.is_empty() && alone && !year && signs.get(at + 1).is_some_and(|sign| sign.is_alphabetic())
}

fn titles(signs: &[char], at: usize) -> bool {
    let from = signs[..at].iter().rposition(|sign| sign.is_whitespace()).map_or(0, |before| before + 1);
    let before: String = signs[from..at].iter().collect();
    TITLES.contains(&before.as_str()) && signs.get(at + 1).is_some_and(|sign| sign.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_stay_with_what_they_count() {
        assert_eq!(printed("les 29 propositions du 6 octobre 2022"), "les 29\u{a0}propositions du 6\u{a0}octobre 2022");
        assert_eq!(
            printed("En 2022 les élus : 34 969 communes"),
            "En 2022 les élus\u{a0}: 34\u{202f}969\u{a0}communes"
        );
        assert_eq!(printed("1 234 567 euros, n° 3"), "1\u{202f}234\u{202f}567\u{a0}euros, n°\u{a0}3");
        assert_eq!(printed("M. Vidal et Mme Abadie"), "M.\u{a0}Vidal et Mme\u{a0}Abadie");
        assert_eq!(printed("tél. 01 99 00 00 00, v2 du texte"), "tél. 01 99 00 00 00, v2 du texte");
    }

    proptest! {
        #[test]
        fn setting_is_idempotent_and_keeps_letters(text in "[a-zM0-9 .:;°n«»\u{a0}\u{202f}é]{0,40}") {
            let once = printed(&text);
            prop_assert_eq!(printed(&once), once.clone());
            let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&once), letters(&text));
        }
    }
}
