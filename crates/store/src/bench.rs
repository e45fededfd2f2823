//! The bench: the run it stands on, and the gestures made since, each sealed in the journal.

use crate::bench_audit::digest;
use crate::bulk::{self, row};
use crate::read::{json, number, text};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::edits::Event;
use arobase_domain::{Analysis, EditionId, RunId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

impl Store {
    /// The run that the bench of an edition stands on: the one that pages show, until a first gesture is made.
    pub async fn bench_run(&self, edition: &EditionId) -> Result<Option<RunId>, StoreError> {
        let found = sqlx::query(
            "SELECT COALESCE(b.run_id, e.run_id) AS run_id FROM edition e LEFT JOIN bench b ON b.edition_id = e.id
             WHERE e.id = $1 AND e.run_id IS NOT NULL",
        );
        self.one(found.bind(edition.as_str().to_owned()), |row| text(row, "run_id").map(RunId::new)).await
    }

    /// When the run of a bench was stored, and what it had found.
    pub async fn bench_analysis(&self, run: &RunId) -> Result<Option<(i64, Analysis)>, StoreError> {
        let Some(run) = self.run(run).await? else { return Ok(None) };
        Ok(Some((run.at, self.analysis_of(run).await?)))
    }

    /// Whether someone has begun to class: no run takes the place of what they do.
    pub async fn bench_is_open(&self, edition: &EditionId) -> Result<bool, StoreError> {
        let found = sqlx::query("SELECT run_id FROM bench WHERE edition_id = $1").bind(edition.as_str().to_owned());
        Ok(self.one(found, |row| text(row, "run_id")).await?.is_some())
    }

    /// The gestures made on a run after the one numbered `after`, in order.
    pub async fn bench_events(&self, edition: &EditionId, run: &RunId, after: u32) -> Result<Vec<Event>, StoreError> {
        let found =
            sqlx::query("SELECT * FROM bench_event WHERE edition_id = $1 AND run_id = $2 AND seq > $3 ORDER BY seq");
        let found = found.bind(edition.as_str().to_owned()).bind(run.as_str().to_owned()).bind(i64::from(after));
        self.all(found, event).await
    }

    /// Keeps a gesture. `false`, and nothing is written, if someone else's came first or if the bench stands on another run: read again, then decide.
    pub async fn keep_event(&self, edition: &EditionId, run: &RunId, event: &Event) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if !seal(&mut tx, edition, run, event).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        tx.commit().await?;
        Ok(true)
    }
}

/// Writes a line of the log and its seal; `false` if it cannot follow what is there.
pub(crate) async fn seal(tx: &mut Tx, edition: &EditionId, run: &RunId, event: &Event) -> Result<bool, StoreError> {
    let (act, change) = (serde_json::to_string(&event.act)?, serde_json::to_string(&event.change)?);
    if !stands_on(tx, edition, run, event.at).await? || !insert(tx, edition, run, event, [&act, &change]).await? {
        return Ok(false);
    }
    let (seq, sealed) = (event.seq.to_string(), digest(&act, &change));
    let facts = [("edition", edition.as_str()), ("run", run.as_str()), ("seq", &seq), ("by", &event.by)];
    let facts = facts.into_iter().chain([("event", sealed.as_str()), ("state", &event.hash)]);
    journal::append(tx, event.at, "bench.gesture", facts).await?;
    Ok(true)
}

/// Whether the bench stands on this run; opened on it if it was not open.
async fn stands_on(tx: &mut Tx, edition: &EditionId, run: &RunId, now: i64) -> Result<bool, StoreError> {
    let opened =
        sqlx::query("INSERT INTO bench (edition_id, run_id, opened_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
    opened.bind(edition.as_str().to_owned()).bind(run.as_str().to_owned()).bind(now).execute(&mut **tx).await?;
    let stands = sqlx::query("SELECT run_id FROM bench WHERE edition_id = $1").bind(edition.as_str().to_owned());
    Ok(text(&stands.fetch_one(&mut **tx).await?, "run_id")? == run.as_str())
}

async fn insert(
    tx: &mut Tx,
    edition: &EditionId,
    run: &RunId,
    event: &Event,
    [act, change]: [&str; 2],
) -> Result<bool, StoreError> {
    let insert = sqlx::query(
        "INSERT INTO bench_event (edition_id, run_id, seq, by_id, at, act, change, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    );
    let row =
        row![edition.as_str(), run.as_str(), event.seq, event.by.as_str(), event.at, act, change, event.hash.as_str()];
    let done = row.into_iter().fold(insert, bulk::bind).execute(&mut **tx).await?;
    Ok(done.rows_affected() == 1)
}

fn event(row: &AnyRow) -> Result<Event, StoreError> {
    Ok(Event {
        seq: number(row, "seq")?,
        by: text(row, "by_id")?,
        at: row.try_get("at")?,
        act: json(row, "act")?,
        change: json(row, "change")?,
        hash: text(row, "hash")?,
    })
}
