//! A form with its documents, however it was posted: a script that keeps a draft sends no file.

use crate::FORM_LIMIT;
use crate::state::AppState;
use arobase_domain::attachment::{ATTACHMENT_MAX, ATTACHMENTS_MAX};
use axum::body::{Body, to_bytes};
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{Form, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fs::File;
use tokio::io::AsyncWriteExt as _;

/// Documents that are too heavy are read to their end and not kept, up to this many bytes: cut short, a browser would show no answer.
pub(in crate::collect) const READ_AT_MOST: usize = 64_000_000;

/// Name of the field where documents are chosen.
const DOCUMENTS: &str = "documents";

/// What a form sent.
pub(in crate::collect) struct Posted<T> {
    /// Its fields.
    pub(in crate::collect) fields: T,
    /// Its documents.
    pub(in crate::collect) files: Files,
}

/// The documents of a form, and what is decided of those that came before.
#[derive(Default)]
pub(in crate::collect) struct Files {
    pub(super) brought: Vec<Brought>,
    pairs: Vec<(String, String)>,
    /// Whether the form was posted whole, by a button: what keeps a draft as one writes decides nothing.
    pub(super) whole: bool,
}

/// A document about to be read: on disk, so that a hundred people who send at once fill no memory.
pub(super) struct Brought {
    pub(super) name: String,
    pub(super) size: usize,
    /// None where there are too many of them, or too heavy a one.
    pub(super) spool: Option<File>,
}

impl Files {
    /// Whether a box was ticked, or a button pressed.
    pub(super) fn says(&self, name: &str) -> bool {
        self.pairs.iter().any(|(given, value)| given == name && value == "yes")
    }

    /// What is decided of the documents shown: those that go, those to publish, those shown.
    pub(in crate::collect) fn decided(&self) -> (Vec<String>, Vec<String>, Vec<String>) {
        (self.given("gone"), self.given("public"), self.given("shown"))
    }

    /// Everything given under a name.
    pub(super) fn given(&self, name: &str) -> Vec<String> {
        self.pairs.iter().filter(|(given, _)| given == name).map(|(_, value)| value.clone()).collect()
    }
}

impl<T: DeserializeOwned> FromRequest<AppState> for Posted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_vec()).unwrap_or_default();
        let files = if kind.starts_with(b"multipart/form-data") {
            whole(Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?).await?
        } else {
            fields_alone(request, state).await?
        };
        let fields: Map<String, Value> =
            files.pairs.iter().map(|(name, value)| (name.clone(), Value::String(value.clone()))).collect();
        let fields = serde_json::from_value(Value::Object(fields));
        Ok(Self { fields: fields.map_err(|_| StatusCode::UNPROCESSABLE_ENTITY.into_response())?, files })
    }
}

async fn fields_alone(request: Request, state: &AppState) -> Result<Files, Response> {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, FORM_LIMIT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    let request = Request::from_parts(parts, Body::from(bytes));
    let Form(pairs) = Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
    Ok(Files { pairs, ..Files::default() })
}

async fn whole(mut form: Multipart) -> Result<Files, Response> {
    let (mut files, mut written) = (Files { whole: true, ..Files::default() }, 0);
    while let Some(field) = form.next_field().await.map_err(IntoResponse::into_response)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == DOCUMENTS {
            let kept = files.brought.iter().filter(|one| one.spool.is_some()).count();
            files.brought.extend(spool(field, kept < ATTACHMENTS_MAX).await?);
            continue;
        }
        let value = field.text().await.map_err(IntoResponse::into_response)?;
        written += name.len() + value.len();
        if written > FORM_LIMIT {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        }
        files.pairs.push((name, value));
    }
    Ok(files)
}

/// Puts a document on disk; nothing where none was chosen.
async fn spool(mut field: Field<'_>, wanted: bool) -> Result<Option<Brought>, Response> {
    let refused = |error: std::io::Error| crate::Error::export(error).into_response();
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(refused)?);
    let mut size = 0;
    while let Some(chunk) = field.chunk().await.map_err(IntoResponse::into_response)? {
        size += chunk.len();
        if wanted && size <= ATTACHMENT_MAX {
            file.write_all(&chunk).await.map_err(refused)?;
        }
    }
    if name.is_empty() && size == 0 {
        return Ok(None);
    }
    file.flush().await.map_err(refused)?;
    let spool = if wanted && size <= ATTACHMENT_MAX { Some(file.into_std().await) } else { None };
    Ok(Some(Brought { name, size, spool }))
}
