//! The motions of earlier editions, and which of their clauses people say that a clause asks again.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::{json, number, text};
use crate::{Store, StoreError, journal};
use arobase_domain::motion::Motion;
use arobase_domain::{ClauseId, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const PRECEDENT: [&str; 7] =
    ["edition_id", "clause_id", "earlier_edition_id", "earlier_clause_id", "same", "at", "by_id"];

/// The motion that an earlier edition published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierMotion {
    /// The edition.
    pub edition: EditionId,
    /// Its name in URLs.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// When its congress was, in Unix milliseconds.
    pub congress_date: i64,
    /// The text.
    pub motion: Motion,
}

/// What someone said of a clause and an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedent {
    /// The clause.
    pub clause: ClauseId,
    /// The earlier edition.
    pub edition: EditionId,
    /// The clause of its motion.
    pub earlier: ClauseId,
    /// Whether both ask the same.
    pub same: bool,
}

impl Store {
    /// The motions that published editions with an earlier congress published, the latest first.
    pub async fn earlier_motions(&self, edition: &EditionId) -> Result<Vec<EarlierMotion>, StoreError> {
        let found = sqlx::query(
            "SELECT e.id, e.slug, e.name, e.congress_date, s.tree
             FROM edition here
             JOIN edition e ON e.congress_date < here.congress_date AND e.published = 1
             JOIN motion_version v ON v.edition_id = e.id AND v.number =
                 (SELECT MAX(number) FROM motion_version WHERE edition_id = e.id AND published_at IS NOT NULL)
             JOIN motion_state s ON s.edition_id = e.id AND s.seq = v.seq
             WHERE here.id = $1 ORDER BY e.congress_date DESC, e.id",
        );
        self.all(found.bind(edition.to_string()), earlier_motion).await
    }

    /// What was said of the clauses of an edition, by clause, then by earlier edition.
    pub async fn precedents(&self, edition: &EditionId) -> Result<Vec<Precedent>, StoreError> {
        let found = sqlx::query("SELECT * FROM precedent WHERE edition_id = $1 ORDER BY clause_id, earlier_edition_id");
        self.all(found.bind(edition.to_string()), precedent).await
    }

    /// Keeps what someone says, in place of what was said of the same clause and the same earlier edition.
    pub async fn judge_precedent(
        &self,
        edition: &EditionId,
        said: &Precedent,
        (by, now): (&str, i64),
    ) -> Result<(), StoreError> {
        let (clause, before) = (said.clause.as_str(), said.edition.as_str());
        let row = row![edition.as_str(), clause, before, said.earlier.as_str(), said.same, now, by];
        let facts = [
            ("edition", edition.as_str()),
            ("clause", clause),
            ("before", before),
            ("earlier", said.earlier.as_str()),
            ("same", if said.same { "yes" } else { "no" }),
            ("by", by),
        ];
        self.replace_precedent(edition, (said, Some(row)), (now, "precedent.judged", &facts)).await
    }

    /// Takes back what was said of a clause and an earlier edition.
    pub async fn forget_precedent(
        &self,
        edition: &EditionId,
        said: &Precedent,
        (by, now): (&str, i64),
    ) -> Result<(), StoreError> {
        let facts = [
            ("edition", edition.as_str()),
            ("clause", said.clause.as_str()),
            ("before", said.edition.as_str()),
            ("by", by),
        ];
        self.replace_precedent(edition, (said, None), (now, "precedent.forgotten", &facts)).await
    }

    async fn replace_precedent(
        &self,
        edition: &EditionId,
        (said, row): (&Precedent, Option<Vec<bulk::Value>>),
        (now, kind, facts): (i64, &str, &[(&str, &str)]),
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let gone =
            sqlx::query("DELETE FROM precedent WHERE edition_id = $1 AND clause_id = $2 AND earlier_edition_id = $3");
        let gone = gone.bind(edition.to_string()).bind(said.clause.to_string()).bind(said.edition.to_string());
        gone.execute(&mut *tx).await?;
        bulk::insert(&mut tx, "precedent", &PRECEDENT, row.into_iter().collect()).await?;
        journal::append(&mut tx, now, kind, facts.iter().copied()).await?;
        Ok(tx.commit().await?)
    }
}

fn earlier_motion(row: &AnyRow) -> Result<EarlierMotion, StoreError> {
    Ok(EarlierMotion {
        edition: EditionId::new(text(row, "id")?),
        slug: text(row, "slug")?,
        name: text(row, "name")?,
        congress_date: row.try_get("congress_date")?,
        motion: json(row, "tree")?,
    })
}

fn precedent(row: &AnyRow) -> Result<Precedent, StoreError> {
    Ok(Precedent {
        clause: ClauseId::new(text(row, "clause_id")?),
        edition: EditionId::new(text(row, "earlier_edition_id")?),
        earlier: ClauseId::new(text(row, "earlier_clause_id")?),
        same: number::<u32>(row, "same")? == 1,
    })
}
