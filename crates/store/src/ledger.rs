//! The registre, counted: what was received on one side, the states on the other.

use crate::read::{code, number, text};
use crate::{LedgerView, Store, StoreError};
use arobase_domain::{EditionId, Ledger, State};
use sqlx::any::AnyRow;

type Counted = (State, String, u64);

impl Store {
    /// The ledger of contributions and of ideas. What has been received since the run counts as « à classer ».
    pub async fn ledger(&self, edition: &EditionId) -> Result<LedgerView, StoreError> {
        let reasons = sqlx::query(
            "SELECT state, reason, COUNT(*) AS total FROM ledger WHERE edition_id = $1 GROUP BY state, reason ORDER BY state, reason",
        );
        let ideas = sqlx::query(
            "SELECT i.status AS state, '' AS reason, COUNT(*) AS total FROM edition e JOIN idea i ON i.run_id = e.run_id
             WHERE e.id = $1 GROUP BY i.status",
        );
        let figures = self.figures(edition).await?;
        let mut reasons = self.all(reasons.bind(edition.as_str().to_owned()), counted).await?;
        let ideas = self.all(ideas.bind(edition.as_str().to_owned()), counted).await?;
        reasons.sort_by(|one, other| one.0.cmp(&other.0).then(other.2.cmp(&one.2)).then_with(|| one.1.cmp(&other.1)));
        Ok(LedgerView {
            contributions: sum(figures.contributions, &reasons),
            ideas: sum(figures.ideas, &ideas),
            reasons,
        })
    }
}

fn sum(received: u64, counts: &[Counted]) -> Ledger {
    Ledger::new(received, counts.iter().map(|&(state, _, count)| (state, count)))
}

fn counted(row: &AnyRow) -> Result<Counted, StoreError> {
    Ok((code(row, "state")?, text(row, "reason")?, number(row, "total")?))
}
