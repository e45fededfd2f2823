//! The gestures that bring contributions in.

use crate::attachments::adopt;
use crate::drafts::{forget, seal};
use crate::read::number;
use crate::{Call, Store, StoreError, bulk, bulk::row, journal, search, signing};
use arobase_domain::contribution::storable;
use arobase_domain::{Author, EditionId, NewContribution, State};
use sqlx::{Any, Transaction};
use uuid::Uuid;

pub(crate) type Tx = Transaction<'static, Any>;

/// Gives the stems of a text, so that « vélos » is found by « vélo »; the caller's, because French is not the store's business.
pub type Stemmer<'a> = &'a (dyn Fn(&str) -> Vec<String> + Sync);

/// A contribution sent by a form.
#[derive(Debug, Clone, Copy)]
pub struct Submission<'a> {
    /// What was sent.
    pub contribution: &'a NewContribution,
    /// The token of the form: sending it again changes nothing, and it opens the author's own page. Its hash is kept.
    pub token: &'a str,
    /// Its identifier, UUID v7.
    pub id: Uuid,
    /// The member who enters it for someone else.
    pub by: Option<&'a str>,
    /// The letters to those who are said to sign beside.
    pub calls: &'a [Call<'a>],
}

/// The receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    /// Number of the contribution.
    pub number: u32,
    /// Whether the same form had been received before.
    pub already: bool,
}

/// A contribution that comes from a file or a sheaf of paper.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// What came.
    pub contribution: NewContribution,
    /// Its identifier, UUID v7.
    pub id: Uuid,
    /// When it was received, in Unix milliseconds.
    pub received_at: i64,
    /// Why it could not be read, if it could not: file, line, what was wrong.
    pub broken: Option<String>,
}

/// The numbers given to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Of the first contribution.
    pub first: u32,
    /// How many.
    pub count: u32,
}

impl Store {
    /// Receives a contribution: number, ledger, search and journal at once, on disk before the answer.
    pub async fn submit(
        &self,
        edition: &EditionId,
        sent: Submission<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Submitted, StoreError> {
        let mut tx = self.begin().await?;
        let submitted = self.accept(&mut tx, edition, sent, stems, now).await?;
        if submitted.already {
            tx.rollback().await?;
        } else {
            tx.commit().await?;
        }
        Ok(submitted)
    }

    /// The same inside a transaction, which the caller ends: to be undone when the form had been received before.
    pub(crate) async fn accept(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        sent: Submission<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Submitted, StoreError> {
        let sealed = seal(sent.token);
        // Taking the number first makes a second post of the same form wait for the first one, and then see it.
        let number = take_numbers(tx, edition, 1).await?;
        if let Some(number) = sent_before(tx, edition, &sealed).await? {
            return Ok(Submitted { number, already: true });
        }
        let incoming =
            Incoming { contribution: sent.contribution.clone(), id: sent.id, received_at: now, broken: None };
        self.keep(tx, edition, number, vec![(incoming, Some(sealed))], stems).await?;
        signing::call(tx, edition, number, 0, sent.calls, now).await?;
        forget(tx, edition, sent.token).await?;
        let facts = facts(edition, number, sent.contribution);
        let facts = facts.iter().map(|(name, value)| (*name, value.as_str()));
        journal::append(tx, now, "contribution.submitted", facts.chain(sent.by.map(|by| ("by", by)))).await?;
        adopt(tx, edition, number, sent.token, now).await?;
        Ok(Submitted { number, already: false })
    }

    /// Receives many contributions in one gesture, numbered in their order.
    pub async fn import(
        &self,
        edition: &EditionId,
        incoming: Vec<Incoming>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Imported, StoreError> {
        let count = u32::try_from(incoming.len())?;
        let mut tx = self.begin().await?;
        let first = take_numbers(&mut tx, edition, count).await?;
        let hash = sheaf_hash(&incoming);
        self.keep(&mut tx, edition, first, incoming.into_iter().map(|incoming| (incoming, None)).collect(), stems)
            .await?;
        let (from, many) = (first.to_string(), count.to_string());
        let facts = [("edition", edition.as_str()), ("first", &from), ("count", &many), ("texts", &hash)];
        journal::append(&mut tx, now, "contributions.imported", facts).await?;
        tx.commit().await?;
        self.recount().await?;
        Ok(Imported { first, count })
    }

    pub(crate) async fn keep(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        first: u32,
        incoming: Vec<(Incoming, Option<String>)>,
        stems: Stemmer<'_>,
    ) -> Result<(), StoreError> {
        let (mut rows, mut beside) = (Rows::default(), Vec::new());
        for (number, (mut incoming, token)) in (first..).zip(incoming) {
            beside.push((number, std::mem::take(&mut incoming.contribution.signers)));
            rows.add(edition, number, incoming, token, stems);
        }
        rows.insert(self, tx).await?;
        for (number, signers) in beside.iter().filter(|(_, signers)| !signers.is_empty()) {
            signing::add(tx, edition, *number, signers).await?;
        }
        Ok(())
    }
}

#[derive(Default)]
struct Rows {
    contributions: Vec<Vec<bulk::Value>>,
    authors: Vec<Vec<bulk::Value>>,
    authorships: Vec<Vec<bulk::Value>>,
    states: Vec<Vec<bulk::Value>>,
    stems: Vec<Vec<bulk::Value>>,
}

impl Rows {
    fn add(&mut self, edition: &EditionId, number: u32, incoming: Incoming, token: Option<String>, stems: Stemmer<'_>) {
        let Incoming { contribution: new, id, received_at, broken } = incoming;
        let id = id.to_string();
        if let Some(author) = new.author.filter(|author| !author.is_empty()) {
            self.sign(edition, number, &author, &id);
        }
        let (state, reason) =
            if broken.is_some() { (State::Broken, "broken_row") } else { (State::ToSort, "received") };
        self.states.push(row![
            edition.as_str(),
            number,
            state.as_str(),
            reason,
            broken.map_or_else(String::new, |why| storable(&why))
        ]);
        let words = format!("{} {}", new.title.as_deref().unwrap_or_default(), new.text);
        self.stems.push(row![edition.as_str(), number, search::document(&stems(&words))]);
        let title = new.title.map(|title| storable(&title));
        let channel = new.channel.as_str();
        self.contributions.push(row![
            id,
            edition.as_str(),
            number,
            channel,
            title,
            storable(&new.text),
            new.department,
            new.territory,
            new.source,
            token,
            received_at
        ]);
    }

    /// The same signature is the same author; someone without a name is nobody else than the author of this text.
    fn sign(&mut self, edition: &EditionId, number: u32, author: &Author, contribution: &str) {
        let id = author.key(edition).unwrap_or_else(|| contribution.to_owned());
        let Author { name, function, commune, named } = author;
        self.authors.push(row![id.as_str(), edition.as_str(), storable(name), storable(function), storable(commune)]);
        self.authorships.push(row![edition.as_str(), number, id, *named]);
    }

    async fn insert(self, store: &Store, tx: &mut Tx) -> Result<(), StoreError> {
        const CONTRIBUTION: [&str; 11] = [
            "id",
            "edition_id",
            "number",
            "channel",
            "title",
            "text",
            "department",
            "territory",
            "source",
            "token",
            "received_at",
        ];
        bulk::insert(tx, "contribution", &CONTRIBUTION, self.contributions).await?;
        authors(tx, self.authors, self.authorships).await?;
        bulk::insert(tx, "ledger", &["edition_id", "number", "state", "reason", "detail"], self.states).await?;
        search::index(store, tx, "contribution_search", &["edition_id", "number", "stems"], self.stems).await
    }
}

async fn authors(
    tx: &mut Tx,
    authors: Vec<Vec<bulk::Value>>,
    authorships: Vec<Vec<bulk::Value>>,
) -> Result<(), StoreError> {
    bulk::insert_new(tx, "author", &["id", "edition_id", "name", "function", "commune"], authors).await?;
    bulk::insert(tx, "authorship", &["edition_id", "number", "author_id", "named"], authorships).await
}

/// Signs a contribution that is there already and that nobody signs; `id` is its identifier.
pub(crate) async fn sign(
    tx: &mut Tx,
    edition: &EditionId,
    number: u32,
    author: &Author,
    id: &str,
) -> Result<(), StoreError> {
    let mut rows = Rows::default();
    rows.sign(edition, number, author, id);
    authors(tx, rows.authors, rows.authorships).await
}

/// The first of `count` numbers that follow the last one given.
pub(crate) async fn take_numbers(tx: &mut Tx, edition: &EditionId, count: u32) -> Result<u32, StoreError> {
    let taken = sqlx::query(
        "UPDATE edition SET last_number = last_number + $1 WHERE id = $2 RETURNING last_number - $1 + 1 AS first",
    )
    .bind(i64::from(count))
    .bind(edition.as_str().to_owned())
    .fetch_optional(&mut **tx)
    .await?;
    number(&taken.ok_or_else(|| StoreError::UnknownEdition(edition.clone()))?, "first")
}

async fn sent_before(tx: &mut Tx, edition: &EditionId, token: &str) -> Result<Option<u32>, StoreError> {
    let found = sqlx::query("SELECT number FROM contribution WHERE edition_id = $1 AND token = $2")
        .bind(edition.as_str().to_owned())
        .bind(token.to_owned())
        .fetch_optional(&mut **tx)
        .await?;
    found.map(|row| number(&row, "number")).transpose()
}

fn facts(edition: &EditionId, number: u32, new: &NewContribution) -> [(&'static str, String); 4] {
    [
        ("edition", edition.to_string()),
        ("number", number.to_string()),
        ("channel", new.channel.to_string()),
        ("text", blake3::hash(storable(&new.text).as_bytes()).to_hex().to_string()),
    ]
}

/// BLAKE3 of the BLAKE3 of each text, in order.
pub(crate) fn sheaf_hash(incoming: &[Incoming]) -> String {
    let mut hasher = blake3::Hasher::new();
    for one in incoming {
        hasher.update(blake3::hash(storable(&one.contribution.text).as_bytes()).as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
