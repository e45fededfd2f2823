//! Contributions, read back whole.

use crate::read::{self, code, maybe, number, text};
use crate::{Material, Store, StoreError};
use arobase_domain::{Contribution, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

impl Store {
    /// The contribution with this number.
    pub async fn contribution(
        &self,
        edition: &EditionId,
        contribution: u32,
    ) -> Result<Option<Contribution>, StoreError> {
        let found = sqlx::query(
            "SELECT c.edition_id, c.number, c.channel, c.title, c.text AS raw, c.department, c.source, c.received_at,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM contribution c
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE c.edition_id = $1 AND c.number = $2",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(i64::from(contribution)), read::contribution).await
    }

    /// Everything that a run reads, by number. Authors are told apart without being named.
    pub async fn materials(&self, edition: &EditionId) -> Result<Vec<Material>, StoreError> {
        let found = sqlx::query(
            "SELECT c.number, c.channel, c.title, c.text, c.received_at, a.commune, CASE WHEN a.name <> '' THEN a.id END AS author,
                    CASE WHEN l.state = 'broken' THEN l.detail END AS broken
             FROM contribution c
             JOIN ledger l ON l.edition_id = c.edition_id AND l.number = c.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number
             LEFT JOIN author a ON a.id = w.author_id
             WHERE c.edition_id = $1 ORDER BY c.number",
        );
        let mut materials = self.all(found.bind(edition.as_str().to_owned()), material).await?;
        let mut signatures = self.signatures(edition).await?;
        for one in &mut materials {
            one.others = signatures.remove(&one.number).unwrap_or_default();
        }
        Ok(materials)
    }
}

fn material(row: &AnyRow) -> Result<Material, StoreError> {
    Ok(Material {
        number: number(row, "number")?,
        title: maybe(row, "title")?,
        text: text(row, "text")?,
        author: maybe(row, "author")?,
        territory: maybe(row, "commune")?.filter(|commune| !commune.is_empty()),
        channel: code(row, "channel")?,
        received_at: row.try_get("received_at")?,
        broken: maybe(row, "broken")?,
        others: Vec::new(),
    })
}
