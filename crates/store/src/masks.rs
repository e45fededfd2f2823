//! Words that people masked: whatever is shown of a contribution covers them.

use crate::bulk::{self, row};
use crate::read::{number, text};
use crate::save_run;
use crate::submit::Tx;
use crate::{ContributionFate, Row, Source, Store, StoreError};
use arobase_domain::masks::{Masks, veiled};
use arobase_domain::{Contribution, ContributionId, EditionId};
use sqlx::any::AnyRow;

impl Store {
    /// The words masked in the run that pages show.
    pub async fn masks(&self, edition: &EditionId) -> Result<Masks, StoreError> {
        let found = sqlx::query(
            "SELECT m.number, m.words FROM edition e JOIN mask m ON m.run_id = e.run_id WHERE e.id = $1
             ORDER BY m.number, m.words",
        );
        let mut masks = Masks::new();
        for (number, words) in self.all(found.bind(edition.as_str().to_owned()), mask).await? {
            masks.entry(ContributionId::numbered(number)).or_default().insert(words);
        }
        Ok(masks)
    }
}

fn mask(row: &AnyRow) -> Result<(u32, String), StoreError> {
    Ok((number(row, "number")?, text(row, "words")?))
}

/// Keeps the words masked in a run.
pub(crate) async fn save(tx: &mut Tx, run: &str, masks: &Masks) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    for (contribution, words) in masks {
        let number = save_run::number(contribution)?;
        rows.extend(words.iter().map(|words| row![run, number, words.as_str()]));
    }
    bulk::insert(tx, "mask", &["run_id", "number", "words"], rows).await
}

/// What bears words of a contribution.
pub trait Veil {
    /// Covers those that are masked.
    #[must_use]
    fn veiled(self, masks: &Masks) -> Self;
}

impl Veil for Contribution {
    fn veiled(self, masks: &Masks) -> Self {
        let id = ContributionId::numbered(self.number);
        Self { title: self.title.map(|title| veiled(masks, &id, &title)), text: veiled(masks, &id, &self.text), ..self }
    }
}

impl Veil for Row {
    fn veiled(self, masks: &Masks) -> Self {
        let id = ContributionId::numbered(self.number);
        Self {
            title: self.title.map(|title| veiled(masks, &id, &title)),
            excerpt: veiled(masks, &id, &self.excerpt),
            ..self
        }
    }
}

impl Veil for Source {
    fn veiled(self, masks: &Masks) -> Self {
        Self { contribution: self.contribution.veiled(masks), ..self }
    }
}

impl Veil for ContributionFate {
    fn veiled(self, masks: &Masks) -> Self {
        Self { contribution: self.contribution.veiled(masks), ..self }
    }
}
