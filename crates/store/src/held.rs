//! Messages held until someone has checked them: kept, they become contributions; put aside, they are remembered by their identifier.

use crate::arrivals::{Arriving, Shipment};
use crate::bulk::{self, Value, row};
use crate::page::window;
use crate::read::{json, maybe, number, text};
use crate::submit::{Incoming, Stemmer, Tx, take_numbers};
use crate::{Page, Store, StoreError, journal};
use arobase_domain::contribution::storable;
use arobase_domain::{EditionId, NewContribution};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What was put aside can be taken back for so long, in milliseconds: thirty days. Its words are erased then.
pub const HELD_KEPT: i64 = 30 * 86_400_000;

const COLUMNS: [&str; 10] = [
    "id",
    "edition_id",
    "source",
    "source_id",
    "contribution",
    "received_at",
    "language",
    "sender",
    "beside",
    "held_at",
];

/// A message that waits for someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldMessage {
    /// Its identifier, UUID v7.
    pub id: String,
    /// What would be received.
    pub contribution: NewContribution,
    /// When it was written, in Unix milliseconds.
    pub received_at: i64,
    /// The address that it came from.
    pub sender: Option<String>,
    /// What it quoted and its signature.
    pub beside: Option<String>,
}

impl Store {
    /// The messages that wait, or those that were put aside, the oldest first.
    pub async fn held(&self, edition: &EditionId, put_aside: bool, page: u32) -> Result<Page<HeldMessage>, StoreError> {
        const WHERE: &str = "FROM held WHERE edition_id = $1 AND contribution <> ''
             AND CASE WHEN put_aside_at IS NULL THEN 0 ELSE 1 END = $2";
        let (limit, offset) = window(page);
        let (edition, aside) = (edition.as_str().to_owned(), i64::from(put_aside));
        let count = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT COUNT(*) AS total {WHERE}")));
        let total = self.one(count.bind(edition.clone()).bind(aside), |row| number(row, "total")).await?;
        let found = format!("SELECT * {WHERE} ORDER BY received_at, id LIMIT $3 OFFSET $4");
        let found = sqlx::query(sqlx::AssertSqlSafe(found)).bind(edition).bind(aside).bind(limit).bind(offset);
        Ok(Page { items: self.all(found, held).await?, number: page.max(1), total: total.unwrap_or(0) })
    }

    /// Makes a contribution of a message; its number, or nothing if it does not wait any more.
    pub async fn keep_held(
        &self,
        edition: &EditionId,
        id: &str,
        by: &str,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Option<u32>, StoreError> {
        let mut tx = self.begin().await?;
        // The place of the writer first, as every gesture that gives a number.
        let first = take_numbers(&mut tx, edition, 0).await?;
        let gone = sqlx::query("DELETE FROM held WHERE id = $1 AND edition_id = $2 AND contribution <> '' RETURNING *");
        let gone = gone.bind(id.to_owned()).bind(edition.as_str().to_owned()).fetch_optional(&mut *tx).await?;
        let Some(row) = gone else { return Ok(None) };
        let HeldMessage { contribution, received_at, sender, beside, .. } = held(&row)?;
        let incoming =
            Incoming { contribution, id: Uuid::try_parse(id).unwrap_or_default(), received_at, broken: None };
        let language = maybe(&row, "language")?;
        let arriving = vec![Arriving { source_id: text(&row, "source_id")?, incoming, language, sender, beside }];
        let source = text(&row, "source")?;
        let shipment = Shipment { source: &source, to_check: false, by: Some(by), arriving };
        self.receive(&mut tx, edition, shipment, first, stems, now).await?;
        tx.commit().await?;
        Ok(Some(first))
    }

    /// Puts a message aside; `false` if it does not wait any more.
    pub async fn put_aside(&self, edition: &EditionId, id: &str, by: &str, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let aside =
            sqlx::query("UPDATE held SET put_aside_at = $1 WHERE id = $2 AND edition_id = $3 AND put_aside_at IS NULL");
        let aside = aside.bind(now).bind(id.to_owned()).bind(edition.as_str().to_owned());
        if aside.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("message", id), ("by", by)];
        journal::append(&mut tx, now, "message.put_aside", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Erases the words of what was put aside long ago; how many messages.
    pub async fn forget_put_aside(&self, now: i64) -> Result<u64, StoreError> {
        let forgotten = sqlx::query(
            "UPDATE held SET contribution = '', sender = NULL, beside = NULL WHERE put_aside_at <= $1 AND contribution <> ''",
        );
        self.write(forgotten.bind(now - HELD_KEPT)).await
    }
}

/// Holds the messages of a file.
pub(crate) async fn hold(tx: &mut Tx, edition: &EditionId, shipment: Shipment<'_>, now: i64) -> Result<(), StoreError> {
    let Shipment { source, by, arriving, .. } = shipment;
    let count = arriving.len().to_string();
    let rows = arriving.into_iter().map(|one| waiting(edition, source, one, now)).collect::<Result<_, _>>()?;
    bulk::insert(tx, "held", &COLUMNS, rows).await?;
    let facts = [("edition", edition.as_str()), ("source", source), ("count", &count)];
    journal::append(tx, now, "messages.held", facts.into_iter().chain(by.map(|by| ("by", by)))).await
}

/// A message as the table has it.
fn waiting(edition: &EditionId, source: &str, one: Arriving, now: i64) -> Result<Vec<Value>, StoreError> {
    let Arriving { source_id, incoming, language, sender, beside } = one;
    let (id, received_at) = (incoming.id.to_string(), incoming.received_at);
    let contribution = serde_json::to_string(&incoming.contribution)?;
    let (sender, beside) = (sender.map(|sender| storable(&sender)), beside.map(|beside| storable(&beside)));
    Ok(row![id, edition.as_str(), source, source_id, contribution, received_at, language, sender, beside, now])
}

/// The identifiers of a source that are held, or were put aside.
pub(crate) async fn known(tx: &mut Tx, edition: &EditionId, source: &str) -> Result<BTreeSet<String>, StoreError> {
    let rows = sqlx::query("SELECT source_id FROM held WHERE edition_id = $1 AND source = $2")
        .bind(edition.as_str().to_owned())
        .bind(source.to_owned())
        .fetch_all(&mut **tx)
        .await?;
    rows.iter().map(|row| text(row, "source_id")).collect()
}

fn held(row: &AnyRow) -> Result<HeldMessage, StoreError> {
    Ok(HeldMessage {
        id: text(row, "id")?,
        contribution: json(row, "contribution")?,
        received_at: row.try_get("received_at")?,
        sender: maybe(row, "sender")?,
        beside: maybe(row, "beside")?,
    })
}
