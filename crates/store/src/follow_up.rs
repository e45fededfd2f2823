//! Whom the motion is handed to, when it was, and who was asked again.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::{code, maybe, number, text};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::{Day, Dispatch, DispatchId, EditionId, Manner, Recipient, RecipientId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const RECIPIENT: [&str; 9] = ["id", "edition_id", "kind", "name", "person", "address", "email", "lang", "retired"];
const DISPATCH: [&str; 11] =
    ["id", "edition_id", "recipient_id", "version", "day", "place", "delegation", "manner", "seal", "at", "by_id"];
const REMINDER: [&str; 5] = ["id", "edition_id", "recipient_id", "at", "by_id"];

/// The motion about to be recorded as handed over.
#[derive(Debug, Clone, Copy)]
pub struct HandOver<'a> {
    /// To whom, each with the identifier of what is recorded: UUID v7.
    pub to: &'a [(DispatchId, RecipientId)],
    /// The version.
    pub version: u32,
    /// When.
    pub day: Day,
    /// Where.
    pub place: &'a str,
    /// Who handed it over.
    pub delegation: &'a str,
    /// How.
    pub manner: Manner,
}

/// A letter that asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    /// Whom.
    pub recipient: RecipientId,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who says so.
    pub by: String,
}

impl Store {
    /// Those whom the motion of an edition is handed to, in the order in which they were written down.
    pub async fn motion_recipients(&self, edition: &EditionId) -> Result<Vec<Recipient>, StoreError> {
        let found = sqlx::query("SELECT * FROM recipient WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), recipient).await
    }

    /// Writes a recipient down, or over what was written of them before.
    pub async fn write_recipient(
        &self,
        edition: &EditionId,
        one: &Recipient,
        (by, now): (&str, i64),
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let known = is_known(&mut tx, edition, &one.id).await?;
        let gesture = match (known, one.retired) {
            (false, _) => "recipient.added",
            (true, false) => "recipient.changed",
            (true, true) => "recipient.retired",
        };
        if known {
            rewrite(&mut tx, one).await?;
        } else {
            bulk::insert(&mut tx, "recipient", &RECIPIENT, vec![line(edition, one)]).await?;
        }
        let facts =
            [("edition", edition.as_str()), ("recipient", one.id.as_str()), ("kind", one.kind.as_str()), ("by", by)];
        journal::append(&mut tx, now, gesture, facts).await?;
        Ok(tx.commit().await?)
    }

    /// Every hand-over that was recorded, those by mistake too, in that order.
    pub async fn dispatches(&self, edition: &EditionId) -> Result<Vec<Dispatch>, StoreError> {
        let found = sqlx::query("SELECT * FROM dispatch WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), dispatch).await
    }

    /// Records that the motion was handed over; `false`, and nothing is written, if the version is not frozen or a recipient is not known.
    pub async fn hand_over(
        &self,
        edition: &EditionId,
        what: HandOver<'_>,
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let Some(seal) = seal_of(&mut tx, edition, what.version).await? else { return Ok(false) };
        for (id, to) in what.to {
            if !is_known(&mut tx, edition, to).await? {
                tx.rollback().await?;
                return Ok(false);
            }
            bulk::insert(&mut tx, "dispatch", &DISPATCH, vec![handed(edition, (id, to), what, &seal, (by, now))])
                .await?;
            told(&mut tx, edition, (id, to), what, &seal, (by, now)).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Says that a hand-over was recorded by mistake; `false` if it is not there or that was said already.
    pub async fn cancel_dispatch(
        &self,
        edition: &EditionId,
        id: &DispatchId,
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let cancelled = sqlx::query(
            "UPDATE dispatch SET cancelled_at = $3, cancelled_by = $4 WHERE edition_id = $1 AND id = $2 AND cancelled_at IS NULL",
        );
        let cancelled = cancelled.bind(edition.to_string()).bind(id.to_string()).bind(now).bind(by.to_owned());
        if cancelled.execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("dispatch", id.as_str()), ("by", by)];
        journal::append(&mut tx, now, "dispatch.cancelled", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Records that a recipient was asked again; `false` if they are not known.
    pub async fn remind_recipient(
        &self,
        edition: &EditionId,
        (id, to): (&str, &RecipientId),
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if !is_known(&mut tx, edition, to).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        bulk::insert(&mut tx, "follow_up_reminder", &REMINDER, vec![row![id, edition.as_str(), to.as_str(), now, by]])
            .await?;
        let facts = [("edition", edition.as_str()), ("recipient", to.as_str()), ("by", by)];
        journal::append(&mut tx, now, "recipient.reminded", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Who was asked again, in the order in which it was recorded.
    pub async fn recipients_reminded(&self, edition: &EditionId) -> Result<Vec<Reminded>, StoreError> {
        let found = sqlx::query("SELECT * FROM follow_up_reminder WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), reminded).await
    }
}

/// Whether the edition has this recipient.
pub(crate) async fn is_known(tx: &mut Tx, edition: &EditionId, id: &RecipientId) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT id FROM recipient WHERE edition_id = $1 AND id = $2");
    Ok(found.bind(edition.to_string()).bind(id.to_string()).fetch_optional(&mut **tx).await?.is_some())
}

/// The seal of a frozen version.
async fn seal_of(tx: &mut Tx, edition: &EditionId, version: u32) -> Result<Option<String>, StoreError> {
    let found = sqlx::query(
        "SELECT s.seal FROM motion_version v JOIN motion_state s ON s.edition_id = v.edition_id AND s.seq = v.seq
         WHERE v.edition_id = $1 AND v.number = $2 AND v.frozen = 1",
    );
    let found = found.bind(edition.to_string()).bind(i64::from(version)).fetch_optional(&mut **tx).await?;
    found.map(|row| text(&row, "seal")).transpose()
}

async fn rewrite(tx: &mut Tx, one: &Recipient) -> Result<(), StoreError> {
    let update = sqlx::query(
        "UPDATE recipient SET kind = $2, name = $3, person = $4, address = $5, email = $6, lang = $7, retired = $8 WHERE id = $1",
    );
    let values = row![
        one.id.as_str(),
        one.kind.as_str(),
        one.name.as_str(),
        one.person.as_str(),
        one.address.as_str(),
        one.email.as_ref().map(ToString::to_string),
        one.lang.as_str(),
        one.retired
    ];
    values.into_iter().fold(update, bulk::bind).execute(&mut **tx).await?;
    Ok(())
}

fn line(edition: &EditionId, one: &Recipient) -> Vec<bulk::Value> {
    row![
        one.id.as_str(),
        edition.as_str(),
        one.kind.as_str(),
        one.name.as_str(),
        one.person.as_str(),
        one.address.as_str(),
        one.email.as_ref().map(ToString::to_string),
        one.lang.as_str(),
        one.retired
    ]
}

type Between<'a> = (&'a DispatchId, &'a RecipientId);

fn handed(
    edition: &EditionId,
    (id, to): Between<'_>,
    what: HandOver<'_>,
    seal: &str,
    (by, now): (&str, i64),
) -> Vec<bulk::Value> {
    row![
        id.as_str(),
        edition.as_str(),
        to.as_str(),
        what.version,
        what.day.to_string(),
        what.place,
        what.delegation,
        what.manner.as_str(),
        seal,
        now,
        by
    ]
}

async fn told(
    tx: &mut Tx,
    edition: &EditionId,
    (id, to): Between<'_>,
    what: HandOver<'_>,
    seal: &str,
    (by, now): (&str, i64),
) -> Result<(), StoreError> {
    let (version, day) = (what.version.to_string(), what.day.to_string());
    let facts = [
        ("edition", edition.as_str()),
        ("dispatch", id.as_str()),
        ("recipient", to.as_str()),
        ("version", &version),
        ("day", &day),
        ("seal", seal),
        ("by", by),
    ];
    journal::append(tx, now, "motion.handed_over", facts).await
}

fn recipient(row: &AnyRow) -> Result<Recipient, StoreError> {
    Ok(Recipient {
        id: RecipientId::new(text(row, "id")?),
        kind: code(row, "kind")?,
        name: text(row, "name")?,
        person: text(row, "person")?,
        address: text(row, "address")?,
        email: maybe(row, "email")?.map(|email| email.parse()).transpose()?,
        lang: code(row, "lang")?,
        retired: number::<u32>(row, "retired")? == 1,
    })
}

fn dispatch(row: &AnyRow) -> Result<Dispatch, StoreError> {
    Ok(Dispatch {
        id: DispatchId::new(text(row, "id")?),
        recipient: RecipientId::new(text(row, "recipient_id")?),
        version: number(row, "version")?,
        day: text(row, "day")?.parse()?,
        place: text(row, "place")?,
        delegation: text(row, "delegation")?,
        manner: code(row, "manner")?,
        seal: text(row, "seal")?,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        cancelled: row.try_get::<Option<i64>, _>("cancelled_at")?.is_some(),
    })
}

fn reminded(row: &AnyRow) -> Result<Reminded, StoreError> {
    Ok(Reminded {
        recipient: RecipientId::new(text(row, "recipient_id")?),
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
    })
}
