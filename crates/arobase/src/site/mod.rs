//! What the commands that serve share: the folder, the database, the state of the site.

mod analyst;
mod courier;
mod demo_follow_up;
pub(crate) mod demo_motion;
pub(crate) mod demonstration;
mod housekeeper;
pub(crate) mod key;
pub(crate) mod mail;
pub(crate) mod oidc;
pub(crate) mod publisher;
pub(crate) mod reader;
mod rerun;
pub(crate) mod run;
pub(crate) mod security;
mod workers;

use crate::clock;
use arobase_domain::{Edition, EditionId, Lang, Phase, PhaseKind, Settings};
use arobase_encoder::Encoder;
use arobase_funnel::likeness;
use arobase_store::Store;
use arobase_web::{AppState, Site};
use miette::{IntoDiagnostic, WrapErr, miette};
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use workers::Workers;

/// Milliseconds in a day.
pub(crate) const DAY: i64 = 86_400_000;

/// Where the site keeps its data.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Place {
    /// Folder of the data; made if it does not exist.
    #[arg(long, value_name = "FOLDER", env = "AROBASE_DATA_FOLDER", default_value = "arobase-data")]
    pub data: PathBuf,
    /// PostgreSQL instead of the database embedded in the folder: postgres://user:password@host/name
    #[arg(long, value_name = "URL", env = "AROBASE_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

impl Place {
    /// Opens the database, made if it does not exist.
    pub(crate) async fn open(&self) -> miette::Result<Store> {
        std::fs::create_dir_all(&self.data)
            .into_diagnostic()
            .wrap_err_with(|| format!("the folder {} cannot be made", self.data.display()))?;
        let url = self.database.clone().unwrap_or_else(|| sqlite(&self.data));
        Store::open(&url).await.into_diagnostic().wrap_err("the database cannot be opened")
    }

    /// Opens the database of a site that is there, and makes none; the error is said in the language of the person.
    pub(crate) async fn existing(&self, lang: Lang) -> Result<Store, String> {
        let file = self.data.join("arobase.db");
        if self.database.is_none() && !file.is_file() {
            let folder = self.data.display();
            return Err(match lang {
                Lang::Fr => format!(
                    "Il n’y a pas de site dans le dossier {folder}. Créez-en un avec «\u{a0}arobase init\u{a0}», ou dites où il est avec --data."
                ),
                Lang::En => {
                    format!(
                        "There is no site in the folder {folder}. Make one with “arobase init”, or say where it is with --data."
                    )
                }
            });
        }
        self.open().await.map_err(|error| format!("{error:?}"))
    }
}

/// Writes the files of settings of a site, for someone to fill in; those that are there stay as they are.
pub(crate) fn prepare(folder: &Path) -> miette::Result<()> {
    publisher::prepare(folder)?;
    mail::prepare(folder)?;
    oidc::prepare(folder)?;
    security::prepare(folder)
}

/// Writes a file for someone to fill in, unless there is one.
fn lay(file: &Path, blank: &str) -> miette::Result<()> {
    if file.exists() {
        return Ok(());
    }
    std::fs::write(file, blank).into_diagnostic().wrap_err_with(|| format!("{} cannot be written", file.display()))
}

fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}?mode=rwc", folder.join("arobase.db").display())
}

/// An address as people type it, such as `https://congres.example/`, without its last slash.
pub(crate) fn address(given: &str) -> Result<String, String> {
    let known = given.starts_with("http://") || given.starts_with("https://");
    let address = given.trim_end_matches('/');
    if known && !address.contains([' ', '?', '#']) {
        Ok(address.to_owned())
    } else {
        Err("https://name.of.the.site".into())
    }
}

/// Serves the current edition until interrupted; prints the address once ready. `address` is where people reach it.
pub(crate) async fn serve(
    store: Store,
    folder: &Path,
    listener: TcpListener,
    address: Option<String>,
) -> miette::Result<()> {
    let edition = match store.current_edition().await.into_diagnostic()? {
        Some(edition) => edition,
        None => empty(&store, folder).await?,
    };
    let here = format!("http://{}", listener.local_addr().into_diagnostic()?);
    let site = site(&store, folder, address.unwrap_or_else(|| here.clone()), edition.fictional)?;
    log();
    if edition.is_blank() {
        tracing::warn!(
            "nothing is set up yet: `arobase admin invite EMAIL` prints the link of the first administrator"
        );
    }
    let workers = Workers::start(&store, mail::transport(folder)?, &site);
    println!("{here}");
    arobase_web::serve(listener, AppState::new(site, edition), interrupted()).await.into_diagnostic()?;
    workers.stop().await;
    store.close().await;
    Ok(())
}

/// The site as the files of its folder settle it.
fn site(store: &Store, folder: &Path, address: String, fictional: bool) -> miette::Result<Site> {
    Ok(Site {
        store: store.clone(),
        publisher: publisher::read(folder, fictional)?,
        clock: clock::now_millis,
        ids: clock::new_id,
        chance: clock::chance,
        alike,
        likeness,
        nearest,
        read_document: reader::read,
        read_text: reader::read_text,
        address,
        key: key::of(folder)?,
        federation: oidc::read(folder)?,
        second_factor_from: security::read(folder)?.second_factor_from(),
    })
}

/// An edition to be filled in by whoever is invited to administer it, with the settings beside it that only a file can hold.
async fn empty(store: &Store, folder: &Path) -> miette::Result<Edition> {
    prepare(folder)?;
    let edition = Edition {
        id: EditionId::new(clock::new_id().to_string()),
        slug: "preparation".into(),
        name: "arobase".into(),
        motto: String::new(),
        fictional: false,
        congress_date: 0,
        phases: Vec::new(),
        settings: Settings::default(),
    };
    store.prepare_edition(&edition, None, clock::now_millis()).await.into_diagnostic()?;
    Ok(edition)
}

/// Which ideas are like a text, as the engine sees it.
fn alike(text: &str, ideas: &[String]) -> Vec<usize> {
    let ideas: Vec<&str> = ideas.iter().map(String::as_str).collect();
    likeness::alike(text, &ideas, Encoder::french())
}

/// How like an idea each of others is, as the engine sees it.
fn likeness(text: &str, others: &[String]) -> Vec<f64> {
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    likeness::between(text, &others, Encoder::french())
}

/// Which of the others is nearest to each text, as the engine sees it.
fn nearest(texts: &[String], others: &[String]) -> Vec<Option<(usize, f64)>> {
    let [texts, others] = [texts, others].map(|all| all.iter().map(String::as_str).collect::<Vec<_>>());
    likeness::nearest(&texts, &others, Encoder::french())
}

/// What goes wrong is told on standard error; `AROBASE_LOG=info` tells more.
fn log() {
    let filter = EnvFilter::try_from_env("AROBASE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Resolves at Ctrl-C, or when the system asks the process to end.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = end.recv() => {} }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// The address asked for; if its port is taken, the next free one of the following hundred.
pub(crate) async fn listen(address: std::net::SocketAddr) -> miette::Result<TcpListener> {
    for step in 0..100 {
        let mut next = address;
        next.set_port(if address.port() == 0 { 0 } else { address.port().saturating_add(step) });
        match TcpListener::bind(next).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).into_diagnostic().wrap_err_with(|| format!("cannot listen on {next}")),
        }
    }
    Err(miette!(help = "give another with --listen 127.0.0.1:9000", "no free port from {} on", address.port()))
}

/// An edition whose phases are laid out around the opening of its collection.
pub(crate) fn edition(slug: &str, name: &str, motto: &str, fictional: bool, opens: i64) -> Edition {
    let lasting = [
        (PhaseKind::Preparation, -60, 0),
        (PhaseKind::Collection, 0, 49),
        (PhaseKind::Classification, 49, 53),
        (PhaseKind::Congress, 53, 54),
        (PhaseKind::Presentation, 54, 75),
        (PhaseKind::FollowUp, 75, 365),
    ];
    let phases = lasting
        .map(|(kind, from, to)| Phase { kind, starts_at: opens + from * DAY, ends_at: opens + to * DAY })
        .to_vec();
    Edition {
        id: EditionId::new(clock::new_id().to_string()),
        slug: slug.into(),
        name: name.into(),
        motto: motto.into(),
        fictional,
        congress_date: opens + 53 * DAY,
        phases,
        settings: Settings::default(),
    }
}
