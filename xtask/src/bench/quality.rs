//! `cargo xtask bench quality`: our themes beside those of the tools that analysts use, in one run.
//!
//! ```text
//! cargo xtask bench quality                       the development half of every gold set
//! cargo xtask bench quality --sizes 600           small samples and our own gold only; `--sizes ""` for our own alone
//! cargo xtask bench quality --held-out --write    the other half, and the table into docs/PERFORMANCE.md
//! ```
//!
//! Peers are Python programs: the command makes them an environment in `target/quality`. What was found is kept there,
//! under the hash of all that it depends on, so that a second run only measures what changed.

use super::{corpus, page};
use crate::machine::Tool;
use crate::shell::{self, Outcome};
use std::path::{Path, PathBuf};

const MARKS: [&str; 2] = ["<!-- quality:begin -->", "<!-- quality:end -->"];
const REQUIREMENTS: &str = "bench/quality/requirements.txt";
const PYTHON: Tool = Tool {
    names: &["python3"],
    packages: &["python3", "python3-venv"],
    elsewhere: "Python 3.11 or later, https://www.python.org",
};

/// Measures quality; `--write` is ours, other arguments are those of `bench/quality/bench.py`.
pub(super) fn run(arguments: &[String]) -> Outcome {
    let (written, passed): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|argument| *argument == "--write");
    let folder = shell::target().join("quality");
    let python = environment(&folder)?;
    // The numeric rooms are optimised in every profile, and give the same bytes in all.
    shell::run(shell::cargo(&["build", "--package", "arobase-funnel", "--example", "quality"]))?;
    let out = folder.join("page.md");
    let mut bench = shell::command(python, &["bench/quality/bench.py"]);
    bench.arg(shell::target().join("debug/examples/quality")).arg(corpus::data());
    bench.args([&folder.join("samples"), &out]).args(passed).env("PYTHONDONTWRITEBYTECODE", "1");
    shell::run(bench)?;
    let found = std::fs::read_to_string(out)?;
    println!("{found}");
    if written.is_empty() { Ok(()) } else { page::write(MARKS, &found) }
}

/// A Python that has what the peers need, made once for each list of requirements.
fn environment(folder: &Path) -> Outcome<PathBuf> {
    let (place, wanted) = (folder.join("venv"), std::fs::read_to_string(shell::root().join(REQUIREMENTS))?);
    let (python, installed) = (place.join("bin/python"), place.join("installed.txt"));
    if std::fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    println!("making {} for the peers", place.display());
    let place = place.display().to_string();
    shell::quietly(shell::command(PYTHON.need()?, &["-m", "venv", "--clear", &place]))?;
    let install = ["-m", "pip", "install", "--no-deps", "--requirement", REQUIREMENTS];
    shell::quietly(shell::command(&python, &install))?;
    std::fs::write(installed, wanted)?;
    Ok(python)
}
