//! Repair of text whose UTF-8 was read as Windows-1252, once or several times: « Ã© » is « é », « â€™ » is « ’ ».

use crate::piece::{Piece, pieces, text};
use std::borrow::Cow;

/// The text with its mis-decoded characters repaired; correct text is returned untouched.
pub fn repair(raw: &str) -> Cow<'_, str> {
    if !raw.chars().any(is_lead) {
        return Cow::Borrowed(raw);
    }
    match repair_pieces(&pieces(raw)) {
        Some(repaired) => Cow::Owned(text(&repaired)),
        None => Cow::Borrowed(raw),
    }
}

/// A character that begins a mis-decoded sequence, and may also be itself.
pub(crate) fn is_lead(c: char) -> bool {
    matches!(c, 'Â' | 'Ã' | 'Å' | 'Ë' | 'Ì' | 'â' | 'ï' | 'ð')
}

/// The repaired pieces, or `None` if nothing was to be repaired.
///
/// A repaired character goes back to the input with the three before it, since it may complete an older sequence: double
/// decoding is undone in the same linear pass.
pub(crate) fn repair_pieces(raw: &[Piece]) -> Option<Vec<Piece>> {
    let certain = run(raw, sequence)?;
    let Some(likely) = run(&certain, remnant) else { return Some(certain) };
    Some(run(&likely, sequence).unwrap_or(likely))
}

/// How many pieces ahead a rule replaces, and by what.
type Rule = fn(&[Piece], &[Piece]) -> Option<(usize, char)>;

fn run(raw: &[Piece], rule: Rule) -> Option<Vec<Piece>> {
    let mut ahead: Vec<Piece> = raw.iter().rev().copied().collect();
    let mut done: Vec<Piece> = Vec::with_capacity(raw.len());
    let mut changed = false;
    while let Some(&piece) = ahead.last() {
        let window: Vec<Piece> =
            if is_lead(piece.c) { ahead.iter().rev().take(4).copied().collect() } else { Vec::new() };
        match rule(&done, &window) {
            Some((length, c)) => {
                changed = true;
                ahead.truncate(ahead.len() - length);
                ahead.push(piece.up_to(window[length - 1], c));
                let back = done.len().saturating_sub(3);
                ahead.extend(done.drain(back..).rev());
            }
            None => done.extend(ahead.pop()),
        }
    }
    changed.then_some(done)
}

/// A whole UTF-8 sequence of a character that French text may hold.
fn sequence(before: &[Piece], window: &[Piece]) -> Option<(usize, char)> {
    let byte = |at: usize| window.get(at).and_then(|piece| windows_1252(piece.c));
    let length = match byte(0)? {
        0xC2 | 0xC3 | 0xC5 | 0xCB | 0xCC => 2,
        0xE2 | 0xEF => 3,
        0xF0 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..length).map(byte).collect::<Option<_>>()?;
    let c = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (is_plausible(c) && !is_quoted_alone(before, window)).then_some((length, c))
}

fn is_plausible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{FF}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | 'Ž' | 'ž' | 'ˆ' | '˜'
        | '\u{300}'..='\u{303}' | '\u{308}' | '\u{327}'
        | '\u{2000}'..='\u{27FF}' | '\u{FB00}'..='\u{FB04}' | '\u{FE0F}' | '\u{FEFF}' | '\u{FFFD}'
        | '\u{1F000}'..='\u{1FAFF}')
}

/// « Ã » between quotation marks and no-break spaces is the letter itself, not « à » and a mark.
fn is_quoted_alone(before: &[Piece], window: &[Piece]) -> bool {
    let mut before = before.iter().rev().map(|piece| if piece.end - piece.start == 1 { piece.c } else { '\0' });
    let opened = match before.next() {
        Some('\u{A0}' | '\u{202F}' | ' ') => before.next() == Some('«'),
        c => c == Some('«'),
    };
    let mut after = window.iter().skip(1).map(|piece| piece.c);
    let closed = match after.next() {
        Some('\u{A0}' | '\u{202F}') => after.next() == Some('»'),
        c => c == Some('»'),
    };
    opened && closed
}

/// What is left where the second byte was lost: only believed in a text that holds whole sequences.
fn remnant(_: &[Piece], window: &[Piece]) -> Option<(usize, char)> {
    let at = |n: usize| window.get(n).map(|piece| piece.c);
    match (at(0)?, at(1)) {
        ('Ã', Some(' ')) if at(2) == Some(' ') => Some((2, 'à')),
        ('Ã', Some(' ') | None) => Some((1, 'à')),
        ('Â', Some(' ')) => Some((2, ' ')),
        ('â', Some('€')) => Some((2, '”')),
        _ => None,
    }
}

/// The byte that Windows-1252 reads as this character; the C1 controls stand for the five bytes it leaves undefined.
fn windows_1252(c: char) -> Option<u8> {
    let code = u32::from(c);
    if code < 0x100 {
        return u8::try_from(code).ok();
    }
    SPECIALS.chars().position(|special| special == c).map(|at| 0x80 + at as u8)
}

/// The characters of Windows-1252 from 0x80 to 0x9F; U+FFFF where there is none.
const SPECIALS: &str = "€\u{FFFF}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFF}Ž\u{FFFF}\u{FFFF}‘’“”•–—˜™š›œ\u{FFFF}žŸ";

/// What a C1 control means when it comes from Windows-1252 text read as Latin-1: U+0092 is « ’ ».
pub(crate) fn from_control(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0x80)?;
    SPECIALS.chars().nth(at as usize).filter(|&special| special != '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Windows-1252 reading of the UTF-8 bytes of a text.
    fn spoil(text: &str) -> String {
        let char_of = |byte: u8| match char::from(byte) {
            c @ '\u{80}'..='\u{9F}' => from_control(c).unwrap_or(c),
            c => c,
        };
        text.bytes().map(char_of).collect()
    }

    #[test]
    fn spoiled_text_is_repaired() {
        assert_eq!(repair("Ã©lu Ã  la mairie, lâ€™accÃ¨s nÂ° 3"), "élu à la mairie, l’accès n° 3");
        for text in ["L’École, « à l’été », œuvre — 3 € … n° 5 ! 😀", "Île-de-France : ÇA ÉTAIT ÀÂÊÎÔÛ ÿ"]
        {
            assert_eq!(repair(&spoil(text)), text);
            assert_eq!(repair(&spoil(&spoil(text))), text);
        }
    }

    #[test]
    fn remnants_are_believed_only_beside_whole_sequences() {
        assert_eq!(repair("dÃ©jÃ  Ã la Â : fin"), "déjà à la\u{20} : fin");
        assert_eq!(repair("Ã la"), "Ã la");
    }

    #[test]
    fn correct_text_is_untouched() {
        for text in [
            "Âge, âge, ï, Ångström",
            "la lettre «\u{A0}Ã\u{A0}»",
            "NÃO",
            "THÉÂTRE À L’ÂTRE",
            "CAFÉ» «Â»",
            "naïf, Noël",
            "pâté",
            "",
        ] {
            assert!(matches!(repair(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_french_text_comes_back(text in "[a-zéèêàçùïôœ’«»… ÉÀ€—]{0,40}") {
            let once = spoil(&text);
            prop_assert_eq!(repair(&once), text.as_str());
        }

        #[test]
        fn repair_is_idempotent(text in "[aÃÂâ€™ƒ©§‚ \u{80}-\u{BF}ï»¿ð]{0,20}") {
            let once = repair(&text).into_owned();
            prop_assert_eq!(repair(&once), once.as_str());
        }
    }
}
