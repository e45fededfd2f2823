//! The figures of the home page.

use crate::read::number;
use crate::{Figures, Store, StoreError};
use arobase_domain::EditionId;
use sqlx::any::AnyRow;

impl Store {
    /// Where the edition stands, in eight figures and one question to the database.
    pub async fn figures(&self, edition: &EditionId) -> Result<Figures, StoreError> {
        let asked = sqlx::query(
            "SELECT
                (SELECT COUNT(*) FROM contribution WHERE edition_id = e.id) AS contributions,
                (SELECT COUNT(*) FROM author WHERE edition_id = e.id AND name <> '') AS authors,
                (SELECT COUNT(DISTINCT commune) FROM author WHERE edition_id = e.id AND commune <> '') AS territories,
                (SELECT COUNT(*) FROM idea WHERE run_id = e.run_id) AS ideas,
                (SELECT COUNT(*) FROM theme WHERE run_id = e.run_id) AS themes,
                (SELECT COUNT(*) FROM question WHERE run_id = e.run_id) AS questions,
                (SELECT COUNT(*) FROM proposition WHERE run_id = e.run_id AND rank <> 'weak_signal') AS propositions,
                (SELECT COUNT(*) FROM proposition WHERE run_id = e.run_id AND rank = 'weak_signal') AS weak_signals
             FROM edition e WHERE e.id = $1",
        );
        let found = self.one(asked.bind(edition.as_str().to_owned()), figures).await?;
        found.ok_or_else(|| StoreError::UnknownEdition(edition.clone()))
    }
}

fn figures(row: &AnyRow) -> Result<Figures, StoreError> {
    Ok(Figures {
        contributions: number(row, "contributions")?,
        authors: number(row, "authors")?,
        territories: number(row, "territories")?,
        ideas: number(row, "ideas")?,
        themes: number(row, "themes")?,
        questions: number(row, "questions")?,
        propositions: number(row, "propositions")?,
        weak_signals: number(row, "weak_signals")?,
    })
}
