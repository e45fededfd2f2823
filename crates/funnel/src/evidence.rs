//! Whether a sentence that somebody else wrote says what the ideas it cites say (analysis.md §3.15).
//!
//! It errs on the side of doubt: a good sentence in other words is lost, and what people wrote is shown instead.

use crate::propositions::opposite::undo;
use arobase_encoder::Encoder;
use arobase_text::lexicon::Lexicon;
use arobase_text::stem::{fold, terms};
use arobase_text::words::words;
use std::collections::BTreeSet;

/// Least share of the sentence's content words that the ideas hold.
pub const WORDS: f64 = 0.5;

/// Least cosine of the sentence with the mean of the ideas, by the encoder that ships with the product.
pub const MEANING: f64 = 0.6;

/// Words that turn a sentence round.
const NEGATIONS: [&str; 10] = ["ne", "n", "n'", "pas", "jamais", "aucun", "aucune", "non", "ni", "contre"];

/// Why a sentence is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// It cites nothing.
    NothingCited,
    /// Its words are not theirs.
    OtherWords,
    /// It refuses what they ask, or asks what they refuse.
    Contrary,
    /// It is about something else.
    OtherMeaning,
}

/// What is doubtful about `sentence` when it rests on the texts `cited`; `None` when nothing is.
pub fn doubt(sentence: &str, cited: &[&str], encoder: &Encoder) -> Option<Doubt> {
    if cited.is_empty() {
        return Some(Doubt::NothingCited);
    }
    if held(sentence, cited) < WORDS {
        return Some(Doubt::OtherWords);
    }
    if contrary(sentence, cited) {
        return Some(Doubt::Contrary);
    }
    (likeness(sentence, cited, encoder) < MEANING).then_some(Doubt::OtherMeaning)
}

/// Share of the stems of a sentence that the texts hold; none is no share.
fn held(sentence: &str, cited: &[&str]) -> f64 {
    let theirs: BTreeSet<String> = cited.iter().flat_map(|text| terms(text)).collect();
    let own: BTreeSet<String> = terms(sentence).into_iter().collect();
    own.intersection(&theirs).count() as f64 / own.len().max(1) as f64
}

/// Cosine with the mean of the texts, quantised to 1/4096.
fn likeness(sentence: &str, cited: &[&str], encoder: &Encoder) -> f64 {
    let vectors = encoder.encode(&[&[sentence], cited].concat());
    let mut mean = vec![0.0_f64; vectors.cols()];
    for row in vectors.iter_rows().skip(1) {
        mean.iter_mut().zip(row).for_each(|(m, x)| *m += f64::from(*x));
    }
    let dot: f64 = vectors.row(0).iter().zip(&mean).map(|(x, m)| f64::from(*x) * m).sum();
    let norm = mean.iter().map(|m| m * m).sum::<f64>().sqrt().max(1e-12);
    (dot / norm * 4096.0).round() / 4096.0
}

/// No text is turned the same way, or a verb undoes one of theirs.
fn contrary(sentence: &str, cited: &[&str]) -> bool {
    let turned = negated(sentence);
    let (own, theirs) = (verbs(sentence), cited.iter().flat_map(|text| verbs(text)).collect());
    cited.iter().all(|text| negated(text) != turned) || undo(&own, &theirs)
}

fn negated(text: &str) -> bool {
    // A hyphen joins what is only named: « non-recours » refuses nothing.
    words(text).iter().any(|word| NEGATIONS.contains(&fold(word.text).as_str()))
}

/// Folded infinitives of the words that are verbs, and the words themselves.
fn verbs(text: &str) -> BTreeSet<String> {
    let infinitive = |word: &str| Lexicon::french().infinitive_of(word).map(|verb| fold(&verb));
    words(text).iter().flat_map(|word| [Some(fold(word.text)), infinitive(word.text)]).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDEAS: [&str; 3] = [
        "Il faut former les agents d’accueil des mairies aux démarches en ligne.",
        "Former les secrétaires de mairie au numérique, car elles aident les habitants dans leurs démarches.",
        "Il ne faut pas fermer les guichets des communes rurales.",
    ];

    fn of(sentence: &str, cited: &[&str]) -> Option<Doubt> {
        doubt(sentence, cited, Encoder::french())
    }

    #[test]
    fn what_the_ideas_say_is_believed() {
        for (sentence, cited) in [
            ("Former les agents et les secrétaires de mairie au numérique et aux démarches en ligne.", &IDEAS[..2]),
            ("Les agents d’accueil des mairies sont formés aux démarches en ligne.", &IDEAS[..1]),
            ("Ne pas fermer les guichets des communes rurales.", &IDEAS[2..]),
        ] {
            assert_eq!(of(sentence, cited), None, "{sentence}");
        }
    }

    #[test]
    fn the_contrary_is_not() {
        for (sentence, cited) in [
            ("Il ne faut pas former les agents d’accueil des mairies aux démarches en ligne.", &IDEAS[..1]),
            ("Fermer les guichets des communes rurales.", &IDEAS[2..]),
            (
                "Supprimer les guichets des communes rurales.",
                &["Il faut maintenir les guichets des communes rurales."][..],
            ),
        ] {
            assert_eq!(of(sentence, cited), Some(Doubt::Contrary), "{sentence}");
        }
    }

    #[test]
    fn other_words_and_no_citation_are_not() {
        assert_eq!(of("Former les agents des mairies.", &[]), Some(Doubt::NothingCited));
        assert_eq!(of("Baisser les impôts locaux des entreprises.", &IDEAS[..2]), Some(Doubt::OtherWords));
        assert_eq!(of("", &IDEAS), Some(Doubt::OtherWords));
        assert_eq!(
            of("Mairie en ligne.", &["La mairie est fermée le lundi et la ligne de bus ne passe plus, dit-on."]),
            Some(Doubt::Contrary)
        );
        assert_eq!(
            of(
                "Rivière, pont, barrage.",
                &["Le pont de la rivière est vieux, le conseil municipal veut le repeindre en bleu."]
            ),
            Some(Doubt::OtherMeaning)
        );
    }
}
