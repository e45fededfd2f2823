//! Vectors made in this run: where campaigns are set aside, the rest is read again, and its texts have their vectors already.

use arobase_encoder::{Encode, EncodeError, Matrix};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Texts remembered, about two kilobytes each; above, vectors are made again.
const MOST: usize = 20_000;

/// An encoder that makes the vector of a text once.
pub(super) struct Remembered<'a> {
    encoder: &'a dyn Encode,
    known: Mutex<BTreeMap<String, Vec<f32>>>,
}

impl<'a> Remembered<'a> {
    pub(super) fn of(encoder: &'a dyn Encode) -> Self {
        Self { encoder, known: Mutex::new(BTreeMap::new()) }
    }
}

impl Encode for Remembered<'_> {
    fn fingerprint(&self) -> &str {
        self.encoder.fingerprint()
    }

    fn encode(&self, texts: &[&str]) -> Result<Matrix, EncodeError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<&str> = texts.iter().copied().filter(|text| !known.contains_key(*text)).collect();
        if texts.is_empty() || known.len() + new.len() > MOST {
            return self.encoder.encode(texts);
        }
        if !new.is_empty() {
            let made = self.encoder.encode(&new)?;
            known.extend(new.iter().zip(made.iter_rows()).map(|(text, row)| ((*text).to_owned(), row.to_vec())));
        }
        Ok(Matrix::from_rows(texts.iter().map(|text| known[*text].as_slice())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// The length of a text, and how many were asked for.
    #[derive(Default)]
    struct Lengths(AtomicUsize);

    impl Encode for Lengths {
        fn fingerprint(&self) -> &'static str {
            "lengths"
        }

        fn encode(&self, texts: &[&str]) -> Result<Matrix, EncodeError> {
            self.0.fetch_add(texts.len(), Ordering::Relaxed);
            let rows: Vec<[f32; 1]> = texts.iter().map(|text| [text.len() as f32]).collect();
            Ok(Matrix::from_rows(rows.iter().map(<[f32; 1]>::as_slice)))
        }
    }

    #[test]
    fn a_text_is_encoded_once() {
        let lengths = Lengths::default();
        let remembered = Remembered::of(&lengths);
        let first = remembered.encode(&["fibre", "école", "fibre"]).expect("lengths have no error");
        let again = remembered.encode(&["école", "fil"]).expect("lengths have no error");
        assert_eq!((first.row(0), first.row(2)), (first.row(2), &[5.0_f32][..]));
        assert_eq!((again.row(0), again.row(1)), (first.row(1), &[3.0_f32][..]));
        assert_eq!(lengths.0.load(Ordering::Relaxed), 4, "three, then one");
    }
}
