//! How well themes recover labels that people gave: agreement and seconds per stage on a CSV.
//!
//! `cargo run --release -p arobase-funnel --example cluster_bench -- FILE TEXT LABEL [ROWS [LABELS [SEED]]]`
//! where TEXT is one column or several joined by `+`. ROWS texts are drawn from LABELS of the labels, labels having
//! unequal shares as subjects do.
#![expect(clippy::print_stdout, reason = "a bench prints")]
#![expect(clippy::disallowed_methods, reason = "a bench looks at the clock")]

use arobase_encoder::{Encoder, Matrix};
use arobase_funnel::random::Draws;
use arobase_funnel::{lsa, metrics, neighbours, themes, vectors};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Instant;

/// Texts with the number of their label.
type Labelled = Vec<(String, u32)>;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, text, label, rest @ ..] = arguments.as_slice() else {
        return Err("FILE TEXT LABEL [ROWS [LABELS [SEED]]]".into());
    };
    let number = |i: usize, usual: usize| rest.get(i).map_or(Ok(usual), |n| n.parse());
    let all = read(file, text, label)?;
    let (rows, labels, seed) = (number(0, usize::MAX)?, number(1, usize::MAX)?, number(2, 1)?);
    let corpus = if rest.is_empty() { all } else { sample(all, rows, labels, seed as u64) };
    compare(&corpus, seed as u64);
    Ok(())
}

fn read(file: &str, text: &str, label: &str) -> Result<Labelled, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    let column = |name: &str| headers.iter().position(|h| h == name).ok_or(format!("no column {name}"));
    let texts = text.split('+').map(column).collect::<Result<Vec<_>, _>>()?;
    let label = column(label)?;
    let mut numbers = BTreeMap::new();
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record?;
        let words: Vec<&str> = texts.iter().filter_map(|&c| record.get(c)).collect();
        let next = numbers.len() as u32;
        let number = *numbers.entry(record.get(label).unwrap_or_default().to_owned()).or_insert(next);
        out.push((words.join(". "), number));
    }
    Ok(out)
}

/// `rows` texts of `labels` labels, the k-th of which has a share in 1 / (k + 3).
fn sample(all: Labelled, rows: usize, labels: usize, seed: u64) -> Labelled {
    let mut draws = Draws::new(seed);
    let mut by_label: BTreeMap<u32, Labelled> = BTreeMap::new();
    for item in all {
        by_label.entry(item.1).or_default().push(item);
    }
    let mut groups: Vec<Labelled> = by_label.into_values().collect();
    draws.shuffle(&mut groups);
    groups.truncate(labels);
    let total: f64 = (0..groups.len()).map(|k| 1.0 / (k + 3) as f64).sum();
    let mut out = Vec::new();
    for (k, mut group) in groups.into_iter().enumerate() {
        draws.shuffle(&mut group);
        group.truncate((rows as f64 / ((k + 3) as f64 * total)).round() as usize);
        out.extend(group);
    }
    draws.shuffle(&mut out);
    out
}

fn compare(corpus: &Labelled, seed: u64) {
    let texts: Vec<&str> = corpus.iter().map(|item| item.0.as_str()).collect();
    let truth: Vec<u32> = corpus.iter().map(|item| item.1).collect();
    let mut clock = Instant::now();
    let mut lap = |stage: &str| {
        println!("{stage:>12} {:8.3} s", clock.elapsed().as_secs_f64());
        clock = Instant::now();
    };
    let bags: Vec<Vec<String>> = texts.iter().map(|text| arobase_text::stem::terms(text)).collect();
    lap("terms");
    let words = lsa::lsa(&bags, seed);
    lap("lsa");
    let meaning = Encoder::french().encode(&texts);
    lap("encoder");
    let both = vectors::fuse(&meaning, &words, vectors::LEXICAL_WEIGHT);
    lap("fuse");
    let alone = vectors::fuse(&meaning, &Matrix::zeros(words.rows(), 0), 0.0);
    for (name, x) in [("words", &words), ("meaning", &alone), ("both", &both)] {
        let graph = neighbours::graph(&neighbours::knn(x, neighbours::usual_count(x.rows())));
        lap("graph");
        let found = themes::find(&graph, &vec![1.0; x.rows()], themes::Settings::default(), seed);
        lap("themes");
        report(name, &found, &truth);
    }
}

fn report(name: &str, found: &themes::Themes, truth: &[u32]) {
    // The pool « à classer » counts as a theme of its own, which only lowers the agreement.
    let labels: Vec<u32> = found.theme().iter().map(|t| t.unwrap_or(u32::MAX)).collect();
    let unassigned = labels.iter().filter(|&&l| l == u32::MAX).count() as f64 / labels.len().max(1) as f64;
    println!(
        "{name:>12} n {} labels {} themes {} γ {:.2} AMI {:.3} ARI {:.3} V {:.3} unassigned {:.3}",
        truth.len(),
        truth.iter().collect::<BTreeSet<_>>().len(),
        found.count(),
        found.resolution,
        metrics::adjusted_mutual_information(&labels, truth),
        metrics::adjusted_rand(&labels, truth),
        metrics::v_measure(&labels, truth),
        unassigned,
    );
    for rung in &found.ladder {
        let stability = rung.stability.map_or_else(String::new, |s| format!("stability {s:.3}"));
        println!("{:>20} γ {:5.2} themes {:3} {stability}", "", rung.resolution, rung.themes);
    }
}
