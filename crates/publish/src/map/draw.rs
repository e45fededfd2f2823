//! The drawing as SVG: for a report, for a page, as a file of its own.

use super::names::{self, Name};
use super::{Atlas, STYLE, WIDTH, Zone, legend};
use crate::funnel::path::Num;
use crate::funnel::words::escape;
use crate::say::{number, pick};
use crate::tree::HUES;
use arobase_domain::{Analysis, Lang, ThemeId};
use arobase_text::typography::{french, sentence_case};

/// The map for a page of 56 rem or more, then the one for a telephone, which shows numbers where names do not fit; both or none must be
/// on a page, for the second borrows the zones of the first. Empty without themes.
pub fn svg(analysis: &Analysis, lang: Lang) -> String {
    let atlas = Atlas::of(analysis);
    if atlas.is_blank() {
        return String::new();
    }
    let draw = |class: &str, body: &str, page: &names::Page| {
        let legend = legend::of(&atlas, lang, page.size());
        format!(
            "<svg class=\"map {class}\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{}\">{body}{}{}</svg>",
            Num(atlas.height + legend.height),
            escape(&title(&atlas, lang)),
            atlas.names(page),
            legend.drawn
        )
    };
    let body = format!("<g id=\"map-ideas\">{}</g>", atlas.body(&|_| None));
    draw("wide", &body, &names::WIDE) + &draw("narrow", "<use href=\"#map-ideas\"/>", &names::NARROW)
}

/// The map for a page that has [`STYLE`] in its style sheet, each zone leading where `href` says.
pub fn linked(atlas: &Atlas, lang: Lang, href: &dyn Fn(&ThemeId) -> Option<String>) -> String {
    let (legend, body) = (legend::of(atlas, lang, names::WIDE.size()), atlas.body(href));
    // A drawing without links is an image, with its name for all content.
    let role = if body.contains("<a ") { "group" } else { "img" };
    format!(
        "<svg class=\"map\" viewBox=\"0 0 {WIDTH} {}\" role=\"{role}\" aria-label=\"{}\">{body}{}{}</svg>",
        Num(atlas.height + legend.height),
        escape(&title(atlas, lang)),
        atlas.names(&names::WIDE),
        legend.drawn
    )
}

/// The map for the screen of a room: large names, no legend, no links.
pub fn room(atlas: &Atlas, lang: Lang) -> String {
    format!(
        "<svg class=\"map\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{}\">{}{}</svg>",
        Num(atlas.height),
        escape(&title(atlas, lang)),
        atlas.body(&|_| None),
        atlas.names(&names::ROOM)
    )
}

/// The map as a file of its own, light or dark as the reader's screen is.
pub fn standalone(atlas: &Atlas, lang: Lang) -> String {
    let legend = legend::of(atlas, lang, names::WIDE.size());
    let hues: Vec<String> = HUES.iter().zip(1..).map(|(hue, nth)| format!("--hue{nth}:{hue}")).collect();
    let hues = hues.join(";");
    let height = Num(atlas.height + legend.height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         font-family=\"serif\"><title>{}</title><style>svg{{{hues}}}{}{STYLE}</style>{}{}{}</svg>\n",
        escape(&title(atlas, lang)),
        crate::tree::ALONE,
        atlas.body(&|_| None),
        atlas.names(&names::WIDE),
        legend.drawn
    )
}

fn title(atlas: &Atlas, lang: Lang) -> String {
    let (ideas, themes) = (number(lang, atlas.ideas), number(lang, atlas.zones.len()));
    pick(
        lang,
        french(&format!("Carte de {ideas} idées en {themes} thèmes ; le tableau des thèmes les donne tous.")),
        format!("Map of {ideas} ideas in {themes} themes; the table of themes lists them all."),
    )
}

impl Atlas {
    /// Zones, then ideas.
    pub(super) fn body(&self, href: &dyn Fn(&ThemeId) -> Option<String>) -> String {
        let zones: String =
            self.zones.iter().filter(|zone| !zone.outline.is_empty()).map(|zone| drawn(zone, href)).collect();
        let width = Num(self.dot);
        let dots = self
            .dots
            .iter()
            .map(|(hue, path)| format!("<path class=\"map-ideas map-q{hue}\" stroke-width=\"{width}\" d=\"{path}\"/>"));
        let marked = [("map-campaign", &self.squares, 0.95), ("map-weak", &self.crosses, 0.4)];
        let marked = marked.into_iter().filter(|(_, path, _)| !path.is_empty()).map(|(class, path, breadth)| {
            format!("<path class=\"map-mark {class}\" stroke-width=\"{}\" d=\"{path}\"/>", Num(self.dot * breadth))
        });
        zones + &dots.chain(marked).collect::<String>()
    }

    /// The name of each theme, or its number.
    fn names(&self, page: &names::Page) -> String {
        let name = |(zone, number): (&Zone, usize)| Name {
            text: french(&sentence_case(&zone.label)),
            number,
            x: zone.centre.0,
            y: zone.centre.1,
            radius: zone.radius,
        };
        let drawn = self.zones.iter().zip(1..).filter(|(zone, _)| zone.ideas > 0);
        page.write(&drawn.map(name).collect::<Vec<_>>(), self.height)
    }
}

fn drawn(zone: &Zone, href: &dyn Fn(&ThemeId) -> Option<String>) -> String {
    let path = format!("<path class=\"map-zone map-q{}\" d=\"{}\"/>", zone.hue, zone.outline);
    match href(&zone.theme) {
        Some(href) => {
            let name = escape(&french(&sentence_case(&zone.label)));
            format!("<a href=\"{}\" aria-label=\"{name}\">{path}</a>", escape(&href))
        }
        None => path,
    }
}
