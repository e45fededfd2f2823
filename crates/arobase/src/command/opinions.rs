//! `arobase opinions`: votes in, opinion groups out, with a map and a report.

use crate::{language, opinions};
use arobase_domain::Lang;
use arobase_domain::opinions::Opinions as Found;
use arobase_opinion::{Mode, Settings};
use arobase_publish::opinions as report;
use arobase_tables::export::{self, Output, WriteError, WriteProblem};
use arobase_tables::{AgreeSign, VoteError, VoteNotice, VoteTable, read_votes};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Find opinion groups in votes: what unites them, what sets each apart
///
/// Reads the exports of Polis (votes.csv and comments.csv) and any table of participant, statement, vote, where a vote is 1, 0, -1, or
/// agree, pass, disagree. The last vote of each person on each statement counts. Writes groups.csv, statements.csv, highlights.csv, opinions.json,
/// map.svg and report.html, all at once or not at all. Exits with 2 when the input or the directory will not do.
#[derive(Debug, clap::Args)]
pub(crate) struct Opinions {
    /// Table of votes
    #[arg(value_name = "VOTES")]
    votes: PathBuf,
    /// Table of the statements: identifier, text, moderation
    #[arg(long, value_name = "FILE")]
    comments: Option<PathBuf>,
    /// Directory of the results: new, empty, or holding earlier results, which are replaced
    #[arg(long, short, value_name = "DIR")]
    out: PathBuf,
    /// stable: no tiny group, and none at all when none is clear; polis: those of Polis, as red-dwarf computes them
    #[arg(long, value_name = "MODE", default_value = "stable", hide_possible_values = true, value_parser = PossibleValuesParser::new(["stable", "polis"]).map(|mode| if mode == "polis" { Mode::Polis } else { Mode::Stable }))]
    mode: Mode,
    /// Number that means “agree”: 1 or -1 [default: found by the counts of the statements]
    #[arg(long, value_name = "N", allow_hyphen_values = true, hide_possible_values = true, value_parser = PossibleValuesParser::new(["1", "-1"]).map(|sign| if sign == "1" { AgreeSign::Plus } else { AgreeSign::Minus }))]
    agree: Option<AgreeSign>,
    /// Seed of everything drawn; the same seed gives the same results
    #[arg(long, value_name = "N", default_value_t = Settings::default().seed)]
    seed: u64,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Read(#[from] VoteError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Opinions {
    /// Finds groups, or says why not.
    pub(crate) fn run(self) -> ExitCode {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.find(lang) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                tell(&failure.message(lang));
                ExitCode::from(failure.code())
            }
        }
    }

    fn find(self, lang: Lang) -> Result<(), Failure> {
        export::check(&self.out)?;
        let table = read_votes(&self.votes, self.comments.as_deref(), self.agree)?;
        table.notices.iter().for_each(|notice| tell(&notice.message(lang)));
        let settings = Settings { mode: self.mode, seed: self.seed, ..Settings::default() };
        let found = opinions::run(&table, settings, agree(self.agree, &table).as_str());
        let mut output = Output::open(&self.out)?;
        output.opinions(&found)?;
        output.file("map.svg", report::svg(&found, lang).as_bytes())?;
        output.file("report.html", report::render(&found, lang).as_bytes())?;
        output.publish()?;
        // A reader that has gone away, as `head` does, is no failure of ours.
        let _gone = writeln!(io::stdout(), "{}\n\n{}", summary(&found, lang), self.out.join("report.html").display());
        Ok(())
    }
}

/// Which number meant agree in the end.
fn agree(asked: Option<AgreeSign>, table: &VoteTable) -> AgreeSign {
    let detected = table.notices.iter().find_map(|notice| match notice {
        VoteNotice::Detected(sign) => Some(*sign),
        _ => None,
    });
    asked.or(detected).unwrap_or(AgreeSign::Plus)
}

impl Failure {
    /// 2 when the user can mend it, 1 when the machine failed.
    fn code(&self) -> u8 {
        match self {
            Self::Read(_) => 2,
            Self::Write(error) if !matches!(error.problem, WriteProblem::Io(_)) => 2,
            Self::Write(_) => 1,
        }
    }

    fn message(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.message(lang),
            Self::Write(error) => error.message(lang),
        }
    }
}

/// How many voted, on what, and the groups found.
fn summary(found: &Found, lang: Lang) -> String {
    use arobase_domain::opinions::letter;
    let (people, placed, statements, votes) =
        (found.voters.len(), found.placed(), found.statements.len(), found.votes());
    let first = match lang {
        Lang::Fr => format!(
            "Personnes\u{a0}: {people}, dont {placed} placées. Affirmations\u{a0}: {statements}. Votes\u{a0}: {votes}."
        ),
        Lang::En => format!("People: {people}, of whom {placed} placed. Statements: {statements}. Votes: {votes}."),
    };
    let groups: Vec<String> =
        found.groups.iter().enumerate().map(|(rank, group)| format!("{} {}", letter(rank), group.size)).collect();
    let decimal = |value: Option<f64>| {
        let text = format!("{:.2}", value.unwrap_or_default());
        if lang == Lang::Fr { text.replace('.', ",") } else { text }
    };
    let (silhouette, stability) = (decimal(found.silhouette), decimal(found.stability));
    let second = match (lang, groups.is_empty()) {
        (Lang::Fr, true) => "Pas de groupes nets.".to_owned(),
        (Lang::En, true) => "No clear groups.".to_owned(),
        (Lang::Fr, false) => {
            format!(
                "Groupes\u{a0}: {}. Séparation {silhouette}, retrouvés à {stability} (1 au plus).",
                groups.join(", ")
            )
        }
        (Lang::En, false) => {
            format!("Groups: {}. Separation {silhouette}, found again at {stability} (1 at most).", groups.join(", "))
        }
    };
    format!("{first}\n{second}")
}

#[expect(
    clippy::print_stderr,
    reason = "the person who launched the command reads it there; standard output carries the result"
)]
fn tell(message: &str) {
    eprintln!("{message}");
}
