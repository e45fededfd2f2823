//! What trees are made of: texts set in type, parts under our headings, anchors.

use super::format::slug;
use super::tree::{Block, Kind, Part, Role, words};
use super::{Issue, words as say};
use arobase_domain::Lang;
use arobase_domain::motion::prose;
use arobase_text::printed::printed;

/// The vote and the signatures.
pub(super) fn adoption(issue: &Issue<'_>) -> Part {
    let part = named(issue.lang, Kind::Adoption, "adoption");
    let Some(adoption) = &issue.colophon.adoption else {
        return Part { blocks: vec![note(&say::not_adopted(issue.lang))], ..part };
    };
    let vote = words(ours(&say::adopted(issue.lang, adoption)));
    let mut blocks = vec![Block::Paragraph { role: Role::Vote, runs: vote }];
    let lines: Vec<String> = adoption.signed_by.iter().map(|name| line(name)).collect();
    blocks.extend((!lines.is_empty()).then_some(Block::Signature { lines }));
    Part { blocks, ..part }
}

/// The seal and how to check it.
pub(super) fn seal(issue: &Issue<'_>) -> Part {
    let seal = Block::Paragraph { role: Role::Seal, runs: words(ours(&issue.colophon.seal)) };
    let blocks = vec![note(&say::check(issue.lang, issue.colophon)), seal];
    Part { blocks, ..named(issue.lang, Kind::Seal, "empreinte") }
}

/// A part under a heading of ours.
pub(super) fn named(lang: Lang, kind: Kind, anchor: &str) -> Part {
    let label = say::heading(lang, kind);
    Part { kind, anchor: anchor.to_owned(), label, title: String::new(), blocks: Vec::new(), parts: Vec::new() }
}

/// A sentence of ours.
pub(super) fn note(said: &str) -> Block {
    Block::Paragraph { role: Role::Note, runs: words(ours(said)) }
}

/// A paragraph of words.
pub(super) fn text(said: String) -> Block {
    Block::Paragraph { role: Role::Text, runs: words(said) }
}

/// The parts of a text in the markup of motions.
pub(super) fn blocks(text: &str, role: Role) -> Vec<Block> {
    let set = printed(&clean(text));
    prose::blocks(&set).into_iter().map(|block| read(block, role)).collect()
}

fn read(block: prose::Block, role: Role) -> Block {
    match block {
        prose::Block::Paragraph(runs) => Block::Paragraph { role, runs },
        prose::Block::List(items) => Block::List { items },
        prose::Block::Quote(runs) => Block::Quote { runs },
    }
}

/// A text that stands on one line.
pub(super) fn line(text: &str) -> String {
    printed(&ours(text))
}

/// Words of ours on one line: their typography is that of their language already.
pub(super) fn ours(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// A title, never empty: a document without one cannot be found.
pub(super) fn titled(lang: Lang, title: &str) -> String {
    let title = line(title);
    if title.is_empty() { say::say(lang, "Motion", "Motion") } else { title }
}

/// An identifier as the anchor of a page, or another if it could not be one.
pub(super) fn anchor(id: &str, otherwise: &str) -> String {
    let fits = id.starts_with(|c: char| c.is_ascii_lowercase()) && id == slug(id);
    if fits { id.to_owned() } else { otherwise.to_owned() }
}

/// Without the signs that no XML may hold.
fn clean(text: &str) -> String {
    let held = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if c == '\n' || held(c) { c } else { ' ' }).collect()
}
