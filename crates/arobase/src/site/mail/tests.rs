//! A mail server that refuses, delays and hangs up: every letter leaves in the end, once.

#[path = "../../../../post/tests/smtp/mod.rs"]
mod smtp;

use super::*;
use arobase_domain::{Edition, EditionId, Member, MemberId, Role};
use arobase_post::letters::{Link, invitation};
use arobase_store::{Invitation, Mail, NewLink};
use smtp::{Mood, Server, Taken};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

const NOW: i64 = 1_790_000_000_000;
const MINUTE: i64 = 60_000;
const LETTERS: usize = 40;

/// What happens to call number n: three in four go wrong, each in its way.
fn mood(call: usize) -> Mood {
    match call % 16 {
        0 | 13 => Mood::HangUp,
        1 => Mood::Refuse(450),
        2 => Mood::Refuse(550),
        4 => Mood::RefuseWhole(451),
        5 => Mood::RefuseWhole(554),
        6 | 12 => Mood::HangUpWithin,
        8 => Mood::TakeSilently,
        9 => Mood::Dawdle(Duration::from_millis(120)),
        10 => Mood::Refuse(421),
        14 => Mood::RefuseWhole(552),
        _ => Mood::Take,
    }
}

async fn site(folder: &Path) -> Store {
    let store = Store::open(&format!("sqlite:{}/a.db?mode=rwc", folder.display())).await.expect("opens");
    let edition = Edition {
        id: EditionId::new("e"),
        slug: "e".into(),
        name: "Congrès".into(),
        motto: String::new(),
        fictional: true,
        congress_date: NOW,
        phases: vec![],
        settings: arobase_domain::Settings::default(),
    };
    store.create_edition(&edition, NOW).await.expect("created");
    for nth in 0..LETTERS {
        invite(&store, &edition.id, nth).await;
    }
    store
}

async fn invite(store: &Store, edition: &EditionId, nth: usize) {
    let (id, mail) = (format!("i{nth:02}"), format!("m{nth:02}"));
    let email: arobase_domain::Email = format!("elu{nth}@nouans.example").parse().expect("an address");
    let letter = invitation(
        arobase_domain::Lang::Fr,
        email.clone(),
        Link { edition: "Congrès", url: "http://a.example/fr/entrer?key={secret}" },
        "http://a.example/fr/arreter-les-messages?key=i.abc",
    );
    let member = Member { id: MemberId::new(id.as_str()), email: Some(email), ..Member::default() };
    let link = NewLink { id: &id, digest: &id, expires_at: NOW + 10_000 * MINUTE };
    let mail = Some(Mail { id: &mail, letter: &letter, useless_at: None });
    store
        .invite(Invitation { edition, member: &member, role: Role::Contributor, by: None, link, mail }, NOW)
        .await
        .expect("invited");
}

fn postman(store: &Store, server: &Server, folder: &Path) -> Postman {
    let text = format!("transport = \"smtp\"\nserver = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"", server.port);
    let settings = toml::from_str(&text).expect("settings");
    let transport = Transport::new(&settings, folder, None).expect("a way out");
    Postman { store: store.clone(), transport, key: Key::new([5; 32]) }
}

/// How many times each message was taken, told or not.
fn by_message(taken: &[Taken]) -> BTreeMap<String, Vec<bool>> {
    let mut all = BTreeMap::<String, Vec<bool>>::new();
    for letter in taken {
        all.entry(letter.id.clone()).or_default().push(letter.told);
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_letter_leaves_in_the_end_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, server) = (site(folder.path()).await, Server::start(mood));
    let clock = AtomicI64::new(NOW);
    let now = || clock.load(Ordering::Relaxed);
    let mut hours = 0;
    while store.outbox().await.expect("read").waiting > 0 {
        let one = || async {
            let postman = postman(&store, &server, folder.path());
            while postman.carry(&now).await.expect("the database answers") {}
        };
        tokio::join!(one(), one(), one());
        clock.fetch_add(30 * MINUTE, Ordering::Relaxed);
        hours += 1;
        assert!(hours < 200, "{:?}", store.outbox().await);
    }
    let figures = store.outbox().await.expect("read");
    assert_eq!((figures.sent, figures.given_up), (LETTERS as u64, 0));
    let taken = by_message(&server.taken());
    assert_eq!(taken.len(), LETTERS, "every letter arrived");
    for (id, times) in &taken {
        let told = times.iter().filter(|told| **told).count();
        assert_eq!(told, 1, "{id}: a letter that the server said it has is never sent again");
        assert!(times[times.len() - 1], "{id}");
    }
    let silent: usize = taken.values().map(|times| times.len() - 1).sum();
    println!("{LETTERS} letters, {} calls, {silent} taken by a server that hung up before saying so", server.calls());
    assert!(server.calls() > 2 * LETTERS && silent > 0, "the server was not wicked enough to prove anything");
    let secret = Key::new([5; 32]).link("i07");
    let text = &server.taken().into_iter().find(|letter| letter.id.starts_with("<m07@")).expect("taken").text;
    assert!(text.replace("=\r\n", "").contains(secret.reveal()), "its link opens: {text}");
}

#[tokio::test]
async fn a_letter_that_left_before_the_site_was_killed_goes_again_under_the_same_identifier() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, server) = (site(folder.path()).await, Server::start(|_| Mood::Take));
    let postman = postman(&store, &server, folder.path());
    let letter = store.next_letter(PATIENCE, NOW).await.expect("read").expect("one waits");
    postman.transport.send(&letter, "").await.expect("left");
    // Killed here: nobody wrote that it left. The others go meanwhile; this one is put off, then goes once more under the same identifier.
    while postman.carry(&|| NOW).await.expect("the database answers") {}
    assert_eq!(by_message(&server.taken()).len(), LETTERS);
    assert_eq!(server.taken().len(), LETTERS, "put off: not sent again at once");
    assert!(postman.carry(&|| NOW + MINUTE).await.expect("the database answers"));
    let taken = by_message(&server.taken());
    assert_eq!(
        (taken.len(), server.taken().len()),
        (LETTERS, LETTERS + 1),
        "one message twice, that its server can tell"
    );
}

#[test]
fn what_init_writes_is_read_back() {
    let folder = tempfile::tempdir().expect("a folder");
    transport(folder.path()).expect("files by default");
    prepare(folder.path()).expect("written");
    transport(folder.path()).expect("read");
    let settings: Settings = toml::from_str(BLANK).expect("read");
    assert_eq!(settings, Settings::default());
    std::fs::write(folder.path().join(FILE), "transport = \"pigeon\"").expect("written");
    assert!(format!("{:?}", transport(folder.path()).expect_err("no such way")).contains("mail.toml"));
}
