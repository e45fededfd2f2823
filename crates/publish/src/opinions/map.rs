//! The map: one mark a person, a shape and a colour a group; the nearer two people, the more alike their votes.

use super::marks::{HUES, shape, tenth};
use crate::say::{count, pick};
use arobase_domain::Lang;
use arobase_domain::opinions::{Opinions, Voter, letter};

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 40.0;
/// A drawing flatter than this part of its width looks like a line.
const FLATTEST: f64 = 0.5;
const TALLEST: f64 = 1.0;
const LEGEND: f64 = 34.0;

/// The map of the people placed, with its legend: it stands alone, and reads in black and white.
pub fn svg(opinions: &Opinions, lang: Lang) -> String {
    drawing(opinions, lang, opinions.groups.len())
}

/// The map alone, for a page whose table says what the marks are.
pub(super) fn bare(opinions: &Opinions, lang: Lang) -> String {
    drawing(opinions, lang, 0)
}

/// The map above the legend of the first groups.
fn drawing(opinions: &Opinions, lang: Lang, told: usize) -> String {
    let plane = Plane::of(opinions);
    let marks: String = (0..opinions.groups.len().max(1)).map(|rank| plane.group(opinions, rank)).collect();
    let names: String = (0..opinions.groups.len()).map(|rank| plane.name(opinions, rank)).collect();
    let height = tenth(plane.height + LEGEND * told as f64);
    let legend: String = (0..told).map(|rank| legend(opinions, rank, plane.height, lang)).collect();
    let (title, desc) = (title(opinions, lang), description(opinions, lang));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"map-title\" aria-describedby=\"map-desc\" font-family=\"Georgia, serif\" fill=\"#221c15\">\
         <title id=\"map-title\">{title}</title><desc id=\"map-desc\">{desc}</desc>{marks}{names}{legend}</svg>\n"
    )
}

fn title(opinions: &Opinions, lang: Lang) -> String {
    match opinions.groups.len() {
        0 => pick(lang, "Carte des votes\u{a0}: pas de groupes nets", "Map of votes: no clear groups").to_owned(),
        n => format!("{}{}", pick(lang, "Carte des groupes d’opinion\u{a0}: ", "Map of opinion groups: "), n),
    }
}

fn description(opinions: &Opinions, lang: Lang) -> String {
    let near = pick(
        lang,
        "Chaque marque est une personne\u{a0}; plus deux marques sont proches, plus les votes se ressemblent.",
        "Each mark is a person; the nearer two marks, the more alike their votes.",
    );
    let sizes = opinions.groups.iter().enumerate().map(|(rank, group)| {
        format!(
            " {} {}{} {}.",
            pick(lang, "Groupe", "Group"),
            letter(rank),
            pick(lang, "\u{a0}:", ":"),
            people(group.size, lang)
        )
    });
    near.to_owned() + &sizes.collect::<String>()
}

fn people(size: usize, lang: Lang) -> String {
    count(lang, size, pick(lang, "personne", "person"), pick(lang, "personnes", "people"))
}

fn legend(opinions: &Opinions, rank: usize, top: f64, lang: Lang) -> String {
    let y = top + LEGEND * (rank as f64 + 0.5);
    let mark = shape(rank, (MARGIN, y), 8.0);
    let words =
        format!("{} {}, {}", pick(lang, "Groupe", "Group"), letter(rank), people(opinions.groups[rank].size, lang));
    let (hue, class) = (HUES[rank % 5], rank % 5 + 1);
    format!(
        r#"<g class="legend"><path class="g{class}" fill="{hue}" d="{mark}"/><text x="{}" y="{}" font-size="22">{words}</text></g>"#,
        tenth(MARGIN + 20.0),
        tenth(y + 7.0)
    )
}

/// From the axes of the votes to the page, both at the same scale.
struct Plane {
    left: f64,
    top: f64,
    scale: f64,
    indent: (f64, f64),
    height: f64,
}

impl Plane {
    fn of(opinions: &Opinions) -> Self {
        let placed: Vec<&Voter> = opinions.voters.iter().filter(|one| one.placed).collect();
        let bounds = |of: fn(&Voter) -> f64| {
            let values = placed.iter().map(|one| of(one));
            let low = values.clone().fold(f64::INFINITY, f64::min);
            let high = values.fold(f64::NEG_INFINITY, f64::max);
            if low <= high { (low, high) } else { (0.0, 0.0) }
        };
        let ((left, right), (low, high)) = (bounds(|one| one.x), bounds(|one| one.y));
        let (across, down) = (right - left, high - low);
        let room = WIDTH - 2.0 * MARGIN;
        let scale = (room / across.max(1e-9)).min(room * TALLEST / down.max(1e-9));
        let height = (down * scale).max(room * FLATTEST) + 2.0 * MARGIN;
        let indent = ((WIDTH - across * scale) / 2.0, (height - down * scale) / 2.0);
        Self { left, top: high, scale, indent, height: tenth(height) }
    }

    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.indent.0 + (x - self.left) * self.scale, self.indent.1 + (self.top - y) * self.scale)
    }

    /// The outline of a group and the marks of its people; everyone placed, when there are no groups.
    fn group(&self, opinions: &Opinions, rank: usize) -> String {
        let grouped = !opinions.groups.is_empty();
        let mine = opinions.voters.iter().filter(|one| one.placed && (!grouped || one.group == Some(rank)));
        let points: Vec<(f64, f64)> = mine.map(|one| self.at(one.x, one.y)).collect();
        let size = if points.len() > 400 { 3.5 } else { 5.0 };
        let marks: String = points.iter().map(|&point| shape(rank, point, size)).collect();
        let (hue, class) = if grouped { (HUES[rank % 5], rank % 5 + 1) } else { ("#5f5445", 0) };
        let outline = if grouped { self.outline(opinions, rank, &points, hue) } else { String::new() };
        format!(r#"{outline}<path class="g{class}" fill="{hue}" fill-opacity=".7" d="{marks}"/>"#)
    }

    /// Around the nine tenths of a group that are nearest to its middle.
    fn outline(&self, opinions: &Opinions, rank: usize, points: &[(f64, f64)], hue: &str) -> String {
        let group = &opinions.groups[rank];
        let (x, y) = self.at(group.x, group.y);
        let far = |point: &(f64, f64)| (point.0 - x) * (point.0 - x) + (point.1 - y) * (point.1 - y);
        let mut near = points.to_vec();
        near.sort_by(|one, other| {
            far(one).total_cmp(&far(other)).then(one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal))
        });
        near.truncate((points.len() * 9).div_ceil(10));
        let hull = hull(near);
        if hull.len() < 3 {
            return String::new();
        }
        let path: Vec<String> = hull.iter().map(|(x, y)| format!("{} {}", tenth(*x), tenth(*y))).collect();
        let dash = ["", "10 5", "2 5", "14 4 2 4", "6 3"][rank % 5];
        format!(
            r#"<path class="g{}" fill="{hue}" fill-opacity=".07" stroke="{hue}" stroke-width="1.5" stroke-dasharray="{dash}" stroke-linejoin="round" d="M{}z"/>"#,
            rank % 5 + 1,
            path.join("L")
        )
    }

    fn name(&self, opinions: &Opinions, rank: usize) -> String {
        let group = &opinions.groups[rank];
        let (x, y) = self.at(group.x, group.y);
        format!(
            r##"<text class="name" x="{}" y="{}" font-size="52" font-weight="600" text-anchor="middle" paint-order="stroke" stroke="#fbf8f1" stroke-width="7" stroke-linejoin="round">{}</text>"##,
            tenth(x),
            tenth(y + 18.0),
            letter(rank)
        )
    }
}

/// The convex hull (Andrew's monotone chain, 1979).
fn hull(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    points.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    points.dedup();
    let mut hull = half(points.iter());
    hull.pop();
    let back = half(points.iter().rev());
    hull.extend(back.into_iter().rev().skip(1).rev());
    hull
}

fn half<'a>(points: impl Iterator<Item = &'a (f64, f64)>) -> Vec<(f64, f64)> {
    let mut chain: Vec<(f64, f64)> = Vec::new();
    for &point in points {
        while let [.., a, b] = chain[..]
            && (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0) <= 0.0
        {
            chain.pop();
        }
        chain.push(point);
    }
    chain
}
