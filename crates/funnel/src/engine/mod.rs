//! The chain of stages, each a function of what the ones before it found.

mod assemble;
mod corpus;
mod fates;
mod meaning;
mod natural;
mod propose;
mod questions;
mod voices;

use crate::outcome::{Input, Outcome, Progress, Settings};
use arobase_encoder::{Encode, EncodeError};

pub use natural::natural;

/// Analyses `inputs`: from contributions to propositions (analysis.md §3).
///
/// The result does not depend on the order of the inputs, on the number of threads of the current `rayon` pool, or on the machine.
/// Ids of inputs must be unique; texts may be anything.
///
/// # Errors
/// Those of the encoder; with the one that ships with the product, none.
pub fn analyse(
    inputs: &[Input],
    settings: &Settings,
    encoder: &dyn Encode,
    progress: &mut dyn Progress,
) -> Result<Outcome, EncodeError> {
    let order = natural::order(inputs);
    let sorted: Vec<&Input> = order.iter().map(|&at| &inputs[at]).collect();
    let corpus = corpus::Corpus::cut(&sorted);
    progress.done("segment", &[("contributions", sorted.len()), ("ideas", corpus.ideas.len())]);

    let voices = voices::Voices::hear(&sorted, &corpus);
    progress.done("duplicates", &[("duplicates", voices.repeated()), ("campaigns", voices.campaigns())]);

    let meaning = meaning::Meaning::of(&sorted, &corpus, &voices, settings, encoder)?;
    progress.done("vectors", &[("vectors", meaning.vectors.rows()), ("dimensions", meaning.vectors.cols())]);

    let fates = fates::Fates::decide(&corpus, &voices, &meaning, settings);
    progress.done("themes", &[("themes", fates.themes), ("to_sort", fates.pool())]);

    let questions = questions::Questions::word(&corpus, &voices, &fates, settings, encoder)?;
    progress.done("questions", &[("questions", questions.count)]);

    let found = Found {
        inputs: &sorted,
        corpus: &corpus,
        voices: &voices,
        meaning: &meaning,
        fates: &fates,
        questions: &questions,
    };
    let proposed = propose::Proposed::choose(&found, settings, encoder)?;
    progress.done(
        "propositions",
        &[
            ("demands", proposed.demands.len()),
            ("propositions", proposed.selected()),
            ("weak_signals", proposed.annexed()),
        ],
    );
    Ok(assemble::assemble(order, &found, &proposed))
}

/// What the stages before the propositions found.
#[derive(Clone, Copy)]
struct Found<'a> {
    inputs: &'a [&'a Input],
    corpus: &'a corpus::Corpus,
    voices: &'a voices::Voices,
    meaning: &'a meaning::Meaning,
    fates: &'a fates::Fates,
    questions: &'a questions::Questions,
}
