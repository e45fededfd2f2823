//! The connection of a page to the room.

use super::DRAFTERS;
use super::room::{Room, Told};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::people::Unproven;
use crate::state::AppState;
use crate::url::slug;
use arobase_draft::message::{self, Said};
use arobase_draft::{LARGEST_UPDATE, Unfit};
use arobase_store::Signed;
use axum::Extension;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade, close_code};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::time::{MissedTickBehavior, interval, timeout};

/// Most bytes of what tells where someone writes.
const LARGEST_PRESENCE: usize = 4 * 1024;

/// Most messages that one connection is heard for in a second; the others wait their turn where they are.
const A_SECOND: u32 = 100;

/// Seconds between two signs of life asked for, and after which one who gives none is gone.
const SIGN: u32 = 20;
const SILENT: u32 = 60;

/// Seconds after which one comes in again, so that who may do what is asked again.
const STAY: u32 = 15 * 60;

/// How long a message may take to leave.
const LEAVE: Duration = Duration::from_secs(20);

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::DRAFTING, "/direct", Access::SignedIn, get(join))
}

async fn join(
    State(state): State<AppState>,
    Extension(me): Extension<Signed>,
    unproven: Option<Extension<Unproven>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Error> {
    if !from_here(&headers) {
        return Err(Error::not_yours());
    }
    let room = state.rooms().of(&state);
    room.ready().await?;
    let writes = unproven.is_none() && DRAFTERS.iter().any(|role| me.roles.contains(role));
    let by = me.member.id.to_string();
    let largest = LARGEST_UPDATE * 2;
    Ok(upgrade.max_message_size(largest).max_frame_size(largest).on_upgrade(async move |socket| {
        let (number, told) = room.enter();
        let mut talk = Talk { socket, room: Arc::clone(&room), number, by, writes, kept: 0, heard: 0 };
        let closed = talk.talk(told).await;
        drop(talk.close(closed).await);
        room.leave(number).await.unwrap_or_else(|error| tracing::error!(%error, "motion not written out"));
    }))
}

/// Whether a page of this site asks. What is no browser names no origin.
fn from_here(headers: &HeaderMap) -> bool {
    let told = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = told(header::ORIGIN).map(|origin| origin.split_once("://").map_or("", |(_, host)| host));
    origin.is_none_or(|origin| Some(origin) == told(header::HOST))
}

/// Why a conversation ends.
enum Closed {
    /// They left, or cannot be reached.
    Gone,
    /// They are to come again.
    Again,
    /// What they sent cannot be taken.
    Unfit(Unfit),
    /// They may not write.
    NotYours,
}

type Talked = Result<(), Closed>;

struct Talk {
    socket: WebSocket,
    room: Arc<Room>,
    number: u64,
    by: String,
    writes: bool,
    /// Changes of theirs that are on disk.
    kept: u32,
    /// Messages heard this second.
    heard: u32,
}

impl Talk {
    async fn talk(&mut self, mut told: Receiver<Told>) -> Closed {
        match self.converse(&mut told).await {
            Ok(()) => Closed::Again,
            Err(closed) => closed,
        }
    }

    async fn converse(&mut self, told: &mut Receiver<Told>) -> Talked {
        let has = self.room.has().await.map_err(|_| Closed::Again)?;
        self.send(message::ask(&has).unwrap_or_default()).await?;
        for presence in self.room.here() {
            self.send(presence).await?;
        }
        let mut seconds = interval(Duration::from_secs(1));
        seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut silent = 0;
        for second in 0..STAY {
            loop {
                tokio::select! {
                    _ = seconds.tick() => break,
                    said = self.socket.recv(), if self.heard < A_SECOND => {
                        silent = 0;
                        self.hear(said).await?;
                    }
                    told = told.recv() => self.tell(told).await?,
                }
            }
            (self.heard, silent) = (0, silent + 1);
            if silent > SILENT {
                return Err(Closed::Gone);
            }
            if second % SIGN == 0 {
                self.leave_by(Message::Ping(Vec::new().into())).await?;
            }
        }
        Ok(())
    }

    async fn hear(&mut self, said: Option<Result<Message, axum::Error>>) -> Talked {
        self.heard += 1;
        match said {
            Some(Ok(Message::Binary(bytes))) => self.said(message::heard(&bytes)).await,
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Text(_))) => Ok(()),
            _ => Err(Closed::Gone),
        }
    }

    async fn said(&mut self, said: Option<Said>) -> Talked {
        match said {
            Some(Said::Has(has)) => {
                let lacking = self.room.lacking(&has).await.map_err(|_| Closed::Again)?;
                self.send(message::answer(lacking.map_err(Closed::Unfit)?)).await
            }
            Some(Said::Change(update)) if self.writes => {
                let typed = self.room.typed(self.number, &self.by, update).await;
                typed.map_err(|_| Closed::Again)?.map_err(Closed::Unfit)?;
                self.kept += 1;
                self.send(message::kept(self.kept)).await
            }
            Some(Said::Change(_)) => Err(Closed::NotYours),
            Some(Said::Presence(presence)) if self.writes && presence.len() <= LARGEST_PRESENCE => {
                self.room.present(self.number, presence);
                Ok(())
            }
            Some(_) => Ok(()),
            None => Err(Closed::Unfit(Unfit::Unreadable)),
        }
    }

    async fn tell(&mut self, told: Result<Told, RecvError>) -> Talked {
        match told {
            Ok(Told::Message(from, _)) if from == self.number => Ok(()),
            Ok(Told::Message(_, bytes)) => self.send(bytes.to_vec()).await,
            Ok(Told::Again) | Err(_) => Err(Closed::Again),
        }
    }

    async fn send(&mut self, bytes: Vec<u8>) -> Talked {
        self.leave_by(Message::Binary(bytes.into())).await
    }

    async fn leave_by(&mut self, message: Message) -> Talked {
        let sent = timeout(LEAVE, self.socket.send(message)).await;
        sent.map_err(|_| Closed::Gone)?.map_err(|_| Closed::Gone)
    }

    /// Says why, to whoever can still hear it.
    async fn close(&mut self, closed: Closed) -> Talked {
        let (code, reason) = match closed {
            Closed::Gone => return Ok(()),
            Closed::Again => (close_code::RESTART, "again"),
            Closed::NotYours => (close_code::POLICY, "not yours"),
            Closed::Unfit(Unfit::TooLarge) => (close_code::SIZE, "too large"),
            Closed::Unfit(Unfit::Unreadable) => (close_code::UNSUPPORTED, "unreadable"),
        };
        self.leave_by(Message::Close(Some(CloseFrame { code, reason: reason.into() }))).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_site_come_in() {
        let asks = |origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "congres.example".parse().unwrap());
            origin.map(|origin| headers.insert(header::ORIGIN, origin.parse().unwrap()));
            from_here(&headers)
        };
        assert!(asks(None) && asks(Some("https://congres.example")));
        assert!(!asks(Some("https://ailleurs.example")) && !asks(Some("null")));
    }
}
