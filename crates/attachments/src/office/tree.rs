//! What both formats of office suites share: a part as a tree that is not too deep, and words with how they are written.

use crate::Refusal;
use arobase_domain::motion::prose::Run;
use roxmltree::{Document, Node, ParsingOptions};

/// Most elements and stretches of words in a part.
const NODES: u32 = 2_000_000;
/// Most elements within one another: a text has some ten.
const DEPTH: u16 = 120;

/// A part as a tree.
pub(super) fn tree(part: &str) -> Result<Document<'_>, Refusal> {
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(part, options).map_err(|_| Refusal::Broken)?;
    let mut depths: Vec<u16> = Vec::new();
    for node in tree.descendants() {
        let depth = node.parent().map_or(0, |parent| depths[parent.id().get_usize()] + 1);
        if depth > DEPTH {
            return Err(Refusal::Broken);
        }
        depths.push(depth);
    }
    Ok(tree)
}

/// The elements right within an element.
pub(super) fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// The first element of a name right within an element.
pub(super) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    elements(node).find(|one| one.tag_name().name() == name)
}

/// An attribute by its name without prefix; empty if it is not there.
pub(super) fn said<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attributes().find(|one| one.name() == name).map_or("", |one| one.value())
}

/// How words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Stress {
    #[default]
    None,
    /// In bold or in italics, by hand.
    Hand,
    /// In a style that says that they are stressed.
    Style,
}

/// The words of a paragraph, stressed or not: bold or italics from its first word to its last make the paragraph stand out, and stress nothing in it.
pub(super) fn runs(words: Vec<(String, Stress)>) -> Vec<Run> {
    let told = |(text, _): &&(String, Stress)| !text.trim().is_empty();
    let whole = words.iter().filter(told).all(|(_, stress)| *stress == Stress::Hand);
    let run = |(text, stress): (String, Stress)| Run { text, stressed: stress != Stress::None && !whole };
    words.into_iter().map(run).collect()
}

/// Whether a style of characters says that words are stressed.
pub(super) fn stresses(name: &str) -> bool {
    let name = name.to_lowercase();
    ["emphasis", "strong", "accentuation"].iter().any(|word| name.contains(word))
}

/// Whether paragraphs of a style go on below an item.
pub(super) fn goes_on(name: &str) -> bool {
    let name = name.to_lowercase();
    ["suite", "list continue", "list paragraph"].iter().any(|word| name.contains(word))
        || name.starts_with("list ") && name.contains("cont.")
}

/// Whether paragraphs of a style are words of someone else.
pub(super) fn quotes(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("quot") || name.contains("citation")
}
