//! « Split this theme in two, in three », with the labels of the parts.

use crate::engine::Found;
use crate::engine::questions::spoken;
use crate::study::Split;
use crate::themes::{self, split_all};
use crate::wording::keyness::{Spoken, key_phrases};
use crate::wording::label;

/// Numbers of parts offered.
const PARTS: [usize; 2] = [2, 3];

pub(super) fn splits(found: &Found<'_>, rank: &[usize], seed: u64) -> Vec<Split> {
    let fates = found.fates;
    let placed = &fates.found.placements;
    let rows: Vec<Vec<u32>> = (0..fates.themes as u32)
        .map(|theme| (0..placed.len() as u32).filter(|&row| placed[row as usize].theme == Some(theme)).collect())
        .collect();
    let parts = split_all(found.graph, &found.voices.weights, &rows, &PARTS, seed);
    let mut order: Vec<usize> = (0..fates.themes).collect();
    order.sort_by_key(|&theme| rank[theme]);
    let of = |theme: usize| {
        let ways: Vec<_> = parts[theme].iter().flatten().collect();
        let best = suggested(&ways, placed.len());
        let shown = |(way, split): (usize, &themes::Split)| {
            let part = spread(found, theme, &rows[theme], &split.part);
            let (labels, quality, suggested) = (labels(found, &part), split.quality, best == Some(way));
            Split { theme: rank[theme], labels, part, quality, suggested }
        };
        ways.into_iter().enumerate().map(shown).collect::<Vec<_>>()
    };
    order.into_iter().flat_map(of).collect()
}

/// The stablest of the `ways` to split a theme whose parts stand by themselves among so many ideas, the first among equals.
fn suggested(ways: &[&themes::Split], ideas: usize) -> Option<usize> {
    let sound = (0..ways.len()).filter(|&way| ways[way].stands(ideas));
    sound.reduce(|best, way| if ways[way].stability > ways[best].stability { way } else { best })
}

/// What leaders got, their repetitions get.
fn spread(found: &Found<'_>, theme: usize, rows: &[u32], part: &[u32]) -> Vec<(usize, u32)> {
    let of = |row: usize| rows.binary_search(&(row as u32)).ok().map(|at| part[at]);
    let held = (0..found.corpus.ideas.len()).filter(|&i| found.fates.theme[i] == Some(theme));
    held.filter_map(|i| Some((i, of(found.meaning.row[i]?)?))).collect()
}

/// What tells each part from the others.
fn labels(found: &Found<'_>, part: &[(usize, u32)]) -> Vec<String> {
    let mut group = vec![None; found.corpus.ideas.len()];
    for &(idea, part) in part {
        group[idea] = Some(part as usize);
    }
    let count = part.iter().map(|(_, part)| *part as usize + 1).max().unwrap_or(0);
    let spoken: Vec<Spoken<'_>> = spoken(found.corpus, found.voices, found.phrases, &group)
        .into_iter()
        .filter(|one| one.group.is_some())
        .collect();
    let mut sizes = vec![0; count];
    spoken.iter().filter_map(|one| one.group).for_each(|part| sizes[part] += 1);
    label::labels(&key_phrases(count, &spoken, found.phrases), &sizes, &vec![0; count])
        .into_iter()
        .map(|label| label.text)
        .collect()
}
