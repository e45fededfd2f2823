//! Stage six: demands grouped, a few selected, the others kept in the annex when nothing selected speaks for them.

mod backing;
mod figures;

use self::backing::Backing;
use super::Found;
use crate::outcome::{Rank, Settings};
use crate::propositions::aim::Aim;
use crate::propositions::group::{Demand, Group, group};
use crate::propositions::likeness::Likeness;
use crate::propositions::opposite::Pull;
use crate::propositions::select::{Candidate, NEAR, near_rows, nearness, select};
use crate::quantise::Similarity;
use crate::support::Census;
use arobase_encoder::{Encode, EncodeError};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Weak signals are shown when their words are fit for it.
const FIT_FOR_ANNEX: f32 = 0.7;
/// Groups among which the selection is made, and shown ones whose opposites are looked for: enough for any corpus of some thousands of
/// contributions to be treated whole.
const SHORTLIST: usize = 4_000;
const DEBATED: usize = 4_000;
/// Demands from which on there are enough well worded ones.
const PLENTY: usize = 40_000;
/// From this similarity on, two opposite verbs are about the same thing.
const SAME_OBJECT: f64 = 0.45;

/// What is proposed.
pub(super) struct Proposed {
    /// Everything that was asked.
    pub demands: Vec<Demand>,
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
    /// The demand whose words are shown.
    pub leader: usize,
    /// Ideas that want it.
    pub backing: BTreeSet<usize>,
    pub theme: usize,
    pub question: usize,
    pub rank: Rank,
}

impl Proposed {
    pub(super) fn choose(found: &Found<'_>, settings: &Settings, encoder: &dyn Encode) -> Result<Self, EncodeError> {
        let contributions = found.corpus.contributions();
        let census = Census::new(found.inputs, &contributions, &found.voices.campaign);
        let demands = demands(found);
        let texts: Vec<&str> = demands.iter().map(|demand| demand.asked.text.as_str()).collect();
        let likeness = Likeness::new(&demands, &encoder.encode(&texts)?);
        let groups = by_question(&demands, found, &likeness);
        let sources: Vec<usize> =
            groups.iter().map(|group| found.meaning.row[demands[group.leader].idea].unwrap_or(0)).collect();
        let shortlist = shortlist(&groups, &demands, found);
        let backings = backing::backings(&groups, &shortlist, &demands, &sources, found);
        let candidates: Vec<Candidate> = groups
            .par_iter()
            .zip(&backings)
            .map(|(group, backing)| candidate(group, backing, &demands, &census, found, &likeness))
            .collect();
        let mut order = selection(&candidates, &shortlist, &sources, found, settings);
        let covered = covered(&order, &sources, found);
        let redundancy =
            figures::redundancy(&order.iter().map(|&(c, _)| groups[c].leader).collect::<Vec<_>>(), &likeness);
        let spoken_for: BTreeSet<usize> = order.iter().flat_map(|&(c, _)| backings[c].same.iter().copied()).collect();
        let alone = |c: usize| !spoken_for.contains(&found.voices.leader[demands[groups[c].leader].idea]);
        let annex = annex(&candidates, &order, &nearest(&order, &sources, found), &sources, alone);
        order.extend(annex);
        let show = |&(c, rank): &(usize, Rank)| Shown {
            leader: groups[c].leader,
            backing: backings[c].same.clone(),
            theme: candidates[c].theme,
            question: candidates[c].question,
            rank,
        };
        let shown: Vec<Shown> = order.iter().map(show).collect();
        let controversies = controversies(&shown, &demands, &likeness);
        let (coverage_ideas, coverage_authors) = figures::coverage(&covered, found, &census);
        Ok(Self { demands, shown, controversies, coverage_ideas, coverage_authors, redundancy })
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

/// The two best demands of every classed idea; above [`PLENTY`], those fit to be shown only: the others back them by nearness.
fn demands(found: &Found<'_>) -> Vec<Demand> {
    let classed = found.corpus.ideas.iter().enumerate().filter(|&(idea, _)| found.fates.theme[idea].is_some());
    let all = classed.flat_map(|(idea, read)| read.asked.iter().take(2).map(move |asked| (idea, asked)));
    let plenty = all.clone().count() > PLENTY;
    let fit = all.filter(|(_, asked)| !plenty || asked.quality >= FIT_FOR_ANNEX);
    fit.map(|(idea, asked)| Demand { idea, asked: asked.clone() }).collect()
}

fn by_question(demands: &[Demand], found: &Found<'_>, likeness: &Likeness) -> Vec<Group> {
    let mut by_theme = vec![Vec::new(); found.fates.themes];
    for (d, demand) in demands.iter().enumerate() {
        by_theme[found.fates.theme[demand.idea].unwrap_or(0)].push(d);
    }
    let themes = |q: usize| -> Vec<Vec<usize>> {
        (0..found.fates.themes).filter(|&t| found.questions.question[t] == q).map(|t| by_theme[t].clone()).collect()
    };
    (0..found.questions.count).flat_map(|q| group(&themes(q), demands, likeness)).collect()
}

/// Groups that may be selected: all of them up to [`SHORTLIST`]; above, the best of each theme in turn.
fn shortlist(groups: &[Group], demands: &[Demand], found: &Found<'_>) -> Vec<usize> {
    let theme = |g: usize| found.fates.theme[demands[groups[g].leader].idea];
    let weight = |g: usize| f64::from(demands[groups[g].leader].asked.quality) * groups[g].members.len() as f64;
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|&a, &b| theme(a).cmp(&theme(b)).then(weight(b).total_cmp(&weight(a))).then(a.cmp(&b)));
    let mut rank = 0;
    let mut ranked: Vec<(usize, usize)> = Vec::with_capacity(order.len());
    for (at, &g) in order.iter().enumerate() {
        rank = if at > 0 && theme(order[at - 1]) == theme(g) { rank + 1 } else { 0 };
        ranked.push((rank, g));
    }
    ranked.sort_unstable();
    ranked.truncate(SHORTLIST);
    let mut kept: Vec<usize> = ranked.into_iter().map(|(_, g)| g).collect();
    kept.sort_unstable();
    kept
}

/// The groups selected, question by question, best supported first.
fn selection(
    candidates: &[Candidate],
    shortlist: &[usize],
    sources: &[usize],
    found: &Found<'_>,
    settings: &Settings,
) -> Vec<(usize, Rank)> {
    let short: Vec<Candidate> = shortlist.iter().map(|&g| candidates[g].clone()).collect();
    let asked: Vec<usize> = shortlist.iter().map(|&g| sources[g]).collect();
    let near = nearness(&asked, &found.meaning.vectors, &found.voices.weights);
    let places = settings.propositions.unwrap_or_else(|| usual_places(found.inputs.len()));
    let chosen = select(&short, &near, places, found.questions.count);
    let mut order: Vec<(usize, Rank)> = chosen.into_iter().map(|(c, rank)| (shortlist[c], rank)).collect();
    let support = |c: usize| Reverse((candidates[c].wanted, candidates[c].support.authors_dedup));
    order.sort_by_key(|&(c, _)| (candidates[c].question, support(c), c));
    order
}

/// Rows near at least one selected source.
fn covered(order: &[(usize, Rank)], sources: &[usize], found: &Found<'_>) -> BTreeSet<usize> {
    let asked: Vec<usize> = order.iter().map(|&(c, _)| sources[c]).collect();
    let rows: Vec<usize> = (0..found.voices.leaders.len()).collect();
    near_rows(&asked, &found.meaning.vectors, &rows, NEAR).into_iter().flatten().map(|(row, _)| row).collect()
}

fn candidate(
    group: &Group,
    backing: &Backing,
    demands: &[Demand],
    census: &Census<'_>,
    found: &Found<'_>,
    likeness: &Likeness,
) -> Candidate {
    let leader = &demands[group.leader];
    let theme = found.fates.theme[leader.idea].unwrap_or(0);
    let others: Vec<f64> =
        group.members.iter().filter(|&&d| d != group.leader).map(|&d| likeness.of(group.leader, d)).collect();
    let cohesion = if others.is_empty() { 1.0 } else { others.iter().sum::<f64>() / others.len() as f64 };
    Candidate {
        theme,
        question: found.questions.question[theme],
        support: census.of(backing.heard.iter().copied()),
        aim: Aim::of(&leader.asked.text),
        wanted: census.of(backing.same.iter().copied()).authors_dedup,
        territories: census.territories(&backing.heard),
        quality: leader.asked.quality,
        cohesion: cohesion as f32,
    }
}

/// What nobody among the selected asks: within each question, what several ask before what one does, the newest first.
fn annex(
    candidates: &[Candidate],
    selected: &[(usize, Rank)],
    nearest: &BTreeMap<usize, Similarity>,
    sources: &[usize],
    alone: impl Fn(usize) -> bool,
) -> Vec<(usize, Rank)> {
    let taken: BTreeSet<usize> = selected.iter().map(|&(c, _)| c).collect();
    let near = |c: usize| nearest.get(&sources[c]).copied().unwrap_or_default();
    let fit = |&c: &usize| !taken.contains(&c) && candidates[c].quality >= FIT_FOR_ANNEX && alone(c);
    let mut found: Vec<usize> = (0..candidates.len()).filter(fit).collect();
    let several = |c: usize| candidates[c].support.authors_dedup >= 2;
    found.sort_by_key(|&c| (candidates[c].question, Reverse(several(c)), near(c), c));
    found.into_iter().map(|c| (c, Rank::WeakSignal)).collect()
}

/// For each source, how near the nearest selected one is: novelty is what is left (analysis.md §3.9).
fn nearest(order: &[(usize, Rank)], sources: &[usize], found: &Found<'_>) -> BTreeMap<usize, Similarity> {
    let chosen: Vec<usize> = order.iter().map(|&(c, _)| sources[c]).collect();
    let mut rows = sources.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let mut nearest = BTreeMap::new();
    for (row, near) in near_rows(&chosen, &found.meaning.vectors, &rows, 0.0).into_iter().flatten() {
        let near = Similarity::of(near as f32);
        nearest.entry(row).and_modify(|best: &mut Similarity| *best = near.max(*best)).or_insert(near);
    }
    nearest
}

/// Pairs under one question, about the same thing, that pull opposite ways; one of the two at least among the first of its question, which
/// together make [`DEBATED`].
fn controversies(shown: &[Shown], demands: &[Demand], likeness: &Likeness) -> Vec<(usize, usize)> {
    let pulls: Vec<Pull> = shown.iter().map(|one| Pull::of(&demands[one.leader].asked)).collect();
    let mut asked: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    shown.iter().enumerate().for_each(|(at, one)| asked.entry(one.question).or_default().push(at));
    let share = if shown.len() <= DEBATED { DEBATED } else { DEBATED / asked.len() };
    let opposite =
        |a: usize, b: usize| pulls[a].against(pulls[b]) && likeness.of(shown[a].leader, shown[b].leader) >= SAME_OBJECT;
    let firsts: Vec<(&[usize], usize)> =
        asked.values().flat_map(|among| (0..among.len().min(share)).map(move |at| (among.as_slice(), at))).collect();
    let of = |&(among, at): &(&[usize], usize)| {
        let (a, others) = (among[at], &among[at + 1..]);
        others.iter().filter(move |&&b| opposite(a, b)).map(|&b| (a, b)).collect::<Vec<_>>()
    };
    let mut pairs: Vec<(usize, usize)> = firsts.par_iter().flat_map_iter(of).collect();
    pairs.sort_unstable();
    pairs
}
