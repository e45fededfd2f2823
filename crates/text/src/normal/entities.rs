//! HTML entities.

use crate::piece::Piece;

/// Longest name looked for after « & ».
const LONGEST: usize = 10;

const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("thinsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("auml", 'ä'),
    ("aacute", 'á'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("iacute", 'í'),
    ("ntilde", 'ñ'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("oacute", 'ó'),
    ("oelig", 'œ'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("uacute", 'ú'),
    ("yuml", 'ÿ'),
    ("szlig", 'ß'),
    ("Agrave", 'À'),
    ("Acirc", 'Â'),
    ("Auml", 'Ä'),
    ("Aacute", 'Á'),
    ("AElig", 'Æ'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Euml", 'Ë'),
    ("Icirc", 'Î'),
    ("Iuml", 'Ï'),
    ("Ocirc", 'Ô'),
    ("Ouml", 'Ö'),
    ("OElig", 'Œ'),
    ("Ugrave", 'Ù'),
    ("Ucirc", 'Û'),
    ("Uuml", 'Ü'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("deg", '°'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("sect", '§'),
    ("para", '¶'),
    ("shy", '\u{AD}'),
    ("rarr", '→'),
    ("larr", '←'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("ordm", 'º'),
    ("le", '≤'),
    ("ge", '≥'),
];

/// Pieces with their entities decoded, also those whose « & » was an entity itself.
pub(super) fn decode(raw: &[Piece]) -> Vec<Piece> {
    let mut ahead: Vec<Piece> = raw.iter().rev().copied().collect();
    let mut done = Vec::with_capacity(raw.len());
    while let Some(piece) = ahead.pop() {
        match (piece.c == '&').then(|| entity(&ahead)).flatten() {
            Some((length, c)) => {
                let last = ahead[ahead.len() - length];
                ahead.truncate(ahead.len() - length);
                let decoded = piece.up_to(last, c);
                if c == '&' { ahead.push(decoded) } else { done.push(decoded) }
            }
            None => done.push(piece),
        }
    }
    done
}

/// The entity whose name comes next (the pieces are in reverse), with its length, semicolon included.
fn entity(ahead: &[Piece]) -> Option<(usize, char)> {
    let name: String = ahead.iter().rev().take(LONGEST).map(|piece| piece.c).take_while(|&c| c != ';').collect();
    let length = name.chars().count() + 1;
    let closed = ahead.len() >= length && ahead[ahead.len() - length].c == ';';
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    closed.then_some((length, c))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|&c| c != '\0')
}
