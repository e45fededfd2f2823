//! `arobase analyse` with an encoder at the end of a wire: a small server of the test's own.

mod server;

use arobase_encoder::Encoder;
use serde_json::{Value, json};
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
    format!("id,texte\n{}", (0..120).map(row).collect::<String>())
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
    for of_the_clock in ["measured", "files"] {
        run.as_object_mut().expect("an object").remove(of_the_clock);
    }
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

/// What a language model writes.
fn writes(content: &str) -> Reply {
    Reply::Say(200, "", json!({ "choices": [{ "message": { "role": "assistant", "content": content } }] }).to_string())
}

/// The first idea that a prompt tells, with its identifier.
fn first_idea(asked: &Asked) -> (String, String) {
    let prompt = asked.body["messages"][1]["content"].as_str().expect("a prompt");
    let line = prompt.lines().find_map(|line| line.strip_prefix('[')?.split_once("] ")).expect("an idea");
    (line.0.to_owned(), line.1.to_owned())
}

#[test]
fn suggestions_are_verified_and_change_nothing_else() {
    let place = Place::new();
    let server = Server::start(|_, asked| {
        let (id, text) = first_idea(asked);
        let drafts = [
            json!({ "text": format!("{text} [{id}]"), "ideas": [] }),
            json!({ "text": text, "ideas": [id, "c999.1"] }),
            json!({ "text": format!("Il ne faut pas {text}"), "ideas": [id] }),
            json!({ "text": text, "ideas": [] }),
            json!({ "text": format!("{text}. Baisser les impôts locaux."), "ideas": [id] }),
        ];
        writes(&json!({ "suggestions": drafts }).to_string())
    });
    let url = server.url();
    assert!(place.arobase(&["--out", "without"]).status.success());
    let output = place.arobase(&["--out", "with", "--suggest-url", &url, "--suggest-model", "grand"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).starts_with("Des textes seront envoyés à "), "{}", said(&output));
    for name in ["ideas.csv", "themes.csv", "questions.csv", "propositions.csv", "lineage.csv", "ledger.csv"] {
        assert_eq!(place.file(&format!("without/{name}")), place.file(&format!("with/{name}")), "{name}");
    }
    let ideas = place.file("with/ideas.csv");
    let suggestions: Vec<Value> =
        place.file("with/suggestions.jsonl").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(suggestions.len(), server.asked().len(), "one of each request is verified");
    for one in &suggestions {
        let (id, text) = (one["ideas"][0].as_str().expect("an id"), one["text"].as_str().expect("a text"));
        assert!(ideas.contains(&format!("\n{id},")) && !text.contains("ne faut pas") && !text.contains('['), "{one}");
        assert!(one["model"] == "grand" && one["prompt"].as_str().is_some_and(|hash| hash.len() == 64), "{one}");
    }
    let run: Value = serde_json::from_str(&place.file("with/run.json")).expect("JSON");
    let count = run["parameters"]["suggestions"].as_str().expect("a count");
    for reason in ["unknown_idea", "contrary", "uncited", "other_words"] {
        assert!(count.contains(reason), "{count}");
    }
    assert_eq!(
        run["output_hash"],
        serde_json::from_str::<Value>(&place.file("without/run.json")).expect("JSON")["output_hash"]
    );
    assert!(
        place.file("with/report.html").contains("id=\"suggestions\"")
            && !place.at("without/suggestions.jsonl").exists()
    );
    let asked = server.asked();
    assert!(asked.iter().all(|one| one.head.starts_with("POST /v1/chat/completions ") && one.body["temperature"] == 0));
    assert!(asked.iter().all(|one| one.body["response_format"]["type"] == "json_schema"));
}

/// A reply, what is told of it, and what the record of the run counts.
type Failing = (fn() -> Reply, &'static str, &'static str);

#[test]
fn without_suggestions_the_result_stands() {
    let place = Place::new();
    let failing: [Failing; 3] = [
        (|| Reply::Say(404, "", "no such model".into()), "sans la suite des suggestions", "0 kept"),
        (|| writes("Je préfère ne pas répondre."), "", "unreadable"),
        (|| Reply::Say(401, "", String::new()), "sans la suite des suggestions", "0 kept"),
    ];
    for (reply, told, count) in failing {
        let url = Server::start(move |_, _| reply()).url();
        let output = place.arobase(&["--out", "out", "--suggest-url", &url, "--suggest-model", "grand"]);
        assert!(output.status.success() && said(&output).contains(told), "{}", said(&output));
        assert!(place.file("out/run.json").contains(count), "{count}");
        assert_eq!(place.file("out/suggestions.jsonl"), "");
    }
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
