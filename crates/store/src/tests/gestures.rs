use super::sample::*;
use super::support::on_both;
use crate::{Store, StoreError, Submission};
use arobase_domain::*;
use uuid::Uuid;

#[test]
fn an_edition_is_read_as_created() {
    on_both(async |fresh| {
        let store = &fresh.store;
        assert_eq!(store.current_edition().await.unwrap(), None);
        let older = Edition { id: EditionId::new("old"), slug: "2025".into(), congress_date: NOW - 1, ..edition() };
        for edition in [&edition(), &older] {
            store.create_edition(edition, NOW).await.unwrap();
        }
        assert_eq!(store.edition_by_slug("2026").await.unwrap(), Some(edition()));
        assert_eq!(store.edition_by_slug("2025").await.unwrap(), Some(older));
        assert_eq!(store.edition_by_slug("2024").await.unwrap(), None);
        assert_eq!(store.current_edition().await.unwrap(), Some(edition()));
        let mut overlapping = Edition { id: EditionId::new("bad"), slug: "bad".into(), ..edition() };
        overlapping.phases[1].starts_at = NOW;
        assert!(matches!(store.create_edition(&overlapping, NOW).await, Err(StoreError::Phases(_))));
        let listed: Vec<(String, u32)> =
            store.editions().await.unwrap().into_iter().map(|(edition, count)| (edition.slug, count)).collect();
        assert_eq!(listed, [("2026".to_owned(), 0), ("2025".to_owned(), 0)], "the latest congress first");
        assert_eq!(store.editions().await.unwrap()[0].0, edition());
        let mut short = Edition { id: EditionId::new("short"), slug: "short".into(), ..edition() };
        short.settings.limits.text = 10;
        assert!(matches!(store.create_edition(&short, NOW).await, Err(StoreError::Settings(_))));
    });
}

#[test]
fn a_submitted_contribution_is_at_once_numbered_searchable_and_to_sort() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let new =
            NewContribution { title: Some("Fibre".into()), ..signed("Il faut\r\nla fibre\0.", "Anne", "Nouans", true) };
        let sent = Submission { contribution: &new, token: "a", id: Uuid::from_u128(7), by: None, calls: &[] };
        let receipt = store.submit(&edition().id, sent, &stems, NOW).await.unwrap();
        assert_eq!((receipt.number, receipt.already), (1, false));

        let kept = store.contribution(&edition().id, 1).await.unwrap().unwrap();
        assert_eq!(kept.text, "Il faut\r\nla fibre\u{FFFD}.");
        assert_eq!((kept.title, kept.author, kept.received_at), (new.title.clone(), new.author.clone(), NOW));
        let fate = store.contribution_fate(&edition().id, 1).await.unwrap().unwrap();
        assert_eq!((fate.state, fate.reason.as_str(), fate.ideas.len()), (State::ToSort, "received", 0));
        let found = crate::Filter { stems: stems("fibres"), ..Default::default() };
        assert_eq!(store.list(&edition().id, &found, 1).await.unwrap().total, 1);
    });
}

#[test]
fn the_same_form_sent_twice_is_one_contribution() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let (first, again, next) = (
            submit(store, "une idée", "a").await,
            submit(store, "une idée", "a").await,
            submit(store, "une idée", "b").await,
        );
        assert_eq!((first.number, first.already), (1, false));
        assert_eq!((again.number, again.already), (1, true));
        assert_eq!((next.number, next.already), (2, false), "a refused double takes no number");
        assert_eq!(store.figures(&edition().id).await.unwrap().contributions, 2);
        assert_eq!(store.verify_journal().await.unwrap(), 3, "a double writes nothing");
    });
}

#[test]
fn nothing_is_received_for_an_unknown_edition() {
    on_both(async |fresh| {
        let sent = Submission {
            contribution: &contribution("une idée"),
            token: "a",
            id: Uuid::from_u128(7),
            by: None,
            calls: &[],
        };
        let refused = fresh.store.submit(&EditionId::new("none"), sent, &stems, NOW).await;
        assert!(matches!(refused, Err(StoreError::UnknownEdition(_))));
        let refused =
            fresh.store.save_run(&EditionId::new("none"), &analysis(), &stems, &RunId::new("r"), NOW, NOW).await;
        assert!(matches!(refused, Err(StoreError::UnknownEdition(_))));
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 0);
    });
}

#[test]
fn an_author_is_named_with_consent_only_and_told_apart_always() {
    on_both(async |fresh| {
        let store = &fresh.store;
        edition_with_contributions(store).await;
        let author = async |number| store.contribution(&edition().id, number).await.unwrap().unwrap().author;
        assert_eq!(author(1).await.unwrap().name, "Anne");
        assert_eq!(author(2).await, None);
        let again = vec![
            incoming(signed("encore", "ANNE ", "Nouans", false), 5),
            incoming(signed("anonyme", "", "Nouans", true), 6),
            incoming(signed("anonyme", "", "Nouans", true), 7),
        ];
        store.import(&edition().id, again, &stems, NOW).await.unwrap();
        let materials = store.materials(&edition().id).await.unwrap();
        let key = |number: usize| materials[number - 1].author.as_deref();
        assert!(key(1).is_some() && key(1) == key(5) && key(1) != key(2));
        assert_eq!((key(3), key(6), key(7)), (None, None, None));
        assert_eq!(materials[5].territory.as_deref(), Some("Nouans"));
        assert_eq!(materials[3].broken.as_deref(), Some("fichier.csv, ligne 4 : guillemet ouvert"));
        let figures = store.figures(&edition().id).await.unwrap();
        assert_eq!((figures.contributions, figures.authors, figures.territories), (7, 2, 2));
    });
}

#[test]
fn a_failed_gesture_leaves_nothing_behind() {
    on_both(async |fresh| {
        let store = &fresh.store;
        store.create_edition(&edition(), NOW).await.unwrap();
        let twice = vec![incoming(contribution("un"), 1), incoming(contribution("deux"), 1)];
        assert!(matches!(store.import(&edition().id, twice, &stems, NOW).await, Err(StoreError::Database(_))));
        assert_eq!(store.figures(&edition().id).await.unwrap().contributions, 0);
        assert_eq!(submit(store, "une idée", "a").await.number, 1, "no gap");
        assert_eq!(store.verify_journal().await.unwrap(), 2);
    });
}

#[test]
fn an_empty_import_is_a_gesture_too() {
    on_both(async |fresh| {
        fresh.store.create_edition(&edition(), NOW).await.unwrap();
        assert_eq!(fresh.store.import(&edition().id, vec![], &stems, NOW).await.unwrap().count, 0);
        assert_eq!(submit(&fresh.store, "une idée", "a").await.number, 1);
    });
}

#[tokio::test]
async fn only_databases_that_keep_what_they_are_given_are_opened() {
    for address in ["sqlite::memory:", "sqlite:x?mode=memory", "mysql://root@host/x", "file.db", ""] {
        assert!(matches!(Store::open(address).await, Err(StoreError::Address(_))), "{address}");
    }
}

#[test]
fn a_database_opens_again_with_all_it_held() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        fresh.store.close().await;
        let again = Store::open(&fresh.url).await.unwrap();
        assert_eq!(again.analysis(&edition().id).await.unwrap(), Some(analysis()));
        assert_eq!(again.verify_journal().await.unwrap(), 3);
        again.close().await;
    });
}

/// The first start after an update: columns come under connections that are there already.
#[test]
fn a_database_of_an_earlier_version_is_read_at_once() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        fresh.store.close().await;
        let mut earlier = fresh.beside().await;
        for sql in [
            "ALTER TABLE edition DROP COLUMN questions",
            "ALTER TABLE edition DROP COLUMN time_zone",
            "ALTER TABLE edition DROP COLUMN title_max",
            "ALTER TABLE edition DROP COLUMN text_max",
            "DELETE FROM _sqlx_migrations WHERE version = 7",
        ] {
            sqlx::query(sql).execute(&mut earlier).await.unwrap();
        }
        let again = Store::open(&fresh.url).await.unwrap();
        assert_eq!(again.current_edition().await.unwrap().map(|edition| edition.slug), Some("2026".into()));
        again.close().await;
    });
}
