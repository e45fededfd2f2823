//! Asking for a link to sign in. The answer is the same whether the address is a member's or not.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::Email;
use arobase_domain::mail::SECRET;
use arobase_identity::{LINK_LASTS, LINKS_AT_MOST};
use arobase_post::letters::{Link, sign_in};
use arobase_store::{Ask, Mail, NewLink, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{Html, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignIn {
    page: Page,
    email: String,
    mistaken: bool,
    door: Option<Door>,
    /// Whether the site may have passkeys; whether one was not recognised.
    passkeys: Option<bool>,
}

/// Someone else who vouches for people.
struct Door {
    label: String,
    /// Whether it did not answer.
    shut: bool,
}

#[derive(Template)]
#[template(path = "people/link_sent.html")]
struct LinkSent {
    page: Page,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    email: String,
}

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::SIGN_IN, "", Access::Public, get(show).post(ask)),
        Gesture::page(slug::LINK_SENT, "", Access::Public, get(sent)),
    ]
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    signed: Option<Extension<Signed>>,
) -> Result<Response, Error> {
    if signed.is_some() {
        return Ok(to(lang, Target::Space));
    }
    answer(&state, lang, StatusCode::OK, String::new(), false)
}

async fn ask(State(state): State<AppState>, In(lang): In, Form(form): Form<Fields>) -> Result<Response, Error> {
    let Ok(email) = form.email.parse::<Email>() else {
        return answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, form.email, true);
    };
    send(&state, lang, email).await?;
    Ok(to(lang, Target::LinkSent))
}

async fn send(state: &AppState, lang: Lang, email: Email) -> Result<(), Error> {
    let letter = Letter::new(state, lang, &email);
    Ok(state.store.ask_link(letter.ask(state), state.now()).await?)
}

/// The letter that holds a link, with what the store must know of it.
pub(crate) struct Letter {
    text: arobase_domain::Letter,
    id: String,
    digest: String,
    address: String,
    mail_id: String,
}

impl Letter {
    pub(crate) fn new(state: &AppState, lang: Lang, email: &Email) -> Self {
        let (id, mail_id) = ((state.ids)().to_string(), (state.ids)().to_string());
        let link = Link { edition: &state.edition.name, url: &link_url(state, lang) };
        Self {
            text: sign_in(lang, email.clone(), link),
            digest: state.key.link(&id).digest(),
            address: state.key.address(email.as_str()),
            id,
            mail_id,
        }
    }

    pub(crate) fn ask<'a>(&'a self, state: &'a AppState) -> Ask<'a> {
        let (now, expires_at) = (state.now(), state.now() + LINK_LASTS);
        Ask {
            edition: &state.edition.id,
            email: &self.text.to,
            address: &self.address,
            link: NewLink { id: &self.id, digest: &self.digest, expires_at },
            mail: Mail { id: &self.mail_id, letter: &self.text, useless_at: Some(expires_at) },
            at_most: LINKS_AT_MOST,
            since: now - LINK_LASTS,
        }
    }
}

/// The address of a link in a letter; its secret takes the place of [`SECRET`] as the letter leaves.
pub(crate) fn link_url(state: &AppState, lang: Lang) -> String {
    let page = Target::Enter(String::new()).in_lang(lang);
    format!("{}{page}?key={SECRET}", state.address)
}

async fn sent(State(state): State<AppState>, In(lang): In) -> Result<Html<String>, Error> {
    render(&LinkSent { page: Page::new(&state, lang, Target::LinkSent, lang.t("title-link-sent")) })
}

fn answer(state: &AppState, lang: Lang, status: StatusCode, email: String, mistaken: bool) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::SignIn, lang.t("title-sign-in"));
    Ok(private(
        status,
        render(&SignIn { page, email, mistaken, door: Door::of(state, false), passkeys: passkeys(state, false) })?,
    ))
}

/// The page when whoever vouches for people does not answer: the link by mail is there.
pub(crate) fn without_federation(state: &AppState, lang: Lang) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::SignIn, lang.t("title-sign-in"));
    let sign_in = SignIn {
        page,
        email: String::new(),
        mistaken: false,
        door: Door::of(state, true),
        passkeys: passkeys(state, false),
    };
    Ok(private(StatusCode::BAD_GATEWAY, render(&sign_in)?))
}

/// The page when a passkey was not recognised.
pub(crate) fn without_passkey(state: &AppState, lang: Lang) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::SignIn, lang.t("title-sign-in"));
    let (door, passkeys) = (Door::of(state, false), passkeys(state, true));
    let sign_in = SignIn { page, email: String::new(), mistaken: false, door, passkeys };
    Ok(private(StatusCode::UNPROCESSABLE_ENTITY, render(&sign_in)?))
}

fn passkeys(state: &AppState, refused: bool) -> Option<bool> {
    super::passkeys::of(state).map(|_| refused)
}

impl Door {
    fn of(state: &AppState, shut: bool) -> Option<Self> {
        state.federation.as_ref().map(|provider| Self { label: provider.label().to_owned(), shut })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for mistaken in [false, true] {
                let page = sample::page(lang, Target::SignIn);
                let door = Some(Door { label: "ProConnect".into(), shut: mistaken });
                let html = sample::check(&SignIn {
                    page,
                    email: "anne@\"nouans".into(),
                    mistaken,
                    door,
                    passkeys: Some(false),
                });
                assert!(html.contains("data-passkey=\"show\""));
                assert_eq!((html.contains("aria-invalid"), html.contains("role=\"alert\"")), (mistaken, mistaken));
                assert!(html.contains("ProConnect"));
            }
            sample::check(&LinkSent { page: sample::page(lang, Target::LinkSent) });
        }
    }
}
