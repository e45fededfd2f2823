//! Which pieces a French text can need.
//!
//! A list of French words was tried first (456,000 forms, with and without capitals and accents, 40,000 pieces): on 500 real
//! answers the vectors of the pruned model fell to a cosine of 0.85 with those of the whole one, because of names, English
//! words and typing errors. The alphabet costs 7 MB more and loses nothing: a text written with it finds all its pieces.

/// The letters of French, and those of the names that one meets in France.
const LETTERS: &str = "aàâäbcçdeéèêëfghiîïjklmnñoôöœpqrstuùûüvwxyÿzæ";

/// Whether `piece` can come up in a text in French: all its characters are French letters or signs, or it is a Latin piece of
/// at most three characters, so that no letter of a foreign name is unknown.
pub(super) fn is_needed(piece: &str) -> bool {
    let letters = piece.trim_start_matches('▁');
    piece.chars().all(|c| is_french(c) || is_sign(c))
        || letters.chars().count() <= 3 && letters.chars().all(|c| is_latin(c) || is_sign(c))
}

fn is_french(c: char) -> bool {
    c.to_lowercase().all(|c| LETTERS.contains(c))
}

/// Latin letters, with their extensions.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Digits, punctuation, accents that stand alone, symbols, pictograms; not the marks of other scripts.
fn is_sign(c: char) -> bool {
    !c.is_alphabetic()
        && matches!(c, '\0'..='\u{36f}' | '\u{2000}'..='\u{2e7f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..)
}

#[cfg(test)]
mod tests {
    use super::is_needed;

    #[test]
    fn french_is_kept() {
        for piece in ["▁l", "'", "▁Préfecture", "ŒUVRE", "▁2026", "...", "€", "▁", "😊", "ß", "▁å", "▁township"]
        {
            assert!(is_needed(piece), "{piece}");
        }
    }

    #[test]
    fn other_scripts_and_longer_foreign_words_are_not() {
        for piece in ["▁straße", "▁год", "的", "。", "ção▁", "▁información", "ا"] {
            assert!(!is_needed(piece), "{piece}");
        }
    }
}
