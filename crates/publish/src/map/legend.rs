//! What the marks mean, below the map; only those that are on it.

use super::{Atlas, MARGIN, WIDTH};
use crate::funnel::path::Num;
use crate::funnel::words::escape;
use crate::say::{count, pick};
use arobase_domain::Lang;
use arobase_text::typography::french;
use std::fmt::Write as _;

/// Mean width of a letter, height of a line, and space between two entries, in heights of a letter.
const LETTER: f64 = 0.53;
const LINE: f64 = 1.6;
const APART: f64 = 2.0;

/// The legend, and the height that it takes.
#[derive(Default)]
pub(super) struct Legend {
    pub(super) drawn: String,
    pub(super) height: f64,
}

/// The legend in letters of a height; nothing where nothing is marked.
pub(super) fn of(atlas: &Atlas, lang: Lang, size: f64) -> Legend {
    let entries = entries(atlas, lang);
    if entries.len() < 2 {
        return Legend::default();
    }
    let (mut drawn, mut x, mut y) = (String::new(), MARGIN, atlas.height + 0.4 * size);
    for (class, words) in entries {
        let breadth = (words.chars().count() as f64 * LETTER + 1.0) * size;
        if x > MARGIN && x + breadth > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + LINE * size);
        }
        mark(&mut drawn, class, (x + 0.4 * size, y + 0.65 * size), size);
        let _infallible = write!(
            drawn,
            "<text class=\"legend\" x=\"{}\" y=\"{}\" font-size=\"{}\">{}</text>",
            Num(x + size),
            Num(y + size),
            Num(size),
            escape(&words)
        );
        x += breadth + APART * size;
    }
    Legend { drawn, height: y + LINE * size + 0.4 * size - atlas.height }
}

fn entries(atlas: &Atlas, lang: Lang) -> Vec<(&'static str, String)> {
    let ideas = pick(lang, ("idée", "idées"), ("idea", "ideas"));
    let told = |many: usize, fr: &str, en: &str| {
        let counted = count(lang, many, ideas.0, ideas.1);
        pick(lang, french(&format!("{counted} {fr}")), format!("{counted} {en}"))
    };
    let one = pick(lang, "une idée", "an idea").to_owned();
    let campaigns = told(
        atlas.campaigns,
        "de campagne : le même texte de plusieurs auteurs",
        "of campaigns: the same text from many authors",
    );
    let weak = told(atlas.weak, "de signal faible : peu de voix", "of weak signals: few voices");
    let entries = [
        ("map-ideas", one, true),
        ("map-campaign", campaigns, atlas.campaigns > 0),
        ("map-weak", weak, atlas.weak > 0),
    ];
    entries.into_iter().filter(|entry| entry.2).map(|(class, words, _)| (class, words)).collect()
}

fn mark(out: &mut String, class: &str, (x, y): (f64, f64), size: f64) {
    let (breadth, arm) = (0.45 * size, 0.3 * size);
    let _infallible = match class {
        "map-weak" => {
            let (left, top, whole) = (Num(x - arm), Num(y - arm), Num(2.0 * arm));
            let data = format!("M{left} {}h{whole}M{} {top}v{whole}", Num(y), Num(x));
            write!(out, "<path class=\"map-mark map-weak\" stroke-width=\"{}\" d=\"{data}\"/>", Num(0.4 * breadth))
        }
        _ => write!(
            out,
            "<path class=\"map-mark {class}\" stroke-width=\"{}\" d=\"M{} {}h0\"/>",
            Num(breadth),
            Num(x),
            Num(y)
        ),
    };
}
