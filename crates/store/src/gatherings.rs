//! What was said together: a gathering and its contributions come in one gesture.

use crate::drafts::seal;
use crate::read::{code, maybe, number, text};
use crate::submit::{Incoming, Stemmer, Tx, sheaf_hash, take_numbers};
use crate::{Imported, Store, StoreError, bulk, bulk::row, journal};
use arobase_domain::{EditionId, Gathering, NewContribution};
use sqlx::any::AnyRow;
use uuid::Uuid;

/// A sheet about to be kept.
#[derive(Debug, Clone)]
pub struct Held<'a> {
    /// What is known of it.
    pub gathering: &'a Gathering,
    /// What was said, each with its identifier, UUID v7.
    pub said: Vec<(NewContribution, Uuid)>,
    /// The token of the form: sending it again changes nothing.
    pub token: &'a str,
    /// The member who enters it.
    pub by: &'a str,
}

impl Store {
    /// Keeps a gathering and everything said there, numbered in order; sent twice, it is kept once.
    pub async fn hold(
        &self,
        edition: &EditionId,
        held: Held<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Imported, StoreError> {
        let (mut tx, sealed) = (self.begin().await?, seal(held.token));
        let count = u32::try_from(held.said.len())?;
        let first = take_numbers(&mut tx, edition, count).await?;
        if let Some(before) = kept_before(&mut tx, edition, &sealed).await? {
            tx.rollback().await?;
            return Ok(before);
        }
        let incoming = |(contribution, id)| Incoming { contribution, id, received_at: now, broken: None };
        let incoming: Vec<Incoming> = held.said.into_iter().map(incoming).collect();
        let texts = sheaf_hash(&incoming);
        self.keep(&mut tx, edition, first, incoming.into_iter().map(|one| (one, None)).collect(), stems).await?;
        put(&mut tx, edition, Imported { first, count }, &sealed, held.gathering, now).await?;
        let (from, many, channel) = (first.to_string(), count.to_string(), held.gathering.channel);
        let facts = [("edition", edition.as_str()), ("channel", channel.as_str()), ("first", &from), ("count", &many)];
        let facts = facts.into_iter().chain([("texts", texts.as_str()), ("by", held.by)]);
        journal::append(&mut tx, now, "gathering.entered", facts).await?;
        tx.commit().await?;
        Ok(Imported { first, count })
    }

    /// The gathering where a contribution was made, if it was made at one.
    pub async fn gathering_of(&self, edition: &EditionId, number: u32) -> Result<Option<Gathering>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM gathering WHERE edition_id = $1 AND first <= $2 AND first + count > $2 ORDER BY first DESC LIMIT 1",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(i64::from(number)), gathering).await
    }

    /// The numbers given to what was sent with this token.
    pub async fn held_with(&self, edition: &EditionId, token: &str) -> Result<Option<Imported>, StoreError> {
        let found = sqlx::query("SELECT first, count FROM gathering WHERE edition_id = $1 AND token = $2");
        self.one(found.bind(edition.as_str().to_owned()).bind(seal(token)), numbers).await
    }
}

async fn kept_before(tx: &mut Tx, edition: &EditionId, sealed: &str) -> Result<Option<Imported>, StoreError> {
    let found = sqlx::query("SELECT first, count FROM gathering WHERE edition_id = $1 AND token = $2")
        .bind(edition.as_str().to_owned())
        .bind(sealed.to_owned())
        .fetch_optional(&mut **tx)
        .await?;
    found.as_ref().map(numbers).transpose()
}

async fn put(
    tx: &mut Tx,
    edition: &EditionId,
    numbers: Imported,
    sealed: &str,
    gathering: &Gathering,
    now: i64,
) -> Result<(), StoreError> {
    const COLUMNS: [&str; 11] =
        ["edition_id", "first", "count", "token", "channel", "name", "place", "day", "hosts", "present", "entered_at"];
    let Gathering { channel, name, place, day, hosts, present } = gathering;
    let row = row![
        edition.as_str(),
        numbers.first,
        numbers.count,
        sealed,
        channel.as_str(),
        name.as_str(),
        place.as_str(),
        day.clone(),
        hosts.as_str(),
        present.map(i64::from),
        now
    ];
    bulk::insert(tx, "gathering", &COLUMNS, vec![row]).await
}

fn numbers(row: &AnyRow) -> Result<Imported, StoreError> {
    Ok(Imported { first: number(row, "first")?, count: number(row, "count")? })
}

fn gathering(row: &AnyRow) -> Result<Gathering, StoreError> {
    let present: Option<i64> = sqlx::Row::try_get(row, "present")?;
    Ok(Gathering {
        channel: code(row, "channel")?,
        name: text(row, "name")?,
        place: text(row, "place")?,
        day: maybe(row, "day")?,
        hosts: text(row, "hosts")?,
        present: present.map(u32::try_from).transpose()?,
    })
}
