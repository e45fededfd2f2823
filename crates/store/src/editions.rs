//! Editions and their phases, read and created; what changes them is in `change.rs`.

use crate::read::{self, code, text};
use crate::submit::Tx;
use crate::{Store, StoreError, bulk, bulk::row, journal};
use arobase_domain::{Edition, EditionId, Limits, Phase, Settings};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const EDITION: [&str; 14] = [
    "id",
    "slug",
    "name",
    "motto",
    "fictional",
    "congress_date",
    "created_at",
    "last_number",
    "questions",
    "time_zone",
    "title_max",
    "text_max",
    "invitation",
    "published",
];

impl Store {
    /// Creates an edition with its phases, for everyone to read.
    pub async fn create_edition(&self, edition: &Edition, now: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        insert(&mut tx, edition, true, now).await?;
        journal::append(&mut tx, now, "edition.created", [("edition", edition.slug.as_str())]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The edition with this name in URLs.
    pub async fn edition_by_slug(&self, slug: &str) -> Result<Option<Edition>, StoreError> {
        let found = sqlx::query("SELECT * FROM edition WHERE slug = $1").bind(slug.to_owned());
        self.with_phases(self.one(found, edition).await?).await
    }

    /// The edition that the site opens on: of those that are published, the one with the latest congress.
    pub async fn current_edition(&self) -> Result<Option<Edition>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM edition ORDER BY published DESC, congress_date DESC, created_at DESC, id LIMIT 1",
        );
        self.with_phases(self.one(found, edition).await?).await
    }

    /// Every edition with the number of its contributions, the latest congress first.
    pub async fn editions(&self) -> Result<Vec<(Edition, u32)>, StoreError> {
        let found = sqlx::query("SELECT * FROM edition ORDER BY congress_date DESC, created_at DESC, id");
        let mut editions =
            self.all(found, |row| Ok::<_, StoreError>((edition(row)?, read::number(row, "last_number")?))).await?;
        let phases = sqlx::query("SELECT edition_id, kind, starts_at, ends_at FROM phase ORDER BY starts_at");
        let phases = self.all(phases, |row| Ok::<_, StoreError>((text(row, "edition_id")?, phase(row)?))).await?;
        for (edition, _) in &mut editions {
            let own = phases.iter().filter(|(of, _)| of == edition.id.as_str());
            edition.phases = own.map(|(_, phase)| *phase).collect();
        }
        Ok(editions)
    }

    /// An edition, and how many times it was changed, from 1.
    pub async fn edition(&self, id: &EditionId) -> Result<Option<(Edition, u32)>, StoreError> {
        let found = sqlx::query("SELECT * FROM edition WHERE id = $1").bind(id.as_str().to_owned());
        let read = |row: &AnyRow| Ok::<_, StoreError>((edition(row)?, read::number(row, "version")?));
        let Some((found, version)) = self.one(found, read).await? else { return Ok(None) };
        Ok(self.with_phases(Some(found)).await?.map(|edition| (edition, version)))
    }

    async fn with_phases(&self, edition: Option<Edition>) -> Result<Option<Edition>, StoreError> {
        let Some(mut edition) = edition else { return Ok(None) };
        let phases = sqlx::query("SELECT kind, starts_at, ends_at FROM phase WHERE edition_id = $1 ORDER BY starts_at");
        edition.phases = self.all(phases.bind(edition.id.as_str().to_owned()), phase).await?;
        Ok(Some(edition))
    }
}

/// Inserts an edition with its phases, after checking that it holds together.
pub(crate) async fn insert(tx: &mut Tx, edition: &Edition, published: bool, now: i64) -> Result<(), StoreError> {
    edition.check_phases()?;
    edition.settings.check()?;
    let Edition { id, slug, name, motto, fictional, congress_date, phases, settings } = edition;
    let Settings { questions, time_zone, limits, invitation } = settings;
    let row = row![
        id.as_str(),
        slug.as_str(),
        name.as_str(),
        motto.as_str(),
        *fictional,
        *congress_date,
        now,
        0_i64,
        serde_json::to_string(questions)?,
        time_zone.as_str(),
        limits.title,
        limits.text,
        invitation.as_str(),
        published
    ];
    bulk::insert(tx, "edition", &EDITION, vec![row]).await?;
    insert_phases(tx, id, phases).await
}

pub(crate) async fn insert_phases(tx: &mut Tx, edition: &EditionId, phases: &[Phase]) -> Result<(), StoreError> {
    let rows = phases
        .iter()
        .map(|phase| row![edition.as_str(), phase.kind.as_str(), phase.starts_at, phase.ends_at])
        .collect();
    bulk::insert(tx, "phase", &["edition_id", "kind", "starts_at", "ends_at"], rows).await
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
        settings: Settings {
            questions: read::json(row, "questions")?,
            time_zone: text(row, "time_zone")?,
            limits: Limits { title: read::number(row, "title_max")?, text: read::number(row, "text_max")? },
            invitation: text(row, "invitation")?,
        },
    })
}

fn phase(row: &AnyRow) -> Result<Phase, StoreError> {
    Ok(Phase { kind: code(row, "kind")?, starts_at: row.try_get("starts_at")?, ends_at: row.try_get("ends_at")? })
}
