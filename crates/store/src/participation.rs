//! Who takes part, from where.

use crate::read::{maybe, number};
use crate::{Store, StoreError};
use arobase_domain::EditionId;
use sqlx::any::AnyRow;

/// How many people took part from one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turnout {
    /// Code of the territory, where it is known.
    pub territory: Option<String>,
    /// Code of the département, where it is known.
    pub department: Option<String>,
    /// People: those who signed with the same name, function and place are one, each contribution without a name is another.
    pub people: u64,
}

impl Store {
    /// How many people took part from each place, those who sign beside others included, in the order of the codes. A row that could not be read is nobody.
    pub async fn turnout(&self, edition: &EditionId) -> Result<Vec<Turnout>, StoreError> {
        let asked = sqlx::query(
            "SELECT s.territory, s.department, COUNT(DISTINCT s.person) AS people FROM (
                 SELECT c.territory, c.department, COALESCE(w.author_id, c.id) AS person
                 FROM contribution c
                 JOIN ledger l ON l.edition_id = c.edition_id AND l.number = c.number
                 LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number
                 WHERE c.edition_id = $1 AND l.state <> 'broken'
                 UNION ALL
                 SELECT k.territory, k.department, k.author_id FROM cosigner k
                 WHERE k.edition_id = $1 AND k.author_id IS NOT NULL
             ) s GROUP BY s.territory, s.department",
        );
        let mut turnout = self.all(asked.bind(edition.as_str().to_owned()), turnout).await?;
        turnout.sort_unstable();
        Ok(turnout)
    }
}

fn turnout(row: &AnyRow) -> Result<Turnout, StoreError> {
    Ok(Turnout {
        territory: maybe(row, "territory")?,
        department: maybe(row, "department")?,
        people: number(row, "people")?,
    })
}
