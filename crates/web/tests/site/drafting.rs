//! The motion written by many at once, over real connections that drop, on a server that dies.

use crate::client::Client;
use crate::fixture::{self, NOW};
use crate::people::signed;
use arobase_domain::Role;
use arobase_domain::motion::{Field, Gesture, Motion, Refusal, Shape, start};
use arobase_draft::message::{self, Said};
use arobase_store::{NewState, Store};
use arobase_web::{AppState, made, replaced, router};
use axum::http::StatusCode;
use futures_util::{SinkExt as _, StreamExt as _};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{Doc, ReadTxn as _, StateVector, Text as _, Transact as _, Update, XmlFragment as _, XmlOut, XmlTextRef};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// How much is asked.
#[derive(Clone, Copy)]
struct Trial {
    authors: u32,
    seconds: u64,
    kills: u32,
}

/// What the authors share.
struct Hall {
    port: AtomicU16,
    cookie: String,
    over: Instant,
    /// When each change was typed, by copy and clock, and how long until others had it.
    typed: Mutex<BTreeMap<(u64, u32), Instant>>,
    waits: Mutex<Vec<Duration>>,
    copies: AtomicU32,
}

/// Someone who types a sign of their own.
struct Author {
    sign: char,
    doc: Doc,
    chance: u64,
    /// A tab that is closed when the connection drops, with what it held.
    forgets: bool,
    typed: u32,
    /// Those that were not forgotten.
    held: u32,
    kept: u32,
}

/// Numbers that look drawn.
fn draw(chance: &mut u64, among: u64) -> u64 {
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    *chance % among
}

impl Hall {
    async fn connect(&self) -> Option<Socket> {
        let port = self.port.load(Ordering::SeqCst);
        let mut request = format!("ws://127.0.0.1:{port}/fr/redaction/direct").into_client_request().unwrap();
        request.headers_mut().insert("cookie", self.cookie.parse().unwrap());
        let connected = timeout(Duration::from_secs(5), connect_async(request)).await.ok()?;
        connected.ok().map(|(socket, _)| socket)
    }

    fn blank(&self) -> Doc {
        arobase_draft::blank(self.copies.fetch_add(1, Ordering::SeqCst))
    }

    fn others_have(&self, update: &Update) {
        let typed = self.typed.lock().unwrap();
        let known = update.state_vector();
        let waits = known.iter().filter_map(|(copy, clock)| typed.get(&(copy.get(), *clock))).map(Instant::elapsed);
        self.waits.lock().unwrap().extend(waits);
    }
}

/// The texts of the clauses.
fn texts(doc: &Doc) -> Vec<XmlTextRef> {
    let root = doc.get_or_insert_xml_fragment("motion");
    let txn = doc.transact();
    let texts = root.successors(&txn).filter_map(XmlOut::into_xml_text);
    texts.collect()
}

impl Author {
    /// Types its sign somewhere; the change.
    fn types(&mut self, hall: &Hall, live: bool) -> Option<Vec<u8>> {
        let texts = texts(&self.doc);
        let text = texts.get(draw(&mut self.chance, texts.len().max(1) as u64) as usize)?;
        let before = self.doc.transact().state_vector();
        let mut txn = self.doc.transact_mut();
        let at = draw(&mut self.chance, u64::from(text.len(&txn)) + 1) as u32;
        text.insert(&mut txn, at, &self.sign.to_string());
        drop(txn);
        self.typed += 1;
        self.held += 1;
        let txn = self.doc.transact();
        if live {
            let clock = txn.state_vector().get(&self.doc.client_id());
            hall.typed.lock().unwrap().insert((self.doc.client_id().get(), clock), Instant::now());
        }
        Some(txn.encode_diff_v1(&before))
    }

    /// Writes over one connection until it drops; at the end, until everything is kept and nothing more comes.
    async fn sit(&mut self, hall: &Hall) -> Option<()> {
        let mut socket = hall.connect().await?;
        let has = self.doc.transact().state_vector().encode_v1();
        send(&mut socket, message::ask(&has)?).await?;
        // After each change sent, how many signs were typed.
        let mut sent = Vec::new();
        loop {
            let over = Instant::now() >= hall.over;
            if !over && draw(&mut self.chance, 200) == 0 {
                return None;
            }
            let pause = if over { 4_000 } else { 50 + draw(&mut self.chance, 200) };
            match timeout(Duration::from_millis(pause), socket.next()).await {
                Ok(Some(Ok(Message::Binary(bytes)))) => self.hears(hall, &mut socket, &bytes, &mut sent).await?,
                Ok(Some(Ok(_))) => {}
                Ok(_) => return None,
                Err(_) if over && (self.forgets || self.kept == self.typed) => return Some(()),
                Err(_) if over => return None,
                Err(_) => {
                    if let Some(update) = self.types(hall, true) {
                        sent.push(self.held);
                        send(&mut socket, message::change(update)).await?;
                    }
                }
            }
        }
    }

    async fn hears(&mut self, hall: &Hall, socket: &mut Socket, bytes: &[u8], sent: &mut Vec<u32>) -> Option<()> {
        match message::heard(bytes) {
            Some(Said::Has(has)) => {
                let has = StateVector::decode_v1(&has).unwrap();
                let lacking = self.doc.transact().encode_state_as_update_v1(&has);
                sent.push(self.held);
                send(socket, message::answer(lacking)).await?;
            }
            Some(Said::Change(change)) => {
                let update = Update::decode_v1(&change).unwrap();
                if bytes[1] == 2 {
                    hall.others_have(&update);
                }
                self.doc.transact_mut().apply_update(update).unwrap();
            }
            _ => {
                // Its tag and its length stand before the number.
                let count = u32::from_be_bytes(bytes.get(2..6)?.try_into().unwrap());
                self.kept = self.kept.max(sent[count as usize - 1]);
            }
        }
        Some(())
    }

    async fn writes(mut self, hall: Arc<Hall>) -> Self {
        while self.sit(&hall).await.is_none() {
            sleep(Duration::from_millis(50 + draw(&mut self.chance, 500))).await;
            if self.forgets {
                // What was not acknowledged may be lost with the tab, or not.
                (self.doc, self.held) = (hall.blank(), self.kept);
                continue;
            }
            if Instant::now() < hall.over {
                self.types(&hall, false);
            }
        }
        self
    }
}

async fn send(socket: &mut Socket, bytes: Vec<u8>) -> Option<()> {
    socket.send(Message::Binary(bytes.into())).await.ok()
}

/// A server in a runtime of its own, so that it can be killed.
fn serve(folder: &std::path::Path, port: &AtomicU16) -> Runtime {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let url = format!("sqlite:{}/site.db?mode=rwc", folder.display());
    let (told, ready) = std::sync::mpsc::channel();
    runtime.spawn(async move {
        let state = AppState::new(fixture::around(Store::open(&url).await.unwrap(), || NOW), fixture::edition());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        told.send(listener.local_addr().unwrap().port()).unwrap();
        let site = router(state).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, site).await.unwrap();
    });
    port.store(ready.recv().unwrap(), Ordering::SeqCst);
    runtime
}

async fn begun(client: &Client) -> Motion {
    let motion = start(&arobase_publish::sample(), Shape::Questions, "Motion");
    replaced(&client.state, "anne", &motion).await.unwrap().unwrap().motion
}

/// Many write, connections drop, the server dies; what anyone was told is kept is in the text, and all have the same.
fn put_through(trial: Trial) {
    let folder = tempfile::tempdir().unwrap();
    let authors = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let cookie = authors.block_on(async {
        let state = fixture::site(folder.path(), true).await;
        let client = Client::of(router(state.clone()), state);
        begun(&client).await;
        let (cookie, _) = signed(&client, "drafter", &[Role::Drafter]).await;
        client.state.store.close().await;
        cookie
    });
    let over = authors.block_on(async { Instant::now() }) + Duration::from_secs(trial.seconds);
    let hall = Arc::new(Hall {
        port: AtomicU16::new(0),
        cookie,
        over,
        typed: Mutex::default(),
        waits: Mutex::default(),
        copies: AtomicU32::new(1_000),
    });
    let mut server = serve(folder.path(), &hall.port);
    let writing: Vec<_> = (0..trial.authors)
        .map(|nth| {
            let author = Author {
                sign: char::from_u32(0x4E00 + nth).unwrap(),
                doc: hall.blank(),
                chance: 0x9E37_79B9_7F4A_7C15 ^ (u64::from(nth) + 1) << 20,
                forgets: nth % 4 == 3,
                typed: 0,
                held: 0,
                kept: 0,
            };
            authors.spawn(author.writes(Arc::clone(&hall)))
        })
        .collect();
    for _ in 0..trial.kills {
        std::thread::sleep(Duration::from_millis(trial.seconds * 1_000 / u64::from(trial.kills + 1)));
        server.shutdown_timeout(Duration::ZERO);
        server = serve(folder.path(), &hall.port);
    }
    let done: Vec<Author> = writing.into_iter().map(|author| authors.block_on(author).unwrap()).collect();
    judge(&done, &hall, trial);
    server.shutdown_timeout(Duration::from_secs(1));
    let stored = authors.block_on(async {
        let store = Store::open(&format!("sqlite:{}/site.db?mode=rwc", folder.path().display())).await.unwrap();
        store.verify_journal().await.unwrap();
        store.motion(&fixture::edition().id).await.unwrap().motion
    });
    assert_eq!(stored, arobase_draft::read(&done[0].doc), "written out as everyone has it");
}

fn judge(done: &[Author], hall: &Hall, trial: Trial) {
    let text = serde_json::to_string(&arobase_draft::read(&done[0].doc)).unwrap();
    let typed: u32 = done.iter().map(|author| author.typed).sum();
    for author in done {
        let there = text.chars().filter(|sign| *sign == author.sign).count() as u32;
        assert!(there >= author.kept && there <= author.typed, "{there} of {}, {} kept", author.typed, author.kept);
        assert!(author.forgets || there == author.typed, "{there} of {}", author.typed);
        assert_eq!(arobase_draft::read(&author.doc), arobase_draft::read(&done[0].doc));
    }
    let mut waits = hall.waits.lock().unwrap().clone();
    waits.sort_unstable();
    let at = |share: usize| waits.get(waits.len() * share / 100).copied().unwrap_or_default();
    println!(
        "{} authors, {} s, {} kills: {typed} signs typed, none lost; {} arrivals, p50 {:?}, p95 {:?}",
        trial.authors,
        trial.seconds,
        trial.kills,
        waits.len(),
        at(50),
        at(95)
    );
    assert!(typed > trial.authors && !waits.is_empty());
}

#[test]
fn many_write_and_nothing_is_lost() {
    put_through(Trial { authors: 12, seconds: 5, kills: 3 });
}

#[test]
#[ignore = "five minutes: cargo xtask bench drafting"]
fn forty_write_for_five_minutes() {
    put_through(Trial { authors: 40, seconds: 300, kills: 10 });
}

#[tokio::test]
async fn a_gesture_of_a_form_goes_through_the_room() {
    let client = Client::open(true).await;
    let motion = begun(&client).await;
    let first = motion.clauses().next().unwrap().id.clone();
    let gesture = Gesture::Write { clause: first.clone(), text: "Autrement.".into(), before: None };
    let written = made(&client.state, "anne", gesture).await.unwrap().unwrap();
    assert_eq!((written.seq, written.motion.clause(&first).unwrap().1.text.as_str()), (2, "Autrement."));
    let refused =
        made(&client.state, "anne", Gesture::Write { clause: first, text: " ".into(), before: None }).await.unwrap();
    assert_eq!(refused, Err(Refusal::NoWords));
    // Someone who knows of no room writes a state; the next gesture takes it in.
    let mut other = written.motion.clone();
    other.make(Gesture::Head { field: Field::Title, text: "Autre titre".into() }).unwrap();
    let new = NewState { after: 2, gesture: None, motion: &other, by: "noor", at: NOW };
    let (store, id) = (&client.state.store, &client.state.edition.id);
    assert_eq!(store.keep_motion(id, new).await.unwrap(), Some(3));
    let demand = Gesture::Head { field: Field::Demand, text: "Nous demandons :".into() };
    let written = made(&client.state, "anne", demand).await.unwrap().unwrap();
    assert_eq!((written.motion.title.as_str(), written.motion.demand.as_str()), ("Autre titre", "Nous demandons :"));
    assert_eq!(store.motion(id).await.unwrap(), written);
    let history = store.motion_history(id, 99, 99).await.unwrap();
    assert_eq!(history.iter().filter(|line| line.gesture.is_some()).count(), 2);
}

#[tokio::test]
async fn the_text_reads_without_script_for_those_who_are_in() {
    let client = Client::open(true).await;
    let motion = begun(&client).await;
    assert_eq!(client.get("/fr/redaction").await.status, StatusCode::SEE_OTHER);
    let (reader, _) = signed(&client, "reader", &[Role::Contributor]).await;
    let (drafter, _) = signed(&client, "drafter", &[Role::Drafter]).await;
    for (who, writes) in [(&reader, "data-writes=\"false\""), (&drafter, "data-writes=\"true\"")] {
        for path in ["/fr/redaction", "/en/drafting"] {
            let page = client.with(who, path, None).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains(writes) && page.body.contains(&motion.clauses().last().unwrap().text[1..9]));
            assert!(!page.body.contains("draft-"), "a message is missing");
        }
    }
    let direct = client.with(&drafter, "/fr/redaction/direct", None).await;
    assert_eq!(direct.status, StatusCode::BAD_REQUEST, "it takes a connection that stays");
}
