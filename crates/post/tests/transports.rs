//! Letters leave by each way, and say why when they do not.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

#[path = "smtp/mod.rs"]
mod smtp;

use arobase_domain::{Letter, Outgoing};
use arobase_post::{Settings, SettingsError, Transport};
use smtp::{Mood, Server};
use std::path::Path;

fn letter() -> Outgoing {
    let letter = Letter {
        to: "anne@nouans.example".parse().unwrap(),
        subject: "Votre lien".into(),
        body: "Bonjour,\n\nhttps://congres.example/fr/entrer?cle={secret}\n".into(),
        stop: None,
    };
    Outgoing { id: "0192-a".into(), letter, sign_in: None, written_at: 1_790_000_000_000, attempt: 1 }
}

fn settings(text: &str) -> Settings {
    toml::from_str(text).unwrap()
}

fn to(server: &Server) -> Transport {
    let text = format!("transport = \"smtp\"\nserver = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"", server.port);
    Transport::new(&settings(&text), Path::new("."), None).unwrap()
}

#[tokio::test]
async fn a_server_that_takes_is_told_everything_once() {
    let server = Server::start(|_| Mood::Take);
    to(&server).send(&letter(), "abc").await.unwrap();
    let taken = server.taken();
    assert_eq!((taken.len(), taken[0].id.as_str()), (1, "<0192-a@localhost>"));
    assert!(taken[0].text.contains("cle=3Dabc") || taken[0].text.contains("cle=abc"), "{}", taken[0].text);
}

#[tokio::test]
async fn a_server_that_dawdles_is_waited_for() {
    let server = Server::start(|_| Mood::Dawdle(std::time::Duration::from_millis(300)));
    to(&server).send(&letter(), "abc").await.unwrap();
    let told: Vec<bool> = server.taken().iter().map(|taken| taken.told).collect();
    assert_eq!((server.calls(), told), (1, vec![true]));
}

#[tokio::test]
async fn every_failure_is_told_and_none_names_the_secret() {
    for mood in [
        Mood::Refuse(450),
        Mood::Refuse(550),
        Mood::RefuseWhole(451),
        Mood::HangUp,
        Mood::HangUpWithin,
        Mood::TakeSilently,
    ] {
        let server = Server::start(move |_| mood);
        let failure = to(&server).send(&letter(), "abc").await.unwrap_err().to_string();
        assert!(failure.starts_with("the mail server: ") && !failure.contains("abc"), "{mood:?}: {failure}");
    }
}

#[tokio::test]
async fn a_folder_holds_each_letter_once() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::new(&Settings::default(), folder.path(), None).unwrap();
    transport.send(&letter(), "abc").await.unwrap();
    transport.send(&letter(), "abc").await.unwrap();
    let files: Vec<_> =
        std::fs::read_dir(folder.path().join("mail/new")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert!(std::fs::read_to_string(&files[0]).unwrap().contains("To: anne@nouans.example"));
}

#[test]
fn settings_that_cannot_work_are_refused_at_the_start() {
    let made = |text: &str| Transport::new(&settings(text), Path::new("."), None).map(drop).unwrap_err();
    assert!(matches!(made("from = \"nobody\""), SettingsError::From(_)));
    assert!(matches!(made("transport = \"smtp\""), SettingsError::NoServer));
    assert!(matches!(made("transport = \"smtp\"\nserver = \"mail.example\"\nuser = \"x\""), SettingsError::NoPassword));
    assert!(toml::from_str::<Settings>("password = \"x\"").is_err(), "a password has no place in the file");
}
