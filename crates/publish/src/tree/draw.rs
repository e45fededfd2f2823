//! The drawing as SVG.

use super::layout::{LINE, Layout, Placed, Side, bold, layout};
use super::{Branch, Form, STYLE};
use crate::funnel::path::Num;
use crate::funnel::words::escape;
use crate::say::pick;
use arobase_domain::Lang;

/// One colour for each question, for programs that read no style sheet.
pub(crate) const HUES: [&str; 8] =
    ["#2b6169", "#a85c14", "#5d4b8c", "#55702a", "#96291a", "#2f5f96", "#8a3566", "#6d5a3f"];

/// What a page gives the drawing, for the drawing by itself.
pub(crate) const ALONE: &str = "svg{--paper:#fbf8f1;--ink:#221c15;background:var(--paper)}\
    @media(prefers-color-scheme:dark){svg{--paper:#1a1612;--ink:#eee5d7;--hue1:#7fc3c9;--hue2:#eaa968;--hue3:#b7a6ea;\
    --hue4:#b3cf84;--hue5:#f2a088;--hue6:#93bdee;--hue7:#e79cc6;--hue8:#c9b391}}";

/// The drawing for a page that has [`STYLE`] in its style sheet.
pub fn svg(root: &Branch, form: Form, lang: Lang) -> String {
    let laid = layout(root, form);
    let role = if body(&laid).contains("<a ") { "group" } else { "img" };
    let name =
        pick(lang, "Carte des questions, des thèmes et des propositions", "Map of questions, themes and propositions");
    format!(
        "<svg class=\"tree\" viewBox=\"0 0 {} {}\" role=\"{role}\" aria-label=\"{name}\">{}</svg>",
        Num(laid.width),
        Num(laid.height),
        body(&laid)
    )
}

/// The drawing as a file of its own, light or dark as the reader's screen is.
pub fn standalone(root: &Branch, form: Form) -> String {
    let laid = layout(root, form);
    let (width, height) = (Num(laid.width), Num(laid.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tree\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"sans-serif\" font-size=\"15\"><title>{}</title><style>{ALONE}{STYLE}</style>{}</svg>\n",
        escape(&root.text),
        body(&laid)
    )
}

fn body(laid: &Layout<'_>) -> String {
    let hues = laid.nodes.iter().map(|node| node.branch.hue).max().unwrap_or_default();
    let paths = (1..=hues).map(|hue| paths(laid, hue));
    paths.chain(laid.nodes.iter().map(words)).collect()
}

/// Every path of a question at once.
fn paths(laid: &Layout<'_>, hue: usize) -> String {
    let mine = laid.nodes.iter().filter(|node| node.branch.hue == hue);
    let data: String = mine.filter_map(|node| node.path).map(curve).collect();
    let nth = (hue - 1) % HUES.len();
    if data.is_empty() {
        return data;
    }
    format!("<path class=\"q{}\" d=\"{data}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>", nth + 1, HUES[nth])
}

fn curve([from, to]: [(f64, f64); 2]) -> String {
    let middle = Num(f64::midpoint(from.0, to.0));
    format!(
        "M{} {}C{middle} {} {middle} {} {} {}",
        Num(from.0),
        Num(from.1),
        Num(from.1),
        Num(to.1),
        Num(to.0),
        Num(to.1)
    )
}

fn words(node: &Placed<'_>) -> String {
    let anchor = match node.side {
        Side::Right => "",
        Side::Left => " text-anchor=\"end\"",
        Side::Middle => " text-anchor=\"middle\"",
    };
    let (x, first) = (Num(node.x), node.y - (node.lines.len() as f64 - 1.0) * LINE / 2.0 + 5.0);
    let lines: Vec<String> = node.lines.iter().map(|line| escape(line)).collect();
    let lines = lines.join(&format!(" </tspan><tspan x=\"{x}\" dy=\"{LINE}\">"));
    // The first line needs no element of its own.
    let lines = match lines.split_once("</tspan>") {
        Some((first, rest)) => format!("{first}{rest}</tspan>"),
        None => lines,
    };
    let bold = if bold(node.branch, node.level) { " font-weight=\"600\"" } else { "" };
    let text = format!("<text x=\"{x}\" y=\"{}\"{anchor}{bold}>{lines}</text>", Num(first));
    match &node.branch.href {
        Some(href) => format!("<a href=\"{}\">{text}</a>", escape(href)),
        None => text,
    }
}
