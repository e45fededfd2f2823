//! A document kept open in memory beside what the store holds of it: what is done to one is done to the other.

use crate::Error;
use crate::state::AppState;
use arobase_domain::EditionId;
use arobase_domain::motion::{Gesture, Motion, Written};
use arobase_draft::{Table, Unfit};
use arobase_store::{NewState, Store};

/// What a room needs of the site.
#[derive(Clone)]
pub(super) struct Lent {
    pub(super) store: Store,
    pub(super) edition: EditionId,
    clock: fn() -> i64,
    chance: fn() -> [u8; 32],
}

impl Lent {
    pub(super) fn of(state: &AppState) -> Self {
        Self { store: state.store.clone(), edition: state.edition.id.clone(), clock: state.clock, chance: state.chance }
    }

    /// A number that no other copy of a document bears.
    fn copy(&self) -> u32 {
        let [a, b, c, d, ..] = *blake3::hash(&(self.chance)()).as_bytes();
        u32::from_be_bytes([a, b, c, d])
    }
}

/// A document, as memory and disk both have it.
pub(super) struct Open {
    pub(super) table: Table,
    /// The last line of its log.
    line: u32,
    /// The state of the motion that it follows.
    seq: u32,
    /// Who typed last.
    by: String,
}

/// What is told to everyone who writes.
pub(super) type Updates = Vec<Vec<u8>>;

impl Open {
    /// The document as it is kept, begun from the motion by the first who comes.
    pub(super) async fn read(lent: &Lent) -> Result<Self, Error> {
        let Lent { store, edition, .. } = lent;
        let log = if let Some(log) = store.draft_log(edition).await? {
            log
        } else {
            let state = store.motion(edition).await?;
            let whole = Table::begin(&state.motion, lent.copy()).whole();
            store.begin_draft(edition, (&whole, state.seq), (lent.clock)()).await?;
            store.draft_log(edition).await?.ok_or_else(Error::not_found)?
        };
        let since = log.since.iter().map(|(_, update)| update.as_slice());
        let table = Table::open(&log.whole, since, lent.copy()).map_err(|error| Error::draft(&error))?;
        let by = log.since.last().map(|(by, _)| by.clone()).unwrap_or_default();
        Ok(Self { table, line: log.last, seq: log.motion_seq, by })
    }

    /// Takes changes that people sent, each or not at all; on disk when this returns. What was made of each.
    pub(super) async fn take(
        &mut self,
        lent: &Lent,
        sent: Vec<(String, Vec<u8>)>,
    ) -> Result<Vec<Result<(), Unfit>>, Error> {
        let taken: Vec<_> = sent.iter().map(|(_, update)| self.table.take(update)).collect();
        let kept: Vec<_> =
            sent.into_iter().zip(&taken).filter(|(_, taken)| taken.is_ok()).map(|(one, _)| one).collect();
        if let Some((by, _)) = kept.last() {
            self.by.clone_from(by);
            self.log(lent, &kept).await?;
        }
        Ok(taken)
    }

    async fn log(&mut self, lent: &Lent, updates: &[(String, Vec<u8>)]) -> Result<(), Error> {
        let kept = lent.store.keep_draft(&lent.edition, self.line, updates, (lent.clock)()).await?;
        self.line = kept.ok_or_else(elsewhere)?;
        Ok(())
    }

    /// Mends the document and writes out the motion that it reads as, if people typed since; what changed in the document meanwhile.
    pub(super) async fn rest(&mut self, lent: &Lent) -> Result<Updates, Error> {
        let mut updates = self.catch_up(lent).await?;
        let healed = self.table.heal();
        let by = self.by.clone();
        if self.table.motion() != *self.table.last() {
            self.write_out(lent, None, &by).await?;
        } else if let Some(update) = &healed {
            self.log(lent, &[(by, update.clone())]).await?;
        }
        updates.extend(healed);
        Ok(updates)
    }

    /// Takes in what came to the motion by another way; written out with the rest.
    async fn catch_up(&mut self, lent: &Lent) -> Result<Updates, Error> {
        let state = lent.store.motion(&lent.edition).await?;
        if state.seq == self.seq {
            return Ok(Updates::new());
        }
        let update = self.table.take_in(&state.motion, lent.copy()).map_err(|error| Error::draft(&error))?;
        self.seq = state.seq;
        if let Some(update) = &update {
            self.log(lent, &[(state.by, update.clone())]).await?;
        }
        Ok(update.into_iter().collect())
    }

    /// Makes the document read as a motion and writes that out, with the gesture that led to it.
    pub(super) async fn put(
        &mut self,
        lent: &Lent,
        motion: &Motion,
        (by, gesture): (&str, Option<&Gesture>),
    ) -> Result<(Written, Updates), Error> {
        let update = self.table.write(motion);
        let at = self.write_out(lent, gesture, by).await?;
        let written = Written { seq: self.seq, at, by: by.to_owned(), motion: self.table.last().clone() };
        Ok((written, update.into_iter().collect()))
    }

    async fn write_out(&mut self, lent: &Lent, gesture: Option<&Gesture>, by: &str) -> Result<i64, Error> {
        let (at, motion, whole) = ((lent.clock)(), self.table.motion(), self.table.whole());
        let new = NewState { after: self.seq, gesture, motion: &motion, by, at };
        let kept = lent.store.write_out(&lent.edition, new, (self.line, &whole)).await?;
        (self.seq, self.line) = kept.ok_or_else(elsewhere)?;
        self.table.kept();
        Ok(at)
    }
}

/// Another process wrote to the same document: what is in memory is to be read again.
fn elsewhere() -> Error {
    Error::draft(&"someone else wrote first")
}
