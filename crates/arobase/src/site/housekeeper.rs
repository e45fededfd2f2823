//! What may not be kept longer is erased: files that nobody imported, messages put aside.

use crate::clock;
use arobase_store::{Store, StoreError};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How often it looks.
const LOOK: Duration = Duration::from_hours(1);

/// Starts to look; aborting the task stops it.
pub(crate) fn start(store: &Store) -> JoinHandle<()> {
    let store = store.clone();
    tokio::spawn(async move {
        loop {
            if let Err(error) = clear(&store, clock::now_millis()).await {
                tracing::error!(%error, "what is too old was not erased");
            }
            tokio::time::sleep(LOOK).await;
        }
    })
}

async fn clear(store: &Store, now: i64) -> Result<(), StoreError> {
    store.forget_intakes(now).await?;
    store.forget_put_aside(now).await.map(drop)
}
