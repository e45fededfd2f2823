//! What is printed from the site: paper forms, slips that tell what became of a contribution, the poster.

mod desk;
mod poster;
mod sheets;
mod slips;

use crate::Error;
use crate::gesture::Gesture;
use crate::lang::Lang;
use crate::state::{AppState, last_day};
use arobase_domain::PhaseKind;
use arobase_publish::print::{PrintError, Sender};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse as _, Response};

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![desk::gesture(), sheets::gesture(), slips::gesture(), poster::gesture()]
}

/// Who prints, in a language.
pub(crate) fn sender(state: &AppState, lang: Lang) -> Sender {
    let (edition, publisher) = (&state.edition, &state.publisher);
    let end = edition.phase(PhaseKind::Collection).map(|phase| phase.ends_at);
    Sender {
        name: publisher.name.clone(),
        address: publisher.address.clone(),
        phone: publisher.phone.clone(),
        email: publisher.email.clone(),
        free_reply: publisher.free_reply.clone(),
        edition: edition.name.clone(),
        site: typed(&state.address).to_owned(),
        until: end.map(|end| last_day(lang, &edition.settings.time_zone, end)).unwrap_or_default(),
    }
}

/// An address as one types it: without its scheme.
pub(crate) fn typed(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// What the edition asks, in a language; in French where nobody translated it.
fn questions(state: &AppState, lang: Lang) -> Vec<String> {
    let asked = state.edition.settings.questions.iter();
    asked.map(|one| if lang == Lang::En && !one.en.is_empty() { one.en.clone() } else { one.fr.clone() }).collect()
}

/// Sets a document away from the threads that answer, and sends it: for whoever asked, kept by no cache.
pub(crate) async fn pdf(
    name: String,
    set: impl FnOnce() -> Result<Vec<u8>, PrintError> + Send + 'static,
) -> Result<Response, Error> {
    let bytes = tokio::task::spawn_blocking(set).await.map_err(Error::export)??;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
