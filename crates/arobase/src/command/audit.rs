//! `arobase audit`: does a run add up?

use super::analyse::{Named, input};
use crate::{audit, language};
use arobase_domain::Lang;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Verify a run: count every figure again from the ledger and the ideas, and say what does not add up
///
/// Ends with 0 when everything adds up, 1 when something does not, 2 when the files cannot be read. With the contributions (--input), places in texts, authors
/// and local authorities are verified too.
#[derive(Debug, clap::Args)]
pub(crate) struct Audit {
    /// Results of a run
    #[arg(value_name = "DIR")]
    run: PathBuf,
    /// Tables of the contributions that the run was made of
    #[arg(long, value_name = "FILE", num_args = 1..)]
    input: Vec<PathBuf>,
    #[command(flatten)]
    named: Named,
    /// Print everything found as one JSON object
    #[arg(long)]
    json: bool,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

impl Audit {
    /// Audits, or says why not.
    pub(crate) fn run(self) -> ExitCode {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.audit(lang) {
            Ok(audited) => {
                let told = if self.json {
                    serde_json::to_string(&audited).unwrap_or_default()
                } else {
                    audit::told(&audited, lang)
                };
                // A reader that has gone away, as `head` does, is no failure of ours.
                let _gone = writeln!(io::stdout(), "{told}");
                ExitCode::from(u8::from(!audited.findings.is_empty()))
            }
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }

    fn audit(&self, lang: Lang) -> Result<audit::Audited, String> {
        let inputs = if self.input.is_empty() {
            None
        } else {
            let read = arobase_tables::read_all(&self.input, &self.named.columns());
            let table = read.map_err(|error| error.message(lang))?;
            Some(table.rows.into_iter().map(input).collect::<Vec<_>>())
        };
        audit::run(&self.run, inputs.as_deref()).map_err(|error| error.message(lang))
    }
}
