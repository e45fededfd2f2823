//! Running other programs, and the clock of the tasks.

use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

/// What tasks return: a message is enough for a developer.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A program to run at the root of the project, with nobody at the keyboard.
pub(crate) fn command<A: AsRef<std::ffi::OsStr>>(program: A, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this task. What it told the task about its own package is taken back: a build script that watches these
/// variables would build again at each passage from `cargo build` to `cargo xtask`.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a program whose output goes straight to the terminal.
pub(crate) fn run(mut command: Command) -> Outcome {
    let status = command.status().map_err(|error| format!("`{}`: {error}", line(&command)))?;
    verdict(&line(&command), status)
}

/// Runs a program in silence and returns what it printed; when it fails, all that it printed is the error.
pub(crate) fn quietly(mut command: Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("`{}`: {error}", line(&command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = || format!("{text}{}`{}` failed", String::from_utf8_lossy(&output.stderr), line(&command));
    if output.status.success() { Ok(text) } else { Err(complaint().into()) }
}

/// Runs a program, shows its lines as they come and hands each to `read`.
pub(crate) fn watch(mut command: Command, mut read: impl FnMut(&str)) -> Outcome {
    let name = line(&command);
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().map_err(|error| format!("`{name}`: {error}"))?;
    drop(command); // it holds the pipe's other end, without which the lines would never end
    for line in BufReader::new(reader).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        read(&line);
    }
    verdict(&name, child.wait()?)
}

fn verdict(line: &str, status: ExitStatus) -> Outcome {
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})").into()) }
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = [program].into_iter().chain(command.get_args()).map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// Now, for a duration.
#[expect(clippy::disallowed_methods, reason = "owns the clock of the tasks, which measure and never decide by it")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
