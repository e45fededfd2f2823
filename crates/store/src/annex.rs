//! What leaves with a published bench: kept as it was then, for samples are closed and disagreements settled afterwards too.

use crate::bulk::{self, row};
use crate::read::json;
use crate::submit::Tx;
use crate::{Store, StoreError};
use arobase_domain::annex::{Annex, Figures};
use arobase_domain::{Analysis, RunId};
use std::collections::BTreeMap;

impl Store {
    /// What leaves with a run; nothing for one that nobody published a bench as.
    pub async fn annex(&self, run: &RunId) -> Result<Annex, StoreError> {
        let found = sqlx::query("SELECT content FROM annex WHERE run_id = $1").bind(run.as_str().to_owned());
        Ok(self.one(found, |row| json(row, "content")).await?.unwrap_or_default())
    }

    /// The figures of its annex, by name; none as for [`Store::annex`].
    pub async fn annex_figures(&self, run: &RunId) -> Result<BTreeMap<String, String>, StoreError> {
        let found = sqlx::query("SELECT figures FROM annex WHERE run_id = $1").bind(run.as_str().to_owned());
        Ok(self.one(found, |row| json(row, "figures")).await?.unwrap_or_default())
    }
}

/// Keeps what leaves with a run.
pub(crate) async fn save(tx: &mut Tx, run: &RunId, analysis: &Analysis, annex: &Annex) -> Result<(), StoreError> {
    let figures = serde_json::to_string(&Figures::of(analysis, &annex.gestures, &annex.codes))?;
    let row = row![run.as_str(), serde_json::to_string(annex)?, figures];
    bulk::insert(tx, "annex", &["run_id", "content", "figures"], vec![row]).await
}
