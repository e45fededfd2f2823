//! Last stage: everything numbered in display order.

use super::Found;
use super::corpus::{Corpus, Read};
use super::fates::Fates;
use super::propose::Proposed;
use super::questions::Questions;
use super::voices::Voices;
use crate::kinds;
use crate::outcome::{Idea, Kind, Measures, Outcome, Place, Proposition, Question, Rank, Theme};
use crate::propositions::{Addressees, incomplete};
use crate::study::Study;
use crate::support::Census;
use crate::wording::question::Strong;
use std::collections::{BTreeMap, BTreeSet};

/// Verbatims shown first in a theme.
const TYPICAL: usize = 3;
const MARGINAL: usize = 2;
const BRIDGING: usize = 2;

pub(super) fn assemble(
    order: Vec<usize>,
    found: &Found<'_>,
    proposed: &Proposed,
    rank: &[usize],
    study: Study,
) -> Outcome {
    let Found { inputs, corpus, voices, fates, questions, .. } = *found;
    let contributions = corpus.contributions();
    let census = Census::new(inputs, &contributions, &voices.campaign);
    let places = places(corpus, voices, fates, &census);
    let propositions = propositions(proposed, corpus, rank, &census);
    let ideas = ideas(found, rank, &supported(&propositions), &places);
    let measures = Measures {
        coverage_ideas: proposed.coverage_ideas,
        coverage_authors: proposed.coverage_authors,
        stability: mean_stability(fates),
        redundancy: proposed.redundancy,
    };
    let addressees = propositions.iter().map(|shown| Addressees::of(&corpus.ideas[shown.source].cut.text)).collect();
    Outcome {
        addressees,
        to_complete: to_complete(corpus),
        order,
        ideas,
        themes: themes(fates, questions, rank, &census),
        questions: worded(found, &propositions, rank, &census),
        propositions,
        controversies: proposed.controversies.clone(),
        personal: corpus.personal.clone(),
        measures,
        resolution: fates.resolution,
        study,
    }
}

fn ideas(found: &Found<'_>, rank: &[usize], supported: &BTreeMap<usize, usize>, places: &[Place]) -> Vec<Idea> {
    let Found { inputs, corpus, voices, fates, .. } = *found;
    let idea = |(i, read): (usize, &Read)| {
        let text = inputs[read.contribution].text.chars();
        let raw: String = text.skip(read.cut.span.start).take(read.cut.span.len()).collect();
        Idea {
            contribution: read.contribution,
            span: read.cut.span.clone(),
            text: arobase_text::repair::repair(&raw).into_owned(),
            carried: read.cut.carried.clone(),
            kind: kinds::main(&read.kinds),
            kinds: read.kinds.clone(),
            status: fates.status[i],
            reason: fates.reason[i],
            theme: fates.theme[i].map(|theme| rank[theme]),
            second_theme: fates.second[i].map(|theme| rank[theme]),
            confidence: fates.confidence[i],
            duplicate_of: (voices.leader[i] != i).then_some(voices.leader[i]),
            campaign: voices.campaign[read.contribution].map(|campaign| campaign as usize - 1),
            proposition: supported.get(&i).copied(),
            place: places[i],
        }
    };
    corpus.ideas.iter().enumerate().map(idea).collect()
}

/// Ideas that ask for something without a phrase that can be shown, with why.
fn to_complete(corpus: &Corpus) -> Vec<(usize, &'static str)> {
    let proposes = |read: &Read| read.kinds.iter().any(|(kind, _)| *kind == Kind::Proposal);
    let missing = corpus.ideas.iter().enumerate().filter(|(_, read)| read.asked.is_empty() && proposes(read));
    missing.map(|(i, read)| (i, incomplete(&read.cut.text))).collect()
}

/// Display number of each theme: by question, then falling support.
pub(super) fn theme_order(found: &Found<'_>) -> Vec<usize> {
    let Found { fates, questions, .. } = *found;
    let mut ideas = vec![0_usize; fates.themes];
    fates.theme.iter().flatten().for_each(|&theme| ideas[theme] += 1);
    let mut order: Vec<usize> = (0..fates.themes).collect();
    order.sort_by_key(|&theme| (questions.question[theme], std::cmp::Reverse(ideas[theme]), theme));
    let mut rank = vec![0; fates.themes];
    for (number, theme) in order.into_iter().enumerate() {
        rank[theme] = number;
    }
    rank
}

fn held(fates: &Fates, theme: usize) -> Vec<usize> {
    (0..fates.theme.len()).filter(|&i| fates.theme[i] == Some(theme)).collect()
}

fn themes(fates: &Fates, questions: &Questions, rank: &[usize], census: &Census<'_>) -> Vec<Theme> {
    let mut found: Vec<(usize, Theme)> = (0..fates.themes)
        .map(|theme| {
            let made = Theme {
                question: questions.question[theme],
                label: questions.labels[theme].text.clone(),
                keywords: questions.labels[theme].keywords.clone(),
                support: census.of(held(fates, theme)),
                stability: fates.stability[theme] as f32,
                label_coverage: questions.coverage[theme],
                origin: fates.origin[theme],
            };
            (rank[theme], made)
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, theme)| theme).collect()
}

fn worded(found: &Found<'_>, propositions: &[Proposition], rank: &[usize], census: &Census<'_>) -> Vec<Question> {
    let Found { corpus, voices, fates, questions, .. } = *found;
    let ideas = |q: usize| {
        (0..fates.theme.len()).filter(move |&i| fates.theme[i].is_some_and(|theme| questions.question[theme] == q))
    };
    let mut strongest = vec![Vec::new(); questions.count];
    for (theme, &number) in rank.iter().enumerate() {
        // A noun turned into a verb may have told what happens (« augmentation de la pollution »), not what is wanted.
        let told = |p: &Proposition| p.rules.iter().any(|rule| ["R6", "R7"].contains(rule));
        let of = |p: &&Proposition| p.theme == number && p.rank != Rank::WeakSignal && !told(p);
        let strong = propositions.iter().filter(of).map(|p| Strong { text: &p.text, voices: p.support.authors });
        strongest[questions.question[theme]].extend(strong);
    }
    let wordings = questions.wordings(corpus, voices, fates, &strongest).into_iter().enumerate();
    wordings.map(|(q, candidates)| Question { candidates, support: census.of(ideas(q)) }).collect()
}

fn mean_stability(fates: &Fates) -> f64 {
    let total = fates.theme.iter().flatten().count().max(1) as f64;
    fates.theme.iter().flatten().map(|&theme| fates.stability[theme]).sum::<f64>() / total
}

fn propositions(proposed: &Proposed, corpus: &Corpus, rank: &[usize], census: &Census<'_>) -> Vec<Proposition> {
    proposed
        .shown
        .iter()
        .map(|shown| {
            let leader = &proposed.demands[shown.leader];
            let mut ideas: Vec<usize> = vec![leader.idea];
            ideas.extend(shown.backing.iter().copied().filter(|&i| i != leader.idea));
            Proposition {
                theme: rank[shown.theme],
                text: leader.asked.text.clone(),
                source: leader.idea,
                source_span: corpus.ideas[leader.idea].cut.core.clone(),
                rules: leader.asked.rules.clone(),
                justification: leader.asked.justification.clone(),
                support: census.of(ideas.iter().copied()),
                ideas,
                rank: shown.rank,
            }
        })
        .collect()
}

/// The proposition of each idea, the selected before the annex.
fn supported(propositions: &[Proposition]) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for (number, proposition) in propositions
        .iter()
        .enumerate()
        .filter(|(_, p)| p.rank != Rank::WeakSignal)
        .chain(propositions.iter().enumerate().filter(|(_, p)| p.rank == Rank::WeakSignal))
    {
        for &idea in &proposition.ideas {
            found.entry(idea).or_insert(number);
        }
    }
    found
}

/// Which verbatims open a theme: typical ones of distinct authors, the least typical, those between two themes.
fn places(corpus: &Corpus, voices: &Voices, fates: &Fates, census: &Census<'_>) -> Vec<Place> {
    let mut places = vec![Place::Ordinary; corpus.ideas.len()];
    for theme in 0..fates.themes {
        let mut ideas: Vec<usize> = held(fates, theme)
            .into_iter()
            .filter(|&i| voices.leader[i] == i && corpus.ideas[i].terms.len() >= 4)
            .collect();
        ideas.sort_by(|&a, &b| fates.typicality[b].total_cmp(&fates.typicality[a]).then(a.cmp(&b)));
        let mut heard = BTreeSet::new();
        mark(ideas.iter().copied(), TYPICAL, Place::Typical, &mut places, &mut heard, corpus, census);
        let between = ideas.iter().copied().filter(|&i| fates.second[i].is_some());
        mark(between, BRIDGING, Place::Bridging, &mut places, &mut heard, corpus, census);
        mark(ideas.iter().rev().copied(), MARGINAL, Place::Marginal, &mut places, &mut heard, corpus, census);
    }
    places
}

fn mark(
    ideas: impl Iterator<Item = usize>,
    count: usize,
    place: Place,
    places: &mut [Place],
    heard: &mut BTreeSet<String>,
    corpus: &Corpus,
    census: &Census<'_>,
) {
    let mut left = count;
    for idea in ideas {
        if left == 0 {
            return;
        }
        if places[idea] == Place::Ordinary && heard.insert(census.author(corpus.ideas[idea].contribution)) {
            places[idea] = place;
            left -= 1;
        }
    }
}
