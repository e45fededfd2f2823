//! Are the gestures of the benches those that the journal sealed?

use crate::read::{json, number, text};
use crate::{Store, StoreError};
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// Edition, run and number of a gesture.
type Place = (String, String, u32);

/// Digest of what was done and of what it changed, and hash of the state after it.
type Seal = (String, String);

impl Store {
    /// How many gestures there are on all benches, each as the journal sealed it.
    ///
    /// # Errors
    /// [`StoreError::Bench`] with the first that is altered, missing, or that the journal does not know.
    pub async fn verify_benches(&self) -> Result<u64, StoreError> {
        let sealed = sqlx::query("SELECT facts FROM journal WHERE gesture = 'bench.gesture' ORDER BY seq");
        let sealed: BTreeMap<Place, Seal> = self.all(sealed, told).await?.into_iter().collect();
        let kept = sqlx::query("SELECT edition_id, run_id, seq, act, change, hash FROM bench_event");
        let kept: BTreeMap<Place, Seal> = self.all(kept, found).await?.into_iter().collect();
        let differs = |place: &&Place| sealed.get(*place) != kept.get(*place);
        match sealed.keys().chain(kept.keys()).filter(differs).min() {
            Some((edition, _, seq)) => Err(StoreError::Bench { edition: edition.clone(), seq: *seq }),
            None => Ok(kept.len() as u64),
        }
    }
}

/// The digest that the journal seals of a gesture.
pub(crate) fn digest(act: &str, change: &str) -> String {
    blake3::hash(format!("{act}{change}").as_bytes()).to_hex().to_string()
}

fn told(row: &AnyRow) -> Result<(Place, Seal), StoreError> {
    let mut facts: BTreeMap<String, String> = json(row, "facts")?;
    let mut fact = |name: &str| facts.remove(name).unwrap_or_default();
    let seq = fact("seq").parse().unwrap_or(0);
    Ok(((fact("edition"), fact("run"), seq), (fact("event"), fact("state"))))
}

fn found(row: &AnyRow) -> Result<(Place, Seal), StoreError> {
    let place = (text(row, "edition_id")?, text(row, "run_id")?, number(row, "seq")?);
    Ok((place, (digest(&text(row, "act")?, &text(row, "change")?), text(row, "hash")?)))
}
