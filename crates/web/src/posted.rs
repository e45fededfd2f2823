//! The fields of a form, as sent, with the document beside them if it may hold one.

use crate::FORM_LIMIT;
use crate::state::AppState;
use arobase_domain::attachment::ATTACHMENT_MAX;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{Form, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Most characters in a field of one line; the forms ask for less.
const LINE: usize = 300;
/// Most characters in a text.
const TEXT: usize = 20_000;

/// Most bytes of a form with its document: too heavy a document is read to its end, so that the browser shows the answer.
pub(crate) const WHOLE: usize = 4 * ATTACHMENT_MAX;

/// What a form sent.
#[derive(Debug, Default)]
pub(crate) struct Posted {
    pairs: Vec<(String, String)>,
    /// The name of the document and its bytes, if one was chosen; cut where it is too heavy.
    pub(crate) document: Option<(String, Vec<u8>)>,
}

impl Posted {
    /// A field of one line, without blanks around; empty if it was not sent.
    pub(crate) fn line(&self, name: &str) -> String {
        self.given(name).split_ascii_whitespace().collect::<Vec<_>>().join(" ").chars().take(LINE).collect()
    }

    /// A text of several lines.
    pub(crate) fn text(&self, name: &str) -> String {
        self.given(name).replace("\r\n", "\n").trim().chars().take(TEXT).collect()
    }

    /// Everything ticked under a name.
    pub(crate) fn ticked<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(given, value)| given == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked, or a button pressed.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.given(name) == "yes"
    }

    /// A field as it was sent.
    pub(crate) fn given(&self, name: &str) -> &str {
        self.pairs.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value.as_str())
    }
}

impl FromRequest<AppState> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_vec()).unwrap_or_default();
        if kind.starts_with(b"multipart/form-data") {
            return whole(Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?).await;
        }
        let Form(pairs) = Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self { pairs, document: None })
    }
}

async fn whole(mut form: Multipart) -> Result<Posted, Response> {
    let (mut posted, mut written) = (Posted::default(), 0);
    while let Some(field) = form.next_field().await.map_err(IntoResponse::into_response)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "document" {
            posted.document = document(field).await?.or(posted.document);
            continue;
        }
        let value = field.text().await.map_err(IntoResponse::into_response)?;
        written += name.len() + value.len();
        if written > FORM_LIMIT {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        }
        posted.pairs.push((name, value));
    }
    Ok(posted)
}

/// A document; nothing where none was chosen.
async fn document(mut field: Field<'_>) -> Result<Option<(String, Vec<u8>)>, Response> {
    let (name, mut bytes) = (field.file_name().unwrap_or_default().to_owned(), Vec::new());
    while let Some(chunk) = field.chunk().await.map_err(IntoResponse::into_response)? {
        if bytes.len() <= ATTACHMENT_MAX {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(Some((name, bytes)).filter(|(name, bytes)| !(name.is_empty() && bytes.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_people_meant_them() {
        let pairs =
            [("name", " Premier \n ministre "), ("text", "Un.\r\nDeux. "), ("to", "r1"), ("to", "r2"), ("yes", "yes")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let posted = Posted { pairs, document: None };
        assert_eq!((posted.line("name").as_str(), posted.text("text").as_str()), ("Premier ministre", "Un.\nDeux."));
        assert_eq!(posted.ticked("to").collect::<Vec<_>>(), ["r1", "r2"]);
        assert!(posted.says("yes") && !posted.says("no") && posted.line("absent").is_empty());
    }
}
