//! `cargo xtask bench gestures [--write]`: what a gesture of the bench takes when it holds ten thousand ideas.
//!
//! The script `bench/gestures/gestures.mjs` is the browser, on the same machine: its own work is in the figures.

use super::{corpus, page};
use crate::machine::NODE;
use crate::shell::{self, Outcome};

const MARKS: [&str; 2] = ["<!-- gestures:begin -->", "<!-- gestures:end -->"];

/// Measures on SQLite.
pub(super) fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| *argument != "--write") {
        return Err(format!("cargo xtask bench gestures knows --write, not {unknown}").into());
    }
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase"]))?;
    let program = shell::target().join("release/arobase").display().to_string();
    let script = shell::root().join("bench/gestures/gestures.mjs").display().to_string();
    let answers = corpus::data().join("grand-debat/granddebat_305k_dedup_ge30.csv.gz").display().to_string();
    let told = shell::quietly(shell::command(&NODE.need()?, &[&script, &program, &answers]))?;
    let found: serde_json::Value = serde_json::from_str(told.lines().last().unwrap_or_default())?;
    let line = |what: &str, name: &str| {
        format!("| {what} | {} | {} | {} |", found[name]["many"], found[name]["median"], found[name]["p95"])
    };
    let lines = [
        line("a gesture on an idea, or its undoing: sent, kept on disk, answered", "gesture"),
        line("two themes merged, or parted again", "merge"),
        line("the page that follows", "page"),
    ];
    let head = format!(
        "{} answers, {} ideas; the bench opened for the first time in {} ms.\n\n| | many | median (ms) | p95 (ms) |\n| --- | ---: | ---: | ---: |",
        found["answers"], found["ideas"], found["opening"]
    );
    let page = format!("{head}\n{}", lines.join("\n"));
    println!("{page}");
    if arguments.is_empty() { Ok(()) } else { page::write(MARKS, &page) }
}
