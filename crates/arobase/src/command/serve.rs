//! `arobase serve`: the site on the data of a folder.

#![expect(rustdoc::bare_urls, reason = "what clap shows as help is no page of documentation")]

use crate::site::{self, Place};
use std::net::SocketAddr;

/// Serve the current edition
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address and port; the next free port if that one is taken
    #[arg(long, value_name = "ADDRESS", env = "AROBASE_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Where people reach the site, such as https://congres.example: what links in letters begin with [default: where it listens]
    #[arg(long, value_name = "URL", env = "AROBASE_SITE", value_parser = site::address)]
    site: Option<String>,
}

impl Serve {
    pub(crate) async fn run(self) -> miette::Result<()> {
        let store = self.place.open().await?;
        site::serve(store, &self.place.data, site::listen(self.listen).await?, self.site).await
    }
}
