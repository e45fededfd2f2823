//! `cargo xtask bench drafting`: forty people type on one text for five minutes, their connections drop, the server dies ten times.
//!
//! It is the long form of a test of the site (`crates/web/tests/site/drafting.rs`), on the development profile and one machine: the work of those who
//! type is in the figures.

use crate::shell::{self, Outcome};

/// Measures; fails if a sign that was acknowledged is lost.
pub(super) fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.first() {
        return Err(format!("cargo xtask bench drafting takes nothing, not {unknown}").into());
    }
    let trial = ["--ignored", "--nocapture", "forty_write_for_five_minutes"];
    shell::run(shell::cargo(&[&["test", "--package", "arobase-web", "--test", "site", "--"][..], &trial].concat()))
}
