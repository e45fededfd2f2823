use super::sample::*;
use super::support::{Fresh, on_both};
use crate::read::{maybe, number, text};
use crate::{Arrived, Arriving, HELD_KEPT, Shipment, Store, StoreError, Trial};
use Arrived::{Already, Conflict, Held, HeldBefore, Taken};
use arobase_domain::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Each contribution has an identifier of its own, even when it comes again.
static NTH: AtomicUsize = AtomicUsize::new(0);

fn arriving(source_id: &str, text: &str) -> Arriving {
    let nth = NTH.fetch_add(1, Ordering::Relaxed);
    let new = NewContribution {
        channel: Channel::Import,
        title: Some("Titre".into()),
        source: Some(source_id.into()),
        ..signed(text, "Anne", "Nouans", false)
    };
    Arriving { source_id: source_id.into(), incoming: incoming(new, nth), language: None, sender: None, beside: None }
}

async fn import(store: &Store, source: &str, arriving: Vec<Arriving>, trial: Trial) -> Vec<Arrived> {
    let shipment = Shipment { source, to_check: false, by: None, arriving };
    store.import_from(&edition().id, shipment, &stems, NOW, trial).await.unwrap()
}

async fn kept(store: &Store) -> (u64, u64) {
    let figures = store.figures(&edition().id).await.unwrap();
    (figures.contributions, store.verify_journal().await.unwrap())
}

#[test]
fn a_second_pass_changes_nothing() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let file = || vec![arriving("12", "la fibre"), arriving("13", "des vélos")];
        assert_eq!(import(store, "polis", file(), Trial::Real).await, [Taken(1), Taken(2)]);
        assert_eq!(import(store, "polis", file(), Trial::Real).await, [Already(1), Already(2)]);
        assert_eq!(kept(store).await, (2, 2), "no contribution and no entry of the journal more");
        let longer = [file(), vec![arriving("14", "une gare")]].concat();
        assert_eq!(import(store, "polis", longer, Trial::Real).await, [Already(1), Already(2), Taken(3)]);
        assert_eq!(import(store, "consul", file(), Trial::Real).await, [Taken(4), Taken(5)], "another source");
        assert_eq!(kept(store).await, (5, 4));
        let fate = store.contribution_fate(&edition().id, 3).await.unwrap().unwrap();
        assert_eq!((fate.reason.as_str(), fate.contribution.source.as_deref()), ("received", Some("14")));
    });
}

#[test]
fn another_text_under_the_same_identifier_is_told_and_left_out() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let file = vec![arriving("1", "la fibre"), arriving("1", "la fibre"), arriving("1", "des vélos")];
        assert_eq!(import(store, "mail", file, Trial::Real).await, [Taken(1), Already(1), Conflict(1)]);
        assert_eq!(import(store, "mail", vec![arriving("1", "autre")], Trial::Real).await, [Conflict(1)]);
        assert_eq!(store.contribution(&edition().id, 1).await.unwrap().unwrap().text, "la fibre");
        assert_eq!(kept(store).await, (1, 2));
    });
}

#[test]
fn a_trial_answers_as_the_import_would_and_keeps_nothing() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let file = || vec![arriving("1", "la fibre"), arriving("2", "des vélos")];
        assert_eq!(import(store, "polis", file(), Trial::Dry).await, [Taken(1), Taken(2)]);
        assert_eq!(kept(store).await, (0, 1));
        assert_eq!(submit(store, "entre-temps", "a").await.number, 1, "no number was lost");
        assert_eq!(import(store, "polis", file(), Trial::Real).await, [Taken(2), Taken(3)]);
    });
}

fn message(id: &str, text: &str) -> Arriving {
    Arriving {
        sender: Some("anne@nouans.example".into()),
        beside: Some("> cité".into()),
        language: Some("fr".into()),
        ..arriving(id, text)
    }
}

async fn hold(store: &Store, arriving: Vec<Arriving>) -> Vec<Arrived> {
    let shipment = Shipment { source: "mail", to_check: true, by: Some("m"), arriving };
    store.import_from(&edition().id, shipment, &stems, NOW, Trial::Real).await.unwrap()
}

#[test]
fn messages_wait_until_someone_has_checked_them() {
    on_both(async |fresh| {
        let (store, id) = (&fresh.store, edition().id);
        store.create_edition(&edition(), NOW).await.unwrap();
        submit(store, "avant", "a").await;
        let box_of =
            || vec![message("<m1@x>", "la fibre"), message("<m2@x>", "achetez"), message("<m1@x>", "la fibre")];
        assert_eq!(hold(store, box_of()).await, [Held, Held, HeldBefore]);
        assert_eq!(store.figures(&id).await.unwrap().contributions, 1, "counted nowhere");
        let waiting = store.held(&id, false, 1).await.unwrap();
        assert_eq!((waiting.total, waiting.items[0].sender.as_deref()), (2, Some("anne@nouans.example")));
        let [good, bad] = [&waiting.items[0], &waiting.items[1]].map(|one| one.id.clone());

        let other = EditionId::new("other");
        assert!(store.keep_held(&other, &good, "m", &stems, NOW).await.is_err());
        assert!(!store.put_aside(&other, &bad, "m", NOW).await.unwrap());
        assert_eq!(store.keep_held(&id, &good, "m", &stems, NOW).await.unwrap(), Some(2));
        assert_eq!(store.keep_held(&id, &good, "m", &stems, NOW).await.unwrap(), None, "once");
        assert!(store.put_aside(&id, &bad, "m", NOW).await.unwrap());
        assert!(!store.put_aside(&id, &bad, "m", NOW).await.unwrap());
        assert_eq!(
            (store.held(&id, false, 1).await.unwrap().total, store.held(&id, true, 1).await.unwrap().total),
            (0, 1)
        );
        assert_eq!(hold(store, box_of()).await, [Already(2), HeldBefore, Already(2)], "a second pass changes nothing");

        let kept = store.contribution_fate(&id, 2).await.unwrap().unwrap();
        assert_eq!((kept.reason.as_str(), kept.contribution.text.as_str()), ("received", "la fibre"));
        let mut tx = store.begin().await.unwrap();
        let row = sqlx::query("SELECT * FROM origin").fetch_one(&mut *tx).await.unwrap();
        assert_eq!(number::<u32>(&row, "number").unwrap(), 2);
        assert_eq!(text(&row, "sender").unwrap(), "anne@nouans.example");
        assert_eq!(maybe(&row, "beside").unwrap().as_deref(), Some("> cité"));
        assert_eq!(maybe(&row, "language").unwrap().as_deref(), Some("fr"));
        tx.rollback().await.unwrap();

        assert_eq!(store.forget_put_aside(NOW + HELD_KEPT - 1).await.unwrap(), 0);
        assert_eq!(store.forget_put_aside(NOW + HELD_KEPT).await.unwrap(), 1);
        assert_eq!(store.held(&id, true, 1).await.unwrap().total, 0, "its words are gone");
        assert_eq!(store.keep_held(&id, &bad, "m", &stems, NOW).await.unwrap(), None);
        assert_eq!(hold(store, vec![message("<m2@x>", "achetez")]).await, [HeldBefore], "and it does not come back");
        assert!(store.verify_journal().await.is_ok());
    });
}

#[test]
fn a_refused_import_leaves_nothing_behind() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let one = arriving("1", "la fibre");
        let same_uuid = vec![one.clone(), Arriving { source_id: "2".into(), ..one }];
        let shipment = Shipment { source: "polis", to_check: false, by: None, arriving: same_uuid };
        let refused = store.import_from(&edition().id, shipment, &stems, NOW, Trial::Real).await;
        assert!(matches!(refused, Err(StoreError::Database(_))));
        let unknown =
            Shipment { source: "polis", to_check: false, by: None, arriving: vec![arriving("1", "la fibre")] };
        let refused = store.import_from(&EditionId::new("none"), unknown, &stems, NOW, Trial::Real).await;
        assert!(matches!(refused, Err(StoreError::UnknownEdition(_))));
        assert_eq!(kept(store).await, (0, 1));
    });
}

/// Two people give the same file at once: each contribution is there once.
#[test]
fn the_same_file_twice_at_once_is_imported_once() {
    on_both(async |Fresh { store, .. }| {
        store.create_edition(&edition(), NOW).await.unwrap();
        let file = || (0..300).map(|n| arriving(&n.to_string(), "la fibre")).collect();
        let (one, other) =
            tokio::join!(import(&store, "polis", file(), Trial::Real), import(&store, "polis", file(), Trial::Real));
        let taken = one.iter().chain(&other).filter(|fate| matches!(fate, Taken(_))).count();
        let already = one.iter().chain(&other).filter(|fate| matches!(fate, Already(_))).count();
        assert_eq!((taken, already), (300, 300));
        assert_eq!(kept(&store).await, (300, 2));
    });
}
