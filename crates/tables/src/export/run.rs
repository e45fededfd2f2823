//! `run.json`: how the results were obtained. What a clock or the system measured stands apart, in `measured`.

use arobase_domain::study::Reinert;
use arobase_domain::{Analysis, StageRecord, Totals};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Marks a directory as holding results of ours.
pub(super) const FORMAT: &str = "arobase-run-1";

#[derive(Serialize)]
struct Run<'a> {
    format: &'a str,
    input_hash: &'a str,
    output_hash: &'a str,
    parameters: BTreeMap<&'a str, &'a str>,
    versions: BTreeMap<&'a str, &'a str>,
    totals: Totals,
    coverage: Coverage,
    stability: f64,
    redundancy: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    reinert: Option<Agreement>,
    stages: Vec<Stage<'a>>,
    measured: Measured<'a>,
}

#[derive(Serialize)]
struct Coverage {
    ideas: f64,
    authors: f64,
}

/// Reinert's classification against the themes.
#[derive(Serialize)]
struct Agreement {
    classes: usize,
    ami: f64,
    ari: f64,
}

#[derive(Serialize)]
struct Stage<'a> {
    name: &'a str,
    counts: BTreeMap<&'a str, u64>,
}

#[derive(Serialize)]
struct Measured<'a> {
    seconds: BTreeMap<&'a str, f64>,
    total_seconds: f64,
    peak_memory: Option<u64>,
    /// BLAKE3 of the files made beside the tables: a report holds durations, so its hash differs from one run to the next.
    files: &'a BTreeMap<String, String>,
}

/// `files` are those written beside the tables, with their hashes.
pub(super) fn write(analysis: &Analysis, files: &BTreeMap<String, String>, out: &mut dyn Write) -> io::Result<()> {
    let run = &analysis.run;
    let document = Run {
        format: FORMAT,
        input_hash: &run.input_hash,
        output_hash: &run.output_hash,
        parameters: named(&run.parameters),
        versions: named(&run.versions),
        totals: Totals::of(analysis),
        coverage: Coverage { ideas: rounded(run.coverage_ideas), authors: rounded(run.coverage_authors) },
        stability: rounded(run.stability),
        redundancy: rounded(run.redundancy),
        reinert: analysis.study.reinert.as_ref().map(agreement),
        stages: run.stages.iter().map(stage).collect(),
        measured: Measured {
            seconds: run.stages.iter().map(|stage| (stage.name.as_str(), rounded(stage.seconds))).collect(),
            total_seconds: rounded(run.stages.iter().map(|stage| stage.seconds).sum()),
            peak_memory: run.peak_memory,
            files,
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

fn agreement(reinert: &Reinert) -> Agreement {
    Agreement { classes: reinert.classes.len(), ami: rounded(reinert.ami), ari: rounded(reinert.ari) }
}

pub(super) fn named(pairs: &[(String, String)]) -> BTreeMap<&str, &str> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn stage(stage: &StageRecord) -> Stage<'_> {
    Stage { name: &stage.name, counts: stage.counts.iter().map(|(name, count)| (name.as_str(), *count)).collect() }
}

/// Four decimals: enough for a share or a duration.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
