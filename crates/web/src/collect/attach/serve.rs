//! A document, to whoever may have it: everyone where its author wants it published and it holds nothing that is masked, its author by the key of the receipt, the staff.

use super::desk::READERS;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::In;
use crate::state::AppState;
use crate::url::slug;
use arobase_domain::AttachmentKind;
use arobase_store::Attachment;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// A document opens nothing, runs nothing and asks for nothing, even where a browser shows it.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub(super) fn gestures() -> [Gesture; 3] {
    [
        Gesture::page(slug::ATTACHMENT, "/{id}", Access::Public, get(published)),
        Gesture::page(slug::ATTACHMENTS, "/{id}", Access::Any(READERS), get(entrusted)),
        Gesture::page(slug::OWN_ATTACHMENT, "/{token}", Access::Public, get(own)),
    ]
}

async fn published(State(state): State<AppState>, In(_): In, Path(id): Path<String>) -> Result<Response, Error> {
    let withheld = state.store.withheld(&state.edition.id).await?;
    let found = state.store.attachment(&state.edition.id, &id).await?;
    let found = found.filter(|one| one.public && !withheld.contains(&one.id));
    send(&state, found, "no-cache").await
}

async fn entrusted(State(state): State<AppState>, In(_): In, Path(id): Path<String>) -> Result<Response, Error> {
    let found = state.store.attachment(&state.edition.id, &id).await?;
    send(&state, found, "no-store").await
}

/// Which document of one's own.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Which {
    document: String,
}

async fn own(
    State(state): State<AppState>,
    In(_): In,
    Path(token): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Error> {
    let mine = state.store.beside(&state.edition.id, &token).await?;
    send(&state, mine.into_iter().find(|one| one.id == which.document), "no-store").await
}

async fn send(state: &AppState, found: Option<Attachment>, kept: &'static str) -> Result<Response, Error> {
    let one = found.ok_or_else(Error::not_found)?;
    let bytes = state.store.attachment_bytes(&one.id).await?;
    file((one.kind, &one.name), bytes, kept)
}

/// A document as it is sent: taken away, and never run.
pub(crate) fn file(
    (kind, name): (AttachmentKind, &str),
    bytes: Vec<u8>,
    kept: &'static str,
) -> Result<Response, Error> {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    headers.insert(header::CONTENT_DISPOSITION, disposition(name)?);
    Ok(response)
}

/// RFC 6266: a name that every browser takes, and the real one.
fn disposition(name: &str) -> Result<HeaderValue, Error> {
    let safe = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | ' ');
    let plain: String = name.chars().map(|letter| if safe(letter) { letter } else { '_' }).collect();
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let exact: String = name
        .bytes()
        .map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")).map_err(Error::export)
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_breaks_no_header() {
        let told = |name: &str| disposition(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(told("plan.pdf"), "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf");
        let exact = "attachment; filename=\"D_lib_ n_ 3.pdf\"; filename*=UTF-8''D%C3%A9lib%22%20n%C2%BA%203.pdf";
        assert_eq!(told("Délib\" nº 3.pdf"), exact);
    }
}
