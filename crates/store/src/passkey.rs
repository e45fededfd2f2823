//! Passkeys: kept, listed, used, taken away. Only public keys are here.

use crate::read::text;
use crate::session::{self, NewSession, Opening};
use crate::{Store, StoreError, journal};
use arobase_domain::{Means, MemberId};
use sqlx::Row as _;

/// A passkey about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewPasskey<'a> {
    /// Its identifier, in hexadecimal.
    pub id: &'a str,
    /// What its owner calls it.
    pub name: &'a str,
    /// Public key, counter, whether it is backed up: JSON.
    pub credential: &'a str,
}

/// A passkey as its owner sees it, and as it is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPasskey {
    /// Its identifier.
    pub id: String,
    /// Whose it is.
    pub member: MemberId,
    /// What its owner calls it.
    pub name: String,
    /// Public key, counter, whether it is backed up: JSON.
    pub credential: String,
    /// When it was made, in Unix milliseconds.
    pub made_at: i64,
    /// When it last signed in.
    pub used_at: Option<i64>,
}

impl Store {
    /// Keeps a passkey of a member; `false` if it is known already, be it another's.
    pub async fn keep_passkey(&self, member: &MemberId, new: NewPasskey<'_>, now: i64) -> Result<bool, StoreError> {
        let NewPasskey { id, name, credential } = new;
        let mut tx = self.begin().await?;
        let kept = sqlx::query(
            "INSERT INTO passkey (id, member_id, name, credential, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        );
        let kept = kept.bind(id.to_owned()).bind(member.as_str().to_owned()).bind(name.to_owned());
        if kept.bind(credential.to_owned()).bind(now).execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, now, "passkey.added", [("member", member.as_str()), ("passkey", id)]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The passkeys of a member, the oldest first.
    pub async fn passkeys(&self, member: &MemberId) -> Result<Vec<StoredPasskey>, StoreError> {
        let found = sqlx::query("SELECT * FROM passkey WHERE member_id = $1 ORDER BY made_at, id");
        self.all(found.bind(member.as_str().to_owned()), passkey).await
    }

    /// The passkey with this identifier.
    pub async fn passkey(&self, id: &str) -> Result<Option<StoredPasskey>, StoreError> {
        self.one(sqlx::query("SELECT * FROM passkey WHERE id = $1").bind(id.to_owned()), passkey).await
    }

    /// Opens a session by a passkey that was verified against what is kept of it, which becomes `credential`; `false` if another answer of it was
    /// faster.
    pub async fn enter_by_passkey(
        &self,
        verified: &StoredPasskey,
        credential: &str,
        new: NewSession<'_>,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let used = sqlx::query("UPDATE passkey SET credential = $1, used_at = $2 WHERE id = $3 AND credential = $4");
        let used =
            used.bind(credential.to_owned()).bind(now).bind(verified.id.clone()).bind(verified.credential.clone());
        if used.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        let opening = Opening { means: Means::Passkey, strong: true, hint: None };
        session::open_by(&mut tx, new, &verified.member, opening, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes a passkey away from its owner; `false` if they have no such one.
    pub async fn remove_passkey(&self, member: &MemberId, id: &str, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("DELETE FROM passkey WHERE id = $1 AND member_id = $2");
        let gone = gone.bind(id.to_owned()).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        if gone.rows_affected() == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, now, "passkey.removed", [("member", member.as_str()), ("passkey", id)]).await?;
        tx.commit().await?;
        Ok(true)
    }
}

fn passkey(row: &sqlx::any::AnyRow) -> Result<StoredPasskey, StoreError> {
    Ok(StoredPasskey {
        id: text(row, "id")?,
        member: MemberId::new(text(row, "member_id")?),
        name: text(row, "name")?,
        credential: text(row, "credential")?,
        made_at: row.try_get("made_at")?,
        used_at: row.try_get("used_at")?,
    })
}
