//! Stage five: labels for the themes, themes under structuring questions (analysis.md §3.7, §3.8).

use super::corpus::Corpus;
use super::fates::Fates;
use super::voices::Voices;
use crate::metrics::gini;
use crate::outcome::Settings;
use crate::wording::keyness::{KeyPhrase, key_phrases};
use crate::wording::label::{self, Label};
use crate::wording::nounphrase::NounPhrase;
use crate::wording::question::wordings;
use arobase_encoder::{Encode, EncodeError, Matrix};
use kodama::{Method, linkage};

/// Phrases of a theme whose meaning is looked at.
const SHORTLIST: usize = 30;

/// Labels of the themes, and the questions that hold them.
pub(super) struct Questions {
    pub labels: Vec<Label>,
    /// Share of each theme's ideas that hold one of its keywords.
    pub coverage: Vec<f32>,
    /// Question of each theme.
    pub question: Vec<usize>,
    /// Number of questions.
    pub count: usize,
    /// Ideas of each theme that repeat no other.
    sizes: Vec<usize>,
}

impl Questions {
    pub(super) fn word(
        corpus: &Corpus,
        voices: &Voices,
        fates: &Fates,
        settings: &Settings,
        encoder: &dyn Encode,
    ) -> Result<Self, EncodeError> {
        let phrases: Vec<Vec<NounPhrase>> = corpus.ideas.iter().map(|idea| idea.phrases.clone()).collect();
        let first: Vec<bool> = (0..corpus.ideas.len()).map(|i| voices.leader[i] == i).collect();
        let sizes = sizes(&fates.theme, &first, fates.themes);
        let by_theme = near_centre(key_phrases(fates.themes, &fates.theme, &phrases, &first), fates, encoder)?;
        let labels = label::labels(&by_theme, &sizes, &(0..fates.themes).collect::<Vec<_>>());
        let coverage = coverage(&labels, &phrases, &fates.theme, &first);
        let question = group(fates, &sizes, settings.questions);
        let count = question.iter().max().map_or(0, |last| last + 1);
        Ok(Self { labels, coverage, question, count, sizes })
    }

    /// Themes that keep a label keep it, whatever the engine would call them now.
    pub(super) fn keep(&mut self, labels: impl Iterator<Item = Option<String>>) {
        for (own, kept) in self.labels.iter_mut().zip(labels) {
            if let Some(kept) = kept {
                own.text = kept;
            }
        }
    }

    /// Three wordings per question, from its propositions in display order (best supported first).
    pub(super) fn wordings(&self, propositions: &[(usize, &str)]) -> Vec<Vec<String>> {
        let of = |q: usize| {
            propositions
                .iter()
                .filter(move |(theme, _)| self.question[*theme] == q)
                .map(|(_, text)| *text)
                .collect::<Vec<_>>()
        };
        let themes = |q: usize| (0..self.question.len()).filter(move |&theme| self.question[theme] == q);
        let largest = |q: usize| themes(q).max_by_key(|&theme| (self.sizes[theme], std::cmp::Reverse(theme)));
        (0..self.count).map(|q| wordings(&of(q), largest(q).map_or("", |theme| &self.labels[theme].text))).collect()
    }
}

fn sizes(theme: &[Option<usize>], first: &[bool], themes: usize) -> Vec<usize> {
    let mut sizes = vec![0; themes];
    for (theme, _) in theme.iter().zip(first).filter(|(_, first)| **first) {
        if let Some(theme) = theme {
            sizes[*theme] += 1;
        }
    }
    sizes
}

/// Among the best phrases of each theme, prefers those whose meaning is near its centre, and those of two words and more.
fn near_centre(
    mut candidates: Vec<Vec<KeyPhrase>>,
    fates: &Fates,
    encoder: &dyn Encode,
) -> Result<Vec<Vec<KeyPhrase>>, EncodeError> {
    for phrases in &mut candidates {
        phrases.truncate(SHORTLIST);
    }
    let surfaces: Vec<&str> = candidates.iter().flatten().map(|phrase| phrase.surface.as_str()).collect();
    let dense = centred(&encoder.encode(&surfaces)?);
    let mut row = 0;
    for (theme, phrases) in candidates.iter_mut().enumerate() {
        for phrase in phrases.iter_mut() {
            let near = cosine(dense.row(row), &fates.centroids.row(theme)[..dense.cols()]).max(0.0);
            let length = if phrase.length == 1 { 0.75 } else { 1.0 };
            phrase.score = (phrase.score * length * (0.4 + f64::from(near)) * 4096.0).round();
            row += 1;
        }
        phrases.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    }
    Ok(candidates)
}

/// Rows less their mean.
fn centred(x: &Matrix) -> Matrix {
    let mut mean = vec![0.0_f32; x.cols()];
    for row in x.iter_rows() {
        mean.iter_mut().zip(row).for_each(|(m, v)| *m += v / x.rows() as f32);
    }
    let mut out = x.clone();
    for at in 0..out.rows() {
        out.row_mut(at).iter_mut().zip(&mean).for_each(|(v, m)| *v -= m);
    }
    out
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(p, q)| p * q).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(1e-12)
}

fn coverage(labels: &[Label], phrases: &[Vec<NounPhrase>], theme: &[Option<usize>], first: &[bool]) -> Vec<f32> {
    let mut held = vec![(0_usize, 0_usize); labels.len()];
    for (idea, theme) in theme.iter().enumerate().filter(|(idea, _)| first[*idea]) {
        let Some(theme) = *theme else { continue };
        held[theme].1 += 1;
        held[theme].0 += usize::from(label::covers(&labels[theme], &phrases[idea]));
    }
    held.into_iter().map(|(with, all)| with as f32 / all.max(1) as f32).collect()
}

/// Ward on the themes' centroids; the cut between 3 and 6 that is best separated and balanced, 4 preferred.
fn group(fates: &Fates, sizes: &[usize], asked: Option<usize>) -> Vec<usize> {
    let n = fates.themes;
    if n <= 3 {
        return (0..n).collect();
    }
    let mut distances = Vec::with_capacity(n * (n - 1) / 2);
    for a in 0..n {
        for b in a + 1..n {
            distances.push(distance(fates, a, b));
        }
    }
    let tree = linkage(&mut distances.clone(), n, Method::Ward);
    let cuts: Vec<usize> = asked.map_or_else(|| (3..=6.min(n - 1)).collect(), |asked| vec![asked.clamp(1, n)]);
    let best = cuts.into_iter().map(|k| (cut(&tree, n, k), k)).max_by(|(a, k), (b, j)| {
        score(a, *k, &distances, sizes).total_cmp(&score(b, *j, &distances, sizes)).then(j.cmp(k))
    });
    by_size(best.map(|(groups, _)| groups).unwrap_or_default(), sizes)
}

/// Euclidean distance of the unit centroids, quantised so that no processor orders two merges otherwise.
fn distance(fates: &Fates, a: usize, b: usize) -> f64 {
    let (x, y) = (fates.centroids.row(a), fates.centroids.row(b));
    let dot = |u: &[f32], v: &[f32]| u.iter().zip(v).map(|(p, q)| f64::from(*p) * f64::from(*q)).sum::<f64>();
    let cosine = dot(x, y) / (dot(x, x) * dot(y, y)).sqrt().max(1e-12);
    ((2.0 - 2.0 * cosine).max(0.0).sqrt() * 4096.0).round() / 4096.0
}

/// Group of each theme when the tree is cut into `k`.
fn cut(tree: &kodama::Dendrogram<f64>, n: usize, k: usize) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..2 * n).collect();
    for (step, merge) in tree.steps().iter().enumerate().take(n - k) {
        parent[merge.cluster1] = n + step;
        parent[merge.cluster2] = n + step;
    }
    let root = |mut at: usize| {
        while parent[at] != at {
            at = parent[at];
        }
        at
    };
    let roots: Vec<usize> = (0..n).map(root).collect();
    let mut seen: Vec<usize> = Vec::new();
    roots
        .iter()
        .map(|root| {
            seen.iter().position(|other| other == root).unwrap_or_else(|| {
                seen.push(*root);
                seen.len() - 1
            })
        })
        .collect()
}

/// 0.5 silhouette + 0.3 (1 − Gini of the sizes), less a little away from four (analysis.md §3.7).
fn score(groups: &[usize], k: usize, distances: &[f64], sizes: &[usize]) -> f64 {
    let mut held = vec![0.0; k];
    for (theme, &group) in groups.iter().enumerate() {
        held[group] += sizes[theme] as f64;
    }
    0.5 * silhouette(groups, k, distances) + 0.3 * (1.0 - gini(&held)) - 0.04 * (k as f64 - 4.0).abs()
}

fn silhouette(groups: &[usize], k: usize, distances: &[f64]) -> f64 {
    let n = groups.len();
    let between = |a: usize, b: usize| {
        let (low, high) = (a.min(b), a.max(b));
        distances[low * n - low * (low + 1) / 2 + high - low - 1]
    };
    let mean_to = |a: usize, group: usize| {
        let others: Vec<f64> = (0..n).filter(|&b| b != a && groups[b] == group).map(|b| between(a, b)).collect();
        (!others.is_empty()).then(|| others.iter().sum::<f64>() / others.len() as f64)
    };
    let one = |a: usize| {
        let Some(own) = mean_to(a, groups[a]) else { return 0.0 };
        let other = (0..k).filter(|&g| g != groups[a]).filter_map(|g| mean_to(a, g)).fold(f64::INFINITY, f64::min);
        (other - own) / own.max(other).max(1e-12)
    };
    (0..n).map(one).sum::<f64>() / n as f64
}

/// Numbers the groups by the ideas they hold, most first.
fn by_size(groups: Vec<usize>, sizes: &[usize]) -> Vec<usize> {
    let count = groups.iter().max().map_or(0, |last| last + 1);
    let mut order: Vec<usize> = (0..count).collect();
    let held =
        |group: usize| groups.iter().zip(sizes).filter(|(g, _)| **g == group).map(|(_, size)| size).sum::<usize>();
    order.sort_by_key(|&group| (std::cmp::Reverse(held(group)), group));
    groups.into_iter().map(|group| order.iter().position(|&other| other == group).unwrap_or(0)).collect()
}
