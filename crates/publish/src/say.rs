//! The little that both languages need: one of two phrases, numbers, plurals.

use arobase_domain::Lang;

/// One of two phrases.
pub(crate) fn pick<T>(lang: Lang, fr: T, en: T) -> T {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A whole number, thousands apart (U+202F in French).
pub(crate) fn number(lang: Lang, value: usize) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(pick(lang, '\u{202f}', ','));
        }
        out.push(digit);
    }
    out
}

/// A number with decimals.
pub(crate) fn decimal(lang: Lang, value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    pick(lang, text.replace('.', ","), text)
}

/// A share between 0 and 1, as a percentage.
pub(crate) fn percent(lang: Lang, share: f64) -> String {
    decimal(lang, share * 100.0, 0) + pick(lang, "\u{a0}%", "%")
}

/// The word that agrees with a count: in French zero is singular, in English plural.
pub(crate) fn plural<'a>(lang: Lang, count: usize, one: &'a str, many: &'a str) -> &'a str {
    let singular = count == 1 || (count == 0 && lang == Lang::Fr);
    if singular { one } else { many }
}

/// A count with its noun, never apart at the end of a line.
pub(crate) fn count(lang: Lang, value: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", number(lang, value), plural(lang, value, one, many))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spaced_by_thousands() {
        assert_eq!(number(Lang::Fr, 1_312), "1\u{202f}312");
        assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(number(Lang::Fr, 492), "492");
        assert_eq!(percent(Lang::Fr, 0.815), "82\u{a0}%");
        assert_eq!(decimal(Lang::Fr, 0.5, 2), "0,50");
    }

    #[test]
    fn zero_is_singular_in_french_only() {
        assert_eq!(count(Lang::Fr, 0, "idée", "idées"), "0\u{a0}idée");
        assert_eq!(count(Lang::En, 0, "idea", "ideas"), "0\u{a0}ideas");
        assert_eq!(count(Lang::En, 1, "idea", "ideas"), "1\u{a0}idea");
    }
}
