//! Stage three: vectors. The encoder's, centred, beside the corpus' own words (analysis.md §3.4, encoder.md), leaning on context.

use super::corpus::Corpus;
use super::voices::Voices;
use crate::bag::Bag;
use crate::kept;
use crate::lsa;
use crate::outcome::{Input, Progress, Settings};
use crate::random::stage_seed;
use crate::vectors::{self, Compact};
use crate::wording::vague::VAGUE;
use arobase_encoder::{Encode, EncodeError, Matrix};
use arobase_text::stem::stem;
use arobase_text::typography::sentence_case;
use std::collections::{BTreeMap, HashSet};

/// How much an idea leans on the title and the other ideas of its contribution: a sentence alone often does not say what it is about.
const LEAN: f32 = 0.7;

/// How much more a short idea leans on it, the less it says: all of this for no letter of a telling stem, nothing from this many on.
const SHORT_LEAN: f32 = 0.8;
const SAYS_ENOUGH: usize = 45;

/// Beside vague nouns, words of amendments: they tell what is done to a text, not what it is about.
const FORMULAS: &[&str] = &[
    "inséré",
    "rédigé",
    "modifié",
    "complété",
    "remplacé",
    "ajouté",
    "supprimé",
    "mentionné",
    "mot",
    "loi",
    "présent",
    "suivant",
    "deuxième",
    "troisième",
    "premier",
    "dernier",
    "titre",
    "chapitre",
    "bis",
    "ter",
    "section",
    "disposition",
    "code",
    "amendement",
];

/// Texts whose vectors are made at once: their full numbers are held no longer.
const BATCH: usize = 16_384;

/// One vector per leader of [`Voices::leaders`].
pub(super) struct Meaning {
    /// Unit rows, or zero: each idea with its context.
    pub vectors: Compact,
    /// The same ideas without their context; rows of titles after them.
    pub alone: Compact,
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
        progress: &mut dyn Progress,
    ) -> Result<Self, EncodeError> {
        let titles: Vec<usize> = (0..inputs.len()).filter(|&c| !inputs[c].title.trim().is_empty()).collect();
        let rows = voices.leaders.len() + titles.len();
        let alone = match kept::recall(progress, "vectors", |kept: &Compact| kept.rows() == rows) {
            Some(kept) => kept,
            None => alone(inputs, corpus, voices, &titles, settings, encoder, progress)?,
        };
        let mut row = vec![None; corpus.ideas.len()];
        for (rank, &leader) in voices.leaders.iter().enumerate() {
            row[leader] = Some(rank);
        }
        let row: Vec<Option<usize>> = voices.leader.iter().map(|&leader| row[leader]).collect();
        let title: BTreeMap<usize, usize> = titles.into_iter().zip(voices.leaders.len()..).collect();
        let vectors = lean(corpus, voices, &alone, &row, &title);
        Ok(Self { vectors, alone, row })
    }
}

/// The vectors of ideas without their context, then of titles; kept.
fn alone(
    inputs: &[&Input],
    corpus: &Corpus,
    voices: &Voices,
    titles: &[usize],
    settings: &Settings,
    encoder: &dyn Encode,
    progress: &mut dyn Progress,
) -> Result<Compact, EncodeError> {
    let lexical = lexical(inputs, corpus, voices, titles, settings);
    let written = voices.leaders.iter().map(|&i| corpus.ideas[i].cut.text.as_str());
    let texts: Vec<&str> = written.chain(titles.iter().map(|&c| inputs[c].title.as_str())).collect();
    let alone = vectors::fuse(&dense(&texts, encoder, progress)?, &lexical, settings.lexical_weight);
    drop(lexical);
    kept::keep(progress, "vectors", &alone);
    Ok(alone)
}

/// What the corpus' own words say of each leader, then of each title.
fn lexical(inputs: &[&Input], corpus: &Corpus, voices: &Voices, titles: &[usize], settings: &Settings) -> Matrix {
    let of_titles: Vec<Bag> = titles.iter().map(|&c| Bag::of(&inputs[c].title)).collect();
    let of_ideas = voices.leaders.iter().map(|&i| &corpus.ideas[i].terms);
    let bags: Vec<&Bag> = of_ideas.chain(&of_titles).collect();
    lsa::lsa(&bags, stage_seed(settings.seed, "lsa"))
}

/// What the encoder says of each text, in ordinary capitals.
fn dense(texts: &[&str], encoder: &dyn Encode, progress: &mut dyn Progress) -> Result<Compact, EncodeError> {
    let mut dense = Compact::default();
    for batch in texts.chunks(BATCH) {
        progress.within("vectors", dense.rows() as f64 / texts.len() as f64);
        let calm: Vec<String> = batch.iter().copied().map(sentence_case).collect();
        dense.push(&encoder.encode(&calm.iter().map(String::as_str).collect::<Vec<_>>())?);
    }
    Ok(dense)
}

/// Adds to each idea the mean of what stands around it in its contribution.
fn lean(
    corpus: &Corpus,
    voices: &Voices,
    alone: &Compact,
    row: &[Option<usize>],
    title: &BTreeMap<usize, usize>,
) -> Compact {
    let says_nothing: HashSet<String> = VAGUE.iter().chain(FORMULAS).map(|word| stem(word)).collect();
    Compact::from_rows(voices.leaders.len(), alone.cols(), |at, vector| {
        let idea = voices.leaders[at];
        let contribution = corpus.ideas[idea].contribution;
        let others = corpus.of(contribution).filter(|&other| other != idea).filter_map(|other| row[other]);
        let around: Vec<usize> = others.chain(title.get(&contribution).copied()).collect();
        vector.iter_mut().zip(alone.row(at)).for_each(|(v, x)| *v = x);
        add_mean(vector, alone, &around, leaning(&corpus.ideas[idea].terms, &says_nothing));
    })
}

/// What the context weighs beside an idea of these words.
fn leaning(terms: &Bag, says_nothing: &HashSet<String>) -> f32 {
    let says = |stem: &&str| stem.chars().all(char::is_alphabetic) && !says_nothing.contains(*stem);
    let letters: usize = terms.iter().filter(says).map(|stem| stem.chars().count()).sum();
    LEAN + SHORT_LEAN * SAYS_ENOUGH.saturating_sub(letters) as f32 / SAYS_ENOUGH as f32
}

fn add_mean(target: &mut [f32], vectors: &Compact, around: &[usize], weight: f32) {
    let share = weight / around.len().max(1) as f32;
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
