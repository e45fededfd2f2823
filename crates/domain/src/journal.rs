//! The journal: append-only, each entry sealed by a hash that covers all entries before it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The hash before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One gesture that wrote something. Facts name things by number, code or hash and never hold a person's name: entries cannot be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u64,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// What was done, such as `"contribution.submitted"`.
    pub gesture: String,
    /// To what.
    pub facts: BTreeMap<String, String>,
}

impl Entry {
    /// The entry as canonical JSON: fields in the order of the type, facts by name, no blank.
    pub fn canonical(&self) -> String {
        let Self { seq, at, gesture, facts } = self;
        let gesture = Value::from(gesture.as_str());
        let facts: Value = facts.iter().map(|(name, fact)| (name.as_str(), fact.as_str())).collect();
        format!(r#"{{"seq":{seq},"at":{at},"gesture":{gesture},"facts":{facts}}}"#)
    }
}

/// An entry with its hash: BLAKE3, in hexadecimal, of the previous hash followed by the canonical entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The entry.
    pub entry: Entry,
    /// Its hash.
    pub hash: String,
}

/// The end of a journal: what the next entry is chained to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Place of the last entry, 0 before the first.
    pub seq: u64,
    /// Hash of the last entry.
    pub hash: String,
}

/// The first entry that is missing, altered or out of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the journal is broken at entry {at}")]
pub struct Broken {
    /// Place where the chain stops holding.
    pub at: u64,
}

impl Default for Chain {
    fn default() -> Self {
        Self { seq: 0, hash: GENESIS.to_owned() }
    }
}

impl Chain {
    /// Seals the next entry and moves to it.
    pub fn append(&mut self, at: i64, gesture: &str, facts: BTreeMap<String, String>) -> Sealed {
        let entry = Entry { seq: self.seq + 1, at, gesture: gesture.to_owned(), facts };
        let sealed = Sealed { hash: seal(&self.hash, &entry), entry };
        self.move_to(&sealed);
        sealed
    }

    /// Checks that `sealed` is the next entry and moves to it.
    pub fn check(&mut self, sealed: &Sealed) -> Result<(), Broken> {
        let at = self.seq + 1;
        if sealed.entry.seq != at || sealed.hash != seal(&self.hash, &sealed.entry) {
            return Err(Broken { at });
        }
        self.move_to(sealed);
        Ok(())
    }

    fn move_to(&mut self, sealed: &Sealed) {
        self.seq = sealed.entry.seq;
        self.hash.clone_from(&sealed.hash);
    }
}

/// Checks a whole journal from its first entry.
pub fn verify<'a>(entries: impl IntoIterator<Item = &'a Sealed>) -> Result<(), Broken> {
    let mut chain = Chain::default();
    entries.into_iter().try_for_each(|sealed| chain.check(sealed))
}

fn seal(previous: &str, entry: &Entry) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(previous.as_bytes());
    hasher.update(entry.canonical().as_bytes());
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn journal(length: usize) -> Vec<Sealed> {
        let mut chain = Chain::default();
        (0..length)
            .map(|index| chain.append(index as i64, "test.done", [("n".to_owned(), index.to_string())].into()))
            .collect()
    }

    #[test]
    fn canonical_json_is_fixed() {
        let facts = [("b", "2"), ("a", "« é »")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let entry = Entry { seq: 1, at: -5, gesture: "test.done".into(), facts: facts.into() };
        assert_eq!(entry.canonical(), r#"{"seq":1,"at":-5,"gesture":"test.done","facts":{"a":"« é »","b":"2"}}"#);
    }

    #[test]
    fn the_first_seal_never_changes() {
        let expected = seal(GENESIS, &journal(1)[0].entry);
        assert_eq!(journal(1)[0].hash, expected);
        insta::assert_snapshot!(expected, @"23a98b2eefd3ea82b6771c8edb9c20dedd696659a79a6617436cc393d2152d0d");
    }

    proptest! {
        #[test]
        fn any_alteration_is_found_where_it_is(length in 2_usize..12, pick in any::<prop::sample::Index>(), way in 0..5) {
            let mut entries = journal(length);
            prop_assert_eq!(verify(&entries), Ok(()));
            let at = pick.index(length - 1);
            match way {
                0 => entries[at].entry.at += 1,
                1 => entries[at].entry.gesture.push('!'),
                2 => { entries[at].entry.facts.insert("n".into(), "other".into()); }
                3 => { entries.remove(at); }
                _ => entries.swap(at, at + 1),
            }
            prop_assert_eq!(verify(&entries), Err(Broken { at: at as u64 + 1 }));
        }
    }
}
