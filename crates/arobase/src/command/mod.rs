//! The command line: one file a gesture.

mod admin;
mod analyse;
mod audit;
mod compare;
mod concordance;
mod demo;
mod edition;
mod endpoints;
mod import;
mod init;
mod journal;
mod opinions;
mod read_document;
mod roster;
mod serve;

use crate::{french, language};
use arobase_domain::{Edition, Lang};
use arobase_store::Store;
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
    Edition(edition::Edition),
    Import(Box<import::Import>),
    Admin(admin::Admin),
    Serve(serve::Serve),
    Journal(journal::Journal),
    #[command(hide = true)]
    ReadDocument(read_document::ReadDocument),
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
            Gesture::Edition(edition) => return Ok(edition.run().await),
            Gesture::Import(import) => return Ok(import.run().await),
            Gesture::Admin(admin) => return Ok(admin.run().await),
            Gesture::Demo(demo) => demo.run().await?,
            Gesture::Init(init) => init.run().await?,
            Gesture::Serve(serve) => serve.run().await?,
            Gesture::Journal(journal) => journal.run().await?,
            Gesture::ReadDocument(reading) => reading.run()?,
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

/// The edition asked for, else the one that the site opens on.
async fn edition_asked(store: &Store, slug: Option<&str>, lang: Lang) -> Result<Edition, String> {
    let found = match slug {
        Some(slug) => store.edition_by_slug(slug).await,
        None => store.current_edition().await,
    };
    found.map_err(|error| error.to_string())?.ok_or_else(|| no_edition(slug, lang))
}

fn no_edition(slug: Option<&str>, lang: Lang) -> String {
    match (lang, slug) {
        (Lang::Fr, Some(slug)) => {
            format!("Il n’y a pas d’édition «\u{a0}{slug}\u{a0}» ici. Voyez «\u{a0}arobase edition list\u{a0}».")
        }
        (Lang::En, Some(slug)) => format!("There is no edition “{slug}” here. See “arobase edition list”."),
        (Lang::Fr, None) => {
            "Il n’y a pas encore d’édition ici. Créez-en une avec «\u{a0}arobase edition create\u{a0}».".to_owned()
        }
        (Lang::En, None) => "There is no edition here yet. Make one with “arobase edition create”.".to_owned(),
    }
}
