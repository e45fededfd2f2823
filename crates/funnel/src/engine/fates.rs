//! Stage four: the theme of each idea, or the reason why it has none (analysis.md §3.5, §3.6).

use super::corpus::Corpus;
use super::meaning::Meaning;
use super::voices::Voices;
use crate::neighbours::{graph, knn, usual_count};
use crate::outcome::{Settings, Status};
use crate::random::stage_seed;
use crate::themes::{self, Reason, Themes};
use arobase_encoder::Matrix;

/// What became of each idea.
pub(super) struct Fates {
    /// Number of themes.
    pub themes: usize,
    pub status: Vec<Status>,
    pub reason: Vec<&'static str>,
    pub theme: Vec<Option<usize>>,
    pub second: Vec<Option<usize>>,
    pub confidence: Vec<f32>,
    /// Mean similarity of each idea to its theme.
    pub typicality: Vec<f64>,
    /// One row per theme.
    pub centroids: Matrix,
    pub stability: Vec<f64>,
}

impl Fates {
    pub(super) fn decide(corpus: &Corpus, voices: &Voices, meaning: &Meaning, settings: &Settings) -> Self {
        let near = knn(&meaning.vectors, usual_count(voices.leaders.len()));
        let graph = graph(&near);
        let found = themes::find(
            &graph,
            &voices.weights,
            themes::Settings { themes: settings.themes },
            stage_seed(settings.seed, "themes"),
        );
        let centroids = themes::centroids(&meaning.vectors, &found.theme(), &voices.weights, found.count());
        let typicality = themes::typicality(&meaning.vectors, &found.theme(), &centroids);
        spread(corpus, meaning, &found, centroids, &typicality)
    }

    /// Ideas left « à classer ».
    pub(super) fn pool(&self) -> usize {
        self.status.iter().filter(|status| **status == Status::ToSort).count()
    }
}

/// What leaders got, their repetitions get.
fn spread(corpus: &Corpus, meaning: &Meaning, found: &Themes, centroids: Matrix, typical: &[f64]) -> Fates {
    let mut fates = Fates {
        themes: found.count(),
        status: Vec::new(),
        reason: Vec::new(),
        theme: Vec::new(),
        second: Vec::new(),
        confidence: Vec::new(),
        typicality: Vec::new(),
        centroids,
        stability: found.stability.clone(),
    };
    for idea in 0..corpus.ideas.len() {
        let row = meaning.row[idea].filter(|_| !corpus.ideas[idea].empty);
        let placement = row.map(|row| &found.placements[row]);
        let (status, reason) =
            placement.map_or((Status::Empty, "no_content"), |placement| verdict(placement.theme, placement.reason));
        fates.status.push(status);
        fates.reason.push(reason);
        fates.theme.push(placement.and_then(|placement| placement.theme).map(|theme| theme as usize));
        fates.second.push(placement.and_then(|placement| placement.second).map(|theme| theme as usize));
        fates.confidence.push(placement.map_or(0.0, |placement| placement.confidence as f32));
        fates.typicality.push(row.map_or(0.0, |row| typical[row]));
    }
    fates
}

fn verdict(theme: Option<u32>, reason: Reason) -> (Status, &'static str) {
    match (theme, reason) {
        (Some(_), Reason::Joined) => (Status::Classed, "joined_by_neighbours"),
        (Some(_), _) => (Status::Classed, "classed"),
        (None, Reason::Alone | Reason::Far) => (Status::ToSort, "far_from_all"),
        (None, _) => (Status::ToSort, "between_themes"),
    }
}
