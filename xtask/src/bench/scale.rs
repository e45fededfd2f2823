//! `cargo xtask bench scale`: what the engine costs from a thousand answers to a million.
//!
//! ```text
//! cargo xtask bench scale                       1,000 to 305,630 real answers
//! cargo xtask bench scale --million             and a million, answers said again otherwise
//! cargo xtask bench scale --million --write     the table into docs/PERFORMANCE.md, the plot into docs/scale.svg
//! ```

mod answers;
mod plot;

use super::corpus::Corpus;
use super::{measure, page, table};
use crate::shell::{self, Outcome};
use std::path::Path;

const MARKS: [&str; 2] = ["<!-- scale:begin -->", "<!-- scale:end -->"];
const PLOT: &str = "docs/scale.svg";

/// What the table calls each size, and the size; the corpus holds 305,630 answers.
const SIZES: [(&str, usize); 5] = [
    ("1,000 answers", 1_000),
    ("10,000 answers", 10_000),
    ("100,000 answers", 100_000),
    ("305,630 answers", 305_630),
    ("a million answers", 1_000_000),
];

/// Measures each size once.
pub(super) fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| !["--write", "--million"].contains(&argument.as_str())) {
        return Err(format!("cargo xtask bench scale knows --million and --write, not {unknown}").into());
    }
    let asked = |option: &str| arguments.iter().any(|argument| argument == option);
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase"]))?;
    let out = shell::target().join("bench");
    std::fs::create_dir_all(&out)?;
    let all = answers::read()?;
    let sizes = SIZES.into_iter().filter(|(_, size)| *size <= all.len() || asked("--million"));
    let measures = sizes.map(|(name, size)| measured(name, size, &all, &out)).collect::<Outcome<Vec<_>>>()?;
    let page = table::markdown(&measures);
    println!("{page}");
    if asked("--write") {
        page::write(MARKS, &format!("{page}\n![Seconds and memory against size](scale.svg)"))?;
        std::fs::write(shell::root().join(PLOT), plot::svg(&measures))?;
    }
    Ok(())
}

fn measured(name: &'static str, size: usize, all: &[answers::Answer], out: &Path) -> Outcome<measure::Measure> {
    println!("{name}");
    let file = out.join(format!("answers-{size}.csv"));
    answers::write(all, size, &file)?;
    measure::analyse(&Corpus { name, file, columns: &["--text=texte"], runs: 1 }, out)
}
