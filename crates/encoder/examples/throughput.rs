//! How fast texts become vectors, beside a plain product of square matrices in the same run:
//! `cargo run --release -p arobase-encoder --example throughput -- TEXTS`, one text per line.
#![expect(clippy::disallowed_methods, reason = "a bench owns its stopwatch")]

use std::time::Instant;

use arobase_encoder::{Cost, Encoder, Matrix, Panels};

/// Runs of each measurement; the fastest counts, as the others were disturbed.
const RUNS: usize = 5;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(&path).map_err(|e| std::io::Error::new(e.kind(), format!("{path}: {e}")))?;
    let texts: Vec<&str> = text.lines().collect();
    let (load, encoder) = seconds(Encoder::french);
    println!("load      {:8.1} ms", load * 1e3);
    let cost = encoder.cost(&texts);
    println!("texts     {:8}    pieces {}, distinct {}", cost.texts, cost.pieces, cost.distinct);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a small pool");
        println!("threads   {threads:8}");
        pool.install(|| measure(encoder, &texts, cost));
    }
    Ok(())
}

fn measure(encoder: &Encoder, texts: &[&str], cost: Cost) {
    let tokens = best(|| encoder.cost(texts));
    let once = best(|| encoder.encode(texts));
    let anew = best(|| encoder.encode_each_piece_anew(texts));
    let (plain, done) = (plain(cost.multiplications() as f64), cost.multiplications() as f64);
    println!("  tokenise{:8.1} ms", tokens * 1e3);
    println!(
        "  encode  {:8.1} ms {:8.0} texts/s {:8.0} pieces/s",
        once * 1e3,
        texts.len() as f64 / once,
        cost.pieces as f64 / once
    );
    println!(
        "  product {:8.1} ms for as many multiplications: {:.0} % of it, at {:.1} G/s",
        plain * 1e3,
        100.0 * plain / once,
        done / plain / 1e9
    );
    println!("  anew    {:8.1} ms with every piece at each occurrence: {:.2} times", anew * 1e3, anew / once);
}

/// Seconds that products of square matrices take for so many multiplications.
fn plain(multiplications: f64) -> f64 {
    const SIDE: usize = 1024;
    let a = Matrix::from_vec(SIDE, SIDE, (0..SIDE * SIDE).map(|i| (i % 997) as f32 / 997.0 - 0.5).collect());
    let b = Panels::of(&a);
    best(|| b.product(&a)) * multiplications / (SIDE * SIDE * SIDE) as f64
}

fn best<T>(task: impl Fn() -> T) -> f64 {
    (0..RUNS).map(|_| seconds(&task).0).fold(f64::INFINITY, f64::min)
}

fn seconds<T>(task: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = task();
    (start.elapsed().as_secs_f64(), result)
}
