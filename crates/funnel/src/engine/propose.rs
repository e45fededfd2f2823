//! Stage six: demands grouped, a few selected, the others kept in the annex when nothing selected speaks for them.

use super::corpus::{Corpus, Read};
use super::fates::Fates;
use super::meaning::Meaning;
use super::questions::Questions;
use super::voices::Voices;
use crate::kinds::kind;
use crate::outcome::{Input, Kind, Rank, Settings};
use crate::propositions::group::{Demand, Group, Likeness, opposed, stars};
use crate::propositions::select::{Candidate, near_rows, nearness, select};
use crate::support::Census;
use arobase_encoder::Encoder;
use arobase_text::stem::terms;
use std::collections::{BTreeMap, BTreeSet};

/// Weak signals are shown when their words are fit for it.
const FIT_FOR_ANNEX: f32 = 0.7;
/// From this similarity on, two opposite verbs are about the same thing.
const SAME_OBJECT: f64 = 0.45;

/// From this similarity of their own words on, an idea backs a demand. Looked at on the demonstration: above .55 they ask for the same thing;
/// from .40 on they do if they also share at least two words, and 28 % of the shorter of the two.
const BACKS: f32 = 0.40;
const SURELY: f64 = 0.55;
const SHARED: usize = 2;
const OVERLAP: f64 = 0.28;

/// What is proposed.
pub(super) struct Proposed {
    /// Everything that was asked.
    pub all: Vec<Demand>,
    /// Their number.
    pub demands: usize,
    /// Groups shown: the selected ones in display order, then the annex.
    pub shown: Vec<Shown>,
    /// Pairs of `shown` that say the opposite.
    pub controversies: Vec<(usize, usize)>,
    pub coverage_ideas: f64,
    pub coverage_authors: f64,
    pub redundancy: f64,
}

/// A group that is shown.
pub(super) struct Shown {
    pub group: Group,
    /// Ideas that ask for it.
    pub backing: BTreeSet<usize>,
    pub theme: usize,
    pub rank: Rank,
}

impl Proposed {
    #[expect(clippy::too_many_arguments, reason = "the last stage reads what every other found")]
    pub(super) fn choose(
        inputs: &[&Input],
        corpus: &Corpus,
        voices: &Voices,
        meaning: &Meaning,
        fates: &Fates,
        questions: &Questions,
        settings: &Settings,
        encoder: &Encoder,
    ) -> Self {
        let contributions = corpus.contributions();
        let census = Census::new(inputs, &contributions, &voices.campaign);
        let demands = demands(corpus, fates);
        let texts: Vec<&str> = demands.iter().map(|demand| demand.asked.text.as_str()).collect();
        let likeness = Likeness::new(&demands, encoder.encode(&texts));
        let groups = by_question(&demands, fates, questions, &likeness);
        let sources: Vec<usize> =
            groups.iter().map(|group| meaning.row[demands[group.leader].idea].unwrap_or(0)).collect();
        let backings = backings(&groups, &demands, &sources, corpus, voices, meaning);
        let candidates: Vec<Candidate> = groups
            .iter()
            .zip(&backings)
            .map(|(group, backing)| candidate(group, backing, &demands, &census, fates, questions, &likeness))
            .collect();
        let near = nearness(&sources, &meaning.vectors, &voices.weights);
        let places = settings.propositions.unwrap_or_else(|| usual_places(inputs.len()));
        let chosen = select(&candidates, &near, places, questions.count);
        finish(
            demands,
            groups,
            backings,
            candidates,
            &near,
            chosen,
            &Context { corpus, meaning, census: &census, likeness: &likeness },
        )
    }

    pub(super) fn selected(&self) -> usize {
        self.shown.iter().filter(|shown| shown.rank != Rank::WeakSignal).count()
    }

    pub(super) fn annexed(&self) -> usize {
        self.shown.len() - self.selected()
    }
}

/// 1.3 √n, between 12 and 60: 29 for 492 contributions (analysis.md §3.9).
fn usual_places(contributions: usize) -> usize {
    ((1.3 * (contributions as f64).sqrt()).round() as usize).clamp(12, 60)
}

/// Every demand of a classed idea.
fn demands(corpus: &Corpus, fates: &Fates) -> Vec<Demand> {
    let asked = |(idea, read): (usize, &Read)| {
        let classed = fates.theme[idea].is_some();
        read.asked.iter().filter(|_| classed).take(2).cloned().map(|asked| Demand { idea, asked }).collect::<Vec<_>>()
    };
    corpus.ideas.iter().enumerate().flat_map(asked).collect()
}

fn by_question(demands: &[Demand], fates: &Fates, questions: &Questions, likeness: &Likeness) -> Vec<Group> {
    let question = |demand: &Demand| fates.theme[demand.idea].map(|theme| questions.question[theme]);
    (0..questions.count)
        .flat_map(|q| {
            let among: Vec<usize> = (0..demands.len()).filter(|&d| question(&demands[d]) == Some(q)).collect();
            stars(&among, demands, likeness)
        })
        .collect()
}

/// The ideas behind each group: its members, and those whose own words are near those of its source without pulling the other way; all repeat
/// what they repeat.
fn backings(
    groups: &[Group],
    demands: &[Demand],
    sources: &[usize],
    corpus: &Corpus,
    voices: &Voices,
    meaning: &Meaning,
) -> Vec<BTreeSet<usize>> {
    let repeated = repetitions(voices);
    let near = near_rows(sources, &meaning.alone, voices.leaders.len(), BACKS);
    let expand =
        |leaders: BTreeSet<usize>| leaders.iter().flat_map(|leader| repeated[leader].iter().copied()).collect();
    groups
        .iter()
        .zip(near)
        .map(|(group, rows)| {
            let leader = &demands[group.leader];
            let members = group.members.iter().map(|&d| voices.leader[demands[d].idea]);
            let stems: BTreeSet<String> = terms(&leader.asked.text).into_iter().collect();
            let same = |near: f64, idea: &Read| near >= SURELY || overlap(idea, &stems);
            let others = rows.into_iter().filter_map(|(row, near)| {
                let idea = voices.leaders[row];
                (backs(&corpus.ideas[idea], leader) && same(near, &corpus.ideas[idea])).then_some(idea)
            });
            expand(members.chain(others).collect())
        })
        .collect()
}

/// For each idea that stands for itself, itself and those that repeat it.
fn repetitions(voices: &Voices) -> BTreeMap<usize, Vec<usize>> {
    let mut repeated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (idea, &leader) in voices.leader.iter().enumerate() {
        repeated.entry(leader).or_default().push(idea);
    }
    repeated
}

/// Whether an idea with enough words of its own does not say the opposite.
fn backs(idea: &Read, leader: &Demand) -> bool {
    let against = idea
        .asked
        .iter()
        .any(|asked| asked.refused != leader.asked.refused || opposed(&asked.text, &leader.asked.text));
    let refuses = kind(&idea.cut.text, !idea.asked.is_empty()) == Kind::Opposition;
    idea.terms.len() >= 3 && !against && !refuses
}

/// Whether an idea holds enough of a phrase's words.
fn overlap(idea: &Read, stems: &BTreeSet<String>) -> bool {
    let says = |stem: &&String| stem.chars().count() > 2 && stem.chars().all(char::is_alphabetic);
    let own: BTreeSet<&String> = idea.terms.iter().filter(says).collect();
    let shared = own.iter().filter(|stem| stems.contains(**stem)).count();
    shared >= SHARED && shared as f64 >= OVERLAP * own.len().min(stems.len()) as f64
}

fn candidate(
    group: &Group,
    backing: &BTreeSet<usize>,
    demands: &[Demand],
    census: &Census<'_>,
    fates: &Fates,
    questions: &Questions,
    likeness: &Likeness,
) -> Candidate {
    let leader = &demands[group.leader];
    let theme = fates.theme[leader.idea].unwrap_or(0);
    let others: Vec<f64> =
        group.members.iter().filter(|&&d| d != group.leader).map(|&d| likeness.of(group.leader, d)).collect();
    let cohesion = if others.is_empty() { 1.0 } else { others.iter().sum::<f64>() / others.len() as f64 };
    Candidate {
        theme,
        question: questions.question[theme],
        support: census.of(backing.iter().copied()),
        territories: census.territories(backing),
        quality: leader.asked.quality,
        cohesion: cohesion as f32,
    }
}

struct Context<'a> {
    corpus: &'a Corpus,
    meaning: &'a Meaning,
    census: &'a Census<'a>,
    likeness: &'a Likeness,
}

fn finish(
    all: Vec<Demand>,
    groups: Vec<Group>,
    backings: Vec<BTreeSet<usize>>,
    candidates: Vec<Candidate>,
    near: &[Vec<(usize, f64)>],
    chosen: Vec<(usize, Rank)>,
    context: &Context<'_>,
) -> Proposed {
    let sources: Vec<usize> =
        groups.iter().map(|group| context.meaning.row[all[group.leader].idea].unwrap_or(0)).collect();
    let covered: BTreeSet<usize> = chosen.iter().flat_map(|(c, _)| near[*c].iter().map(|(row, _)| *row)).collect();
    let mut order: Vec<(usize, Rank)> = chosen;
    order.sort_by_key(|(c, _)| (candidates[*c].question, std::cmp::Reverse(candidates[*c].support.authors_dedup), *c));
    let taken: BTreeSet<usize> = order.iter().map(|(c, _)| *c).collect();
    let redundancy = redundancy(&order, &groups, context.likeness);
    order.extend(annex(&candidates, &taken, &covered, &sources));
    let shown: Vec<Shown> = order
        .iter()
        .map(|&(c, rank)| Shown {
            group: groups[c].clone(),
            backing: backings[c].clone(),
            theme: candidates[c].theme,
            rank,
        })
        .collect();
    let controversies = controversies(&shown, &all, &candidates, &order, context.likeness);
    let (coverage_ideas, coverage_authors) = coverage(&covered, context);
    Proposed { demands: all.len(), all, shown, controversies, coverage_ideas, coverage_authors, redundancy }
}

/// What nobody among the selected speaks for, best worded first within each question.
fn annex(
    candidates: &[Candidate],
    taken: &BTreeSet<usize>,
    covered: &BTreeSet<usize>,
    sources: &[usize],
) -> Vec<(usize, Rank)> {
    let alone =
        |c: &usize| !taken.contains(c) && candidates[*c].quality >= FIT_FOR_ANNEX && !covered.contains(&sources[*c]);
    let mut found: Vec<usize> = (0..candidates.len()).filter(alone).collect();
    found.sort_by(|&a, &b| {
        let (x, y) = (&candidates[a], &candidates[b]);
        (x.question, y.support.authors_dedup)
            .cmp(&(y.question, x.support.authors_dedup))
            .then(y.quality.total_cmp(&x.quality))
            .then(a.cmp(&b))
    });
    found.into_iter().map(|c| (c, Rank::WeakSignal)).collect()
}

fn controversies(
    shown: &[Shown],
    all: &[Demand],
    candidates: &[Candidate],
    order: &[(usize, Rank)],
    likeness: &Likeness,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for a in 0..shown.len() {
        for b in a + 1..shown.len() {
            let (x, y) = (shown[a].group.leader, shown[b].group.leader);
            let against =
                all[x].asked.refused != all[y].asked.refused || opposed(&all[x].asked.text, &all[y].asked.text);
            let same_question = candidates[order[a].0].question == candidates[order[b].0].question;
            if against && same_question && likeness.of(x, y) >= SAME_OBJECT {
                found.push((a, b));
            }
        }
    }
    found
}

fn redundancy(order: &[(usize, Rank)], groups: &[Group], likeness: &Likeness) -> f64 {
    let leaders: Vec<usize> = order.iter().map(|(c, _)| groups[*c].leader).collect();
    let nearest = |a: usize| leaders.iter().filter(|&&b| b != a).map(|&b| likeness.of(a, b)).fold(0.0, f64::max);
    leaders.iter().map(|&a| nearest(a)).sum::<f64>() / leaders.len().max(1) as f64
}

/// Shares of the ideas with content, and of their authors, that a selected proposition is near.
fn coverage(covered: &BTreeSet<usize>, context: &Context<'_>) -> (f64, f64) {
    let spoken: Vec<usize> = (0..context.corpus.ideas.len())
        .filter(|&i| context.meaning.row[i].is_some() && !context.corpus.ideas[i].empty)
        .collect();
    let held: Vec<usize> =
        spoken.iter().copied().filter(|&i| context.meaning.row[i].is_some_and(|row| covered.contains(&row))).collect();
    let authors = |ideas: &[usize]| {
        ideas
            .iter()
            .map(|&i| context.census.author(context.corpus.ideas[i].contribution))
            .collect::<BTreeSet<_>>()
            .len()
    };
    (held.len() as f64 / spoken.len().max(1) as f64, authors(&held) as f64 / authors(&spoken).max(1) as f64)
}
