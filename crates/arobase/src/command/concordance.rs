//! `arobase concordance`: every place where a term is said, with the words around it.

use crate::language;
use arobase_domain::Lang;
use arobase_tables::import;
use arobase_text::concordance::{Line, Query, concordance};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde::Deserialize;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Show every place where a term is said, with the words around it
///
/// Inflected forms, accents and capitals do not matter: « agent formé » finds « Agents formés ». A word that ends in * stands for all those that begin so:
/// form* finds « formation ». Small words (de, la, et…) are passed over.
#[derive(Debug, clap::Args)]
pub(crate) struct Concordance {
    /// Results of a run
    #[arg(value_name = "DIR")]
    run: PathBuf,
    /// What to look for: one word or several in a row
    #[arg(required = true, value_name = "TERM")]
    term: Vec<String>,
    /// Only in this theme, such as t03
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Characters on each side
    #[arg(long, value_name = "N", default_value_t = 48)]
    around: usize,
    /// Print as CSV: idea, contribution, theme, left, term, right
    #[arg(long)]
    csv: bool,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

/// What `ideas.csv` says of an idea, as far as it is shown.
#[derive(Debug, Deserialize)]
struct Idea {
    #[serde(rename = "idea_id")]
    id: String,
    contribution_id: String,
    text: String,
    theme_id: String,
}

impl Concordance {
    /// Looks, or says why not (code 2).
    pub(crate) fn run(self) -> ExitCode {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.look(lang) {
            Ok(told) => {
                // A reader that has gone away, as `head` does, is no failure of ours.
                let _gone = io::stdout().write_all(told.as_bytes());
                ExitCode::SUCCESS
            }
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }

    fn look(&self, lang: Lang) -> Result<String, String> {
        let query = Query::read(&self.term.join(" ")).ok_or_else(|| nothing(lang))?;
        let mut ideas: Vec<Idea> = import::table(&self.run, "ideas.csv").map_err(|error| error.message(lang))?;
        ideas.retain(|idea| self.theme.as_ref().is_none_or(|theme| *theme == idea.theme_id));
        let texts: Vec<&str> = ideas.iter().map(|idea| idea.text.as_str()).collect();
        let lines = concordance(&texts, &query, self.around);
        Ok(if self.csv { csv(&ideas, &lines) } else { table(&ideas, &lines, lang) })
    }
}

/// Terms one under the other, in bold on a terminal; a last line counts.
fn table(ideas: &[Idea], lines: &[Line], lang: Lang) -> String {
    let (bold, plain) = if io::stdout().is_terminal() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let width = |cell: &dyn Fn(&Line) -> usize| lines.iter().map(cell).max().unwrap_or(0);
    let mark = width(&|line| ideas[line.text].id.chars().count());
    let left = width(&|line| line.left.chars().count());
    let mut out = String::new();
    for line in lines {
        let Idea { id, theme_id, .. } = &ideas[line.text];
        let Line { left: before, keyword, right, .. } = line;
        let _infallible = writeln!(out, "{id:mark$}  {theme_id:3}  {before:>left$}{bold}{keyword}{plain}{right}");
    }
    let mut held: Vec<usize> = lines.iter().map(|line| line.text).collect();
    held.dedup();
    let (places, ideas) = (lines.len(), held.len());
    let _infallible = match lang {
        Lang::Fr => writeln!(out, "{places} occurrences dans {ideas} idées"),
        Lang::En => writeln!(out, "{places} occurrences in {ideas} ideas"),
    };
    out
}

fn nothing(lang: Lang) -> String {
    match lang {
        Lang::Fr => "Rien à chercher : donnez au moins un mot qui ait un sens par lui-même.".to_owned(),
        Lang::En => "Nothing to look for: give at least one word with a meaning of its own.".to_owned(),
    }
}

fn csv(ideas: &[Idea], lines: &[Line]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // A vector takes everything it is given.
    let _infallible = writer.write_record(["idea_id", "contribution_id", "theme_id", "left", "term", "right"]);
    for line in lines {
        let Idea { id, contribution_id, theme_id, .. } = &ideas[line.text];
        let _infallible = writer.write_record([id, contribution_id, theme_id, &line.left, &line.keyword, &line.right]);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
