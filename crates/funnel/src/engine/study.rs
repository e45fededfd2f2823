//! Last stage but one: what helps an analyst judge the themes.

mod said;
mod splits;

use super::Found;
use crate::map::{self, Located};
use crate::metrics::{adjusted_mutual_information, adjusted_rand};
use crate::outcome::{Settings, Status};
use crate::random::stage_seed;
use crate::reinert::reinert;
use crate::study::{Reinert, Rung, Study};
use said::Speech;

/// Most ideas for which partitions and splits are kept, and segments that Reinert's method takes.
const SPLIT: usize = 20_000;
const SEGMENTS: usize = 5_000;

/// Words with a meaning that make a segment, once repetitions and small words are gone.
const SEGMENT_TERMS: usize = 20;

/// Classes that Reinert's method is asked for.
const FEWEST: usize = 4;
const MOST: usize = 12;

/// Studies the themes; `rank` is the display number of each.
pub(super) fn study(found: &Found<'_>, rank: &[usize], settings: &Settings) -> Study {
    let speech = Speech::of(found);
    let theme: Vec<Option<usize>> = found.fates.theme.iter().map(|theme| theme.map(|theme| rank[theme])).collect();
    let small = found.corpus.ideas.len() <= SPLIT;
    let (zones, points) = drawn(found, rank);
    Study {
        profiles: speech.profiles(found.fates.themes, &theme),
        ladder: ladder(found, small),
        splits: if small { splits::splits(found, rank, stage_seed(settings.seed, "splits")) } else { Vec::new() },
        reinert: (found.voices.leaders.len() <= SEGMENTS).then(|| second_opinion(found, &theme, &speech)),
        zones,
        points,
        nearest: nearest(found, rank),
    }
}

/// A value for each idea, from one for each row of the vectors.
fn by_idea<T>(found: &Found<'_>, of_row: impl Fn(usize) -> T) -> Vec<Option<T>> {
    let spoken = |(idea, row): (usize, &Option<usize>)| row.filter(|_| !found.corpus.ideas[idea].empty).map(&of_row);
    found.meaning.row.iter().enumerate().map(spoken).collect()
}

fn ladder(found: &Found<'_>, small: bool) -> Vec<Rung> {
    let themes = &found.fates.found;
    let rung = |(rung, partition): (&crate::themes::Rung, &Option<Vec<Option<u32>>>)| Rung {
        resolution: rung.resolution,
        themes: rung.themes,
        stability: rung.stability,
        modularity: rung.quality,
        kept: (rung.resolution - themes.resolution).abs() < 1e-12,
        communities: partition
            .as_ref()
            .filter(|_| small)
            .map(|partition| by_idea(found, |row| partition[row]).into_iter().map(Option::flatten).collect())
            .unwrap_or_default(),
    };
    themes.ladder.iter().zip(&themes.partitions).map(rung).collect()
}

fn second_opinion(found: &Found<'_>, theme: &[Option<usize>], speech: &Speech<'_>) -> Reinert {
    let (bags, segment) = segments(found);
    let by_segment = reinert(&bags, found.fates.themes.clamp(FEWEST, MOST));
    let by_row: Vec<Option<u32>> = segment.iter().map(|&segment| by_segment[segment]).collect();
    let class: Vec<Option<u32>> = by_idea(found, |row| by_row[row]).into_iter().map(Option::flatten).collect();
    let count = class.iter().flatten().max().map_or(0, |&last| last as usize + 1);
    let both = found.voices.leaders.iter().filter_map(|&i| Some((class[i]?, theme[i]? as u32)));
    let (ours, theirs): (Vec<u32>, Vec<u32>) = both.unzip();
    let group: Vec<Option<usize>> = class.iter().map(|class| class.map(|class| class as usize)).collect();
    let mut sizes = vec![0; count];
    group.iter().flatten().for_each(|&class| sizes[class] += 1);
    let enough = ours.len() > 1;
    Reinert {
        profiles: speech.profiles(count, &group),
        sizes,
        ami: if enough { adjusted_mutual_information(&ours, &theirs) } else { 0.0 },
        ari: if enough { adjusted_rand(&ours, &theirs) } else { 0.0 },
        class,
    }
}

/// The method's segments, of some forty words: ideas that follow each other in a contribution, until they hold enough words. The bag of each, and
/// the segment of each row of the vectors.
fn segments(found: &Found<'_>) -> (Vec<Vec<String>>, Vec<usize>) {
    let (mut bags, mut segment): (Vec<Vec<String>>, Vec<usize>) = Default::default();
    let mut last = None;
    for &idea in &found.voices.leaders {
        let read = &found.corpus.ideas[idea];
        let stems = read.terms.iter().map(str::to_owned);
        match bags.last_mut().filter(|bag| last == Some(read.contribution) && bag.len() < SEGMENT_TERMS) {
            Some(bag) => bag.extend(stems),
            None => bags.push(stems.collect()),
        }
        last = Some(read.contribution);
        segment.push(bags.len() - 1);
    }
    (bags, segment)
}

/// The zones in display order, and the points of the ideas.
fn drawn(found: &Found<'_>, rank: &[usize]) -> (Vec<map::Zone>, Vec<Option<map::Point>>) {
    let located = |idea: usize| {
        let theme = found.fates.theme[idea].filter(|_| found.meaning.row[idea].is_some())?;
        Some(Located { theme, typicality: found.fates.typicality[idea] })
    };
    let ideas: Vec<_> = (0..found.corpus.ideas.len()).map(located).collect();
    let vector =
        |idea: usize| found.meaning.row[idea].map(|row| found.meaning.vectors.row(row).collect()).unwrap_or_default();
    let map = map::map(&found.fates.centroids, &ideas, vector);
    let mut zones = vec![map::Zone::default(); rank.len()];
    rank.iter().zip(map.zones).for_each(|(&shown, zone)| zones[shown] = zone);
    (zones, map.points)
}

fn nearest(found: &Found<'_>, rank: &[usize]) -> Vec<Vec<(usize, f64)>> {
    let shown = |&(theme, share): &(u32, f64)| (rank[theme as usize], share);
    let of_row = |row: usize| found.fates.found.placements[row].nearest.iter().map(shown).collect();
    let waiting = |(nearest, status): (Option<Vec<(usize, f64)>>, &Status)| {
        nearest.filter(|_| *status == Status::ToSort).unwrap_or_default()
    };
    by_idea(found, of_row).into_iter().zip(&found.fates.status).map(waiting).collect()
}
