//! The rows that someone should look at, as a table to download.

use super::{IMPORTERS, kept};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::intake::{Report, Told, Way};
use crate::lang::In;
use crate::state::AppState;
use crate::url::slug;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::IMPORT_ROWS, "/{intake}", Access::Any(IMPORTERS), get(send))
}

async fn send(State(state): State<AppState>, In(lang): In, Path(id): Path<String>) -> Result<Response, Error> {
    let kept = kept(&state, &id).await?;
    let told = state.store.all_intake_lines(&kept.id).await?;
    let told = told.iter().map(|told| serde_json::from_str(told)).collect::<Result<Vec<Told>, _>>();
    let mut report = Report::open(Vec::new()).map_err(Error::export)?;
    report.add(&told.map_err(Error::export)?, lang, Way::Site).map_err(Error::export)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"import.csv\""),
    ];
    Ok((headers, report.close().map_err(Error::export)?).into_response())
}
