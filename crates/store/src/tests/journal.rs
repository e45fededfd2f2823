use super::sample::*;
use super::support::{Fresh, on_both};
use crate::StoreError;
use arobase_domain::Broken;

async fn broken_at(fresh: &Fresh) -> Option<u64> {
    match fresh.store.verify_journal().await {
        Err(StoreError::Journal(Broken { at })) => Some(at),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_gesture_leaves_its_entry() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        submit(&fresh.store, "après le passage", "a").await;
        let page = fresh.store.journal(1).await.unwrap();
        let gestures: Vec<&str> = page.items.iter().map(|sealed| sealed.entry.gesture.as_str()).collect();
        assert_eq!(gestures, ["contribution.submitted", "run.saved", "contributions.imported", "edition.created"]);
        assert_eq!((page.total, page.pages()), (4, 1));
        let facts = &page.items[0].entry.facts;
        assert_eq!(facts["number"], "5");
        assert_eq!(facts["text"], blake3::hash("après le passage".as_bytes()).to_hex().as_str());
        let all = format!("{:?}", page.items);
        assert!(!all.contains("Anne") && !all.contains("Nouans"), "no identity in what cannot be erased");
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 4);
    });
}

#[test]
fn the_database_refuses_to_change_an_entry() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        for sql in
            ["UPDATE journal SET at = 0 WHERE seq = 2", "DELETE FROM journal WHERE seq = 3", "DELETE FROM journal"]
        {
            let refused = sqlx::query(sql).execute(&mut fresh.beside().await).await.unwrap_err();
            assert!(refused.to_string().contains("append-only"), "{refused}");
        }
        if !fresh.is_sqlite() {
            assert!(sqlx::query("TRUNCATE journal").execute(&mut fresh.beside().await).await.is_err());
        }
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 3);
    });
}

/// Someone who lifts the refusal is still seen.
#[test]
fn an_altered_missing_or_cut_journal_is_found() {
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let mut intruder = fresh.beside().await;
        let lift = if fresh.is_sqlite() {
            "DROP TRIGGER journal_keeps_entries; DROP TRIGGER journal_loses_nothing"
        } else {
            "DROP TRIGGER journal_is_append_only ON journal"
        };
        sqlx::raw_sql(lift).execute(&mut intruder).await.unwrap();
        let mut run = async |sql: &'static str| sqlx::query(sql).execute(&mut intruder).await.map(drop).unwrap();

        run("UPDATE journal SET at = at + 1 WHERE seq = 2").await;
        assert_eq!(broken_at(&fresh).await, Some(2));
        run("UPDATE journal SET at = at - 1 WHERE seq = 2").await;
        assert_eq!(fresh.store.verify_journal().await.unwrap(), 3);
        run("UPDATE journal SET facts = '{}' WHERE seq = 1").await;
        assert_eq!(broken_at(&fresh).await, Some(1));
        run("DELETE FROM journal WHERE seq = 1").await;
        assert_eq!(broken_at(&fresh).await, Some(1));
    });
    on_both(async |fresh| {
        run_saved(&fresh.store).await;
        let drop = if fresh.is_sqlite() {
            "DROP TRIGGER journal_loses_nothing"
        } else {
            "DROP TRIGGER journal_is_append_only ON journal"
        };
        sqlx::raw_sql(drop).execute(&mut fresh.beside().await).await.unwrap();
        sqlx::query("DELETE FROM journal WHERE seq = 3").execute(&mut fresh.beside().await).await.unwrap();
        assert_eq!(broken_at(&fresh).await, Some(3), "the last entry is missing");
    });
}
