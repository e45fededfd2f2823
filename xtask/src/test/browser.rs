//! The journeys of `e2e/`, against the binary of the development profile.

use super::tally::Tally;
use crate::client;
use crate::machine::{NODE, NPM, Tool};
use crate::shell::{self, Outcome};
use std::path::Path;

const CHROMIUM: Tool = Tool {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: &["chromium"],
    elsewhere: "Chromium, as `chromium` in the path",
};

/// The least that playwright-core runs on.
const NODE_VERSION: u32 = 20;

/// Runs them.
pub(super) fn run(tally: &mut Tally) -> Outcome {
    let (node, npm, chromium) = (NODE.need()?, NPM.need()?, CHROMIUM.need()?);
    check_version(&node)?;
    client::check()?;
    shell::run(shell::cargo(&["build", "--quiet", "--package", "arobase"]))?;
    let folder = shell::root().join("e2e");
    let mut packages = shell::command(npm, &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    packages.current_dir(&folder);
    shell::quietly(packages)?;
    let mut journeys = shell::command(node, &["--test", "--test-reporter=spec", "all.test.mjs"]);
    journeys.current_dir(&folder).env("CHROMIUM", chromium).env("AROBASE", shell::target().join("debug/arobase"));
    shell::watch(journeys, |line| tally.read(line))
}

fn check_version(node: &Path) -> Outcome {
    let version = shell::quietly(shell::command(node, &["--version"]))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_some_and(|major: u32| major >= NODE_VERSION) {
        return Ok(());
    }
    Err(format!("{} is {}; Node.js {NODE_VERSION} or later is needed", node.display(), version.trim()).into())
}
