//! Coming in by the code of a printed letter. The page of a QR fills the code in and waits for the button: looking opens nothing.

use super::enter::device_of;
use super::opened;
use super::origin::Origin;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::{Edition, PhaseKind};
use arobase_identity::{CODES_BY_ADDRESS, CODES_BY_BEGINNING, CODES_COUNTED, CODES_IN_ALL, Code, Token};
use arobase_store::{NewSession, Tried, TypedCode};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;

/// Longest thing worth reading as a code, in characters.
const TYPED_MAX: usize = 40;

#[derive(Template)]
#[template(path = "people/code.html")]
struct ByCode {
    page: Page,
    code: String,
    problem: Option<String>,
    /// When codes stopped opening, if they did.
    closed: Option<String>,
    longest: usize,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Typed {
    code: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::CODE, "", Access::Public, get(show).post(enter))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(typed): Query<Typed>) -> Result<Response, Error> {
    answer(&state, lang, StatusCode::OK, &typed.code, None)
}

async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    Origin(origin): Origin,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let refuse = |status, key: &str| answer(&state, lang, status, &typed.code, Some(lang.t(key)));
    if over(&state.edition, state.now()).is_some() {
        return answer(&state, lang, StatusCode::GONE, "", None);
    }
    let Ok(code) = Code::read(&typed.code) else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, "code-mistyped");
    };
    let token = Token::new((state.chance)());
    match attempt(&state, &code, &origin, &headers, &token).await? {
        Tried::TooMany => refuse(StatusCode::TOO_MANY_REQUESTS, "code-too-many"),
        Tried::Unknown => refuse(StatusCode::UNPROCESSABLE_ENTITY, "code-unknown"),
        Tried::Opened(_) => Ok(opened(&state, lang, &token)),
    }
}

async fn attempt(
    state: &AppState,
    code: &Code,
    origin: &str,
    headers: &HeaderMap,
    token: &Token,
) -> Result<Tried, Error> {
    let (now, id, session) = (state.now(), (state.ids)().to_string(), (state.ids)().to_string());
    let attempt = TypedCode {
        edition: &state.edition.id,
        id: &id,
        digest: &state.key.code(code),
        beginning: &state.key.beginning(code),
        address: origin,
        since: now - CODES_COUNTED,
        at_most: [CODES_BY_BEGINNING, CODES_BY_ADDRESS, CODES_IN_ALL],
    };
    let new = NewSession { id: &session, digest: &token.digest(), device: &device_of(headers) };
    Ok(state.store.use_code(attempt, new, now).await?)
}

/// Codes open until the collection closes, or the congress where there is no collection; when that was, if it is past.
fn over(edition: &Edition, now: i64) -> Option<i64> {
    let closes = edition.phase(PhaseKind::Collection).map_or(edition.congress_date, |phase| phase.ends_at);
    (now >= closes).then_some(closes)
}

fn answer(
    state: &AppState,
    lang: Lang,
    status: StatusCode,
    code: &str,
    problem: Option<String>,
) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Code(String::new()), lang.t("title-code"));
    let closed = over(&state.edition, state.now()).map(|at| minute(lang, at));
    let code = code.chars().take(TYPED_MAX).collect();
    Ok(private(status, render(&ByCode { page, code, problem, closed, longest: TYPED_MAX })?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for problem in [None, Some("faux".to_owned())] {
                let wrong = problem.is_some();
                let page = sample::page(lang, Target::Code(String::new()));
                let by_code = ByCode { page, code: "A7\"".into(), problem, closed: None, longest: 40 };
                assert_eq!(sample::check(&by_code).contains("aria-invalid"), wrong);
            }
            let page = sample::page(lang, Target::Code(String::new()));
            let closed = Some("1ᵉʳ octobre".into());
            let html = sample::check(&ByCode { page, code: String::new(), problem: None, closed, longest: 40 });
            assert!(!html.contains("name=\"code\""));
        }
    }

    #[test]
    fn codes_open_until_the_collection_closes() {
        let edition = sample::edition();
        let closes = edition.phase(PhaseKind::Collection).unwrap().ends_at;
        assert_eq!((over(&edition, closes - 1), over(&edition, closes)), (None, Some(closes)));
    }
}
