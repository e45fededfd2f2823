//! From the cookie of a request to whom it stands for, once for everything that follows.

use crate::state::AppState;
use arobase_identity::{Cookie, SESSION_LASTS, SESSION_NOTED, SESSION_RESTS, digest};
use arobase_store::{Alive, Signed, StoreError};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

/// Which sessions hold now.
pub(crate) fn alive(now: i64) -> Alive {
    Alive { seen_after: now - SESSION_RESTS, opened_after: now - SESSION_LASTS }
}

/// Marks the request of someone who has a second factor to show, or whose role wants one, and who has not shown it in this session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unproven;

/// Adds [`Signed`] to a request whose cookie stands for someone. Whoever has no cookie costs no question to the database.
pub(crate) async fn identify(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    match signed(&state, request.headers()).await {
        Ok(Some(signed)) => {
            if !signed.strong && (signed.second_factor || state.second_factor_due()) {
                request.extensions_mut().insert(Unproven);
            }
            request.extensions_mut().insert(signed);
        }
        Ok(None) => {}
        Err(error) => tracing::error!(%error, "session not read"),
    }
    next.run(request).await
}

async fn signed(state: &AppState, headers: &HeaderMap) -> Result<Option<Signed>, StoreError> {
    let cookie = Cookie::of(&state.address);
    let mut sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let Some(secret) = sent.find_map(|header| cookie.read(header)) else { return Ok(None) };
    let now = state.now();
    let signed = state.store.signed(&digest(secret), &state.edition.id, alive(now)).await?;
    if let Some(signed) = signed.as_ref().filter(|signed| now - signed.seen_at > SESSION_NOTED) {
        state.store.session_seen(&signed.session, now).await?;
    }
    Ok(signed)
}
