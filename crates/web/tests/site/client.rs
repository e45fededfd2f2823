//! A browser without a window.

use crate::fixture::{self, DAY, NOW};
use arobase_identity::oidc::Provider;
use arobase_web::{AppState, Site, router};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) struct Client {
    pub(crate) site: Router,
    pub(crate) state: AppState,
    _folder: Option<TempDir>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

impl Client {
    pub(crate) async fn open(analysed: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = fixture::site(folder.path(), analysed).await;
        Self { site: router(state.clone()), state, _folder: Some(folder) }
    }

    /// When collection is over.
    pub(crate) async fn closed() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = fixture::site_at(folder.path(), true, || NOW + 23 * DAY).await;
        Self { site: router(state.clone()), state, _folder: Some(folder) }
    }

    /// A browser at this site.
    pub(crate) fn of(site: Router, state: AppState) -> Self {
        Self { site, state, _folder: None }
    }

    /// Where someone else vouches for people.
    pub(crate) async fn federated(provider: Provider) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let parts = fixture::parts(folder.path(), false, || NOW).await;
        let state = AppState::new(Site { federation: Some(provider), ..parts }, fixture::edition());
        Self { site: router(state.clone()), state, _folder: Some(folder) }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(encoded(fields))).unwrap()).await
    }

    /// Asks as whoever holds this cookie; a form is posted with `fields`, else the page is read.
    pub(crate) async fn with(&self, cookie: &str, path: &str, fields: Option<&[(&str, &str)]>) -> Answer {
        let request = Request::builder().uri(path).header(header::COOKIE, cookie);
        let request = match fields {
            None => request.body(Body::empty()),
            Some(fields) => request
                .method("POST")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(encoded(fields))),
        };
        self.send(request.unwrap()).await
    }

    pub(crate) async fn received(&self) -> u64 {
        self.state.store.figures(&self.state.edition.id).await.unwrap().contributions
    }
}

pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

pub(crate) fn token(form: &str) -> String {
    let (_, rest) = form.split_once("name=\"token\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}
