//! Opinion groups: the map of people as SVG, and the report that explains it.

mod lists;
mod map;
mod marks;
mod page;
mod words;

pub use map::svg;

use arobase_domain::Lang;
use arobase_domain::opinions::Opinions;
use askama::Template as _;

/// The rules that theme the map inside a page: they ask for `--paper`, `--ink`, `--faded` and `--hue1` … `--hue5`.
pub const STYLE: &str = include_str!("opinions/opinions.css");

/// Opinion groups as one HTML page: no script, no request to anywhere (its own policy forbids both).
///
/// Long lists are cut, and say in which file the rest is.
#[expect(clippy::missing_panics_doc, reason = "writing to memory does not fail, and no filter of the template does")]
pub fn render(opinions: &Opinions, lang: Lang) -> String {
    page::Page::new(opinions, lang).render().expect("a template without fallible filter, written to memory")
}

#[cfg(test)]
mod tests;
