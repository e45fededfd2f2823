//! What is not where the motion has a place for it is given one; no word is lost, and what has its place keeps it.

use crate::node::{
    ANNEX, CLAUSE, FIELD, ITEM, LEAD, LIST, Node, PARAGRAPH, RECITAL, SECTION, STRAY, TITLE, holds_words, is_block,
};
use crate::read::joined;
use arobase_domain::motion::Field;

/// A tree of the schema.
pub(crate) fn fit(root: Node) -> Node {
    let mut fitted: Vec<Node> = Vec::new();
    for child in root.children {
        match child.kind.as_str() {
            FIELD => field(&mut fitted, child),
            RECITAL => fitted.push(container(child)),
            SECTION => fitted.push(section(child)),
            ANNEX => fitted.push(titled(child)),
            CLAUSE => last_section(&mut fitted).children.push(container(child)),
            _ => {
                let blocks = blocks(vec![child]);
                if !blocks.is_empty() {
                    last_section(&mut fitted).children.push(Node::new(CLAUSE, blocks));
                }
            }
        }
    }
    for name in Field::ALL {
        place(&mut fitted, name);
    }
    Node { children: fitted, ..root }
}

/// A field; one that stands twice becomes one, with the words of both.
fn field(fitted: &mut Vec<Node>, child: Node) {
    let child = container(child);
    if Field::of(child.attr("name")).is_none() {
        last_section(fitted).children.push(Node::new(CLAUSE, child.children));
        return;
    }
    match fitted.iter_mut().find(|one| one.is(FIELD) && one.attr("name") == child.attr("name")) {
        Some(first) => first.children.extend(child.children.into_iter().filter(|line| !line.words().trim().is_empty())),
        None => fitted.push(child),
    }
}

/// A field that is missing, put back empty where it belongs.
fn place(fitted: &mut Vec<Node>, name: Field) {
    if fitted.iter().any(|one| one.is(FIELD) && one.attr("name") == name.as_str()) {
        return;
    }
    let order = |one: &Node| match one.kind.as_str() {
        FIELD => Field::of(one.attr("name")).map_or(0, |field| if field == Field::Demand { 5 } else { field as usize }),
        RECITAL => 4,
        SECTION => 6,
        _ => 7,
    };
    let blank = Node::new(FIELD, vec![Node::new(PARAGRAPH, Vec::new())]).with("name", name.as_str());
    let at = fitted.iter().position(|one| order(one) > order(&blank)).unwrap_or(fitted.len());
    fitted.insert(at, blank);
}

/// The last section, made if there is none.
fn last_section(fitted: &mut Vec<Node>) -> &mut Node {
    let at = fitted.iter().rposition(|one| one.is(SECTION)).unwrap_or_else(|| {
        let at = fitted.iter().position(|one| one.is(ANNEX)).unwrap_or(fitted.len());
        fitted.insert(at, section(Node::new(SECTION, Vec::new()).with("id", "").with("kind", "question")));
        at
    });
    &mut fitted[at]
}

fn section(node: Node) -> Node {
    let (mut title, mut lead) = (None::<Node>, None::<Node>);
    let mut rest: Vec<Node> = Vec::new();
    for child in node.children {
        match child.kind.as_str() {
            TITLE if title.is_none() => title = Some(child),
            LEAD => match &mut lead {
                None => lead = Some(container(child)),
                Some(first) => first.children.extend(container(child).children),
            },
            CLAUSE => rest.push(container(child)),
            _ => match (blocks(vec![child]), rest.last_mut()) {
                (blocks, Some(clause)) => clause.children.extend(blocks),
                (blocks, None) => lead.get_or_insert_with(|| Node::new(LEAD, Vec::new())).children.extend(blocks),
            },
        }
    }
    let head = [
        title.unwrap_or_else(|| Node::line(TITLE, Vec::new())),
        lead.unwrap_or_else(|| container(Node::new(LEAD, Vec::new()))),
    ];
    Node { children: head.into_iter().chain(rest).collect(), line: Vec::new(), ..node_of(node.kind, node.attrs) }
}

fn node_of(kind: String, attrs: std::collections::BTreeMap<String, String>) -> Node {
    Node { kind, attrs, ..Node::default() }
}

/// An annex: a title, then blocks.
fn titled(node: Node) -> Node {
    let (mut title, mut rest) = (None, Vec::new());
    for child in node.children {
        if child.is(TITLE) && title.is_none() {
            title = Some(child);
        } else {
            rest.extend(blocks(vec![child]));
        }
    }
    let title = title.unwrap_or_else(|| Node::line(TITLE, Vec::new()));
    Node { children: [title].into_iter().chain(rest).collect(), ..node_of(node.kind, node.attrs) }
}

/// What holds blocks: one at least.
fn container(node: Node) -> Node {
    let mut children = blocks(node.children);
    if children.is_empty() {
        children.push(Node::new(PARAGRAPH, Vec::new()));
    }
    Node { children, ..node_of(node.kind, node.attrs) }
}

/// Nodes as blocks of prose.
fn blocks(nodes: Vec<Node>) -> Vec<Node> {
    let mut fitted = Vec::new();
    for node in nodes {
        match node.kind.as_str() {
            LIST => fitted.push(list(node)),
            STRAY if node.line.is_empty() => {}
            kind if is_block(kind) => fitted.push(node),
            kind if holds_words(kind) => fitted.push(Node::line(PARAGRAPH, node.line)),
            _ => fitted.extend(blocks(node.children)),
        }
    }
    fitted
}

fn list(node: Node) -> Node {
    let item = |child: Node| if child.is(ITEM) { child } else { Node::line(ITEM, words(child)) };
    Node { children: node.children.into_iter().map(item).collect(), ..node_of(node.kind, node.attrs) }
}

/// Every word under a node, on one line.
fn words(node: Node) -> Vec<arobase_domain::motion::prose::Run> {
    joined(node.line.into_iter().chain(node.children.into_iter().flat_map(words)))
}
