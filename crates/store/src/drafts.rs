//! What someone is still writing, kept on the server until it is sent or forgotten.

use crate::read::json;
use crate::submit::Tx;
use crate::{Store, StoreError};
use arobase_domain::{Draft, EditionId};

/// A draft that nobody has touched for this long is erased, in milliseconds: sixty days.
pub(crate) const FORGOTTEN: i64 = 60 * 86_400_000;

/// What is kept of a token: whoever reads the database cannot open the page it leads to.
pub(crate) fn seal(token: &str) -> String {
    blake3::hash(token.as_bytes()).to_hex().to_string()
}

impl Store {
    /// Keeps what is being written with this token, over what was kept before; drafts that nobody has touched for sixty days are erased. Nothing is kept
    /// for a token that has been sent.
    pub async fn save_draft(
        &self,
        edition: &EditionId,
        token: &str,
        draft: &Draft,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let forgotten = sqlx::query("DELETE FROM draft WHERE edition_id = $1 AND saved_at < $2");
        forgotten.bind(edition.as_str().to_owned()).bind(now - FORGOTTEN).execute(&mut *tx).await?;
        let saved = sqlx::query(
            "INSERT INTO draft (edition_id, token, fields, saved_at)
             SELECT e.id, $2, $3, $4 FROM edition e
             WHERE e.id = $1 AND NOT EXISTS (SELECT 1 FROM contribution c WHERE c.edition_id = e.id AND c.token = $2)
             ON CONFLICT (edition_id, token) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at",
        );
        let saved = saved.bind(edition.as_str().to_owned()).bind(seal(token)).bind(serde_json::to_string(draft)?);
        saved.bind(now).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// What was kept with this token.
    pub async fn draft(&self, edition: &EditionId, token: &str) -> Result<Option<Draft>, StoreError> {
        let found = sqlx::query("SELECT fields FROM draft WHERE edition_id = $1 AND token = $2");
        let found = found.bind(edition.as_str().to_owned()).bind(seal(token));
        self.one(found, |row| json(row, "fields")).await
    }

    /// Erases what was kept with this token.
    pub async fn forget_draft(&self, edition: &EditionId, token: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        forget(&mut tx, edition, token).await?;
        Ok(tx.commit().await?)
    }
}

/// The same, inside the gesture that sends it.
pub(crate) async fn forget(tx: &mut Tx, edition: &EditionId, token: &str) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM draft WHERE edition_id = $1 AND token = $2");
    gone.bind(edition.as_str().to_owned()).bind(seal(token)).execute(&mut **tx).await?;
    Ok(())
}
