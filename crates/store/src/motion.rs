//! The text being drafted: every state of it.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::{json, number, text};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::EditionId;
use arobase_domain::motion::{self, Gesture, Motion, Written, prose};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const STATE: [&str; 8] = ["edition_id", "seq", "at", "by_id", "act", "tree", "words", "seal"];

/// A new state of the text.
#[derive(Debug, Clone, Copy)]
pub struct NewState<'a> {
    /// The state that it was made from; 0 for the first.
    pub after: u32,
    /// What was done; nothing where people typed.
    pub gesture: Option<&'a Gesture>,
    /// The text.
    pub motion: &'a Motion,
    /// Who wrote.
    pub by: &'a str,
    /// When, in Unix milliseconds.
    pub at: i64,
}

/// A line of the history: which state, when, by whom, what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionLine {
    /// The state.
    pub seq: u32,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// The gesture; none where people typed.
    pub gesture: Option<Gesture>,
}

impl Store {
    /// The text as it stands; an empty one before anyone has written.
    pub async fn motion(&self, edition: &EditionId) -> Result<Written, StoreError> {
        let last = sqlx::query("SELECT * FROM motion_state WHERE edition_id = $1 ORDER BY seq DESC LIMIT 1");
        Ok(self.one(last.bind(edition.as_str().to_owned()), written).await?.unwrap_or_default())
    }

    /// A state of the text.
    pub async fn motion_at(&self, edition: &EditionId, seq: u32) -> Result<Option<Written>, StoreError> {
        let found = sqlx::query("SELECT * FROM motion_state WHERE edition_id = $1 AND seq = $2");
        self.one(found.bind(edition.as_str().to_owned()).bind(i64::from(seq)), written).await
    }

    /// Writes a state of the text; its place. `None`, and nothing is written, if another came after the one it was made from: read again, then decide.
    pub async fn keep_motion(&self, edition: &EditionId, new: NewState<'_>) -> Result<Option<u32>, StoreError> {
        let mut tx = self.begin().await?;
        let Some(seq) = insert(&mut tx, edition, new).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        tx.commit().await?;
        Ok(Some(seq))
    }

    /// The states of the text, the last first, `most` of them before the one numbered `before`.
    pub async fn motion_history(
        &self,
        edition: &EditionId,
        before: u32,
        most: u32,
    ) -> Result<Vec<MotionLine>, StoreError> {
        let found = sqlx::query(
            "SELECT seq, at, by_id, act FROM motion_state WHERE edition_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(before)).bind(i64::from(most));
        self.all(found, line).await
    }
}

/// Writes a state within a transaction; `None` if another came after the one it was made from.
pub(crate) async fn insert(tx: &mut Tx, edition: &EditionId, new: NewState<'_>) -> Result<Option<u32>, StoreError> {
    hold_edition(tx, edition).await?;
    let last = sqlx::query("SELECT COALESCE(MAX(seq), 0) AS seq FROM motion_state WHERE edition_id = $1");
    let last: u32 = number(&last.bind(edition.as_str().to_owned()).fetch_one(&mut **tx).await?, "seq")?;
    if last != new.after {
        return Ok(None);
    }
    let (seq, seal) = (last + 1, motion::seal(new.motion));
    let act = new.gesture.map(serde_json::to_string).transpose()?.unwrap_or_default();
    let (tree, words) = (serde_json::to_string(new.motion)?, plain(new.motion));
    let row = row![edition.as_str(), seq, new.at, new.by, act.as_str(), tree.as_str(), words.as_str(), seal.as_str()];
    bulk::insert(tx, "motion_state", &STATE, vec![row]).await?;
    let place = seq.to_string();
    let facts = [("edition", edition.as_str()), ("seq", &place), ("by", new.by), ("seal", &seal)];
    journal::append(tx, new.at, "motion.written", facts).await?;
    Ok(Some(seq))
}

/// The text alone: a paragraph a line, clauses under their numbers.
fn plain(motion: &Motion) -> String {
    let mut lines = vec![motion.title.clone(), motion.address.clone(), prose::plain(&motion.reasons)];
    lines.extend(motion.recitals.iter().map(|one| prose::plain(one)));
    lines.push(prose::plain(&motion.demand));
    let mut number = 0;
    for section in &motion.sections {
        lines.extend([section.title.clone(), prose::plain(&section.lead)]);
        for clause in &section.clauses {
            number += 1;
            lines.push(format!("{number}. {}", prose::plain(&clause.text)));
        }
    }
    lines.extend(motion.annexes.iter().flat_map(|one| [one.title.clone(), prose::plain(&one.text)]));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn written(row: &AnyRow) -> Result<Written, StoreError> {
    Ok(Written {
        seq: number(row, "seq")?,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        motion: json(row, "tree")?,
    })
}

fn line(row: &AnyRow) -> Result<MotionLine, StoreError> {
    let gesture = match text(row, "act")?.as_str() {
        "" => None,
        act => Some(serde_json::from_str(act)?),
    };
    Ok(MotionLine { seq: number(row, "seq")?, at: row.try_get("at")?, by: text(row, "by_id")?, gesture })
}
