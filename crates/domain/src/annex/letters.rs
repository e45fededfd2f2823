//! Letters for people.

use std::collections::BTreeMap;

/// People, each under a letter: the first who did something is A.
#[derive(Debug, Clone, Default)]
pub struct Letters<'a>(BTreeMap<&'a str, String>);

impl<'a> Letters<'a> {
    /// A letter for each of `people`, in their order.
    pub fn of(people: impl IntoIterator<Item = &'a str>) -> Self {
        let mut letters = BTreeMap::new();
        for one in people {
            let next = letter(letters.len());
            letters.entry(one).or_insert(next);
        }
        Self(letters)
    }

    /// The letter of one of them; « – » for a stranger.
    pub fn letter(&self, one: &str) -> String {
        self.0.get(one).map_or_else(|| "–".to_owned(), String::clone)
    }
}

/// A to Z, then A2 to Z2, and so on.
fn letter(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_one_letter() {
        let letters = Letters::of(["zoé", "anne", "zoé"]);
        assert_eq!(["anne", "zoé", "milo"].map(|one| letters.letter(one)), ["B", "A", "–"]);
        assert_eq!([25, 26, 53].map(letter), ["Z", "A2", "B3"]);
    }
}
