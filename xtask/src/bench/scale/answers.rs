//! Samples of the answers to the Grand débat, and more of them than there are.

use super::super::corpus;
use crate::shell::Outcome;
use flate2::read::GzDecoder;
use std::path::Path;

/// Out of a hundred words of an answer said again otherwise: dropped, swapped with the next, mistyped.
const DROPPED: u64 = 15;
const SWAPPED: u64 = 10;
const MISTYPED: u64 = 5;

/// An identifier and a text.
pub(super) type Answer = (String, String);

/// All of them, in an order that owes nothing to the file's.
pub(super) fn read() -> Outcome<Vec<Answer>> {
    let path = corpus::data().join("grand-debat/granddebat_305k_dedup_ge30.csv.gz");
    let file = std::fs::File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let headers = reader.headers()?.clone();
    let column = |name: &str| headers.iter().position(|header| header == name).ok_or(format!("no column {name}"));
    let (id, text) = (column("id")?, column("texte")?);
    let mut all = Vec::new();
    for record in reader.records() {
        let record = record?;
        all.push((record[id].to_owned(), record[text].to_owned()));
    }
    all.sort_by_cached_key(|(id, _)| *blake3::hash(id.as_bytes()).as_bytes());
    Ok(all)
}

/// The first `size`; when there are fewer, each again, said otherwise.
pub(super) fn write(all: &[Answer], size: usize, path: &Path) -> Outcome {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(["id", "texte"])?;
    for number in 0..size {
        let (id, text) = &all[number % all.len()];
        match number / all.len() {
            0 => writer.write_record([id, text])?,
            again => {
                let id = format!("{id}-{again}");
                writer.write_record([&id, &otherwise(text, &id)])?;
            }
        }
    }
    Ok(writer.flush()?)
}

/// The words of a text, some dropped, swapped or mistyped; the same for the same seed.
fn otherwise(text: &str, seed: &str) -> String {
    let mut dice = blake3::Hasher::new().update(seed.as_bytes()).finalize_xof();
    let mut roll = || {
        let mut bytes = [0; 8];
        dice.fill(&mut bytes);
        u64::from_le_bytes(bytes) % 100
    };
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match roll() {
            drop if drop < DROPPED => {}
            swap if swap < DROPPED + SWAPPED && !words.is_empty() => words.insert(words.len() - 1, word.to_owned()),
            slip if slip < DROPPED + SWAPPED + MISTYPED => words.push(mistyped(word, roll() as usize)),
            _ => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

/// One letter twice.
fn mistyped(word: &str, at: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let at = at % letters.len();
    letters[..=at].iter().chain(&letters[at..]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_again_depends_on_its_seed_alone() {
        let text =
            "Rendre les transports en commun gratuits dans toutes les communes de la région et du département voisin";
        assert_eq!(otherwise(text, "a-1"), otherwise(text, "a-1"));
        assert_ne!(otherwise(text, "a-1"), otherwise(text, "a-2"));
        assert_ne!(otherwise(text, "a-1"), text);
        assert_eq!(otherwise("", "a"), "");
    }
}
