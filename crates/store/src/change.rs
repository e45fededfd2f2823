//! Editions prepared, changed and published.

use crate::editions::{insert, insert_phases};
use crate::people::{give, role_facts};
use crate::read::{number, text};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::{Edition, EditionId, EditionPart, MemberId, Role, Settings};
use sqlx::any::AnyRow;

/// Which editions there are and whether they have changed: all that the door of the site asks, at each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub id: EditionId,
    /// Its name in URLs.
    pub slug: String,
    /// Whether everyone may read it; else only those who have a role in it.
    pub published: bool,
    /// Grows each time it changes.
    pub version: u32,
}

impl Store {
    /// Every edition, the one that the site opens on first.
    pub async fn standings(&self) -> Result<Vec<Standing>, StoreError> {
        let found = sqlx::query(
            "SELECT id, slug, published, version FROM edition
             ORDER BY published DESC, congress_date DESC, created_at DESC, id",
        );
        self.all(found, standing).await
    }

    /// Creates an edition that only those who have a role in it see; `by` administers it.
    pub async fn prepare_edition(&self, edition: &Edition, by: Option<&MemberId>, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        insert(&mut tx, edition, false, now).await?;
        let facts = [("edition", edition.slug.as_str()), ("by", by.map_or("", MemberId::as_str))];
        journal::append(&mut tx, now, "edition.prepared", facts).await?;
        if let Some(by) = by {
            give(&mut tx, &edition.id, by, Role::Administrator, now).await?;
            let facts = role_facts(&edition.id, by, Role::Administrator, by);
            journal::append(&mut tx, now, "role.given", facts).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Replaces an edition that was read under number `read`. `false`, and nothing is written, if someone changed it meanwhile. The journal says which
    /// parts changed; what changes nothing leaves no trace.
    pub async fn change_edition(
        &self,
        edition: &Edition,
        read: u32,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        edition.check_phases()?;
        edition.settings.check()?;
        let before = self.edition(&edition.id).await?.ok_or_else(|| StoreError::UnknownEdition(edition.id.clone()))?;
        let parts = edition.differs(&before.0);
        if before.1 != read {
            return Ok(false);
        }
        if parts.is_empty() {
            return Ok(true);
        }
        let mut tx = self.begin().await?;
        if !replace(&mut tx, edition, read).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        let parts = parts.into_iter().map(EditionPart::code).collect::<Vec<_>>().join(",");
        let facts = [("edition", edition.id.as_str()), ("by", by.as_str()), ("changed", parts.as_str())];
        journal::append(&mut tx, now, "edition.changed", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Opens an edition to everyone; `false` if it was already.
    pub async fn publish_edition(&self, id: &EditionId, by: &MemberId, now: i64) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let opened =
            sqlx::query("UPDATE edition SET published = 1, version = version + 1 WHERE id = $1 AND published = 0");
        if opened.bind(id.as_str().to_owned()).execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let facts = [("edition", id.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "edition.published", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Writes over an edition that still has this number; whether it had.
async fn replace(tx: &mut Tx, edition: &Edition, read: u32) -> Result<bool, StoreError> {
    let Edition { id, slug, name, motto, congress_date, phases, settings, .. } = edition;
    let Settings { questions, time_zone, limits, invitation } = settings;
    let replaced = sqlx::query(
        "UPDATE edition SET slug = $1, name = $2, motto = $3, congress_date = $4, questions = $5, time_zone = $6,
         title_max = $7, text_max = $8, invitation = $9, version = version + 1 WHERE id = $10 AND version = $11",
    );
    let replaced = replaced.bind(slug.clone()).bind(name.clone()).bind(motto.clone()).bind(*congress_date);
    let replaced = replaced.bind(serde_json::to_string(questions)?).bind(time_zone.clone());
    let replaced = replaced.bind(limits.title as i64).bind(limits.text as i64).bind(invitation.clone());
    let replaced = replaced.bind(id.as_str().to_owned()).bind(i64::from(read)).execute(&mut **tx).await?;
    if replaced.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("DELETE FROM phase WHERE edition_id = $1").bind(id.as_str().to_owned()).execute(&mut **tx).await?;
    insert_phases(tx, id, phases).await?;
    Ok(true)
}

fn standing(row: &AnyRow) -> Result<Standing, StoreError> {
    Ok(Standing {
        id: EditionId::new(text(row, "id")?),
        slug: text(row, "slug")?,
        published: number::<u32>(row, "published")? != 0,
        version: number(row, "version")?,
    })
}
