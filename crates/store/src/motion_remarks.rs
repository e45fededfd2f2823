//! What people remark beside the text: comments, and other words for a clause.

use crate::bulk::{self, row};
use crate::read::{maybe, number, text};
use crate::{Store, StoreError};
use arobase_domain::{ClauseId, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const COMMENT: [&str; 7] = ["id", "edition_id", "clause_id", "passage", "body", "at", "by_id"];
const SUGGESTION: [&str; 9] = ["id", "edition_id", "clause_id", "before", "after", "reason", "at", "by_id", "answer"];

/// A comment on a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comment {
    /// A UUID v7 given by who writes it down.
    pub id: String,
    /// The clause.
    pub clause: ClauseId,
    /// The words that it is about; empty for the whole clause.
    pub passage: String,
    /// What it says.
    pub body: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// When it was resolved, in Unix milliseconds, and by whom.
    pub resolved: Option<(i64, String)>,
}

/// Other words for a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggested {
    /// A UUID v7 given by who writes it down.
    pub id: String,
    /// The clause.
    pub clause: ClauseId,
    /// The clause as they read it.
    pub before: String,
    /// The words offered.
    pub after: String,
    /// Why; may be empty.
    pub reason: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// What was decided, if anything was.
    pub decided: Option<Decided>,
}

/// What drafters decided of a suggestion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who.
    pub by: String,
    /// Whether it was taken up.
    pub taken: bool,
    /// What is answered to who offered it.
    pub answer: String,
}

impl Store {
    /// Writes a comment.
    pub async fn comment_motion(&self, edition: &EditionId, new: &Comment) -> Result<(), StoreError> {
        let row = row![
            new.id.as_str(),
            edition.as_str(),
            new.clause.as_str(),
            new.passage.as_str(),
            new.body.as_str(),
            new.at,
            new.by.as_str()
        ];
        let mut tx = self.begin().await?;
        bulk::insert(&mut tx, "motion_comment", &COMMENT, vec![row]).await?;
        Ok(tx.commit().await?)
    }

    /// The comments on the text, in the order in which they were written.
    pub async fn motion_comments(&self, edition: &EditionId) -> Result<Vec<Comment>, StoreError> {
        let found = sqlx::query("SELECT * FROM motion_comment WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), comment).await
    }

    /// Says that a comment is settled; `false` if it is not there or already is.
    pub async fn resolve_comment(
        &self,
        edition: &EditionId,
        id: &str,
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let resolved = sqlx::query(
            "UPDATE motion_comment SET resolved_at = $3, resolved_by = $4 WHERE edition_id = $1 AND id = $2 AND resolved_at IS NULL",
        );
        let resolved = resolved.bind(edition.as_str().to_owned()).bind(id.to_owned()).bind(now).bind(by.to_owned());
        Ok(self.write(resolved).await? == 1)
    }

    /// Writes a suggestion.
    pub async fn suggest_motion(&self, edition: &EditionId, new: &Suggested) -> Result<(), StoreError> {
        let row = row![
            new.id.as_str(),
            edition.as_str(),
            new.clause.as_str(),
            new.before.as_str(),
            new.after.as_str(),
            new.reason.as_str(),
            new.at,
            new.by.as_str(),
            ""
        ];
        let mut tx = self.begin().await?;
        bulk::insert(&mut tx, "motion_suggestion", &SUGGESTION, vec![row]).await?;
        Ok(tx.commit().await?)
    }

    /// The suggestions on the text, in the order in which they came.
    pub async fn motion_suggestions(&self, edition: &EditionId) -> Result<Vec<Suggested>, StoreError> {
        let found = sqlx::query("SELECT * FROM motion_suggestion WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), suggested).await
    }

    /// Decides of a suggestion; `false` if it is not there or already is decided.
    pub async fn decide_suggestion(
        &self,
        edition: &EditionId,
        id: &str,
        decided: &Decided,
    ) -> Result<bool, StoreError> {
        let update = sqlx::query(
            "UPDATE motion_suggestion SET decided_at = $3, decided_by = $4, taken = $5, answer = $6
             WHERE edition_id = $1 AND id = $2 AND decided_at IS NULL",
        );
        let row = row![edition.as_str(), id, decided.at, decided.by.as_str(), decided.taken, decided.answer.as_str()];
        Ok(self.write(row.into_iter().fold(update, bulk::bind)).await? == 1)
    }
}

fn comment(row: &AnyRow) -> Result<Comment, StoreError> {
    let resolved = row.try_get::<Option<i64>, _>("resolved_at")?.zip(maybe(row, "resolved_by")?);
    Ok(Comment {
        id: text(row, "id")?,
        clause: ClauseId::new(text(row, "clause_id")?),
        passage: text(row, "passage")?,
        body: text(row, "body")?,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        resolved,
    })
}

fn suggested(row: &AnyRow) -> Result<Suggested, StoreError> {
    let decided = match row.try_get::<Option<i64>, _>("decided_at")? {
        None => None,
        Some(at) => Some(Decided {
            at,
            by: maybe(row, "decided_by")?.unwrap_or_default(),
            taken: number::<u32>(row, "taken")? == 1,
            answer: text(row, "answer")?,
        }),
    };
    Ok(Suggested {
        id: text(row, "id")?,
        clause: ClauseId::new(text(row, "clause_id")?),
        before: text(row, "before")?,
        after: text(row, "after")?,
        reason: text(row, "reason")?,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        decided,
    })
}
