//! The command line: one file a gesture.

mod analyse;
mod audit;
mod compare;
mod concordance;
mod demo;
mod endpoints;
mod import;
mod init;
mod journal;
mod opinions;
mod serve;

use crate::{french, language};
use arobase_domain::Lang;
use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use std::process::ExitCode;

/// From hundreds of contributions to one motion, every idea accounted for
#[derive(Debug, Parser)]
#[command(name = "arobase", version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    gesture: Gesture,
}

#[derive(Debug, Subcommand)]
enum Gesture {
    Analyse(Box<analyse::Analyse>),
    Compare(compare::Compare),
    Concordance(concordance::Concordance),
    Audit(audit::Audit),
    Opinions(opinions::Opinions),
    Demo(demo::Demo),
    Init(init::Init),
    Import(Box<import::Import>),
    Serve(serve::Serve),
    Journal(journal::Journal),
}

impl Cli {
    /// Reads the command line, in the language of whoever typed it; ends the process if it asks for help or makes no sense.
    pub(crate) fn read() -> Self {
        let lang = language::of_command_line(std::env::args_os());
        let command = if lang == Lang::Fr { french::spoken(Self::command()) } else { Self::command() };
        let read = command.try_get_matches().and_then(|matches| Self::from_arg_matches(&matches));
        read.unwrap_or_else(|error| refuse(&error, lang))
    }

    /// Does what was asked; the code is what the shell gets.
    pub(crate) async fn run(self) -> miette::Result<ExitCode> {
        match self.gesture {
            Gesture::Analyse(analyse) => return analyse.run(),
            Gesture::Compare(compare) => return Ok(compare.run()),
            Gesture::Concordance(concordance) => return Ok(concordance.run()),
            Gesture::Audit(audit) => return Ok(audit.run()),
            Gesture::Opinions(opinions) => return Ok(opinions.run()),
            Gesture::Import(import) => return Ok(import.run().await),
            Gesture::Demo(demo) => demo.run().await?,
            Gesture::Init(init) => init.run().await?,
            Gesture::Serve(serve) => serve.run().await?,
            Gesture::Journal(journal) => journal.run().await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Help goes to standard output with code 0, a complaint to standard error with code 2.
#[expect(clippy::print_stderr, reason = "the person who launched the command reads it there")]
fn refuse(error: &clap::Error, lang: Lang) -> ! {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    match french::complaint(error).filter(|_| lang == Lang::Fr && !asked) {
        Some(complaint) => eprintln!("{complaint}"),
        None => error.exit(),
    }
    std::process::exit(error.exit_code())
}

#[expect(
    clippy::print_stderr,
    reason = "the person who launched the command reads it there; standard output carries the result"
)]
fn tell(message: &str) {
    eprintln!("{message}");
}
