//! `arobase analyse` with an encoder at the end of a wire: a small server of the test's own.

mod server;

use arobase_encoder::Encoder;
use serde_json::Value;
use server::{Asked, Reply, Server, vectors};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Duration;
use tempfile::TempDir;

/// A folder to work in, with a table of contributions.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a temporary folder"));
        fs::write(place.at("a.csv"), corpus()).expect("written");
        place
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arobase"));
        command.args(["analyse", "a.csv", "--threads", "2"]).args(line).current_dir(&self.0);
        command.env("LANG", "fr_FR.UTF-8").env("NO_PROXY", "127.0.0.1").env("XDG_CACHE_HOME", self.at("cache"));
        command.env("AROBASE_ENCODER_KEY", "clef-secrete");
        command
    }

    fn arobase(&self, line: &[&str]) -> Output {
        self.command(line).output().expect("the binary starts")
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).expect("written")
    }
}

fn corpus() -> String {
    let subjects = [
        "il faut former les agents des mairies au numérique",
        "ouvrir une maison France services dans chaque canton",
        "la fibre doit arriver dans tous les villages",
        "utiliser des logiciels libres dans les écoles",
        "protéger les données personnelles des habitants",
    ];
    let row = |at: usize| {
        format!("c{at},\"{}. De plus, {} dans la commune {at}.\"\n", subjects[at % 5], subjects[at * 3 % 5])
    };
    format!("id,texte\n{}", (0..60).map(row).collect::<String>())
}

/// The very vectors of the encoder that ships with the product.
fn ours(asked: &Asked) -> Reply {
    let texts = asked.texts();
    let matrix = Encoder::french().encode(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    vectors(matrix.iter_rows().map(<[f32]>::to_vec))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// `run.json` without what names the encoder and what a clock measured.
fn run(content: &str) -> Value {
    let mut run: Value = serde_json::from_str(content).expect("JSON");
    run.as_object_mut().expect("an object").remove("measured");
    run["versions"].as_object_mut().expect("an object").remove("encoder");
    run["parameters"].as_object_mut().expect("an object").remove("texts_sent_to");
    run
}

#[test]
fn the_same_vectors_give_the_same_results() {
    let place = Place::new();
    let server = Server::start(|_, asked| ours(asked));
    assert!(place.arobase(&["--out", "ours"]).status.success());
    let url = server.url();
    let host = url.trim_start_matches("http://").trim_end_matches("/v1");
    let output = place.arobase(&["--out", "theirs", "--encoder-url", &url, "--encoder-model", "le nôtre"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(&format!("Les textes seront envoyés à {host}")), "{}", said(&output));
    for name in ["ideas.csv", "themes.csv", "questions.csv", "propositions.csv", "lineage.csv", "ledger.csv"] {
        assert_eq!(place.file(&format!("ours/{name}")), place.file(&format!("theirs/{name}")), "{name}");
    }
    let (mine, other) = (place.file("ours/run.json"), place.file("theirs/run.json"));
    assert_eq!(run(&mine), run(&other));
    let other: Value = serde_json::from_str(&other).expect("JSON");
    assert_eq!(other["parameters"]["texts_sent_to"], host);
    assert_eq!(other["versions"]["encoder"], format!("le nôtre @ {url}/embeddings"));
    assert!(!mine.contains("texts_sent_to"));
    assert!(server.asked()[0].head.to_lowercase().contains("authorization: bearer clef-secrete"));
    let everything = format!("{}{other}{}", place.file("theirs/report.html"), said(&output));
    assert!(!everything.contains("clef-secrete"), "the key is nowhere");
}

#[test]
fn killed_in_the_middle_it_goes_on_from_there() {
    let place = Place::new();
    let server = Server::start(|number, asked| match number {
        1 => Reply::Hang(Duration::from_mins(1)),
        2 => Reply::Cut("{\"data\":".to_owned()),
        _ => ours(asked),
    });
    let url = server.url();
    let line = ["--out", "out", "--encoder-url", &url, "--encoder-model", "m"];
    let mut child = place.command(&line).spawn().expect("the binary starts");
    while server.asked().len() < 2 {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    assert!(!place.at("out").exists());
    assert!(place.arobase(&line).status.success());
    let asked = server.asked();
    let witness = &asked[0].texts()[0];
    let answered: BTreeSet<String> = asked[0].texts().into_iter().collect();
    let later: Vec<String> = asked[3..].iter().flat_map(Asked::texts).collect();
    assert!(later.len() > 32 && later.iter().filter(|text| answered.contains(*text)).eq([witness]));
    let before = asked.len();
    assert!(place.arobase(&line).status.success());
    assert_eq!(server.asked().len(), before, "a third run asks nothing");
}

#[test]
fn a_failure_writes_nothing_and_says_how_to_go_on() {
    let place = Place::new();
    let server = Server::start(|number, asked| match number {
        0 => ours(asked),
        _ => Reply::Say(404, "", "{\"error\":\"no such model\"}".into()),
    });
    let url = server.url();
    let output = place.arobase(&["--out", "out", "--encoder-url", &url, "--encoder-model", "m", "--cache", "vecteurs"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no such model"), "{said}");
    assert!(said.contains(&format!("({}, dans vecteurs/", server.asked()[0].texts().len())), "{said}");
    assert!(!place.at("out").exists() && place.at("vecteurs").exists());
}

#[test]
fn options_that_do_not_hold_together() {
    let place = Place::new();
    for (line, told) in [
        (&["--encoder-url", "http://127.0.0.1:1/v1"][..], "--encoder-model"),
        (
            &["--encoder-url", "http://moi:clef@127.0.0.1:1/v1", "--encoder-model", "m"],
            "ne convient pas à --encoder-url",
        ),
        (
            &["--encoder-url", "http://127.0.0.1:1/v1", "--encoder-model", "m", "--encoder-key-env", "ABSENTE"],
            "La variable d’environnement ABSENTE",
        ),
    ] {
        let output = place.arobase(&[&["--out", "out"], line].concat());
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(told), "{}", said(&output));
        assert!(!place.at("out").exists());
    }
}
