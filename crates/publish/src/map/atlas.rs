//! Where everything stands on the map of the ideas, as people have classed them.
//!
//! An idea stays where its run put it, by what its words say; the zone around it is that of the theme that it is in today. What people moved is thus seen: it lies
//! among its neighbours, in a zone of its own.

use arobase_domain::{Analysis, Idea, IdeaId, Rank, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// A place, in the units of the run; y grows upwards.
pub(super) type Place = (f64, f64);

/// An idea on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// Rank of its theme.
    pub(super) theme: usize,
    pub(super) at: Place,
    pub(super) mark: Mark,
}

/// What tells some ideas from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    /// The same words came from many.
    Campaign,
    /// What few people said.
    Weak,
}

/// Cosine and sine of the golden angle: seats that it parts never stand in rows.
const GOLDEN: (f64, f64) = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_6);

/// Space that an idea has, in the units of the run.
const ROOM: f64 = 0.6;

/// Most ideas that are asked for the middle of a theme.
const ASKED: usize = 400;

/// Every idea that is in a theme, by theme, then in the order of the run.
pub(super) fn spots(analysis: &Analysis) -> Vec<Spot> {
    let ranks: BTreeMap<&ThemeId, usize> =
        analysis.themes.iter().zip(0..).map(|(theme, rank)| (&theme.id, rank)).collect();
    let weak = weak(analysis);
    let mut known: Vec<Vec<(Place, Mark)>> = vec![Vec::new(); ranks.len()];
    let mut lost: Vec<Vec<Mark>> = vec![Vec::new(); ranks.len()];
    let places = analysis.study.map.points.iter().copied().chain(std::iter::repeat(None));
    for (idea, place) in analysis.ideas.iter().zip(places) {
        let Some(&theme) = idea.theme.as_ref().and_then(|theme| ranks.get(theme)) else { continue };
        match place {
            Some(place) => known[theme].push((place, mark(idea, &weak))),
            None => lost[theme].push(mark(idea, &weak)),
        }
    }
    if known.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    seat(&mut known, lost);
    let spot = |(theme, placed): (usize, Vec<(Place, Mark)>)| {
        placed.into_iter().map(move |(at, mark)| Spot { theme, at, mark })
    };
    known.into_iter().enumerate().flat_map(spot).collect()
}

fn weak(analysis: &Analysis) -> BTreeSet<&str> {
    let annexed = analysis.propositions.iter().filter(|one| one.rank == Rank::WeakSignal);
    annexed.flat_map(|one| one.ideas.iter().chain([&one.source])).map(IdeaId::as_str).collect()
}

fn mark(idea: &Idea, weak: &BTreeSet<&str>) -> Mark {
    if idea.campaign.is_some() {
        Mark::Campaign
    } else if weak.contains(idea.id.as_str()) {
        Mark::Weak
    } else {
        Mark::None
    }
}

/// Gives a seat to the ideas that the run had in no theme: around the middle of theirs, or below the map when the whole theme is new.
fn seat(known: &mut [Vec<(Place, Mark)>], lost: Vec<Vec<Mark>>) {
    let all = || known.iter().flatten().map(|(place, _)| *place);
    let (left, bottom) = all().fold((f64::MAX, f64::MAX), |(x, y), place| (x.min(place.0), y.min(place.1)));
    let mut next = left;
    for (theme, marks) in lost.into_iter().enumerate() {
        let (mut centre, held) = middle(&known[theme].iter().map(|(place, _)| *place).collect::<Vec<_>>());
        let radius = ROOM * ((held + marks.len()) as f64).sqrt();
        if held == 0 && !marks.is_empty() {
            centre = (next + radius, bottom - radius - 4.0);
            next += 2.0 * radius + 4.0;
        }
        let (many, mut turn) = (marks.len() as f64, (1.0, 0.0));
        for (rank, mark) in marks.into_iter().enumerate() {
            let far = radius * ((rank as f64 + 0.5) / many).sqrt();
            known[theme].push(((centre.0 + far * turn.0, centre.1 + far * turn.1), mark));
            turn = (turn.0 * GOLDEN.0 - turn.1 * GOLDEN.1, turn.0 * GOLDEN.1 + turn.1 * GOLDEN.0);
        }
    }
}

/// Where most of some places are, and how many are around there: the mean of those around the place that has the others nearest, what is far counting alike however far.
pub(super) fn middle(places: &[Place]) -> (Place, usize) {
    let step = places.len().div_ceil(ASKED).max(1);
    let asked: Vec<Place> = places.iter().copied().step_by(step).collect();
    let reach = 2.0 * ROOM * (places.len() as f64).sqrt() + 1.0;
    let far = |one: Place| asked.iter().map(|other| apart(one, *other).min(reach)).sum::<f64>();
    let best =
        asked.iter().map(|place| (far(*place), *place)).reduce(|best, one| if one.0 < best.0 { one } else { best });
    let Some((_, best)) = best else { return ((0.0, 0.0), 0) };
    let around: Vec<Place> = places.iter().copied().filter(|place| apart(best, *place) < reach).collect();
    let sum = around.iter().fold((0.0, 0.0), |sum, place| (sum.0 + place.0, sum.1 + place.1));
    let many = around.len() as f64;
    ((sum.0 / many, sum.1 / many), around.len())
}

/// How far two places are.
pub(super) fn apart(one: Place, other: Place) -> f64 {
    let (x, y) = (one.0 - other.0, one.1 - other.1);
    (x * x + y * y).sqrt()
}
