//! Giving up: the file is erased, with what was decided of it. What was imported stays.

use super::IMPORTERS;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::In;
use crate::page::to;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::GIVE_UP_IMPORT, "/{intake}", Access::Any(IMPORTERS), post(give_up))
}

async fn give_up(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    if !state.store.give_up_intake(&state.edition.id, &id, me.member.id.as_str(), state.now()).await? {
        return Err(Error::not_found());
    }
    Ok(to(lang, Target::Import))
}
