//! The map of a congress as a drawing: questions → themes → propositions, from left to right or around the middle.

mod branch;
mod draw;
mod layout;

pub use branch::{Branch, Material, Spot};
pub(crate) use draw::{ALONE, HUES};
pub use draw::{standalone, svg};

/// How the branches go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// From left to right.
    #[default]
    Tree,
    /// Around the root, half on each side.
    Radial,
}

/// The rules that theme the drawing, for a style sheet. They ask for `--paper`, `--ink` and `--hue1` … `--hue8`, one colour for each question.
pub const STYLE: &str = include_str!("tree/tree.css");

#[cfg(test)]
mod tests;
