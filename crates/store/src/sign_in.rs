//! Links to come in by: asked for, used once.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::number;
use crate::{Mail, NewSession, Store, StoreError, federated, journal, outbox, session};
use arobase_domain::{EditionId, Email, MemberId};
use sqlx::{Any, Row as _, Transaction};

/// Links whose time has passed are kept so long, for the count of those that an address asked for. In milliseconds.
const KEPT: i64 = 86_400_000;

/// A link about to be given.
#[derive(Debug, Clone, Copy)]
pub struct NewLink<'a> {
    /// Its identifier, UUID.
    pub id: &'a str,
    /// Digest of its secret.
    pub digest: &'a str,
    /// Until when it opens, in Unix milliseconds.
    pub expires_at: i64,
}

/// A link asked for with an address, known or not.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Where it leads.
    pub edition: &'a EditionId,
    /// The address.
    pub email: &'a Email,
    /// What is kept of it: a keyed digest.
    pub address: &'a str,
    /// The link.
    pub link: NewLink<'a>,
    /// The letter, sent if the address is a member's.
    pub mail: Mail<'a>,
    /// At most this many for one address…
    pub at_most: u32,
    /// …since this instant, in Unix milliseconds.
    pub since: i64,
}

/// What became of an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The link is on its way.
    Sent,
    /// Nobody has this address.
    Stranger,
    /// One too many for this address.
    TooMany,
}

impl Store {
    /// Sends a link to a member who asks for it. A stranger's ask, and one too many, send nothing; who asks is not told which it was.
    pub async fn ask_link(&self, new: Ask<'_>, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        ask(&mut tx, new, now).await?;
        Ok(tx.commit().await?)
    }

    /// Whether a link would open now. Looking uses nothing up: programs that follow the links of letters only look.
    pub async fn link_opens(&self, digest: &str, now: i64) -> Result<bool, StoreError> {
        let found = sqlx::query(
            "SELECT COUNT(*) AS total FROM sign_in
             WHERE digest = $1 AND used_at IS NULL AND expires_at > $2 AND member_id IS NOT NULL",
        );
        let found = self.one(found.bind(digest.to_owned()).bind(now), |row| number::<u64>(row, "total")).await?;
        Ok(found == Some(1))
    }

    /// Opens a session by a link, which opens no other; `None` if it was used, is too old or never was.
    pub async fn use_link(&self, digest: &str, new: NewSession<'_>, now: i64) -> Result<Option<MemberId>, StoreError> {
        self.use_link_in(digest, None, new, now).await
    }

    /// The same in a browser that may have begun something (the digest of the secret that it keeps): whoever vouched for the person there is tied to
    /// the member.
    pub async fn use_link_in(
        &self,
        digest: &str,
        browser: Option<&str>,
        new: NewSession<'_>,
        now: i64,
    ) -> Result<Option<MemberId>, StoreError> {
        let mut tx = self.begin().await?;
        let used = sqlx::query(
            "UPDATE sign_in SET used_at = $1
             WHERE digest = $2 AND used_at IS NULL AND expires_at > $1 AND member_id IS NOT NULL RETURNING id, member_id",
        );
        let Some(used) = used.bind(now).bind(digest.to_owned()).fetch_optional(&mut *tx).await? else {
            return Ok(None);
        };
        let member = MemberId::new(used.try_get::<String, _>("member_id")?);
        if let Some(browser) = browser {
            federated::tie(&mut tx, &used.try_get::<String, _>("id")?, browser, &member, now).await?;
        }
        session::open(&mut tx, new, &member, now).await?;
        tx.commit().await?;
        Ok(Some(member))
    }
}

/// Keeps a link that someone asks for, and puts its letter in the outbox if the address is a member's.
pub(crate) async fn ask(tx: &mut Transaction<'static, Any>, ask: Ask<'_>, now: i64) -> Result<Asked, StoreError> {
    let Ask { edition, email, address, link, mail, at_most, since } = ask;
    hold_edition(tx, edition).await?;
    forget_old(tx, now).await?;
    if asked(tx, address, since).await? >= u64::from(at_most) {
        return Ok(Asked::TooMany);
    }
    let member = member_at(tx, email).await?;
    keep_link(tx, link, Some(address), member.as_ref(), now).await?;
    let Some(member) = member else { return Ok(Asked::Stranger) };
    outbox::put(tx, &format!("sign_in:{}", link.id), mail, Some(link.id), now).await?;
    journal::append(tx, now, "sign_in.asked", [("member", member.as_str())]).await?;
    Ok(Asked::Sent)
}

/// Whether the link is new.
pub(crate) async fn keep_link(
    tx: &mut Transaction<'static, Any>,
    link: NewLink<'_>,
    address: Option<&str>,
    member: Option<&MemberId>,
    now: i64,
) -> Result<bool, StoreError> {
    let known = sqlx::query("SELECT COUNT(*) AS total FROM sign_in WHERE id = $1").bind(link.id.to_owned());
    if number::<u64>(&known.fetch_one(&mut **tx).await?, "total")? > 0 {
        return Ok(false);
    }
    let (address, member) = (address.map(str::to_owned), member.map(ToString::to_string));
    let row = row![link.id, link.digest, address, member, now, link.expires_at];
    bulk::insert(tx, "sign_in", &["id", "digest", "address", "member_id", "asked_at", "expires_at"], vec![row]).await?;
    Ok(true)
}

async fn forget_old(tx: &mut Transaction<'static, Any>, now: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sign_in WHERE expires_at < $1").bind(now - KEPT).execute(&mut **tx).await?;
    Ok(())
}

async fn asked(tx: &mut Transaction<'static, Any>, address: &str, since: i64) -> Result<u64, StoreError> {
    let asked = sqlx::query("SELECT COUNT(*) AS total FROM sign_in WHERE address = $1 AND asked_at > $2");
    number(&asked.bind(address.to_owned()).bind(since).fetch_one(&mut **tx).await?, "total")
}

async fn member_at(tx: &mut Transaction<'static, Any>, email: &Email) -> Result<Option<MemberId>, StoreError> {
    let found = sqlx::query("SELECT id FROM member WHERE email = $1").bind(email.to_string());
    let found = found.fetch_optional(&mut **tx).await?;
    Ok(found.map(|row| row.try_get::<String, _>("id")).transpose()?.map(MemberId::new))
}
