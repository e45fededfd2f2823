//! Sessions: opened, recognised, seen by whom they belong to, revoked.

use crate::bulk::{self, row};
use crate::people::member;
use crate::read::{code, maybe, text};
use crate::{Store, StoreError, journal};
use arobase_domain::{EditionId, Means, Member, MemberId, Role};
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};
use std::collections::BTreeSet;

/// A session is forgotten so long after it was opened, in milliseconds: a year, longer than any may last.
const KEPT: i64 = 366 * 86_400_000;

/// A session about to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// Its identifier, UUID v7.
    pub id: &'a str,
    /// Digest of what its cookie holds.
    pub digest: &'a str,
    /// Where: browser and system, in two words.
    pub device: &'a str,
}

/// By what a session is opened, and how sure that is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening<'a> {
    /// By what.
    pub means: Means,
    /// Whether a second factor was shown.
    pub strong: bool,
    /// What the one who vouched wants back when the session ends; sealed.
    pub hint: Option<&'a str>,
}

/// Which sessions still hold, in Unix milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Alive {
    /// Those used after this instant…
    pub seen_after: i64,
    /// …and opened after this one.
    pub opened_after: i64,
}

/// Whoever a cookie stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub member: Member,
    /// What they may do in the edition.
    pub roles: BTreeSet<Role>,
    /// Their session.
    pub session: String,
    /// When it was last noted as used, in Unix milliseconds.
    pub seen_at: i64,
    /// Whether a second factor was shown in it.
    pub strong: bool,
    /// Whether they have a second factor to show.
    pub second_factor: bool,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: String,
    /// Where: browser and system, empty if the browser did not say.
    pub device: String,
    /// When it was opened, in Unix milliseconds.
    pub opened_at: i64,
    /// When it was last used, to within some minutes.
    pub seen_at: i64,
    /// By what it was opened.
    pub means: Means,
}

impl Signed {
    /// Whether one of their roles opens what others have entrusted.
    pub fn is_staff(&self) -> bool {
        self.roles.iter().any(|role| role.is_staff())
    }
}

impl Store {
    /// Who the cookie with this digest stands for, with their roles in the edition; one question to the database.
    pub async fn signed(&self, digest: &str, edition: &EditionId, alive: Alive) -> Result<Option<Signed>, StoreError> {
        let found = sqlx::query(
            "SELECT m.*, s.id AS session_id, s.seen_at, s.strong, t.confirmed_at AS factor_at, r.role FROM session s
             JOIN member m ON m.id = s.member_id
             LEFT JOIN totp t ON t.member_id = m.id
             LEFT JOIN role_of r ON r.member_id = m.id AND r.edition_id = $2
             WHERE s.digest = $1 AND s.revoked_at IS NULL AND s.seen_at > $3 AND s.opened_at > $4",
        );
        let found = found.bind(digest.to_owned()).bind(edition.as_str().to_owned());
        let rows = self.all(found.bind(alive.seen_after).bind(alive.opened_after), signed).await?;
        Ok(rows.into_iter().reduce(|mut one, other| {
            one.roles.extend(other.roles);
            one
        }))
    }

    /// Notes that a session is used.
    pub async fn session_seen(&self, session: &str, now: i64) -> Result<(), StoreError> {
        let seen = sqlx::query("UPDATE session SET seen_at = $1 WHERE id = $2");
        self.write(seen.bind(now).bind(session.to_owned())).await.map(drop)
    }

    /// The sessions of a member that still hold, the latest first.
    pub async fn sessions(&self, member: &MemberId, alive: Alive) -> Result<Vec<Session>, StoreError> {
        let found = sqlx::query(
            "SELECT id, device, opened_at, seen_at, means FROM session
             WHERE member_id = $1 AND revoked_at IS NULL AND seen_at > $2 AND opened_at > $3
             ORDER BY seen_at DESC, id DESC LIMIT 50",
        );
        let found = found.bind(member.as_str().to_owned()).bind(alive.seen_after).bind(alive.opened_after);
        self.all(found, session).await
    }

    /// What the one who vouched for a session's owner wants back when it ends, as it was sealed.
    pub async fn session_hint(&self, session: &str) -> Result<Option<String>, StoreError> {
        let found = sqlx::query("SELECT hint FROM session WHERE id = $1").bind(session.to_owned());
        Ok(self.one(found, |row| maybe(row, "hint")).await?.flatten())
    }

    /// Revokes a session of this member's; `false` if they have no such session.
    pub async fn revoke_session(&self, member: &MemberId, session: &str, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let revoked = sqlx::query(
            "UPDATE session SET revoked_at = $1, hint = NULL WHERE id = $2 AND member_id = $3 AND revoked_at IS NULL",
        );
        let revoked = revoked.bind(now).bind(session.to_owned()).bind(member.as_str().to_owned());
        if revoked.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        let facts = [("member", member.as_str()), ("session", session)];
        journal::append(&mut tx, now, "session.revoked", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Opens a session of a member's, who came by a mailed link.
pub(crate) async fn open(
    tx: &mut Transaction<'static, Any>,
    new: NewSession<'_>,
    member: &MemberId,
    now: i64,
) -> Result<(), StoreError> {
    open_by(tx, new, member, Opening::default(), now).await
}

/// Opens a session of a member's, or of the one they turned out to be, who came by these means.
pub(crate) async fn open_by(
    tx: &mut Transaction<'static, Any>,
    new: NewSession<'_>,
    member: &MemberId,
    opening: Opening<'_>,
    now: i64,
) -> Result<(), StoreError> {
    const COLUMNS: [&str; 9] =
        ["id", "digest", "member_id", "opened_at", "seen_at", "device", "means", "strong", "hint"];
    sqlx::query("DELETE FROM session WHERE opened_at < $1").bind(now - KEPT).execute(&mut **tx).await?;
    let merged = sqlx::query("SELECT merged_into FROM member WHERE id = $1").bind(member.as_str().to_owned());
    let merged = merged.fetch_optional(&mut **tx).await?.map(|row| maybe(&row, "merged_into")).transpose()?.flatten();
    let member = &merged.map_or_else(|| member.clone(), MemberId::new);
    let NewSession { id, digest, device } = new;
    let Opening { means, strong, hint } = opening;
    let hint = hint.map(str::to_owned);
    let row = row![id, digest, member.as_str(), now, now, device, means.as_str(), strong, hint];
    bulk::insert(tx, "session", &COLUMNS, vec![row]).await?;
    let facts = [("member", member.as_str()), ("session", id), ("means", means.as_str())];
    journal::append(tx, now, "session.opened", facts).await
}

fn signed(row: &AnyRow) -> Result<Signed, StoreError> {
    let role = maybe(row, "role")?.map(|role| role.parse()).transpose()?;
    Ok(Signed {
        member: member(row)?,
        roles: role.into_iter().collect(),
        session: text(row, "session_id")?,
        seen_at: row.try_get("seen_at")?,
        strong: row.try_get::<i64, _>("strong")? == 1,
        second_factor: row.try_get::<Option<i64>, _>("factor_at")?.is_some(),
    })
}

fn session(row: &AnyRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: text(row, "id")?,
        device: text(row, "device")?,
        opened_at: row.try_get("opened_at")?,
        seen_at: row.try_get("seen_at")?,
        means: code(row, "means")?,
    })
}
