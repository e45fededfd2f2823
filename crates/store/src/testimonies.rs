//! What members say of what was done, and what was not, of a clause that everyone reads.

use crate::bulk::{self, row};
use crate::read::{author, maybe, number, text};
use crate::{Store, StoreError, journal};
use arobase_domain::{Author, ClauseId, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

const TESTIMONY: [&str; 7] = ["id", "edition_id", "clause_id", "body", "named", "at", "by_id"];

/// What someone says of a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Testimony {
    /// A UUID v7 given by who writes it down.
    pub id: String,
    /// The clause.
    pub clause: ClauseId,
    /// What it says.
    pub body: String,
    /// Whether its author agrees to be named.
    pub named: bool,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// Who, in words; for everyone only where `named`.
    pub author: Option<Author>,
    /// When it was withdrawn, in Unix milliseconds, and why, where someone else did.
    pub withdrawn: Option<(i64, String)>,
}

impl Store {
    /// Writes down what someone says.
    pub async fn testify(&self, edition: &EditionId, new: &Testimony) -> Result<(), StoreError> {
        let (id, clause) = (new.id.as_str(), new.clause.as_str());
        let row = row![id, edition.as_str(), clause, new.body.as_str(), new.named, new.at, new.by.as_str()];
        let mut tx = self.begin().await?;
        bulk::insert(&mut tx, "testimony", &TESTIMONY, vec![row]).await?;
        let facts = [("edition", edition.as_str()), ("testimony", id), ("clause", clause), ("by", &new.by)];
        journal::append(&mut tx, new.at, "testimony.given", facts).await?;
        Ok(tx.commit().await?)
    }

    /// What was said of a clause, or of all of them, the last first, what was withdrawn too.
    pub async fn testimonies(
        &self,
        edition: &EditionId,
        clause: Option<&ClauseId>,
    ) -> Result<Vec<Testimony>, StoreError> {
        let found = sqlx::query(
            "SELECT t.*, m.name AS author_name, m.function AS author_function, m.place AS author_commune
             FROM testimony t LEFT JOIN member m ON m.id = t.by_id
             WHERE t.edition_id = $1 AND (t.clause_id = $2 OR $2 = '') ORDER BY t.id DESC",
        );
        let clause = clause.map_or_else(String::new, ToString::to_string);
        self.all(found.bind(edition.to_string()).bind(clause), testimony).await
    }

    /// How much is said of each clause.
    pub async fn testimony_counts(&self, edition: &EditionId) -> Result<BTreeMap<ClauseId, u64>, StoreError> {
        let found = sqlx::query(
            "SELECT clause_id, COUNT(*) AS total FROM testimony
             WHERE edition_id = $1 AND withdrawn_at IS NULL GROUP BY clause_id",
        );
        let count = |row: &AnyRow| Ok::<_, StoreError>((ClauseId::new(text(row, "clause_id")?), number(row, "total")?));
        Ok(self.all(found.bind(edition.to_string()), count).await?.into_iter().collect())
    }

    /// Withdraws what someone said; `false` if it is not this person's or already is. Their words go with it. No owner for who answers for the site: they
    /// may withdraw any and say why, and the words are kept for who asks.
    pub async fn withdraw_testimony(
        &self,
        edition: &EditionId,
        (id, owner, reason): (&str, Option<&str>, &str),
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let withdrawn = sqlx::query(
            "UPDATE testimony SET withdrawn_at = $4, withdrawn_by = $5, reason = $6, body = CASE WHEN by_id = $5 THEN '' ELSE body END
             WHERE edition_id = $1 AND id = $2 AND (by_id = $3 OR $3 = '') AND withdrawn_at IS NULL",
        );
        let owner = owner.unwrap_or_default().to_owned();
        let withdrawn = withdrawn.bind(edition.to_string()).bind(id.to_owned()).bind(owner);
        let withdrawn = withdrawn.bind(now).bind(by.to_owned()).bind(reason.to_owned());
        if withdrawn.execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("testimony", id), ("by", by)];
        journal::append(&mut tx, now, "testimony.withdrawn", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

fn testimony(row: &AnyRow) -> Result<Testimony, StoreError> {
    let withdrawn = row.try_get::<Option<i64>, _>("withdrawn_at")?;
    let reason = maybe(row, "reason")?.unwrap_or_default();
    Ok(Testimony {
        id: text(row, "id")?,
        clause: ClauseId::new(text(row, "clause_id")?),
        body: text(row, "body")?,
        named: number::<u32>(row, "named")? == 1,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        author: author(row)?.filter(|author| !author.name.is_empty()),
        withdrawn: withdrawn.map(|at| (at, reason)),
    })
}
