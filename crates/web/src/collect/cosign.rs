//! « Vous êtes cité comme signataire »: whoever was named by another says whether they sign, and whether their name may be shown. Looking changes nothing.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature};
use crate::people::stop_url;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Assent, ContributionId, Letter};
use arobase_post::cited::refused;
use arobase_post::letters::Link;
use arobase_store::{Cited, Mail, Veil as _};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/cosign.html")]
struct Cosign {
    page: Page,
    /// What there is to answer; nothing where nobody is cited any more.
    asked: Option<Asked>,
    /// Whether one has just said that one did not sign.
    gone: bool,
}

struct Asked {
    key: String,
    id: ContributionId,
    text: String,
    /// Who says so; empty if they did not sign.
    by: String,
    /// As whom one is cited.
    who: String,
    assent: Assent,
    /// Whether one has just answered.
    done: bool,
}

/// What the address holds.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Key {
    key: String,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Answer {
    assent: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::COSIGN, "", Access::Public, get(show).post(answer))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(Key { key }): Query<Key>) -> Result<Response, Error> {
    told(&state, lang, key, false).await
}

async fn answer(
    State(state): State<AppState>,
    In(lang): In,
    Query(Key { key }): Query<Key>,
    Form(Answer { assent }): Form<Answer>,
) -> Result<Response, Error> {
    let assent = assent.parse().ok().filter(|assent| *assent != Assent::Waiting);
    let Some(assent) = assent else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let (edition, digest) = (&state.edition.id, arobase_identity::digest(&key));
    let Some(cited) = state.store.cited(edition, &digest).await? else { return told(&state, lang, key, false).await };
    let letter = if assent == Assent::Refused { letter(&state, lang, &cited) } else { None };
    let id = (state.ids)().to_string();
    let mail = letter.as_ref().map(|letter| Mail { id: &id, letter, useless_at: None });
    state.store.answer_citation(edition, &digest, assent, mail, state.now()).await?;
    told(&state, lang, key, true).await
}

/// What tells the first signer that someone they named did not sign.
fn letter(state: &AppState, lang: Lang, cited: &Cited) -> Option<Letter> {
    let (member, to) = cited.told.clone()?;
    let page = Target::Contribution(ContributionId::numbered(cited.number)).in_lang(lang);
    let url = format!("{}{page}", state.address);
    let stop = stop_url(state, lang, &member);
    let link = Link { edition: &state.edition.name, url: &url };
    Some(refused(lang, to, link, cited.number, &cited.author.name, &stop))
}

/// The page, after an answer or before.
async fn told(state: &AppState, lang: Lang, key: String, done: bool) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::Cosign(String::new()), lang.t("title-cosign"));
    let cited = state.store.cited(&state.edition.id, &arobase_identity::digest(&key)).await?;
    let Some(cited) = cited else {
        let status = if done { StatusCode::OK } else { StatusCode::GONE };
        return Ok(private(status, render(&Cosign { page, asked: None, gone: done })?));
    };
    let edition = &state.edition.id;
    let fate = state.store.contribution_fate(edition, cited.number).await?.ok_or_else(Error::not_found)?;
    let fate = fate.veiled(&state.store.masks(edition).await?);
    let asked = Asked {
        key,
        id: ContributionId::numbered(cited.number),
        text: fate.contribution.text,
        by: signature(cited.first.as_ref()),
        who: signature(Some(&cited.author)),
        assent: cited.assent,
        done,
    };
    Ok(private(StatusCode::OK, render(&Cosign { page, asked: Some(asked), gone: false })?))
}

impl Asked {
    /// What one has answered, in words.
    fn answered(&self, page: &Page) -> String {
        page.t(match self.assent {
            Assent::Named => "cosign-named",
            Assent::Unnamed => "cosign-unnamed",
            Assent::Waiting | Assent::Refused => "cosign-waiting",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let page = || sample::page(lang, Target::Cosign(String::new()));
            for (assent, by) in [(Assent::Waiting, "Anne"), (Assent::Named, ""), (Assent::Unnamed, "Anne")] {
                let id = ContributionId::numbered(493);
                let (text, who) = ("La fibre <b>".to_owned(), "Bruno, maire".to_owned());
                let done = assent != Assent::Waiting;
                let asked = Asked { key: "ab".into(), id, text, by: by.into(), who, assent, done };
                let html = sample::check(&Cosign { page: page(), asked: Some(asked), gone: false });
                assert_eq!(html.matches("name=\"assent\"").count(), if done { 2 } else { 3 });
                assert_eq!(html.contains("role=\"status\""), done);
                assert!(html.contains("?key=ab") && html.contains("La fibre &#60;b&#62;"));
            }
            for gone in [true, false] {
                assert!(!sample::check(&Cosign { page: page(), asked: None, gone }).contains("<form class=\"write"));
            }
        }
    }
}
