//! The study of the sample: every list has something in it.

use arobase_domain::study::{Class, Map, Nearest, Part, Profile, Reinert, Rung, Split, Study, Term, Zone};
use arobase_domain::{Idea, ThemeId};

/// Centres and radii of the four themes.
const ZONES: [(f64, f64, f64); 4] = [(-3.0, 1.5, 2.0), (-2.5, -3.0, 2.0), (2.5, -1.8, 2.0), (2.5, 2.6, 2.0)];

pub(super) fn study(ideas: &[Idea]) -> Study {
    let t04 = || ThemeId::new("t04");
    let cameras = |word| ideas.iter().filter(|idea| idea.text.contains(word)).map(|idea| idea.id.clone()).collect();
    let waiting = ideas.iter().find(|idea| idea.reason == "far_from_all_themes");
    let rung = |resolution, themes, stability, kept| Rung {
        resolution,
        themes,
        stability,
        modularity: 0.5,
        kept,
        communities: stability.map(|_| communities(ideas)).unwrap_or_default(),
    };
    Study {
        profiles: vec![Profile {
            theme: t04(),
            terms: vec![term("caméras", 9.6, 4, 1.3), term("guichet", -4.1, 0, 1.2)],
        }],
        ladder: vec![rung(0.5, 2, None, false), rung(1.0, 4, Some(0.8), true)],
        splits: vec![Split {
            theme: t04(),
            parts: vec![
                Part { label: "Reconnaissance faciale".to_owned(), ideas: cameras("faciale") },
                Part { label: "Entrée du bourg".to_owned(), ideas: cameras("bourg") },
            ],
            quality: 0.41,
            suggested: true,
        }],
        reinert: Some(Reinert {
            classes: vec![Class { ideas: 10, terms: vec![term("caméras", 9.6, 4, 1.3)] }],
            class: communities(ideas).iter().map(|theme| theme.map(|_| 1)).collect(),
            ami: 0.42,
            ari: 0.31,
        }),
        map: map(ideas),
        nearest: waiting
            .map(|idea| Nearest { idea: idea.id.clone(), themes: vec![(ThemeId::new("t03"), 0.3)] })
            .into_iter()
            .collect(),
    }
}

fn term(text: &str, chi2: f64, authors: usize, expected: f64) -> Term {
    Term { text: text.to_owned(), chi2, authors, expected }
}

/// The number of the theme of each idea.
fn communities(ideas: &[Idea]) -> Vec<Option<u32>> {
    ideas.iter().map(|idea| idea.theme.as_ref().and_then(|theme| theme.as_str()[1..].parse().ok())).collect()
}

/// Ideas in a row across their theme.
fn map(ideas: &[Idea]) -> Map {
    let mut held = [0.0; ZONES.len()];
    let mut place = |theme: u32| {
        let at = theme as usize - 1;
        held[at] += 0.7;
        (ZONES[at].0 - 1.8 + held[at], ZONES[at].1)
    };
    Map {
        points: communities(ideas).into_iter().map(|theme| theme.map(&mut place)).collect(),
        zones: ZONES.map(|(x, y, radius)| Zone { x, y, radius }).to_vec(),
    }
}
