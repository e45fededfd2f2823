//! The chain of stages, each a function of what the ones before it found.

mod assemble;
mod corpus;
mod fates;
mod meaning;
mod natural;
mod propose;
mod questions;
mod remembered;
mod resume;
mod study;
mod voices;

use crate::kept;
use crate::neighbours::{Graph, SPARE, graph, knn, usual_count};
use crate::outcome::{Input, Outcome, Progress, Settings};
use crate::previous::{Known, Previous, Resumed};
use crate::random::stage_seed;
use crate::themes::{self, Themes};
use crate::wording::phrasebook::Phrasebook;
use arobase_encoder::{Encode, EncodeError};

use self::remembered::Remembered;
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
    let encoder = Remembered::of(encoder);
    Prepared::of(inputs, settings, &encoder, progress)?.discover(progress)
}

/// Contributions read: cut into ideas, heard, placed among their neighbours. From there themes are discovered, or go on from a previous run.
pub struct Prepared<'a> {
    settings: &'a Settings,
    encoder: &'a dyn Encode,
    order: Vec<usize>,
    inputs: Vec<&'a Input>,
    corpus: corpus::Corpus,
    voices: voices::Voices,
    meaning: meaning::Meaning,
    graph: Graph,
}

impl<'a> Prepared<'a> {
    /// Reads `inputs`, as [`analyse`] does.
    ///
    /// # Errors
    /// Those of the encoder.
    pub fn of(
        inputs: &'a [Input],
        settings: &'a Settings,
        encoder: &'a dyn Encode,
        progress: &mut dyn Progress,
    ) -> Result<Self, EncodeError> {
        let order = natural::order(inputs);
        let sorted: Vec<&Input> = order.iter().map(|&at| &inputs[at]).collect();
        let corpus = corpus::Corpus::cut(&sorted);
        progress.done("segment", &[("contributions", sorted.len()), ("ideas", corpus.ideas.len())]);
        Self::hear(order, sorted, corpus, settings, encoder, progress)
    }

    /// What follows the cutting.
    fn hear(
        order: Vec<usize>,
        sorted: Vec<&'a Input>,
        mut corpus: corpus::Corpus,
        settings: &'a Settings,
        encoder: &'a dyn Encode,
        progress: &mut dyn Progress,
    ) -> Result<Self, EncodeError> {
        let voices = voices::Voices::hear(&sorted, &corpus);
        corpus.forget_folded();
        progress.done("duplicates", &[("duplicates", voices.repeated()), ("campaigns", voices.campaigns())]);

        let meaning = meaning::Meaning::of(&sorted, &corpus, &voices, settings, encoder, progress)?;
        progress.done("vectors", &[("vectors", meaning.vectors.rows()), ("dimensions", meaning.vectors.cols())]);

        let rows = voices.leaders.len();
        let graph = kept::recall(progress, "neighbours", |kept: &Graph| kept.len() == rows).unwrap_or_else(|| {
            let contribution: Vec<usize> = voices.leaders.iter().map(|&i| corpus.ideas[i].contribution).collect();
            let count = usual_count(rows);
            let graph = graph(&knn(&meaning.vectors, count + SPARE).beyond_kin(&contribution, count));
            kept::keep(progress, "neighbours", &graph);
            graph
        });
        Ok(Self { settings, encoder, order, inputs: sorted, corpus, voices, meaning, graph })
    }

    /// Finds themes, and all that comes after.
    ///
    /// # Errors
    /// Those of the encoder.
    pub fn discover(&self, progress: &mut dyn Progress) -> Result<Outcome, EncodeError> {
        // Campaigns that are most of what was said are what was said.
        let pasted = self.voices.campaign.iter().flatten().count();
        let beside = pasted > 0 && pasted * 2 < self.inputs.len();
        let fates = if beside { self.beside_campaigns(progress)? } else { self.decide(progress) };
        self.finish(&fates, &[], progress)
    }

    /// Themes of everything that was read.
    fn decide(&self, progress: &mut dyn Progress) -> fates::Fates {
        let Self { settings, corpus, voices, meaning, graph, .. } = self;
        let found = kept::recall(progress, "themes", |kept: &Themes| kept.placements.len() == graph.len());
        let found = found.unwrap_or_else(|| {
            let asked = themes::Settings { themes: settings.themes };
            let found = themes::find(self.nodes(&self.sources()), asked, stage_seed(settings.seed, "themes"));
            kept::keep(progress, "themes", &found);
            found
        });
        fates::Fates::decide(corpus, voices, meaning, found)
    }

    /// Goes on from `previous`: what was decided stays, late ideas find their place; all that comes after themes is made anew.
    ///
    /// # Errors
    /// Those of the encoder.
    pub fn resume(&self, previous: &Previous, progress: &mut dyn Progress) -> Result<Resumed, EncodeError> {
        let (fates, shadow) = self.carried(previous);
        let outcome = self.finish(&fates, &previous.themes, progress)?;
        Ok(Resumed { outcome, shadow })
    }

    fn finish(
        &self,
        fates: &fates::Fates,
        known: &[Known],
        progress: &mut dyn Progress,
    ) -> Result<Outcome, EncodeError> {
        let Self { settings, encoder, corpus, voices, meaning, .. } = self;
        progress.done("themes", &[("themes", fates.themes), ("to_sort", fates.pool())]);

        let phrases = corpus.phrases(&self.inputs, |idea| voices.leader[idea] == idea && fates.theme[idea].is_some());
        let mut questions = questions::Questions::word(corpus, voices, &phrases, fates, settings, *encoder)?;
        let kept = |origin: &Option<usize>| origin.and_then(|origin| known.get(origin)?.label.clone());
        questions.keep(fates.origin.iter().map(kept));
        progress.done("questions", &[("questions", questions.count)]);

        let inputs = &self.inputs;
        let found = Found {
            inputs,
            corpus,
            voices,
            phrases: &phrases,
            meaning,
            graph: &self.graph,
            fates,
            questions: &questions,
        };
        let proposed = propose::Proposed::choose(&found, settings, *encoder)?;
        progress.done(
            "propositions",
            &[
                ("demands", proposed.demands.len()),
                ("propositions", proposed.selected()),
                ("weak_signals", proposed.annexed()),
            ],
        );
        let rank = assemble::theme_order(&found);
        let study = study::study(&found, &rank, settings);
        let splits = study.splits.len();
        progress.done("study", &[("terms", study.profiles.iter().map(Vec::len).sum()), ("splits", splits)]);
        Ok(assemble::assemble(self.order.clone(), &found, &proposed, &rank, study))
    }
}

/// What the stages before the propositions found.
#[derive(Clone, Copy)]
struct Found<'a> {
    inputs: &'a [&'a Input],
    corpus: &'a corpus::Corpus,
    voices: &'a voices::Voices,
    phrases: &'a Phrasebook,
    meaning: &'a meaning::Meaning,
    graph: &'a Graph,
    fates: &'a fates::Fates,
    questions: &'a questions::Questions,
}
