use super::sample::*;
use super::support::on_both;
use crate::{Figures, StoreError};
use arobase_domain::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

#[test]
fn a_run_is_read_back_whole() {
    on_both(async |fresh| {
        edition_with_contributions(&fresh.store).await;
        assert_eq!(fresh.store.analysis(&edition().id).await.unwrap(), None);
        fresh.store.save_run(&edition().id, &analysis(), &stems, &RunId::new("run-1"), NOW + 1, NOW + 1).await.unwrap();
        assert_eq!(fresh.store.analysis(&edition().id).await.unwrap(), Some(analysis()));
        let run = fresh.store.latest_run(&edition().id).await.unwrap().unwrap();
        assert_eq!((run.id, run.at, run.record), (RunId::new("run-1"), NOW + 1, analysis().run));
    });
}

#[test]
fn the_figures_are_those_of_the_funnel() {
    on_both(async |fresh| {
        edition_with_contributions(&fresh.store).await;
        let before = fresh.store.figures(&edition().id).await.unwrap();
        assert_eq!(before, Figures { contributions: 4, authors: 2, territories: 2, ..Figures::default() });
        fresh.store.save_run(&edition().id, &analysis(), &stems, &RunId::new("run-1"), NOW, NOW).await.unwrap();
        let after = fresh.store.figures(&edition().id).await.unwrap();
        assert_eq!(after, Figures { ideas: 4, themes: 2, questions: 2, propositions: 2, weak_signals: 1, ..before });
    });
}

#[test]
fn a_theme_opens_on_good_verbatims() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let (edition, t01) = (edition().id, ThemeId::new("t01"));
        assert_eq!(store.questions(&edition).await.unwrap(), analysis().questions);
        assert_eq!(store.all_themes(&edition).await.unwrap(), analysis().themes);
        assert_eq!(store.themes(&edition, &QuestionId::new("q2")).await.unwrap(), analysis().themes[1..]);
        let view = store.theme(&edition, &t01).await.unwrap().unwrap();
        assert_eq!((&view.theme, &view.question), (&analysis().themes[0], &analysis().questions[0]));
        let links: Vec<&str> = view.propositions.iter().map(|link| link.id.as_str()).collect();
        assert_eq!(links, ["p01", "p02"]);
        assert_eq!(view.typical.len(), 1);
        assert_eq!(view.typical[0].idea, analysis().ideas[0]);
        assert_eq!(view.typical[0].author.as_ref().unwrap().name, "Anne");
        assert_eq!(view.marginal[0].idea, analysis().ideas[2]);
        assert_eq!((&view.marginal[0].author, view.marginal[0].channel), (&None, Channel::Paper));
        assert!(view.bridging.is_empty());
        let all = store.theme_ideas(&edition, &t01, 1).await.unwrap();
        let all: Vec<Idea> = all.items.into_iter().map(|verbatim| verbatim.idea).collect();
        assert_eq!(all, [analysis().ideas[0].clone(), analysis().ideas[2].clone()]);
        assert_eq!(store.theme(&edition, &ThemeId::new("t99")).await.unwrap(), None);
    });
}

#[test]
fn a_proposition_leads_to_the_characters_it_comes_from() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let (edition, p02) = (edition().id, PropositionId::new("p02"));
        let view = store.proposition(&edition, &p02).await.unwrap().unwrap();
        assert_eq!(view.proposition, analysis().propositions[1]);
        assert_eq!((view.question.as_str(), view.theme.as_str()), ("Comment raccorder ?", "fibre"));
        assert_eq!(view.source.idea, analysis().ideas[2]);
        assert_eq!(view.source.contribution.text, "Pas de fibre ici !");
        let opposed: Vec<&str> = view.opposed.iter().map(|link| link.id.as_str()).collect();
        assert_eq!(opposed, ["p01"]);
        let sources = store.proposition_sources(&edition, &p02, 1).await.unwrap();
        let sources: Vec<(&str, u32)> =
            sources.items.iter().map(|source| (source.idea.id.as_str(), source.contribution.number)).collect();
        assert_eq!(sources, [("2.1", 2), ("1.1", 1)]);
        let listed: Vec<Rank> = store.propositions(&edition).await.unwrap().iter().map(|it| it.rank).collect();
        assert_eq!(listed, [Rank::Main, Rank::Minority, Rank::WeakSignal]);
        assert_eq!(store.proposition(&edition, &PropositionId::new("p99")).await.unwrap(), None);
    });
}

#[test]
fn a_contribution_knows_what_it_has_become() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        let fate = store.contribution_fate(&edition().id, 1).await.unwrap().unwrap();
        assert_eq!((fate.state, fate.reason.as_str()), (State::Classed, "classed"));
        let ideas: Vec<&Idea> = fate.ideas.iter().map(|idea| &idea.idea).collect();
        assert_eq!(ideas, [&analysis().ideas[0], &analysis().ideas[1]]);
        let second = &fate.ideas[1];
        assert_eq!(second.theme.as_deref(), Some("vélo"));
        assert_eq!(second.question, Some((QuestionId::new("q2"), "Comment rouler ?".into())));
        assert_eq!(second.proposition.as_ref().unwrap().text, "acheter des vélos");
        let empty = store.contribution_fate(&edition().id, 3).await.unwrap().unwrap();
        assert_eq!((empty.state, &empty.ideas[0].theme, &empty.ideas[0].proposition), (State::Empty, &None, &None));
        let broken = store.contribution_fate(&edition().id, 4).await.unwrap().unwrap();
        assert_eq!((broken.state, broken.detail.as_str()), (State::Broken, "fichier.csv, ligne 4 : guillemet ouvert"));
        assert_eq!(store.contribution_fate(&edition().id, 99).await.unwrap(), None);
    });
}

#[test]
fn every_contribution_is_in_the_lineage() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        submit(store, "après le passage", "late").await;
        let lines = store.lineage(&edition().id).await.unwrap();
        let lines: Vec<String> = lines
            .iter()
            .map(|line| {
                let part = |part: Option<String>| part.unwrap_or_else(|| "-".into());
                let (idea, theme) = (
                    part(line.idea.as_ref().map(ToString::to_string)),
                    part(line.theme.as_ref().map(ToString::to_string)),
                );
                let question = part(line.question.as_ref().map(ToString::to_string));
                let proposition = part(line.proposition.as_ref().map(ToString::to_string));
                format!("{} {idea} {theme} {question} {proposition}", line.contribution)
            })
            .collect();
        assert_eq!(
            lines,
            ["1 1.1 t01 q1 p01", "1 1.2 t02 q2 s01", "2 2.1 t01 q1 p02", "3 3.1 - - -", "4 - - - -", "5 - - - -"]
        );
    });
}

#[test]
fn what_comes_after_the_run_is_to_sort_until_the_next() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        submit(store, "après le passage", "late").await;
        let view = store.ledger(&edition().id).await.unwrap();
        let expected = Ledger { received: 5, classed: 2, to_sort: 1, empty: 1, broken: 1, off_topic: 0 };
        assert_eq!((view.contributions, view.contributions.check()), (expected, Ok(())));
        assert_eq!((view.ideas.received, view.ideas.classed, view.ideas.empty, view.ideas.check()), (4, 3, 1, Ok(())));
        assert_eq!(view.reasons[0], (State::Classed, "classed".to_owned(), 2));

        let mut next = analysis();
        next.fates.push(Fate {
            contribution: ContributionId::numbered(5),
            status: Some(IdeaStatus::OffTopic),
            reason: "off_topic".into(),
            detail: String::new(),
        });
        next.fates.remove(1); // a run that forgets contribution 2 does not lose it
        store.save_run(&edition().id, &next, &stems, &RunId::new("run-2"), NOW + 2, NOW + 2).await.unwrap();
        let ledger = store.ledger(&edition().id).await.unwrap().contributions;
        assert_eq!(ledger, Ledger { received: 5, classed: 1, to_sort: 1, off_topic: 1, empty: 1, broken: 1 });
        assert_eq!(store.analysis(&edition().id).await.unwrap(), Some(next));
    });
}

#[test]
fn a_run_over_other_contributions_is_refused_whole() {
    on_both(async |fresh| {
        let store = &fresh.store;
        run_saved(store).await;
        for id in ["9", "gd-174-0"] {
            let mut stranger = analysis();
            stranger.fates[0].contribution = ContributionId::new(id);
            let refused = store.save_run(&edition().id, &stranger, &stems, &RunId::new("run-2"), NOW, NOW).await;
            assert!(matches!(refused, Err(StoreError::UnknownContribution(refused)) if refused.as_str() == id));
        }
        assert_eq!(store.analysis(&edition().id).await.unwrap(), Some(analysis()));
        assert_eq!(store.verify_journal().await.unwrap(), 3);
    });
}

/// Whatever is received, and whatever runs say of it, the ledger sums up.
#[test]
fn the_ledger_always_sums_up() {
    on_both(async |fresh| {
        fresh.store.create_edition(&edition(), NOW).await.unwrap();
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut received = 0_usize;
        for step in 0..12 {
            let arrivals = (0_usize..4).new_tree(&mut runner).unwrap().current();
            let sheaf = (0..arrivals).map(|nth| incoming(contribution("une idée"), received + nth)).collect();
            fresh.store.import(&edition().id, sheaf, &stems, NOW).await.unwrap();
            received += arrivals;
            let picks = prop::collection::vec(0..=State::ALL.len(), received).new_tree(&mut runner).unwrap().current();
            let fates: Vec<Fate> = (1..)
                .zip(picks)
                .filter_map(|(number, pick)| State::ALL.get(pick).map(|&state| fate(number, state)))
                .collect();
            let told = fates.clone();
            let run = Analysis {
                run: analysis().run,
                fates,
                ideas: vec![],
                themes: vec![],
                questions: vec![],
                propositions: vec![],
                controversies: vec![],
                ..Default::default()
            };
            fresh
                .store
                .save_run(&edition().id, &run, &stems, &RunId::new(format!("run-{step}")), NOW, NOW)
                .await
                .unwrap();
            let ledger = fresh.store.ledger(&edition().id).await.unwrap().contributions;
            assert_eq!((ledger.received, ledger.check()), (received as u64, Ok(())));
            let classed = told.iter().filter(|fate| fate.status == Some(IdeaStatus::Classed)).count();
            assert_eq!(ledger.classed, classed as u64);
        }
        assert!(received > 6, "the walk received something");
    });
}

fn fate(number: u32, state: State) -> Fate {
    let contribution = ContributionId::numbered(number);
    Fate { contribution, status: state.status(), reason: state.to_string(), detail: String::new() }
}
