//! The short codes of printed letters: typed by hand from paper, so that a slip of a finger is told before anything is looked up.

use std::fmt;

/// Digits and letters that nothing printed or written resembles; 23 of them, a prime, so that the last sign finds every single mistake.
const ALPHABET: &[u8; 23] = b"23456789ACDEFHJKMNPRTXY";
/// Signs of a code, the last of which checks the others.
const LENGTH: usize = 10;
/// Signs of its beginning, by which attempts are counted.
const BEGINNING: usize = 5;

/// A code: nine signs drawn (some 40 bits) and one that checks them.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

/// What cannot be a code, by its length, its signs or the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistyped;

impl Code {
    /// A code from random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        // Two bytes for each sign: 65,536 is so much more than 23 that no sign is favoured by more than one in 2,800.
        let sign = |nth: usize| u16::from_le_bytes([bytes[2 * nth], bytes[2 * nth + 1]]) % 23;
        let mut signs = [0; LENGTH];
        for (nth, place) in signs.iter_mut().enumerate().take(LENGTH - 1) {
            *place = u8::try_from(sign(nth)).unwrap_or_default();
        }
        signs[LENGTH - 1] = check(&signs);
        Self(signs)
    }

    /// Reads a code as people type it: any case, blanks and dashes anywhere, and the signs that ours are taken for.
    pub fn read(typed: &str) -> Result<Self, Mistyped> {
        let typed: Vec<char> = typed.chars().filter(|sign| !sign.is_whitespace() && !"-–—_.".contains(*sign)).collect();
        let mut signs = [0; LENGTH];
        if typed.len() != LENGTH {
            return Err(Mistyped);
        }
        for (place, sign) in signs.iter_mut().zip(typed) {
            *place = value(sign).ok_or(Mistyped)?;
        }
        if signs[LENGTH - 1] == check(&signs) { Ok(Self(signs)) } else { Err(Mistyped) }
    }

    /// The code as it is printed: two groups of five.
    pub fn reveal(&self) -> String {
        let text = self.plain();
        format!("{}-{}", &text[..BEGINNING], &text[BEGINNING..])
    }

    pub(crate) fn plain(&self) -> String {
        self.0.iter().map(|&value| char::from(ALPHABET[usize::from(value)])).collect()
    }

    pub(crate) fn beginning(&self) -> String {
        self.plain()[..BEGINNING].to_owned()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Each sign weighs its rank: changing one or exchanging two changes the sum, for no weight and no difference of weights is a multiple of 23.
fn check(signs: &[u8; LENGTH]) -> u8 {
    let sum: u32 = signs.iter().zip(1_u32..).take(LENGTH - 1).map(|(&sign, weight)| u32::from(sign) * weight).sum();
    u8::try_from(sum % 23).unwrap_or_default()
}

fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'B' => '8',
        'S' => '5',
        'Z' => '2',
        'G' => '6',
        'O' | '0' | 'Q' => 'D',
        '1' => '7',
        'V' => 'Y',
        other => other,
    };
    let at = ALPHABET.iter().position(|&one| char::from(one) == sign)?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(seed: u8) -> Code {
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(1_u8..).for_each(|(byte, nth)| *byte = nth.wrapping_mul(seed).wrapping_add(seed));
        Code::new(bytes)
    }

    #[test]
    fn a_code_is_read_as_it_is_typed() {
        for seed in 1..200 {
            let printed = code(seed).reveal();
            assert_eq!(printed.len(), 11);
            let typed = [
                printed.clone(),
                printed.to_lowercase(),
                printed.replace('-', ""),
                format!(" {} ", printed.replace('-', " ")),
            ];
            for typed in typed {
                assert_eq!(Code::read(&typed), Ok(code(seed)), "{typed}");
            }
        }
        let confused =
            |text: &str| text.replace('8', "b").replace('5', "S").replace('D', "0").replace('6', "G").replace('2', "z");
        assert_eq!(Code::read(&confused(&code(77).reveal())), Ok(code(77)));
    }

    #[test]
    fn every_slip_of_one_sign_or_of_two_neighbours_is_told() {
        for seed in [3, 58, 191] {
            let right = code(seed).plain().into_bytes();
            for at in 0..LENGTH {
                for &other in ALPHABET.iter().filter(|&&other| other != right[at]) {
                    let mut wrong = right.clone();
                    wrong[at] = other;
                    assert_eq!(Code::read(std::str::from_utf8(&wrong).unwrap_or_default()), Err(Mistyped));
                }
                let mut wrong = right.clone();
                wrong.swap(at, (at + 1) % LENGTH);
                let told = Code::read(std::str::from_utf8(&wrong).unwrap_or_default());
                assert_eq!(told.is_err(), wrong != right);
            }
        }
        for wrong in ["", "ABC", "AAAAA-AAAA", "AAAAA-AAAAAA", "é234567892", "WWWWW-WWWWW"] {
            assert_eq!(Code::read(wrong), Err(Mistyped), "{wrong}");
        }
    }
}
