//! Ending sessions: this one, or another of one's own.

use super::federation;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::In;
use crate::page::to;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_identity::Cookie;
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use axum::routing::post;

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::SESSION, "/{session}", Access::Own, post(close)),
        Gesture::page(slug::SIGN_OUT, "", Access::SignedIn, post(sign_out)),
    ]
}

async fn close(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(session): Path<String>,
) -> Result<Response, Error> {
    if session == me.session {
        return sign_out(State(state), In(lang), Extension(me)).await;
    }
    if !state.store.revoke_session(&me.member.id, &session, state.now()).await? {
        return Err(Error::not_found());
    }
    Ok(to(lang, Target::Space))
}

async fn sign_out(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
) -> Result<Response, Error> {
    let hint = state.store.session_hint(&me.session).await?;
    state.store.revoke_session(&me.member.id, &me.session, state.now()).await?;
    let out = match federation::farewell(&state, lang, &me.session, hint.as_deref()).await {
        Some(elsewhere) => elsewhere,
        None => to(lang, Target::SignIn),
    };
    Ok((AppendHeaders([(header::SET_COOKIE, Cookie::of(&state.address).close())]), out).into_response())
}
