//! People who work on an edition together, and who sees to which pile of its bench.

use crate::read::text;
use crate::{Store, StoreError, journal};
use arobase_domain::{EditionId, MemberId, Role};
use sqlx::any::AnyRow;

/// Someone who works on an edition, as the others know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: MemberId,
    /// Their name; their address where they gave none.
    pub name: String,
}

/// Someone who sees to a pile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The code of the pile.
    pub pile: String,
    /// Who.
    pub who: Colleague,
}

/// Who is to see to a pile.
#[derive(Debug, Clone, Copy)]
pub struct Assigning<'a> {
    /// The code of the pile.
    pub pile: &'a str,
    /// Who sees to it as far as is known; nobody if empty.
    pub held: &'a MemberId,
    /// Who will; nobody if empty.
    pub to: &'a MemberId,
    /// Who says so.
    pub by: &'a MemberId,
}

impl Store {
    /// Those who have this role in the edition, or any but that of contributing, by name.
    pub async fn colleagues(&self, edition: &EditionId, role: Option<Role>) -> Result<Vec<Colleague>, StoreError> {
        let found = sqlx::query(
            "SELECT id, name FROM (SELECT id, CASE WHEN name <> '' THEN name ELSE COALESCE(email, '') END AS name FROM member) m
             WHERE id IN (SELECT member_id FROM role_of WHERE edition_id = $1 AND (role = $2 OR $2 = '' AND role <> 'contributor'))
             ORDER BY LOWER(name), id",
        );
        let role = role.map_or("", Role::as_str);
        self.all(found.bind(edition.to_string()).bind(role), colleague).await
    }

    /// Who sees to which pile of the bench.
    pub async fn assigned(&self, edition: &EditionId) -> Result<Vec<Assigned>, StoreError> {
        let found = sqlx::query(
            "SELECT a.pile, m.id, CASE WHEN m.name <> '' THEN m.name ELSE COALESCE(m.email, '') END AS name
             FROM assignment a JOIN member m ON m.id = a.member_id WHERE a.edition_id = $1 ORDER BY a.at, a.pile",
        );
        let assigned = |row: &AnyRow| Ok::<_, StoreError>(Assigned { pile: text(row, "pile")?, who: colleague(row)? });
        self.all(found.bind(edition.to_string()), assigned).await
    }

    /// Gives a pile to someone, or to nobody. `false`, and nothing is written, if whoever sees to it is not whom one thought.
    pub async fn assign(&self, edition: &EditionId, assigning: Assigning<'_>, now: i64) -> Result<bool, StoreError> {
        let Assigning { pile, held, to, by } = assigning;
        let mut tx = self.begin().await?;
        let mut done = true;
        if !held.as_str().is_empty() {
            let left = sqlx::query("DELETE FROM assignment WHERE edition_id = $1 AND pile = $2 AND member_id = $3");
            let left = left.bind(edition.to_string()).bind(pile.to_owned()).bind(held.to_string());
            done &= left.execute(&mut *tx).await?.rows_affected() == 1;
        }
        if !to.as_str().is_empty() {
            let taken = sqlx::query(
                "INSERT INTO assignment (edition_id, pile, member_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            );
            let taken = taken.bind(edition.to_string()).bind(pile.to_owned()).bind(to.to_string()).bind(now);
            done &= taken.execute(&mut *tx).await?.rows_affected() == 1;
        }
        if !done {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", edition.as_str()), ("pile", pile), ("to", to.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "bench.assigned", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

fn colleague(row: &AnyRow) -> Result<Colleague, StoreError> {
    Ok(Colleague { id: MemberId::new(text(row, "id")?), name: text(row, "name")? })
}
