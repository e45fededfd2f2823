//! Discs that do not overlap, seats on rings, and one map turned onto another.

use std::f64::consts::{PI, TAU};

/// A place on the map.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Upwards.
    pub y: f64,
}

impl Point {
    fn less(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }

    fn plus(self, other: Self, times: f64) -> Self {
        Self { x: self.x + times * other.x, y: self.y + times * other.y }
    }

    fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

/// Space left between two discs.
const GAP: f64 = 1.6;

/// Rounds of pushing, and how much of the way to the middle a disc goes in each.
const ROUNDS: usize = 400;
const PULL: f64 = 0.01;

/// Seats on a ring; the first ring is one seat, in the middle.
pub(super) fn room(ring: usize) -> usize {
    if ring == 0 { 1 } else { 6 * ring }
}

/// Radius of a disc of so many ideas.
pub(super) fn radius(ideas: usize) -> f64 {
    let (mut rings, mut seats) = (0, 0);
    while seats < ideas {
        seats += room(rings);
        rings += 1;
    }
    rings.max(1) as f64
}

/// The place of seat `rank` of `taken` on a ring; angles rise with ranks from −π.
pub(super) fn seat(ring: usize, rank: usize, taken: usize) -> Point {
    let angle = TAU * (rank as f64 + 0.5) / taken as f64 - PI;
    Point { x: ring as f64 * libm::cos(angle), y: ring as f64 * libm::sin(angle) }
}

/// Discs near `wished` (scaled so that they just have room) that do not overlap: pushed apart two by two, drawn gently to the middle.
pub(super) fn apart(wished: &[Point], radii: &[f64]) -> Vec<Point> {
    let area: f64 = radii.iter().map(|r| r * r).sum();
    let spread = wished.iter().map(|p| p.x * p.x + p.y * p.y).sum::<f64>() / wished.len().max(1) as f64;
    let scale = if spread > 0.0 { (area / spread).sqrt() } else { 1.0 };
    let mut at: Vec<Point> = wished.iter().map(|p| Point { x: p.x * scale, y: p.y * scale }).collect();
    for round in 0..ROUNDS {
        if round < ROUNDS / 2 {
            for p in &mut at {
                *p = p.plus(*p, -PULL);
            }
        }
        push(&mut at, radii);
    }
    // What rounds left to overlap is scaled away.
    let need = |(a, b): (usize, usize)| (radii[a] + radii[b] + GAP / 2.0) / at[a].less(at[b]).length().max(1e-9);
    let most = pairs(at.len()).map(need).fold(1.0, f64::max);
    at.iter().map(|p| Point { x: p.x * most, y: p.y * most }).collect()
}

fn push(at: &mut [Point], radii: &[f64]) {
    for (a, b) in pairs(at.len()) {
        let between = at[a].less(at[b]);
        let (length, wanted) = (between.length(), radii[a] + radii[b] + GAP);
        if length < wanted {
            // Two discs in one place go apart along a direction of their own.
            let along = if length > 1e-6 { between } else { seat(1, a, at.len().max(1)) };
            let step = (wanted - length) / along.length() / 2.0;
            let lighter = radii[b] * radii[b] / (radii[a] * radii[a] + radii[b] * radii[b]);
            at[a] = at[a].plus(along, 2.0 * step * lighter);
            at[b] = at[b].plus(along, -2.0 * step * (1.0 - lighter));
        }
    }
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(|a| (0..a).map(move |b| (a, b)))
}

/// Turns and mirrors `points` about their middle to stand as near as they can to `former` (orthogonal Procrustes, without scaling), where
/// the former place is known. Fewer than two known places change nothing.
pub fn align(points: &[Point], former: &[Option<Point>]) -> Vec<Point> {
    let known: Vec<(Point, Point)> = points.iter().zip(former).filter_map(|(&p, f)| f.map(|f| (p, f))).collect();
    if known.len() < 2 {
        return points.to_vec();
    }
    let (from, to) = (middle(known.iter().map(|pair| pair.0)), middle(known.iter().map(|pair| pair.1)));
    let known: Vec<(Point, Point)> = known.iter().map(|&(p, f)| (p.less(from), f.less(to))).collect();
    let one = rotation(&known, 1.0);
    let mirrored = rotation(&known, -1.0);
    let (turn, side) = if mirrored.1 > one.1 { (mirrored.0, -1.0) } else { (one.0, 1.0) };
    let moved = |p: &Point| {
        let p = p.less(from);
        let p = Point { x: p.x, y: p.y * side };
        Point { x: to.x + turn.x * p.x - turn.y * p.y, y: to.y + turn.y * p.x + turn.x * p.y }
    };
    points.iter().map(moved).collect()
}

fn middle(points: impl Iterator<Item = Point> + Clone) -> Point {
    let count = points.clone().count().max(1) as f64;
    points.fold(Point::default(), |sum, p| sum.plus(p, 1.0 / count))
}

/// Cosine and sine of the best turn, the first points mirrored if `side` is −1, and how well it fits.
fn rotation(pairs: &[(Point, Point)], side: f64) -> (Point, f64) {
    let cos: f64 = pairs.iter().map(|(p, f)| p.x * f.x + side * p.y * f.y).sum();
    let sin: f64 = pairs.iter().map(|(p, f)| p.x * f.y - side * p.y * f.x).sum();
    let length = Point { x: cos, y: sin }.length();
    if length > 0.0 { (Point { x: cos / length, y: sin / length }, length) } else { (Point { x: 1.0, y: 0.0 }, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirrored_and_turned_map_comes_back() {
        let points = [(0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (9.0, 3.0)].map(|(x, y)| Point { x, y });
        let former = points.map(|p| Some(Point { x: -p.y + 2.0, y: -p.x - 1.0 }));
        for (found, former) in align(&points, &former).iter().zip(former.iter().flatten()) {
            assert!(found.less(*former).length() < 1e-9, "{found:?} {former:?}");
        }
        assert_eq!(align(&points, &[None; 4]), points);
    }

    #[test]
    fn rings_hold_one_then_six_then_twelve() {
        assert_eq!([1, 7, 8, 19, 20].map(|ideas| radius(ideas) as usize), [1, 2, 3, 3, 4]);
    }
}
