//! Wanting no letter any more: one click, without signing in (RFC 8058). Opening the page stops nothing, for programs that check mail open every link.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::MemberId;
use askama::Template;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// What the form that lets letters come again posts; a mail program posts `List-Unsubscribe=One-Click`, in either encoding of forms.
const RESUME: &[u8] = b"resume=yes";

#[derive(Template)]
#[template(path = "people/stop.html")]
struct Stop {
    page: Page,
    /// What the link holds, while it is one of ours.
    key: Option<String>,
    stopped: bool,
    /// Whether this is the answer to a click.
    done: bool,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Link {
    key: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::STOP, "", Access::Public, get(show).post(stop))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(link): Query<Link>) -> Result<Response, Error> {
    answer(&state, lang, link.key, false).await
}

async fn stop(
    State(state): State<AppState>,
    In(lang): In,
    Query(link): Query<Link>,
    body: Bytes,
) -> Result<Response, Error> {
    if let Some(member) = state.key.stopped(&link.key) {
        state.store.stop_letters(&MemberId::new(member), *body != *RESUME, state.now()).await?;
    }
    answer(&state, lang, link.key, true).await
}

async fn answer(state: &AppState, lang: Lang, key: String, done: bool) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Stop(String::new()), lang.t("title-stop"));
    let Some(member) = state.key.stopped(&key).map(MemberId::new) else {
        return Ok(private(StatusCode::GONE, render(&Stop { page, key: None, stopped: false, done: false })?));
    };
    let stopped = state.store.wants_no_letters(&member).await?;
    Ok(private(StatusCode::OK, render(&Stop { page, key: Some(key), stopped, done })?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Stop(String::new()));
            for (stopped, done) in [(false, false), (true, true), (false, true), (true, false)] {
                let html = sample::check(&Stop { page: page(), key: Some("0192.ab".into()), stopped, done });
                assert_eq!(html.contains("name=\"resume\""), stopped);
                assert!(html.contains("?key=0192.ab"));
            }
            assert!(!sample::check(&Stop { page: page(), key: None, stopped: false, done: false }).contains("?key="));
        }
    }
}
