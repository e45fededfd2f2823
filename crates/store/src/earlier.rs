//! What the editions before one proposed, as they published it.

use crate::read::text;
use crate::{Store, StoreError};
use arobase_domain::{EditionId, PropositionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// A proposition of an earlier edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The edition's name in URLs.
    pub slug: String,
    /// The edition's name.
    pub edition: String,
    /// When its congress was, in Unix milliseconds.
    pub congress_date: i64,
    /// The proposition.
    pub id: PropositionId,
    /// Its words.
    pub text: String,
}

impl Store {
    /// The propositions that published editions with an earlier congress show, the latest edition first; those of the annex left out.
    pub async fn earlier_propositions(&self, edition: &EditionId) -> Result<Vec<Earlier>, StoreError> {
        let found = sqlx::query(
            "SELECT e.slug, e.name, e.congress_date, p.id, p.text
             FROM edition here
             JOIN edition e ON e.congress_date < here.congress_date AND e.published = 1
             JOIN proposition p ON p.run_id = e.run_id AND p.rank <> 'weak_signal'
             WHERE here.id = $1 ORDER BY e.congress_date DESC, e.id, p.position",
        );
        self.all(found.bind(edition.as_str().to_owned()), earlier).await
    }
}

fn earlier(row: &AnyRow) -> Result<Earlier, StoreError> {
    Ok(Earlier {
        slug: text(row, "slug")?,
        edition: text(row, "name")?,
        congress_date: row.try_get("congress_date")?,
        id: PropositionId::new(text(row, "id")?),
        text: text(row, "text")?,
    })
}
