//! Coming in by someone else who vouches for the person: going there, coming back, and leaving there too.
//!
//! Who comes back is known by the provider's own identifier of them. The first time, their verified address says which member they may be, and a
//! link mailed to it, opened in the same browser, ties the two.

use super::enter::device_of;
use super::{opened, sign_in};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Email, Means};
use arobase_identity::oidc::{Departure, Identity, OidcError, Provider};
use arobase_identity::{ATTEMPT_LASTS, Cookie, Token};
use arobase_store::{Asked, Attempt, Foreign, NewSession, Opening, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};

/// Where a provider sends people back: the address to declare there.
pub(crate) const BACK: &str = "/openid/back";
/// Where it sends those whose session it has ended.
pub(crate) const OUT: &str = "/openid/out";

/// What an attempt of this kind is called in the database.
const KIND: &str = "openid";

#[derive(Template)]
#[template(path = "people/federation.html")]
struct Told {
    page: Page,
    text: String,
    /// Whether a link by mail is the way on.
    link: bool,
}

#[derive(Template)]
#[template(path = "people/signed_out.html")]
struct SignedOut {
    page: Page,
    label: String,
    /// Where the provider's session ends.
    there: String,
}

/// What a provider sends back by the browser.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Answer {
    state: String,
    code: String,
    error: String,
}

/// Why nobody has come in, or not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Confirm,
    Unknown,
    TooMany,
    Gone,
    Declined,
    Unreachable,
    Doubtful,
    Weak,
}

pub(crate) fn gestures() -> [Gesture; 4] {
    [
        Gesture::page(slug::ELSEWHERE, "", Access::Public, get(depart)),
        Gesture::at(&[BACK], Access::Public, get(back)),
        Gesture::at(&[OUT], Access::Public, get(out)),
        Gesture::page(slug::SPACE, "/untie", Access::Own, post(untie)),
    ]
}

async fn depart(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    if state.federation.is_none() {
        return Err(Error::not_found());
    }
    let (token, now) = (Token::new((state.chance)()), state.now());
    let (departure, home) = (Departure::new(&token), address(&state, BACK));
    let digest = departure.digest();
    let there = match ask(&state, move |provider| provider.departure(&departure, &home, now)).await {
        Ok(there) => there,
        Err(error) => {
            tracing::warn!(%error, "openid: departure");
            return sign_in::without_federation(&state, lang);
        }
    };
    let attempt = Attempt { digest: &digest, kind: KIND, data: lang.as_str(), expires_at: now + ATTEMPT_LASTS };
    state.store.begin_attempt(attempt, now).await?;
    let kept = Cookie::attempt(&state.address).open(&token);
    let headers = [(header::SET_COOKIE, kept), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, Redirect::to(&there)).into_response())
}

/// What came by another browser, or a second time, is worth nothing; a wrong state uses nothing up.
async fn back(
    State(state): State<AppState>,
    headers: HeaderMap,
    Query(answer): Query<Answer>,
) -> Result<Response, Error> {
    let departure = kept(&state, &headers).map(|kept| Departure::returning(&kept));
    let Some(departure) = departure.filter(|departure| departure.state() == answer.state) else {
        return told(&state, Lang::Fr, Outcome::Gone);
    };
    let now = state.now();
    let Some(lang) = state.store.take_attempt(&departure.digest(), KIND, now).await? else {
        return told(&state, Lang::Fr, Outcome::Gone);
    };
    let lang = lang.parse().unwrap_or(Lang::Fr);
    if !answer.error.is_empty() {
        return told(&state, lang, Outcome::Declined);
    }
    let home = address(&state, BACK);
    match ask(&state, move |provider| provider.identify(&departure, answer.code, &home, now)).await {
        Ok(who) => enter(&state, lang, &headers, who).await,
        Err(error) => {
            tracing::warn!(%error, "openid: return");
            told(&state, lang, Outcome::of(&error))
        }
    }
}

/// Whoever is known comes in.
async fn enter(state: &AppState, lang: Lang, headers: &HeaderMap, who: Identity) -> Result<Response, Error> {
    let (id, token) = ((state.ids)().to_string(), Token::new((state.chance)()));
    let session = NewSession { id: &id, digest: &token.digest(), device: &device_of(headers) };
    let hint = state.key.seal(&id, &who.hint, (state.chance)());
    let opening = Opening { means: Means::Federation, strong: who.strong, hint: Some(&hint) };
    let known = Foreign { issuer: &who.issuer, subject: &who.subject };
    if state.store.enter_federated(known, session, opening, state.now()).await?.is_some() {
        return Ok(opened(state, lang, &token));
    }
    match &who.email {
        Some(email) => introduce(state, lang, known, email).await,
        None => told(state, lang, Outcome::Unknown),
    }
}

/// Whoever comes for the first time proves by a link that the address of a member is theirs.
async fn introduce(state: &AppState, lang: Lang, who: Foreign<'_>, email: &Email) -> Result<Response, Error> {
    let token = Token::new((state.chance)());
    let letter = sign_in::Letter::new(state, lang, email);
    let asked = state.store.ask_to_tie(letter.ask(state), who, &token.digest(), state.now()).await?;
    let outcome = match asked {
        Asked::Sent => Outcome::Confirm,
        Asked::Stranger => Outcome::Unknown,
        Asked::TooMany => Outcome::TooMany,
    };
    let page = told(state, lang, outcome)?;
    Ok((AppendHeaders([(header::SET_COOKIE, Cookie::attempt(&state.address).open(&token))]), page).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Untied {
    issuer: String,
}

/// The provider's word no longer opens this member's space.
async fn untie(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Untied>,
) -> Result<Response, Error> {
    super::sure(&me)?;
    if !state.store.untie(&me.member.id, &form.issuer, state.now()).await? {
        return Err(Error::not_found());
    }
    Ok(to(lang, Target::Space))
}

/// Back from ending the provider's session: its `state` begins with a language.
async fn out(Query(answer): Query<Answer>) -> Redirect {
    let lang = answer.state.get(..2).and_then(|code| code.parse().ok()).unwrap_or(Lang::Fr);
    Redirect::to(&Target::Home.in_lang(lang).to_string())
}

/// A page that goes on to end the provider's session; nothing for who came by other means. A page and not a redirection: the form that signs out may
/// lead nowhere but here.
pub(crate) async fn farewell(state: &AppState, lang: Lang, session: &str, hint: Option<&str>) -> Option<Response> {
    let hint = state.key.unseal(session, hint?)?;
    let mark = format!("{lang}{}", Token::new((state.chance)()).reveal());
    let (home, now) = (address(state, OUT), state.now());
    let there = ask(state, move |provider| provider.leaving(&hint, mark, home, now)).await;
    let there = there.inspect_err(|error| tracing::warn!(%error, "openid: leaving")).ok()??;
    let page = Page::new(state, lang, Target::SignIn, lang.t("title-signed-out"));
    let onward = [(header::REFRESH, format!("0; url={there}"))];
    let page = render(&SignedOut { page, label: label(state), there }).ok()?;
    Some((onward, private(StatusCode::OK, page)).into_response())
}

/// Name of the provider; empty where there is none.
pub(crate) fn label(state: &AppState) -> String {
    state.federation.as_ref().map(|provider| provider.label().to_owned()).unwrap_or_default()
}

/// Name of the provider at this address, as people read it.
pub(crate) fn name_of(state: &AppState, issuer: &str) -> String {
    let ours = state.federation.as_ref().filter(|provider| provider.issuer() == issuer);
    ours.map_or(issuer, Provider::label).to_owned()
}

/// What this browser keeps of something that it began.
pub(crate) fn kept(state: &AppState, headers: &HeaderMap) -> Option<String> {
    let cookie = Cookie::attempt(&state.address);
    let mut sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    sent.find_map(|header| cookie.read(header)).map(str::to_owned)
}

/// Asks the provider, on a thread that may wait for it.
async fn ask<T: Send + 'static>(
    state: &AppState,
    question: impl FnOnce(&Provider) -> Result<T, OidcError> + Send + 'static,
) -> Result<T, OidcError> {
    let state = state.clone();
    let asked = tokio::task::spawn_blocking(move || state.federation.as_ref().map(question)).await;
    asked.ok().flatten().unwrap_or_else(|| Err(OidcError::Unreachable("no provider".into())))
}

fn address(state: &AppState, path: &str) -> String {
    format!("{}{path}", state.address)
}

fn told(state: &AppState, lang: Lang, outcome: Outcome) -> Result<Response, Error> {
    let (label, (status, text)) = (label(state), outcome.words());
    let page = Page::new(state, lang, Target::SignIn, lang.it("title-federation", &label));
    let link = !matches!(outcome, Outcome::Confirm | Outcome::TooMany);
    Ok(private(status, render(&Told { page, text: lang.it(text, label), link })?))
}

impl Outcome {
    fn of(error: &OidcError) -> Self {
        match error {
            OidcError::Unreachable(_) => Self::Unreachable,
            OidcError::Refused(_) | OidcError::Unreadable(_) | OidcError::Doubtful(_) => Self::Doubtful,
            OidcError::Weak(_) => Self::Weak,
        }
    }

    fn words(self) -> (StatusCode, &'static str) {
        match self {
            Self::Confirm => (StatusCode::OK, "federation-confirm"),
            Self::Unknown => (StatusCode::FORBIDDEN, "federation-unknown"),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "federation-too-many"),
            Self::Gone => (StatusCode::GONE, "federation-gone"),
            Self::Declined => (StatusCode::FORBIDDEN, "federation-declined"),
            Self::Unreachable => (StatusCode::BAD_GATEWAY, "federation-unreachable"),
            Self::Doubtful => (StatusCode::BAD_GATEWAY, "federation-doubtful"),
            Self::Weak => (StatusCode::FORBIDDEN, "federation-weak"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::SignIn);
            for link in [false, true] {
                let html = sample::check(&Told { page: page(), text: "…".into(), link });
                assert_eq!(html.matches(&format!("href=\"{}\"", page().to.sign_in())).count(), 1 + usize::from(link));
            }
            let there = "https://id.example/end?id_token_hint=a.b.c&state=fr0".into();
            let html = sample::check(&SignedOut { page: page(), label: "ProConnect".into(), there });
            assert!(html.contains("a.b.c&#38;state=fr0"));
        }
    }
}
