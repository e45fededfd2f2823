//! Reminders to those who were invited and have not answered: planned, sent once, never to whoever wants no letter.

use crate::bulk::{self, row};
use crate::invitations::{Envelope, post};
use crate::people::{hold_edition, member};
use crate::read::{number, text};
use crate::{Store, StoreError, journal};
use arobase_domain::{EditionId, Member, MemberId, When};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// A reminder, planned or sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Its identifier.
    pub id: String,
    /// When it leaves.
    pub when: When,
    /// When it left, in Unix milliseconds, if it did.
    pub sent_at: Option<i64>,
    /// How many letters left.
    pub letters: u64,
}

impl Store {
    /// Plans a reminder; the same identifier is the same reminder.
    pub async fn plan_reminder(
        &self,
        edition: &EditionId,
        (id, when): (&str, When),
        by: &MemberId,
        now: i64,
    ) -> Result<(), StoreError> {
        let (at, days) = match when {
            When::At(at) => (Some(at), None),
            When::BeforeClosing(days) => (None, Some(i64::from(days))),
        };
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let known = sqlx::query("SELECT COUNT(*) AS total FROM reminder WHERE id = $1").bind(id.to_owned());
        if number::<u64>(&known.fetch_one(&mut *tx).await?, "total")? > 0 {
            return Ok(());
        }
        let row = row![id, edition.as_str(), at, days];
        bulk::insert(&mut tx, "reminder", &["id", "edition_id", "at", "days_before"], vec![row]).await?;
        let facts = [("edition", edition.as_str()), ("reminder", id), ("by", by.as_str())];
        journal::append(&mut tx, now, "reminder.planned", facts).await?;
        Ok(tx.commit().await?)
    }

    /// Gives up a reminder that has not left; `false` if there is none.
    pub async fn drop_reminder(
        &self,
        edition: &EditionId,
        id: &str,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let dropped = sqlx::query("DELETE FROM reminder WHERE id = $1 AND edition_id = $2 AND sent_at IS NULL");
        let dropped = dropped.bind(id.to_owned()).bind(edition.as_str().to_owned()).execute(&mut *tx).await?;
        if dropped.rows_affected() == 0 {
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("reminder", id), ("by", by.as_str())];
        journal::append(&mut tx, now, "reminder.dropped", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The reminders of an edition.
    pub async fn reminders(&self, edition: &EditionId) -> Result<Vec<Reminder>, StoreError> {
        let found = sqlx::query("SELECT * FROM reminder WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), reminder).await
    }

    /// Those who were invited, have an e-mail, have not answered and did not say that they want no letter.
    pub async fn unanswered(&self, edition: &EditionId) -> Result<Vec<Member>, StoreError> {
        let found = sqlx::query(
            "SELECT m.* FROM invited i JOIN member m ON m.id = i.member_id
             WHERE i.edition_id = $1 AND m.email IS NOT NULL AND m.stopped_at IS NULL
             AND EXISTS (SELECT 1 FROM role_of r WHERE r.edition_id = $1 AND r.member_id = m.id)
             AND NOT EXISTS (SELECT 1 FROM answered a WHERE a.edition_id = $1 AND a.member_id = m.id)
             ORDER BY m.id",
        );
        self.all(found.bind(edition.as_str().to_owned()), member).await
    }

    /// Lets a reminder leave; `false` if it had left before.
    pub async fn remind(
        &self,
        edition: &EditionId,
        id: &str,
        envelopes: &[Envelope],
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let sent = sqlx::query(
            "UPDATE reminder SET sent_at = $1, letters = $2 WHERE id = $3 AND edition_id = $4 AND sent_at IS NULL",
        );
        let sent = sent.bind(now).bind(envelopes.len() as i64).bind(id.to_owned()).bind(edition.as_str().to_owned());
        if sent.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        post(&mut tx, "reminder", envelopes, now).await?;
        let count = envelopes.len().to_string();
        let facts = [("edition", edition.as_str()), ("reminder", id), ("count", &count)];
        journal::append(&mut tx, now, "reminder.sent", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Notes that a member has answered. Neither with what nor when: the journal says nothing of it, for it would tell which contribution is theirs.
    pub async fn note_answer(&self, edition: &EditionId, member: &MemberId) -> Result<(), StoreError> {
        let noted = sqlx::query("INSERT INTO answered (edition_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        self.write(noted.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned())).await.map(drop)
    }
}

fn reminder(row: &AnyRow) -> Result<Reminder, StoreError> {
    let (at, days): (Option<i64>, Option<i64>) = (row.try_get("at")?, row.try_get("days_before")?);
    let letters: Option<i64> = row.try_get("letters")?;
    Ok(Reminder {
        id: text(row, "id")?,
        when: match days {
            Some(days) => When::BeforeClosing(u32::try_from(days)?),
            None => When::At(at.unwrap_or_default()),
        },
        sent_at: row.try_get("sent_at")?,
        letters: u64::try_from(letters.unwrap_or_default())?,
    })
}
