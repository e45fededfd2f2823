//! A map of the ideas: themes placed by what is between them, ideas in rings around the middle of their theme (analysis.md §3.13).
//!
//! A theme stands where the two first principal axes of the themes' centres put it, moved as little as it takes for none to cover another.
//! Inside, the most typical ideas are in the middle; an idea leans to the side of the map that it is nearer to. All that is
//! arithmetic on the centres: the same ideas give the same map, and one idea more moves little.

mod place;
mod principal;

pub use place::{Point, align};

use arobase_encoder::Matrix;
use principal::principal;

/// A theme on the map: a disc that holds its ideas, one unit of area or so for each.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Zone {
    /// Its centre.
    pub centre: Point,
    /// Its radius; ideas stand at least one unit apart.
    pub radius: f64,
}

/// Where everything stands. The unit is the distance between two neighbouring ideas; y grows upwards.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Map {
    /// One for each theme.
    pub zones: Vec<Zone>,
    /// One for each idea; `None` without a theme.
    pub points: Vec<Option<Point>>,
}

/// What is known of an idea that has a theme.
#[derive(Debug, Clone, Copy)]
pub struct Located {
    /// Its theme.
    pub theme: usize,
    /// Mean similarity to its theme: the highest stand in the middle.
    pub typicality: f64,
}

/// Draws up the map. `centroids` has a row for each theme; ideas without theme are `None`, `vector` gives that of one of the others.
pub fn map(centroids: &Matrix, ideas: &[Option<Located>], vector: impl Fn(usize) -> Vec<f32>) -> Map {
    let axes = principal(centroids);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); centroids.rows()];
    for (at, idea) in ideas.iter().enumerate() {
        if let Some(idea) = idea {
            members[idea.theme].push(at);
        }
    }
    let radii: Vec<f64> = members.iter().map(|members| place::radius(members.len())).collect();
    let centres = place::apart(&axes.positions, &radii);
    let zones: Vec<Zone> = centres.iter().zip(radii).map(|(&centre, radius)| Zone { centre, radius }).collect();
    let mut points = vec![None; ideas.len()];
    for (theme, members) in members.iter().enumerate() {
        let angle = |at: usize| axes.angle(&vector(at), centroids.row(theme));
        for (at, offset) in rings(ideas, members, angle) {
            let Point { x, y } = zones[theme].centre;
            points[at] = Some(Point { x: x + offset.x, y: y + offset.y });
        }
    }
    Map { zones, points }
}

/// The ideas of a theme with their offsets from its centre: filled ring after ring by falling typicality, each ring ordered by the side leant to.
fn rings(ideas: &[Option<Located>], members: &[usize], angle: impl Fn(usize) -> f64) -> Vec<(usize, Point)> {
    let mut order: Vec<(f64, f64, usize)> =
        members.iter().filter_map(|&at| ideas[at].map(|idea| (idea.typicality, angle(at), at))).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let mut placed = Vec::with_capacity(order.len());
    let (mut start, mut ring) = (0, 0);
    while start < order.len() {
        let end = (start + place::room(ring)).min(order.len());
        order[start..end].sort_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)));
        let seat = |(rank, idea): (usize, &(f64, f64, usize))| (idea.2, place::seat(ring, rank, end - start));
        placed.extend(order[start..end].iter().enumerate().map(seat));
        (start, ring) = (end, ring + 1);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Draws;

    /// Ideas around three centres of ten dimensions.
    fn cloud(count: usize) -> (Matrix, Vec<(usize, Vec<f32>)>) {
        let mut draws = Draws::new(3);
        let centres: Vec<Vec<f32>> =
            (0..3).map(|t| (0..10).map(|d| if d == t { 1.0 } else { 0.1 }).collect()).collect();
        let ideas = (0..count).map(|at| {
            let theme = at % 3;
            (theme, centres[theme].iter().map(|c| c + 0.2 * draws.gaussian() as f32).collect())
        });
        let ideas = ideas.collect();
        (Matrix::from_rows(&centres), ideas)
    }

    fn drawn(count: usize) -> Map {
        let (centres, ideas) = cloud(count);
        let located: Vec<_> = ideas
            .iter()
            .enumerate()
            .map(|(at, (theme, _))| Some(Located { theme: *theme, typicality: -(at as f64) }))
            .chain([None])
            .collect();
        map(&centres, &located, |at| ideas[at].1.clone())
    }

    #[test]
    fn nothing_covers_anything() {
        let map = drawn(150);
        let apart = |a: Point, b: Point| ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt();
        for (a, one) in map.zones.iter().enumerate() {
            for other in &map.zones[..a] {
                assert!(apart(one.centre, other.centre) >= one.radius + other.radius, "{map:?}");
            }
        }
        let points: Vec<Point> = map.points.iter().flatten().copied().collect();
        assert_eq!((points.len(), map.points.len()), (150, 151));
        for (a, &one) in points.iter().enumerate() {
            assert!(points[..a].iter().all(|&other| apart(one, other) > 0.9), "{one:?}");
            assert!(apart(one, map.zones[a % 3].centre) <= map.zones[a % 3].radius);
        }
    }

    #[test]
    fn one_idea_more_moves_little() {
        let (one, other) = (drawn(150), drawn(153));
        for (a, b) in one.zones.iter().zip(&other.zones) {
            assert!((a.centre.x - b.centre.x).abs() + (a.centre.y - b.centre.y).abs() < 2.0, "{a:?} {b:?}");
        }
    }

    #[test]
    fn nothing_is_a_map_too() {
        assert_eq!(map(&Matrix::default(), &[None], |_| Vec::new()), Map { zones: Vec::new(), points: vec![None] });
    }
}
