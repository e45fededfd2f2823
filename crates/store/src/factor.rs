//! Second factors: prepared, confirmed, shown, taken away. Every try is counted before it is judged.

use crate::read::{number, text};
use crate::{Store, StoreError, journal};
use arobase_domain::{Email, MemberId};
use sqlx::{Any, Row as _, Transaction};

/// A member's second factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Its secret, sealed.
    pub secret: String,
    /// Since when it counts, in Unix milliseconds; none until a first code was right.
    pub confirmed_at: Option<i64>,
    /// Recovery codes left.
    pub codes: u64,
}

/// Whoever shows a factor, and in which session.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// The session that becomes surer.
    pub session: &'a str,
}

impl Store {
    /// A member's second factor, confirmed or not.
    pub async fn factor(&self, member: &MemberId) -> Result<Option<Factor>, StoreError> {
        let found = sqlx::query(
            "SELECT t.secret, t.confirmed_at, (SELECT COUNT(*) FROM recovery_code r
               WHERE r.member_id = t.member_id AND r.used_at IS NULL) AS codes
             FROM totp t WHERE t.member_id = $1",
        );
        self.one(found.bind(member.as_str().to_owned()), |row| {
            let confirmed_at = row.try_get("confirmed_at")?;
            Ok::<_, StoreError>(Factor { secret: text(row, "secret")?, confirmed_at, codes: number(row, "codes")? })
        })
        .await
    }

    /// Keeps the secret of a factor not yet confirmed; one that is stays as it is.
    pub async fn prepare_factor(&self, member: &MemberId, sealed: &str, now: i64) -> Result<(), StoreError> {
        let prepared = sqlx::query(
            "INSERT INTO totp (member_id, secret, made_at, last_step) VALUES ($1, $2, $3, 0)
             ON CONFLICT (member_id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at
             WHERE totp.confirmed_at IS NULL",
        );
        let prepared = prepared.bind(member.as_str().to_owned()).bind(sealed.to_owned()).bind(now);
        self.write(prepared).await.map(drop)
    }

    /// Counts a try, before its code is looked at; `false` if there were as many as this since then.
    pub async fn try_factor(&self, member: &MemberId, at_most: u32, since: i64, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        // Two tries at once are counted one after the other.
        let hold = sqlx::query("UPDATE totp SET last_step = last_step WHERE member_id = $1");
        hold.bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        let old = sqlx::query("DELETE FROM factor_failure WHERE member_id = $1 AND failed_at <= $2");
        old.bind(member.as_str().to_owned()).bind(since).execute(&mut *tx).await?;
        let tried = sqlx::query("SELECT COUNT(*) AS total FROM factor_failure WHERE member_id = $1");
        let tried: u64 = number(&tried.bind(member.as_str().to_owned()).fetch_one(&mut *tx).await?, "total")?;
        if tried >= u64::from(at_most) {
            return Ok(false);
        }
        let one = sqlx::query("INSERT INTO factor_failure (member_id, failed_at, nth) VALUES ($1, $2, $3)");
        one.bind(member.as_str().to_owned()).bind(now).bind(tried as i64).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Makes a factor count from now on, a first code of it being right, with the digests of its recovery codes; `false` if there is none to confirm.
    pub async fn confirm_factor(
        &self,
        who: Shown<'_>,
        step: i64,
        codes: &[String],
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let confirmed = sqlx::query(
            "UPDATE totp SET confirmed_at = $1, last_step = $2 WHERE member_id = $3 AND confirmed_at IS NULL",
        );
        let confirmed = confirmed.bind(now).bind(step).bind(who.member.as_str().to_owned());
        if confirmed.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        keep_codes(&mut tx, who.member, codes).await?;
        strengthen(&mut tx, who, "factor.confirmed", now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes a right code of this step, once: a step already taken, or one before it, is refused (`false`).
    pub async fn show_factor(&self, who: Shown<'_>, step: i64, now: i64) -> Result<bool, StoreError> {
        let taken = sqlx::query(
            "UPDATE totp SET last_step = $1 WHERE member_id = $2 AND last_step < $1 AND confirmed_at IS NOT NULL",
        );
        let mut tx = self.begin().await?;
        let taken = taken.bind(step).bind(who.member.as_str().to_owned()).execute(&mut *tx).await?;
        if taken.rows_affected() == 0 {
            return Ok(false);
        }
        strengthen(&mut tx, who, "factor.shown", now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes the recovery code with this digest, once.
    pub async fn use_recovery(&self, who: Shown<'_>, digest: &str, now: i64) -> Result<bool, StoreError> {
        let used = sqlx::query(
            "UPDATE recovery_code SET used_at = $1 WHERE digest = $2 AND member_id = $3 AND used_at IS NULL",
        );
        let mut tx = self.begin().await?;
        let used = used.bind(now).bind(digest.to_owned()).bind(who.member.as_str().to_owned());
        if used.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        strengthen(&mut tx, who, "factor.recovered", now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes away the second factor of the member with this address; `false` if there was none.
    pub async fn remove_factor_at(&self, email: &Email, now: i64) -> Result<bool, StoreError> {
        let found = sqlx::query("SELECT id FROM member WHERE email = $1").bind(email.to_string());
        match self.one(found, |row| text(row, "id")).await? {
            Some(member) => self.remove_factor(&MemberId::new(member), now).await,
            None => Ok(false),
        }
    }

    /// Takes a member's second factor away, with its recovery codes; `false` if there was none.
    pub async fn remove_factor(&self, member: &MemberId, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        for table in
            ["DELETE FROM recovery_code WHERE member_id = $1", "DELETE FROM factor_failure WHERE member_id = $1"]
        {
            sqlx::query(table).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        }
        let gone = sqlx::query("DELETE FROM totp WHERE member_id = $1").bind(member.as_str().to_owned());
        if gone.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, now, "factor.removed", [("member", member.as_str())]).await?;
        tx.commit().await?;
        Ok(true)
    }
}

async fn keep_codes(tx: &mut Transaction<'static, Any>, member: &MemberId, codes: &[String]) -> Result<(), StoreError> {
    for digest in codes {
        let code = sqlx::query("INSERT INTO recovery_code (digest, member_id) VALUES ($1, $2)");
        code.bind(digest.clone()).bind(member.as_str().to_owned()).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Whoever showed a factor is forgiven the tries before, and the session is surer.
async fn strengthen(
    tx: &mut Transaction<'static, Any>,
    who: Shown<'_>,
    gesture: &str,
    now: i64,
) -> Result<(), StoreError> {
    let forgiven = sqlx::query("DELETE FROM factor_failure WHERE member_id = $1");
    forgiven.bind(who.member.as_str().to_owned()).execute(&mut **tx).await?;
    let surer = sqlx::query("UPDATE session SET strong = 1 WHERE id = $1 AND member_id = $2");
    surer.bind(who.session.to_owned()).bind(who.member.as_str().to_owned()).execute(&mut **tx).await?;
    journal::append(tx, now, gesture, [("member", who.member.as_str()), ("session", who.session)]).await
}
