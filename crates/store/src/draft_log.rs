//! What people write together, change by change, between two states of the motion.

use crate::bulk::{self, row};
use crate::motion::insert as insert_state;
use crate::people::hold_edition;
use crate::read::{number, text};
use crate::submit::Tx;
use crate::{NewState, Store, StoreError};
use arobase_domain::EditionId;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sqlx::Row as _;
use sqlx::any::AnyRow;

const UPDATE: [&str; 6] = ["edition_id", "seq", "at", "by_id", "motion_seq", "bytes"];

/// A document that people write on, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftLog {
    /// The document as it was last written out.
    pub whole: Vec<u8>,
    /// The state of the motion that it then read as.
    pub motion_seq: u32,
    /// What came since, and who sent it.
    pub since: Vec<(String, Vec<u8>)>,
    /// The place of the last line.
    pub last: u32,
}

impl Store {
    /// The document that people write on; none before the first of them.
    pub async fn draft_log(&self, edition: &EditionId) -> Result<Option<DraftLog>, StoreError> {
        let found = sqlx::query("SELECT * FROM draft_update WHERE edition_id = $1 ORDER BY seq");
        let lines = self.all(found.bind(edition.as_str().to_owned()), line).await?;
        let Some(at) = lines.iter().rposition(|line| line.motion_seq.is_some()) else { return Ok(None) };
        let mut log = DraftLog::default();
        for line in lines.into_iter().skip(at) {
            log.last = line.seq;
            match line.motion_seq {
                Some(seq) => (log.motion_seq, log.whole) = (seq, line.bytes),
                None => log.since.push((line.by, line.bytes)),
            }
        }
        Ok(Some(log))
    }

    /// Begins a document; `false`, and nothing is written, if someone else has.
    pub async fn begin_draft(
        &self,
        edition: &EditionId,
        (whole, motion_seq): (&[u8], u32),
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if !follows(&mut tx, edition, 0).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        insert(&mut tx, vec![whole_row(edition, 1, ("", now), (whole, motion_seq))]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Keeps changes, each with who sent it, after the line numbered `after`; the place of the last. `None`, and nothing is written, if others came first.
    pub async fn keep_draft(
        &self,
        edition: &EditionId,
        after: u32,
        updates: &[(String, Vec<u8>)],
        now: i64,
    ) -> Result<Option<u32>, StoreError> {
        let mut tx = self.begin().await?;
        if !follows(&mut tx, edition, after).await? {
            tx.rollback().await?;
            return Ok(None);
        }
        let row = |(nth, (by, bytes)): (usize, &(String, Vec<u8>))| {
            let seq = after as usize + 1 + nth;
            row![edition.as_str(), seq, now, by.as_str(), None::<i64>, BASE64.encode(bytes)]
        };
        insert(&mut tx, updates.iter().enumerate().map(row).collect()).await?;
        tx.commit().await?;
        Ok(Some(after + updates.len() as u32))
    }

    /// Writes out a document: the state of the motion that it reads as, and itself in place of all its lines, at once. The place of the state, then of the line;
    /// `None`, and nothing is written, if others came first to either.
    pub async fn write_out(
        &self,
        edition: &EditionId,
        new: NewState<'_>,
        (after, whole): (u32, &[u8]),
    ) -> Result<Option<(u32, u32)>, StoreError> {
        let mut tx = self.begin().await?;
        let last = follows(&mut tx, edition, after).await?;
        let kept = if last { insert_state(&mut tx, edition, new).await? } else { None };
        let Some(seq) = kept else {
            tx.rollback().await?;
            return Ok(None);
        };
        let gone = sqlx::query("DELETE FROM draft_update WHERE edition_id = $1").bind(edition.as_str().to_owned());
        gone.execute(&mut *tx).await?;
        insert(&mut tx, vec![whole_row(edition, after + 1, (new.by, new.at), (whole, seq))]).await?;
        tx.commit().await?;
        Ok(Some((seq, after + 1)))
    }
}

/// Whether a line is the last.
async fn follows(tx: &mut Tx, edition: &EditionId, after: u32) -> Result<bool, StoreError> {
    hold_edition(tx, edition).await?;
    let last = sqlx::query("SELECT COALESCE(MAX(seq), 0) AS seq FROM draft_update WHERE edition_id = $1");
    Ok(number::<u32>(&last.bind(edition.as_str().to_owned()).fetch_one(&mut **tx).await?, "seq")? == after)
}

async fn insert(tx: &mut Tx, rows: Vec<Vec<bulk::Value>>) -> Result<(), StoreError> {
    bulk::insert(tx, "draft_update", &UPDATE, rows).await
}

fn whole_row(edition: &EditionId, seq: u32, (by, at): (&str, i64), (whole, motion): (&[u8], u32)) -> Vec<bulk::Value> {
    row![edition.as_str(), seq, at, by, Some(i64::from(motion)), BASE64.encode(whole)]
}

struct Line {
    seq: u32,
    by: String,
    motion_seq: Option<u32>,
    bytes: Vec<u8>,
}

fn line(row: &AnyRow) -> Result<Line, StoreError> {
    let bytes = BASE64.decode(text(row, "bytes")?).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(Line {
        seq: number(row, "seq")?,
        by: text(row, "by_id")?,
        motion_seq: row.try_get::<Option<i64>, _>("motion_seq")?.map(u32::try_from).transpose()?,
        bytes,
    })
}
