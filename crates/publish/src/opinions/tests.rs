use super::*;
use arobase_domain::opinions::{Contrast, Distinct, GroupTally, OpinionGroup, Share, Statement, Tally, Tried, Voter};
use std::collections::BTreeSet;

fn tally(agrees: u32, disagrees: u32, passes: u32) -> Tally {
    Tally { agrees, disagrees, passes }
}

fn group_tally(agrees: u32, disagrees: u32) -> GroupTally {
    let side = |count: u32| Contrast {
        share: Share { count, p: f64::from(count + 1) / f64::from(agrees + disagrees + 2), z: 1.0 },
        r: 2.0,
        zr: 3.0,
    };
    GroupTally { tally: tally(agrees, disagrees, 0), sides: [side(agrees), side(disagrees)] }
}

/// Twelve people in two groups, who share one statement and part on another.
fn sample() -> Opinions {
    let voter = |at: usize| Voter {
        id: format!("p{at}"),
        votes: 8,
        placed: at < 11,
        group: (at < 11).then_some(usize::from(at >= 7)),
        x: if at < 7 { at as f64 * 0.1 } else { 3.0 + at as f64 * 0.2 },
        y: (at * at % 5) as f64,
    };
    let statement = |id: &str, text: &str, groups: [GroupTally; 2], mean: f64| Statement {
        id: id.to_owned(),
        text: text.to_owned(),
        tally: tally(9, 2, 1),
        shares: [Share { count: 9, p: 0.7, z: 2.0 }, Share { count: 2, p: 0.2, z: -2.0 }],
        groups: groups.to_vec(),
        mean_consensus: [mean, 1.0 - mean],
        ..Statement::default()
    };
    let group = |size: usize, x: f64, representative: Vec<Distinct>| OpinionGroup { size, x, y: 2.0, representative };
    Opinions {
        voters: (0..12).map(voter).collect(),
        statements: vec![
            statement("1", "La fibre d'abord : partout & vite", [group_tally(7, 0), group_tally(4, 0)], 0.85),
            statement("2", "Fermer les guichets", [group_tally(0, 7), group_tally(4, 0)], 0.3),
            Statement { aside: true, ..statement("3", "Injure", [group_tally(0, 7), group_tally(4, 0)], 0.9) },
        ],
        groups: vec![
            group(7, 0.3, vec![Distinct { statement: 1, agrees: false }]),
            group(4, 4.7, vec![Distinct { statement: 1, agrees: true }]),
        ],
        majority: [vec![0], vec![]],
        tried: vec![Tried { groups: 2, silhouette: 0.61, smallest: 4, refused: false }],
        silhouette: Some(0.61),
        stability: Some(0.92),
        input_hash: "00ff".to_owned(),
        parameters: vec![("mode".to_owned(), "stable".to_owned())],
        versions: vec![("arobase".to_owned(), "0.1.0".to_owned())],
    }
}

fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_report_of_the_sample() {
    let page = render(&sample(), Lang::Fr);
    let (head, body) = page.split_once("</style>").expect("a style");
    assert!(head.contains("default-src 'none'"));
    insta::assert_snapshot!(body);
}

#[test]
fn in_english() {
    let page = render(&sample(), Lang::En);
    assert!(page.contains("<html lang=\"en\">") && page.contains("What sets each group apart"));
    assert!(!page.contains("d’accord"));
}

#[test]
fn the_map_stands_alone_and_tells_groups_apart_by_shape() {
    let map = svg(&sample(), Lang::Fr);
    let document = roxmltree::Document::parse(&map).expect("well formed");
    let legend = document.descendants().filter(|node| node.attribute("class") == Some("legend"));
    let said: Vec<String> = legend
        .map(|node| node.descendants().filter(roxmltree::Node::is_text).filter_map(|one| one.text()).collect())
        .collect();
    assert_eq!(said, ["Groupe A, 7\u{a0}personnes", "Groupe B, 4\u{a0}personnes"]);
    let marks = |rank: usize| {
        let class = format!("g{rank}");
        let paths = document.descendants().filter(|node| node.attribute("fill-opacity") == Some(".7"));
        let path = paths.into_iter().find(|node| node.attribute("class") == Some(&class)).expect("a group");
        path.attribute("d").expect("marks").to_owned()
    };
    assert_eq!((marks(1).matches('a').count(), marks(1).matches('M').count()), (14, 7), "discs");
    assert_eq!((marks(2).matches('a').count(), marks(2).matches('M').count()), (0, 4), "triangles");
}

#[test]
fn what_is_shared_is_shared_by_every_group_and_not_set_aside() {
    let page = render(&sample(), Lang::Fr);
    let together =
        page.split("id=\"together\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("there");
    assert!(together.contains("La fibre") && !together.contains("guichets"));
    assert!(!page.contains("Injure"));
}

#[test]
fn no_clear_groups_is_said_plainly() {
    let mut opinions = Opinions { groups: Vec::new(), silhouette: None, stability: None, ..sample() };
    opinions.voters.iter_mut().for_each(|one| one.group = None);
    opinions.statements.iter_mut().for_each(|one| one.groups.clear());
    let page = render(&opinions, Lang::Fr);
    assert!(page.contains("Pas de groupes nets.") && page.contains("avait une séparation de 0,61"));
    assert!(!page.contains("id=\"apart\""));
    roxmltree::Document::parse(&svg(&opinions, Lang::En)).expect("well formed");
}

#[test]
fn nobody_and_nothing_make_a_page_too() {
    let page = render(&Opinions::default(), Lang::Fr);
    assert!(page.contains("Pas de groupes nets.") && !page.contains("NaN") && !page.contains("inf"));
}

#[test]
fn no_script_no_request_and_links_that_lead_somewhere() {
    let page = render(&sample(), Lang::Fr);
    for foreign in ["<script", "https:", " src=", "@import", "url(", "<link", "<iframe", "<object"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert_eq!(page.matches("http:").count(), 1, "the name of SVG");
    let ids = values(&page, "id");
    let known: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len());
    for href in values(&page, "href") {
        assert!(href.strip_prefix('#').is_some_and(|id| known.contains(id)), "{href}");
    }
    for id in values(&page, "aria-labelledby") {
        assert!(known.contains(id), "{id}");
    }
}
