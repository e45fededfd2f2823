//! Those who contributed to an edition and agreed to be named.

use crate::read::text;
use crate::{Store, StoreError};
use arobase_domain::{Author, EditionId};
use sqlx::any::AnyRow;

impl Store {
    /// Everyone who signed and agreed to be named, first or beside, once each, by name.
    pub async fn contributors(&self, edition: &EditionId) -> Result<Vec<Author>, StoreError> {
        let found = sqlx::query(
            "SELECT DISTINCT a.name, a.function, a.commune FROM author a
             WHERE a.name <> '' AND (a.id IN (SELECT w.author_id FROM authorship w WHERE w.edition_id = $1 AND w.named = 1)
                OR a.id IN (SELECT k.author_id FROM cosigner k WHERE k.edition_id = $1 AND k.assent = 'named'))
             ORDER BY a.name, a.commune, a.function",
        );
        self.all(found.bind(edition.as_str().to_owned()), author).await
    }
}

fn author(row: &AnyRow) -> Result<Author, StoreError> {
    Ok(Author {
        name: text(row, "name")?,
        function: text(row, "function")?,
        commune: text(row, "commune")?,
        named: true,
    })
}
