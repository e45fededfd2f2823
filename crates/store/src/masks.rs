//! Words that people masked: whatever is shown of a contribution covers them.

use crate::bulk::{self, row};
use crate::read::{number, text};
use crate::revise::present;
use crate::save_run;
use crate::search::document;
use crate::submit::Tx;
use crate::{ContributionFate, IdeaFate, Row, Source, Stemmer, Store, StoreError};
use arobase_domain::masks::{Masks, veiled};
use arobase_domain::{Contribution, ContributionId, EditionId, Idea};
use sqlx::any::AnyRow;
use std::collections::BTreeSet;

impl Store {
    /// The words masked in the run that pages show.
    pub async fn masks(&self, edition: &EditionId) -> Result<Masks, StoreError> {
        let found = sqlx::query(MASKED).bind(edition.as_str().to_owned());
        Ok(gathered(self.all(found, mask).await?))
    }

    /// The search of contributions finds what pages show of them: where `before` and `after` differ, texts are indexed again, their masked words covered.
    pub(crate) async fn veil_search(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        [before, after]: [&Masks; 2],
        stems: Stemmer<'_>,
    ) -> Result<(), StoreError> {
        let differs = |id: &&ContributionId| before.get(*id) != after.get(*id);
        let ids: BTreeSet<&ContributionId> = before.keys().chain(after.keys()).filter(differs).collect();
        for id in ids {
            let number = save_run::number(id)?;
            let Some((title, text)) = present(tx, edition, number).await? else { continue };
            let words = veiled(after, id, &format!("{} {text}", title.unwrap_or_default()));
            self.find_again(tx, edition, number, document(&stems(&words))).await?;
        }
        Ok(())
    }
}

const MASKED: &str = "SELECT m.number, m.words FROM edition e JOIN mask m ON m.run_id = e.run_id WHERE e.id = $1
     ORDER BY m.number, m.words";

/// The same as [`Store::masks`], inside a transaction.
pub(crate) async fn shown(tx: &mut Tx, edition: &EditionId) -> Result<Masks, StoreError> {
    let found = sqlx::query(MASKED).bind(edition.as_str().to_owned()).fetch_all(&mut **tx).await?;
    Ok(gathered(found.iter().map(mask).collect::<Result<_, _>>()?))
}

fn gathered(found: Vec<(u32, String)>) -> Masks {
    let mut masks = Masks::new();
    for (number, words) in found {
        masks.entry(ContributionId::numbered(number)).or_default().insert(words);
    }
    masks
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
        let ideas = self.ideas.into_iter().map(|one| IdeaFate { idea: one.idea.veiled(masks), ..one }).collect();
        Self { contribution: self.contribution.veiled(masks), ideas, ..self }
    }
}

impl Veil for Idea {
    fn veiled(self, masks: &Masks) -> Self {
        let cover = |text: &str| veiled(masks, &self.contribution, text);
        Self { text: cover(&self.text), carried: cover(&self.carried), ..self }
    }
}
