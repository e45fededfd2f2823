//! The figures of the home page, and those of all editions side by side.

use crate::read::{number, text};
use crate::{Figures, Store, StoreError};
use arobase_domain::EditionId;
use sqlx::any::AnyRow;

/// Of one edition; of all those that everyone may read where none is named.
const FIGURES: &str = "SELECT e.slug,
        (SELECT COUNT(*) FROM contribution WHERE edition_id = e.id) AS contributions,
        (SELECT COUNT(*) FROM author WHERE edition_id = e.id AND name <> '') AS authors,
        (SELECT COUNT(DISTINCT commune) FROM author WHERE edition_id = e.id AND commune <> '') AS territories,
        (SELECT COUNT(*) FROM idea WHERE run_id = e.run_id) AS ideas,
        (SELECT COUNT(*) FROM theme WHERE run_id = e.run_id) AS themes,
        (SELECT COUNT(*) FROM question WHERE run_id = e.run_id) AS questions,
        (SELECT COUNT(*) FROM proposition WHERE run_id = e.run_id AND rank <> 'weak_signal') AS propositions,
        (SELECT COUNT(*) FROM proposition WHERE run_id = e.run_id AND rank = 'weak_signal') AS weak_signals
     FROM edition e WHERE e.id = $1 OR ($1 = '' AND e.published = 1)
     ORDER BY e.congress_date DESC, e.created_at DESC, e.id";

impl Store {
    /// Where the edition stands, in eight figures and one question to the database.
    pub async fn figures(&self, edition: &EditionId) -> Result<Figures, StoreError> {
        let found = self.one(sqlx::query(FIGURES).bind(edition.as_str().to_owned()), figures).await?;
        found.map(|(_, figures)| figures).ok_or_else(|| StoreError::UnknownEdition(edition.clone()))
    }

    /// The same of every edition that everyone may read, by its name in URLs, the latest congress first; one question, however many there are.
    pub async fn figures_of_all(&self) -> Result<Vec<(String, Figures)>, StoreError> {
        self.all(sqlx::query(FIGURES).bind(String::new()), figures).await
    }
}

fn figures(row: &AnyRow) -> Result<(String, Figures), StoreError> {
    let figures = Figures {
        contributions: number(row, "contributions")?,
        authors: number(row, "authors")?,
        territories: number(row, "territories")?,
        ideas: number(row, "ideas")?,
        themes: number(row, "themes")?,
        questions: number(row, "questions")?,
        propositions: number(row, "propositions")?,
        weak_signals: number(row, "weak_signals")?,
    };
    Ok((text(row, "slug")?, figures))
}
