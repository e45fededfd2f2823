//! `arobase demo`: the demonstration edition, analysed before one's eyes and served.

use crate::progress::Bars;
use crate::site::{self, Place, demonstration};
use arobase_domain::Lang;
use arobase_funnel::Settings;
use arobase_store::Store;
use miette::IntoDiagnostic;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Make the demonstration edition (492 fictional contributions), analyse it and serve it
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// Folder of its data; made if it does not exist
    #[arg(long, value_name = "FOLDER", default_value = "arobase-demo")]
    data: PathBuf,
    /// Address and port; the next free port if that one is taken
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

impl Demo {
    pub(crate) async fn run(self) -> miette::Result<()> {
        let place = Place { data: self.data, database: None };
        let store = place.open().await?;
        if store.edition_by_slug(demonstration::SLUG).await.into_diagnostic()?.is_none() {
            build(&store).await?;
        }
        let listener = site::listen(self.listen).await?;
        let address = listener.local_addr().into_diagnostic()?;
        eprint(&format!("Données   {}\nSite      http://{address}/fr   (Ctrl-C pour arrêter)", place.data.display()));
        site::serve(store, &place.data, listener, None).await
    }
}

/// Fills the edition and analyses it.
async fn build(store: &Store) -> miette::Result<()> {
    let edition = demonstration::edition_now()?;
    store.create_edition(&edition, crate::clock::now_millis()).await.into_diagnostic()?;
    let contributions = demonstration::contributions(&edition)?;
    eprint(&format!("{} : {} contributions fictives", edition.name, contributions.len()));
    store
        .import(&edition.id, contributions, &arobase_text::stem::terms, crate::clock::now_millis())
        .await
        .into_diagnostic()?;
    let analysis = site::run::run(store, &edition, &Settings::default(), Bars::new()).await?;
    eprint(&crate::summary::funnel(&analysis, Lang::Fr));
    site::demo_motion::adopt(store, &edition, &analysis, crate::clock::now_millis()).await?;
    Ok(())
}

#[expect(
    clippy::print_stderr,
    reason = "told to the person who launched the command; standard output carries the address alone"
)]
fn eprint(text: &str) {
    eprintln!("{text}");
}
