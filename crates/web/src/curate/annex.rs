//! What leaves with the bench when it is published, for anyone to count again.

use super::opened::Opened;
use crate::Error;
use crate::calendar::clock;
use crate::state::AppState;
use arobase_domain::MemberId;
use arobase_domain::annex::{Annex, CodeRow, Letters, codes, gestures};
use arobase_domain::coding::{Code, Followed, Said, Sample};
use arobase_domain::edits::Act;
use arobase_domain::{IdeaId, SampleId};
use std::collections::{BTreeMap, BTreeSet};

/// A sample that was closed, with what was said of it and what was decided since.
struct Closed {
    sample: Sample,
    said: Vec<Said>,
    settled: BTreeMap<IdeaId, Code>,
}

/// The gestures of the bench, and the codes of the samples that are closed.
pub(super) async fn annex(state: &AppState, opened: &Opened) -> Result<Annex, Error> {
    let closed = closed(state, opened).await?;
    let log = &opened.bench.log;
    let by_people = log.iter().filter(|event| !matches!(event.act, Act::Rerun { .. })).map(|event| event.by.as_str());
    let coders = closed.iter().flat_map(|one| one.sample.coders.iter().map(MemberId::as_str));
    let letters = Letters::of(by_people.chain(coders));
    let zone = &state.edition.settings.time_zone;
    let followed = Followed::of(log);
    let rows = (1..).zip(&closed).flat_map(|(number, one)| one.rows(number, &followed, &letters)).collect();
    Ok(Annex { gestures: gestures(log, &letters, &|at| clock(at, zone).date().to_string()), codes: rows })
}

/// In the order in which they were drawn.
async fn closed(state: &AppState, opened: &Opened) -> Result<Vec<Closed>, Error> {
    let (store, edition) = (&state.store, &state.edition.id);
    let coders = store.codings(edition).await?;
    let ids: BTreeSet<(i64, &SampleId)> =
        coders.iter().filter(|one| one.closed).map(|one| (one.at, &one.sample)).collect();
    let disputed = store.disputed(edition).await?;
    let mut closed = Vec::with_capacity(ids.len());
    for (_, id) in ids {
        let Some(sample) = store.sample(edition, id).await? else { continue };
        let settled = disputed.iter().filter(|one| one.sample == *id).filter_map(|one| {
            let settled =
                one.settled.as_ref().filter(|settled| settled.seq.is_none_or(|seq| opened.bench.holds(seq)))?;
            Some((one.idea.clone(), settled.code.clone()))
        });
        closed.push(Closed { settled: settled.collect(), said: store.said(id).await?, sample });
    }
    Ok(closed)
}

impl Closed {
    fn rows(&self, number: u32, followed: &Followed, letters: &Letters<'_>) -> Vec<CodeRow> {
        codes((number, &self.sample), &self.said, &self.settled, followed, letters)
    }
}
