//! `cargo xtask bench`: stages × seconds × memory on each corpus, and the encoder beside a plain matrix product.
//!
//! ```text
//! cargo xtask bench            prints the table
//! cargo xtask bench --write    puts it between the marks of docs/PERFORMANCE.md as well
//! cargo xtask bench quality    themes beside those of other tools: see `quality`
//! cargo xtask bench scale      from a thousand answers to a million: see `scale`
//! cargo xtask bench load       2,000 contributions at once, and a server that dies: see `load`
//! cargo xtask bench gestures   a bench of ten thousand ideas, worked at: see `gestures`
//! cargo xtask bench drafting   forty people on one text for five minutes, and a server that dies: see `drafting`
//! ```
//!
//! Real corpora lie outside the project, in `../shared/data` or where `AROBASE_DATA` says; those that are absent are left out.

mod corpus;
mod drafting;
mod gestures;
mod load;
mod measure;
mod page;
mod quality;
mod scale;
mod table;

use crate::shell::{self, Outcome};
use corpus::Corpus;
use measure::Measure;
use std::path::Path;

/// Between which lines the table goes.
const MARKS: [&str; 2] = ["<!-- bench:begin -->", "<!-- bench:end -->"];

/// Measures everything.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        Some(("quality", rest)) => return quality::run(rest),
        Some(("scale", rest)) => return scale::run(rest),
        Some(("gestures", rest)) => return gestures::run(rest),
        Some(("load", rest)) => return load::run(rest),
        Some(("drafting", rest)) => return drafting::run(rest),
        _ => {}
    }
    if let Some(unknown) = arguments.iter().find(|argument| *argument != "--write") {
        return Err(format!(
            "cargo xtask bench knows quality, scale, load, gestures, drafting and --write, not {unknown}"
        )
        .into());
    }
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase"]))?;
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase-encoder", "--example", "throughput"]))?;
    let out = shell::target().join("bench");
    std::fs::create_dir_all(&out)?;
    let measures = corpus::present().iter().map(|corpus| median(corpus, &out)).collect::<Outcome<Vec<_>>>()?;
    let page = format!("{}\n{}", table::markdown(&measures), encoder(&measures, &out)?);
    println!("{page}");
    if arguments.is_empty() { Ok(()) } else { page::write(MARKS, &page) }
}

/// Of the runs of a corpus, the one whose time is in the middle.
fn median(corpus: &Corpus, out: &Path) -> Outcome<Measure> {
    println!("{}: {} run(s)", corpus.name, corpus.runs);
    let mut measures = (0..corpus.runs).map(|_| measure::analyse(corpus, out)).collect::<Outcome<Vec<_>>>()?;
    measures.sort_by(|one, other| one.wall.total_cmp(&other.wall));
    Ok(measures.swap_remove(measures.len() / 2))
}

/// The encoder's own bench, on the ideas of the largest corpus.
fn encoder(measures: &[Measure], out: &Path) -> Outcome<String> {
    let largest = measures.iter().max_by_key(|measure| measure.contributions).ok_or("nothing was measured")?;
    let texts = out.join("ideas.txt");
    std::fs::write(&texts, largest.texts()?)?;
    let program = shell::target().join("release/examples/throughput");
    let printed = shell::quietly(shell::command(program, &[&texts.display().to_string()]))?;
    Ok(format!("The encoder on the ideas of {}:\n\n```text\n{}\n```\n", largest.name, printed.trim_end()))
}
