//! Territories that recognise their project in the motion.

use crate::bulk::{self, row};
use crate::read::text;
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::{ClauseId, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

const RECOGNITION: [&str; 7] = ["id", "edition_id", "territory", "project", "link", "at", "by_id"];

/// A territory that recognises its project in clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Its identifier, UUID v7.
    pub id: String,
    /// Code of the territory in the official table.
    pub territory: String,
    /// Its project, in its own words.
    pub project: String,
    /// Where the project can be read; may be empty.
    pub link: String,
    /// The clauses that a person confirmed.
    pub clauses: BTreeSet<ClauseId>,
    /// When the text was given, in Unix milliseconds.
    pub at: i64,
    /// Who gave it.
    pub by: String,
    /// Since when everyone may read it, in Unix milliseconds.
    pub published_at: Option<i64>,
}

impl Store {
    /// Keeps the text of a project, before any clause is confirmed.
    pub async fn bring_project(&self, edition: &EditionId, one: &Recognition) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let row = row![
            one.id.as_str(),
            edition.as_str(),
            one.territory.as_str(),
            one.project.as_str(),
            one.link.as_str(),
            one.at,
            one.by.as_str()
        ];
        bulk::insert(&mut tx, "recognition", &RECOGNITION, vec![row]).await?;
        Ok(tx.commit().await?)
    }

    /// A project that this person brought and that was not withdrawn.
    pub async fn own_project(
        &self,
        edition: &EditionId,
        id: &str,
        by: &str,
    ) -> Result<Option<Recognition>, StoreError> {
        Ok(self.projects(edition, by).await?.into_iter().find(|one| one.id == id))
    }

    /// The projects that this person brought, published or not, the last first.
    pub async fn projects(&self, edition: &EditionId, by: &str) -> Result<Vec<Recognition>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM recognition WHERE edition_id = $1 AND by_id = $2 AND withdrawn_at IS NULL ORDER BY id DESC",
        );
        let found = self.all(found.bind(edition.to_string()).bind(by.to_owned()), recognition).await?;
        self.with_clauses(edition, found).await
    }

    /// The projects that everyone may read, the last first.
    pub async fn recognitions(&self, edition: &EditionId) -> Result<Vec<Recognition>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM recognition WHERE edition_id = $1 AND published_at IS NOT NULL AND withdrawn_at IS NULL
             ORDER BY published_at DESC, id DESC",
        );
        let found = self.all(found.bind(edition.to_string()), recognition).await?;
        self.with_clauses(edition, found).await
    }

    /// Publishes a project with the clauses confirmed, or confirms others; `false` if it is not this person's or there is no clause.
    pub async fn recognise(
        &self,
        edition: &EditionId,
        (id, clauses): (&str, &BTreeSet<ClauseId>),
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let published = sqlx::query(
            "UPDATE recognition SET published_at = COALESCE(published_at, $4)
             WHERE edition_id = $1 AND id = $2 AND by_id = $3 AND withdrawn_at IS NULL",
        );
        let published = published.bind(edition.to_string()).bind(id.to_owned()).bind(by.to_owned()).bind(now);
        if clauses.is_empty() || published.execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        confirm(&mut tx, id, clauses).await?;
        let told = clauses.iter().map(ClauseId::as_str).collect::<Vec<_>>().join(" ");
        let facts = [("edition", edition.as_str()), ("recognition", id), ("clauses", &told), ("by", by)];
        journal::append(&mut tx, now, "project.recognised", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Withdraws a project; `false` if it is not this person's. `None` for who answers for the site, who may withdraw any.
    pub async fn withdraw_project(
        &self,
        edition: &EditionId,
        (id, owner): (&str, Option<&str>),
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let withdrawn = sqlx::query(
            "UPDATE recognition SET withdrawn_at = $4 WHERE edition_id = $1 AND id = $2 AND (by_id = $3 OR $3 = '') AND withdrawn_at IS NULL",
        );
        let withdrawn =
            withdrawn.bind(edition.to_string()).bind(id.to_owned()).bind(owner.unwrap_or_default().to_owned());
        if withdrawn.bind(now).execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("recognition", id), ("by", by)];
        journal::append(&mut tx, now, "project.withdrawn", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn with_clauses(
        &self,
        edition: &EditionId,
        mut found: Vec<Recognition>,
    ) -> Result<Vec<Recognition>, StoreError> {
        let clauses = sqlx::query(
            "SELECT c.recognition_id, c.clause_id FROM recognition_clause c JOIN recognition r ON r.id = c.recognition_id
             WHERE r.edition_id = $1 ORDER BY c.recognition_id, c.clause_id",
        );
        let pair = |row: &AnyRow| Ok::<_, StoreError>((text(row, "recognition_id")?, text(row, "clause_id")?));
        let mut of: BTreeMap<String, BTreeSet<ClauseId>> = BTreeMap::new();
        for (id, clause) in self.all(clauses.bind(edition.to_string()), pair).await? {
            of.entry(id).or_default().insert(ClauseId::new(clause));
        }
        for one in &mut found {
            one.clauses = of.remove(&one.id).unwrap_or_default();
        }
        Ok(found)
    }
}

async fn confirm(tx: &mut Tx, id: &str, clauses: &BTreeSet<ClauseId>) -> Result<(), StoreError> {
    let before = sqlx::query("DELETE FROM recognition_clause WHERE recognition_id = $1").bind(id.to_owned());
    before.execute(&mut **tx).await?;
    let rows = clauses.iter().map(|clause| row![id, clause.as_str()]).collect();
    bulk::insert(tx, "recognition_clause", &["recognition_id", "clause_id"], rows).await
}

fn recognition(row: &AnyRow) -> Result<Recognition, StoreError> {
    Ok(Recognition {
        id: text(row, "id")?,
        territory: text(row, "territory")?,
        project: text(row, "project")?,
        link: text(row, "link")?,
        clauses: BTreeSet::new(),
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        published_at: row.try_get("published_at")?,
    })
}
