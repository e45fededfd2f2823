//! The map of the ideas: themes as discs, ideas as dots, names where there is room.

mod names;

use crate::funnel::path::Num;
use crate::funnel::words::escape;
use crate::say::{number, pick};
use arobase_domain::study::Zone;
use arobase_domain::{Analysis, Lang, QuestionId};
use arobase_text::typography::french;
use names::{Name, Page};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The rules that colour both drawings and show the one that fits the page; they ask for the same colours as [`crate::funnel::STYLE`].
pub const STYLE: &str = include_str!("map/map.css");

/// Width of the drawing, and space around the discs, in its own units.
const WIDTH: f64 = 1000.0;
const MARGIN: f64 = 14.0;

/// Most dots drawn; beyond, a sample of them in discs that keep their size.
const DOTS: usize = 5_000;

/// The map for a page of 56 rem or more, then the one for a telephone, which shows numbers where names do not fit; both or none must be
/// on a page, for the second borrows the dots of the first. Empty without themes.
///
/// `rank` is the number of each question, from 1, that colours its themes.
pub fn svg(analysis: &Analysis, lang: Lang) -> String {
    let zones = &analysis.study.map.zones;
    let Some(frame) = Frame::around(zones) else { return String::new() };
    let title = title(analysis, lang);
    let body = format!("<g id=\"map-ideas\">{}{}</g>", discs(analysis, &frame), dots(analysis, &frame));
    let draw = |class: &str, body: &str, page: &Page| {
        format!(
            "<svg class=\"map {class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{body}{}</svg>",
            Num(WIDTH),
            Num(frame.height),
            escape(&title),
            words(analysis, &frame, page)
        )
    };
    draw("wide", &body, &names::WIDE) + &draw("narrow", "<use href=\"#map-ideas\"/>", &names::NARROW)
}

fn title(analysis: &Analysis, lang: Lang) -> String {
    let (ideas, themes) = (analysis.study.map.points.iter().flatten().count(), analysis.themes.len());
    let (ideas, themes) = (number(lang, ideas), number(lang, themes));
    pick(
        lang,
        french(&format!("Carte de {ideas} idées en {themes} thèmes ; le tableau des thèmes les donne tous.")),
        format!("Map of {ideas} ideas in {themes} themes; the table of themes lists them all."),
    )
}

/// From the units of the map to those of the drawing, y downwards.
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
    height: f64,
}

impl Frame {
    fn around(zones: &[Zone]) -> Option<Self> {
        let least = |edge: &dyn Fn(&Zone) -> f64| zones.iter().map(edge).reduce(f64::min);
        let (left, right) = (least(&|z| z.x - z.radius)?, -least(&|z| -z.x - z.radius)?);
        let (bottom, top) = (least(&|z| z.y - z.radius)?, -least(&|z| -z.y - z.radius)?);
        let scale = (WIDTH - 2.0 * MARGIN) / (right - left).max(1e-9);
        Some(Self { left, top, scale, height: (top - bottom) * scale + 2.0 * MARGIN })
    }

    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        ((x - self.left) * self.scale + MARGIN, (self.top - y) * self.scale + MARGIN)
    }
}

/// The hue of each theme: that of its question.
fn hues(analysis: &Analysis) -> Vec<usize> {
    let rank = |id: &QuestionId| analysis.questions.iter().position(|question| question.id == *id).unwrap_or(0);
    analysis.themes.iter().map(|theme| rank(&theme.question) % 8 + 1).collect()
}

fn discs(analysis: &Analysis, frame: &Frame) -> String {
    let mut out = String::new();
    for (zone, hue) in analysis.study.map.zones.iter().zip(hues(analysis)) {
        let (x, y) = frame.at(zone.x, zone.y);
        let radius = Num(zone.radius * frame.scale);
        let _infallible =
            write!(out, "<circle class=\"map-zone map-q{hue}\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>", Num(x), Num(y));
    }
    out
}

/// One path for each theme: a dot is a line without length, round at its ends.
fn dots(analysis: &Analysis, frame: &Frame) -> String {
    let rank: BTreeMap<_, _> = analysis.themes.iter().zip(0..).map(|(theme, rank)| (&theme.id, rank)).collect();
    let mut paths = vec![String::new(); analysis.themes.len()];
    let placed = analysis.study.map.points.iter().flatten().count();
    let step = placed.div_ceil(DOTS).max(1);
    let ideas = analysis.ideas.iter().zip(&analysis.study.map.points);
    let placed = ideas.filter_map(|(idea, point)| Some((*rank.get(idea.theme.as_ref()?)?, (*point)?)));
    for (theme, (x, y)) in placed.step_by(step) {
        let (x, y): (f64, f64) = frame.at(x, y);
        let _infallible = write!(paths[theme as usize], "M{} {}h0", Num(x), Num(y));
    }
    let width = Num((frame.scale * 0.55 * (step as f64).sqrt()).min(14.0));
    let path = |(path, hue): (String, usize)| {
        format!("<path class=\"map-ideas map-q{hue}\" stroke-width=\"{width}\" d=\"{path}\"/>")
    };
    paths.into_iter().zip(hues(analysis)).map(path).collect()
}

/// The name of each theme, or its number.
fn words(analysis: &Analysis, frame: &Frame, page: &Page) -> String {
    let themes = analysis.themes.iter().zip(&analysis.study.map.zones).zip(1..);
    let names: Vec<Name> = themes
        .map(|((theme, zone), number)| {
            let (x, y) = frame.at(zone.x, zone.y);
            Name { text: french(&theme.label), number, x, y, radius: zone.radius * frame.scale }
        })
        .collect();
    page.write(&names, frame.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_idea_of_a_theme_is_a_dot() {
        let analysis = sample();
        let drawn = svg(&analysis, Lang::Fr);
        assert_eq!(drawn.matches("h0").count(), analysis.ideas.iter().filter(|idea| idea.theme.is_some()).count());
        assert_eq!(drawn.matches("<circle").count(), analysis.themes.len());
        let page = format!("<div>{drawn}</div>");
        assert!(roxmltree::Document::parse(&page).is_ok(), "{page}");
        assert!(drawn.contains("aria-label=\"Carte de 12 idées en 4 thèmes\u{202f}; "), "{drawn}");
    }

    #[test]
    fn many_ideas_are_sampled_and_none_is_nothing() {
        let mut analysis = sample();
        let (idea, point) = (analysis.ideas[0].clone(), analysis.study.map.points[0]);
        analysis.ideas = vec![idea; 12_000];
        analysis.study.map.points = vec![point; 12_000];
        assert_eq!(svg(&analysis, Lang::En).matches("h0").count(), 4_000);
        analysis.study = arobase_domain::Study::default();
        assert_eq!(svg(&analysis, Lang::En), "");
    }
}
