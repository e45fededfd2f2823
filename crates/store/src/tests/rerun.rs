use super::sample::*;
use super::support::on_both;
use crate::{Rerun, RerunAsked, Store};
use arobase_domain::edits::{Bench, Change, Event, Gesture, State};
use arobase_domain::*;

/// The line that brings `run-2` to the bench, which has one theme renamed.
async fn brought(store: &Store, label: &str) -> Event {
    let (_, analysis) = store.bench_analysis(&RunId::new("run-1")).await.unwrap().unwrap();
    let mut bench = Bench::new(State::whole(&analysis, 1.0));
    bench.follow(store.bench_events(&edition().id, &RunId::new("run-1"), 0).await.unwrap()).unwrap();
    let mut next = bench.state.clone();
    next.themes.get_mut(&ThemeId::new("t01")).unwrap().label = Some(label.into());
    bench.rejoin(Change::between(&bench.state, &next), RunId::new("run-2"), "anne", NOW + 9).unwrap().1
}

fn proposal() -> Vec<Gesture> {
    vec![Gesture::Move { ideas: vec![IdeaId::new("1.1")], to: ThemeId::new("t01"), proposed: true }]
}

#[test]
fn a_run_goes_on_from_the_bench_and_pages_do_not_move() {
    on_both(async |fresh| {
        let (store, id, base) = (&fresh.store, edition().id, RunId::new("run-1"));
        run_saved(store).await;
        submit(store, "le papier, toujours", "late").await;
        let published = (store.analysis(&id).await.unwrap(), store.ledger(&id).await.unwrap());
        let wanted = |by: &str, resolution| RerunAsked { by: by.into(), resolution };
        store.ask_rerun(&id, &wanted("anne", Some(0.707)), NOW + 8).await.unwrap();
        store.ask_rerun(&id, &wanted("bruno", None), NOW + 8).await.unwrap();
        let asked = store.rerun_asked(&id).await.unwrap();
        assert_eq!(asked, Some(wanted("anne", Some(0.707))), "asking twice is asking once");

        let (event, again, proposal) = (brought(store, "Fibre").await, RunId::new("run-2"), proposal());
        let rerun = Rerun { id: &again, analysis: &analysis(), proposal: &proposal, read_at: NOW + 9 };
        assert!(store.keep_rerun(&id, &base, &event, rerun).await.unwrap());
        assert_eq!(store.bench_run(&id).await.unwrap(), Some(base.clone()), "the log goes on");
        assert_eq!(store.bench_known(&id).await.unwrap(), Some(again.clone()));
        assert_eq!(store.bench_events(&id, &base, 0).await.unwrap(), [event]);
        assert_eq!(store.proposal(&again).await.unwrap(), proposal);
        assert_eq!(store.bench_analysis(&again).await.unwrap().unwrap().0, NOW + 9);
        assert_eq!(store.rerun_asked(&id).await.unwrap(), None);
        assert_eq!((store.analysis(&id).await.unwrap(), store.ledger(&id).await.unwrap()), published);
        store.ask_rerun(&id, &wanted("bruno", None), NOW + 10).await.unwrap();
        assert_eq!(store.rerun_asked(&id).await.unwrap(), Some(wanted("bruno", None)));
        store.verify_journal().await.unwrap();
    });
}

#[test]
fn a_run_that_comes_second_leaves_nothing() {
    on_both(async |fresh| {
        let (store, id, base) = (&fresh.store, edition().id, RunId::new("run-1"));
        run_saved(store).await;
        let (first, second) = (brought(store, "Fibre").await, brought(store, "Très haut débit").await);
        assert!(store.keep_event(&id, &base, &first).await.unwrap());
        let again = RunId::new("run-2");
        let rerun = Rerun { id: &again, analysis: &analysis(), proposal: &[], read_at: NOW + 9 };
        assert!(!store.keep_rerun(&id, &base, &second, rerun).await.unwrap());
        assert!(store.bench_analysis(&again).await.unwrap().is_none());
        assert_eq!(store.bench_known(&id).await.unwrap(), Some(base));
    });
}

#[test]
fn what_a_run_has_not_read_waits_for_the_next() {
    on_both(async |fresh| {
        let (store, id, run) = (&fresh.store, edition().id, RunId::new("run-1"));
        run_saved(store).await;
        assert_eq!(store.waiting_since(&id, &run).await.unwrap(), Waiting::default());
        let late = submit(store, "le papier, toujours", "late").await;
        let waiting = store.waiting_since(&id, &run).await.unwrap();
        assert_eq!((waiting.contributions, waiting.oldest), (1, Some(NOW)), "{late:?}");
        let revision = crate::Revision { text: "la 5G", named: false };
        store.revise(&id, 1, revision, &stems, NOW + 20).await.unwrap();
        let waiting = store.waiting_since(&id, &run).await.unwrap();
        assert_eq!((waiting.contributions, waiting.newest), (2, Some(NOW + 20)), "one came, one was revised");
    });
}
