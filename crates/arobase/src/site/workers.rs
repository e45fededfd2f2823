//! What goes on beside the pages while a site is served: letters leave, contributions are analysed, what is due is sent, what is old is erased.

use super::mail::{self, Post};
use super::{analyst, courier, housekeeper};
use arobase_post::Transport;
use arobase_store::Store;
use arobase_web::Site;
use tokio::task::JoinHandle;

/// Those at work.
pub(super) struct Workers {
    /// What one leaves half done is done again at the next start.
    tasks: [JoinHandle<()>; 3],
    post: Post,
}

impl Workers {
    pub(super) fn start(store: &Store, transport: Transport, site: &Site) -> Self {
        let courier = courier::Courier { store: store.clone(), key: site.key.clone(), address: site.address.clone() };
        Self {
            post: mail::start(store, transport, &site.key),
            tasks: [analyst::start(store), housekeeper::start(store), courier.start()],
        }
    }

    /// Lets the letters under way arrive.
    pub(super) async fn stop(self) {
        for task in self.tasks {
            task.abort();
        }
        self.post.stop().await;
    }
}
