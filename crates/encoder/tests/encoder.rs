//! What the encoder promises: the vectors of the package it comes from, and for one text always the same bits.

use std::sync::LazyLock;

use arobase_encoder::{Encoder, Matrix, ModelError};
use proptest::prelude::*;

static TEXTS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("golden/texts.txt").lines().collect());

fn bits(row: &[f32]) -> Vec<u32> {
    row.iter().map(|x| x.to_bits()).collect()
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// `cargo xtask model --golden` writes these vectors with the Python package.
fn golden() -> Matrix {
    let numbers = include_bytes!("golden/vectors.f32").as_chunks().0.iter().map(|b| f32::from_le_bytes(*b));
    Matrix::from_vec(TEXTS.len(), 512, numbers.collect())
}

#[test]
fn vectors_are_those_of_the_package() {
    let (ours, theirs) = (Encoder::french().encode(&TEXTS), golden());
    for (i, text) in TEXTS.iter().enumerate() {
        let cosine = cosine(ours.row(i), theirs.row(i));
        assert!(cosine > 0.99999, "{cosine} for {text}");
    }
    assert!(cosine(ours.row(0), theirs.row(4)) < 0.9, "two texts that have nothing in common");
}

#[test]
fn a_vector_does_not_depend_on_its_neighbours() {
    let all = Encoder::french().encode(&TEXTS);
    let reversed = Encoder::french().encode(&TEXTS.iter().copied().rev().collect::<Vec<_>>());
    for (i, text) in TEXTS.iter().enumerate() {
        assert_eq!(bits(all.row(i)), bits(Encoder::french().encode(&[text]).row(0)), "alone: {text}");
        assert_eq!(bits(all.row(i)), bits(reversed.row(TEXTS.len() - 1 - i)), "in another order: {text}");
    }
}

#[test]
fn threads_do_not_show() {
    let texts: Vec<&str> = TEXTS.iter().copied().cycle().take(200).collect();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a small pool");
        pool.install(|| bits(Encoder::french().encode(&texts).as_slice()))
    };
    assert_eq!(with(1), with(2));
}

#[test]
fn work_on_pieces_can_be_shared() {
    let encoder = Encoder::french();
    assert_eq!(bits(encoder.encode(&TEXTS).as_slice()), bits(encoder.encode_each_piece_anew(&TEXTS).as_slice()));
    let cost = encoder.cost(&TEXTS);
    assert!(cost.texts == TEXTS.len() && cost.distinct < cost.pieces, "{cost:?}");
}

#[test]
fn nothing_to_read_is_a_row_of_zeros() {
    let vectors = Encoder::french().encode(&["", "   ", "\n\t\u{a0}", "à"]);
    for i in 0..3 {
        assert_eq!(vectors.row(i), [0.0; 512]);
    }
    assert!((cosine(vectors.row(3), vectors.row(3)) - 1.0).abs() < 1e-5);
    assert_eq!(Encoder::french().encode(&[]).rows(), 0);
}

#[test]
fn unknown_characters_are_one_unknown_piece_each() {
    let vectors = Encoder::french().encode(&["Москва", "的的的的的的", "la commune 的", "la commune Ж", "la commune"]);
    for row in vectors.iter_rows() {
        assert!((cosine(row, row) - 1.0).abs() < 1e-5);
    }
    assert_eq!(bits(vectors.row(2)), bits(vectors.row(3)));
    assert_ne!(bits(vectors.row(3)), bits(vectors.row(4)));
}

/// The last of the golden texts is longer than the stretches that texts are cut into: the cuts do not show.
#[test]
fn no_text_is_too_long() {
    let last = *TEXTS.last().expect("there are texts");
    assert!(Encoder::french().cost(&[last]).pieces > 2 * 512);
    let book = last.repeat(50);
    let vectors = Encoder::french().encode(&[TEXTS[0], &book, last]);
    assert_eq!(bits(vectors.row(1)), bits(Encoder::french().encode(&[&book]).row(0)));
    assert!(cosine(vectors.row(1), vectors.row(2)) > 0.8);
}

#[test]
fn a_model_that_is_not_whole_is_refused() {
    let file: &'static [u8] = include_bytes!("../model/french.bin");
    let leak = |bytes: Vec<u8>| -> &'static [u8] { bytes.leak() };
    assert_eq!(Encoder::load(b"").unwrap_err(), ModelError::Foreign);
    assert_eq!(Encoder::load(&file[..20]).unwrap_err(), ModelError::Cut { part: "digest" });
    assert!(matches!(Encoder::load(&file[..file.len() - 1]), Err(ModelError::Damaged { .. })));
    let mut changed = file.to_vec();
    changed[file.len() / 2] ^= 1;
    assert!(matches!(Encoder::load(leak(changed)), Err(ModelError::Damaged { .. })));
    let empty = [b"arobenc1".as_slice(), blake3::hash(b"").as_bytes()].concat();
    assert_eq!(Encoder::load(leak(empty)).unwrap_err(), ModelError::Cut { part: "pieces" });
    assert_eq!(Encoder::load(file).expect("it is whole").fingerprint(), Encoder::french().fingerprint());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_has_a_vector_of_length_one_or_zero(text in "\\PC{0,200}") {
        let vectors = Encoder::french().encode(&[&text]);
        let length = cosine(vectors.row(0), vectors.row(0));
        prop_assert!(length == 0.0 || (length - 1.0).abs() < 1e-4, "{length} for {text:?}");
    }
}
