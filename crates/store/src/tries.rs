//! What may be tried only so often: counted by a keyed digest of where it comes from, or of whom it is for.

use crate::bulk::{self, row};
use crate::read::number;
use crate::submit::Tx;
use crate::{Store, StoreError};

/// Nothing is remembered longer, in milliseconds: a day.
const KEPT: i64 = 86_400_000;

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries<'a> {
    /// What: counts of one kind tell nothing of another.
    pub kind: &'a str,
    /// Keyed digest of where it comes from, or of whom it is for.
    pub address: &'a str,
    /// It counts from this instant on, in Unix milliseconds.
    pub since: i64,
}

impl Store {
    /// How many times it was tried.
    pub async fn tried(&self, tries: Tries<'_>) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let times = times(&mut tx, tries).await?;
        tx.commit().await?;
        Ok(times)
    }

    /// Notes that it was tried so many times more. What was tried long ago is forgotten.
    pub async fn note_tries(&self, tries: Tries<'_>, times: u64, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM tried WHERE at < $1").bind(now - KEPT).execute(&mut *tx).await?;
        note(&mut tx, tries, times, now).await?;
        Ok(tx.commit().await?)
    }
}

pub(crate) async fn times(tx: &mut Tx, Tries { kind, address, since }: Tries<'_>) -> Result<u64, StoreError> {
    let counted = sqlx::query(
        "SELECT CAST(COALESCE(SUM(times), 0) AS BIGINT) AS total FROM tried WHERE kind = $1 AND address = $2 AND at >= $3",
    );
    let counted = counted.bind(kind.to_owned()).bind(address.to_owned()).bind(since);
    number(&counted.fetch_one(&mut **tx).await?, "total")
}

pub(crate) async fn note(tx: &mut Tx, tries: Tries<'_>, times: u64, now: i64) -> Result<(), StoreError> {
    let row = row![tries.kind, tries.address, times, now];
    bulk::insert(tx, "tried", &["kind", "address", "times", "at"], vec![row]).await
}
