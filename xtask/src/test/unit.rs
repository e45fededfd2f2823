//! Tests that need nothing but Rust.

use super::tally::Tally;
use crate::shell::{self, Outcome};

/// Runs them, then the examples in the documentation, which nextest leaves out.
pub(super) fn run(tally: &mut Tally) -> Outcome {
    let tests = if has_nextest() {
        shell::cargo(&["nextest", "run", "--workspace", "-E", "not package(arobase-store)"])
    } else {
        println!("cargo-nextest is not installed: `cargo test` does its work, more slowly");
        shell::cargo(&["test", "--workspace", "--all-targets", "--no-fail-fast", "--exclude", "arobase-store"])
    };
    shell::watch(tests, |line| tally.read(line))?;
    shell::watch(shell::cargo(&["test", "--quiet", "--workspace", "--doc"]), |line| tally.read(line))
}

/// Whether tests run by nextest, which gives each a process.
pub(super) fn has_nextest() -> bool {
    shell::quietly(shell::cargo(&["nextest", "--version"])).is_ok()
}
