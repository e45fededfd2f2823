//! Stage three: vectors. The encoder's, centred, beside the corpus' own words (analysis.md §3.4, encoder.md), leaning on context.

use super::corpus::Corpus;
use super::voices::Voices;
use crate::lsa;
use crate::outcome::{Input, Settings};
use crate::random::stage_seed;
use crate::vectors;
use arobase_encoder::{Encode, EncodeError, Matrix};
use arobase_text::stem::terms;
use arobase_text::typography::sentence_case;
use std::collections::BTreeMap;

/// How much an idea leans on the title and the other ideas of its contribution: a sentence alone often does not say what it is about.
const LEAN: f32 = 0.7;

/// One vector per leader of [`Voices::leaders`].
pub(super) struct Meaning {
    /// Unit rows, or zero: each idea with its context.
    pub vectors: Matrix,
    /// The same ideas without their context; rows of titles after them.
    pub alone: Matrix,
    /// Row of each idea: its leader's.
    pub row: Vec<Option<usize>>,
}

impl Meaning {
    pub(super) fn of(
        inputs: &[&Input],
        corpus: &Corpus,
        voices: &Voices,
        settings: &Settings,
        encoder: &dyn Encode,
    ) -> Result<Self, EncodeError> {
        let titles: Vec<usize> = (0..inputs.len()).filter(|&c| !inputs[c].title.trim().is_empty()).collect();
        let written = voices.leaders.iter().map(|&i| corpus.ideas[i].cut.text.as_str());
        let calm: Vec<String> =
            written.chain(titles.iter().map(|&c| inputs[c].title.as_str())).map(sentence_case).collect();
        let texts: Vec<&str> = calm.iter().map(String::as_str).collect();
        let bags: Vec<Vec<String>> = voices
            .leaders
            .iter()
            .map(|&i| corpus.ideas[i].terms.clone())
            .chain(titles.iter().map(|&c| terms(&inputs[c].title)))
            .collect();
        let lexical = lsa::lsa(&bags, stage_seed(settings.seed, "lsa"));
        let alone = vectors::fuse(&encoder.encode(&texts)?, &lexical, settings.lexical_weight);
        let rank: BTreeMap<usize, usize> = voices.leaders.iter().copied().zip(0..).collect();
        let row: Vec<Option<usize>> = voices.leader.iter().map(|leader| rank.get(leader).copied()).collect();
        let title: BTreeMap<usize, usize> = titles.into_iter().zip(voices.leaders.len()..).collect();
        let vectors = lean(corpus, voices, &alone, &row, &title);
        Ok(Self { vectors, alone, row })
    }
}

/// Adds to each idea the mean of what stands around it in its contribution.
fn lean(
    corpus: &Corpus,
    voices: &Voices,
    alone: &Matrix,
    row: &[Option<usize>],
    title: &BTreeMap<usize, usize>,
) -> Matrix {
    let mut vectors = Matrix::zeros(voices.leaders.len(), alone.cols());
    for (at, &idea) in voices.leaders.iter().enumerate() {
        let contribution = corpus.ideas[idea].contribution;
        let others = corpus.of(contribution).filter(|&other| other != idea).filter_map(|other| row[other]);
        let around: Vec<usize> = others.chain(title.get(&contribution).copied()).collect();
        vectors.row_mut(at).copy_from_slice(alone.row(at));
        add_mean(vectors.row_mut(at), alone, &around);
    }
    vectors
}

fn add_mean(target: &mut [f32], vectors: &Matrix, around: &[usize]) {
    let share = LEAN / around.len().max(1) as f32;
    for &other in around {
        target.iter_mut().zip(vectors.row(other)).for_each(|(t, v)| *t += share * v);
    }
    let norm = target.iter().map(|x| x * x).sum::<f32>().sqrt();
    if norm > 0.0 {
        for x in target.iter_mut() {
            *x /= norm;
        }
    }
}
