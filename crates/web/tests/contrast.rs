//! Colours: every pair that carries text or a border is legible on both themes (WCAG 2, AA).

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../assets/style.css");

/// The colours of a theme; the dark one redefines all of them.
fn colours(block: &str) -> BTreeMap<String, [u8; 3]> {
    let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    let hex = |text: &str| u32::from_str_radix(text.trim_end_matches(';'), 16).unwrap();
    lines
        .map(|(name, value)| {
            (name.to_owned(), {
                let [_, r, g, b] = hex(value).to_be_bytes();
                [r, g, b]
            })
        })
        .collect()
}

fn themes() -> [BTreeMap<String, [u8; 3]>; 2] {
    let tokens = STYLE.split_once("@layer tokens {").unwrap().1.split_once("@layer base").unwrap().0;
    let (light, dark) = tokens.split_once("prefers-color-scheme: dark").unwrap();
    [colours(light), colours(dark)]
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn black_on_white_is_twenty_one() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
}

#[test]
fn text_is_legible_on_both_themes() {
    let text = [
        ("ink", "paper"),
        ("ink", "leaf"),
        ("faded", "paper"),
        ("faded", "leaf"),
        ("rubric", "paper"),
        ("rubric", "leaf"),
        ("rubric-deep", "paper"),
        ("on-rubric", "rubric"),
        ("on-rubric", "rubric-deep"),
        ("ink", "tone0"),
        ("ink", "tone1"),
        ("ink", "tone2"),
        ("ink", "tone3"),
        ("faded", "tone0"),
        ("faded", "tone1"),
        ("faded", "tone2"),
        ("faded", "tone3"),
    ];
    for (theme, (front, back)) in themes().iter().flat_map(|theme| text.iter().map(move |pair| (theme, pair))) {
        let found = contrast(theme[*front], theme[*back]);
        assert!(found >= 4.5, "{front} on {back}: {found:.2}");
    }
}

#[test]
fn edges_and_drawings_are_seen_on_both_themes() {
    let seen = ["edge", "rubric", "hue1", "hue2", "hue3", "hue4", "hue5", "hue6", "hue7", "hue8"];
    for (theme, name) in themes().iter().flat_map(|theme| seen.iter().map(move |name| (theme, *name))) {
        let found = contrast(theme[name], theme["paper"]);
        assert!(found >= 3.0, "{name} on paper: {found:.2}");
    }
}
