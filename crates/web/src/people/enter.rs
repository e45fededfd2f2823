//! Coming in by the link of a letter. Opening the page uses nothing up, for programs that check mail open every link; the button does.

use super::{federation, opened};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_identity::{Token, device, digest};
use arobase_store::NewSession;
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "people/enter.html")]
struct Enter {
    page: Page,
    /// What the link holds, while it opens.
    key: Option<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    key: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::ENTER, "", Access::Public, get(show).post(enter))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(link): Query<Fields>) -> Result<Response, Error> {
    let opens = state.store.link_opens(&digest(&link.key), state.now()).await?;
    answer(&state, lang, opens.then_some(link.key))
}

async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    headers: HeaderMap,
    Form(link): Form<Fields>,
) -> Result<Response, Error> {
    let (id, token) = ((state.ids)().to_string(), Token::new((state.chance)()));
    let session = NewSession { id: &id, digest: &token.digest(), device: &device_of(&headers) };
    let browser = federation::kept(&state, &headers).map(|kept| digest(&kept));
    if state.store.use_link_in(&digest(&link.key), browser.as_deref(), session, state.now()).await?.is_none() {
        return answer(&state, lang, None);
    }
    Ok(opened(&state, lang, &token))
}

/// Where the request comes from, in two words.
pub(crate) fn device_of(headers: &HeaderMap) -> String {
    device(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

fn answer(state: &AppState, lang: Lang, key: Option<String>) -> Result<Response, Error> {
    let status = if key.is_some() { StatusCode::OK } else { StatusCode::GONE };
    Ok(private(
        status,
        render(&Enter::new(Page::new(state, lang, Target::Enter(String::new()), lang.t("title-enter")), key))?,
    ))
}

impl Enter {
    fn new(page: Page, key: Option<String>) -> Self {
        Self { page, key }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Enter(String::new()));
            assert!(sample::check(&Enter::new(page(), Some("abc".into()))).contains(r#"value="abc""#));
            assert!(!sample::check(&Enter::new(page(), None)).contains(r#"name="key""#));
        }
    }
}
