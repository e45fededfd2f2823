use super::layout::{Bar, Frame, Layout};
use super::*;
use crate::sample;
use arobase_domain::{IdeaStatus, Lang, PropositionId, QuestionId, ThemeId};
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// A figure from plain numbers: ideas of each theme of each question; every theme has one proposition with half of them.
fn figure(questions: &[Vec<usize>], lost: [usize; 3]) -> FunnelFigure {
    let [to_sort, off_topic, empty] = lost;
    let classed = questions.iter().flatten().sum();
    let mut figure = FunnelFigure {
        contributions: 492,
        ideas: IdeaCounts { classed, to_sort, off_topic, empty },
        ..FunnelFigure::default()
    };
    for (rank, themes) in questions.iter().enumerate() {
        let question = QuestionId::new(format!("q{}", rank + 1));
        let wording = "Comment accompagner chaque habitant vers les services publics en ligne ?".to_owned();
        figure.questions.push(QuestionFigure { id: question.clone(), wording, ideas: themes.iter().sum() });
        for &ideas in themes {
            let number = figure.themes.len() + 1;
            let (theme, question) = (ThemeId::new(format!("t{number:02}")), question.clone());
            let id = PropositionId::new(format!("p{number}"));
            figure.propositions.push(PropositionFigure {
                id,
                question: question.clone(),
                theme: theme.clone(),
                ideas: ideas / 2,
            });
            figure.themes.push(ThemeFigure {
                id: theme,
                question,
                label: "médiation dans les villages".to_owned(),
                ideas,
            });
        }
    }
    figure
}

/// Of the size of a real congress: 4 questions, 29 themes and propositions, some 1,300 ideas.
fn congress() -> FunnelFigure {
    let themes = |count: usize| (0..count).map(|rank| 84 - rank * 9).collect::<Vec<_>>();
    figure(&[themes(8), themes(8), themes(7), themes(6)], [43, 22, 16])
}

fn check(svg: &str) {
    let document = Document::parse(svg).expect("well-formed XML");
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("width"), root.attribute("height")), ("svg", None, None));
    assert!(root.attribute("viewBox").is_some_and(|view| view.starts_with("0 0 ")));
    for reference in ["aria-labelledby", "aria-describedby"] {
        let id = root.attribute(reference).expect("a name");
        assert!(root.children().any(|node| node.attribute("id") == Some(id)), "{id} is not there");
    }
    assert!(root.descendants().all(|node| node.attribute("style").is_none() && !node.has_tag_name("style")));
}

fn nested(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("well-formed XML");
    let parents = document.root_element().children().filter(|node| node.children().any(|child| child.is_element()));
    parents.map(|node: Node<'_, '_>| node.tag_name().name().to_owned()).collect()
}

#[test]
fn both_drawings_of_the_sample() {
    let figure = FunnelFigure::of(&sample());
    insta::assert_snapshot!("wide", svg(&figure, Lang::Fr).replace("><", ">\n<"));
    insta::assert_snapshot!("narrow", svg_narrow(&figure, Lang::En).replace("><", ">\n<"));
}

#[test]
fn shapes_are_direct_children_and_weigh_little() {
    for drawing in [svg(&congress(), Lang::Fr), svg_narrow(&congress(), Lang::Fr)] {
        check(&drawing);
        assert!(nested(&drawing).is_empty(), "grandchildren count as elements of the page");
        assert!(drawing.len() <= 12 * 1024, "{} bytes", drawing.len());
    }
}

#[test]
fn only_links_hold_something_and_a_linked_drawing_is_no_image() {
    let href = |target: Target<'_>| match target {
        Target::Column(Column::Ideas) => Some("/idées?a=1&b=\"2\"".to_owned()),
        Target::State(IdeaStatus::Empty) => Some("/registre".to_owned()),
        _ => None,
    };
    let drawing = svg_linked(&congress(), Lang::Fr, &href);
    check(&drawing);
    assert_eq!(nested(&drawing), ["a", "a"]);
    assert!(drawing.contains(r#"role="group""#) && svg(&congress(), Lang::Fr).contains(r#"role="img""#));
    assert!(drawing.contains(r#"href="/idées?a=1&amp;b=&quot;2&quot;""#));
}

#[test]
fn every_figure_is_written() {
    let figure = FunnelFigure { contributions: 1_312, ..congress() };
    for drawing in [svg(&figure, Lang::Fr), svg_narrow(&figure, Lang::Fr)] {
        for words in
            [">1\u{202f}312<", ">43 à classer<", ">22 hors sujet<", ">16 sans contenu<", ">29<", ">propositions<"]
        {
            assert!(drawing.contains(words), "{words}");
        }
    }
    assert!(svg(&figure, Lang::En).contains(">1,312<"));
}

#[test]
fn hostile_words_stay_words() {
    let mut figure = congress();
    figure.themes[0].label = "</text><script>alert(1)</script>".to_owned();
    figure.questions[0].wording = "\"><image href=x onerror=\"alert(1)\"/>&".to_owned();
    let drawing = svg(&figure, Lang::Fr);
    check(&drawing);
    let document = Document::parse(&drawing).expect("well-formed XML");
    assert!(document.descendants().all(|node| !node.has_tag_name("script") && !node.has_tag_name("image")));
}

#[test]
fn an_edition_without_analysis_can_be_drawn() {
    for drawing in [svg(&FunnelFigure::default(), Lang::Fr), svg_narrow(&FunnelFigure::default(), Lang::En)] {
        check(&drawing);
        assert!(!drawing.contains("NaN") && !drawing.contains("inf"));
    }
}

#[test]
fn the_table_says_what_the_drawing_shows() {
    let rows = table(&FunnelFigure::of(&sample()));
    let short: Vec<_> =
        rows.iter().map(|row| (row.question.as_str(), row.themes, row.ideas, row.propositions)).collect();
    assert_eq!(short, [("q1", 2, 5, 2), ("q2", 2, 7, 4)]);
}

const FRAME: Frame = Frame {
    middle: 232.0,
    mouth: 440.0,
    ideas: 300.0,
    gaps: (3.0, 12.0, 110.0),
    proposition: 4.0,
    slot: 62.0,
    leaving_first: false,
};

fn in_order(bars: impl IntoIterator<Item = Bar>, room: Bar) -> bool {
    let bars: Vec<Bar> = bars.into_iter().collect();
    let inside = |bar: &Bar| bar.at >= room.at - 1e-6 && bar.end() <= room.end() + 1e-6;
    bars.iter().all(inside) && bars.windows(2).all(|pair| pair[0].end() <= pair[1].at + 1e-6)
}

proptest! {
    #[test]
    fn nothing_overlaps_nor_leaves_the_frame(
        questions in prop::collection::vec(prop::collection::vec(0_usize..4_000, 1..20), 0..9),
        lost in [0_usize..3_000, 0..50, 0..50],
    ) {
        let figure = figure(&questions, lost);
        let Layout { contributions, ideas, classed, leaving, themes, questions, into_questions, propositions } = FRAME.place(&figure);
        prop_assert!(in_order(themes.iter().map(|node| node.bar), contributions));
        prop_assert!(in_order(themes.iter().map(|node| node.from), classed));
        prop_assert!(in_order(questions.iter().copied(), contributions));
        prop_assert!(in_order(propositions.iter().map(|node| node.bar), contributions));
        prop_assert!(in_order([classed].into_iter().chain(leaving.iter().map(|stream| stream.2)), ideas));
        for (rank, &question) in questions.iter().enumerate() {
            let mine = |nodes: &[layout::Node]| nodes.iter().filter(|node| node.question == rank).map(|node| node.from).collect::<Vec<_>>();
            prop_assert!(in_order(mine(&propositions), question));
            let into = themes.iter().zip(&into_questions).filter(|(node, _)| node.question == rank).map(|(_, &bar)| bar);
            prop_assert!(in_order(into, question));
        }
        check(&svg(&figure, Lang::Fr));
        check(&svg_narrow(&figure, Lang::Fr));
    }

    #[test]
    fn one_idea_has_the_same_breadth_everywhere(ideas in prop::collection::vec(40_usize..200, 2..12)) {
        let layout = FRAME.place(&figure(std::slice::from_ref(&ideas), [0; 3]));
        let one = 300.0 / ideas.iter().sum::<usize>() as f64;
        for (node, &ideas) in layout.themes.iter().zip(&ideas) {
            prop_assert!((node.bar.len - one * ideas as f64).abs() < 1e-9);
            prop_assert!((node.from.len - node.bar.len).abs() < 1e-9);
        }
    }
}
