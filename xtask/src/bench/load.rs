//! `cargo xtask bench load [--write]`: 500 people, 2,000 contributions in thirty seconds, five deaths of the server; on both databases.
//!
//! The clients are `bench/load/load.mjs`, on the same machine: their own work is in the figures.

use super::page;
use crate::machine::NODE;
use crate::shell::{self, Outcome};
use crate::test::postgres::Cluster;
use std::path::Path;

const MARKS: [&str; 2] = ["<!-- load:begin -->", "<!-- load:end -->"];

/// Measures on SQLite, then on a PostgreSQL that writes to the disk.
pub(super) fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| *argument != "--write") {
        return Err(format!("cargo xtask bench load knows --write, not {unknown}").into());
    }
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase"]))?;
    let node = NODE.need()?;
    let cluster = Cluster::durable()?;
    let lines = [line(&node, "SQLite", &[])?, line(&node, "PostgreSQL", &[&cluster.url()])?];
    let head = "| database | sent | found again | doubled | kills | tries | form, median / p95 (ms) | sending, median / p95 (ms) | acknowledged, p95, deaths included (ms) |";
    let page = format!("{head}\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n{}", lines.join("\n"));
    println!("{page}");
    if arguments.is_empty() { Ok(()) } else { page::write(MARKS, &page) }
}

fn line(node: &Path, database: &str, address: &[&str]) -> Outcome<String> {
    let program = shell::target().join("release/arobase").display().to_string();
    let script = shell::root().join("bench/load/load.mjs").display().to_string();
    let told = shell::quietly(shell::command(node, &[&[script.as_str(), &program], address].concat()))?;
    let found: serde_json::Value = serde_json::from_str(told.lines().last().unwrap_or_default())?;
    let [form, send] = ["form", "send"].map(|what| format!("{} / {}", found[what]["median"], found[what]["p95"]));
    let number = |name: &str| found[name].as_u64().unwrap_or_default();
    let doubled = number("published").saturating_sub(number("distinct"));
    Ok(format!(
        "| {database} | {} | {} | {doubled} | {} | {} | {form} | {send} | {} |",
        number("sent"),
        number("distinct"),
        number("kills"),
        number("tries"),
        found["acknowledged"]["p95"],
    ))
}
