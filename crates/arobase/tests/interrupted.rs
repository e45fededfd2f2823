//! A run killed after each of its long stages, then run again: it goes on, and its results are those of a run left in peace.

mod common;

use common::{Place, corpus, csv, names};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const RUN: [&str; 4] = ["analyse", "a.csv", "--out", "out"];
const STAGES: &str = ".out.arobase-stages";
const GOES_ON: &str = "Reprise d’un calcul interrompu\u{a0}: ce qui était fait n’est pas refait.";

/// Enough contributions for each stage to be seen before the next.
fn place() -> Place {
    let place = Place::new();
    let rows: Vec<String> =
        (0..30).flat_map(|round| corpus().into_iter().map(move |row| format!("r{round}{row}"))).collect();
    place.file("a.csv", csv(&rows));
    place
}

/// The files that hold nothing that was measured.
fn tables(folder: &Path) -> Vec<(String, String)> {
    let names = names(folder).into_iter().filter(|name| !["run.json", "report.html"].contains(&name.as_str()));
    names.map(|name| (name.clone(), fs::read_to_string(folder.join(name)).expect("UTF-8"))).collect()
}

fn start(place: &Place) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_arobase"));
    command.args(RUN).current_dir(place.at("")).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the binary starts")
}

/// Runs until a stage is kept, and kills; whether the results were not written yet.
fn killed_after(place: &Place, stage: &str) -> bool {
    let mut run = start(place);
    let kept = place.at(STAGES).join(stage);
    while !kept.exists() && run.try_wait().expect("a process").is_none() {
        thread::sleep(Duration::from_millis(1));
    }
    run.kill().expect("SIGKILL");
    run.wait().expect("dead");
    !place.at("out").exists()
}

#[test]
fn a_killed_run_goes_on_to_the_same_results() {
    let place = place();
    place.analyse("a.csv", "peace", &[]);
    let peace = tables(&place.at("peace"));
    for stage in ["vectors", "neighbours", "themes"] {
        assert!((0..20).any(|_| killed_after(&place, stage)), "{stage}: too late twenty times");
        assert!(names(&place.at(STAGES)).iter().any(|name| name == stage), "{stage} is kept");
        let told = place.told(&RUN);
        assert!(told.starts_with("0\n") && told.contains(GOES_ON), "{stage}: {told}");
        assert!(tables(&place.at("out")) == peace, "killed after {stage}, other results");
        assert!(!place.at(STAGES).exists(), "nothing is left");
        fs::remove_dir_all(place.at("out")).expect("removed");
    }
}

#[test]
fn what_does_not_go_with_a_run_is_left_aside() {
    let place = place();
    place.analyse("a.csv", "peace", &[]);
    assert!((0..20).any(|_| killed_after(&place, "vectors")), "too late twenty times");
    let vectors = place.at(STAGES).join("vectors");
    let mut bytes = fs::read(&vectors).expect("kept");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&vectors, bytes).expect("written");
    let told = place.told(&RUN);
    assert!(told.starts_with("0\n") && told.contains("est abîmé, ou d’un autre calcul"), "{told}");
    assert!(tables(&place.at("out")) == tables(&place.at("peace")));
    assert!(!place.at(STAGES).exists(), "nothing is left");
}
