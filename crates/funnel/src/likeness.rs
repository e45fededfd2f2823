//! What has already been said of what someone is writing: their sentences beside ideas, one by one.

use crate::quantise::Similarity;
use arobase_encoder::Encoder;
use arobase_text::sentences::sentences;
use std::cmp::Reverse;

/// Least cosine of two sentences, without context, that are about the same thing (docs/DESIGN.md, nearness thresholds).
pub const ALIKE: f64 = 0.55;

/// Sentences that are compared, from the first on: what is written at length has said enough by then.
const MOST: usize = 12;

/// The ideas near to a sentence of `text`, nearest first, ties in their order. Each idea counts by the sentence nearest to it.
pub fn alike(text: &str, ideas: &[&str], encoder: &Encoder) -> Vec<usize> {
    let own: Vec<&str> = sentences(text).into_iter().take(MOST).map(|range| &text[range]).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let vectors = encoder.encode(&[&own, ideas].concat());
    let cosine = |a: usize, b: usize| vectors.row(a).iter().zip(vectors.row(b)).map(|(x, y)| x * y).sum();
    let nearest = |idea: usize| (0..own.len()).map(|mine| Similarity::of(cosine(mine, own.len() + idea))).max();
    let mut near: Vec<(Similarity, usize)> =
        (0..ideas.len()).filter_map(|idea| nearest(idea).map(|likeness| (likeness, idea))).collect();
    near.retain(|(likeness, _)| likeness.value() >= ALIKE);
    near.sort_by_key(|&(likeness, idea)| (Reverse(likeness), idea));
    near.into_iter().map(|(_, idea)| idea).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDEAS: [&str; 4] = [
        "Il faut planter des arbres devant les écoles.",
        "Former les secrétaires de mairie aux démarches en ligne.",
        "La fibre n’arrive toujours pas dans nos hameaux.",
        "Les secrétaires de mairie doivent être formées au numérique.",
    ];

    fn of(text: &str) -> Vec<usize> {
        alike(text, &IDEAS, Encoder::french())
    }

    #[test]
    fn each_sentence_finds_its_own() {
        assert_eq!(of("Formons les secrétaires de mairie au numérique."), [3, 1]);
        let found =
            of("Bonjour à tous. La fibre n’est pas arrivée au hameau. Formons les secrétaires de mairie au numérique.");
        assert_eq!(found.iter().collect::<std::collections::BTreeSet<_>>(), [1, 2, 3].iter().collect());
    }

    #[test]
    fn nothing_is_like_what_nobody_said() {
        assert_eq!(of("Le tarif de la cantine a doublé."), Vec::<usize>::new());
        assert_eq!(of(""), Vec::<usize>::new());
        assert_eq!(alike("La fibre.", &[], Encoder::french()), Vec::<usize>::new());
    }
}
