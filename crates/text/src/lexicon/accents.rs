//! Words written without their accents, as in capitals: MEDIATION is « médiation ».

use super::{Lexicon, Mood, Tag, key};
use crate::stem::fold;
use fst::{Automaton, IntoStreamer, Streamer};

impl Lexicon {
    /// The known word that differs from an unknown `form` only by accents, forgotten or wrong, the likeliest if there are several.
    /// `None` if the form is known as it stands or resembles no word. In lower case.
    pub fn restore_accents(&self, form: &str) -> Option<String> {
        let key = key(form);
        let known =
            self.rules_of(&key).first().and_then(|rule| rule.tags.first()).is_some_and(|tag| *tag != Tag::ProperNoun);
        if known || !key.bytes().all(|b| b.is_ascii_alphabetic() || b >= 0x80 || b == b'-') {
            return None;
        }
        let mut found: Option<(u8, String)> = None;
        let plain = fold(&key);
        let mut stream = self.map.search(Unaccented { query: plain.as_bytes() }).into_stream();
        while let Some((word, number)) = stream.next() {
            let tag = *self.rules[number as usize].first()?.tags.first()?;
            let word = std::str::from_utf8(word).ok()?;
            if found.as_ref().is_none_or(|(best, _)| rank(tag) < *best) {
                found = Some((rank(tag), word.to_owned()));
            }
        }
        found.map(|(_, word)| word)
    }
}

/// Lower is likelier.
fn rank(tag: Tag) -> u8 {
    match tag {
        Tag::Other => 0,
        Tag::Verb { mood: Mood::Infinitive, .. } | Tag::Adverb => 1,
        Tag::Noun { .. } => 2,
        Tag::Adjective { .. } => 3,
        Tag::Verb { person: 3, .. } => 4,
        Tag::Verb { mood: Mood::PastParticiple, .. } => 5,
        Tag::Verb { .. } => 6,
        Tag::ProperNoun => 7,
    }
}

/// Accepts the words that become `query` when their accents are taken off.
struct Unaccented<'a> {
    query: &'a [u8],
}

/// Bytes of the query already matched, and whether the first byte of an accented letter has been read; `None` is a dead end.
type State = Option<(usize, bool)>;

impl Automaton for Unaccented<'_> {
    type State = State;

    fn start(&self) -> State {
        Some((0, false))
    }

    fn is_match(&self, state: &State) -> bool {
        *state == Some((self.query.len(), false))
    }

    fn can_match(&self, state: &State) -> bool {
        state.is_some()
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let (at, half) = (*state)?;
        let wanted = *self.query.get(at)?;
        if half {
            return (base(byte) == Some(wanted)).then_some((at + 1, false));
        }
        if byte == 0xC3 && wanted.is_ascii_alphabetic() {
            return Some((at, true));
        }
        (byte == wanted).then_some((at + 1, false))
    }
}

/// The plain letter behind the second byte of a lower-case accented letter of U+00E0…U+00FF.
fn base(second: u8) -> Option<u8> {
    Some(match second {
        0xA0..=0xA5 => b'a',
        0xA7 => b'c',
        0xA8..=0xAB => b'e',
        0xAC..=0xAF => b'i',
        0xB1 => b'n',
        0xB2..=0xB6 => b'o',
        0xB9..=0xBC => b'u',
        0xBF => b'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_come_back() {
        let restored = |form| Lexicon::french().restore_accents(form);
        for (form, word) in [
            ("MEDIATION", "médiation"),
            ("deja", "déjà"),
            ("ecoles", "écoles"),
            ("Etat", "état"),
            ("acces", "accès"),
            ("controle", "contrôle"),
            ("developper", "développer"),
            ("dématerialisation", "dématérialisation"),
            ("connaitre", "connaître"),
            ("accés", "accès"),
            ("trés", "très"),
        ] {
            assert_eq!(restored(form).as_deref(), Some(word), "{form}");
        }
        assert_eq!(restored("numérique"), None);
        assert_eq!(restored("qwrtz"), None);
        assert_eq!(restored(""), None);
    }
}
