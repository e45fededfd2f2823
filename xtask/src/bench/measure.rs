//! One run of the engine, timed from outside and by itself.

use super::corpus::Corpus;
use crate::shell::{self, Outcome};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What one run took.
pub(super) struct Measure {
    /// Of the corpus.
    pub(super) name: &'static str,
    /// How many came in.
    pub(super) contributions: u64,
    /// How many ideas they hold.
    pub(super) ideas: u64,
    /// Each stage with its seconds, in the order of the funnel.
    pub(super) stages: Vec<(String, f64)>,
    /// Seconds from the launch to the end, reading, loading the model and writing included.
    pub(super) wall: f64,
    /// Highest resident memory, in bytes.
    pub(super) peak_memory: Option<u64>,
    /// Where its results lie.
    pub(super) out: PathBuf,
}

/// Analyses a corpus.
pub(super) fn analyse(corpus: &Corpus, folder: &Path) -> Outcome<Measure> {
    let out = folder.join(corpus.name);
    let (file, to) = (corpus.file.display().to_string(), out.display().to_string());
    let arguments = [&["analyse", &file, "--out", &to], corpus.columns].concat();
    let program = shell::command(shell::target().join("release/arobase"), &arguments);
    // An interrupted bench must not shorten this one.
    let _absent = std::fs::remove_dir_all(folder.join(format!(".{}.arobase-stages", corpus.name)));
    let start = shell::now();
    shell::quietly(program)?;
    let wall = start.elapsed().as_secs_f64();
    let run: Value = serde_json::from_slice(&std::fs::read(out.join("run.json"))?)?;
    let total = |name: &str| run["totals"][name].as_u64().ok_or_else(|| format!("run.json does not count {name}"));
    Ok(Measure {
        name: corpus.name,
        contributions: total("contributions")?,
        ideas: total("ideas")?,
        stages: stages(&run),
        wall,
        peak_memory: run["measured"]["peak_memory"].as_u64(),
        out,
    })
}

fn stages(run: &Value) -> Vec<(String, f64)> {
    let names = run["stages"].as_array().into_iter().flatten().filter_map(|stage| stage["name"].as_str());
    names.filter_map(|name| Some((name.to_owned(), run["measured"]["seconds"][name].as_f64()?))).collect()
}

impl Measure {
    /// Its ideas, one a line.
    pub(super) fn texts(&self) -> Outcome<String> {
        let mut reader = csv::Reader::from_path(self.out.join("ideas.csv"))?;
        let column = reader.headers()?.iter().position(|name| name == "text").ok_or("ideas.csv has no column text")?;
        let mut texts = String::new();
        for row in reader.records() {
            let row = row?;
            texts.extend(row.get(column).unwrap_or_default().split_whitespace().flat_map(|word| [word, " "]));
            texts.push('\n');
        }
        Ok(texts)
    }
}
