//! `arobase compare`: two runs side by side.

use crate::comparison::Comparison;
use crate::language;
use arobase_domain::Lang;
use arobase_tables::import;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compare two runs: how far they agree, which ideas moved, what became of the themes
///
/// Ideas are matched by their contribution, place and words, themes by their ideas; contributions may have been added or removed between the two runs.
#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    /// Results of the earlier run
    #[arg(value_name = "DIR")]
    before: PathBuf,
    /// Results of the later run
    #[arg(value_name = "DIR")]
    after: PathBuf,
    /// File for the drawing of where ideas went, as SVG
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Print everything, each moved idea included, as one JSON object
    #[arg(long)]
    json: bool,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

impl Compare {
    /// Compares, or says why not (code 2).
    pub(crate) fn run(self) -> ExitCode {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.compare(lang) {
            Ok(told) => {
                // A reader that has gone away, as `head` does, is no failure of ours.
                let _gone = writeln!(io::stdout(), "{told}");
                ExitCode::SUCCESS
            }
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }

    fn compare(&self, lang: Lang) -> Result<String, String> {
        let read = |path: &Path| import::record(path).map_err(|error| error.message(lang));
        let comparison = Comparison::of(&read(&self.before)?, &read(&self.after)?);
        if let Some(file) = &self.svg {
            let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            let svg = comparison.sankey((name(&self.before), name(&self.after)), lang).svg(lang);
            fs::write(file, svg).map_err(|error| unwritten(file, &error, lang))?;
        }
        Ok(if self.json { serde_json::to_string(&comparison).unwrap_or_default() } else { comparison.text(lang) })
    }
}

fn unwritten(file: &Path, error: &io::Error, lang: Lang) -> String {
    let file = file.display();
    match lang {
        Lang::Fr => format!("{file}\u{a0}: l’écriture a échoué ({error}). Donnez un autre nom à --svg."),
        Lang::En => format!("{file}: writing failed ({error}). Give --svg another name."),
    }
}
