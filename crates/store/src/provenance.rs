//! Where contributions come from, as far as anyone may know.

use crate::read::{code, maybe, number};
use crate::{Store, StoreError};
use arobase_domain::{Channel, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// What may be said in public of where a contribution comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Number of the contribution.
    pub number: u32,
    /// How it came.
    pub channel: Channel,
    /// Code of the département, if known.
    pub department: Option<String>,
    /// The commune, as typed; only of an author who agreed to be named.
    pub commune: Option<String>,
    /// When, in Unix milliseconds.
    pub received_at: i64,
}

impl Store {
    /// The provenance of every contribution, by number.
    pub async fn provenances(&self, edition: &EditionId) -> Result<Vec<Provenance>, StoreError> {
        let found = sqlx::query(
            "SELECT c.number, c.channel, c.department, c.received_at, a.commune
             FROM contribution c
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE c.edition_id = $1 ORDER BY c.number",
        );
        self.all(found.bind(edition.as_str().to_owned()), provenance).await
    }
}

fn provenance(row: &AnyRow) -> Result<Provenance, StoreError> {
    Ok(Provenance {
        number: number(row, "number")?,
        channel: code(row, "channel")?,
        department: maybe(row, "department")?,
        commune: maybe(row, "commune")?.filter(|commune| !commune.is_empty()),
        received_at: row.try_get("received_at")?,
    })
}
