//! Regular expressions written without accents that match with or without them.

use regex::Regex;

/// Compiles `pattern`, in which every unaccented letter also matches its accented forms, whatever the case.
///
/// # Panics
/// When a pattern of this crate is not a regular expression, which the first test that uses it shows.
pub(crate) fn pattern(pattern: &str) -> Regex {
    let mut wide = String::with_capacity(pattern.len() * 2);
    wide.push_str("(?i)");
    let mut escaped = false;
    for c in pattern.chars() {
        match c {
            _ if escaped => wide.push(c),
            'a' => wide.push_str("[aàâä]"),
            'e' => wide.push_str("[eéèêë]"),
            'i' => wide.push_str("[iîï]"),
            'o' => wide.push_str("[oôö]"),
            'u' => wide.push_str("[uùûü]"),
            'c' => wide.push_str("[cç]"),
            '\'' => wide.push_str("['’]"),
            ' ' => wide.push_str(" +"),
            _ => wide.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    Regex::new(&wide).expect("patterns of this crate are constants, each compiled by a test")
}
