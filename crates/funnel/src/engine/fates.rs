//! Stage four: the theme of each idea, or the reason why it has none (analysis.md §3.5, §3.6).

use super::corpus::Corpus;
use super::meaning::Meaning;
use super::voices::Voices;
use crate::outcome::Status;
use crate::themes::{self, Reason, Themes};
use arobase_encoder::Matrix;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Which theme of the previous run each one is.
    pub origin: Vec<Option<usize>>,
    pub resolution: f64,
    /// What the search for themes gave, by row of the vectors.
    pub found: Themes,
}

impl Fates {
    pub(super) fn decide(corpus: &Corpus, voices: &Voices, meaning: &Meaning, found: Themes) -> Self {
        let centroids = themes::centroids(&meaning.vectors, &found.theme(), &voices.weights, found.count());
        let typicality = themes::typicality(&meaning.vectors, &found.theme(), &centroids);
        let mut fates = spread(corpus, meaning, found, centroids, &typicality);
        fates.set_aside(corpus, &strangers(corpus), |_| true);
        fates
    }

    /// Contributions far from all the others, none of whose words the others use, are off topic.
    pub(super) fn set_aside(&mut self, corpus: &Corpus, strangers: &[bool], new: impl Fn(usize) -> bool) {
        for contribution in (0..strangers.len()).filter(|&c| strangers[c]) {
            let ideas: Vec<usize> = corpus.of(contribution).filter(|&i| self.status[i] != Status::Empty).collect();
            if ideas.iter().all(|&i| self.reason[i] == FAR && new(i)) {
                for i in ideas {
                    (self.status[i], self.reason[i]) = (Status::OffTopic, "no_word_in_common");
                }
            }
        }
    }

    /// Ideas left « à classer ».
    pub(super) fn pool(&self) -> usize {
        self.status.iter().filter(|status| **status == Status::ToSort).count()
    }
}

/// Why an idea that nothing is near stays « à classer ».
const FAR: &str = "far_from_all";

/// A word is the consultation's own from this share of its contributions on, and from four of them.
const OWN: f64 = 0.005;

/// Contributions without a single word of the consultation's own.
pub(super) fn strangers(corpus: &Corpus) -> Vec<bool> {
    let contributions = corpus.starts.len() - 1;
    let bags: Vec<BTreeSet<&str>> =
        (0..contributions).map(|c| corpus.of(c).flat_map(|i| corpus.ideas[i].terms.iter()).collect()).collect();
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for stem in bags.iter().flatten() {
        *held.entry(stem).or_default() += 1;
    }
    let least = ((OWN * contributions as f64).ceil() as usize).max(4);
    bags.iter().map(|bag| bag.iter().all(|stem| held[stem] < least)).collect()
}

/// What leaders got, their repetitions get.
pub(super) fn spread(corpus: &Corpus, meaning: &Meaning, found: Themes, centroids: Matrix, typical: &[f64]) -> Fates {
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
        origin: vec![None; found.count()],
        resolution: found.resolution,
        found,
    };
    for idea in 0..corpus.ideas.len() {
        let row = meaning.row[idea].filter(|_| !corpus.ideas[idea].empty);
        let placement = row.map(|row| fates.found.placements[row].clone());
        let (status, reason) = placement
            .as_ref()
            .map_or((Status::Empty, "no_content"), |placement| verdict(placement.theme, placement.reason));
        fates.status.push(status);
        fates.reason.push(reason);
        fates.theme.push(placement.as_ref().and_then(|placement| placement.theme).map(|theme| theme as usize));
        fates.second.push(placement.as_ref().and_then(|placement| placement.second).map(|theme| theme as usize));
        fates.confidence.push(placement.map_or(0.0, |placement| placement.confidence as f32));
        fates.typicality.push(row.map_or(0.0, |row| typical[row]));
    }
    fates
}

fn verdict(theme: Option<u32>, reason: Reason) -> (Status, &'static str) {
    match (theme, reason) {
        (Some(_), Reason::Joined) => (Status::Classed, "joined_by_neighbours"),
        (Some(_), _) => (Status::Classed, "classed"),
        (None, Reason::Alone | Reason::Far) => (Status::ToSort, FAR),
        (None, _) => (Status::ToSort, "between_themes"),
    }
}
