//! `arobase edition`: create an edition, list those there are, tell the planning of one.

#![expect(rustdoc::broken_intra_doc_links, reason = "what clap shows as help is no page of documentation")]

use crate::clock;
use crate::language;
use crate::planning::{self, Refusal, Wanted};
use crate::site::{self, Place};
use arobase_domain::{EditionId, Lang};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Create an edition, list those there are, or tell the planning of one
#[derive(Debug, clap::Args)]
pub(crate) struct Edition {
    #[command(subcommand)]
    gesture: Gesture,
}

#[derive(Debug, clap::Subcommand)]
enum Gesture {
    Create(Box<Create>),
    List(List),
    Plan(Plan),
}

/// Create an edition: the day of its congress is enough, phases are laid out around it unless they are given
///
/// From options, from a file, or from a file that options complete. In the file (TOML): slug, name, motto, time_zone, congress, invitation, [[questions]] with fr and
/// en, [phases] such as collection = { from = 2027-08-19, to = 2027-10-02 }, [limits] with title and text. Phases are preparation, collection, classification,
/// congress, presentation and follow_up; they open and close by themselves, on the days of the time zone. Exits with 2 when something will not do; nothing is created then.
#[derive(Debug, clap::Args)]
struct Create {
    #[command(flatten)]
    place: Place,
    /// File that describes the edition, in TOML
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Name of the edition
    #[arg(long)]
    name: Option<String>,
    /// Short name in addresses [default: the year of the congress]
    #[arg(long)]
    slug: Option<String>,
    /// What it says of itself in one line
    #[arg(long)]
    motto: Option<String>,
    /// Guiding question, in French, then in English after a bar; may be repeated
    #[arg(long, value_name = "FR | EN")]
    question: Vec<String>,
    /// Time zone of its days [default: Europe/Paris]
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    /// Day of the congress: 2027-10-07, or 2027-10-07T09:00
    #[arg(long, value_name = "DATE")]
    congress: Option<String>,
    /// A phase with its first and last day, such as collection=2027-08-19..2027-10-02; may be repeated
    #[arg(long, value_name = "PHASE=DATE..DATE")]
    phase: Vec<String>,
    /// Most characters of a title [default: 200]
    #[arg(long, value_name = "N")]
    title_max: Option<usize>,
    /// Most characters of a contribution [default: 20000]
    #[arg(long, value_name = "N")]
    text_max: Option<usize>,
    /// Code of invitation, which whoever is not signed in gives to contribute [default: none, anyone may]
    #[arg(long, value_name = "CODE")]
    invitation: Option<String>,
    #[command(flatten)]
    spoken: Spoken,
}

/// List the editions: short name, congress, present phase, contributions
#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    spoken: Spoken,
}

/// Tell what is to be done when, counted back from the day of the congress
#[derive(Debug, clap::Args)]
struct Plan {
    /// Short name of the edition [default: the one with the latest congress]
    #[arg(value_name = "SLUG")]
    edition: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    spoken: Spoken,
}

#[derive(Debug, clap::Args)]
struct Spoken {
    /// Language of messages: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

impl Spoken {
    fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(language::of_environment)
    }
}

impl Edition {
    /// Does what was asked, or says why not.
    pub(crate) async fn run(self) -> ExitCode {
        let told = match self.gesture {
            Gesture::Create(create) => create.run().await,
            Gesture::List(list) => list.run().await,
            Gesture::Plan(plan) => plan.run().await,
        };
        match told {
            Ok(told) => {
                println!("{told}");
                ExitCode::SUCCESS
            }
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }
}

impl Create {
    async fn run(self) -> Result<String, String> {
        let lang = self.spoken.lang();
        let refused = |refusal: Refusal| refusal.message(lang);
        let place = self.place.clone();
        let id = EditionId::new(clock::new_id().to_string());
        let edition = self.wanted().and_then(|wanted| wanted.edition(id, lang)).map_err(refused)?;
        let store = place.open().await.map_err(|error| format!("{error:?}"))?;
        if store.edition_by_slug(&edition.slug).await.map_err(|error| error.to_string())?.is_some() {
            return Err(refused(Refusal::Taken(edition.slug)));
        }
        site::prepare(&place.data).map_err(|error| format!("{error:?}"))?;
        store.create_edition(&edition, clock::now_millis()).await.map_err(|error| error.to_string())?;
        store.close().await;
        Ok(planning::summary(&edition, lang))
    }

    /// What the file says, then what the options say.
    fn wanted(self) -> Result<Wanted, Refusal> {
        let mut wanted = self.file.as_deref().map(Wanted::read).transpose()?.unwrap_or_default();
        if !self.question.is_empty() {
            wanted.questions.clear();
        }
        self.question.iter().for_each(|question| wanted.add_question(question));
        self.phase.iter().try_for_each(|phase| wanted.add_phase(phase))?;
        wanted.limits.title = self.title_max.unwrap_or(wanted.limits.title);
        wanted.limits.text = self.text_max.unwrap_or(wanted.limits.text);
        Ok(Wanted {
            slug: self.slug.or(wanted.slug),
            name: self.name.or(wanted.name),
            motto: self.motto.or(wanted.motto),
            time_zone: self.time_zone.or(wanted.time_zone),
            congress: self.congress.or(wanted.congress),
            invitation: self.invitation.or(wanted.invitation),
            ..wanted
        })
    }
}

impl List {
    async fn run(self) -> Result<String, String> {
        let lang = self.spoken.lang();
        let store = self.place.existing(lang).await?;
        let editions = store.editions().await.map_err(|error| error.to_string())?;
        store.close().await;
        if editions.is_empty() {
            return Err(super::no_edition(None, lang));
        }
        Ok(planning::listed(&editions, clock::now_millis(), lang))
    }
}

impl Plan {
    async fn run(self) -> Result<String, String> {
        let lang = self.spoken.lang();
        let store = self.place.existing(lang).await?;
        let edition = super::edition_asked(&store, self.edition.as_deref(), lang).await?;
        store.close().await;
        Ok(planning::planning(&edition, clock::now_millis(), lang))
    }
}
