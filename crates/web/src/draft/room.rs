//! The room of an edition: one person at a time at its document, everyone told at once.

use super::open::{Lent, Open, Updates};
use crate::Error;
use crate::state::AppState;
use arobase_domain::EditionId;
use arobase_domain::motion::{Gesture, Motion, Refusal, Written};
use arobase_draft::{Unfit, message};
use std::collections::BTreeMap;
use std::mem::take;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::{Mutex as Turn, Notify, broadcast, oneshot};
use tokio::time::timeout;

/// How long nobody types before the motion is written out; and how long at most while they do.
const PAUSE: Duration = Duration::from_secs(2);
const PAUSES: u32 = 10;

/// Messages that wait for whoever reads slowly; past that they begin again.
const BEHIND: usize = 4096;

/// How often a gesture is tried when others come first.
const TRIES: usize = 3;

/// The rooms of every edition.
#[derive(Default)]
pub(crate) struct Rooms(Mutex<BTreeMap<EditionId, Arc<Room>>>);

/// A document, those who are at it, and what they wait for.
pub(super) struct Room {
    lent: Lent,
    turn: Turn<Option<Open>>,
    waiting: Mutex<Vec<Waiting>>,
    told: broadcast::Sender<Told>,
    typed: Notify,
    here: Mutex<BTreeMap<u64, Vec<u8>>>,
    next: AtomicU64,
}

/// A change to be kept, and who is told when it is.
type Waiting = ((String, Vec<u8>), oneshot::Sender<Result<(), Unfit>>);

/// What everyone in a room is told.
#[derive(Debug, Clone)]
pub(super) enum Told {
    /// A message of someone, or of the server (0).
    Message(u64, Arc<Vec<u8>>),
    /// Come again: what the room knew is to be read anew, or the server stops.
    Again,
}

impl Rooms {
    /// The room of the edition at hand.
    pub(super) fn of(&self, state: &AppState) -> Arc<Room> {
        let mut rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || {
            let room = Arc::new(Room::new(Lent::of(state)));
            tokio::spawn(keep(Arc::downgrade(&room)));
            room
        };
        Arc::clone(rooms.entry(state.edition.id.clone()).or_insert_with(made))
    }

    /// Sends everyone home and writes out what they typed.
    pub(crate) async fn close(&self) {
        let rooms = take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        for room in rooms.into_values() {
            _ = room.told.send(Told::Again);
            room.rest().await.unwrap_or_else(|error| tracing::error!(%error, "motion not written out"));
        }
    }
}

/// Writes out the motion at each pause, for as long as there is a room.
async fn keep(room: Weak<Room>) {
    while let Some(held) = room.upgrade() {
        if timeout(PAUSE, held.typed.notified()).await.is_err() {
            continue;
        }
        for _ in 0..PAUSES {
            if timeout(PAUSE, held.typed.notified()).await.is_err() {
                break;
            }
        }
        held.rest().await.unwrap_or_else(|error| tracing::error!(%error, "motion not written out"));
    }
}

impl Room {
    fn new(lent: Lent) -> Self {
        let (told, _) = broadcast::channel(BEHIND);
        Self {
            lent,
            turn: Turn::default(),
            waiting: Mutex::default(),
            told,
            typed: Notify::new(),
            here: Mutex::default(),
            next: AtomicU64::new(1),
        }
    }

    /// Someone comes in: their number here, and what they will be told.
    pub(super) fn enter(&self) -> (u64, broadcast::Receiver<Told>) {
        (self.next.fetch_add(1, Ordering::Relaxed), self.told.subscribe())
    }

    /// Does something with the document, alone. If that fails, what memory holds is thrown away and everyone comes again: the disk is what holds.
    async fn sit<T>(&self, done: impl AsyncFnOnce(&mut Open, &Lent) -> Result<T, Error>) -> Result<T, Error> {
        let mut seat = self.turn.lock().await;
        // Taken, so that nothing half done stays if this is given up midway.
        let mut open = if let Some(open) = seat.take() {
            open
        } else {
            _ = self.told.send(Told::Again);
            self.typed.notify_one();
            Open::read(&self.lent).await?
        };
        match done(&mut open, &self.lent).await {
            Ok(made) => {
                *seat = Some(open);
                Ok(made)
            }
            Err(error) => {
                _ = self.told.send(Told::Again);
                Err(error)
            }
        }
    }

    /// Opens the document if it is not.
    pub(super) async fn ready(&self) -> Result<(), Error> {
        self.sit(async |_, _| Ok(())).await
    }

    /// What the document has; then, of someone who has this much, what they lack.
    pub(super) async fn has(&self) -> Result<Vec<u8>, Error> {
        self.sit(async |open, _| Ok(open.table.has())).await
    }

    pub(super) async fn lacking(&self, has: &[u8]) -> Result<Result<Vec<u8>, Unfit>, Error> {
        self.sit(async |open, _| Ok(open.table.lacking(has))).await
    }

    /// Keeps a change: on disk, with those that came meanwhile, before anyone hears of it.
    pub(super) async fn typed(&self, me: u64, by: &str, update: Vec<u8>) -> Result<Result<(), Unfit>, Error> {
        let (done, kept) = oneshot::channel();
        let heard = Arc::new(message::change(update.clone()));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(((by.to_owned(), update), done));
        self.sit(async |open, lent| self.take_waiting(open, lent).await).await?;
        let kept = kept.await.map_err(|_| Error::draft(&"given up midway"))?;
        if kept.is_ok() {
            _ = self.told.send(Told::Message(me, heard));
            self.typed.notify_one();
        }
        Ok(kept)
    }

    async fn take_waiting(&self, open: &mut Open, lent: &Lent) -> Result<(), Error> {
        let waiting = take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        let (sent, done): (Vec<_>, Vec<_>) = waiting.into_iter().unzip();
        for (done, taken) in done.into_iter().zip(open.take(lent, sent).await?) {
            _ = done.send(taken);
        }
        Ok(())
    }

    /// Tells everyone else who someone is and where they write.
    pub(super) fn present(&self, me: u64, presence: Vec<u8>) {
        if let Some(message) = message::presence(&presence) {
            self.here.lock().unwrap_or_else(PoisonError::into_inner).insert(me, presence);
            _ = self.told.send(Told::Message(me, Arc::new(message)));
        }
    }

    /// Who is here.
    pub(super) fn here(&self) -> Vec<Vec<u8>> {
        let here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        here.values().filter_map(|presence| message::presence(presence)).collect()
    }

    /// Someone leaves; the last one closes the document.
    pub(super) async fn leave(&self, me: u64) -> Result<(), Error> {
        let gone = self.here.lock().unwrap_or_else(PoisonError::into_inner).remove(&me);
        if let Some(message) = gone.and_then(|presence| message::gone(&presence)) {
            _ = self.told.send(Told::Message(me, Arc::new(message)));
        }
        if self.told.receiver_count() == 0 {
            self.rest().await?;
        }
        Ok(())
    }

    /// Writes out the motion; a document that nobody is at is closed.
    async fn rest(&self) -> Result<(), Error> {
        if self.turn.lock().await.is_none() {
            return Ok(());
        }
        let updates = self.sit(async |open, lent| open.rest(lent).await).await?;
        self.tell(updates);
        let mut seat = self.turn.lock().await;
        if self.told.receiver_count() == 0 {
            *seat = None;
        }
        Ok(())
    }

    fn tell(&self, updates: Updates) {
        for update in updates {
            _ = self.told.send(Told::Message(0, Arc::new(message::change(update))));
        }
    }

    /// Writes out what is typed, then does something to the motion, and tells everyone.
    async fn change(&self, by: &str, gesture: Option<&Gesture>, change: Change<'_>) -> Result<Made, Error> {
        let (made, updates) = self
            .sit(async |open, lent| {
                let mut updates = open.rest(lent).await?;
                let mut motion = open.table.motion();
                if let Err(refusal) = change(&mut motion) {
                    return Ok((Err(refusal), updates));
                }
                let (written, more) = open.put(lent, &motion, (by, gesture)).await?;
                updates.extend(more);
                Ok((Ok(written), updates))
            })
            .await?;
        self.tell(updates);
        Ok(made)
    }
}

type Change<'a> = &'a (dyn Fn(&mut Motion) -> Result<(), Refusal> + Sync);
type Made = Result<Written, Refusal>;

/// Makes a gesture on the motion as it is being written, and tells those who write.
pub async fn made(state: &AppState, by: &str, gesture: Gesture) -> Result<Result<Written, Refusal>, Error> {
    let change = |motion: &mut Motion| motion.make(gesture.clone());
    changed(state, by, Some(&gesture), &change).await
}

/// Puts a whole motion in place of the one that is being written: one that begins, or an earlier state taken up again.
pub async fn replaced(state: &AppState, by: &str, motion: &Motion) -> Result<Result<Written, Refusal>, Error> {
    let change = |held: &mut Motion| {
        *held = Motion { minted: held.minted.max(motion.minted), ..motion.clone() };
        Ok(())
    };
    changed(state, by, None, &change).await
}

/// Makes of the motion that is being written another one, whatever it is by then.
pub(crate) async fn rewritten(
    state: &AppState,
    by: &str,
    change: Change<'_>,
) -> Result<Result<Written, Refusal>, Error> {
    changed(state, by, None, change).await
}

async fn changed(
    state: &AppState,
    by: &str,
    gesture: Option<&Gesture>,
    change: Change<'_>,
) -> Result<Result<Written, Refusal>, Error> {
    let room = state.rooms().of(state);
    let mut made = room.change(by, gesture, change).await;
    for _ in 1..TRIES {
        if made.is_ok() {
            break;
        }
        made = room.change(by, gesture, change).await;
    }
    made
}
