//! A sheet keyed by a second person: where both agree nothing changes, else what the second one settled holds.

use crate::bulk;
use crate::people::hold_edition;
use crate::read::{number, text};
use crate::submit::{Tx, sign};
use crate::{Call, Revision, Stemmer, Store, StoreError, journal, signing};
use arobase_domain::{EditionId, NewContribution};

/// What the second person says is on the sheet.
#[derive(Debug, Clone, Copy)]
pub struct Settlement<'a> {
    /// Number of the sheet.
    pub sheet: u32,
    /// What is on it.
    pub contribution: &'a NewContribution,
    /// Fields that the first person had keyed otherwise.
    pub differences: u32,
    /// Who settles.
    pub by: &'a str,
    /// The letters to those who are said to sign beside.
    pub calls: &'a [Call<'a>],
}

impl Store {
    /// Settles a sheet that waited to be keyed again; the number of its contribution, or `None` if it does not wait for this person.
    pub async fn settle_sheet(
        &self,
        edition: &EditionId,
        settled: Settlement<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<Option<u32>, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let Some(n) = close(&mut tx, edition, settled, now).await? else {
            tx.rollback().await?;
            return Ok(None);
        };
        if settled.differences > 0 {
            place(&mut tx, edition, n, settled.contribution).await?;
            beside(&mut tx, edition, n, settled, now).await?;
            let named = settled.contribution.author.as_ref().is_some_and(|author| author.named);
            let revision = Revision { text: &settled.contribution.text, named };
            self.restate(&mut tx, edition, n, revision, stems, now).await?;
        }
        let (sheet, number, many) = (settled.sheet.to_string(), n.to_string(), settled.differences.to_string());
        let facts = [("edition", edition.as_str()), ("sheet", &sheet), ("number", &number), ("differences", &many)];
        journal::append(&mut tx, now, "sheet.checked", facts.into_iter().chain([("by", settled.by)])).await?;
        tx.commit().await?;
        Ok(Some(n))
    }
}

/// Notes that the sheet has been keyed again, and forgets what the first person keyed.
async fn close(tx: &mut Tx, edition: &EditionId, settled: Settlement<'_>, now: i64) -> Result<Option<u32>, StoreError> {
    let closed = sqlx::query(
        "UPDATE sheet SET fields = '', checked_by = $3, checked_at = $4, differences = $5
         WHERE edition_id = $1 AND sheet = $2 AND fields <> '' AND keyed_by <> $3 RETURNING number",
    );
    let closed = closed.bind(edition.as_str().to_owned()).bind(i64::from(settled.sheet)).bind(settled.by.to_owned());
    let closed = closed.bind(now).bind(i64::from(settled.differences)).fetch_optional(&mut **tx).await?;
    closed.map(|row| number(&row, "number")).transpose()
}

/// Those who sign beside, anew: whoever was there and is on the sheet stays as they answered.
pub(crate) async fn beside(
    tx: &mut Tx,
    edition: &EditionId,
    n: u32,
    settled: Settlement<'_>,
    now: i64,
) -> Result<(), StoreError> {
    let read = &settled.contribution.signers;
    signing::keep_only(tx, edition, n, &read.iter().filter_map(|one| one.author.key(edition)).collect()).await?;
    let (base, _) = signing::add(tx, edition, n, read).await?;
    signing::call(tx, edition, n, base, settled.calls, now).await.map(drop)
}

/// Who signs and from where, anew; an author whom nothing else names goes.
async fn place(tx: &mut Tx, edition: &EditionId, n: u32, new: &NewContribution) -> Result<(), StoreError> {
    let of = |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(i64::from(n));
    let moved = of(
        "UPDATE contribution SET department = $3, territory = $4 WHERE edition_id = $1 AND number = $2 RETURNING id",
    );
    let moved = bulk::bind(bulk::bind(moved, new.department.clone().into()), new.territory.clone().into());
    let id = text(&moved.fetch_one(&mut **tx).await?, "id")?;
    if let Some(gone) = of("DELETE FROM authorship WHERE edition_id = $1 AND number = $2 RETURNING author_id")
        .fetch_optional(&mut **tx)
        .await?
    {
        signing::unname(tx, Some(text(&gone, "author_id")?)).await?;
    }
    match new.author.as_ref().filter(|author| !author.is_empty()) {
        Some(author) => sign(tx, edition, n, author, &id).await,
        None => Ok(()),
    }
}
