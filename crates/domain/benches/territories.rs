//! How long a territory takes to be found, beside one pass over a text as long as all their names.
//!
//! `cargo bench -p arobase-domain`

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use arobase_domain::territory::{resolve, search};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Times that each question is asked.
const ROUNDS: u32 = 200;

/// Bytes of all names, folded.
const NAMES: usize = 750_000;

fn main() {
    let opening = mean(1, || search("Agen", 10).total);
    println!("first question, which makes the index: {opening:?}");
    let text = " saint martin des champs\n".repeat(NAMES / 25);
    let pass = mean(ROUNDS, || text.matches(black_box(" saint mz")).count());
    println!("one pass over a text: {pass:?}");
    for typed in ["Agen", "s", "saint", "saint-m", "saint martin (32)", "chapelle erdre", "32300", "4", "zzz"] {
        told("search", typed, pass, || search(black_box(typed), 10).total);
    }
    for typed in ["Agen", "Saint-Martin", "Saint-Martin (32)", "32300"] {
        told("resolve", typed, pass, || usize::from(resolve(black_box(typed)).one().is_some()));
    }
}

fn told(what: &str, typed: &str, pass: Duration, ask: impl Fn() -> usize) {
    let time = mean(ROUNDS, ask);
    println!("{what:<8} {typed:<18} {time:>12.2?}   {:>6.2} passes", time.as_secs_f64() / pass.as_secs_f64());
}

fn mean(rounds: u32, ask: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    for _ in 0..rounds {
        black_box(ask());
    }
    start.elapsed() / rounds
}
