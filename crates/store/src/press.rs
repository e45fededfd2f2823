//! What the press is given, and from when on.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::{author, number, text};
use crate::{Store, StoreError, journal};
use arobase_domain::{Author, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const QUOTATION: [&str; 6] = ["id", "edition_id", "number", "words", "at", "by_id"];

/// Words of a contribution, given to the press.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotation {
    /// Its identifier, UUID v7.
    pub id: String,
    /// The contribution.
    pub number: u32,
    /// Words of it.
    pub words: String,
    /// Who signed, and agrees to be named.
    pub author: Author,
}

impl Store {
    /// The words given to the press, in the order in which they were; those whose author no longer agrees to be named are left out.
    pub async fn quotations(&self, edition: &EditionId) -> Result<Vec<Quotation>, StoreError> {
        let found = sqlx::query(
            "SELECT q.id, q.number, q.words, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM quotation q
             JOIN authorship w ON w.edition_id = q.edition_id AND w.number = q.number AND w.named = 1
             JOIN author a ON a.id = w.author_id
             WHERE q.edition_id = $1 AND q.withdrawn_at IS NULL ORDER BY q.id",
        );
        self.all(found.bind(edition.to_string()), quotation).await
    }

    /// Gives words of a contribution to the press.
    pub async fn quote(
        &self,
        edition: &EditionId,
        (id, number, words): (&str, u32, &str),
        (by, now): (&str, i64),
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        bulk::insert(&mut tx, "quotation", &QUOTATION, vec![row![id, edition.as_str(), number, words, now, by]])
            .await?;
        let of = number.to_string();
        let facts = [("edition", edition.as_str()), ("quotation", id), ("contribution", &of), ("by", by)];
        journal::append(&mut tx, now, "press.quoted", facts).await?;
        Ok(tx.commit().await?)
    }

    /// Takes words back; `false` if they are not there or were taken back already.
    pub async fn unquote(&self, edition: &EditionId, id: &str, (by, now): (&str, i64)) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query(
            "UPDATE quotation SET withdrawn_at = $3 WHERE edition_id = $1 AND id = $2 AND withdrawn_at IS NULL",
        );
        let gone = gone.bind(edition.to_string()).bind(id.to_owned()).bind(now);
        if gone.execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("quotation", id), ("by", by)];
        journal::append(&mut tx, now, "press.withdrawn", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// From when on everyone may read the press kit, in Unix milliseconds, if that was said.
    pub async fn embargo(&self, edition: &EditionId) -> Result<Option<i64>, StoreError> {
        let found = sqlx::query("SELECT embargo FROM press_kit WHERE edition_id = $1");
        self.one(found.bind(edition.to_string()), |row| row.try_get("embargo")).await
    }

    /// Says from when on everyone may read the press kit.
    pub async fn set_embargo(&self, edition: &EditionId, until: i64, (by, now): (&str, i64)) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let gone = sqlx::query("DELETE FROM press_kit WHERE edition_id = $1").bind(edition.to_string());
        gone.execute(&mut *tx).await?;
        let row = row![edition.as_str(), until, now, by];
        bulk::insert(&mut tx, "press_kit", &["edition_id", "embargo", "at", "by_id"], vec![row]).await?;
        let until = until.to_string();
        let facts = [("edition", edition.as_str()), ("embargo", until.as_str()), ("by", by)];
        journal::append(&mut tx, now, "press.embargo", facts).await?;
        Ok(tx.commit().await?)
    }
}

fn quotation(row: &AnyRow) -> Result<Quotation, StoreError> {
    let (id, number, words) = (text(row, "id")?, number(row, "number")?, text(row, "words")?);
    Ok(Quotation { id, number, words, author: author(row)?.unwrap_or_default() })
}
