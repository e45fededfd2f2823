//! Seconds and memory against the number of answers, both axes logarithmic, beside the line of a cost that grows as they do.

use super::super::measure::Measure;
use std::fmt::Write as _;

const WIDTH: f64 = 330.0;
const HEIGHT: f64 = 260.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 34.0;
const INNER: [f64; 2] = [240.0, 180.0];

/// Decades of the horizontal axis: a thousand to a million.
const ANSWERS: [i32; 2] = [3, 6];

/// Two drawings side by side.
pub(super) fn svg(measures: &[Measure]) -> String {
    let seconds: Vec<(f64, f64)> = measures.iter().map(|m| (m.contributions as f64, m.wall)).collect();
    let memory: Vec<(f64, f64)> =
        measures.iter().filter_map(|m| Some((m.contributions as f64, m.peak_memory? as f64 / 1e6))).collect();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {HEIGHT}\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\">\
         <title>Seconds and megabytes against the number of answers</title>\n",
        2.0 * WIDTH
    );
    out += &panel(0.0, "seconds", [0, 4], &seconds);
    out += &panel(WIDTH, "MB", [1, 4], &memory);
    out + "</svg>\n"
}

fn panel(shift: f64, title: &str, decades: [i32; 2], points: &[(f64, f64)]) -> String {
    let mut out = format!(
        "<g transform=\"translate({shift} 0)\"><text x=\"{LEFT}\" y=\"20\" font-weight=\"bold\">{title}</text>\n"
    );
    for decade in decades[0]..=decades[1] {
        let y = place(10_f64.powi(decade), decades, 1);
        let _infallible = writeln!(
            out,
            "<line x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#ddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT + INNER[0],
            LEFT - 8.0,
            y + 4.0,
            10_u64.pow(decade as u32)
        );
    }
    for decade in ANSWERS[0]..=ANSWERS[1] {
        let x = place(10_f64.powi(decade), ANSWERS, 0);
        let _infallible = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            TOP + INNER[1] + 18.0,
            ["1k", "10k", "100k", "1M"][(decade - ANSWERS[0]) as usize]
        );
    }
    out + &proportional(points, decades) + &line(points, decades, "#1a3a6b", "none") + &dots(points, decades) + "</g>\n"
}

/// The cost of the middle point, growing as the answers do.
fn proportional(points: &[(f64, f64)], decades: [i32; 2]) -> String {
    let Some(&(n, cost)) = points.get(points.len() / 2) else { return String::new() };
    let ends = points.iter().map(|&(m, _)| (m, cost * m / n)).collect::<Vec<_>>();
    line(&ends, decades, "#999", "4 4")
}

fn line(points: &[(f64, f64)], decades: [i32; 2], colour: &str, dashes: &str) -> String {
    let path: Vec<String> =
        points.iter().map(|&(n, cost)| format!("{:.1},{:.1}", place(n, ANSWERS, 0), place(cost, decades, 1))).collect();
    format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" stroke-dasharray=\"{dashes}\"/>\n",
        path.join(" ")
    )
}

fn dots(points: &[(f64, f64)], decades: [i32; 2]) -> String {
    let dot = |&(n, cost): &(f64, f64)| {
        let (x, y) = (place(n, ANSWERS, 0), place(cost, decades, 1));
        format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#1a3a6b\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{cost:.0}</text>\n",
            x - 5.0,
            y - 6.0
        )
    };
    points.iter().map(dot).collect()
}

/// Where a value lies along an axis: 0 to the right, 1 upwards.
fn place(value: f64, [low, high]: [i32; 2], axis: usize) -> f64 {
    let share = (value.max(1e-9).log10() - f64::from(low)) / f64::from(high - low);
    if axis == 0 { LEFT + share * INNER[0] } else { TOP + (1.0 - share) * INNER[1] }
}
