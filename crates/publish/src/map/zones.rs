//! The zone of each theme: every place of the map belongs to the theme of the nearest idea, if one is near enough.

use super::atlas::{Place, Spot};
use crate::funnel::path::Num;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Side of a cell, and how far an idea reaches, in the units of the run: neighbours are one apart.
const CELL: f64 = 0.4;
const REACH: f64 = 1.6;

/// What is left between two zones.
const GAP: f64 = 0.14;

/// Most cells across: beyond, they grow.
const MOST: f64 = 240.0;

/// A corner of the outline that stands less than this out of the line between its neighbours is left out, in the units of the drawing.
const STRAIGHT: f64 = 0.45;

/// How far each corner of the grid is from the two nearest themes: that theme, and the distance.
pub(super) struct Grid {
    left: f64,
    bottom: f64,
    cell: f64,
    reach: f64,
    columns: usize,
    rows: usize,
    nearest: Vec<[Option<(usize, f64)>; 2]>,
}

impl Grid {
    pub(super) fn new(spots: &[Spot]) -> Self {
        let edge =
            |of: fn(&Spot) -> f64| spots.iter().map(of).fold((f64::MAX, f64::MIN), |(a, b), at| (a.min(at), b.max(at)));
        let ((left, right), (bottom, top)) = (edge(|spot| spot.at.0), edge(|spot| spot.at.1));
        let cell = ((right - left).max(top - bottom) / MOST).max(CELL);
        let reach = REACH.max(1.5 * cell);
        let margin = reach + 2.0 * cell;
        let across = |length: f64| ((length + 2.0 * margin) / cell).ceil() as usize + 1;
        let (columns, rows) = (across(right - left), across(top - bottom));
        let nearest = vec![[None; 2]; columns * rows];
        let mut grid = Self { left: left - margin, bottom: bottom - margin, cell, reach, columns, rows, nearest };
        for spot in spots {
            grid.stamp(*spot);
        }
        grid
    }

    fn at(&self, column: usize, row: usize) -> Place {
        (self.left + column as f64 * self.cell, self.bottom + row as f64 * self.cell)
    }

    /// Tells every corner around an idea how near it is.
    fn stamp(&mut self, spot: Spot) {
        let far = self.reach + 2.0 * self.cell;
        let from = |at: f64, edge: f64| (((at - far - edge) / self.cell).ceil().max(0.0)) as usize;
        let to = |at: f64, edge: f64| ((at + far - edge) / self.cell).floor() as usize;
        let columns = from(spot.at.0, self.left)..=to(spot.at.0, self.left).min(self.columns - 1);
        for row in from(spot.at.1, self.bottom)..=to(spot.at.1, self.bottom).min(self.rows - 1) {
            for column in columns.clone() {
                let distance = super::atlas::apart(spot.at, self.at(column, row));
                nearer(&mut self.nearest[row * self.columns + column], spot.theme, distance);
            }
        }
    }

    /// How far inside the zone of a theme a corner is; negative outside.
    fn depth(&self, theme: usize, column: usize, row: usize) -> f64 {
        let near = self.nearest[row * self.columns + column];
        let distance =
            |mine: bool| near.iter().flatten().find(|(other, _)| (*other == theme) == mine).map(|found| found.1);
        match (distance(true), distance(false)) {
            (None, _) => -self.reach,
            (Some(own), None) => self.reach - own,
            (Some(own), Some(other)) => (self.reach - own).min((other - own) / 2.0 - GAP),
        }
    }

    /// The outline of the zone of a theme, as path data.
    pub(super) fn outline(&self, theme: usize, draw: impl Fn(Place) -> Place) -> String {
        let mut ends = self.crossings(theme);
        let mut out = String::new();
        while let Some((first, (mut next, place))) = ends.pop_first() {
            let mut ring = vec![draw(place)];
            while next != first {
                let Some((after, place)) = ends.remove(&next) else { break };
                ring.push(draw(place));
                next = after;
            }
            write(&mut out, &straightened(&ring));
        }
        out
    }

    /// From each side of a cell that the outline crosses to the next, with the place where it crosses: the inside on its left.
    fn crossings(&self, theme: usize) -> BTreeMap<Side, (Side, Place)> {
        let depths: Vec<f64> =
            (0..self.columns * self.rows).map(|at| self.depth(theme, at % self.columns, at / self.columns)).collect();
        let mut ends = BTreeMap::new();
        for row in 0..self.rows - 1 {
            for column in 0..self.columns - 1 {
                let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
                let inside = corners.map(|(column, row)| depths[row * self.columns + column] > 0.0);
                for (entry, exit) in steps(inside) {
                    let (entry, exit) = (side(corners, entry), side(corners, exit));
                    let place = self.crossing(&depths, entry);
                    ends.insert(entry, (exit, place));
                }
            }
        }
        ends
    }

    /// Where the outline crosses a side.
    fn crossing(&self, depths: &[f64], side: Side) -> Place {
        let [one, other] = [side.0, side.1];
        let depth = |(column, row): (usize, usize)| depths[row * self.columns + column];
        let share = depth(one) / (depth(one) - depth(other));
        let (from, to) = (self.at(one.0, one.1), self.at(other.0, other.1));
        (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
    }
}

/// The side of a cell, by its two corners, the lesser first.
type Side = ((usize, usize), (usize, usize));

fn side(corners: [(usize, usize); 4], nth: usize) -> Side {
    let (one, other) = (corners[nth], corners[(nth + 1) % 4]);
    (one.min(other), one.max(other))
}

/// The sides by which the outline enters and leaves a cell, its corners and sides being told anticlockwise from the lower left; two ways where opposite corners are inside.
fn steps(inside: [bool; 4]) -> Vec<(usize, usize)> {
    let enters = (0..4).filter(|&nth| inside[nth] && !inside[(nth + 1) % 4]);
    let leaves =
        |from: usize| (1..4).map(|step| (from + 4 - step) % 4).find(|&nth| !inside[nth] && inside[(nth + 1) % 4]);
    enters.filter_map(|from| Some((from, leaves(from)?))).collect()
}

/// Takes note of a theme at a distance, if it is one of the two nearest.
fn nearer(near: &mut [Option<(usize, f64)>; 2], theme: usize, distance: f64) {
    let beats = |held: Option<(usize, f64)>| held.is_none_or(|held| (distance, theme) < (held.1, held.0));
    match near {
        [Some(first), _] if first.0 == theme => first.1 = first.1.min(distance),
        [first, second] if beats(*first) => (*second, *first) = (*first, Some((theme, distance))),
        [_, Some(second)] if second.0 == theme => second.1 = second.1.min(distance),
        [_, second] if beats(*second) => *second = Some((theme, distance)),
        _ => {}
    }
}

/// Without the corners that hardly stand out.
fn straightened(ring: &[Place]) -> Vec<Place> {
    let mut kept: Vec<Place> = Vec::new();
    let mut since = 0;
    for (nth, &place) in ring.iter().enumerate() {
        let next = ring[(nth + 1) % ring.len()];
        let straight =
            kept.last().is_some_and(|&last| ring[since..=nth].iter().all(|&one| out(one, last, next) < STRAIGHT));
        if !straight {
            kept.push(place);
            since = nth + 1;
        }
    }
    kept
}

/// How far a place is out of the line between two others.
fn out(place: Place, from: Place, to: Place) -> f64 {
    let (along, aside) = ((to.0 - from.0, to.1 - from.1), (place.0 - from.0, place.1 - from.1));
    (along.0 * aside.1 - along.1 * aside.0).abs() / super::atlas::apart(from, to).max(1e-9)
}

/// A closed line, each step told from where the one before ended as it was written.
fn write(data: &mut String, ring: &[Place]) {
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let mut last = (0.0, 0.0);
    for (nth, &(x, y)) in ring.iter().enumerate() {
        let (x, y) = (tenth(x), tenth(y));
        let _infallible = match nth {
            0 => write!(data, "M{} {}", Num(x), Num(y)),
            _ => write!(data, "l{} {}", Num(x - last.0), Num(y - last.1)),
        };
        last = (x, y);
    }
    data.push('z');
}
