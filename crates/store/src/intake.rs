//! Files brought to be imported, kept until they are or are given up, a week at most.

use crate::bulk::{self, row};
use crate::page::window;
use crate::read::{maybe, number, text};
use crate::submit::Tx;
use crate::{Page, Store, StoreError, journal};
use arobase_domain::EditionId;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// A file is kept so long after it was brought, in milliseconds: a week.
pub const INTAKE_KEPT: i64 = 7 * 86_400_000;
/// Bytes in one piece.
const PIECE: usize = 192 * 1024;

/// A file about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewIntake<'a> {
    /// Its identifier, UUID v7.
    pub id: &'a str,
    /// The member who brings it.
    pub by: &'a str,
    /// Its name.
    pub file: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A file that is kept, or was until it was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Its identifier.
    pub id: String,
    /// The name of whoever brought it; nothing if they have gone.
    pub by: Option<String>,
    /// Its name.
    pub file: String,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was brought, in Unix milliseconds.
    pub brought_at: i64,
    /// What was decided of it, JSON as the caller wrote it; empty before.
    pub choices: String,
    /// What the trial counted, then the import, likewise.
    pub tally: String,
    /// When it was tried, in Unix milliseconds.
    pub tried_at: Option<i64>,
    /// When it was imported, in Unix milliseconds; its bytes are erased then.
    pub imported_at: Option<i64>,
}

/// What a trial or an import found, to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// Its counts, JSON.
    pub tally: &'a str,
    /// The rows that someone should look at, JSON, in the order of the file.
    pub told: &'a [String],
    /// Whether the file has been imported.
    pub imported: bool,
}

impl Store {
    /// Keeps a file; those brought more than a week before are erased.
    pub async fn bring(&self, edition: &EditionId, new: NewIntake<'_>, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        forget_old(&mut tx, now).await?;
        let NewIntake { id, by, file, bytes } = new;
        let (hash, size) = (blake3::hash(bytes).to_hex().to_string(), bytes.len().to_string());
        let row = row![id, edition.as_str(), by, file, bytes.len(), hash.as_str(), now, "", ""];
        let columns = ["id", "edition_id", "member_id", "file", "size", "content", "brought_at", "choices", "tally"];
        bulk::insert(&mut tx, "intake", &columns, vec![row]).await?;
        for (nth, piece) in bytes.chunks(PIECE).enumerate() {
            let row = row![id, nth, STANDARD.encode(piece)];
            bulk::insert(&mut tx, "intake_piece", &["intake_id", "nth", "bytes"], vec![row]).await?;
        }
        let facts = [("edition", edition.as_str()), ("intake", id), ("by", by), ("size", &size), ("content", &hash)];
        journal::append(&mut tx, now, "file.brought", facts).await?;
        Ok(tx.commit().await?)
    }

    /// The files of an edition that are still kept, the latest first.
    pub async fn intakes(&self, edition: &EditionId, now: i64) -> Result<Vec<Intake>, StoreError> {
        let found = sqlx::query(
            "SELECT i.*, m.name AS member FROM intake i LEFT JOIN member m ON m.id = i.member_id
             WHERE i.edition_id = $1 AND i.brought_at > $2 ORDER BY i.brought_at DESC, i.id DESC LIMIT 20",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(now - INTAKE_KEPT), intake).await
    }

    /// One of them.
    pub async fn intake(&self, edition: &EditionId, id: &str, now: i64) -> Result<Option<Intake>, StoreError> {
        let found = sqlx::query(
            "SELECT i.*, m.name AS member FROM intake i LEFT JOIN member m ON m.id = i.member_id
             WHERE i.edition_id = $1 AND i.id = $2 AND i.brought_at > $3",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(id.to_owned());
        self.one(found.bind(now - INTAKE_KEPT), intake).await
    }

    /// What a file holds; nothing once it is imported or given up.
    pub async fn intake_bytes(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let found = sqlx::query("SELECT bytes FROM intake_piece WHERE intake_id = $1 ORDER BY nth");
        let pieces = self.all(found.bind(id.to_owned()), |row| text(row, "bytes")).await?;
        let mut bytes = Vec::with_capacity(pieces.len() * PIECE);
        for piece in pieces {
            STANDARD.decode_vec(piece, &mut bytes).map_err(|error| StoreError::Bytes(error.to_string()))?;
        }
        Ok(bytes)
    }

    /// Notes what was decided of a file, which is to be tried again.
    pub async fn choose_intake(&self, id: &str, choices: &str) -> Result<(), StoreError> {
        let chosen = sqlx::query(
            "UPDATE intake SET choices = $1, tried_at = NULL, tally = '' WHERE id = $2 AND imported_at IS NULL",
        );
        self.write(chosen.bind(choices.to_owned()).bind(id.to_owned())).await.map(drop)
    }

    /// Notes what a trial or the import found. Once the file is imported, that report stays and its bytes go.
    pub async fn note_intake(&self, id: &str, found: Findings<'_>, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let noted = sqlx::query(
            "UPDATE intake SET tally = $1, tried_at = $2, imported_at = CASE WHEN $3 = 1 THEN $2 ELSE NULL END
             WHERE id = $4 AND imported_at IS NULL",
        );
        let noted = noted.bind(found.tally.to_owned()).bind(now).bind(i64::from(found.imported)).bind(id.to_owned());
        if noted.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(());
        }
        erase(&mut tx, "DELETE FROM intake_line WHERE intake_id = $1", id).await?;
        if found.imported {
            erase(&mut tx, "DELETE FROM intake_piece WHERE intake_id = $1", id).await?;
        }
        let lines = found.told.iter().enumerate().map(|(nth, told)| row![id, nth, told.as_str()]);
        bulk::insert(&mut tx, "intake_line", &["intake_id", "nth", "told"], lines.collect()).await?;
        Ok(tx.commit().await?)
    }

    /// The rows of a file that someone should look at.
    pub async fn intake_lines(&self, id: &str, page: u32) -> Result<Page<String>, StoreError> {
        let (limit, offset) = window(page);
        let total = sqlx::query("SELECT COUNT(*) AS total FROM intake_line WHERE intake_id = $1");
        let total = self.one(total.bind(id.to_owned()), |row| number(row, "total")).await?;
        let lines = sqlx::query("SELECT told FROM intake_line WHERE intake_id = $1 ORDER BY nth LIMIT $2 OFFSET $3");
        let lines = lines.bind(id.to_owned()).bind(limit).bind(offset);
        let items = self.all(lines, |row| text(row, "told")).await?;
        Ok(Page { items, number: page.max(1), total: total.unwrap_or(0) })
    }

    /// Every one of them.
    pub async fn all_intake_lines(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let lines = sqlx::query("SELECT told FROM intake_line WHERE intake_id = $1 ORDER BY nth");
        self.all(lines.bind(id.to_owned()), |row| text(row, "told")).await
    }

    /// Erases a file that is not to be imported; `false` if there is none.
    pub async fn give_up_intake(&self, edition: &EditionId, id: &str, by: &str, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let mine = sqlx::query("UPDATE intake SET choices = '' WHERE id = $1 AND edition_id = $2");
        let mine = mine.bind(id.to_owned()).bind(edition.as_str().to_owned());
        if mine.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        for table in [
            "DELETE FROM intake_line WHERE intake_id = $1",
            "DELETE FROM intake_piece WHERE intake_id = $1",
            "DELETE FROM intake WHERE id = $1",
        ] {
            erase(&mut tx, table, id).await?;
        }
        let facts = [("edition", edition.as_str()), ("intake", id), ("by", by)];
        journal::append(&mut tx, now, "file.given_up", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Erases the files brought more than a week before; how many.
    pub async fn forget_intakes(&self, now: i64) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = forget_old(&mut tx, now).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

async fn erase(tx: &mut Tx, statement: &'static str, id: &str) -> Result<(), StoreError> {
    sqlx::query(statement).bind(id.to_owned()).execute(&mut **tx).await?;
    Ok(())
}

async fn forget_old(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    let old = "SELECT id FROM intake WHERE brought_at <= $1";
    let mut gone = 0;
    for statement in [
        format!("DELETE FROM intake_line WHERE intake_id IN ({old})"),
        format!("DELETE FROM intake_piece WHERE intake_id IN ({old})"),
        "DELETE FROM intake WHERE brought_at <= $1".to_owned(),
    ] {
        // Statements of this file, with nothing from outside.
        let query = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(now - INTAKE_KEPT);
        gone = query.execute(&mut **tx).await?.rows_affected();
    }
    Ok(gone)
}

fn intake(row: &AnyRow) -> Result<Intake, StoreError> {
    Ok(Intake {
        id: text(row, "id")?,
        by: maybe(row, "member")?,
        file: text(row, "file")?,
        size: number(row, "size")?,
        brought_at: row.try_get("brought_at")?,
        choices: text(row, "choices")?,
        tally: text(row, "tally")?,
        tried_at: row.try_get("tried_at")?,
        imported_at: row.try_get("imported_at")?,
    })
}
