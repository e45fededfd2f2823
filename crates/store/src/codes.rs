//! Codes of printed letters: made, used as often as needed while the collection lasts, ended. Only keyed digests are kept.

use crate::bulk::{self, row};
use crate::invitations::{self, Way};
use crate::people::{hold_edition, member};
use crate::read::number;
use crate::{NewSession, Opening, Store, StoreError, journal, session};
use arobase_domain::{EditionId, Means, Member, MemberId};
use sqlx::{Any, Row as _, Transaction};

/// A code for a member, about to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// Whose.
    pub member: MemberId,
    /// Its keyed digest.
    pub digest: String,
}

/// A code that someone typed.
#[derive(Debug, Clone, Copy)]
pub struct TypedCode<'a> {
    /// For this edition.
    pub edition: &'a EditionId,
    /// Identifier of the attempt, UUID v7.
    pub id: &'a str,
    /// Keyed digest of the code.
    pub digest: &'a str,
    /// Keyed digest of its beginning.
    pub beginning: &'a str,
    /// Keyed digest of the network address it comes from.
    pub address: &'a str,
    /// Attempts that opened nothing count from this instant on, in Unix milliseconds.
    pub since: i64,
    /// At most so many of them with one beginning, from one address, in all.
    pub at_most: [u32; 3],
}

/// What an attempt came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// A session of this member's is open.
    Opened(MemberId),
    /// No letter in force bears this code.
    Unknown,
    /// Too many attempts opened nothing lately: this one was not looked at.
    TooMany,
}

impl Store {
    /// Gives members the codes of their letters, which end those they had, and counts them invited.
    pub async fn make_codes(
        &self,
        edition: &EditionId,
        codes: Vec<NewCode>,
        by: &MemberId,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let members: Vec<MemberId> = codes.iter().map(|code| code.member.clone()).collect();
        for member in &members {
            end(&mut tx, edition, member, now).await?;
        }
        let rows = codes.into_iter().map(|code| row![code.digest, edition.as_str(), code.member.as_str(), now]);
        bulk::insert(&mut tx, "letter_code", &["digest", "edition_id", "member_id", "made_at"], rows.collect()).await?;
        invitations::note(&mut tx, edition, &members, Way::Letter, now).await?;
        let count = members.len().to_string();
        let facts = [("edition", edition.as_str()), ("count", &count), ("by", by.as_str())];
        journal::append(&mut tx, now, "codes.made", facts).await?;
        Ok(tx.commit().await?)
    }

    /// Members who were sent a letter whose code is in force and was never used, and who did not say that they want no letter; by name.
    pub async fn letters_unused(&self, edition: &EditionId) -> Result<Vec<Member>, StoreError> {
        let found = sqlx::query(
            "SELECT m.* FROM letter_code c JOIN member m ON m.id = c.member_id
             WHERE c.edition_id = $1 AND c.revoked_at IS NULL AND c.used_at IS NULL AND m.stopped_at IS NULL
             ORDER BY LOWER(m.name), m.id",
        );
        self.all(found.bind(edition.as_str().to_owned()), member).await
    }

    /// Since when the code of a member's letter is in force, in Unix milliseconds, if they have one.
    pub async fn code_since(&self, edition: &EditionId, member: &MemberId) -> Result<Option<i64>, StoreError> {
        let found = sqlx::query(
            "SELECT made_at FROM letter_code WHERE edition_id = $1 AND member_id = $2 AND revoked_at IS NULL",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
        self.one(found, |row| row.try_get::<i64, _>("made_at")).await
    }

    /// Ends the code of a member's letter; `false` if they have none.
    pub async fn end_code(
        &self,
        edition: &EditionId,
        member: &MemberId,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if end(&mut tx, edition, member, now).await? == 0 {
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("member", member.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "code.ended", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Opens a session by a code. Whatever the code, the same is asked and as much is written: how long it takes tells nothing.
    pub async fn use_code(&self, attempt: TypedCode<'_>, new: NewSession<'_>, now: i64) -> Result<Tried, StoreError> {
        let mut tx = self.begin().await?;
        let forgotten = sqlx::query("DELETE FROM code_attempt WHERE at < $1").bind(attempt.since);
        forgotten.execute(&mut *tx).await?;
        if too_many(&mut tx, attempt).await? {
            tx.rollback().await?;
            return Ok(Tried::TooMany);
        }
        let used = sqlx::query(
            "UPDATE letter_code SET used_at = $1 WHERE digest = $2 AND edition_id = $3 AND revoked_at IS NULL RETURNING member_id",
        );
        let used = used.bind(now).bind(attempt.digest.to_owned()).bind(attempt.edition.as_str().to_owned());
        let tried = if let Some(row) = used.fetch_optional(&mut *tx).await? {
            let member = MemberId::new(row.try_get::<String, _>("member_id")?);
            let opening = Opening { means: Means::Code, ..Opening::default() };
            session::open_by(&mut tx, new, &member, opening, now).await?;
            Tried::Opened(member)
        } else {
            count(&mut tx, attempt, now).await?;
            Tried::Unknown
        };
        tx.commit().await?;
        Ok(tried)
    }
}

async fn end(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    member: &MemberId,
    now: i64,
) -> Result<u64, StoreError> {
    let ended = sqlx::query(
        "UPDATE letter_code SET revoked_at = $1 WHERE edition_id = $2 AND member_id = $3 AND revoked_at IS NULL",
    );
    let ended = ended.bind(now).bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
    Ok(ended.execute(&mut **tx).await?.rows_affected())
}

async fn too_many(tx: &mut Transaction<'static, Any>, attempt: TypedCode<'_>) -> Result<bool, StoreError> {
    let counts = sqlx::query(
        "SELECT COUNT(CASE WHEN beginning = $1 THEN 1 END) AS by_beginning, COUNT(CASE WHEN address = $2 THEN 1 END) AS by_address,
                COUNT(*) AS total FROM code_attempt WHERE at >= $3",
    );
    let counts = counts.bind(attempt.beginning.to_owned()).bind(attempt.address.to_owned()).bind(attempt.since);
    let row = counts.fetch_one(&mut **tx).await?;
    for (column, most) in ["by_beginning", "by_address", "total"].into_iter().zip(attempt.at_most) {
        if number::<u64>(&row, column)? >= u64::from(most) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn count(tx: &mut Transaction<'static, Any>, attempt: TypedCode<'_>, now: i64) -> Result<(), StoreError> {
    let row = row![attempt.id, attempt.beginning, attempt.address, now];
    bulk::insert(tx, "code_attempt", &["id", "beginning", "address", "at"], vec![row]).await
}
