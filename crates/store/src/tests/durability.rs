use super::support::on_both;
use crate::read::text;
use sqlx::Row as _;

/// What the connections of the store are told. The killing itself is tested with the binary.
#[test]
fn an_acknowledged_write_waits_for_the_disk() {
    on_both(async |fresh| {
        let ask = async |sql: &'static str| {
            let mut tx = fresh.store.begin().await.unwrap();
            sqlx::query(sql).fetch_one(&mut *tx).await.unwrap()
        };
        if fresh.is_sqlite() {
            assert_eq!(text(&ask("PRAGMA journal_mode").await, "journal_mode").unwrap(), "wal");
            assert_eq!(ask("PRAGMA synchronous").await.get::<i64, _>(0), 2, "FULL");
            assert_eq!(ask("PRAGMA foreign_keys").await.get::<i64, _>(0), 1);
        } else {
            assert_eq!(text(&ask("SHOW synchronous_commit").await, "synchronous_commit").unwrap(), "on");
        }
    });
}
