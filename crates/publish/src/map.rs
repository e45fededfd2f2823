//! The map of the ideas: a zone for each theme, ideas as dots, names where there is room.

mod atlas;
mod draw;
mod legend;
mod names;
#[cfg(test)]
mod tests;
mod zones;

pub use draw::{linked, room, standalone, svg};

use crate::funnel::path::Num;
use arobase_domain::{Analysis, QuestionId, ThemeId};
use atlas::{Mark, Place, Spot, apart, middle, spots};
use std::fmt::Write as _;
use zones::Grid;

/// The rules that colour the drawings and show the one that fits the page; they ask for the same colours as [`crate::funnel::STYLE`].
pub const STYLE: &str = include_str!("map/map.css");

/// Width of the drawing, and space around the zones, in its own units.
const WIDTH: f64 = 1000.0;
const MARGIN: f64 = 14.0;

/// Most dots drawn; beyond, a sample of them in zones that keep their size.
const DOTS: usize = 3_000;

/// Themes told as the nearest to each.
const NEAREST: usize = 2;

/// The map, drawn once and told in any language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Atlas {
    /// The zones, in the order of the themes.
    pub zones: Vec<Zone>,
    /// Ideas on the map.
    pub ideas: usize,
    /// Ideas of campaigns among them.
    pub campaigns: usize,
    /// Ideas of weak signals among them.
    pub weak: usize,
    /// Path data of the ordinary ideas by hue, of those of campaigns, of weak signals.
    dots: Vec<(usize, String)>,
    squares: String,
    crosses: String,
    /// Breadth of a dot, and height of the map.
    dot: f64,
    height: f64,
}

/// The zone of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// The theme.
    pub theme: ThemeId,
    /// Its label.
    pub label: String,
    /// Its question.
    pub question: QuestionId,
    /// Ideas in it.
    pub ideas: usize,
    /// Where its middle lies, from the left (0) to the right (2), and from the top (0) to the bottom (2).
    pub lies: (usize, usize),
    /// Ranks of the themes whose middles are the nearest, edge to edge.
    pub nearest: Vec<usize>,
    hue: usize,
    outline: String,
    centre: Place,
    radius: f64,
}

impl Atlas {
    /// The map of an analysis, be it a run's or what people made of it; without zones if its run placed no idea.
    pub fn of(analysis: &Analysis) -> Self {
        let spots = spots(analysis);
        if spots.is_empty() {
            return Self::default();
        }
        let (frame, grid) = (Frame::around(&spots), Grid::new(&spots));
        let mut atlas = Self { height: frame.height, ideas: spots.len(), ..Self::default() };
        let hues = hues(analysis);
        for (rank, theme) in analysis.themes.iter().enumerate() {
            let places: Vec<Place> = spots.iter().filter(|spot| spot.theme == rank).map(|spot| spot.at).collect();
            let (centre, around) = middle(&places);
            let centre = frame.at(centre);
            atlas.zones.push(Zone {
                theme: theme.id.clone(),
                label: theme.label.clone(),
                question: theme.question.clone(),
                ideas: places.len(),
                lies: (third(centre.0 / WIDTH), third(centre.1 / frame.height)),
                nearest: Vec::new(),
                hue: hues[rank],
                outline: grid.outline(rank, |place| frame.at(place)),
                centre,
                radius: (around as f64).sqrt() * 0.6 * frame.scale,
            });
        }
        atlas.neighbours();
        atlas.dot_in(&spots, &frame);
        atlas
    }

    /// Whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        self.ideas == 0
    }

    fn neighbours(&mut self) {
        let between = |a: &Zone, b: &Zone| apart(a.centre, b.centre) - a.radius - b.radius;
        let nearest = |one: &Zone| {
            let others = self.zones.iter().enumerate().filter(|(_, other)| other.theme != one.theme && other.ideas > 0);
            let mut others: Vec<(f64, usize)> = others.map(|(rank, other)| (between(one, other), rank)).collect();
            others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            others.into_iter().take(NEAREST).map(|(_, rank)| rank).collect::<Vec<_>>()
        };
        let found: Vec<Vec<usize>> = self.zones.iter().map(nearest).collect();
        for (zone, nearest) in self.zones.iter_mut().zip(found) {
            zone.nearest = nearest;
        }
    }

    /// Ideas as dots, of which there is a path for each hue: a dot is a line without length. Those that are marked are squares and crosses.
    fn dot_in(&mut self, spots: &[Spot], frame: &Frame) {
        let marked = |mark: Mark| spots.iter().filter(|spot| spot.mark == mark).count();
        (self.campaigns, self.weak) = (marked(Mark::Campaign), marked(Mark::Weak));
        let step = spots.len().div_ceil(DOTS).max(1);
        self.dot = (frame.scale * 0.5 * (step as f64).sqrt()).min(12.0);
        let arm = self.dot * 0.62;
        let mut dots = vec![String::new(); 9];
        for spot in spots.iter().step_by(step) {
            let (x, y) = frame.at(spot.at);
            let _infallible = match spot.mark {
                Mark::None => write!(dots[self.zones[spot.theme].hue], "M{} {}h0", Num(x), Num(y)),
                Mark::Campaign => write!(self.squares, "M{} {}h0", Num(x), Num(y)),
                Mark::Weak => {
                    let (left, top, whole) = (Num(x - arm), Num(y - arm), Num(2.0 * arm));
                    write!(self.crosses, "M{left} {}h{whole}M{} {top}v{whole}", Num(y), Num(x))
                }
            };
        }
        self.dots = dots.into_iter().enumerate().filter(|(_, path)| !path.is_empty()).collect();
    }
}

/// The hue of each theme: that of its question.
fn hues(analysis: &Analysis) -> Vec<usize> {
    let rank = |id: &QuestionId| analysis.questions.iter().position(|question| question.id == *id).unwrap_or(0);
    analysis.themes.iter().map(|theme| rank(&theme.question) % 8 + 1).collect()
}

fn third(share: f64) -> usize {
    ((share * 3.0) as usize).min(2)
}

/// From the units of the run to those of the drawing, y downwards.
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
    height: f64,
}

impl Frame {
    fn around(spots: &[Spot]) -> Self {
        let most = |of: &dyn Fn(&Spot) -> f64| spots.iter().map(of).fold(f64::MIN, f64::max) + 1.7;
        let (left, right) = (-most(&|spot| -spot.at.0), most(&|spot| spot.at.0));
        let (bottom, top) = (-most(&|spot| -spot.at.1), most(&|spot| spot.at.1));
        let scale = (WIDTH - 2.0 * MARGIN) / (right - left);
        Self { left, top, scale, height: (top - bottom) * scale + 2.0 * MARGIN }
    }

    fn at(&self, place: Place) -> Place {
        ((place.0 - self.left) * self.scale + MARGIN, (self.top - place.1) * self.scale + MARGIN)
    }
}
