//! `arobase journal verify`: is the chain of gestures whole?

use crate::site::Place;
use miette::{IntoDiagnostic, WrapErr};

/// Read the journal of gestures
#[derive(Debug, clap::Args)]
pub(crate) struct Journal {
    #[command(subcommand)]
    gesture: Gesture,
}

#[derive(Debug, clap::Subcommand)]
enum Gesture {
    /// Check that every entry follows from the one before
    Verify(Place),
}

impl Journal {
    pub(crate) async fn run(self) -> miette::Result<()> {
        let Gesture::Verify(place) = self.gesture;
        let store = place.open().await?;
        let entries = store.verify_journal().await.into_diagnostic().wrap_err("the journal does not hold")?;
        println!("{entries} entries, the chain holds");
        store.close().await;
        Ok(())
    }
}
