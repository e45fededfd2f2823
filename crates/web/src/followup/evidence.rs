//! The document that proves an answer: to everyone where it is published, else to spokespersons.

use super::SPOKESPERSONS;
use crate::Error;
use crate::collect::attach::file;
use crate::gesture::{Access, Asker, Gesture};
use crate::lang::In;
use crate::state::AppState;
use crate::url::slug;
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::EVIDENCE, "/{id}", Access::Public, get(send))
}

async fn send(
    State(state): State<AppState>,
    In(_): In,
    me: Option<Extension<Signed>>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let one = state.store.evidence(&state.edition.id, &id).await?.ok_or_else(Error::not_found)?;
    let asker = me.as_ref().map_or(Asker::Visitor, |me| Asker::Member(&me.roles));
    if !one.public && !Access::Any(SPOKESPERSONS).admits(asker) {
        return Err(Error::not_found());
    }
    let kept = if one.public { "no-cache" } else { "no-store" };
    file((one.kind, &one.name), state.store.evidence_bytes(&one.id).await?, kept)
}
