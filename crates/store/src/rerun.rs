//! Running again once people have begun to class: who asks, what waits, and the run that goes on from what they did. Pages keep showing what was published.

use crate::bench::seal;
use crate::jobs::waiting;
use crate::read::{json, text};
use crate::save_run::{Tx, keep};
use crate::{Store, StoreError, journal};
use arobase_domain::edits::{Event, Gesture};
use arobase_domain::{Analysis, EditionId, RunId, RunRecord, Waiting};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// A run that went on from a bench.
#[derive(Debug, Clone, Copy)]
pub struct Rerun<'a> {
    /// Its identifier.
    pub id: &'a RunId,
    /// What it found.
    pub analysis: &'a Analysis,
    /// What clustering everything again would change: gestures that nobody has accepted yet.
    pub proposal: &'a [Gesture],
    /// When its materials were read, in Unix milliseconds.
    pub read_at: i64,
}

/// What someone wants of a run that goes on from a bench.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RerunAsked {
    /// Who: a member's identifier.
    pub by: String,
    /// The resolution at which everything is clustered again, for what is proposed; that of the bench if not told.
    pub resolution: Option<f64>,
}

impl Store {
    /// The run that the ideas of a bench are those of: the last that was brought to it, else the one it stands on.
    pub async fn bench_known(&self, edition: &EditionId) -> Result<Option<RunId>, StoreError> {
        let found = sqlx::query(
            "SELECT COALESCE((SELECT MAX(r.run_id) FROM rerun r WHERE r.edition_id = e.id), b.run_id, e.run_id) AS run_id
             FROM edition e LEFT JOIN bench b ON b.edition_id = e.id WHERE e.id = $1 AND e.run_id IS NOT NULL",
        );
        self.one(found.bind(edition.as_str().to_owned()), |row| text(row, "run_id").map(RunId::new)).await
    }

    /// What has come or changed since a run read its materials, whatever pages show.
    pub async fn waiting_since(&self, edition: &EditionId, run: &RunId) -> Result<Waiting, StoreError> {
        let found = sqlx::query(
            "SELECT COUNT(*) AS total, MIN(c.received_at) AS oldest, MAX(c.received_at) AS newest,
                    (SELECT MAX(v.replaced_at) FROM contribution_version v WHERE v.edition_id = $1) AS changed
             FROM contribution c WHERE c.edition_id = $1
               AND (NOT EXISTS (SELECT 1 FROM fate f WHERE f.run_id = $2 AND f.number = c.number)
                    OR EXISTS (SELECT 1 FROM contribution_version v, run r
                               WHERE v.edition_id = c.edition_id AND v.number = c.number AND r.id = $2 AND v.replaced_at >= r.at))",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(run.as_str().to_owned());
        Ok(self.one(found, waiting).await?.unwrap_or_default())
    }

    /// Writes down that someone wants a run; asking twice is asking once.
    pub async fn ask_rerun(&self, edition: &EditionId, asked: &RerunAsked, now: i64) -> Result<(), StoreError> {
        let RerunAsked { by, resolution } = asked;
        let mut tx = self.begin().await?;
        let insert = sqlx::query(
            "INSERT INTO rerun_asked (edition_id, at, by_id, resolution) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        );
        let insert = insert.bind(edition.as_str().to_owned()).bind(now).bind(by.clone()).bind(*resolution);
        if insert.execute(&mut *tx).await?.rows_affected() == 1 {
            let told = resolution.map(|resolution| resolution.to_string()).unwrap_or_default();
            let facts = [("edition", edition.as_str()), ("by", by), ("resolution", &told)];
            let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
            journal::append(&mut tx, now, "bench.rerun_asked", facts).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Who wants a run, if anyone does, and of what grain.
    pub async fn rerun_asked(&self, edition: &EditionId) -> Result<Option<RerunAsked>, StoreError> {
        let found = sqlx::query("SELECT by_id, resolution FROM rerun_asked WHERE edition_id = $1");
        let asked = |row: &AnyRow| {
            Ok::<_, StoreError>(RerunAsked { by: text(row, "by_id")?, resolution: row.try_get("resolution")? })
        };
        self.one(found.bind(edition.as_str().to_owned()), asked).await
    }

    /// Nobody waits for a run any more, whether it was made or could not be.
    pub async fn answer_rerun(&self, edition: &EditionId) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        answered(&mut tx, edition).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps a run that went on from the bench, and the line that brings it there. `false`, and nothing is written, if someone's gesture came first.
    ///
    /// Fails with [`StoreError::UnknownContribution`] if the run speaks of contributions that the edition does not have.
    pub async fn keep_rerun(
        &self,
        edition: &EditionId,
        base: &RunId,
        event: &Event,
        Rerun { id, analysis, proposal, read_at }: Rerun<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if !seal(&mut tx, edition, base, event).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        keep(&mut tx, edition, analysis, id, read_at).await?;
        let kept = sqlx::query("INSERT INTO rerun (run_id, edition_id, proposal) VALUES ($1, $2, $3)");
        let kept = kept.bind(id.as_str().to_owned()).bind(edition.as_str().to_owned());
        kept.bind(serde_json::to_string(proposal)?).execute(&mut *tx).await?;
        answered(&mut tx, edition).await?;
        let RunRecord { input_hash, output_hash, .. } = &analysis.run;
        let facts =
            [("edition", edition.as_str()), ("run", id.as_str()), ("input", input_hash), ("output", output_hash)];
        journal::append(&mut tx, event.at, "bench.rerun", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What a run that went on from a bench proposed.
    pub async fn proposal(&self, run: &RunId) -> Result<Vec<Gesture>, StoreError> {
        let found = sqlx::query("SELECT proposal FROM rerun WHERE run_id = $1").bind(run.as_str().to_owned());
        Ok(self.one(found, |row| json(row, "proposal")).await?.unwrap_or_default())
    }
}

async fn answered(tx: &mut Tx, edition: &EditionId) -> Result<(), StoreError> {
    let answered = sqlx::query("DELETE FROM rerun_asked WHERE edition_id = $1").bind(edition.as_str().to_owned());
    answered.execute(&mut **tx).await?;
    Ok(())
}
