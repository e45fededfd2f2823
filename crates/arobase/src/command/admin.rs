//! `arobase admin`: the first administrator, from where nobody has signed in yet, and the members.

#![expect(rustdoc::bare_urls, reason = "what clap shows as help is no page of documentation")]

use super::{edition_asked, roster};
use crate::site::{self, Place, key};
use crate::{clock, language};
use arobase_domain::mail::SECRET;
use arobase_domain::{Edition, Email, Lang, Member, MemberId, Role};
use arobase_identity::INVITATION_LASTS;
use arobase_post::letters::{self, Link};
use arobase_store::{Invitation, Mail, NewLink, Store, Trial};
use arobase_web::{Speak as _, Target};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Say who administers an edition, and who its members are
#[derive(Debug, clap::Args)]
pub(crate) struct Admin {
    #[command(subcommand)]
    gesture: Gesture,
}

#[derive(Debug, clap::Subcommand)]
enum Gesture {
    Invite(Invite),
    List(List),
    Import(Import),
    Unlock(Unlock),
}

/// Make someone administrator of an edition, and give the link they come in by
///
/// The link opens once, within seven days. It is printed here, to be handed over by a safe way, or sent by mail with --mail.
#[derive(Debug, clap::Args)]
struct Invite {
    /// Their address of e-mail
    #[arg(value_name = "EMAIL")]
    email: Email,
    /// Their first name and name
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    name: String,
    /// Where people reach the site, such as https://congres.example
    #[arg(long, value_name = "URL", env = "AROBASE_SITE", default_value = "http://127.0.0.1:8080", value_parser = site::address)]
    site: String,
    /// Send the link by mail instead of printing it
    #[arg(long)]
    mail: bool,
    #[command(flatten)]
    which: Which,
}

/// Take away the second factor of someone who has lost both their telephone and their recovery codes
///
/// Make sure that it is them first: from then on the link by mail is enough, until they make another.
#[derive(Debug, clap::Args)]
struct Unlock {
    /// Their address of e-mail
    #[arg(value_name = "EMAIL")]
    email: Email,
    #[command(flatten)]
    which: Which,
}

/// List those who administer an edition
#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    which: Which,
}

/// Add members to an edition from a file, each once however often it is given
///
/// Reads the official directory of elected officials (Répertoire national des élus) and plain lists, as CSV, XLSX or ODS: name, e-mail, function, territory, postal address. Birth dates, sex, occupation and political labels are not read. Nobody is invited by this.
#[derive(Debug, clap::Args)]
struct Import {
    /// Table with one person a line
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Say what would become of each person, and keep nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    which: Which,
}

#[derive(Debug, clap::Args)]
struct Which {
    #[command(flatten)]
    place: Place,
    /// Edition [default: the one with the latest congress]
    #[arg(long, value_name = "SLUG")]
    edition: Option<String>,
    /// Language of messages: fr or en [default: that of the system, else fr]
    #[arg(long, value_name = "LANG", hide_possible_values = true, value_parser = PossibleValuesParser::new(["fr", "en"]).try_map(|code| code.parse::<Lang>()))]
    lang: Option<Lang>,
}

impl Admin {
    /// Does it, or says why not.
    pub(crate) async fn run(self) -> ExitCode {
        let done = match self.gesture {
            Gesture::Invite(invite) => invite.run().await,
            Gesture::List(list) => list.run().await,
            Gesture::Import(import) => import.run().await,
            Gesture::Unlock(unlock) => unlock.run().await,
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                super::tell(&message);
                ExitCode::from(2)
            }
        }
    }
}

impl Which {
    fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(language::of_environment)
    }

    async fn open(&self) -> Result<(Store, Edition), String> {
        let store = self.place.existing(self.lang()).await?;
        let edition = edition_asked(&store, self.edition.as_deref(), self.lang()).await?;
        Ok((store, edition))
    }
}

impl Invite {
    async fn run(self) -> Result<(), String> {
        let lang = self.which.lang();
        let (store, edition) = self.which.open().await?;
        let told = self.invite(&store, &edition, lang).await;
        store.close().await;
        println!("{}", told?);
        Ok(())
    }

    async fn invite(&self, store: &Store, edition: &Edition, lang: Lang) -> Result<String, String> {
        let key = key::of(&self.which.place.data).map_err(|error| format!("{error:?}"))?;
        let [member, id, mail] = [(); 3].map(|()| clock::new_id().to_string());
        let (now, secret) = (clock::now_millis(), key.link(&id));
        let url = format!("{}{}?key=", self.site, Target::Enter(String::new()).in_lang(lang));
        let member = Member {
            id: MemberId::new(member),
            name: self.name.trim().to_owned(),
            email: Some(self.email.clone()),
            ..Member::default()
        };
        let link = NewLink { id: &id, digest: &secret.digest(), expires_at: now + INVITATION_LASTS };
        let letter = Link { edition: &edition.name, url: &format!("{url}{SECRET}") };
        let known = store.member_at(&self.email).await.map_err(|error| error.to_string())?;
        let stop = Target::Stop(key.stop(known.as_ref().unwrap_or(&member.id).as_str())).in_lang(lang);
        let letter = letters::invitation(lang, self.email.clone(), letter, &format!("{}{stop}", self.site));
        let mail = Mail { id: &mail, letter: &letter, useless_at: Some(link.expires_at) };
        let mail = self.mail.then_some(mail);
        let invitation =
            Invitation { edition: &edition.id, member: &member, role: Role::Administrator, by: None, link, mail };
        store.invite(invitation, now).await.map_err(|error| error.to_string())?;
        Ok(self.told(lang, &edition.name, &format!("{url}{}", secret.reveal())))
    }

    fn told(&self, lang: Lang, edition: &str, url: &str) -> String {
        let email = &self.email;
        match (lang, self.mail) {
            (Lang::Fr, false) => format!(
                "{email} administre «\u{a0}{edition}\u{a0}». Son lien, à ouvrir une fois dans les sept jours\u{a0}:\n{url}"
            ),
            (Lang::Fr, true) => format!(
                "{email} administre «\u{a0}{edition}\u{a0}». Le lien partira par courrier dès que le site sera servi."
            ),
            (Lang::En, false) => {
                format!("{email} administers “{edition}”. The link, to be opened once within seven days:\n{url}")
            }
            (Lang::En, true) => {
                format!("{email} administers “{edition}”. The link will leave by mail as soon as the site is served.")
            }
        }
    }
}

impl Import {
    async fn run(self) -> Result<(), String> {
        let lang = self.which.lang();
        let read = roster::read(&self.file, lang)?;
        let (store, edition) = self.which.open().await?;
        let trial = if self.dry_run { Trial::Dry } else { Trial::Real };
        let told = roster::enrol(&store, &edition, &read, trial, lang).await;
        store.close().await;
        println!("{}", told?);
        Ok(())
    }
}

impl Unlock {
    async fn run(self) -> Result<(), String> {
        let (store, _) = self.which.open().await?;
        let removed = store.remove_factor_at(&self.email, clock::now_millis()).await;
        store.close().await;
        let email = &self.email;
        let (done, nothing) = match self.which.lang() {
            Lang::Fr => (
                format!("Le second facteur de {email} est retiré. Ses codes de secours ne servent plus."),
                format!("{email} n’a pas de second facteur. Rien n’a changé."),
            ),
            Lang::En => (
                format!("The second factor of {email} is taken away. Its recovery codes no longer serve."),
                format!("{email} has no second factor. Nothing changed."),
            ),
        };
        if removed.map_err(|error| error.to_string())? {
            println!("{done}");
            Ok(())
        } else {
            Err(nothing)
        }
    }
}

impl List {
    async fn run(self) -> Result<(), String> {
        let (store, edition) = self.which.open().await?;
        let listed = list(&store, &edition, self.which.lang()).await;
        store.close().await;
        listed
    }
}

async fn list(store: &Store, edition: &Edition, lang: Lang) -> Result<(), String> {
    let mut page = 1;
    loop {
        let found = store.participants(&edition.id, Some(Role::Administrator), page).await;
        let found = found.map_err(|error| error.to_string())?;
        for one in &found.items {
            let email = one.member.email.as_ref().map(ToString::to_string).unwrap_or_default();
            println!("{}", [email.as_str(), &one.member.name].join("  ").trim_end());
        }
        if found.total == 0 {
            let nobody = ("Personne n’administre cette édition.", "Nobody administers this edition.");
            println!("{}", lang.pick(nobody.0, nobody.1));
        }
        if page >= found.pages() {
            return Ok(());
        }
        page += 1;
    }
}
