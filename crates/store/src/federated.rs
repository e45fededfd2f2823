//! People as others know them who vouch for them: tied to a member once, by a link mailed to that member.

use crate::read::text;
use crate::session::{self, NewSession, Opening};
use crate::sign_in::{self, Ask, Asked};
use crate::{Store, StoreError, journal};
use arobase_domain::MemberId;
use sqlx::{Any, Transaction};

/// A person as a provider knows them.
#[derive(Debug, Clone, Copy)]
pub struct Foreign<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// Its own identifier of the person.
    pub subject: &'a str,
}

/// A tie, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The provider.
    pub issuer: String,
    /// When it was tied, in Unix milliseconds.
    pub linked_at: i64,
}

impl Store {
    /// Opens a session of the member whom this person is known to be; `None` if nobody is.
    pub async fn enter_federated(
        &self,
        who: Foreign<'_>,
        new: NewSession<'_>,
        opening: Opening<'_>,
        now: i64,
    ) -> Result<Option<MemberId>, StoreError> {
        let mut tx = self.begin().await?;
        let Some(member) = known(&mut tx, who).await? else { return Ok(None) };
        session::open_by(&mut tx, new, &member, opening, now).await?;
        tx.commit().await?;
        Ok(Some(member))
    }

    /// Sends the member with this address a link that ties them to this person, in the browser that asked.
    pub async fn ask_to_tie(
        &self,
        ask: Ask<'_>,
        who: Foreign<'_>,
        browser: &str,
        now: i64,
    ) -> Result<Asked, StoreError> {
        let mut tx = self.begin().await?;
        let (link, asked) = (ask.link, sign_in::ask(&mut tx, ask, now).await?);
        if asked == Asked::Sent {
            sqlx::query("DELETE FROM federated_claim WHERE expires_at < $1").bind(now).execute(&mut *tx).await?;
            let claim = sqlx::query(
                "INSERT INTO federated_claim (sign_in_id, issuer, subject, browser, expires_at) VALUES ($1, $2, $3, $4, $5)",
            );
            let claim = claim.bind(link.id.to_owned()).bind(who.issuer.to_owned()).bind(who.subject.to_owned());
            claim.bind(browser.to_owned()).bind(link.expires_at).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(asked)
    }

    /// The ties of a member, the latest first.
    pub async fn ties(&self, member: &MemberId) -> Result<Vec<Tie>, StoreError> {
        let found =
            sqlx::query("SELECT issuer, linked_at FROM federated WHERE member_id = $1 ORDER BY linked_at DESC, issuer");
        self.all(found.bind(member.as_str().to_owned()), |row| {
            let linked_at = sqlx::Row::try_get(row, "linked_at")?;
            Ok::<_, StoreError>(Tie { issuer: text(row, "issuer")?, linked_at })
        })
        .await
    }

    /// Unties a member from a provider; `false` if they were not tied.
    pub async fn untie(&self, member: &MemberId, issuer: &str, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("DELETE FROM federated WHERE member_id = $1 AND issuer = $2");
        let gone = gone.bind(member.as_str().to_owned()).bind(issuer.to_owned()).execute(&mut *tx).await?;
        if gone.rows_affected() == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, now, "federation.untied", [("member", member.as_str()), ("issuer", issuer)]).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Ties what was claimed in this browser, as the link that confirms it is used.
pub(crate) async fn tie(
    tx: &mut Transaction<'static, Any>,
    sign_in: &str,
    browser: &str,
    member: &MemberId,
    now: i64,
) -> Result<(), StoreError> {
    let claim =
        sqlx::query("DELETE FROM federated_claim WHERE sign_in_id = $1 AND browser = $2 RETURNING issuer, subject");
    let claim = claim.bind(sign_in.to_owned()).bind(browser.to_owned()).fetch_optional(&mut **tx).await?;
    let Some(claim) = claim else { return Ok(()) };
    let (issuer, subject) = (text(&claim, "issuer")?, text(&claim, "subject")?);
    let tie = sqlx::query(
        "INSERT INTO federated (issuer, subject, member_id, linked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    );
    let tie = tie.bind(issuer.clone()).bind(subject).bind(member.as_str().to_owned()).bind(now);
    if tie.execute(&mut **tx).await?.rows_affected() == 0 {
        return Ok(());
    }
    journal::append(tx, now, "federation.tied", [("member", member.as_str()), ("issuer", issuer.as_str())]).await
}

async fn known(tx: &mut Transaction<'static, Any>, who: Foreign<'_>) -> Result<Option<MemberId>, StoreError> {
    let found = sqlx::query("SELECT member_id FROM federated WHERE issuer = $1 AND subject = $2");
    let found = found.bind(who.issuer.to_owned()).bind(who.subject.to_owned()).fetch_optional(&mut **tx).await?;
    found.map(|row| text(&row, "member_id").map(MemberId::new)).transpose()
}
