use super::layout::{GAP, LINE, layout};
use super::*;
use crate::sample;
use arobase_domain::Lang;
use proptest::prelude::*;
use roxmltree::Document;

const FORMS: [Form; 2] = [Form::Tree, Form::Radial];

fn whole(deep: bool) -> Branch {
    Material::of(&sample(), Lang::Fr).whole("Congrès 2026", deep)
}

#[test]
fn the_maps_of_the_sample() {
    insta::assert_snapshot!("tree", standalone(&whole(true), Form::Tree).replace('>', ">\n"));
    insta::assert_snapshot!("radial", svg(&whole(false), Form::Radial, Lang::Fr).replace('>', ">\n"));
}

#[test]
fn every_node_leads_where_it_is_told() {
    let analysis = sample();
    let href = |spot: Spot<'_>| Some(format!("/x?a=1&b={spot:?}"));
    let material = Material { href: &href, ..Material::of(&analysis, Lang::Fr) };
    let question = material.one(&analysis.questions[1].id).expect("there");
    assert!(material.one(&arobase_domain::QuestionId::new("q99")).is_none());
    for root in [material.whole("", true), question] {
        for form in FORMS {
            let drawing = svg(&root, form, Lang::En);
            let document = Document::parse(&drawing).expect("well formed");
            let count = |name| document.descendants().filter(|node| node.has_tag_name(name)).count();
            assert_eq!(count("a"), count("text"));
            assert_eq!(count("a"), layout(&root, form).nodes.len());
            assert_eq!(document.root_element().attribute("role"), Some("group"));
        }
    }
    assert!(svg(&whole(true), Form::Tree, Lang::Fr).contains("role=\"img\""));
}

#[test]
fn hostile_words_stay_words() {
    let branch = |text: &str| Branch { text: text.into(), hue: 1, ..Branch::default() };
    let root = Branch { inside: vec![branch("</text><script>alert(1)</script>"), branch("")], ..branch("\"&<") };
    for form in FORMS {
        let drawing = standalone(&root, form);
        let document = Document::parse(&drawing).expect("well formed");
        assert!(document.descendants().all(|node| !node.has_tag_name("script")));
        assert!(!drawing.contains("NaN") && !drawing.contains("inf"));
    }
}

fn trees() -> impl Strategy<Value = Branch> {
    let leaf = "[a-zé ]{0,90}".prop_map(|text| Branch { text, hue: 1, ..Branch::default() });
    let node = |inside: BoxedStrategy<Branch>| {
        ("[a-zé ]{0,90}", prop::collection::vec(inside, 0..6))
            .prop_map(|(text, inside)| Branch { text, hue: 1, inside, ..Branch::default() })
            .boxed()
    };
    node(node(node(leaf.boxed())))
}

proptest! {
    #[test]
    fn words_of_a_level_never_meet_and_stay_inside(root in trees()) {
        for form in FORMS {
            let laid = layout(&root, form);
            let top = |node: &layout::Placed<'_>| node.y - node.lines.len() as f64 * LINE / 2.0;
            let highest = laid.nodes.iter().map(top).fold(f64::INFINITY, f64::min);
            prop_assert!(highest <= 2.0 * GAP, "{highest} of nothing above");
            for (at, node) in laid.nodes.iter().enumerate() {
                let half = node.lines.len() as f64 * LINE / 2.0;
                prop_assert!(node.y - half >= 0.0 && node.y + half <= laid.height);
                prop_assert!(node.x >= 0.0 && node.x <= laid.width);
                for other in laid.nodes[..at].iter().filter(|other| (other.level, other.side) == (node.level, node.side)) {
                    let room = half + other.lines.len() as f64 * LINE / 2.0;
                    prop_assert!((node.y - other.y).abs() >= room);
                }
            }
        }
    }
}
