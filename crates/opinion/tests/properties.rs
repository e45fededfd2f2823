//! What holds for any votes.

use arobase_opinion::{Mode, Outcome, Poll, Settings, Vote, adjusted_rand, analyse};
use proptest::prelude::*;

type Ballot = (usize, usize, Vote);

fn vote() -> impl Strategy<Value = Vote> {
    prop::sample::select(vec![Vote::Agree, Vote::Disagree, Vote::Pass])
}

/// Up to 40 people on up to 12 statements, who vote on most of them.
fn ballots() -> impl Strategy<Value = (usize, usize, Vec<Ballot>)> {
    (1_usize..40, 1_usize..12).prop_flat_map(|(people, statements)| {
        let votes = prop::collection::vec((0..people, 0..statements, vote()), 0..people * statements);
        (Just(people), Just(statements), votes)
    })
}

/// Two camps that disagree on every statement, each person straying on some.
fn camps() -> impl Strategy<Value = Vec<Ballot>> {
    prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.2), 10), 40).prop_map(|strays| {
        let person = |(person, strays): (usize, Vec<bool>)| {
            let agrees = move |stray: bool| (person % 3 == 0) ^ stray;
            let votes = strays.into_iter().enumerate();
            votes.map(move |(at, stray)| (person, at, if agrees(stray) { Vote::Agree } else { Vote::Disagree }))
        };
        strays.into_iter().enumerate().flat_map(person).collect()
    })
}

fn settings(mode: Mode) -> Settings {
    Settings { mode, samples: 2, ..Settings::default() }
}

fn labels(outcome: &Outcome) -> Vec<usize> {
    outcome.participants.iter().map(|one| one.group.map_or(9, |group| group)).collect()
}

/// One vote a pair, so that the order of votes says nothing.
fn once(mut votes: Vec<Ballot>) -> Vec<Ballot> {
    votes.sort_unstable();
    votes.dedup_by_key(|vote| (vote.0, vote.1));
    votes
}

fn all_figures_are_numbers(outcome: &Outcome) {
    for one in &outcome.participants {
        assert!(one.at.iter().all(|x| x.is_finite()), "{one:?}");
    }
    for one in &outcome.statements {
        let figures = [one.at[0], one.at[1], one.extremity, one.priority, one.mean_consensus[0], one.mean_consensus[1]];
        assert!(figures.iter().all(|x| x.is_finite()), "{one:?}");
        for (_, sides) in &one.groups {
            assert!(sides.iter().all(|side| side.r.is_finite() && side.zr.is_finite() && side.share.z.is_finite()));
        }
    }
}

proptest! {
    #[test]
    fn any_votes_give_numbers((people, statements, votes) in ballots()) {
        for mode in [Mode::Stable, Mode::Polis] {
            let poll = Poll::new(people, statements, votes.clone()).without([0]);
            let outcome = analyse(&poll, settings(mode));
            all_figures_are_numbers(&outcome);
            let grouped: usize = outcome.groups.iter().map(|group| group.size).sum();
            let placed = outcome.participants.iter().filter(|one| one.placed).count();
            prop_assert!(outcome.groups.is_empty() || grouped == placed);
            prop_assert!(outcome.groups.iter().flat_map(|group| &group.representative).all(|one| one.statement != 0));
        }
    }

    #[test]
    fn the_order_of_votes_and_of_people_says_nothing((people, statements, votes) in ballots(), turn in 0_usize..40) {
        let votes = once(votes);
        let one = analyse(&Poll::new(people, statements, votes.clone()), settings(Mode::Stable));
        let moved = |person: usize| (person + turn) % people;
        let shuffled = votes.into_iter().rev().map(|(person, statement, vote)| (moved(person), statement, vote));
        let other = analyse(&Poll::new(people, statements, shuffled), settings(Mode::Stable));
        prop_assert_eq!(&one.statements, &other.statements);
        prop_assert_eq!(&one.groups, &other.groups);
        for person in 0..people {
            prop_assert_eq!(one.participants[person], other.participants[moved(person)]);
        }
    }

    #[test]
    fn negated_votes_give_the_same_groups_with_sides_changed(votes in camps()) {
        let one = analyse(&Poll::new(40, 10, votes.clone()), settings(Mode::Stable));
        let negated = votes.into_iter().map(|(person, statement, vote)| (person, statement, vote.opposite()));
        let other = analyse(&Poll::new(40, 10, negated), settings(Mode::Stable));
        prop_assert_eq!(one.groups.len(), other.groups.len());
        prop_assert!((adjusted_rand(&labels(&one), &labels(&other)) - 1.0).abs() < 1e-12);
        for (one, other) in one.statements.iter().zip(&other.statements) {
            prop_assert_eq!(one.shares[0], other.shares[1]);
            prop_assert!((one.consensus[0] - other.consensus[1]).abs() < 1e-15);
        }
    }
}

#[test]
fn two_camps_are_found_again_in_samples() {
    let vote = |agrees| if agrees { Vote::Agree } else { Vote::Disagree };
    let people =
        (0..40).flat_map(|person| (0..9).map(move |at| (person, at, vote((person < 25) ^ (at == person % 11)))));
    let outcome = analyse(&Poll::new(40, 9, people), settings(Mode::Stable));
    assert_eq!(outcome.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [25, 15]);
    assert!(outcome.stability.expect("there are groups") > 0.9, "{:?}", outcome.stability);
    assert!(outcome.silhouette.expect("there are groups") > 0.5, "{:?}", outcome.silhouette);
}

#[test]
fn nobody_nothing_and_one() {
    for mode in [Mode::Stable, Mode::Polis] {
        let run = |poll: Poll| analyse(&poll, settings(mode));
        let nothing = run(Poll::new(0, 0, []));
        assert!(nothing.participants.is_empty() && nothing.statements.is_empty() && nothing.groups.is_empty());
        let silent = run(Poll::new(3, 2, []));
        assert!(silent.groups.is_empty() && silent.participants.iter().all(|one| !one.placed && one.at == [0.0, 0.0]));
        let alone = run(Poll::new(1, 1, [(0, 0, Vote::Agree)]));
        assert!(alone.groups.is_empty() && alone.participants[0].placed);
        all_figures_are_numbers(&alone);
    }
}

#[test]
fn one_statement_makes_one_axis() {
    let votes = (0..30).map(|person| (person, 0, if person < 20 { Vote::Agree } else { Vote::Disagree }));
    let outcome = analyse(&Poll::new(30, 1, votes), settings(Mode::Stable));
    assert!(outcome.participants.iter().all(|one| one.at[1] == 0.0));
    assert_eq!(outcome.groups.iter().map(|group| group.size).collect::<Vec<_>>(), [20, 10]);
}

#[test]
fn people_who_vote_the_same_or_only_pass_make_no_groups() {
    for same in [Vote::Agree, Vote::Pass] {
        let votes = (0..30).flat_map(|person| (0..8).map(move |statement| (person, statement, same)));
        for mode in [Mode::Stable, Mode::Polis] {
            let outcome = analyse(&Poll::new(30, 8, votes.clone()), settings(mode));
            assert!(outcome.groups.is_empty() && outcome.participants.iter().all(|one| one.at == [0.0, 0.0]));
            all_figures_are_numbers(&outcome);
        }
    }
}

#[test]
fn fewer_than_fifteen_active_people_are_joined_by_the_next() {
    let votes = (0..20).flat_map(|person| (0..=person.min(9)).map(move |statement| (person, statement, Vote::Agree)));
    let outcome = analyse(&Poll::new(20, 10, votes), settings(Mode::Polis));
    let placed: Vec<bool> = outcome.participants.iter().map(|one| one.placed).collect();
    assert_eq!(placed.iter().filter(|placed| **placed).count(), 15);
    assert!(!placed[4] && placed[5], "those with six votes join, and those with five do not");
}

#[test]
fn metadata_comes_first_and_is_set_aside() {
    let votes = (0..20).flat_map(|person| (0..8).map(move |statement| (person, statement, Vote::Agree)));
    let outcome = analyse(&Poll::new(20, 8, votes).with_meta([3]), settings(Mode::Stable));
    assert!((outcome.statements[3].priority - 49.0).abs() < 1e-12);
    assert_eq!(outcome.majority[0], [0, 1, 2, 4, 5]);
}
