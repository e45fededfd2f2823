//! What needs no test to run: form, lints, documentation, licences.

use super::licences;
use super::tally::Tally;
use crate::shell::{self, Outcome};

/// Runs the checks, the quick ones first.
pub(super) fn run(_: &mut Tally) -> Outcome {
    shell::run(shell::cargo(&["fmt", "--all", "--check"]))?;
    licences::check()?;
    shell::run(shell::cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    let mut doc = shell::cargo(&["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    shell::run(doc)
}
