//! Editions and their phases.

use crate::read::{self, code, text};
use crate::{Store, StoreError, bulk, bulk::row, journal};
use arobase_domain::{Edition, EditionId, Phase};
use sqlx::Row as _;
use sqlx::any::AnyRow;

impl Store {
    /// Creates an edition with its phases.
    pub async fn create_edition(&self, edition: &Edition, now: i64) -> Result<(), StoreError> {
        edition.check_phases()?;
        let mut tx = self.begin().await?;
        let columns = ["id", "slug", "name", "motto", "fictional", "congress_date", "created_at", "last_number"];
        let Edition { id, slug, name, motto, fictional, congress_date, phases } = edition;
        let row =
            row![id.as_str(), slug.as_str(), name.as_str(), motto.as_str(), *fictional, *congress_date, now, 0_i64];
        bulk::insert(&mut tx, "edition", &columns, vec![row]).await?;
        let phases =
            phases.iter().map(|phase| row![id.as_str(), phase.kind.as_str(), phase.starts_at, phase.ends_at]).collect();
        bulk::insert(&mut tx, "phase", &["edition_id", "kind", "starts_at", "ends_at"], phases).await?;
        journal::append(&mut tx, now, "edition.created", [("edition", slug.as_str())]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The edition with this name in URLs.
    pub async fn edition_by_slug(&self, slug: &str) -> Result<Option<Edition>, StoreError> {
        let found = sqlx::query("SELECT * FROM edition WHERE slug = $1").bind(slug.to_owned());
        self.with_phases(self.one(found, edition).await?).await
    }

    /// The edition that the site opens on: the one with the latest congress.
    pub async fn current_edition(&self) -> Result<Option<Edition>, StoreError> {
        let found = sqlx::query("SELECT * FROM edition ORDER BY congress_date DESC, created_at DESC, id LIMIT 1");
        self.with_phases(self.one(found, edition).await?).await
    }

    async fn with_phases(&self, edition: Option<Edition>) -> Result<Option<Edition>, StoreError> {
        let Some(mut edition) = edition else { return Ok(None) };
        let phases = sqlx::query("SELECT kind, starts_at, ends_at FROM phase WHERE edition_id = $1 ORDER BY starts_at");
        edition.phases = self.all(phases.bind(edition.id.as_str().to_owned()), phase).await?;
        Ok(Some(edition))
    }
}

fn edition(row: &AnyRow) -> Result<Edition, StoreError> {
    Ok(Edition {
        id: EditionId::new(text(row, "id")?),
        slug: text(row, "slug")?,
        name: text(row, "name")?,
        motto: text(row, "motto")?,
        fictional: read::number::<u32>(row, "fictional")? != 0,
        congress_date: row.try_get("congress_date")?,
        phases: Vec::new(),
    })
}

fn phase(row: &AnyRow) -> Result<Phase, StoreError> {
    Ok(Phase { kind: code(row, "kind")?, starts_at: row.try_get("starts_at")?, ends_at: row.try_get("ends_at")? })
}
