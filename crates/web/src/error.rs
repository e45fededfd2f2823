//! What can go wrong while a page is made, and the page that says so in the language of the reader.

use crate::lang::{Lang, Speak as _};
use crate::page::{Page, render};
use crate::state::AppState;
use arobase_publish::motion::WriteError;
use arobase_publish::print::PrintError;
use arobase_store::StoreError;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Reason);

#[derive(Debug, thiserror::Error)]
enum Reason {
    #[error("no such page")]
    NotFound,
    #[error("the edition does not receive contributions now")]
    Closed,
    #[error("not for the roles of who asks")]
    NotYours,
    #[error("a second factor is to be shown first")]
    Unproven,
    #[error("passkey: {0}")]
    Passkey(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("template: {0}")]
    Template(#[from] askama::Error),
    #[error("export: {0}")]
    Export(String),
    #[error("the log of the bench: {0}")]
    Altered(String),
    #[error("the motion being written: {0}")]
    Draft(String),
    #[error("the copy in two pages takes more")]
    TwoPages,
    #[error(transparent)]
    Print(#[from] PrintError),
}

impl Error {
    /// Nothing has this address.
    pub fn not_found() -> Self {
        Reason::NotFound.into()
    }

    /// The edition receives no contribution now.
    pub fn closed() -> Self {
        Reason::Closed.into()
    }

    /// Whether there is no such thing, rather than a failure to make it.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self.0, Reason::NotFound | Reason::TwoPages)
    }

    /// Who asks has signed in and has none of the roles it takes.
    pub fn not_yours() -> Self {
        Reason::NotYours.into()
    }

    /// A file to download could not be written.
    #[expect(clippy::needless_pass_by_value, reason = "so that it can be given to map_err")]
    pub fn export(cause: impl ToString) -> Self {
        Reason::Export(cause.to_string()).into()
    }

    /// The log of a bench does not lead where it says.
    pub(crate) fn altered(cause: &impl ToString) -> Self {
        Reason::Altered(cause.to_string()).into()
    }

    /// The motion being written is to be read again.
    pub(crate) fn draft(cause: &impl ToString) -> Self {
        Reason::Draft(cause.to_string()).into()
    }

    /// Who asks has a second factor to show first.
    pub fn unproven() -> Self {
        Reason::Unproven.into()
    }

    /// A passkey could not be made.
    #[expect(clippy::needless_pass_by_value, reason = "so that it can be given to map_err")]
    pub fn passkey(cause: impl ToString) -> Self {
        Reason::Passkey(cause.to_string()).into()
    }

    fn status(&self) -> StatusCode {
        match self.0 {
            Reason::NotFound => StatusCode::NOT_FOUND,
            Reason::Passkey(_) => StatusCode::BAD_REQUEST,
            Reason::Closed | Reason::TwoPages => StatusCode::CONFLICT,
            Reason::NotYours | Reason::Unproven => StatusCode::FORBIDDEN,
            Reason::Store(_)
            | Reason::Template(_)
            | Reason::Export(_)
            | Reason::Altered(_)
            | Reason::Draft(_)
            | Reason::Print(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Reason::from(error).into()
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Reason::from(error).into()
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::TooLong { .. } => Reason::TwoPages.into(),
            WriteError::Print(error) => error.into(),
            other => Self::export(other),
        }
    }
}

impl From<PrintError> for Error {
    fn from(error: PrintError) -> Self {
        Reason::from(error).into()
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "page not made");
        }
        let mut response = status.into_response();
        let words = match self.0 {
            Reason::NotYours => Some(Words("error-role", "error-role-text")),
            Reason::Passkey(_) => Some(Words("error-passkey", "error-passkey-text")),
            Reason::TwoPages => Some(Words("error-two-pages", "error-two-pages-text")),
            Reason::Unproven => Some(Words("error-factor", "error-factor-text")),
            _ => None,
        };
        words.map(|words| response.extensions_mut().insert(words));
        response
    }
}

/// Title and text of a refusal that its status alone does not tell.
#[derive(Clone, Copy)]
struct Words(&'static str, &'static str);

#[derive(Template)]
#[template(path = "error.html")]
struct Failure {
    page: Page,
    explanation: String,
}

impl Failure {
    fn new(state: &AppState, lang: Lang, Words(title, text): Words) -> Self {
        // What the form accepts; the other messages do not say it.
        let longest = lang.number(state.edition.settings.limits.text);
        Self { page: Page::nowhere(state, lang, lang.t(title)), explanation: lang.it(text, longest) }
    }
}

fn words(status: StatusCode) -> Words {
    let (title, text) = match status {
        StatusCode::NOT_FOUND => ("error-not-found", "error-not-found-text"),
        StatusCode::UNAUTHORIZED => ("error-signed-out", "error-signed-out-text"),
        StatusCode::FORBIDDEN => ("error-refused", "error-refused-text"),
        StatusCode::METHOD_NOT_ALLOWED => ("error-method", "error-method-text"),
        StatusCode::CONFLICT => ("error-closed", "error-closed-text"),
        StatusCode::PAYLOAD_TOO_LARGE => ("error-too-large", "error-too-large-text"),
        status if status.is_client_error() => ("error-invalid", "error-invalid-text"),
        _ => ("error-server", "error-server-text"),
    };
    Words(title, text)
}

/// Gives every failure that has no page yet, whoever refused, a page in the language of the path.
pub(crate) async fn explain(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let lang = Lang::of_path(request.uri().path());
    let response = next.run(request).await;
    let status = response.status();
    let told =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if told || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let said = response.extensions().get::<Words>().copied().unwrap_or_else(|| words(status));
    let mut page = match render(&Failure::new(&state, lang, said)) {
        Ok(html) => (status, html).into_response(),
        Err(_) => return response,
    };
    page.headers_mut().extend(allow.map(|allow| (header::ALLOW, allow)));
    page
}
