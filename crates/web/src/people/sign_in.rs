//! Asking for a link to sign in. The answer is the same whether the address is a member's or not.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
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
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignIn {
    page: Page,
    email: String,
    mistaken: bool,
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
        return Ok(Redirect::to(&Target::Space.in_lang(lang).to_string()).into_response());
    }
    answer(&state, lang, StatusCode::OK, String::new(), false)
}

async fn ask(State(state): State<AppState>, In(lang): In, Form(form): Form<Fields>) -> Result<Response, Error> {
    let Ok(email) = form.email.parse::<Email>() else {
        return answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, form.email, true);
    };
    send(&state, lang, email).await?;
    Ok(Redirect::to(&Target::LinkSent.in_lang(lang).to_string()).into_response())
}

async fn send(state: &AppState, lang: Lang, email: Email) -> Result<(), Error> {
    let (now, id, mail_id) = (state.now(), (state.ids)().to_string(), (state.ids)().to_string());
    let url = link_url(state, lang);
    let letter = sign_in(lang, email.clone(), Link { edition: &state.edition.name, url: &url });
    let expires_at = now + LINK_LASTS;
    let ask = Ask {
        edition: &state.edition.id,
        email: &email,
        address: &state.key.address(email.as_str()),
        link: NewLink { id: &id, digest: &state.key.link(&id).digest(), expires_at },
        mail: Mail { id: &mail_id, letter: &letter, useless_at: Some(expires_at) },
        at_most: LINKS_AT_MOST,
        since: now - LINK_LASTS,
    };
    Ok(state.store.ask_link(ask, now).await?)
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
    Ok(private(status, render(&SignIn { page, email, mistaken })?))
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
                let html = sample::check(&SignIn { page, email: "anne@\"nouans".into(), mistaken });
                assert_eq!(html.contains("aria-invalid"), mistaken);
            }
            sample::check(&LinkSent { page: sample::page(lang, Target::LinkSent) });
        }
    }
}
