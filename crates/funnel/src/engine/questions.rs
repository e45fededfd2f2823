//! Stage five: labels for the themes, themes under structuring questions (analysis.md §3.7, §3.8).

use super::corpus::{Corpus, Read};
use super::fates::Fates;
use super::voices::Voices;
use crate::metrics::gini;
use crate::outcome::Settings;
use crate::wording::keyness::{KeyPhrase, Spoken, key_phrases};
use crate::wording::label::{self, Label};
use crate::wording::phrasebook::Phrasebook;
use crate::wording::question::{Asked, Strong, Wish, wordings};
use arobase_encoder::{Encode, EncodeError, Matrix};
use arobase_text::stem::stem;
use kodama::{Method, linkage};
use std::collections::BTreeSet;

/// Phrases of a theme whose meaning is looked at.
const SHORTLIST: usize = 30;

/// What is left of the score of a phrase whose meaning has nothing of the theme's centre.
const OFF_CENTRE: f64 = 0.15;

/// Themes that one question holds best, and the fewest and most questions.
const HELD: usize = 5;
const COUNTS: std::ops::RangeInclusive<usize> = 3..=6;

/// Labels of the themes, and the questions that hold them.
pub(super) struct Questions {
    pub labels: Vec<Label>,
    /// Share of each theme's ideas that hold one of its label's phrases.
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
        phrases: &Phrasebook,
        fates: &Fates,
        settings: &Settings,
        encoder: &dyn Encode,
    ) -> Result<Self, EncodeError> {
        let sizes = sizes(fates, voices);
        let question = group(fates, &sizes, settings.questions);
        let candidates = near_centre(
            key_phrases(fates.themes, &spoken(corpus, voices, phrases, &fates.theme), phrases),
            fates,
            encoder,
        )?;
        let labels = label::labels(&candidates, &sizes, &question);
        let share = |(label, &size): (&Label, &usize)| label.covered.len() as f32 / size.max(1) as f32;
        let coverage = labels.iter().zip(&sizes).map(share).collect();
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

    /// Wordings of each question, from what the ideas of its themes ask for and its strongest propositions.
    pub(super) fn wordings(
        &self,
        corpus: &Corpus,
        voices: &Voices,
        fates: &Fates,
        strongest: &[Vec<Strong<'_>>],
    ) -> Vec<Vec<String>> {
        let mut demands: Vec<Vec<Wish<'_>>> = vec![Vec::new(); self.labels.len()];
        for (read, theme) in corpus.ideas.iter().zip(&fates.theme) {
            if let Some(theme) = *theme {
                demands[theme].extend(wishes(read, voices.voice[read.contribution]));
            }
        }
        let heard = heard(corpus, voices, fates);
        let asked = |theme: usize| Asked {
            voices: heard[theme],
            axes: &self.labels[theme].axes,
            keywords: &self.labels[theme].keywords,
            demands: demands[theme].clone(),
        };
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by_key(|&theme| (std::cmp::Reverse(self.sizes[theme]), theme));
        let of = |q: usize| order.iter().filter(move |&&theme| self.question[theme] == q);
        (0..self.count)
            .map(|q| wordings(&of(q).map(|&theme| asked(theme)).collect::<Vec<_>>(), &strongest[q]))
            .collect()
    }
}

/// What an idea asks for with a verb of its author, who refuses nothing by it: rules lend a verb to bare things (« la fibre »).
fn wishes(read: &Read, voice: usize) -> impl Iterator<Item = Wish<'_>> {
    let wrote = |phrase: &str| {
        phrase.split(' ').next().is_some_and(|verb| {
            let verb = stem(verb);
            read.terms.iter().any(|own| own == verb)
        })
    };
    let own = read.asked.iter().filter(move |asked| !asked.refused && wrote(&asked.text));
    own.map(move |asked| Wish { text: &asked.text, voice })
}

/// Each idea with its voice and its phrases, which those that repeat another do not bring.
pub(super) fn spoken<'a>(
    corpus: &Corpus,
    voices: &Voices,
    phrases: &'a Phrasebook,
    group: &[Option<usize>],
) -> Vec<Spoken<'a>> {
    let one = |(idea, read): (usize, &Read)| {
        let first = voices.leader[idea] == idea;
        let (group, voice) = (group[idea].filter(|_| first), voices.voice[read.contribution]);
        Spoken { group, voice, phrases: phrases.held(idea) }
    };
    corpus.ideas.iter().enumerate().map(one).collect()
}

/// Voices of each theme.
fn heard(corpus: &Corpus, voices: &Voices, fates: &Fates) -> Vec<usize> {
    let mut heard = vec![BTreeSet::new(); fates.themes];
    for (read, theme) in corpus.ideas.iter().zip(&fates.theme) {
        theme.map(|theme| heard[theme].insert(voices.voice[read.contribution]));
    }
    heard.iter().map(BTreeSet::len).collect()
}

fn sizes(fates: &Fates, voices: &Voices) -> Vec<usize> {
    let mut sizes = vec![0; fates.themes];
    let first = fates.theme.iter().enumerate().filter(|(idea, _)| voices.leader[*idea] == *idea);
    first.filter_map(|(_, theme)| *theme).for_each(|theme| sizes[theme] += 1);
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
            phrase.score = (phrase.score * (OFF_CENTRE + f64::from(near)) * 4096.0).round();
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

/// Ward on the themes' centroids; the cut between 3 and 6 that is best separated and balanced, one question for five themes preferred.
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
    let cuts: Vec<usize> =
        asked.map_or_else(|| (*COUNTS.start()..=(*COUNTS.end()).min(n - 1)).collect(), |asked| vec![asked.clamp(1, n)]);
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

/// 0.5 silhouette + 0.3 (1 − Gini of the sizes), less a little away from one question for five themes (analysis.md §3.7).
fn score(groups: &[usize], k: usize, distances: &[f64], sizes: &[usize]) -> f64 {
    let usual = (groups.len() / HELD).clamp(*COUNTS.start(), *COUNTS.end());
    let mut held = vec![0.0; k];
    for (theme, &group) in groups.iter().enumerate() {
        held[group] += sizes[theme] as f64;
    }
    0.5 * silhouette(groups, k, distances) + 0.3 * (1.0 - gini(&held)) - 0.04 * k.abs_diff(usual) as f64
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
