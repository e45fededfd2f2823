//! What a close reading found: who is named, what is to complete, personal data to mask.

use crate::bulk::{self, row};
use crate::read::{number, text};
use crate::save_run::{self, Tx, rows};
use crate::{Store, StoreError};
use arobase_domain::{
    Addressee, Analysis, CloseReading, ContributionId, EditionId, IdeaId, Incomplete, PersonalDatum, PropositionId,
    RunId, Span,
};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const ADDRESSEE: [&str; 6] = ["run_id", "position", "proposition_id", "role", "named", "words"];
const TO_COMPLETE: [&str; 4] = ["run_id", "position", "idea_id", "reason"];
const PERSONAL: [&str; 9] =
    ["run_id", "position", "number", "span_start", "span_end", "kind", "score", "reason", "mask"];

/// Stores it, after the propositions and the ideas that it speaks of.
pub(crate) async fn save(tx: &mut Tx, analysis: &Analysis, run: &str) -> Result<(), StoreError> {
    let named = rows(&analysis.close.addressees, |position, it| {
        let (role, key, words) = (it.role.as_str(), it.key.as_str(), it.words.as_str());
        Ok(row![run, position, it.proposition.as_str(), role, key, words])
    })?;
    bulk::insert(tx, "addressee", &ADDRESSEE, named).await?;
    let missing = rows(&analysis.close.to_complete, |position, it| {
        Ok(row![run, position, it.idea.as_str(), it.reason.as_str()])
    })?;
    bulk::insert(tx, "to_complete", &TO_COMPLETE, missing).await?;
    let personal = rows(&analysis.personal, |position, it| {
        let (kind, reason, mask) = (it.kind.as_str(), it.reason.as_str(), it.mask.as_str());
        let number = save_run::number(&it.contribution)?;
        Ok(row![run, position, number, it.span.start, it.span.end, kind, it.score, reason, mask])
    })?;
    bulk::insert(tx, "personal_datum", &PERSONAL, personal).await
}

impl Store {
    /// Who a proposition of the latest run names.
    pub(crate) async fn addressees(
        &self,
        edition: &EditionId,
        proposition: &PropositionId,
    ) -> Result<Vec<Addressee>, StoreError> {
        let found = sqlx::query(
            "SELECT a.proposition_id, a.role, a.named, a.words FROM edition e
             JOIN addressee a ON a.run_id = e.run_id
             WHERE e.id = $1 AND a.proposition_id = $2 ORDER BY a.position",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(proposition.as_str().to_owned()), addressee).await
    }

    pub(crate) async fn close_reading(&self, run: &RunId) -> Result<CloseReading, StoreError> {
        let of_run = |sql: &'static str| sqlx::query(sql).bind(run.as_str().to_owned());
        let named =
            of_run("SELECT proposition_id, role, named, words FROM addressee WHERE run_id = $1 ORDER BY position");
        let missing = of_run("SELECT idea_id, reason FROM to_complete WHERE run_id = $1 ORDER BY position");
        Ok(CloseReading {
            addressees: self.all(named, addressee).await?,
            to_complete: self.all(missing, incomplete).await?,
        })
    }

    pub(crate) async fn personal_data(&self, run: &RunId) -> Result<Vec<PersonalDatum>, StoreError> {
        let found = sqlx::query("SELECT * FROM personal_datum WHERE run_id = $1 ORDER BY position");
        self.all(found.bind(run.as_str().to_owned()), personal_datum).await
    }
}

fn addressee(row: &AnyRow) -> Result<Addressee, StoreError> {
    Ok(Addressee {
        proposition: PropositionId::new(text(row, "proposition_id")?),
        role: text(row, "role")?,
        key: text(row, "named")?,
        words: text(row, "words")?,
    })
}

fn incomplete(row: &AnyRow) -> Result<Incomplete, StoreError> {
    Ok(Incomplete { idea: IdeaId::new(text(row, "idea_id")?), reason: text(row, "reason")? })
}

fn personal_datum(row: &AnyRow) -> Result<PersonalDatum, StoreError> {
    Ok(PersonalDatum {
        contribution: ContributionId::numbered(number(row, "number")?),
        span: Span { start: number(row, "span_start")?, end: number(row, "span_end")? },
        kind: text(row, "kind")?,
        score: row.try_get("score")?,
        reason: text(row, "reason")?,
        mask: text(row, "mask")?,
    })
}
