//! Passkeys: made and taken away in one's own space, and signing in by one. The page's script speaks to the device; without it nothing is shown.

use super::enter::device_of;
use super::{federation, opened, sign_in, sure};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang};
use crate::page::to;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::people::NAME_MAX;
use arobase_identity::{ATTEMPT_LASTS, Challenge, Cookie, PasskeyError, Passkeys, Token, digest};
use arobase_store::{Attempt, NewPasskey, NewSession, Signed, StoredPasskey};
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;

/// What attempts of these kinds are called in the database.
const MAKE: &str = "passkey.make";
const SHOW: &str = "passkey.show";

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    name: String,
    credential: String,
}

pub(crate) fn gestures() -> [Gesture; 5] {
    [
        Gesture::page(slug::SIGN_IN, "/passkey/options", Access::Public, post(ask)),
        Gesture::page(slug::SIGN_IN, "/passkey", Access::Public, post(enter)),
        Gesture::page(slug::SPACE, "/passkeys/options", Access::SignedIn, post(make)),
        Gesture::page(slug::SPACE, "/passkeys", Access::SignedIn, post(add)),
        Gesture::page(slug::SPACE, "/passkeys/{passkey}", Access::Own, post(remove)),
    ]
}

/// Passkeys of this site, where it may have any.
pub(crate) fn of(state: &AppState) -> Option<Passkeys> {
    Passkeys::of(&state.address, &state.edition.name)
}

async fn ask(State(state): State<AppState>) -> Result<Response, Error> {
    let passkeys = of(&state).ok_or_else(Error::not_found)?;
    challenge(&state, SHOW, "", passkeys.ask()).await
}

async fn make(State(state): State<AppState>, Extension(me): Extension<Signed>) -> Result<Response, Error> {
    let passkeys = of(&state).ok_or_else(Error::not_found)?;
    sure(&me)?;
    let known = state.store.passkeys(&me.member.id).await?;
    let known: Vec<String> = known.into_iter().map(|one| one.credential).collect();
    let email = me.member.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let account = if email.is_empty() { &me.member.name } else { &email };
    let name = if me.member.name.is_empty() { account } else { &me.member.name };
    challenge(&state, MAKE, me.member.id.as_str(), passkeys.make(me.member.id.as_str(), account, name, &known)).await
}

/// Gives a challenge to the browser; what must be remembered of it waits to be taken once, for one person.
async fn challenge(
    state: &AppState,
    kind: &str,
    whose: &str,
    made: Result<Challenge, PasskeyError>,
) -> Result<Response, Error> {
    let made = made.map_err(Error::passkey)?;
    let (token, now) = (Token::new((state.chance)()), state.now());
    let data = format!("{whose}\n{}", made.state);
    let attempt = Attempt { digest: &token.digest(), kind, data: &data, expires_at: now + ATTEMPT_LASTS };
    state.store.begin_attempt(attempt, now).await?;
    let headers = [
        (header::SET_COOKIE, Cookie::attempt(&state.address).open(&token)),
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, made.options).into_response())
}

/// What was remembered of this browser's challenge.
async fn taken(state: &AppState, headers: &HeaderMap, kind: &str, whose: &str) -> Result<Option<String>, Error> {
    let Some(kept) = federation::kept(state, headers) else { return Ok(None) };
    let data = state.store.take_attempt(&digest(&kept), kind, state.now()).await?;
    let data = data.as_deref().and_then(|data| data.split_once('\n'));
    Ok(data.filter(|(of, _)| *of == whose).map(|(_, challenge)| challenge.to_owned()))
}

async fn add(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let passkeys = of(&state).ok_or_else(Error::not_found)?;
    sure(&me)?;
    let challenge =
        taken(&state, &headers, MAKE, me.member.id.as_str()).await?.ok_or_else(|| Error::passkey("no challenge"))?;
    let kept = passkeys.made(&challenge, &form.credential).map_err(Error::passkey)?;
    let name: String = form.name.trim().chars().take(NAME_MAX).collect();
    let name = if name.is_empty() { device_of(&headers) } else { name };
    let new = NewPasskey { id: &kept.id, name: &name, credential: &kept.credential };
    if !state.store.keep_passkey(&me.member.id, new, state.now()).await? {
        return Err(Error::passkey("known already"));
    }
    Ok(to_space(lang))
}

async fn remove(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    sure(&me)?;
    if !state.store.remove_passkey(&me.member.id, &id, state.now()).await? {
        return Err(Error::not_found());
    }
    Ok(to_space(lang))
}

/// Whatever is wrong, the page says that the passkey was not recognised, and the link by mail is there.
async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let passkeys = of(&state).ok_or_else(Error::not_found)?;
    let Some((passkey, after)) = verified(&state, &passkeys, &headers, &form.credential).await? else {
        return sign_in::without_passkey(&state, lang);
    };
    let (id, token) = ((state.ids)().to_string(), Token::new((state.chance)()));
    let session = NewSession { id: &id, digest: &token.digest(), device: &device_of(&headers) };
    if !state.store.enter_by_passkey(&passkey, &after, session, state.now()).await? {
        return sign_in::without_passkey(&state, lang);
    }
    Ok(opened(&state, lang, &token))
}

/// The passkey that an answer is of, with what is to be kept of it from now on; nothing if it does not hold.
async fn verified(
    state: &AppState,
    passkeys: &Passkeys,
    headers: &HeaderMap,
    answer: &str,
) -> Result<Option<(StoredPasskey, String)>, Error> {
    let Some(challenge) = taken(state, headers, SHOW, "").await? else { return Ok(None) };
    let Some(id) = Passkeys::which(answer) else { return Ok(None) };
    let Some(passkey) = state.store.passkey(&id).await? else { return Ok(None) };
    let proof = passkeys.verify(&challenge, answer, passkey.member.as_str(), &passkey.credential);
    Ok(proof.inspect_err(|error| tracing::warn!(%error, "passkey")).ok().map(|after| (passkey, after)))
}

fn to_space(lang: Lang) -> Response {
    to(lang, Target::Space)
}
