//! The motion as nodes, and back.

use crate::node::{
    ANNEX, CLAUSE, FIELD, ITEM, LEAD, LIST, Node, PARAGRAPH, QUOTE, RECITAL, ROOT, SECTION, TITLE, holds_words,
    is_block,
};
use arobase_domain::motion::prose::{self, Block, Run};
use arobase_domain::motion::{Annex, Clause, Field, Motion, Section, SectionKind, Source};
use arobase_domain::{ClauseId, IdeaId, PropositionId, SectionId};
use std::collections::BTreeSet;

/// The nodes of a motion.
pub(crate) fn of(motion: &Motion) -> Node {
    let field = |field: Field| {
        let text = motion.field(field);
        let lines = if is_prose(field) { blocks(text) } else { plain_lines(text) };
        Node::new(FIELD, lines).with("name", field.as_str())
    };
    let mut nodes: Vec<Node> = [Field::Title, Field::Address, Field::Reasons].map(field).into();
    nodes.extend(motion.recitals.iter().map(|text| Node::new(RECITAL, blocks(text))));
    nodes.push(field(Field::Demand));
    nodes.extend(motion.sections.iter().map(section));
    nodes.extend(motion.annexes.iter().map(annex));
    Node::new(ROOT, nodes)
}

/// Whether a field is written in the markup; the others are words alone.
fn is_prose(field: Field) -> bool {
    matches!(field, Field::Reasons | Field::Demand)
}

fn section(section: &Section) -> Node {
    let head = [title(&section.title), Node::new(LEAD, blocks(&section.lead))];
    let nodes = head.into_iter().chain(section.clauses.iter().map(clause)).collect();
    Node::new(SECTION, nodes).with("id", section.id.as_str()).with("kind", kind_code(section.kind))
}

fn clause(clause: &Clause) -> Node {
    let to: Vec<&str> = clause.to.iter().map(String::as_str).collect();
    Node::new(CLAUSE, blocks(&clause.text))
        .with("id", clause.id.as_str())
        .with("sources", sources_code(&clause.sources))
        .with("to", to.join(" "))
}

fn annex(annex: &Annex) -> Node {
    Node::new(ANNEX, [title(&annex.title)].into_iter().chain(blocks(&annex.text)).collect())
}

fn title(text: &str) -> Node {
    Node::line(TITLE, words(text))
}

fn words(text: &str) -> Vec<Run> {
    let run = Run { text: text.to_owned(), stressed: false };
    if text.is_empty() { Vec::new() } else { vec![run] }
}

fn plain_lines(text: &str) -> Vec<Node> {
    let lines: Vec<Node> = text.lines().map(|line| Node::line(PARAGRAPH, words(line))).collect();
    if lines.is_empty() { vec![Node::new(PARAGRAPH, Vec::new())] } else { lines }
}

/// The blocks of a text: one at least, so that there is where to write.
fn blocks(text: &str) -> Vec<Node> {
    let nodes: Vec<Node> = prose::blocks(text).into_iter().map(block).collect();
    if nodes.is_empty() { vec![Node::new(PARAGRAPH, Vec::new())] } else { nodes }
}

fn block(block: Block) -> Node {
    match block {
        Block::Paragraph(runs) => Node::line(PARAGRAPH, runs),
        Block::Quote(runs) => Node::line(QUOTE, runs),
        Block::List(items) => Node::new(LIST, items.into_iter().map(|runs| Node::line(ITEM, runs)).collect()),
    }
}

/// The motion of nodes that [fit](crate::fit), without what the maps hold.
pub(crate) fn motion(root: &Node) -> Motion {
    let mut motion = Motion::default();
    for node in &root.children {
        match node.kind.as_str() {
            FIELD => read_field(&mut motion, node),
            RECITAL => motion.recitals.push(text(&node.children)),
            SECTION => motion.sections.push(read_section(node)),
            ANNEX => motion.annexes.push(read_annex(node)),
            _ => {}
        }
    }
    motion.recitals.retain(|text| !text.is_empty());
    motion.annexes.retain(|annex| *annex != Annex::default());
    motion
}

fn read_field(motion: &mut Motion, node: &Node) {
    let plain = |between| {
        let lines = node.children.iter().map(|line| one_line(&line.words()));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(between)
    };
    match Field::of(node.attr("name")) {
        Some(Field::Title) => motion.title = plain(" "),
        Some(Field::Address) => motion.address = plain("\n"),
        Some(Field::Reasons) => motion.reasons = text(&node.children),
        Some(Field::Demand) => motion.demand = text(&node.children),
        None => {}
    }
}

fn read_section(node: &Node) -> Section {
    let first = |kind| node.children.iter().find(|child| child.is(kind));
    Section {
        id: SectionId::new(node.attr("id")),
        kind: kind_of(node.attr("kind")),
        title: first(TITLE).map(|title| one_line(&title.words())).unwrap_or_default(),
        lead: first(LEAD).map(|lead| text(&lead.children)).unwrap_or_default(),
        clauses: node.children.iter().filter(|child| child.is(CLAUSE)).map(read_clause).collect(),
    }
}

fn read_clause(node: &Node) -> Clause {
    Clause {
        id: ClauseId::new(node.attr("id")),
        text: text(&node.children),
        sources: sources_of(node.attr("sources")),
        to: node.attr("to").split_whitespace().map(str::to_owned).collect(),
    }
}

fn read_annex(node: &Node) -> Annex {
    let title = node.children.iter().find(|child| child.is(TITLE));
    Annex { title: title.map(|title| one_line(&title.words())).unwrap_or_default(), text: text(&node.children) }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ").trim().to_owned()
}

/// The text of blocks, in the markup.
pub(crate) fn text(blocks: &[Node]) -> String {
    let read: Vec<Block> = blocks.iter().filter(|node| is_block(&node.kind)).map(read_block).collect();
    prose::written(&prose::blocks(&prose::written(&read)))
}

fn read_block(node: &Node) -> Block {
    match node.kind.as_str() {
        LIST => {
            Block::List(node.children.iter().map(|item| flat(&item.line)).filter(|line| !line.is_empty()).collect())
        }
        QUOTE => Block::Quote(flat(&node.line)),
        _ => Block::Paragraph(flat(&node.line)),
    }
}

/// Runs on one line.
fn flat(line: &[Run]) -> Vec<Run> {
    line.iter().map(|run| Run { text: run.text.replace(['\n', '\r'], " "), stressed: run.stressed }).collect()
}

/// What is wanted, with the nodes held in place of those that read the same: what someone is typing is left as it is, blanks at its end included.
pub(crate) fn keeping(held: &Node, wanted: Node) -> Node {
    if same(held, &wanted) {
        return Node { attrs: wanted.attrs, ..held.clone() };
    }
    let mut left: Vec<&Node> = held.children.iter().collect();
    let mut keep = |child: Node| {
        let Some(at) = left.iter().position(|one| key(one) == key(&child)) else { return child };
        keeping(left.remove(at), child)
    };
    Node { children: wanted.children.into_iter().map(&mut keep).collect(), ..wanted }
}

fn same(one: &Node, other: &Node) -> bool {
    one.kind == other.kind && !one.is(SECTION) && !one.is(ROOT) && settled(one) == settled(other)
}

/// What a node reads as.
fn settled(node: &Node) -> String {
    match node.kind.as_str() {
        TITLE => one_line(&node.words()),
        FIELD if !Field::of(node.attr("name")).is_some_and(is_prose) => node.words().trim().to_owned(),
        ANNEX => format!("{}\n{}", read_annex(node).title, text(&node.children)),
        kind if holds_words(kind) => prose::line(&node.line).trim().to_owned(),
        LIST => text(std::slice::from_ref(node)),
        _ => text(&node.children),
    }
}

/// What makes a node the same as another in another state.
pub(crate) fn key(node: &Node) -> [String; 2] {
    let name = match node.kind.as_str() {
        FIELD => node.attr("name").to_owned(),
        SECTION | CLAUSE => node.attr("id").to_owned(),
        TITLE | LEAD => String::new(),
        _ => settled(node),
    };
    [node.kind.clone(), name]
}

pub(crate) fn sources_code(sources: &BTreeSet<Source>) -> String {
    let code = |source: &Source| match source {
        Source::Proposition(id) => format!("proposition:{id}"),
        Source::Idea(id) => format!("idea:{id}"),
    };
    sources.iter().map(code).collect::<Vec<_>>().join(" ")
}

pub(crate) fn sources_of(code: &str) -> BTreeSet<Source> {
    let source = |word: &str| match word.split_once(':')? {
        ("proposition", id) => Some(Source::Proposition(PropositionId::new(id))),
        ("idea", id) => Some(Source::Idea(IdeaId::new(id))),
        _ => None,
    };
    code.split_whitespace().filter_map(source).collect()
}

fn kind_code(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Axis => "axis",
        SectionKind::Priority => "priority",
        SectionKind::Question => "question",
    }
}

fn kind_of(code: &str) -> SectionKind {
    match code {
        "axis" => SectionKind::Axis,
        "priority" => SectionKind::Priority,
        _ => SectionKind::Question,
    }
}
