//! The invariants of the funnel (DESIGN §4), on texts that nobody chose.

use arobase_encoder::Encoder;
use arobase_funnel::outcome::{Outcome, Status, Support};
use arobase_funnel::{Input, Settings, Signature, analyse};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Pieces of contributions as they come: sentences of every kind, marks, repetitions, other alphabets.
const PIECES: &[&str] = &[
    "Il faut former les agents et équiper les mairies.",
    "Nous proposons de maintenir un accueil, car beaucoup n’ont pas internet",
    "LA FIBRE N'ARRIVE PAS",
    "ras",
    "- un guichet par canton\n- des horaires le samedi",
    "1) Mutualiser les achats ; 2) partager les serveurs",
    "Les élu·es doivent être formé(e)s !",
    "MÃ©diation numÃ©rique",
    "<p>Les données&nbsp;personnelles</p>",
    "…",
    "?!",
    "日本語",
    "http://exemple.fr/a?b=c",
    "a@b.fr",
    "\u{200b}\u{feff}",
    "👍🏽",
    "Pourquoi ne pas créer une équipe mobile ?",
    "Stop aux formulaires.",
    "et",
    ":",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,20}"];
    proptest::collection::vec((piece, proptest::sample::select(&[" ", "\n", "\n\n", ". ", ""][..])), 0..8)
        .prop_map(|parts| parts.into_iter().map(|(piece, gap)| piece + gap).collect())
}

fn inputs() -> impl Strategy<Value = Vec<Input>> {
    proptest::collection::vec((text(), proptest::option::of(0..5_u8)), 0..24).prop_map(|texts| {
        let input = |(at, (text, author)): (usize, (String, Option<u8>))| Input {
            id: format!("c{at}"),
            text,
            author: author.map(|author| format!("a{author}")),
            ..Input::default()
        };
        texts.into_iter().enumerate().map(input).collect()
    })
}

fn run(inputs: &[Input]) -> Outcome {
    analyse(inputs, &Settings::default(), Encoder::french(), &mut ()).expect("the encoder of the product has no errors")
}

/// Every letter and digit of every text lies in one idea; ideas follow each other without overlap.
fn covers(inputs: &[Input], outcome: &Outcome) -> Result<(), TestCaseError> {
    let mut spans: BTreeMap<usize, Vec<std::ops::Range<usize>>> = BTreeMap::new();
    for idea in &outcome.ideas {
        spans.entry(outcome.order[idea.contribution]).or_default().push(idea.span.clone());
    }
    for (at, input) in inputs.iter().enumerate() {
        let mut end = 0;
        let scalars: Vec<char> = input.text.chars().collect();
        for span in spans.get(&at).into_iter().flatten() {
            prop_assert!(end <= span.start && span.start < span.end && span.end <= scalars.len());
            prop_assert!(!scalars[end..span.start].iter().any(|c| c.is_alphanumeric()), "before {span:?} of {input:?}");
            end = span.end;
        }
        prop_assert!(!scalars[end..].iter().any(|c| c.is_alphanumeric()), "after {end} of {input:?}");
    }
    Ok(())
}

/// A proposition cites its source first, whose words hold most of its own.
fn cites(outcome: &Outcome) -> Result<(), TestCaseError> {
    for proposition in &outcome.propositions {
        prop_assert_eq!(proposition.ideas.first(), Some(&proposition.source));
        prop_assert_eq!(outcome.ideas[proposition.source].status, Status::Classed);
    }
    Ok(())
}

/// The outcome with contributions named, so that two orders of the same inputs compare.
fn named(inputs: &[Input], mut outcome: Outcome) -> (Vec<String>, Outcome) {
    let names = outcome.order.iter().map(|&at| inputs[at].id.clone()).collect();
    outcome.order.clear();
    (names, outcome)
}

/// Who stands behind each theme, by its ideas: the order of themes is not theirs.
fn supports(outcome: &Outcome) -> BTreeMap<Vec<usize>, Support> {
    let ideas = |theme: usize| (0..outcome.ideas.len()).filter(|&i| outcome.ideas[i].theme == Some(theme)).collect();
    outcome.themes.iter().enumerate().map(|(at, theme)| (ideas(at), theme.support)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whoever signs beside is counted, takes nobody away, and leaves the text one text.
    #[test]
    fn a_signer_more_takes_nobody_away(inputs in inputs(), signed in proptest::collection::vec((0..24_usize, 0..8_u8), 0..12)) {
        let mut more = inputs.clone();
        for (at, who) in signed.into_iter().filter(|(at, _)| *at < inputs.len()) {
            more[at].others.push(Signature { author: format!("a{who}"), territory: Some(format!("t{who}")) });
        }
        let (before, after) = (supports(&run(&inputs)), supports(&run(&more)));
        prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (was, is) in before.values().zip(after.values()) {
            prop_assert!(is.authors >= was.authors && is.territories >= was.territories && is.authors_dedup >= was.authors_dedup);
            prop_assert_eq!((is.ideas, is.contributions), (was.ideas, was.contributions));
        }
    }

    #[test]
    fn nothing_is_lost(inputs in inputs()) {
        let outcome = run(&inputs);
        covers(&inputs, &outcome)?;
        cites(&outcome)?;
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(inputs in inputs()) {
        let mut reversed = inputs.clone();
        reversed.reverse();
        prop_assert_eq!(named(&inputs, run(&inputs)), named(&reversed, run(&reversed)));
    }

    #[test]
    fn the_number_of_threads_does_not_matter(inputs in inputs()) {
        let with = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().map(|pool| pool.install(|| run(&inputs)));
        prop_assert_eq!(with(1).ok(), with(2).ok());
    }
}
