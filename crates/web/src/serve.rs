//! The only file that knows how axum serves: the next major version of axum changes it.

use crate::state::AppState;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Serves the site on `listener` until `stop` resolves, then lets the requests under way finish and writes out what was being typed.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let rooms = state.clone();
    let site = crate::router(state).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, site).with_graceful_shutdown(stop).await?;
    rooms.rooms().close().await;
    Ok(())
}
