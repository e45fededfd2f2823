//! `cargo xtask bench scale`: what the engine costs from a thousand answers to a million.
//!
//! ```text
//! cargo xtask bench scale                       1,000 to 305,630 real answers
//! cargo xtask bench scale --up-to 100000        the smaller sizes only
//! cargo xtask bench scale --million             and a million, answers said again otherwise
//! cargo xtask bench scale --million --from 1000000    that size alone
//! cargo xtask bench scale --million --write     the table into docs/PERFORMANCE.md, the plot into docs/scale.svg
//! ```
//!
//! A hundred thousand answers are analysed again on one thread: an error when a single byte differs.

mod answers;
mod plot;

use super::corpus::Corpus;
use super::measure::{self, Measure};
use super::{page, table};
use crate::shell::{self, Outcome};
use std::path::{Path, PathBuf};

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

/// The size at which one thread must give the bytes that all give.
const WITNESS: usize = 100_000;

/// Files of a run that tell how long it took.
const MEASURED: [&str; 2] = ["report.html", "run.json"];

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    /// Smallest size.
    least: usize,
    /// Largest size; all the answers there are when `None`.
    most: Option<usize>,
    write: bool,
}

impl Asked {
    fn read(arguments: &[String]) -> Outcome<Self> {
        let number =
            |given: Option<&String>| -> Outcome<usize> { Ok(given.ok_or("a number of answers is needed")?.parse()?) };
        let mut asked = Self { least: 0, most: None, write: false };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--write" => asked.write = true,
                "--million" => asked.most = Some(1_000_000),
                "--up-to" => asked.most = Some(number(arguments.next())?),
                "--from" => asked.least = number(arguments.next())?,
                unknown => {
                    return Err(format!(
                        "cargo xtask bench scale knows --from, --up-to, --million and --write, not {unknown}"
                    )
                    .into());
                }
            }
        }
        Ok(asked)
    }
}

/// Measures each size once.
pub(super) fn run(arguments: &[String]) -> Outcome {
    let asked = Asked::read(arguments)?;
    shell::run(shell::cargo(&["build", "--release", "--package", "arobase"]))?;
    let out = shell::target().join("bench");
    std::fs::create_dir_all(&out)?;
    let all = answers::read()?;
    let wanted = asked.least..=asked.most.unwrap_or(all.len());
    let sizes = SIZES.into_iter().filter(|(_, size)| wanted.contains(size));
    let measures = sizes.map(|(name, size)| measured(name, size, &all, &out)).collect::<Outcome<Vec<_>>>()?;
    let page = format!("{}{}", table::markdown(&measures), one_thread(&measures, &out)?);
    println!("{page}");
    std::fs::write(out.join("scale.svg"), plot::svg(&measures))?;
    if asked.write {
        page::write(MARKS, &format!("{page}\n![Seconds and memory against size](scale.svg)"))?;
        std::fs::write(shell::root().join(PLOT), plot::svg(&measures))?;
    }
    Ok(())
}

fn file(size: usize, out: &Path) -> PathBuf {
    out.join(format!("answers-{size}.csv"))
}

/// The witness again, on one thread: what to say of it, or which file differs.
fn one_thread(measures: &[Measure], out: &Path) -> Outcome<String> {
    let Some(all) = measures.iter().find(|measure| measure.contributions == WITNESS as u64) else {
        return Ok(String::new());
    };
    let (name, columns): (_, &[_]) = ("100,000 answers, one thread", &["--text=texte", "--threads=1"]);
    println!("{name}");
    let one = measure::analyse(&Corpus { name, file: file(WITNESS, out), columns, runs: 1 }, out)?;
    let files = compared(&all.out, &one.out)?;
    Ok(format!("\nOn one thread, {WITNESS} answers give the same bytes in {files} files, in {:.0} s.\n", one.wall))
}

/// How many files two runs have in common to the byte: all of them, but for those that hold durations.
fn compared(one: &Path, other: &Path) -> Outcome<usize> {
    let mut files = 0;
    for entry in std::fs::read_dir(one)? {
        let name = entry?.file_name();
        if MEASURED.iter().any(|measured| name == *measured) {
            continue;
        }
        if std::fs::read(one.join(&name))? != std::fs::read(other.join(&name))? {
            return Err(format!("{} depends on the number of threads", name.display()).into());
        }
        files += 1;
    }
    Ok(files)
}

fn measured(name: &'static str, size: usize, all: &[answers::Answer], out: &Path) -> Outcome<Measure> {
    println!("{name}");
    let file = file(size, out);
    answers::write(all, size, &file)?;
    measure::analyse(&Corpus { name, file, columns: &["--text=texte"], runs: 1 }, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_asked_for() {
        let read = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            Asked::read(&arguments).map_err(|error| error.to_string())
        };
        assert_eq!(read(&[]), Ok(Asked { least: 0, most: None, write: false }));
        assert_eq!(read(&["--million", "--write"]), Ok(Asked { least: 0, most: Some(1_000_000), write: true }));
        assert_eq!(
            read(&["--from", "1000", "--up-to", "10000"]),
            Ok(Asked { least: 1_000, most: Some(10_000), write: false })
        );
        assert!(read(&["--up-to"]).is_err() && read(&["--all"]).is_err());
    }
}
