use super::*;
use crate::sample;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

fn element<'a>(document: &'a Document, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(name)).collect()
}

/// How many elements of this name are above.
fn depth(node: Node, name: &str) -> usize {
    node.ancestors().skip(1).filter(|above| above.has_tag_name(name)).count()
}

fn awkward() -> Analysis {
    let mut analysis = sample();
    analysis.themes[0].label = "« R&D » <script>\n\u{b}et \"suite\"\u{ffff}".into();
    analysis.themes[0].keywords = vec!["et/ou".into(), "a,b".into()];
    analysis
}

#[test]
fn the_map_of_the_sample() {
    insta::assert_snapshot!("opml", opml(&sample(), "Congrès 2026", Lang::Fr));
    insta::assert_snapshot!("freemind", freemind(&sample(), "Congrès 2026", Lang::Fr));
}

#[test]
fn every_question_theme_and_proposition_has_its_place() {
    let analysis = awkward();
    // The one weak signal of the sample hangs on a branch of its own.
    let weak = 1;
    let all = [1, analysis.questions.len(), analysis.themes.len(), analysis.propositions.len(), weak];
    for (text, name) in [(opml(&analysis, "", Lang::En), "outline"), (freemind(&analysis, "", Lang::En), "node")] {
        let document = Document::parse(&text).expect("well formed");
        let nodes = element(&document, name);
        let at = |level| nodes.iter().filter(|node| depth(**node, name) == level).count();
        assert_eq!([at(0), at(1), at(2), at(3), at(4)], all);
        assert_eq!(nodes.len(), all.iter().sum::<usize>());
    }
}

/// What <http://opml.org/spec2.opml> asks of a document.
#[test]
fn opml_follows_its_specification() {
    let text = opml(&awkward(), "Édition & suite", Lang::Fr);
    let document = Document::parse(&text).expect("well formed");
    let root = document.root_element();
    assert!(root.has_tag_name("opml") && root.attribute("version") == Some("2.0"));
    let parts: Vec<_> = root.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    assert_eq!(parts, ["head", "body"]);
    assert_eq!(element(&document, "title")[0].text(), Some("Édition & suite"));
    for outline in element(&document, "outline") {
        assert!(outline.attribute("text").is_some_and(|text| !text.is_empty()));
        assert!(outline.attributes().all(|one| ["text", "category"].contains(&one.name())));
    }
    let tags = element(&document, "outline").into_iter().find_map(|node| node.attribute("category"));
    assert_eq!(tags, Some("et ou,a b"), "a tag has no slash, and tags are apart by commas");
}

/// What the schema of FreeMind asks: names, types, one identifier for each node.
#[test]
fn freemind_follows_its_schema() {
    let text = freemind(&awkward(), "Édition", Lang::En);
    let document = Document::parse(&text).expect("well formed");
    let nodes = element(&document, "node");
    let ids: BTreeSet<_> = nodes.iter().filter_map(|node| node.attribute("ID")).collect();
    assert_eq!(ids.len(), nodes.len());
    for node in &nodes {
        assert!(node.attributes().all(|one| ["FOLDED", "ID", "POSITION", "TEXT"].contains(&one.name())));
        assert!(node.attribute("POSITION").is_none_or(|side| ["left", "right"].contains(&side)));
        assert_eq!(node.attribute("POSITION").is_some(), depth(*node, "node") == 1);
    }
    let known = ["map", "node", "richcontent", "html", "head", "body", "p"];
    assert!(document.descendants().filter(Node::is_element).all(|node| known.contains(&node.tag_name().name())));
}

#[test]
fn texts_stand_on_one_line_whatever_they_hold() {
    let text = freemind(&awkward(), "", Lang::Fr);
    let document = Document::parse(&text).expect("well formed");
    let label = element(&document, "node").into_iter().find(|node| node.attribute("ID") == Some("ID_t01"));
    assert_eq!(label.and_then(|node| node.attribute("TEXT")), Some("« R&D » <script> et \"suite\""));
}
