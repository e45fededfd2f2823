//! The scripts of the site: `web-client/` in TypeScript, made into the few kilobytes of `crates/web/assets/` that are committed.

use crate::machine::{NODE, NPM};
use crate::shell::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is made: `src/NAME.ts` into `NAME.js`.
const SCRIPTS: [&str; 7] = ["bench", "contribute", "draft", "passkey", "screen", "territory", "worker"];

/// `client [--check]`: makes the scripts anew, or says whether those committed are what would be made.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => make(&assets()),
        [flag] if flag == "--check" => check(),
        _ => Err("cargo xtask client [--check]".into()),
    }
}

/// Types hold, and the scripts committed are those that their sources give.
pub(crate) fn check() -> Outcome {
    let made = shell::target().join("client");
    make(&made)?;
    for script in SCRIPTS {
        let file = format!("{script}.js");
        if fs::read(made.join(&file))? != fs::read(assets().join(&file))? {
            return Err(format!("crates/web/assets/{file} is not what web-client/ gives: cargo xtask client").into());
        }
    }
    Ok(())
}

fn make(into: &Path) -> Outcome {
    let (_, npm) = (NODE.need()?, NPM.need()?);
    fs::create_dir_all(into)?;
    shell::quietly(node(&npm, &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))?;
    shell::quietly(node(&npm, &["run", "--silent", "check"]))?;
    let outdir = format!("--outdir={}", into.display());
    shell::quietly(node(&npm, &["run", "--silent", "build", "--", &outdir])).map(drop)
}

fn node(npm: &Path, arguments: &[&str]) -> Command {
    let mut command = shell::command(npm, arguments);
    command.current_dir(shell::root().join("web-client"));
    command
}

fn assets() -> PathBuf {
    shell::root().join("crates/web/assets")
}
