//! What gestures write of those who sign beside, inside their transactions.

use crate::bulk::{self, row};
use crate::outbox;
use crate::read::{maybe, number};
use crate::submit::Tx;
use crate::tries::{self, Tries};
use crate::{Call, StoreError};
use arobase_domain::contribution::storable;
use arobase_domain::{Assent, Author, EditionId, Email, Signer};
use std::collections::BTreeSet;

/// Most letters of this kind to one address in a day.
const CALLS_A_DAY: u64 = 5;
/// A day, in milliseconds.
const DAY: i64 = 86_400_000;
/// What such letters are counted as.
const CALLED: &str = "called";

/// Adds those who sign; whoever signs already, first or beside, is passed over. The position before that of the first one given, and how many are new.
pub(crate) async fn add(
    tx: &mut Tx,
    edition: &EditionId,
    n: u32,
    signers: &[Signer],
) -> Result<(u32, u64), StoreError> {
    let (mut known, base) = present(tx, edition, n).await?;
    let (mut authors, mut rows) = (Vec::new(), Vec::new());
    for (position, signer) in (base + 1..).zip(signers) {
        let Some(key) = signer.author.key(edition).filter(|key| known.insert(key.clone())) else { continue };
        let Author { name, function, commune, .. } = &signer.author;
        authors.push(row![key.as_str(), edition.as_str(), storable(name), storable(function), storable(commune)]);
        let (territory, department) = (signer.territory.clone(), signer.department.clone());
        rows.push(row![edition.as_str(), n, position, key, territory, department, Assent::Waiting.as_str()]);
    }
    let added = rows.len() as u64;
    bulk::insert_new(tx, "author", &["id", "edition_id", "name", "function", "commune"], authors).await?;
    let columns = ["edition_id", "number", "position", "author_id", "territory", "department", "assent"];
    bulk::insert(tx, "cosigner", &columns, rows).await?;
    Ok((base, added))
}

/// Keys of everyone who signs, and the last position given.
async fn present(tx: &mut Tx, edition: &EditionId, n: u32) -> Result<(BTreeSet<String>, u32), StoreError> {
    let found = sqlx::query(
        "SELECT author_id, 0 AS position FROM authorship WHERE edition_id = $1 AND number = $2
         UNION ALL SELECT author_id, position FROM cosigner WHERE edition_id = $1 AND number = $2",
    );
    let (mut known, mut last) = (BTreeSet::new(), 0);
    for row in found.bind(edition.as_str().to_owned()).bind(i64::from(n)).fetch_all(&mut **tx).await? {
        known.extend(maybe(&row, "author_id")?);
        last = last.max(number(&row, "position")?);
    }
    Ok((known, last))
}

/// Writes to those who are asked. Nobody is written to who wants no letters, nor to an address that had enough of these today: they stay counted. How many letters leave.
pub(crate) async fn call(
    tx: &mut Tx,
    edition: &EditionId,
    n: u32,
    base: u32,
    calls: &[Call<'_>],
    now: i64,
) -> Result<u64, StoreError> {
    let mut left = 0;
    for one in calls {
        let tries = Tries { kind: CALLED, address: one.address, since: now - DAY };
        if stopped(tx, &one.mail.letter.to).await? || tries::times(tx, tries).await? >= CALLS_A_DAY {
            continue;
        }
        let linked =
            sqlx::query("UPDATE cosigner SET link = $4, member_id = (SELECT id FROM member WHERE email = $5 AND merged_into IS NULL)
                         WHERE edition_id = $1 AND number = $2 AND position = $3");
        let linked = linked.bind(edition.as_str().to_owned()).bind(i64::from(n));
        let linked = linked.bind(i64::from(base) + one.nth as i64 + 1).bind(one.digest.to_owned());
        let linked = linked.bind(one.mail.letter.to.as_str().to_owned());
        if linked.execute(&mut **tx).await?.rows_affected() == 1 {
            outbox::put(tx, &format!("called:{}", one.id), one.mail, Some(one.id), now).await?;
            tries::note(tx, tries, 1, now).await?;
            left += 1;
        }
    }
    Ok(left)
}

async fn stopped(tx: &mut Tx, email: &Email) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT id FROM member WHERE email = $1 AND stopped_at IS NOT NULL");
    Ok(found.bind(email.as_str().to_owned()).fetch_optional(&mut **tx).await?.is_some())
}

/// Keeps that there was someone, and nothing else of them.
pub(crate) async fn forget(tx: &mut Tx, edition: &EditionId, n: u32, position: u32) -> Result<(), StoreError> {
    let before = author_of(tx, edition, n, position).await?;
    let blank = sqlx::query(
        "UPDATE cosigner SET author_id = NULL, territory = NULL, department = NULL, link = NULL, member_id = NULL
         WHERE edition_id = $1 AND number = $2 AND position = $3",
    );
    let blank = blank.bind(edition.as_str().to_owned()).bind(i64::from(n)).bind(i64::from(position));
    blank.execute(&mut **tx).await?;
    unname(tx, before).await
}

/// Takes someone away; how many that was.
pub(crate) async fn remove(tx: &mut Tx, edition: &EditionId, n: u32, key: &str) -> Result<u64, StoreError> {
    let gone = sqlx::query("DELETE FROM cosigner WHERE edition_id = $1 AND number = $2 AND author_id = $3");
    let gone = gone.bind(edition.as_str().to_owned()).bind(i64::from(n)).bind(key.to_owned());
    let gone = gone.execute(&mut **tx).await?.rows_affected();
    unname(tx, Some(key.to_owned())).await?;
    Ok(gone)
}

/// Takes everyone away but those with one of these keys.
pub(crate) async fn keep_only(
    tx: &mut Tx,
    edition: &EditionId,
    n: u32,
    keys: &BTreeSet<String>,
) -> Result<(), StoreError> {
    let found = sqlx::query("SELECT author_id FROM cosigner WHERE edition_id = $1 AND number = $2");
    for row in found.bind(edition.as_str().to_owned()).bind(i64::from(n)).fetch_all(&mut **tx).await? {
        if let Some(key) = maybe(&row, "author_id")?.filter(|key| !keys.contains(key)) {
            remove(tx, edition, n, &key).await?;
        }
    }
    Ok(())
}

async fn author_of(tx: &mut Tx, edition: &EditionId, n: u32, position: u32) -> Result<Option<String>, StoreError> {
    let found = sqlx::query("SELECT author_id FROM cosigner WHERE edition_id = $1 AND number = $2 AND position = $3");
    let found = found.bind(edition.as_str().to_owned()).bind(i64::from(n)).bind(i64::from(position));
    found.fetch_optional(&mut **tx).await?.map(|row| maybe(&row, "author_id")).transpose().map(Option::flatten)
}

/// Forgets an author who signs nothing any more.
pub(crate) async fn unname(tx: &mut Tx, author: Option<String>) -> Result<(), StoreError> {
    let Some(author) = author else { return Ok(()) };
    let gone = sqlx::query(
        "DELETE FROM author WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM authorship WHERE author_id = $1)
             AND NOT EXISTS (SELECT 1 FROM cosigner WHERE author_id = $1)",
    );
    gone.bind(author).execute(&mut **tx).await?;
    Ok(())
}
