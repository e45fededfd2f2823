//! What is under way in a browser, taken once.

use crate::bulk::{self, row};
use crate::{Store, StoreError};
use sqlx::Row as _;

/// Something that a browser begins and will come back to.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// Digest of the secret that the browser keeps.
    pub digest: &'a str,
    /// Of what kind: what was begun as one thing is not taken as another.
    pub kind: &'a str,
    /// What must be remembered.
    pub data: &'a str,
    /// Until when it may be taken, in Unix milliseconds.
    pub expires_at: i64,
}

impl Store {
    /// Remembers what a browser begins. What nobody came back to is forgotten.
    pub async fn begin_attempt(&self, attempt: Attempt<'_>, now: i64) -> Result<(), StoreError> {
        let Attempt { digest, kind, data, expires_at } = attempt;
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM attempt WHERE expires_at < $1").bind(now).execute(&mut *tx).await?;
        let row = row![digest, kind, data, expires_at];
        bulk::insert(&mut tx, "attempt", &["digest", "kind", "data", "expires_at"], vec![row]).await?;
        Ok(tx.commit().await?)
    }

    /// What a browser began, to whoever comes first; nothing the second time, nor too late.
    pub async fn take_attempt(&self, digest: &str, kind: &str, now: i64) -> Result<Option<String>, StoreError> {
        let mut tx = self.begin().await?;
        let taken =
            sqlx::query("DELETE FROM attempt WHERE digest = $1 AND kind = $2 AND expires_at >= $3 RETURNING data");
        let taken = taken.bind(digest.to_owned()).bind(kind.to_owned()).bind(now).fetch_optional(&mut *tx).await?;
        tx.commit().await?;
        Ok(taken.map(|row| row.try_get("data")).transpose()?)
    }
}
