//! `arobase import`: files of contributions into an edition, once each, every row accounted for.

use crate::site::Place;
use crate::told::told;
use crate::{clock, language};
use arobase_domain::{Channel, Edition, Lang};
use arobase_store::{Store, Trial};
use arobase_tables::Columns;
use arobase_tables::intake::{Asked, Sheaf};
use arobase_web::intake::{Plan, Report, Terms, Way};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::fs::File;
use std::path::PathBuf;
use std::process::ExitCode;

/// Bring contributions from files into an edition, each once however often they are given
///
/// Recognises the exports of Decidim, CONSUL, Polis, kouchou, Talk to the City, LimeSurvey and Framaforms, any table (CSV, XLSX, ODS, JSON), and messages
/// (maildir, mbox, .eml), whose replies quoted and signatures are set apart. Each file is taken whole or not at all. Tells what became of every row: taken, there already, empty, or refused and why. Exits with 2 when a
/// file or the site will not do; nothing is imported then.
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// Files or mailboxes to import
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    place: Place,
    /// Edition that receives them [default: the one with the latest congress]
    #[arg(long, value_name = "SLUG")]
    edition: Option<String>,
    /// Channel of all of them: import, paper, phone, workshop, interview, room or online [default: as each row says, else import]
    #[arg(long, value_name = "CHANNEL", hide_possible_values = true, value_parser = PossibleValuesParser::new(CHANNELS).try_map(|code| code.parse::<Channel>()))]
    channel: Option<Channel>,
    /// Name of where they come from, within which identifiers are unique [default: the platform, and its server if told]
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Column of the text; several form one text, joined by a blank line
    #[arg(long, value_name = "COLUMN")]
    text: Vec<String>,
    /// Column of the title
    #[arg(long, value_name = "COLUMN")]
    title: Option<String>,
    /// Column of the identifier
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// Column of the author, kept but not named on the site
    #[arg(long, value_name = "COLUMN")]
    author: Option<String>,
    /// Column of the territory
    #[arg(long, value_name = "COLUMN")]
    territory: Option<String>,
    /// Column of the date
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,
    /// Column of the language
    #[arg(long, value_name = "COLUMN")]
    language: Option<String>,
    /// Take drafts and questionnaires left half-way too
    #[arg(long)]
    unsent: bool,
    /// Say what would become of each row, and keep nothing
    #[arg(long)]
    dry_run: bool,
    /// Table of what became of every row
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Language of messages and report: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

const CHANNELS: [&str; 7] = ["import", "paper", "phone", "workshop", "interview", "room", "online"];

impl Import {
    /// Imports, or says why not.
    pub(crate) async fn run(self) -> ExitCode {
        let lang = self.lang.unwrap_or_else(language::of_environment);
        match self.import(lang).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }

    async fn import(&self, lang: Lang) -> Result<(), String> {
        // Every file is read before the first is imported: a name mistyped at the end of the line costs nothing.
        let asked = Asked { columns: self.columns(), unsent: self.unsent, ..Asked::default() };
        let read = |path: &PathBuf| arobase_tables::intake::intake(path, &asked).map_err(|error| error.message(lang));
        let sheaves = self.files.iter().map(read).collect::<Result<Vec<Sheaf>, _>>()?;
        let store = self.place.existing(lang).await?;
        let edition = super::edition_asked(&store, self.edition.as_deref(), lang).await?;
        let told = self.each(&store, &edition, sheaves, lang).await;
        store.close().await;
        told
    }

    async fn each(&self, store: &Store, edition: &Edition, sheaves: Vec<Sheaf>, lang: Lang) -> Result<(), String> {
        let trial = if self.dry_run { Trial::Dry } else { Trial::Real };
        let terms = Terms { channel: self.channel, source: self.source.clone(), named: false };
        let unwritable = |error: csv::Error| unwritable(&error, lang);
        // Opened first, so that nothing is imported that could not be told.
        let open = |path: &PathBuf| Report::open(File::create(path)?);
        let mut report = self.report.as_ref().map(open).transpose().map_err(unwritable)?;
        for sheaf in sheaves {
            let now = clock::now_millis();
            let plan = Plan::new(edition, sheaf, &terms, now, clock::new_id);
            let outcome = plan.carry(store, edition, None, now, trial).await.map_err(|error| error.to_string())?;
            println!("{}", told(&outcome, trial, lang));
            if let Some(report) = &mut report {
                report.add(&outcome.lines, lang, Way::Command).map_err(unwritable)?;
            }
        }
        println!("{}", closing(edition, trial, lang));
        Ok(())
    }

    fn columns(&self) -> Columns {
        let Self { text, title, id, author, territory, date, language, .. } = self;
        Columns {
            text: text.clone(),
            title: title.clone(),
            id: id.clone(),
            author: author.clone(),
            territory: territory.clone(),
            date: date.clone(),
            language: language.clone(),
            ..Columns::default()
        }
    }
}

fn closing(edition: &Edition, trial: Trial, lang: Lang) -> String {
    let name = &edition.name;
    match (lang, trial) {
        (Lang::Fr, Trial::Real) => format!("Édition\u{a0}: {name} ({}).", edition.slug),
        (Lang::En, Trial::Real) => format!("Edition: {name} ({}).", edition.slug),
        (Lang::Fr, Trial::Dry) => {
            format!("Essai pour l’édition {name}\u{a0}: rien n’est gardé. Sans --dry-run, tout le sera.")
        }
        (Lang::En, Trial::Dry) => {
            format!("Tried for the edition {name}: nothing is kept. Without --dry-run, all will be.")
        }
    }
}

fn unwritable(error: &csv::Error, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Le rapport ne peut pas être écrit ({error}). Donnez un autre fichier à --report."),
        Lang::En => format!("The report cannot be written ({error}). Give another file to --report."),
    }
}
