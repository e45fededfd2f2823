//! Letters that wait to leave: put there by the transaction of the gesture that causes them, taken out one at a time.

use crate::bulk::{self, Value, row};
use crate::read::{maybe, number, text};
use crate::{Store, StoreError};
use arobase_domain::{Letter, Outgoing};
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};

/// A letter is forgotten so long after it was written, in milliseconds: a year.
const KEPT: i64 = 366 * 86_400_000;

const COLUMNS: [&str; 11] = [
    "id",
    "gesture",
    "recipient",
    "subject",
    "body",
    "stop",
    "sign_in_id",
    "written_at",
    "useless_at",
    "attempts",
    "next_attempt",
];

/// What a gesture sends.
#[derive(Debug, Clone, Copy)]
pub struct Mail<'a> {
    /// Its identifier, UUID v7.
    pub id: &'a str,
    /// The letter.
    pub letter: &'a Letter,
    /// From when on it is not worth sending, in Unix milliseconds.
    pub useless_at: Option<i64>,
}

/// When a letter is tried again, and until when; the caller's, who knows mail servers.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The instant of the attempt after the one of this number (from 1) that starts at this instant.
    pub next: fn(i64, u32) -> i64,
    /// Whether a letter written then is no longer tried now.
    pub over: fn(i64, i64) -> bool,
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutboxFigures {
    /// Letters that wait.
    pub waiting: u64,
    /// Letters that have left.
    pub sent: u64,
    /// Letters that will not leave.
    pub given_up: u64,
}

/// A letter about to be put in the outbox.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'a> {
    /// What causes it: the same gesture causes one letter.
    pub(crate) gesture: &'a str,
    /// The letter.
    pub(crate) mail: Mail<'a>,
    /// The link whose secret it holds.
    pub(crate) sign_in: Option<&'a str>,
}

/// Puts a letter in the outbox, once for each `gesture`.
pub(crate) async fn put(
    tx: &mut Transaction<'static, Any>,
    gesture: &str,
    mail: Mail<'_>,
    sign_in: Option<&str>,
    now: i64,
) -> Result<(), StoreError> {
    put_all(tx, [Posting { gesture, mail, sign_in }], now).await
}

/// Puts many, each once.
pub(crate) async fn put_all<'a>(
    tx: &mut Transaction<'static, Any>,
    postings: impl IntoIterator<Item = Posting<'a>>,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE written_at < $1").bind(now - KEPT).execute(&mut **tx).await?;
    let rows = postings.into_iter().map(|posting| posting.row(now)).collect();
    bulk::insert_new(tx, "outbox", &COLUMNS, rows).await
}

impl Posting<'_> {
    /// The letter as the table has it; its first attempt is due at once.
    fn row(self, now: i64) -> Vec<Value> {
        let Posting { gesture, mail: Mail { id, letter, useless_at }, sign_in } = self;
        let Letter { to, subject, body, stop } = letter;
        let (to, subject, body, sign_in) = (to.as_str(), subject.as_str(), body.as_str(), sign_in.map(str::to_owned));
        row![id, gesture, to, subject, body, stop.clone(), sign_in, now, useless_at, 0_i64, now]
    }
}

impl Store {
    /// Takes the letter whose turn it is. Its next attempt is written down before this one starts: another worker passes it over meanwhile, and one
    /// that is killed has only put it off. Letters that are no longer worth it are given up on the way.
    pub async fn next_letter(&self, patience: Patience, now: i64) -> Result<Option<Outgoing>, StoreError> {
        loop {
            let due = sqlx::query(
                "SELECT * FROM outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND next_attempt <= $1
                 ORDER BY next_attempt, id LIMIT 1",
            );
            let Some((outgoing, useless_at)) = self.one(due.bind(now), waiting).await? else { return Ok(None) };
            let useless = useless_at.is_some_and(|at| at <= now) || (patience.over)(outgoing.written_at, now);
            if useless {
                self.give_up(&outgoing, now).await?;
            } else if self.take(&outgoing, (patience.next)(now, outgoing.attempt)).await? {
                return Ok(Some(outgoing));
            }
        }
    }

    /// The letter has left: what it said is no longer kept.
    pub async fn letter_sent(&self, id: &str, now: i64) -> Result<(), StoreError> {
        let sent = sqlx::query("UPDATE outbox SET sent_at = $1, body = '', last_error = NULL WHERE id = $2");
        self.write(sent.bind(now).bind(id.to_owned())).await.map(drop)
    }

    /// The letter did not leave this time.
    pub async fn letter_failed(&self, id: &str, error: &str) -> Result<(), StoreError> {
        let failed = sqlx::query("UPDATE outbox SET last_error = $1 WHERE id = $2");
        self.write(failed.bind(error.to_owned()).bind(id.to_owned())).await.map(drop)
    }

    /// How the outbox stands.
    pub async fn outbox(&self) -> Result<OutboxFigures, StoreError> {
        let counts = sqlx::query(
            "SELECT COUNT(sent_at) AS sent, COUNT(given_up_at) AS given_up, COUNT(*) AS written FROM outbox",
        );
        let figures = |row: &AnyRow| {
            let (sent, given_up): (u64, u64) = (number(row, "sent")?, number(row, "given_up")?);
            let written: u64 = number(row, "written")?;
            Ok::<_, StoreError>(OutboxFigures { waiting: written - sent - given_up, sent, given_up })
        };
        Ok(self.one(counts, figures).await?.unwrap_or_default())
    }

    /// Whether it was still there to be taken.
    async fn take(&self, outgoing: &Outgoing, next: i64) -> Result<bool, StoreError> {
        let taken = sqlx::query(
            "UPDATE outbox SET attempts = $1, next_attempt = $2
             WHERE id = $3 AND attempts = $1 - 1 AND sent_at IS NULL AND given_up_at IS NULL",
        );
        Ok(self.write(taken.bind(i64::from(outgoing.attempt)).bind(next).bind(outgoing.id.clone())).await? == 1)
    }

    async fn give_up(&self, outgoing: &Outgoing, now: i64) -> Result<(), StoreError> {
        let given_up = sqlx::query(
            "UPDATE outbox SET given_up_at = $1, body = '' WHERE id = $2 AND sent_at IS NULL AND given_up_at IS NULL",
        );
        self.write(given_up.bind(now).bind(outgoing.id.clone())).await.map(drop)
    }
}

fn waiting(row: &AnyRow) -> Result<(Outgoing, Option<i64>), StoreError> {
    let letter = Letter {
        to: text(row, "recipient")?.parse()?,
        subject: text(row, "subject")?,
        body: text(row, "body")?,
        stop: maybe(row, "stop")?,
    };
    let outgoing = Outgoing {
        id: text(row, "id")?,
        letter,
        sign_in: maybe(row, "sign_in_id")?,
        written_at: row.try_get("written_at")?,
        attempt: number::<u32>(row, "attempts")? + 1,
    };
    Ok((outgoing, row.try_get("useless_at")?))
}
