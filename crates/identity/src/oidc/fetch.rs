//! The network, as the caller lends it.

use openidconnect::{HttpRequest, HttpResponse, SyncHttpClient};
use std::fmt;
use std::sync::Arc;

type Ask = dyn Fn(HttpRequest) -> Result<HttpResponse, FetchError> + Send + Sync;

/// Asks one thing of a server and waits for the whole answer, not for ever. Redirections are not followed.
#[derive(Clone)]
pub struct Fetch(Arc<Ask>);

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FetchError(pub String);

impl Fetch {
    /// Asks by this function, which may block.
    pub fn new(ask: impl Fn(HttpRequest) -> Result<HttpResponse, FetchError> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }
}

impl fmt::Debug for Fetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fetch(…)")
    }
}

impl SyncHttpClient for Fetch {
    type Error = FetchError;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        (self.0)(request)
    }
}
