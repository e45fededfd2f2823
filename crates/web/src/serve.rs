//! The only file that knows how axum serves: the next major version of axum changes it.

use crate::state::AppState;
use std::future::Future;
use std::io;
use tokio::net::TcpListener;

/// Serves the site on `listener` until `stop` resolves, then lets the requests under way finish.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, crate::router(state)).with_graceful_shutdown(stop).await
}
