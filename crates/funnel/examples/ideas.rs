//! The ideas of every text of a CSV, and the personal data found in them, as CSV on standard output.
//!
//! `cargo run -p arobase-funnel --example ideas -- FILE ID TEXT [personal]`
#![expect(clippy::print_stderr, reason = "an example prints")]
#![expect(clippy::disallowed_methods, reason = "an example looks at the clock")]

use arobase_text::{normal::Normal, personal};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, id, text, rest @ ..] = arguments.as_slice() else {
        return Err("FILE ID TEXT [personal]".into());
    };
    let mut reader = csv::Reader::from_path(file)?;
    let column = |headers: &csv::StringRecord, name: &str| headers.iter().position(|header| header == name);
    let headers = reader.headers()?.clone();
    let (id, text) = (column(&headers, id).ok_or("no such id")?, column(&headers, text).ok_or("no such text")?);
    let mut out = csv::Writer::from_writer(std::io::stdout());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let started = Instant::now();
    for row in &rows {
        if rest.is_empty() {
            ideas(&row[id], &row[text], &mut out)?;
        } else {
            personal(&row[id], &row[text], &mut out)?;
        }
    }
    eprintln!("{} texts, {:.2} s", rows.len(), started.elapsed().as_secs_f64());
    Ok(out.flush()?)
}

fn ideas(id: &str, text: &str, out: &mut csv::Writer<impl std::io::Write>) -> csv::Result<()> {
    for idea in arobase_funnel::reading::ideas(text, None) {
        let (kinds, demands) = idea.reading.map_or_else(Default::default, |reading| (reading.kinds, reading.demands));
        let kinds: Vec<String> = kinds.iter().map(|(kind, score)| format!("{kind:?}:{score:.2}")).collect();
        let asked: Vec<String> = demands.into_iter().map(|demand| demand.text).collect();
        let (start, end) = (idea.span.start.to_string(), idea.span.end.to_string());
        out.write_record([id, &start, &end, &kinds.join("|"), &idea.carried, &asked.join(" | ")])?;
    }
    Ok(())
}

fn personal(id: &str, text: &str, out: &mut csv::Writer<impl std::io::Write>) -> csv::Result<()> {
    let scalars: Vec<char> = text.chars().collect();
    for datum in personal::find(&Normal::of(text)) {
        let around = datum.span.start.saturating_sub(50)..(datum.span.end + 40).min(scalars.len());
        let show = |range: std::ops::Range<usize>| scalars[range].iter().collect::<String>().replace('\n', " / ");
        let score = format!("{:.2}", datum.score);
        out.write_record([id, datum.kind.as_str(), datum.reason, &score, &show(datum.span.clone()), &show(around)])?;
    }
    Ok(())
}
