//! An author changes what they sent: the text that was is kept, and what the engine had read stays readable.

use crate::drafts::seal;
use crate::people::hold_edition;
use crate::read::{number, text};
use crate::submit::Tx;
use crate::{Stemmer, Store, StoreError, bulk, bulk::row, journal, masks, search};
use arobase_domain::contribution::storable;
use arobase_domain::masks::veiled;
use arobase_domain::{ContributionId, EditionId, Version};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// What an author changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision<'a> {
    /// The text from now on.
    pub text: &'a str,
    /// Whether the author agrees to be named beside it.
    pub named: bool,
}

impl Store {
    /// The number of the contribution that was sent with this token.
    pub async fn sent_with(&self, edition: &EditionId, token: &str) -> Result<Option<u32>, StoreError> {
        let found = sqlx::query("SELECT number FROM contribution WHERE edition_id = $1 AND token = $2");
        self.one(found.bind(edition.as_str().to_owned()).bind(seal(token)), |row| number(row, "number")).await
    }

    /// Replaces the text of a contribution and the consent to be named beside it. The same again changes nothing; another text waits « à classer », and the
    /// one before is kept.
    pub async fn revise(
        &self,
        edition: &EditionId,
        contribution: u32,
        revision: Revision<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        self.restate(&mut tx, edition, contribution, revision, stems, now).await?;
        Ok(tx.commit().await?)
    }

    /// The same inside a transaction that holds the edition.
    pub(crate) async fn restate(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        contribution: u32,
        revision: Revision<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        consent(tx, edition, contribution, revision.named, now).await?;
        let Some((title, before)) = present(tx, edition, contribution).await? else {
            return Err(StoreError::UnknownContribution(ContributionId::numbered(contribution)));
        };
        let after = storable(revision.text);
        if after == before {
            return Ok(());
        }
        let version = keep(tx, edition, contribution, before, now).await?;
        replace(tx, edition, contribution, &after).await?;
        // What is masked stays so when the rest changes.
        let (id, masks) = (ContributionId::numbered(contribution), masks::shown(tx, edition).await?);
        let words = veiled(&masks, &id, &format!("{} {after}", title.unwrap_or_default()));
        self.find_again(tx, edition, contribution, search::document(&stems(&words))).await?;
        let (number, version) = (contribution.to_string(), version.to_string());
        let hash = blake3::hash(after.as_bytes()).to_hex().to_string();
        let facts = [("edition", edition.as_str()), ("number", &number), ("version", &version), ("text", &hash)];
        journal::append(tx, now, "contribution.revised", facts).await
    }

    /// The texts that a contribution had before, the first one first.
    pub async fn versions(&self, edition: &EditionId, contribution: u32) -> Result<Vec<Version>, StoreError> {
        let found = sqlx::query(
            "SELECT version, text, replaced_at FROM contribution_version WHERE edition_id = $1 AND number = $2 ORDER BY version",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(i64::from(contribution)), version).await
    }

    /// Whether its author agreed to be named beside a contribution; `None` if nobody signed it.
    pub async fn named(&self, edition: &EditionId, contribution: u32) -> Result<Option<bool>, StoreError> {
        let found = sqlx::query("SELECT named FROM authorship WHERE edition_id = $1 AND number = $2");
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(contribution));
        self.one(found, |row| Ok::<_, StoreError>(row.try_get::<i64, _>("named")? == 1)).await
    }

    /// Has the search find a contribution by these words, and by no others.
    pub(crate) async fn find_again(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        n: u32,
        words: String,
    ) -> Result<(), StoreError> {
        let gone = sqlx::query("DELETE FROM contribution_search WHERE edition_id = $1 AND number = $2");
        gone.bind(edition.as_str().to_owned()).bind(i64::from(n)).execute(&mut **tx).await?;
        let found = vec![row![edition.as_str(), n, words]];
        search::index(self, tx, "contribution_search", &["edition_id", "number", "stems"], found).await
    }
}

/// The title and the text of a contribution, if the edition has it.
pub(crate) async fn present(
    tx: &mut Tx,
    edition: &EditionId,
    n: u32,
) -> Result<Option<(Option<String>, String)>, StoreError> {
    let found = sqlx::query("SELECT title, text FROM contribution WHERE edition_id = $1 AND number = $2");
    let found = found.bind(edition.as_str().to_owned()).bind(i64::from(n)).fetch_optional(&mut **tx).await?;
    found.map(|row| Ok((crate::read::maybe(&row, "title")?, text(&row, "text")?))).transpose()
}

/// Keeps the text that was; its version.
async fn keep(tx: &mut Tx, edition: &EditionId, n: u32, before: String, now: i64) -> Result<u32, StoreError> {
    let last = sqlx::query("SELECT COUNT(*) AS total FROM contribution_version WHERE edition_id = $1 AND number = $2");
    let last = last.bind(edition.as_str().to_owned()).bind(i64::from(n)).fetch_one(&mut **tx).await?;
    let version = number::<u32>(&last, "total")? + 1;
    let columns = ["edition_id", "number", "version", "text", "replaced_at"];
    bulk::insert(tx, "contribution_version", &columns, vec![row![edition.as_str(), n, version, before, now]]).await?;
    Ok(version)
}

async fn replace(tx: &mut Tx, edition: &EditionId, n: u32, after: &str) -> Result<(), StoreError> {
    let of = |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(i64::from(n));
    of("UPDATE contribution SET text = $3 WHERE edition_id = $1 AND number = $2")
        .bind(after.to_owned())
        .execute(&mut **tx)
        .await?;
    of("UPDATE ledger SET state = 'to_sort', reason = 'revised', detail = '', run_id = NULL WHERE edition_id = $1 AND number = $2")
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Records the consent when it changes; nothing to record for a text that nobody signed.
async fn consent(tx: &mut Tx, edition: &EditionId, n: u32, named: bool, now: i64) -> Result<(), StoreError> {
    let changed = sqlx::query("UPDATE authorship SET named = $3 WHERE edition_id = $1 AND number = $2 AND named <> $3");
    let changed = changed.bind(edition.as_str().to_owned()).bind(i64::from(n)).bind(i64::from(named));
    if changed.execute(&mut **tx).await?.rows_affected() == 0 {
        return Ok(());
    }
    let (number, named) = (n.to_string(), if named { "yes" } else { "no" });
    let facts = [("edition", edition.as_str()), ("number", &number), ("named", named)];
    journal::append(tx, now, "contribution.consent", facts).await
}

fn version(row: &AnyRow) -> Result<Version, StoreError> {
    Ok(Version { number: number(row, "version")?, text: text(row, "text")?, replaced_at: row.try_get("replaced_at")? })
}
