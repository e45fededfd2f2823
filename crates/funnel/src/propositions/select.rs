//! Choosing a few propositions that speak for as many ideas as possible (analysis.md §3.9, « Select »).
//!
//! Greedy facility location, which is within 1 − 1/e of the best: `F(S) = Σ_i max_{p∈S} sim⁺(i,p) + .15 Σ_territories √n + .3 Σ_themes √n`, each
//! term scaled by its value on all candidates; then a quota for minority ideas.

use super::aim::Aim;
use crate::outcome::{Rank, Support};
use crate::quantise::Similarity;
use crate::vectors::Compact;
use arobase_encoder::{Matrix, Panels};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Below this similarity, context included, an idea is not spoken for (analysis.md §3.10 proposed .45 for another encoder).
pub(crate) const NEAR: f32 = 0.40;
/// Sources compared at once.
const BLOCK: usize = 512;
const TERRITORIES: f64 = 0.15;
const THEMES: f64 = 0.3;
/// Largest share of the places for one question.
const ONE_QUESTION: f64 = 0.4;
/// Share of the places kept for minority ideas.
const MINORITY: f64 = 0.1;
/// What each doubling of those who want a proposition is worth, beside one of those who speak of it.
const WANTED: f64 = 2.0;
/// A phrase less fit than this is not selected.
const FIT: f32 = 0.6;

/// A group that may be selected.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    pub theme: usize,
    pub question: usize,
    /// Who speaks of what it is about.
    pub support: Support,
    /// What it wants: two propositions do not want the same.
    pub aim: Aim,
    /// How many authors want it.
    pub wanted: usize,
    pub territories: BTreeSet<String>,
    pub quality: f32,
    /// Mean similarity of the members to the leader; 1 when alone.
    pub cohesion: f32,
}

/// Ideas looked at by the selection; above, as many at regular steps speak for all.
const JURY: usize = 30_000;

/// How near each source row is to the first `weights.len()` rows, weighted, from [`NEAR`] on.
pub(crate) fn nearness(sources: &[usize], vectors: &Compact, weights: &[f64]) -> Vec<Vec<(usize, f64)>> {
    let count = weights.len().min(JURY);
    let jury: Vec<usize> = (0..count).map(|i| i * weights.len() / count).collect();
    let near = near_rows(sources, vectors, &jury, NEAR);
    near.into_iter().map(|rows| rows.into_iter().map(|(row, s)| (row, s * weights[row])).collect()).collect()
}

/// Rows compared with the sources at once.
const ROWS: usize = 8_192;

/// For each of the `sources`, those of `rows` at least this similar, in order, with their quantised similarity.
pub(crate) fn near_rows(sources: &[usize], vectors: &Compact, rows: &[usize], least: f32) -> Vec<Vec<(usize, f64)>> {
    let mut near = vec![Vec::new(); sources.len()];
    let asked: Vec<Matrix> = sources.chunks(BLOCK).map(|block| vectors.gather(block)).collect();
    for rows in rows.chunks(ROWS) {
        let packed = Panels::of_transposed(&vectors.gather(rows));
        let found = asked.iter().flat_map(|block| near_of(&packed.product(block), rows, least)).collect::<Vec<_>>();
        near.iter_mut().zip(found).for_each(|(all, some)| all.extend(some));
    }
    near
}

/// In each row of similarities, those from `least` on, with the row they are about.
fn near_of(similarities: &Matrix, rows: &[usize], least: f32) -> Vec<Vec<(usize, f64)>> {
    let least = Similarity::of(least);
    let under = least.least();
    let near = |line: &[f32]| -> Vec<(usize, f64)> {
        let all = rows.iter().zip(line).filter(|(_, s)| **s >= under).map(|(&row, &s)| (row, Similarity::of(s)));
        all.filter(|(_, s)| *s >= least).map(|(row, s)| (row, s.value())).collect()
    };
    (0..similarities.rows()).into_par_iter().map(|at| near(similarities.row(at))).collect()
}

/// Indices of the selected candidates with their rank, in the order of selection.
pub(crate) fn select(
    candidates: &[Candidate],
    near: &[Vec<(usize, f64)>],
    places: usize,
    questions: usize,
) -> Vec<(usize, Rank)> {
    let quota = (MINORITY * places as f64).ceil() as usize;
    let mut state = State::new(candidates, near, places, questions);
    for theme in state.themes() {
        if state.chosen.len() < places.saturating_sub(quota) {
            state.take_best(Rank::Main, |c| c.theme == theme && c.support.authors_dedup >= 2);
        }
    }
    while state.chosen.len() < places.saturating_sub(quota)
        && state.take_best(Rank::Main, |c| c.support.authors_dedup >= 2)
    {}
    let tied = cohesion(candidates);
    let half = median(candidates.iter().filter(|c| c.support.authors_dedup >= 2).map(|c| c.support.authors_dedup));
    while state.chosen.len() < places && state.take_best(Rank::Minority, |c| minority(c, half, tied)) {}
    while state.chosen.len() < places && state.take_best(Rank::Main, |_| true) {}
    state.chosen
}

/// Median cohesion of the groups of several authors; those of one demand backed by others count as they stand.
fn cohesion(candidates: &[Candidate]) -> f32 {
    let several = candidates.iter().filter(|c| c.support.authors_dedup >= 2 && c.cohesion < 1.0);
    let mut values: Vec<f32> = several.map(|c| c.cohesion).collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Little supported, by two authors of two territories at least, and as tied together as half of the groups.
fn minority(candidate: &Candidate, half: usize, tied: f32) -> bool {
    let support = candidate.support;
    support.authors_dedup >= 2
        && support.authors_dedup <= half
        && (support.territories >= 2 || candidate.territories.is_empty())
        && candidate.cohesion >= tied
}

fn median(values: impl Iterator<Item = usize>) -> usize {
    let mut values: Vec<usize> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(2)
}

struct State<'a> {
    candidates: &'a [Candidate],
    near: &'a [Vec<(usize, f64)>],
    /// How near the nearest chosen one is to each row; 0 where none is.
    covered: Vec<f64>,
    /// Candidates that are chosen, or want what a chosen one wants.
    answered: Vec<bool>,
    territories: BTreeMap<&'a str, usize>,
    per_theme: BTreeMap<usize, usize>,
    per_question: Vec<usize>,
    most: usize,
    scale: [f64; 3],
    chosen: Vec<(usize, Rank)>,
}

impl<'a> State<'a> {
    fn new(candidates: &'a [Candidate], near: &'a [Vec<(usize, f64)>], places: usize, questions: usize) -> Self {
        let rows = near.iter().flatten().map(|&(i, _)| i + 1).max().unwrap_or_default();
        let mut best = vec![0.0_f64; rows];
        for &(i, s) in near.iter().flatten() {
            best[i] = best[i].max(s);
        }
        let territories: BTreeSet<&str> =
            candidates.iter().flat_map(|c| c.territories.iter().map(String::as_str)).collect();
        let themes: BTreeSet<usize> = candidates.iter().map(|c| c.theme).collect();
        let scale = [
            best.iter().sum::<f64>().max(1.0),
            (territories.len() as f64 * 2.0).max(1.0),
            (themes.len() as f64 * (places as f64 / themes.len().max(1) as f64).sqrt()).max(1.0),
        ];
        let most = ((ONE_QUESTION * places as f64).floor() as usize).max(places.div_ceil(questions.max(1)));
        Self {
            candidates,
            near,
            covered: vec![0.0; rows],
            answered: vec![false; candidates.len()],
            territories: BTreeMap::new(),
            per_theme: BTreeMap::new(),
            per_question: vec![0; questions],
            most,
            scale,
            chosen: Vec::new(),
        }
    }

    /// Themes by falling number of candidates' authors, so that the largest are served first.
    fn themes(&self) -> Vec<usize> {
        let mut weight: BTreeMap<usize, usize> = BTreeMap::new();
        for candidate in self.candidates {
            *weight.entry(candidate.theme).or_default() += candidate.support.authors_dedup;
        }
        let mut themes: Vec<usize> = weight.keys().copied().collect();
        themes.sort_by_key(|theme| (std::cmp::Reverse(weight[theme]), *theme));
        themes
    }

    /// Takes the candidate that adds most among those allowed; `false` when there is none.
    fn take_best(&mut self, rank: Rank, allowed: impl Fn(&Candidate) -> bool) -> bool {
        let best = (0..self.candidates.len())
            .filter(|&c| !self.answered[c] && self.candidates[c].quality >= FIT && allowed(&self.candidates[c]))
            .filter(|c| self.per_question[self.candidates[*c].question] < self.most)
            .map(|c| (c, self.gain(c)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let Some((best, _)) = best else { return false };
        self.take(best, rank);
        true
    }

    fn gain(&self, c: usize) -> f64 {
        let candidate = &self.candidates[c];
        let covered: f64 = self.near[c].iter().map(|&(i, s)| (s - self.covered[i]).max(0.0)).sum();
        let territories: f64 =
            candidate.territories.iter().map(|t| step(self.territories.get(t.as_str()).copied().unwrap_or(0))).sum();
        let theme = step(self.per_theme.get(&candidate.theme).copied().unwrap_or(0));
        let gain = covered / self.scale[0] + TERRITORIES * territories / self.scale[1] + THEMES * theme / self.scale[2];
        let voices = libm::log2(1.0 + candidate.support.authors_dedup as f64);
        gain * f64::from(candidate.quality * candidate.quality)
            * (voices + WANTED * libm::log2(candidate.wanted.max(1) as f64))
    }

    fn take(&mut self, c: usize, rank: Rank) {
        let candidate = &self.candidates[c];
        self.answered[c] = true;
        for (answered, other) in self.answered.iter_mut().zip(self.candidates) {
            *answered |= candidate.aim.meets(&other.aim);
        }
        for &(i, s) in &self.near[c] {
            self.covered[i] = self.covered[i].max(s);
        }
        for territory in &candidate.territories {
            *self.territories.entry(territory).or_default() += 1;
        }
        *self.per_theme.entry(candidate.theme).or_default() += 1;
        self.per_question[candidate.question] += 1;
        self.chosen.push((c, rank));
    }
}

/// What one more adds to √n.
fn step(n: usize) -> f64 {
    ((n + 1) as f64).sqrt() - (n as f64).sqrt()
}
