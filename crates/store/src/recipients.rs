//! Who is told by post what became of their contribution.

use crate::read::{number, text};
use crate::{Store, StoreError};
use arobase_domain::{Author, EditionId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// Most that one document tells.
const AT_ONCE: i64 = 500;

/// A contribution that did not come by the site, and whoever sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Its number.
    pub number: u32,
    /// Who signed, agreed to be named or not: for what is sent to them, and for nothing else.
    pub author: Option<Author>,
}

impl Store {
    /// The contributions between two numbers, both included, that came by another way than the site or a file; the first 500.
    pub async fn recipients(&self, edition: &EditionId, from: u32, to: u32) -> Result<Vec<Recipient>, StoreError> {
        let found = sqlx::query(
            "SELECT c.number, a.name, a.function, a.commune, s.named FROM contribution c
             LEFT JOIN authorship s ON s.edition_id = c.edition_id AND s.number = c.number
             LEFT JOIN author a ON a.id = s.author_id
             WHERE c.edition_id = $1 AND c.number >= $2 AND c.number <= $3 AND c.channel NOT IN ('online', 'import')
             ORDER BY c.number LIMIT $4",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(from)).bind(i64::from(to)).bind(AT_ONCE);
        self.all(found, recipient).await
    }
}

fn recipient(row: &AnyRow) -> Result<Recipient, StoreError> {
    let signed = row.try_get::<Option<i64>, _>("named")?;
    let author = |named: i64| {
        Ok::<_, StoreError>(Author {
            name: text(row, "name")?,
            function: text(row, "function")?,
            commune: text(row, "commune")?,
            named: named == 1,
        })
    };
    Ok(Recipient { number: number(row, "number")?, author: signed.map(author).transpose()? })
}
