//! The site: one folder a stage, one file a gesture.
//!
//! A gesture's file holds its form, its handler, its template and its route; [`gestures`] lists them all. Pages are made on the
//! server and need no script.

mod assets;
pub mod calendar;
mod collect;
pub mod countdown;
mod curate;
mod dictionary;
mod door;
mod downloads;
mod draft;
mod edition;
mod envelope;
mod error;
mod explore;
mod followup;
mod funnel;
mod gesture;
mod home;
pub mod intake;
mod lang;
mod links;
mod motion;
mod page;
mod pager;
mod pages;
mod people;
mod posted;
mod print;
mod reasons;
mod serve;
mod signed;
mod state;
mod url;

#[cfg(test)]
mod sample;

pub use draft::{made, replaced};
pub use edition::last_day;
pub use error::Error;
pub use gesture::{Access, Asker, Gesture};
pub use lang::{Count, Lang, Speak};
pub use pages::{Weight, elements};
pub use serve::serve;
pub use state::{AppState, Near, Publisher, Site};
pub use url::{Before, Filter, Kwic, Sequel, Show, Target, Url, View};

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::trace::TraceLayer;

/// Most bytes that a form may weigh: the longest contribution, each of its characters percent-encoded.
const FORM_LIMIT: usize = 256 * 1024;

/// Every gesture of the site, except the footprint, which measures the others.
pub fn gestures() -> Vec<Gesture> {
    let assets = Gesture::at(&[assets::PATH], Access::Public, get(assets::serve));
    let worker = Gesture::at(&[assets::WORKER], Access::Public, get(assets::worker));
    let around = [people::gestures(), print::gestures(), edition::gestures(), pages::gestures(), vec![assets, worker]];
    shown().into_iter().chain(around.into_iter().flatten()).collect()
}

/// The gestures that show what is in the edition, or bring something in.
fn shown() -> Vec<Gesture> {
    let stages = [
        home::gestures(),
        funnel::gestures(),
        explore::gestures(),
        collect::gestures(),
        curate::gestures(),
        motion::gestures(),
        draft::gestures().into(),
        downloads::gestures(),
        followup::gestures(),
        dictionary::gestures().into(),
    ];
    stages.into_iter().flatten().collect()
}

/// The whole site, on every edition that it has.
pub fn router(state: AppState) -> Router {
    door::open(state, pages_of)
}

/// The pages of one edition.
fn pages_of(state: AppState) -> Router {
    let measured = dress(plain(), state.clone());
    dress(pages::footprint::gesture(measured).mount(plain()), state)
}

/// « /fr/themes/ » is « /fr/themes »; anything else does not exist.
async fn astray(uri: Uri) -> Response {
    let path = uri.path().trim_end_matches('/');
    if path.len() == uri.path().len() || path.is_empty() || path.starts_with("//") {
        return StatusCode::NOT_FOUND.into_response();
    }
    Redirect::permanent(&url::rooted(path)).into_response()
}

fn plain() -> Router<AppState> {
    gestures().into_iter().fold(Router::new(), |router, gesture| gesture.mount(router))
}

fn dress(router: Router<AppState>, state: AppState) -> Router {
    let compression = CompressionLayer::new().quality(CompressionLevel::Precise(5));
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request| {
        // Not what was asked, only where: addresses hold what people search for, and the keys to their own pages.
        let path = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
        tracing::info_span!("request", method = %request.method(), path)
    });
    router
        .fallback(astray)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CsrfLayer::new())
        .layer(from_fn(envelope::revalidate))
        .layer(from_fn_with_state(state.clone(), edition::curtain))
        .layer(from_fn_with_state(state.clone(), people::identify))
        .layer(from_fn_with_state(state.clone(), error::explain))
        .layer(from_fn(envelope::protect))
        .layer(compression)
        .layer(trace)
        .with_state(state)
}
