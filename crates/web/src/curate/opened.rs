//! Benches kept open: a run and the gestures made on it are read once, then followed.

use super::around::Around;
use super::earlier::Pasts;
use super::judge::Recalled;
use super::presence::Presence;
use super::words::Words;
use crate::Error;
use crate::state::AppState;
use arobase_domain::amended::amended;
use arobase_domain::edits::{Bench, Event, Hindrance, State, Wish};
use arobase_domain::granularity::Partitions;
use arobase_domain::piles::{Beside, Index, Pile};
use arobase_domain::{Analysis, EditionId, IdeaId, RunId};
use arobase_store::{Settling, Store};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem::take;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// The benches of every edition, one person at a time at each; and who looks at what.
#[derive(Default)]
pub(crate) struct Benches {
    open: Mutex<BTreeMap<EditionId, Arc<Turn<Option<Opened>>>>>,
    /// What the editions before each proposed.
    pub(super) past: Pasts,
    pub(super) presence: Presence,
}

/// A bench as it stands.
pub(crate) struct Opened {
    /// The run that it stands on.
    pub(super) run: RunId,
    /// The run that its ideas are those of: the last that was brought to it.
    pub(super) known: RunId,
    /// When that one read its materials.
    pub(super) at: i64,
    /// What it found.
    found: Arc<Analysis>,
    /// The same, as people have amended its ideas.
    pub(super) analysis: Arc<Analysis>,
    /// Where its words are, once someone has asked.
    pub(super) words: Arc<OnceLock<Words>>,
    /// Place of each idea in the analysis.
    pub(super) places: BTreeMap<IdeaId, usize>,
    pub(super) bench: Bench,
    pub(super) around: Around,
    /// The partitions that the run tried.
    pub(super) partitions: Partitions,
    index: OnceLock<Index>,
}

/// A turn at a bench.
pub(super) struct Seat(OwnedMutexGuard<Option<Opened>>);

/// How many times a gesture is tried again when someone else's came first.
const PATIENCE: usize = 5;

impl Benches {
    fn of(&self, edition: &EditionId) -> Arc<Turn<Option<Opened>>> {
        let mut benches = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(benches.entry(edition.clone()).or_default())
    }
}

/// A turn at the bench of the edition, up to date; none before the first run.
pub(super) async fn sit(state: &AppState) -> Result<Option<Seat>, Error> {
    let mut seat = Seat(state.benches().of(&state.edition.id).lock_owned().await);
    let Some(run) = state.store.bench_run(&state.edition.id).await? else { return Ok(None) };
    if seat.0.as_ref().is_none_or(|opened| opened.run != run) {
        let (at, analysis) = state.store.bench_analysis(&run).await?.ok_or_else(Error::not_found)?;
        *seat.0 = Some(Opened::new(run, at, analysis));
    }
    seat.catch_up(state).await?;
    Ok(Some(seat))
}

impl Opened {
    pub(super) fn new(run: RunId, at: i64, analysis: Analysis) -> Self {
        let bench = Bench::new(State::whole(&analysis, 0.0));
        let (places, found) = (places(&analysis), Arc::new(analysis));
        Self {
            known: run.clone(),
            run,
            at,
            places,
            analysis: Arc::clone(&found),
            partitions: Partitions::of(&found),
            found,
            words: Arc::default(),
            index: OnceLock::new(),
            bench,
            around: Around::default(),
        }
    }

    /// Reads the run again as people have amended it.
    pub(super) fn amend(&mut self) {
        self.analysis = match amended(&self.found, &self.bench.state) {
            Cow::Borrowed(_) => Arc::clone(&self.found),
            Cow::Owned(amended) => Arc::new(amended),
        };
        (self.places, self.words) = (places(&self.analysis), Arc::default());
        self.index = OnceLock::new();
    }

    /// The ideas that lie on a pile, by their places; `beside` is [`Opened::beside`].
    pub(super) fn pile(&self, pile: &Pile, beside: &Beside) -> Vec<usize> {
        match pile {
            Pile::Said(_) => self.index.get_or_init(|| Index::of(&self.analysis)).find(pile.looked_for()),
            other => other.among(&self.analysis, &self.bench.state, beside),
        }
    }

    /// Takes up the run that was brought last, if it is another.
    async fn take_up(&mut self, store: &Store) -> Result<(), Error> {
        if let Some(run) = self.bench.rerun().filter(|run| **run != self.known).cloned() {
            let (at, analysis) = store.bench_analysis(&run).await?.ok_or_else(Error::not_found)?;
            self.partitions = take(&mut self.partitions).followed(&self.found, &analysis);
            (self.known, self.at, self.found) = (run, at, Arc::new(analysis));
            self.amend();
        }
        Ok(())
    }
}

fn places(analysis: &Analysis) -> BTreeMap<IdeaId, usize> {
    analysis.ideas.iter().enumerate().map(|(place, idea)| (idea.id.clone(), place)).collect()
}

impl Seat {
    /// The bench.
    pub(super) fn opened(&self) -> Result<&Opened, Error> {
        self.0.as_ref().ok_or_else(Error::not_found)
    }

    /// Follows what was done elsewhere.
    async fn catch_up(&mut self, state: &AppState) -> Result<(), Error> {
        let opened = self.0.as_mut().ok_or_else(Error::not_found)?;
        let events = state.store.bench_events(&state.edition.id, &opened.run, opened.bench.last()).await?;
        let amends = events.iter().any(|event| event.change.amends());
        if let Err(hindrance) = opened.bench.follow(events) {
            *self.0 = None;
            return Err(Error::altered(&hindrance));
        }
        opened.around = Around::read(state).await?;
        if amends {
            opened.amend();
        }
        opened.take_up(&state.store).await
    }

    /// Does what `by` wishes, who has seen the bench as it stood after line `seen`. Nothing that someone else changed since is changed again unseen.
    pub(super) async fn wish(
        &mut self,
        state: &AppState,
        wish: &Wish,
        by: &str,
        seen: u32,
    ) -> Result<Result<Event, Refused>, Error> {
        self.decide(state, wish, by, seen, None).await
    }

    /// The same, keeping with it what it settles of a sample. What leaves the bench as it was is kept all the same.
    pub(super) async fn decide(
        &mut self,
        state: &AppState,
        wish: &Wish,
        by: &str,
        seen: u32,
        settling: Option<Settling<'_>>,
    ) -> Result<Result<Event, Refused>, Error> {
        let edition = &state.edition.id;
        for _ in 0..PATIENCE {
            let opened = self.opened()?;
            let judge = Recalled(&opened.analysis);
            let (next, event) = match opened.bench.prepare(wish.clone(), by, state.now(), &judge) {
                Ok(prepared) => prepared,
                Err(hindrance) => return Ok(Err(Refused::Hindered(hindrance))),
            };
            if event.change.is_empty() {
                if let Some(settling) = settling {
                    state.store.settle(edition, settling, None).await?;
                }
                return Ok(Ok(event));
            }
            if let Some(other) = opened.bench.crossed(&event.change, seen, by) {
                return Ok(Err(Refused::Crossed(Box::new(other.clone()))));
            }
            if let Some(event) = self.keep(state, (next, event), settling).await? {
                return Ok(Ok(event));
            }
            self.catch_up(state).await?;
        }
        Ok(Err(Refused::Busy))
    }

    /// Keeps a line with what it settles, and takes it up; none if someone else's came first.
    async fn keep(
        &mut self,
        state: &AppState,
        (next, event): (State, Event),
        settling: Option<Settling<'_>>,
    ) -> Result<Option<Event>, Error> {
        let (edition, opened) = (&state.edition.id, self.0.as_mut().ok_or_else(Error::not_found)?);
        let kept = match settling {
            Some(settling) => state.store.settle(edition, settling, Some((&opened.run, &event))).await?,
            None => state.store.keep_event(edition, &opened.run, &event).await?,
        };
        if !kept {
            return Ok(None);
        }
        let event = opened.bench.settle(next, event).clone();
        if event.change.amends() {
            opened.amend();
        }
        Ok(Some(event))
    }
}

/// Why a gesture was not made.
pub(super) enum Refused {
    /// It cannot be.
    Hindered(Hindrance),
    /// Someone else changed the same thing since the page was made.
    Crossed(Box<Event>),
    /// Others kept coming first.
    Busy,
}
