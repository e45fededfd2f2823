//! Going on from an earlier run, with late contributions and the gestures of people.

mod common;

use common::{Place, corpus, csv, names};
use std::collections::BTreeMap;
use std::fs;

/// Ideas with their theme and state, and the themes with their labels.
fn state(place: &Place, run: &str) -> (BTreeMap<String, (String, String)>, BTreeMap<String, String>) {
    let rows = |name: &str| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(place.at(run).join(name)).expect("a table");
        reader.deserialize().collect::<Result<_, _>>().expect("rows")
    };
    let ideas = rows("ideas.csv").into_iter();
    let ideas = ideas.map(|row| (row["idea_id"].clone(), (row["theme_id"].clone(), row["status"].clone()))).collect();
    let themes = rows("themes.csv").into_iter().map(|row| (row["theme_id"].clone(), row["label"].clone())).collect();
    (ideas, themes)
}

/// The log of gestures of a run, as `--edits` reads it.
fn log(place: &Place, run: &str) -> String {
    let content = fs::read_to_string(place.at(run).join("state.json")).expect("written");
    let state: serde_json::Value = serde_json::from_str(&content).expect("JSON");
    state["edits"].as_array().expect("a list").iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn go_on(place: &Place, input: &str, options: &[&str], out: &str) {
    place.analyse(input, out, options);
}

/// A place with a first run on four themes.
fn started() -> Place {
    let place = Place::new();
    place.file("a.csv", csv(&corpus()));
    place.analyse("a.csv", "first", &["--themes", "4"]);
    place
}

#[test]
fn nothing_new_changes_nothing() {
    let place = started();
    go_on(&place, "a.csv", &["--from", "first"], "second");
    assert_eq!(state(&place, "first"), state(&place, "second"));
    let difference = fs::read_to_string(place.at("second/difference.csv")).expect("written");
    assert_eq!(difference, "idea_id,from_theme,to_theme,why\n");
}

#[test]
fn gestures_replayed_on_a_fresh_run_give_the_same_state() {
    let place = started();
    let (ideas, themes) = state(&place, "first");
    let ids: Vec<&String> = themes.keys().collect();
    let mut members = ideas.iter().filter(|(_, (theme, _))| theme == ids[0]).map(|(id, _)| id);
    let (moved, beside) = (members.next().expect("an idea"), members.next().expect("another"));
    place.file(
        "one.jsonl",
        format!(
            "{{\"edit\":\"merge\",\"themes\":[\"{1}\",\"{2}\"]}}\n\n{{\"edit\":\"split\",\"theme\":\"{1}\",\"parts\":2}}\n\
             {{\"edit\":\"rename\",\"theme\":\"{0}\",\"label\":\"Accueil\",\"by\":\"Zoé\"}}\n{{\"edit\":\"lock\",\"theme\":\"{1}\"}}\n",
            ids[0], ids[1], ids[2]
        ),
    );
    place.file(
        "two.jsonl",
        format!(
            "{{\"edit\":\"create\",\"label\":\"À part\",\"ideas\":[\"{moved}\"]}}\n{{\"edit\":\"off_topic\",\"ideas\":[\"{beside}\"]}}\n\
             {{\"edit\":\"dissolve\",\"theme\":\"{}\"}}\n",
            ids[3]
        ),
    );
    go_on(&place, "a.csv", &["--from", "first", "--edits", "one.jsonl"], "second");
    go_on(&place, "a.csv", &["--from", "second", "--edits", "two.jsonl"], "third");
    place.file("log.jsonl", log(&place, "third"));
    go_on(&place, "a.csv", &["--themes", "4", "--edits", "log.jsonl"], "again");
    assert_eq!(state(&place, "third"), state(&place, "again"));
    assert_eq!(log(&place, "third"), log(&place, "again"));
    let (ideas, themes) = state(&place, "third");
    assert_eq!(ideas[beside], (String::new(), "off_topic".to_owned()));
    assert_eq!(themes.get(ids[0]).map(String::as_str), Some("Accueil"));
    assert!(!themes.contains_key(ids[3]) && themes[&ideas[moved].0] == "À part");
}

#[test]
fn what_people_placed_stays_when_contributions_arrive() {
    let place = Place::new();
    let rows = corpus();
    place.file("early.csv", csv(&rows[..28])).file("all.csv", csv(&rows));
    place.analyse("early.csv", "first", &["--themes", "4"]);
    let (ideas, themes) = state(&place, "first");
    let last = themes.keys().next_back().expect("a theme");
    let (moved, _) =
        ideas.iter().find(|(_, (theme, _))| !theme.is_empty() && theme != last).expect("an idea elsewhere");
    place.file("gestures.jsonl", format!("{{\"edit\":\"move\",\"ideas\":[\"{moved}\"],\"to\":\"{last}\"}}\n"));
    go_on(&place, "all.csv", &["--from", "first", "--edits", "gestures.jsonl"], "second");
    let (now, _) = state(&place, "second");
    assert!(now.len() > ideas.len());
    assert_eq!(&now[moved].0, last);
    let kept = ideas.iter().filter(|(id, (theme, _))| *id != moved && !theme.is_empty());
    assert!(kept.clone().all(|(id, stood)| now[id] == *stood), "nothing else moves");
}

#[test]
fn gestures_that_cannot_be_made_are_told_and_nothing_is_written() {
    let place = started();
    let before = names(&place.at(""));
    for (gesture, told) in [
        ("{\"edit\":\"merge\",\"themes\":[\"t01\",\"t99\"]}", "ligne 2\u{a0}: le thème t99 n’existe pas."),
        ("{\"edit\":\"melt\",\"theme\":\"t01\"}", "ligne 2\u{a0}: ce n’est pas un geste"),
        ("{\"edit\":\"move\",\"ideas\":[\"x.1\"],\"to\":\"t01\"}", "l’idée x.1 n’existe pas"),
        ("{\"edit\":\"split\",\"theme\":\"t01\",\"parts\":5000}", "ne se divise pas en 5000"),
    ] {
        place.file("bad.jsonl", format!("{{\"edit\":\"lock\",\"theme\":\"t02\"}}\n{gesture}\n"));
        let said = place.told(&["analyse", "a.csv", "--from", "first", "--edits", "bad.jsonl", "--out", "second"]);
        assert!(said.starts_with("2\n") && said.contains(told) && said.contains("Rien n’a été écrit."), "{said}");
    }
    fs::remove_file(place.at("bad.jsonl")).expect("removed");
    assert_eq!(names(&place.at("")), before);
    assert!(place.told(&["analyse", "a.csv", "--from", "ailleurs", "--out", "second"]).starts_with("2\n"));
}
