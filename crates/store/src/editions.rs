//! Editions and their phases.

use crate::read::{self, code, text};
use crate::{Store, StoreError, bulk, bulk::row, journal};
use arobase_domain::{Edition, EditionId, Limits, Phase, Settings};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const EDITION: [&str; 12] = [
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
];

impl Store {
    /// Creates an edition with its phases.
    pub async fn create_edition(&self, edition: &Edition, now: i64) -> Result<(), StoreError> {
        edition.check_phases()?;
        edition.settings.check()?;
        let mut tx = self.begin().await?;
        let Edition { id, slug, name, motto, fictional, congress_date, phases, settings } = edition;
        let Settings { questions, time_zone, limits } = settings;
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
            limits.text
        ];
        bulk::insert(&mut tx, "edition", &EDITION, vec![row]).await?;
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
        settings: Settings {
            questions: read::json(row, "questions")?,
            time_zone: text(row, "time_zone")?,
            limits: Limits { title: read::number(row, "title_max")?, text: read::number(row, "text_max")? },
        },
    })
}

fn phase(row: &AnyRow) -> Result<Phase, StoreError> {
    Ok(Phase { kind: code(row, "kind")?, starts_at: row.try_get("starts_at")?, ends_at: row.try_get("ends_at")? })
}
