//! What the tables of a run are, in one hash that anyone can compute again from the files.

use super::files;
use arobase_domain::Analysis;
use std::io::{self, Write};

/// BLAKE3 of the tables of a run and of its measures, in hexadecimal: two equal runs have equal hashes.
///
/// For each table in turn, its name, a line feed, its bytes; then its measures.
pub fn fingerprint(analysis: &Analysis) -> String {
    let mut hash = Fingerprint::default();
    for (name, write) in files::ALL {
        hash.begin(name);
        // A hasher takes everything it is given.
        let _infallible = write(analysis, &mut hash);
    }
    let run = &analysis.run;
    hash.finish([run.coverage_ideas, run.coverage_authors, run.stability, run.redundancy])
}

/// A hash being computed, table by table.
#[derive(Debug, Default)]
pub struct Fingerprint(blake3::Hasher);

impl Fingerprint {
    /// The tables, in the order in which they count.
    pub fn tables() -> impl Iterator<Item = &'static str> {
        files::ALL.iter().map(|(name, _)| *name)
    }

    /// What follows is the table of this name.
    pub fn begin(&mut self, name: &str) {
        self.0.update(name.as_bytes());
        self.0.update(b"\n");
    }

    /// Coverage of ideas and of authors, stability and redundancy, each with three decimals on a line.
    pub fn finish(mut self, measures: [f64; 4]) -> String {
        for measure in measures {
            self.0.update(format!("{measure:.3}\n").as_bytes());
        }
        self.0.finalize().to_hex().to_string()
    }
}

impl Write for Fingerprint {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
