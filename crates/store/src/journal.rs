//! The journal in the database: written inside the transaction of each gesture, chained in line.

use crate::page::window;
use crate::read::{json, number, text};
use crate::{Page, Store, StoreError};
use arobase_domain::{Broken, Chain, Entry, Sealed};
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};

/// Entries read at once when the whole journal is verified.
const BATCH: i64 = 1_000;

/// Adds an entry. The update of the head waits for any other writer, so that places and hashes follow one another.
pub(crate) async fn append<'a>(
    tx: &mut Transaction<'static, Any>,
    now: i64,
    gesture: &str,
    facts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), StoreError> {
    let head = sqlx::query("UPDATE journal_head SET seq = seq + 1 WHERE id = 1 RETURNING seq - 1 AS seq, hash")
        .fetch_one(&mut **tx)
        .await?;
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let Sealed { entry, hash } = chain(&head)?.append(now, gesture, facts);
    sqlx::query("INSERT INTO journal (seq, at, gesture, facts, hash) VALUES ($1, $2, $3, $4, $5)")
        .bind(entry.seq as i64)
        .bind(entry.at)
        .bind(entry.gesture)
        .bind(serde_json::to_string(&entry.facts)?)
        .bind(hash.clone())
        .execute(&mut **tx)
        .await?;
    sqlx::query("UPDATE journal_head SET hash = $1 WHERE id = 1").bind(hash).execute(&mut **tx).await?;
    Ok(())
}

impl Store {
    /// Recomputes every hash; the number of entries if all hold, else [`StoreError::Journal`] with the place of the first that does not.
    pub async fn verify_journal(&self) -> Result<u64, StoreError> {
        let head = sqlx::query("SELECT seq, hash FROM journal_head WHERE id = 1");
        let head = self.one(head, chain).await?.ok_or(Broken { at: 1 })?;
        let mut chain = Chain::default();
        loop {
            let query = sqlx::query("SELECT * FROM journal WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3");
            let batch = self.all(query.bind(chain.seq as i64).bind(head.seq as i64).bind(BATCH), sealed).await?;
            if batch.is_empty() {
                break;
            }
            batch.iter().try_for_each(|sealed| chain.check(sealed))?;
        }
        if chain == head { Ok(head.seq) } else { Err(Broken { at: chain.seq + 1 }.into()) }
    }

    /// The latest entries first.
    pub async fn journal(&self, page: u32) -> Result<Page<Sealed>, StoreError> {
        let (limit, offset) = window(page);
        let entries =
            sqlx::query("SELECT * FROM journal ORDER BY seq DESC LIMIT $1 OFFSET $2").bind(limit).bind(offset);
        let total = self.one(sqlx::query("SELECT COUNT(*) AS total FROM journal"), |row| number(row, "total")).await?;
        Ok(Page { items: self.all(entries, sealed).await?, number: page.max(1), total: total.unwrap_or(0) })
    }
}

fn chain(row: &AnyRow) -> Result<Chain, StoreError> {
    Ok(Chain { seq: number(row, "seq")?, hash: text(row, "hash")? })
}

fn sealed(row: &AnyRow) -> Result<Sealed, StoreError> {
    let entry = Entry {
        seq: number(row, "seq")?,
        at: row.try_get("at")?,
        gesture: text(row, "gesture")?,
        facts: json(row, "facts")?,
    };
    Ok(Sealed { entry, hash: text(row, "hash")? })
}
