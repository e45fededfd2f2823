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

/// How like `text` each of `others` is, whole: the cosines of their vectors, quantised, in their order.
pub fn between(text: &str, others: &[&str], encoder: &Encoder) -> Vec<f64> {
    let vectors = encoder.encode(&[&[text], others].concat());
    let cosine = |other: usize| vectors.row(0).iter().zip(vectors.row(other)).map(|(x, y)| x * y).sum();
    (1..=others.len()).map(|other| Similarity::of(cosine(other)).value()).collect()
}

/// For each of `texts`, the nearest of `others` and how near, if it is [`ALIKE`]; the first of equals.
pub fn nearest(texts: &[&str], others: &[&str], encoder: &Encoder) -> Vec<Option<(usize, f64)>> {
    let vectors = encoder.encode(&[texts, others].concat());
    let cosine = |a: usize, b: usize| vectors.row(a).iter().zip(vectors.row(b)).map(|(x, y)| x * y).sum();
    let likeness = |mine: usize, other: usize| (Similarity::of(cosine(mine, texts.len() + other)), Reverse(other));
    let best = |mine: usize| (0..others.len()).map(|other| likeness(mine, other)).max();
    let near = |mine: usize| best(mine).map(|(likeness, Reverse(other))| (other, likeness.value()));
    (0..texts.len()).map(|mine| near(mine).filter(|(_, likeness)| *likeness >= ALIKE)).collect()
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
    fn the_whole_of_each_is_compared_in_their_order() {
        let found = between("Les secrétaires de mairie doivent être formées au numérique.", &IDEAS, Encoder::french());
        assert_eq!((found.len(), found[3]), (4, 1.0));
        assert!(found[1] > found[0] && found[1] > found[2], "{found:?}");
        assert_eq!(between("La fibre.", &[], Encoder::french()), Vec::<f64>::new());
    }

    #[test]
    fn each_text_has_its_nearest_or_none() {
        let found = nearest(
            &["former les secrétaires de mairie au numérique", "baisser le tarif de la cantine"],
            &IDEAS,
            Encoder::french(),
        );
        assert!(matches!(found[0], Some((3, likeness)) if likeness > ALIKE), "{found:?}");
        assert_eq!(found[1], None);
        let same = nearest(&[IDEAS[2]], &[IDEAS[0], IDEAS[2], IDEAS[2]], Encoder::french());
        assert!(matches!(same[0], Some((1, likeness)) if likeness > 0.99), "the first of equals: {same:?}");
        assert_eq!(nearest(&["la fibre"], &[], Encoder::french()), [None]);
    }

    #[test]
    fn nothing_is_like_what_nobody_said() {
        assert_eq!(of("Le tarif de la cantine a doublé."), Vec::<usize>::new());
        assert_eq!(of(""), Vec::<usize>::new());
        assert_eq!(alike("La fibre.", &[], Encoder::french()), Vec::<usize>::new());
    }
}
