//! A run brought to a bench: what people did stays, the log leads to what is there, and gestures are still taken back.

use super::bench::{all, analysis, question};
use super::*;
use crate::analysis::{Analysis, Idea, Proposition, Rank, Span, Support, Theme};
use crate::id::{PropositionId, RunId};

/// The run that goes on from `state`: the words of 19.1 have changed, 20.1 joins the theme of 0.1, 21.1 makes a theme of its own.
fn later(state: &State) -> Analysis {
    let known = analysis();
    let stands = |known: &Idea| state.standing(&known.id).expect("it stands, or its parts do").clone();
    let carried = known.ideas.iter().map(|known| Idea {
        theme: stands(known).theme,
        status: stands(known).status,
        reason: "classed".into(),
        text: if known.id == idea(19) { "autre chose".into() } else { String::new() },
        ..known.clone()
    });
    let new = theme(state.next);
    let late = |at: usize, theme: Option<ThemeId>| Idea {
        id: idea(at),
        status: if theme.is_some() { IdeaStatus::Classed } else { IdeaStatus::ToSort },
        theme,
        reason: "joined_by_neighbours".into(),
        ..Idea::default()
    };
    let joined = state.standing(&idea(0)).expect("there").theme.clone();
    let proposition = |name: &str, source: usize, ideas: &[usize]| Proposition {
        id: PropositionId::new(name),
        question: question(1),
        theme: new.clone(),
        text: name.into(),
        source: idea(source),
        source_span: Span::default(),
        rules: Vec::new(),
        justification: String::new(),
        ideas: ideas.iter().map(|&at| idea(at)).collect(),
        support: Support::default(),
        rank: Rank::Main,
    };
    Analysis {
        ideas: carried.chain([late(20, joined), late(21, Some(new.clone()))]).collect(),
        themes: vec![Theme {
            id: new.clone(),
            question: question(1),
            label: "tout neuf".into(),
            keywords: Vec::new(),
            support: Support::default(),
            stability: 0.5,
            label_coverage: 0.5,
        }],
        propositions: vec![proposition("p01", 21, &[21]), proposition("p02", 0, &[0, 20])],
        ..Analysis::default()
    }
}

fn made(gestures: Vec<Gesture>) -> Bench {
    let mut bench = Bench::new(State::whole(&analysis(), 1.0));
    for gesture in gestures {
        drop(bench.wish(Wish::Make(gesture), "anne", 1, &Ranks));
    }
    bench
}

fn rejoined(bench: &mut Bench) -> Rejoined {
    let rejoined = Rejoined::of(&bench.state, &analysis(), later(&bench.state));
    let brought = Change::between(&bench.state, &rejoined.state);
    let (next, event) = bench.rejoin(brought, RunId::new("later"), "anne", 2).expect("nobody came between");
    bench.settle(next, event);
    rejoined
}

#[test]
fn what_came_is_added_and_told() {
    let mut bench = made(vec![Gesture::Lock { theme: theme(1) }]);
    let rejoined = rejoined(&mut bench);
    assert_eq!(bench.rerun(), Some(&RunId::new("later")));
    assert_eq!(bench.state.ideas[&idea(20)].theme, Some(theme(1)), "late ideas may join a locked theme");
    assert_eq!(bench.state.themes[&theme(5)].label.as_deref(), Some("tout neuf"));
    let new = PropositionId::new("p05");
    assert_eq!(bench.state.propositions[&new].text, "p01");
    assert_eq!(rejoined.run.propositions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["p05", "p01"]);
    let back = Gesture::Back { proposition: PropositionId::new("p01"), ideas: vec![idea(20)] };
    assert_eq!(rejoined.backs, std::slice::from_ref(&back));
    assert_eq!(bench.state.left(&back, &|_| None), Some(back.clone()));
    bench.wish(Wish::Make(back.clone()), "anne", 3, &Ranks).expect("accepted");
    assert_eq!(bench.state.left(&back, &|_| None), None, "once is enough");
}

/// A cut is made again where the words are the same; it falls away with them.
#[test]
fn a_cut_is_kept_as_long_as_its_words() {
    let cut = |at: usize| Gesture::Cut { idea: idea(at), cut: Cut { at: 1, chars: 1 }, second: Vec::new() };
    let mut bench = made(vec![cut(3), cut(19)]);
    let [first, second] = idea(3).parts();
    let away = Gesture::Move { ideas: vec![second.clone()], to: theme(2), proposed: false };
    bench.wish(Wish::Make(away), "anne", 1, &Ranks).expect("possible");
    rejoined(&mut bench);
    assert_eq!(bench.state.cuts.keys().collect::<Vec<_>>(), [&idea(3)]);
    assert_eq!([&first, &second].map(|part| bench.state.ideas[part].theme.clone()), [Some(theme(4)), Some(theme(2))]);
    assert!(bench.state.ideas.contains_key(&idea(19)) && !bench.state.ideas.contains_key(&idea(19).parts()[0]));
    let told = bench.log.last().expect("the run");
    assert!(told.change.cuts[&idea(19)].after.is_none(), "the line of the run says so");
}

#[test]
fn what_is_proposed_is_left_only_where_nobody_decided() {
    let bench = made(vec![Gesture::Lock { theme: theme(1) }, Gesture::Accept { ideas: vec![idea(1)] }]);
    let run = analysis();
    let was = |id: &IdeaId| run.ideas.iter().find(|idea| idea.id == *id)?.theme.as_ref();
    let proposed = |ideas: Vec<IdeaId>, to: u32| Gesture::Move { ideas, to: theme(to), proposed: true };
    let left = bench.state.left(&proposed(vec![idea(0), idea(1), idea(2)], 4), &was);
    assert_eq!(left, Some(proposed(vec![idea(2)], 4)), "0.1 is in a locked theme, 1.1 was read");
    assert_eq!(bench.state.left(&proposed(vec![idea(2)], 1), &was), None, "the theme is locked");
}

#[test]
fn a_theme_proposed_goes_on_when_its_ideas_are_accepted_one_by_one() {
    let mut bench = made(Vec::new());
    let run = analysis();
    let was = |id: &IdeaId| run.ideas.iter().find(|idea| idea.id == *id)?.theme.as_ref();
    let proposed = |ideas: Vec<IdeaId>| Gesture::Create { label: None, ideas, proposed: true };
    let whole = proposed(vec![idea(0), idea(1), idea(2)]);
    assert_eq!(bench.state.left(&whole, &was), Some(whole.clone()));
    bench.wish(Wish::Make(proposed(vec![idea(1)])), "anne", 1, &Ranks).expect("possible");
    let rest = Gesture::Move { ideas: vec![idea(0), idea(2)], to: theme(5), proposed: true };
    assert_eq!(bench.state.left(&whole, &was), Some(rest));
}

proptest! {
    #[test]
    fn nothing_that_people_decided_changes_and_the_log_leads_there(gestures in proptest::collection::vec(all(), 0..12)) {
        let mut bench = made(gestures);
        let before = bench.state.clone();
        rejoined(&mut bench);
        for (id, stood) in &before.ideas {
            let changed = id.whole() == idea(19);
            let stands = &bench.state.ideas[id];
            let kept = (&stands.status, &stands.theme, &stands.reason) == (&stood.status, &stood.theme, &stood.reason);
            prop_assert!(changed || stood.status == IdeaStatus::ToSort || kept);
        }
        for (id, held) in &before.themes {
            prop_assert_eq!(&bench.state.themes[id].label, &held.label);
            prop_assert_eq!(bench.state.themes[id].locked, held.locked);
            prop_assert_eq!(&bench.state.themes[id].question, &held.question);
        }
        prop_assert_eq!(&bench.state.questions, &before.questions);
        prop_assert_eq!(&bench.state.notes, &before.notes);
        prop_assert_eq!(&bench.state.queries, &before.queries);
        for (id, worded) in &before.propositions {
            prop_assert_eq!(&bench.state.propositions[id].text, &worded.text);
        }
        while bench.wish(Wish::Undo, "anne", 4, &Ranks).is_ok() {}
        let mut again = Bench::new(State::whole(&analysis(), 1.0));
        again.audit(bench.log.clone()).expect("every line leads where it says");
        prop_assert_eq!(again.state.hash(), bench.state.hash());
    }
}
