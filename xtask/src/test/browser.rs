//! The journeys of `e2e/`, against the binary of the development profile.

use super::tally::Tally;
use crate::machine::Tool;
use crate::shell::{self, Outcome};

const NODE: Tool = Tool { names: &["node"], packages: &["nodejs", "npm"], elsewhere: "Node.js 20 or later, with npm" };

const NPM: Tool = Tool { names: &["npm"], packages: &["nodejs", "npm"], elsewhere: "npm" };

const CHROMIUM: Tool = Tool {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: &["chromium"],
    elsewhere: "Chromium, as `chromium` in the path",
};

/// Runs them.
pub(super) fn run(tally: &mut Tally) -> Outcome {
    let (node, npm, chromium) = (NODE.need()?, NPM.need()?, CHROMIUM.need()?);
    shell::run(shell::cargo(&["build", "--quiet", "--package", "arobase"]))?;
    let folder = shell::root().join("e2e");
    let mut packages = shell::command(npm, &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    packages.current_dir(&folder);
    shell::quietly(packages)?;
    let mut journeys = shell::command(node, &["--test", "--test-reporter=spec", "all.test.mjs"]);
    journeys.current_dir(&folder).env("CHROMIUM", chromium).env("AROBASE", shell::target().join("debug/arobase"));
    shell::watch(journeys, |line| tally.read(line))
}
