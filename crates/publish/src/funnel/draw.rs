//! The figures as SVG: one geometry, laid from left to right or from top to bottom.
//!
//! Every shape is a direct child of `<svg>`, without style: `class` and presentation attributes only (see [`super::STYLE`]).

use super::figure::{Column, FunnelFigure, Target};
use super::layout::{Bar, Frame, Layout, Node};
use super::path::{Num, THICK, Way, bend};
use super::words::{cut, escape, noun, state, wrap};
use crate::say::{count, number, pick};
use arobase_domain::Lang;
use arobase_text::typography::french;

type Href<'a> = &'a dyn Fn(Target<'_>) -> Option<String>;

const WIDE: Frame = Frame {
    middle: 232.0,
    mouth: 440.0,
    ideas: 300.0,
    gaps: (3.0, 12.0, 110.0),
    proposition: 4.0,
    slot: 62.0,
    leaving_first: false,
};
const WIDE_ALONG: [f64; 5] = [8.0, 232.0, 456.0, 760.0, 1102.0];
const NARROW: Frame = Frame {
    middle: 230.0,
    mouth: 220.0,
    ideas: 150.0,
    gaps: (2.0, 7.0, 60.0),
    proposition: 1.6,
    slot: 0.0,
    leaving_first: true,
};
const NARROW_ALONG: [f64; 5] = [8.0, 124.0, 288.0, 404.0, 520.0];
/// Where the wide ribbons of a question part, beyond its words.
const FORK: f64 = 1000.0;
/// Height of a question's three lines.
const WORDS: f64 = 51.0;

/// The wide drawing, 1120 units across, for a page of 56 rem or more.
pub fn svg(figure: &FunnelFigure, lang: Lang) -> String {
    svg_linked(figure, lang, &|_| None)
}

/// The tall drawing, 340 units across, readable on a telephone.
pub fn svg_narrow(figure: &FunnelFigure, lang: Lang) -> String {
    svg_narrow_linked(figure, lang, &|_| None)
}

/// The wide drawing whose words lead where `href` says.
pub fn svg_linked(figure: &FunnelFigure, lang: Lang, href: Href<'_>) -> String {
    let layout = WIDE.place(figure);
    let pen = Pen { figure, lang, href, layout: &layout, along: WIDE_ALONG, way: Way::Right };
    pen.draw("wide")
}

/// The tall drawing whose words lead where `href` says.
pub fn svg_narrow_linked(figure: &FunnelFigure, lang: Lang, href: Href<'_>) -> String {
    let layout = NARROW.place(figure);
    let pen = Pen { figure, lang, href, layout: &layout, along: NARROW_ALONG, way: Way::Down };
    pen.draw("narrow")
}

struct Pen<'a> {
    figure: &'a FunnelFigure,
    lang: Lang,
    href: Href<'a>,
    layout: &'a Layout,
    along: [f64; 5],
    way: Way,
}

impl Pen<'_> {
    fn wide(&self) -> bool {
        self.way == Way::Right
    }

    fn draw(&self, form: &str) -> String {
        let body = [self.flows(), self.bars(), self.leaving(), self.names(), self.captions()].concat();
        let role = if body.contains("<a ") { "group" } else { "img" };
        let (width, height) = if self.wide() { (1120.0, self.foot() + 70.0) } else { (340.0, self.along[4] + 44.0) };
        let (title, desc) = (escape(&self.title()), escape(&self.description()));
        let (width, height) = (Num(width), Num(height));
        format!(
            "<svg class=\"funnel {form}\" fill=\"currentColor\" viewBox=\"0 0 {width} {height}\" role=\"{role}\" \
             aria-labelledby=\"funnel-{form}-title\" aria-describedby=\"funnel-{form}-desc\">\
             <title id=\"funnel-{form}-title\">{title}</title><desc id=\"funnel-{form}-desc\">{desc}</desc>{body}</svg>"
        )
    }

    fn title(&self) -> String {
        let counts = Column::ALL.map(|column| self.counted(column)).join(", ");
        pick(self.lang, "L’entonnoir\u{a0}: ", "The funnel: ").to_owned() + &counts
    }

    fn description(&self) -> String {
        let lang = self.lang;
        let lost = self.layout.leaving.iter();
        let lost: Vec<_> =
            lost.map(|&(status, ideas, _)| format!("{} {}", number(lang, ideas), state(lang, status))).collect();
        let asked = self.figure.questions.iter().enumerate();
        let asked = asked.map(|(rank, question)| {
            let ideas = count(lang, question.ideas, pick(lang, "idée", "idea"), pick(lang, "idées", "ideas"));
            format!("{}. {} ({ideas}).", rank + 1, french(&question.wording))
        });
        let out = if lost.is_empty() {
            pick(lang, "Aucune idée ne reste en chemin.", "No idea stays on the way.").to_owned()
        } else {
            pick(lang, "Restent visibles en chemin\u{a0}: ", "Left visible on the way: ").to_owned()
                + &lost.join(", ")
                + "."
        };
        let flow = pick(
            lang,
            "La largeur de chaque ruban est le nombre d’idées. ",
            "The width of each ribbon is its number of ideas. ",
        );
        let asked = asked.collect::<Vec<_>>().join(" ");
        format!("{flow}{out} {asked}").trim_end().to_owned()
    }

    /// The ribbons: one path for what comes from the contributions, then one for each question and passage.
    fn flows(&self) -> String {
        let Layout { contributions, ideas, themes, questions, into_questions, propositions, .. } = self.layout;
        let [received, read, theme, asked, proposed] = self.along;
        let mut out = shape("flow q0", &self.way.ribbon(received, *contributions, read, *ideas));
        for (rank, question) in questions.iter().enumerate() {
            let of = |nodes: &[Node], draw: &dyn Fn(usize, &Node) -> String| {
                let mine = nodes.iter().enumerate().filter(|(_, node)| node.question == rank);
                mine.map(|(index, node)| draw(index, node)).collect::<String>()
            };
            let class = format!("flow q{}", rank % 8 + 1);
            out += &shape(&class, &of(themes, &|_, node| self.way.ribbon(read, node.from, theme, node.bar)));
            out += &shape(
                &class,
                &of(themes, &|index, node| self.way.ribbon(theme, node.bar, asked, into_questions[index])),
            );
            out += &shape(&class, &self.carried(rank));
            out += &shape(&class[5..], &of(themes, &|_, node| self.way.bar(theme, node.bar)));
            out += &shape(&class[5..], &self.way.bar(asked, *question));
            out += &shape(&class[5..], &of(propositions, &|_, node| self.way.bar(proposed, node.bar)));
        }
        out
    }

    /// What the propositions take from their question: one band behind its words, where it is large enough not to strike them out, then a ribbon each.
    fn carried(&self, rank: usize) -> String {
        let [_, _, _, asked, proposed] = self.along;
        let mine: Vec<&Node> = self.layout.propositions.iter().filter(|node| node.question == rank).collect();
        let (Some(first), Some(last)) = (mine.first(), mine.last()) else { return String::new() };
        let band = Bar { at: first.from.at, len: last.from.end() - first.from.at };
        let fork = if self.wide() { FORK } else { asked };
        let behind = self.wide() && band.len >= WORDS;
        let band = if behind { self.way.block(asked + THICK / 2.0, fork + THICK / 2.0, band) } else { String::new() };
        band + &mine.iter().map(|node| self.way.ribbon(fork, node.from, proposed, node.bar)).collect::<String>()
    }

    fn bars(&self) -> String {
        let Layout { contributions, ideas, .. } = self.layout;
        shape("ink", &(self.way.bar(self.along[0], *contributions) + &self.way.bar(self.along[1], *ideas)))
    }

    /// The streams that leave at the ideas, each with its figure.
    fn leaving(&self) -> String {
        let (mut out, mut streams) = (String::new(), String::new());
        for (&(status, ideas, bar), rest) in self.layout.leaving.iter().zip(self.layout.resting()) {
            let words = format!("{} {}", number(self.lang, ideas), state(self.lang, status));
            let from = self.along[1] + THICK / 2.0;
            let at = if self.wide() {
                let at = self.below() + rest;
                streams += &self.way.ribbon(self.along[1], bar, from + 100.0, Bar { at, ..bar });
                (from + 102.0, at + bar.len / 2.0 + 5.0, "start")
            } else {
                let at = from + 32.0 + rest;
                streams += &bend(bar, from, 110.0, at);
                (104.0, at + bar.len / 2.0 + 5.0, "end")
            };
            out += &self.link(Target::State(status), text("lost", (at.0, at.1), 14.0, at.2, &words));
        }
        shape("flow lost", &streams) + &out
    }

    /// The number and words of each question, and the names of the themes that have room for theirs.
    fn names(&self) -> String {
        let mut out = String::new();
        for node in &self.layout.themes {
            let theme = &self.figure.themes[node.index];
            if self.wide() && node.bar.len >= 12.0 {
                let at = (self.along[2] + THICK, node.bar.middle() + 4.5);
                out += &self
                    .link(Target::Theme(&theme.id), text("over", at, 13.0, "start", &cut(&french(&theme.label), 44)));
            }
        }
        for (rank, (bar, question)) in self.layout.questions.iter().zip(&self.figure.questions).enumerate() {
            let words = if self.wide() {
                self.worded(*bar, rank, &french(&question.wording))
            } else {
                self.numbered(*bar, rank)
            };
            out += &self.link(Target::Question(&question.id), words);
        }
        out
    }

    fn worded(&self, bar: Bar, rank: usize, wording: &str) -> String {
        let lines = wrap(wording, 33, 3);
        let x = self.along[3] + THICK + 4.0;
        let top = bar.middle() - (lines.len() as f64 - 1.0) * 8.5 + 5.0;
        let mut out = text("over figure", (x, bar.middle() + 10.0), 28.0, "start", &(rank + 1).to_string());
        for (line, words) in lines.iter().enumerate() {
            out += &text("over", (x + 24.0, top + line as f64 * 17.0), 14.0, "start", words);
        }
        out
    }

    fn numbered(&self, bar: Bar, rank: usize) -> String {
        text("over figure", (bar.middle(), self.along[3] + 24.0), 18.0, "middle", &(rank + 1).to_string())
    }

    /// The figure of each column and its noun.
    fn captions(&self) -> String {
        let mut out = String::new();
        for (column, along) in Column::ALL.into_iter().zip(self.along) {
            let figure = self.figure.count(column);
            let noun = noun(self.lang, column, figure);
            let (figure_at, noun_at, anchor, size) = if self.wide() {
                let (x, anchor) = match column {
                    Column::Contributions => (3.0, "start"),
                    Column::Propositions => (1107.0, "end"),
                    _ => (along, "middle"),
                };
                ((x, self.foot() + 34.0), (x, self.foot() + 56.0), anchor, 30.0)
            } else {
                ((0.0, along + 8.0), (0.0, along + 25.0), "start", 22.0)
            };
            let words = text("figure", figure_at, size, anchor, &number(self.lang, figure))
                + &text("word", noun_at, if self.wide() { 16.0 } else { 14.0 }, anchor, noun);
            out += &self.link(Target::Column(column), words);
        }
        out
    }

    /// Where the streams that leave come to rest, under everything that goes on.
    fn below(&self) -> f64 {
        let themes = self.layout.themes.iter().map(|node| node.bar.end());
        themes.fold(self.layout.ideas.end(), f64::max) + 12.0
    }

    fn foot(&self) -> f64 {
        let last = self.layout.resting().zip(&self.layout.leaving).last();
        let lost = last.map_or(0.0, |(rest, stream)| self.below() + rest + stream.2.len);
        self.layout.contributions.end().max(lost + 6.0)
    }

    fn counted(&self, column: Column) -> String {
        let figure = self.figure.count(column);
        format!("{} {}", number(self.lang, figure), noun(self.lang, column, figure))
    }

    fn link(&self, target: Target<'_>, words: String) -> String {
        match (self.href)(target) {
            Some(url) => format!("<a href=\"{}\">{words}</a>", escape(&url)),
            None => words,
        }
    }
}

fn shape(class: &str, data: &str) -> String {
    let opacity = if class.starts_with("flow") { r#" opacity=".3""# } else { "" };
    if data.is_empty() { String::new() } else { format!(r#"<path class="{class}"{opacity} d="{data}"/>"#) }
}

fn text(class: &str, (x, y): (f64, f64), size: f64, anchor: &str, words: &str) -> String {
    let anchor = if anchor == "start" { String::new() } else { format!(r#" text-anchor="{anchor}""#) };
    let (x, y, words) = (Num(x), Num(y), escape(words));
    format!(r#"<text class="{class}" x="{x}" y="{y}" font-size="{size}"{anchor}>{words}</text>"#)
}
