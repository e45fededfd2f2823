//! Reading rewritings: ideas of some texts of a CSV drawn with a seed, and the phrases made of them.
//!
//! `cargo run -p arobase-funnel --example rewrite -- FILE COLUMN [TEXTS [SEED [KEPT_COLUMN=VALUE]]]`

use arobase_funnel::propositions::demands;
use arobase_funnel::random::Draws;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, column, options @ ..] = args.as_slice() else {
        return Err("expected: FILE COLUMN [TEXTS [SEED [KEPT_COLUMN=VALUE]]]".into());
    };
    let number = |at: usize, usual| options.get(at).map_or(Ok(usual), |given: &String| given.parse::<u64>());
    let (count, seed) = (number(0, 50)? as usize, number(1, 1)?);
    let texts = texts(file, column, options.get(2).and_then(|kept| kept.split_once('=')))?;
    let mut order: Vec<usize> = (0..texts.len()).collect();
    Draws::new(seed).shuffle(&mut order);
    for at in order.into_iter().take(count) {
        for reading in demands(&texts[at]) {
            println!("\n{:.1} {}", reading.score, reading.text.replace('\n', " / "));
            for asked in reading.asked {
                println!(
                    "   → {} [{} {:.1}] {}",
                    asked.text,
                    asked.rules.join(" "),
                    asked.quality,
                    asked.justification
                );
            }
        }
    }
    Ok(())
}

fn texts(file: &str, column: &str, kept: Option<(&str, &str)>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    let place = |name: &str| headers.iter().position(|header| header == name).ok_or(format!("no column {name}"));
    let text = place(column)?;
    let kept = kept.map(|(name, value)| place(name).map(|at| (at, value))).transpose()?;
    let mut found = Vec::new();
    for row in reader.records() {
        let row = row?;
        if kept.is_none_or(|(at, value)| row.get(at) == Some(value)) {
            found.push(row.get(text).unwrap_or_default().to_owned());
        }
    }
    Ok(found)
}
