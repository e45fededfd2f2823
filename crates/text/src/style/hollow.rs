//! Words that commit nobody: nothing could show that they were kept.

use super::{Clause, plain};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// Verbs, then what they are hollow with: nothing for those that always are.
const HOLLOW: &[(&[&str], &[&str])] = &[
    (
        &[
            "engager",
            "ouvrir",
            "lancer",
            "mener",
            "poursuivre",
            "initier",
            "conduire",
            "entamer",
            "approfondir",
            "amorcer",
            "participer",
            "nourrir",
        ],
        &["réflexion", "débat", "discussion", "dialogue"],
    ),
    (
        &["étudier", "examiner", "explorer", "évaluer", "regarder", "analyser"],
        &["possibilité", "opportunité", "faisabilité", "piste", "moyen"],
    ),
    (&["prendre"], &["compte", "considération", "conscience"]),
    (&["mettre"], &["accent"]),
    (&["faire"], &["sorte"]),
    (&["accorder", "porter", "prêter"], &["attention"]),
    (&["donner"], &["moyen"]),
    (&["tenir"], &["compte"]),
    (
        &[
            "réfléchir",
            "envisager",
            "tenter",
            "essayer",
            "œuvrer",
            "contribuer",
            "veiller",
            "tendre",
            "pencher",
            "sensibiliser",
        ],
        &[],
    ),
];

/// Words between a verb and what it is hollow with.
const NEAR: usize = 5;

/// The hollow phrases.
pub(super) fn found(clause: &Clause) -> Vec<Range<usize>> {
    (0..clause.words.len()).filter_map(|at| phrase(clause, at)).collect()
}

fn phrase(clause: &Clause, at: usize) -> Option<Range<usize>> {
    let lexicon = Lexicon::french();
    let word = plain(clause.words[at].text);
    let verb = if lexicon.is_noun(&word) { word } else { lexicon.infinitive_of(&word)? };
    let (_, with) = HOLLOW.iter().find(|(verbs, _)| verbs.contains(&verb.as_str()))?;
    let rest = &clause.words[at + 1..];
    let last = match with {
        [] => Some(clause.words[at].end),
        _ => rest.iter().take(NEAR).find(|word| with.contains(&lexicon.lemma(word.text).as_str())).map(|word| word.end),
    };
    last.map(|end| clause.words[at].start..end)
}
