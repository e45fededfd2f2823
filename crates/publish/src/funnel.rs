//! The drawing of the product: contributions → ideas → themes → questions → propositions, and what leaves on the way.

mod draw;
mod figure;
pub(crate) mod layout;
pub(crate) mod path;
mod table;
pub(crate) mod words;

pub use draw::{svg, svg_linked, svg_narrow, svg_narrow_linked};
pub use figure::{Column, FunnelFigure, IdeaCounts, PropositionFigure, QuestionFigure, Target, ThemeFigure};
pub use table::{Row, table};

/// The rules that theme both drawings and show the one that fits the page: for a style sheet, since a strict policy forbids inline style.
///
/// They ask for `--paper`, `--ink`, `--faded` and `--hue1` … `--hue8`, one colour for each question.
pub const STYLE: &str = include_str!("funnel/funnel.css");

#[cfg(test)]
mod tests;
