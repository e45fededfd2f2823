//! Inviting many at once: whom, how, and what they asked not to be written any more.

use crate::bulk::{self, row};
use crate::outbox::{self, Posting};
use crate::people::{hold_edition, member};
use crate::read::{number, text};
use crate::{Mail, Store, StoreError, journal};
use arobase_domain::{EditionId, Email, Letter, Member, MemberId, Role};
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};
use std::collections::BTreeSet;

/// How someone was invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By e-mail, with a link.
    Email,
    /// By post, with a code.
    Letter,
}

/// A letter with a personal link, ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// To whom.
    pub member: MemberId,
    /// Identifier of the link, UUID.
    pub link: String,
    /// Digest of its secret.
    pub digest: String,
    /// Until when it opens, in Unix milliseconds.
    pub expires_at: i64,
    /// Identifier of the letter, UUID v7.
    pub mail: String,
    /// The letter.
    pub letter: Letter,
}

/// How the invitations of an edition stand. Each member of the edition counts once in the first five.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InvitationFigures {
    /// Invited by e-mail.
    pub by_email: u64,
    /// Invited by post.
    pub by_letter: u64,
    /// Not invited; they have an e-mail.
    pub have_email: u64,
    /// Not invited; they have a postal address and no e-mail.
    pub have_address: u64,
    /// Not invited; nothing reaches them, or they want no letter.
    pub unreachable: u64,
    /// Members who have answered, signed in.
    pub answered: u64,
    /// Members who want no letter any more.
    pub stopped: u64,
}

impl Store {
    /// How the invitations of an edition stand.
    pub async fn invitation_figures(&self, edition: &EditionId) -> Result<InvitationFigures, StoreError> {
        let counts = sqlx::query(
            "SELECT CAST(COUNT(CASE WHEN i.way = 'email' THEN 1 END) AS BIGINT) AS by_email,
                    CAST(COUNT(CASE WHEN i.way = 'letter' THEN 1 END) AS BIGINT) AS by_letter,
                    CAST(COUNT(CASE WHEN i.way IS NULL AND m.stopped_at IS NULL AND m.email IS NOT NULL THEN 1 END) AS BIGINT) AS have_email,
                    CAST(COUNT(CASE WHEN i.way IS NULL AND m.stopped_at IS NULL AND m.email IS NULL AND m.address <> '' THEN 1 END) AS BIGINT) AS have_address,
                    CAST(COUNT(CASE WHEN i.way IS NULL AND (m.stopped_at IS NOT NULL OR (m.email IS NULL AND m.address = '')) THEN 1 END) AS BIGINT) AS unreachable,
                    CAST(COUNT(a.member_id) AS BIGINT) AS answered, CAST(COUNT(m.stopped_at) AS BIGINT) AS stopped
             FROM member m LEFT JOIN invited i ON i.member_id = m.id AND i.edition_id = $1
             LEFT JOIN answered a ON a.member_id = m.id AND a.edition_id = $1
             WHERE m.id IN (SELECT member_id FROM role_of WHERE edition_id = $1)",
        );
        let found = self.one(counts.bind(edition.as_str().to_owned()), figures).await?;
        Ok(found.unwrap_or_default())
    }

    /// Members of the edition who were not invited yet and did not say that they want no letter, by name; `role` narrows to those who have it.
    pub async fn uninvited(&self, edition: &EditionId, role: Option<Role>) -> Result<Vec<Member>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM member m WHERE m.stopped_at IS NULL
             AND m.id IN (SELECT member_id FROM role_of WHERE edition_id = $1 AND (role = $2 OR $2 = ''))
             AND NOT EXISTS (SELECT 1 FROM invited i WHERE i.edition_id = $1 AND i.member_id = m.id)
             ORDER BY LOWER(m.name), m.id",
        );
        let role = role.map_or("", Role::as_str);
        self.all(found.bind(edition.as_str().to_owned()).bind(role), member).await
    }

    /// Lets many invitations leave, in one gesture; how many did. Whoever was invited meanwhile is passed over: sent twice, the same form invites once.
    pub async fn invite_many(
        &self,
        edition: &EditionId,
        mut envelopes: Vec<Envelope>,
        by: &MemberId,
        now: i64,
    ) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let known = already(&mut tx, edition).await?;
        envelopes.retain(|one| !known.contains(one.member.as_str()));
        if envelopes.is_empty() {
            return Ok(0);
        }
        post(&mut tx, "invitation", &envelopes, now).await?;
        let members: Vec<MemberId> = envelopes.iter().map(|one| one.member.clone()).collect();
        note(&mut tx, edition, &members, Way::Email, now).await?;
        let count = envelopes.len().to_string();
        let facts = [("edition", edition.as_str()), ("count", &count), ("by", by.as_str())];
        journal::append(&mut tx, now, "members.invited", facts).await?;
        tx.commit().await?;
        Ok(envelopes.len() as u64)
    }

    /// The member with this address.
    pub async fn member_at(&self, email: &Email) -> Result<Option<MemberId>, StoreError> {
        let found = sqlx::query("SELECT id FROM member WHERE email = $1").bind(email.to_string());
        self.one(found, |row| Ok::<_, StoreError>(MemberId::new(text(row, "id")?))).await
    }

    /// Whether a member wants no letter any more.
    pub async fn wants_no_letters(&self, member: &MemberId) -> Result<bool, StoreError> {
        let found = sqlx::query(
            "SELECT COUNT(stopped_at) AS total FROM member WHERE id = COALESCE((SELECT merged_into FROM member WHERE id = $1), $1)",
        );
        let found = self.one(found.bind(member.as_str().to_owned()), |row| number::<u64>(row, "total")).await?;
        Ok(found == Some(1))
    }

    /// Stops the letters that a member did not ask for, or lets them come again; whether anything changed.
    pub async fn stop_letters(&self, member: &MemberId, stop: bool, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let (sql, gesture) = if stop { (STOP, "letters.stopped") } else { (RESUME, "letters.resumed") };
        let changed = sqlx::query(sql).bind(now).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        if changed.rows_affected() == 0 {
            return Ok(false);
        }
        if stop {
            // What waits was not asked for either, but for links to sign in.
            let dropped = sqlx::query(
                "UPDATE outbox SET given_up_at = $1, body = '' WHERE stop IS NOT NULL AND sent_at IS NULL AND given_up_at IS NULL
                 AND recipient = (SELECT email FROM member WHERE id = $2)",
            );
            dropped.bind(now).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        }
        journal::append(&mut tx, now, gesture, [("member", member.as_str())]).await?;
        tx.commit().await?;
        Ok(true)
    }
}

const STOP: &str = "UPDATE member SET stopped_at = $1
    WHERE id = COALESCE((SELECT merged_into FROM member WHERE id = $2), $2) AND stopped_at IS NULL";
const RESUME: &str = "UPDATE member SET stopped_at = NULL
    WHERE id = COALESCE((SELECT merged_into FROM member WHERE id = $2), $2) AND stopped_at <= $1";

/// Puts letters with their links in the outbox, each once for what causes it.
pub(crate) async fn post(
    tx: &mut Transaction<'static, Any>,
    cause: &str,
    envelopes: &[Envelope],
    now: i64,
) -> Result<(), StoreError> {
    const LINK: [&str; 5] = ["id", "digest", "member_id", "asked_at", "expires_at"];
    let link = |one: &Envelope| row![one.link.as_str(), one.digest.as_str(), one.member.as_str(), now, one.expires_at];
    bulk::insert(tx, "sign_in", &LINK, envelopes.iter().map(link).collect()).await?;
    let gestures: Vec<String> = envelopes.iter().map(|one| format!("{cause}:{}", one.link)).collect();
    let postings = envelopes.iter().zip(&gestures).map(|(one, gesture)| Posting {
        gesture,
        mail: Mail { id: &one.mail, letter: &one.letter, useless_at: Some(one.expires_at) },
        sign_in: Some(&one.link),
    });
    outbox::put_all(tx, postings, now).await
}

/// Notes that members are invited; the first time holds.
pub(crate) async fn note(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    members: &[MemberId],
    way: Way,
    now: i64,
) -> Result<(), StoreError> {
    let way = if way == Way::Email { "email" } else { "letter" };
    let rows = members.iter().map(|member| row![edition.as_str(), member.as_str(), way, now]).collect();
    bulk::insert_new(tx, "invited", &["edition_id", "member_id", "way", "invited_at"], rows).await
}

/// Whether a member wants no letter any more, within a transaction.
pub(crate) async fn stopped(tx: &mut Transaction<'static, Any>, member: &MemberId) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT COUNT(stopped_at) AS total FROM member WHERE id = $1");
    Ok(number::<u64>(&found.bind(member.as_str().to_owned()).fetch_one(&mut **tx).await?, "total")? > 0)
}

async fn already(tx: &mut Transaction<'static, Any>, edition: &EditionId) -> Result<BTreeSet<String>, StoreError> {
    let found = sqlx::query("SELECT member_id FROM invited WHERE edition_id = $1").bind(edition.as_str().to_owned());
    found.fetch_all(&mut **tx).await?.iter().map(|row| text(row, "member_id")).collect()
}

fn figures(row: &AnyRow) -> Result<InvitationFigures, StoreError> {
    Ok(InvitationFigures {
        by_email: number(row, "by_email")?,
        by_letter: number(row, "by_letter")?,
        have_email: number(row, "have_email")?,
        have_address: number(row, "have_address")?,
        unreachable: number(row, "unreachable")?,
        answered: number(row, "answered")?,
        stopped: number(row, "stopped")?,
    })
}
