//! Telephones, bank accounts, social security numbers, plates.

use super::scan::{Page, Token};
use super::{Hit, Kind};

/// France and its overseas territories.
const COUNTRY_CODES: &[&str] = &["33", "262", "508", "590", "594", "596", "681", "687", "689"];
const PHONE_WORDS: &[&str] =
    &["tel*", "phone", "portable", "mobile", "gsm", "appel*", "joindre", "joignable", "numero", "fax"];
const SECURITY_WORDS: &[&str] = &["secu", "securite", "sociale", "nir", "immatricul*", "insee"];
const PLATE_WORDS: &[&str] = &["immatricul*", "plaque*", "voiture", "vehicule"];

pub(super) fn find(page: &Page<'_>, hits: &mut Vec<Hit>) {
    for (at, token) in page.tokens.iter().enumerate() {
        if token.text.starts_with(|c: char| c.is_ascii_digit()) {
            hits.extend(phone(page, at).or_else(|| social_security(page, at)));
        } else if token.text.starts_with(|c: char| c.is_ascii_uppercase()) {
            hits.extend(iban(page, at).or_else(|| plate(page, at)));
        }
    }
}

/// Ten digits that begin with 0, or nine after the code of the country; numbers in 08 belong to services.
fn phone(page: &Page<'_>, at: usize) -> Option<Hit> {
    let token = page.tokens[at];
    let (mut digits, abroad) = national(page, at, token)?;
    let mut groups = vec![digits.len()];
    let mut next = at + 1;
    while digits.len() < 10 && matches!(page.gap(next), " " | "." | "-" | "/" | " (" | ")" | ") " | " . " | " - " | "_")
    {
        let part = page.token(next).filter(|token| token.is_number() && token.text.len() <= 9)?;
        next += 1;
        if abroad && part.text == "0" {
            continue;
        }
        digits.push_str(part.text);
        groups.push(part.text.len());
    }
    let valid = digits.len() == 10 && digits.starts_with('0') && !matches!(digits.as_bytes()[1], b'0' | b'8');
    let followed = page.gap(next).len() == 1 && page.token(next).is_some_and(Token::is_number) && groups.len() > 1;
    if !valid || followed && !page.gap(next).starts_with(' ') {
        return None;
    }
    let pairs = groups.len() == 5 && groups.iter().all(|&length| length == 2);
    let (score, reason) = match () {
        () if abroad => (0.95, "country_code"),
        () if pairs => (0.95, "pairs_of_digits"),
        () if groups.len() == 1 => (0.8, "ten_digits"),
        () if page.announced(at, 4, PHONE_WORDS) => (0.8, "announced"),
        () => return None,
    };
    let mut hit = page.hit(at..next, Kind::Phone, score, reason);
    hit.range.start -= usize::from(page.text[..hit.range.start].ends_with('+'));
    Some(hit)
}

/// The first digits as they are dialled in France, and whether a country code came before.
fn national(page: &Page<'_>, at: usize, token: Token<'_>) -> Option<(String, bool)> {
    if !token.is_number() {
        return None;
    }
    let plus = page.gap(at).ends_with('+').then_some(token.text).or_else(|| token.text.strip_prefix("00"));
    if let Some(after) = plus {
        let code = COUNTRY_CODES.iter().find(|code| after.starts_with(**code))?;
        let rest = after[code.len()..].trim_start_matches('0');
        return Some((format!("0{rest}"), true));
    }
    (token.text.starts_with('0') && [2, 4, 10].contains(&token.text.len())).then(|| (token.text.to_owned(), false))
}

/// ISO 13616: country, two check digits, then the account; 97 divides what is left.
fn iban(page: &Page<'_>, at: usize) -> Option<Hit> {
    let mut joined = String::new();
    let mut next = at;
    while let Some(token) = page.token(next).filter(|_| next == at || matches!(page.gap(next), " " | "-")) {
        if joined.len() + token.text.len() > 34 || !token.text.is_ascii() {
            break;
        }
        joined.push_str(&token.text.to_ascii_uppercase());
        next += 1;
        if next == at + 1 && !opens_iban(&joined) {
            return None;
        }
        if joined.len() >= 15 && remainder(&joined) == 1 {
            return Some(page.hit(at..next, Kind::Iban, 1.0, "check_digits"));
        }
    }
    None
}

fn opens_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 4 && bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..4].iter().all(u8::is_ascii_digit)
}

fn remainder(iban: &str) -> u32 {
    let turned = iban[4..].bytes().chain(iban[..4].bytes());
    turned.fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}

/// Sex, year, month, department, commune, order, then the key 97 − (number mod 97).
fn social_security(page: &Page<'_>, at: usize) -> Option<Hit> {
    let mut digits = String::new();
    let mut next = at;
    while let Some(token) = page.token(next).filter(|_| next == at || matches!(page.gap(next), " " | "." | "-")) {
        if digits.len() + token.text.len() > 15 {
            break;
        }
        digits.push_str(&token.text.to_ascii_uppercase().replace("2A", "19").replace("2B", "18"));
        next += 1;
        if digits.len() == 15
            || digits.len() == 13 && !page.token(next).is_some_and(|key| key.is_number() && key.text.len() == 2)
        {
            break;
        }
    }
    let plausible =
        digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with(['1', '2']) && digits.len() >= 13;
    let month: u32 = digits.get(3..5)?.parse().ok().filter(|_| plausible)?;
    let number: u64 = digits.get(..13)?.parse().ok()?;
    if digits.len() == 15 && digits[13..].parse() == Ok(97 - number % 97) {
        return Some(page.hit(at..next, Kind::SocialSecurity, 1.0, "check_digits"));
    }
    let named = digits.len() == 13 && page.announced(at, 6, SECURITY_WORDS) && (1..=12).contains(&month);
    named.then(|| page.hit(at..next, Kind::SocialSecurity, 0.8, "announced"))
}

/// « AB-123-CD », or without hyphens when a vehicle is named before; « 123 ABC 75 » likewise.
fn plate(page: &Page<'_>, at: usize) -> Option<Hit> {
    let named = page.announced(at, 5, PLATE_WORDS);
    let whole = page.tokens[at].text;
    if named && whole.len() == 7 && whole.is_ascii() && is_plate(&whole[..2], &whole[2..5], &whole[5..]) {
        return Some(page.hit(at..at + 1, Kind::Plate, 0.9, "announced"));
    }
    let (middle, last) = (page.token(at + 1)?, page.token(at + 2)?);
    let (one, two) = (page.gap(at + 1), page.gap(at + 2));
    if one != two || !is_plate(whole, middle.text, last.text) {
        return None;
    }
    let (score, reason) = match one {
        "-" => (0.9, "plate_shape"),
        " " if named => (0.9, "announced"),
        _ => return None,
    };
    Some(page.hit(at..at + 3, Kind::Plate, score, reason))
}

fn is_plate(left: &str, digits: &str, right: &str) -> bool {
    let letters = |part: &str| {
        part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase() && !matches!(b, b'I' | b'O' | b'U'))
    };
    letters(left) && letters(right) && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
}
