use super::zones::Grid;
use super::*;
use crate::sample;
use arobase_domain::{IdeaId, IdeaStatus, Lang, Study};
use proptest::prelude::*;

#[test]
fn every_idea_of_a_theme_is_on_the_map() {
    let analysis = sample();
    let drawn = svg(&analysis, Lang::Fr);
    let atlas = Atlas::of(&analysis);
    assert_eq!(atlas.ideas, analysis.ideas.iter().filter(|idea| idea.theme.is_some()).count());
    assert_eq!(atlas.body(&|_| None).matches("h0").count() + atlas.weak, atlas.ideas);
    assert_eq!(drawn.matches("class=\"map-zone").count(), analysis.themes.len());
    let page = format!("<div>{drawn}</div>");
    assert!(roxmltree::Document::parse(&page).is_ok(), "{page}");
    assert!(drawn.contains("aria-label=\"Carte de 12 idées en 4 thèmes\u{202f}; "), "{drawn}");
}

#[test]
fn many_ideas_are_sampled_and_none_is_nothing() {
    let mut analysis = sample();
    let (mut idea, point) = (analysis.ideas[0].clone(), analysis.study.map.points[0]);
    idea.campaign = None;
    idea.id = IdeaId::new("x");
    analysis.ideas = vec![idea; 12_000];
    analysis.study.map.points = vec![point; 12_000];
    assert_eq!(Atlas::of(&analysis).body(&|_| None).matches("h0").count(), DOTS);
    analysis.study = Study::default();
    assert_eq!(svg(&analysis, Lang::En), "");
    assert!(Atlas::of(&analysis).is_blank());
}

#[test]
fn the_map_is_what_it_was() {
    insta::assert_snapshot!(standalone(&Atlas::of(&sample()), Lang::Fr));
}

#[test]
fn a_zone_leads_to_its_theme_and_is_told_in_words() {
    let atlas = Atlas::of(&sample());
    let drawn = linked(&atlas, Lang::En, &|theme| Some(format!("/en/themes/{theme}")));
    assert!(drawn.contains("role=\"group\"") && drawn.contains("<a href=\"/en/themes/t01\" aria-label="), "{drawn}");
    let lies: Vec<(usize, usize)> = atlas.zones.iter().map(|zone| zone.lies).collect();
    assert_eq!(lies.len(), 4);
    for (rank, zone) in atlas.zones.iter().enumerate() {
        assert!(zone.nearest.len() == NEAREST && !zone.nearest.contains(&rank));
    }
}

/// Puts every idea of a theme in another, as a person merges them.
fn merged(from: &str, into: &str) -> Analysis {
    let mut analysis = sample();
    analysis.themes.retain(|theme| theme.id != ThemeId::new(from));
    for idea in analysis.ideas.iter_mut().filter(|idea| idea.theme == Some(ThemeId::new(from))) {
        idea.theme = Some(ThemeId::new(into));
    }
    analysis
}

#[test]
fn themes_that_people_put_together_are_one_zone_in_two_places() {
    let whole = Atlas::of(&sample());
    let atlas = Atlas::of(&merged("t01", "t04"));
    let zone = atlas.zones.iter().find(|zone| zone.theme == ThemeId::new("t04")).expect("there");
    assert_eq!((zone.outline.matches('M').count(), atlas.ideas), (2, whole.ideas));
    let before = whole.zones.iter().filter(|zone| ["t01", "t04"].contains(&zone.theme.as_str())).map(|zone| zone.ideas);
    assert_eq!(zone.ideas, before.sum::<usize>());
}

#[test]
fn an_idea_that_the_run_had_in_no_theme_has_a_seat_in_its_own() {
    let mut analysis = sample();
    let before = Atlas::of(&analysis);
    let at = analysis.ideas.iter().position(|idea| idea.status == IdeaStatus::ToSort).expect("one to sort");
    analysis.ideas[at].theme = Some(ThemeId::new("t03"));
    let after = Atlas::of(&analysis);
    assert_eq!((after.ideas, after.zones[2].ideas), (before.ideas + 1, before.zones[2].ideas + 1));
    assert_eq!(after.zones[2].outline.matches('M').count(), before.zones[2].outline.matches('M').count());
    // A theme that is new altogether stands below the others.
    analysis.themes.push(arobase_domain::Theme { id: ThemeId::new("t05"), ..analysis.themes[0].clone() });
    analysis.ideas[at].theme = Some(ThemeId::new("t05"));
    let after = Atlas::of(&analysis);
    assert!(after.zones[..4].iter().all(|zone| zone.centre.1 < after.zones[4].centre.1));
    assert!(!after.zones[4].outline.is_empty());
}

/// Whether a place is inside the rings of a path, by the rule that SVG fills by.
fn inside(rings: &[Vec<Place>], (x, y): Place) -> bool {
    let crossings = |ring: &Vec<Place>| {
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        sides.filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0)).count()
    };
    rings.iter().map(crossings).sum::<usize>() % 2 == 1
}

/// The rings of path data, which are told by steps.
fn rings(data: &str) -> Vec<Vec<Place>> {
    let ring = |text: &str| {
        let mut at = (0.0, 0.0);
        let mut ring = Vec::new();
        for step in text.trim_end_matches('z').split('l') {
            let (x, y) = step.split_once(' ').expect("two numbers");
            let number = |text: &str| text.parse::<f64>().expect("a number");
            at = (at.0 + number(x), at.1 + number(y));
            ring.push(at);
        }
        ring
    };
    data.split('M').skip(1).map(ring).collect()
}

fn scattered() -> impl Strategy<Value = Vec<Spot>> {
    let spot = (0..4_usize, -20..20_i32, -20..20_i32);
    proptest::collection::vec(spot, 1..60).prop_map(|spots| {
        let mut seen = std::collections::BTreeSet::new();
        let apart = spots.into_iter().filter(|(_, x, y)| seen.insert((*x, *y)));
        apart.map(|(theme, x, y)| Spot { theme, at: (f64::from(x), f64::from(y)), mark: Mark::None }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Ideas at least one apart: each lies in the zone of its theme and in no other.
    #[test]
    fn every_idea_lies_in_the_zone_of_its_theme_alone(spots in scattered()) {
        let grid = Grid::new(&spots);
        let scale = |place: Place| (place.0 * 20.0, place.1 * 20.0);
        let zones: Vec<_> = (0..4).map(|theme| rings(&grid.outline(theme, scale))).collect();
        for spot in &spots {
            for (theme, zone) in zones.iter().enumerate() {
                prop_assert_eq!(inside(zone, scale(spot.at)), theme == spot.theme, "{:?} and {}", spot, theme);
            }
        }
    }

    /// No place is in two zones.
    #[test]
    fn zones_do_not_cover_one_another(spots in scattered(), x in -22.0..22.0_f64, y in -22.0..22.0_f64) {
        let grid = Grid::new(&spots);
        let scale = |place: Place| (place.0 * 20.0, place.1 * 20.0);
        let held = (0..4).filter(|&theme| inside(&rings(&grid.outline(theme, scale)), scale((x, y)))).count();
        prop_assert!(held <= 1);
    }
}
