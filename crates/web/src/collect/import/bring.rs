//! First step: a file is chosen, and those that wait are shown.

use super::work::{look_at, plain_name};
use super::{IMPORTERS, LIMIT, Step, steps};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::{Target, Url, slug};
use arobase_store::{Intake, NewIntake, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

/// A file that is too large is read to its end and not kept, up to this many bytes: cut short, a browser would show no answer.
const READ_AT_MOST: usize = 4 * LIMIT;

#[derive(Template)]
#[template(path = "collect/import/bring.html")]
struct Bring {
    page: Page,
    steps: Vec<Step>,
    limit: u64,
    error: Option<String>,
    waiting: Vec<Line>,
}

/// A file that waits, or was imported lately.
struct Line {
    url: Url,
    file: String,
    size: u64,
    who: Option<String>,
    when: String,
    state: String,
}

pub(super) fn gesture() -> Gesture {
    let handlers = get(show).post(bring).layer(DefaultBodyLimit::max(READ_AT_MOST));
    Gesture::page(slug::IMPORT, "", Access::Any(IMPORTERS), handlers)
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    answer(&state, lang, StatusCode::OK, None).await
}

async fn bring(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let Ok(form) = form else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let refused = async |key: &str| {
        let told = lang.it(key, lang.bytes(LIMIT as u64));
        answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, Some(told)).await
    };
    match file(form).await {
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => refused("import-error-large").await,
        Err(error) => Ok(error.status().into_response()),
        Ok(Sent::Nothing) => refused("import-error-none").await,
        Ok(Sent::TooLarge) => refused("import-error-large").await,
        Ok(Sent::File(name, bytes)) => match look_at(&state, &name, bytes).await {
            Ok((_, bytes)) => keep(&state, lang, &me, &name, &bytes).await,
            Err(unread) => {
                let told = unread.told(lang)?;
                answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, Some(told)).await
            }
        },
    }
}

async fn keep(state: &AppState, lang: Lang, me: &Signed, name: &str, bytes: &[u8]) -> Result<Response, Error> {
    let id = (state.ids)().to_string();
    let new = NewIntake { id: &id, by: me.member.id.as_str(), file: name, bytes };
    state.store.bring(&state.edition.id, new, state.now()).await?;
    Ok(to(lang, Target::ImportColumns(id)))
}

/// What a form sent.
enum Sent {
    Nothing,
    TooLarge,
    File(String, Vec<u8>),
}

async fn file(mut form: Multipart) -> Result<Sent, MultipartError> {
    while let Some(mut field) = form.next_field().await? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let (mut bytes, mut size) = (Vec::new(), 0);
        while let Some(chunk) = field.chunk().await? {
            size += chunk.len();
            if size <= LIMIT {
                bytes.extend_from_slice(&chunk);
            }
        }
        return Ok(match (name.is_empty() && size == 0, size > LIMIT) {
            (true, _) => Sent::Nothing,
            (_, true) => Sent::TooLarge,
            _ => Sent::File(plain_name(&name), bytes),
        });
    }
    Ok(Sent::Nothing)
}

async fn answer(state: &AppState, lang: Lang, status: StatusCode, error: Option<String>) -> Result<Response, Error> {
    let kept = state.store.intakes(&state.edition.id, state.now()).await?;
    let page =
        Page::new(state, lang, Target::Import, lang.t("title-import")).within(lang.t("title-space"), Target::Space);
    Ok(private(status, render(&Bring::new(page, error, kept))?))
}

impl Bring {
    fn new(page: Page, error: Option<String>, kept: Vec<Intake>) -> Self {
        let lang = page.lang;
        Self {
            steps: steps(lang, 0),
            limit: LIMIT as u64,
            error,
            waiting: kept.into_iter().map(|one| Line::new(lang, one)).collect(),
            page,
        }
    }
}

impl Line {
    fn new(lang: Lang, kept: Intake) -> Self {
        let (target, key) = match (kept.tried_at, kept.imported_at) {
            (_, Some(_)) => (Target::ImportReport(kept.id, 1), "import-state-imported"),
            (Some(_), _) => (Target::ImportReport(kept.id, 1), "import-state-tried"),
            _ => (Target::ImportColumns(kept.id), "import-state-brought"),
        };
        Self {
            url: target.in_lang(lang),
            file: kept.file,
            size: kept.size,
            who: kept.by.filter(|name| !name.is_empty()),
            when: minute(lang, kept.brought_at),
            state: lang.t(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn kept(id: &str, tried_at: Option<i64>, imported_at: Option<i64>) -> Intake {
        Intake {
            id: id.into(),
            by: Some("Anne Le Goff".into()),
            file: "proposals.csv".into(),
            size: 123_456,
            brought_at: sample::NOW,
            choices: String::new(),
            tally: String::new(),
            tried_at,
            imported_at,
        }
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Import);
            let empty = sample::check(&Bring::new(page(), None, Vec::new()));
            assert!(empty.contains("enctype=\"multipart/form-data\"") && !empty.contains("aria-invalid"));
            let files = vec![kept("a", None, None), kept("b", Some(1), None), kept("c", Some(1), Some(2))];
            let html = sample::check(&Bring::new(page(), Some("Illisible.".into()), files));
            assert!(html.contains("aria-invalid") && html.contains("Anne Le Goff"));
            assert!(html.contains(&Target::ImportReport("c".into(), 1).in_lang(lang).to_string()));
        }
    }
}
