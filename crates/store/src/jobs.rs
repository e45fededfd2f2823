//! What waits for the engine, and what the program does by itself.

use crate::read::{code, maybe, number, text};
use crate::{Store, StoreError};
use arobase_domain::{EditionId, Job, JobOutcome, Waiting};
use sqlx::Row as _;
use sqlx::any::AnyRow;

impl Store {
    /// What has come or changed since the last run.
    pub async fn waiting(&self, edition: &EditionId) -> Result<Waiting, StoreError> {
        let found = sqlx::query(
            "SELECT COUNT(*) AS total, MIN(c.received_at) AS oldest, MAX(c.received_at) AS newest,
                    (SELECT MAX(v.replaced_at) FROM contribution_version v WHERE v.edition_id = $1) AS changed
             FROM ledger l JOIN contribution c ON c.edition_id = l.edition_id AND c.number = l.number
             WHERE l.edition_id = $1 AND l.state = 'to_sort' AND l.reason IN ('received', 'revised')",
        );
        let found = self.one(found.bind(edition.as_str().to_owned()), waiting).await?;
        Ok(found.unwrap_or_default())
    }

    /// Writes down that a job begins; those that were running have been interrupted.
    pub async fn begin_job(&self, edition: &EditionId, id: &str, kind: &str, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let cut = sqlx::query(
            "UPDATE job SET ended_at = $1, outcome = 'interrupted' WHERE edition_id = $2 AND kind = $3 AND ended_at IS NULL",
        );
        cut.bind(now).bind(edition.as_str().to_owned()).bind(kind.to_owned()).execute(&mut *tx).await?;
        let begun =
            sqlx::query("INSERT INTO job (id, edition_id, kind, started_at, detail) VALUES ($1, $2, $3, $4, '')");
        let begun = begun.bind(id.to_owned()).bind(edition.as_str().to_owned()).bind(kind.to_owned()).bind(now);
        begun.execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// Writes down how it ended.
    pub async fn end_job(&self, id: &str, outcome: JobOutcome, detail: &str, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let ended = sqlx::query("UPDATE job SET ended_at = $1, outcome = $2, detail = $3 WHERE id = $4");
        let ended = ended.bind(now).bind(outcome.as_str().to_owned()).bind(detail.to_owned()).bind(id.to_owned());
        ended.execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// The last job of a kind.
    pub async fn latest_job(&self, edition: &EditionId, kind: &str) -> Result<Option<Job>, StoreError> {
        let found = sqlx::query(
            "SELECT started_at, ended_at, outcome, detail FROM job WHERE edition_id = $1 AND kind = $2
             ORDER BY started_at DESC, id DESC LIMIT 1",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(kind.to_owned()), job).await
    }
}

pub(crate) fn waiting(row: &AnyRow) -> Result<Waiting, StoreError> {
    let newest: Option<i64> = row.try_get("newest")?;
    let changed: Option<i64> = row.try_get("changed")?;
    Ok(Waiting { contributions: number(row, "total")?, oldest: row.try_get("oldest")?, newest: newest.max(changed) })
}

fn job(row: &AnyRow) -> Result<Job, StoreError> {
    let outcome = maybe(row, "outcome")?.map(|_| code(row, "outcome")).transpose()?;
    Ok(Job {
        started_at: row.try_get("started_at")?,
        ended_at: row.try_get("ended_at")?,
        outcome,
        detail: text(row, "detail")?,
    })
}
