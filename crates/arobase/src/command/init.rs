//! `arobase init`: an empty edition whose collection opens now.

use crate::clock;
use crate::site::{self, Place};
use miette::{IntoDiagnostic, miette};

/// Make an empty edition, open to contributions for seven weeks
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    #[command(flatten)]
    place: Place,
    /// Name of the edition
    #[arg(long, default_value = "Congrès des élus au numérique")]
    name: String,
    /// What it says of itself in one line
    #[arg(long, default_value = "")]
    motto: String,
    /// Short name in addresses
    #[arg(long, default_value = "congres")]
    slug: String,
}

impl Init {
    pub(crate) async fn run(self) -> miette::Result<()> {
        let store = self.place.open().await?;
        if store.edition_by_slug(&self.slug).await.into_diagnostic()?.is_some() {
            return Err(miette!(help = "give another with --slug", "the edition {} exists already", self.slug));
        }
        site::prepare(&self.place.data)?;
        let now = clock::now_millis();
        let edition = site::edition(&self.slug, &self.name, &self.motto, false, now);
        store.create_edition(&edition, now).await.into_diagnostic()?;
        println!("{} : {}", self.slug, self.place.data.display());
        store.close().await;
        Ok(())
    }
}
