//! Paper forms: numbered once and for all when they are printed, keyed once.

use crate::bulk::{self, row};
use crate::people::hold_edition;
use crate::read::{json, number, text};
use crate::submit::Tx;
use crate::{Stemmer, Store, StoreError, Submission, journal};
use arobase_domain::{Draft, EditionId, MemberId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// Most sheaves that a list shows.
const SHOWN: i64 = 30;

/// Sheets to print.
#[derive(Debug, Clone, Copy)]
pub struct NewSheaf<'a> {
    /// How many.
    pub sheets: u32,
    /// Where they will lie, as printed on each; may be empty.
    pub place: &'a str,
    /// Whether two people key each of them.
    pub twice: bool,
    /// The token of the form: asked for again, it changes nothing.
    pub token: &'a str,
    /// Who asks.
    pub by: &'a MemberId,
}

/// Sheets printed together, numbered in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheaf {
    /// Number of the first.
    pub first: u32,
    /// How many.
    pub sheets: u32,
    /// Where they lie; may be empty.
    pub place: String,
    /// Whether two people key each of them.
    pub twice: bool,
    /// When they were numbered, in Unix milliseconds.
    pub made_at: i64,
    /// How many have been keyed.
    pub keyed: u32,
    /// How many of them wait to be keyed by a second person.
    pub waiting: u32,
}

/// A sheet that someone keys.
#[derive(Debug, Clone, Copy)]
pub struct Keying<'a> {
    /// Its number.
    pub sheet: u32,
    /// What is on it, as keyed.
    pub fields: &'a Draft,
    /// What it becomes.
    pub sent: Submission<'a>,
}

/// What keying a sheet gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keyed {
    /// It is received under this number.
    Received(u32),
    /// No sheet with this number was printed.
    Unknown,
    /// It was keyed before, under this number.
    Before(u32),
    /// Someone else keyed it before, and it waits to be keyed again: what they keyed.
    Again(u32, Box<Draft>),
}

impl Sheaf {
    /// Number of the last.
    pub fn last(&self) -> u32 {
        self.first + self.sheets.saturating_sub(1)
    }
}

impl Store {
    /// Numbers sheets to print, after those that there are; the number of the first.
    pub async fn make_sheaf(&self, edition: &EditionId, new: NewSheaf<'_>, now: i64) -> Result<u32, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        if let Some(first) = made_before(&mut tx, edition, new.token).await? {
            tx.rollback().await?;
            return Ok(first);
        }
        let first = next_sheet(&mut tx, edition).await?;
        let NewSheaf { sheets, place, twice, token, by } = new;
        let row = row![edition.as_str(), first, sheets, place, twice, token, by.as_str(), now];
        let columns = ["edition_id", "first", "sheets", "place", "twice", "token", "made_by", "made_at"];
        bulk::insert(&mut tx, "sheaf", &columns, vec![row]).await?;
        let (from, many) = (first.to_string(), sheets.to_string());
        let facts = [("edition", edition.as_str()), ("first", &from), ("sheets", &many), ("by", by.as_str())];
        journal::append(&mut tx, now, "sheets.printed", facts).await?;
        tx.commit().await?;
        Ok(first)
    }

    /// The latest sheaves first.
    pub async fn sheaves(&self, edition: &EditionId) -> Result<Vec<Sheaf>, StoreError> {
        let found = sqlx::query(
            "SELECT s.first, s.sheets, s.place, s.twice, s.made_at, COUNT(k.sheet) AS keyed,
                    SUM(CASE WHEN k.fields <> '' THEN 1 ELSE 0 END) AS waiting
             FROM sheaf s LEFT JOIN sheet k ON k.edition_id = s.edition_id AND k.sheet >= s.first AND k.sheet < s.first + s.sheets
             WHERE s.edition_id = $1
             GROUP BY s.first, s.sheets, s.place, s.twice, s.made_at ORDER BY s.first DESC LIMIT $2",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(SHOWN), sheaf).await
    }

    /// The sheaf that holds this sheet.
    pub async fn sheaf_of(&self, edition: &EditionId, sheet: u32) -> Result<Option<Sheaf>, StoreError> {
        let found = sqlx::query(
            "SELECT s.first, s.sheets, s.place, s.twice, s.made_at, COUNT(k.sheet) AS keyed,
                    SUM(CASE WHEN k.fields <> '' THEN 1 ELSE 0 END) AS waiting
             FROM sheaf s LEFT JOIN sheet k ON k.edition_id = s.edition_id AND k.sheet >= s.first AND k.sheet < s.first + s.sheets
             WHERE s.edition_id = $1 AND s.first <= $2 AND $2 < s.first + s.sheets
             GROUP BY s.first, s.sheets, s.place, s.twice, s.made_at",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(i64::from(sheet)), sheaf).await
    }

    /// Receives what is written on a sheet, unless it was received before; the same form sent again changes nothing.
    pub async fn key_sheet(
        &self,
        edition: &EditionId,
        keying: Keying<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Keyed, StoreError> {
        let mut tx = self.begin().await?;
        match self.key(&mut tx, edition, keying, stems, now).await? {
            Ok(number) => {
                tx.commit().await?;
                Ok(Keyed::Received(number))
            }
            Err(keyed) => {
                tx.rollback().await?;
                Ok(keyed)
            }
        }
    }

    /// The number it is received under, or why what this wrote is to be undone.
    async fn key(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        Keying { sheet, fields, sent }: Keying<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Result<u32, Keyed>, StoreError> {
        let submitted = self.accept(tx, edition, sent, stems, now).await?;
        if submitted.already {
            return Ok(Err(Keyed::Received(submitted.number)));
        }
        let Some(twice) = printed(tx, edition, sheet).await? else { return Ok(Err(Keyed::Unknown)) };
        let by = sent.by.unwrap_or_default();
        if let Some(before) = keyed(tx, edition, sheet, by).await? {
            return Ok(Err(before));
        }
        let fields = if twice { serde_json::to_string(fields)? } else { String::new() };
        let columns = ["edition_id", "sheet", "number", "fields", "keyed_by", "keyed_at"];
        let row = row![edition.as_str(), sheet, submitted.number, fields, by, now];
        bulk::insert(tx, "sheet", &columns, vec![row]).await?;
        let (sheet, number) = (sheet.to_string(), submitted.number.to_string());
        let facts = [("edition", edition.as_str()), ("sheet", &sheet), ("number", &number)];
        journal::append(tx, now, "sheet.keyed", facts).await?;
        Ok(Ok(submitted.number))
    }
}

/// Whoever reads this number holds the edition, so that nobody else takes it.
async fn next_sheet(tx: &mut Tx, edition: &EditionId) -> Result<u32, StoreError> {
    let next = sqlx::query("SELECT COALESCE(MAX(first + sheets), 1) AS next FROM sheaf WHERE edition_id = $1");
    number(&next.bind(edition.as_str().to_owned()).fetch_one(&mut **tx).await?, "next")
}

async fn made_before(tx: &mut Tx, edition: &EditionId, token: &str) -> Result<Option<u32>, StoreError> {
    let found = sqlx::query("SELECT first FROM sheaf WHERE edition_id = $1 AND token = $2");
    let found = found.bind(edition.as_str().to_owned()).bind(token.to_owned()).fetch_optional(&mut **tx).await?;
    found.map(|row| number(&row, "first")).transpose()
}

/// Whether two people key this sheet; `None` if it was never printed.
async fn printed(tx: &mut Tx, edition: &EditionId, sheet: u32) -> Result<Option<bool>, StoreError> {
    let found = sqlx::query("SELECT twice FROM sheaf WHERE edition_id = $1 AND first <= $2 AND $2 < first + sheets");
    let found = found.bind(edition.as_str().to_owned()).bind(i64::from(sheet)).fetch_optional(&mut **tx).await?;
    Ok(found.map(|row| row.try_get::<i64, _>("twice")).transpose()?.map(|twice| twice != 0))
}

async fn keyed(tx: &mut Tx, edition: &EditionId, sheet: u32, by: &str) -> Result<Option<Keyed>, StoreError> {
    let found = sqlx::query("SELECT number, fields, keyed_by FROM sheet WHERE edition_id = $1 AND sheet = $2");
    let found = found.bind(edition.as_str().to_owned()).bind(i64::from(sheet)).fetch_optional(&mut **tx).await?;
    let Some(row) = found else { return Ok(None) };
    let (number, waits) = (number(&row, "number")?, !text(&row, "fields")?.is_empty());
    let other = text(&row, "keyed_by")? != by;
    Ok(Some(if waits && other { Keyed::Again(number, Box::new(json(&row, "fields")?)) } else { Keyed::Before(number) }))
}

fn sheaf(row: &AnyRow) -> Result<Sheaf, StoreError> {
    Ok(Sheaf {
        first: number(row, "first")?,
        sheets: number(row, "sheets")?,
        place: text(row, "place")?,
        twice: row.try_get::<i64, _>("twice")? != 0,
        made_at: row.try_get("made_at")?,
        keyed: number(row, "keyed")?,
        waiting: number(row, "waiting")?,
    })
}
