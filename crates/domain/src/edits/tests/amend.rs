//! Ideas cut and joined: what was said of them follows, and everything is taken back.

use super::bench::{bench, proposition};
use super::*;

/// Someone's cut is not taken back under what someone else has put behind a part of it.
#[test]
fn a_part_that_is_used_stays() {
    let mut bench = bench();
    let untouched = bench.state.hash();
    let cut = Gesture::Cut { idea: idea(9), cut: Cut { at: 1, chars: 1 }, second: Vec::new() };
    bench.wish(Wish::Make(cut), "anne", 0, &Ranks).expect("possible");
    let [_, second] = idea(9).parts();
    let back = Gesture::Back { proposition: proposition(1), ideas: vec![second.clone()] };
    bench.wish(Wish::Make(back), "bruno", 0, &Ranks).expect("possible");
    let hindered = bench.wish(Wish::Undo, "anne", 0, &Ranks);
    assert_eq!(hindered, Err(Hindrance::Meanwhile(Meanwhile(second.to_string()))));
    bench.wish(Wish::Undo, "bruno", 0, &Ranks).expect("his own");
    bench.wish(Wish::Undo, "anne", 0, &Ranks).expect("nobody is between any more");
    assert_eq!(bench.state.hash(), untouched);
}

/// The hash of a state that nobody has amended is that of the logs kept before ideas could be cut.
#[test]
fn older_logs_lead_where_they_say() {
    let state = bench().state;
    let seen = (&state.ideas, &state.themes, &state.questions, &state.propositions, &state.notes);
    let written = serde_json::to_string(&seen).expect("JSON");
    assert!(written.starts_with(r#"[{"0.1":{"status":"classed","theme":"t01","reason":"classed"},"#), "{written}");
    assert_eq!(state.hash(), blake3::hash(written.as_bytes()).to_hex().to_string());
}

#[test]
fn those_that_are_the_same_stand_together_and_ask_for_the_same() {
    let mut bench = bench();
    let same = Gesture::Same { ideas: vec![idea(0), idea(9), idea(18)], first: idea(0) };
    bench.wish(Wish::Make(same), "anne", 0, &Ranks).expect("possible");
    let state = &bench.state;
    for other in [9, 18] {
        let Standing { theme: at, repeats, reason, .. } = &state.ideas[&idea(other)];
        assert_eq!((at, repeats, reason.as_str()), (&Some(theme(1)), &Repeats::Idea(idea(0)), BY_HAND));
        assert!(state.propositions[&proposition(1)].ideas.contains(&idea(other)));
    }
    assert!(state.ideas[&idea(0)].repeats.is_as_found());
    let alone = Gesture::Same { ideas: vec![idea(0)], first: idea(0) };
    assert_eq!(bench.wish(Wish::Make(alone), "anne", 0, &Ranks), Err(Hindrance::Refused(Refusal::NoIdeas)));
}

#[test]
fn what_is_masked_is_masked_once_and_only_that_is_shown() {
    let mut bench = bench();
    let mut make = |gesture| bench.wish(Wish::Make(gesture), "anne", 0, &Ranks).map(drop);
    let mask = |words: &str| Gesture::Mask { idea: idea(3), words: words.into() };
    make(mask("Éva")).expect("possible");
    assert_eq!(make(mask(" ")), Err(Hindrance::Refused(Refusal::NoWording)));
    let other = Gesture::Unmask { idea: idea(3), words: "Roy".into() };
    assert_eq!(make(other), Err(Hindrance::Refused(Refusal::NoMask(idea(3)))));
    assert_eq!(bench.state.masks[&idea(3).contribution()].len(), 1);
}
