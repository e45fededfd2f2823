//! Keeping what is being written, to go on later or elsewhere: the token of the form is the key to it.

use super::attach::{Posted, READ_AT_MOST, documents_of, receive};
use super::contribute::{Contribute, Fields};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_store::Signed;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use uuid::Uuid;

pub(crate) fn gestures() -> [Gesture; 2] {
    [
        Gesture::page(slug::DRAFT, "", Access::Public, post(keep).layer(DefaultBodyLimit::max(READ_AT_MOST))),
        Gesture::page(slug::DRAFT, "/{token}", Access::Public, get(show)),
    ]
}

async fn keep(
    State(state): State<AppState>,
    In(lang): In,
    signed: Option<Extension<Signed>>,
    Posted { fields: mut form, files }: Posted<Fields>,
) -> Result<Response, Error> {
    let Ok(token) = Uuid::try_parse(&form.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let now = state.now();
    if !state.edition.collects(now) {
        return Err(Error::closed());
    }
    let key = token.to_string();
    let invited = signed.is_some() || state.edition.settings.invites(&form.invitation);
    let documents = receive(&state, lang, (&key, &files, invited), &mut form.text).await?;
    state.store.save_draft(&state.edition.id, &key, &form.draft(), now).await?;
    if documents.come_back() {
        let status = documents.status();
        let page = Page::new(&state, lang, Target::Draft(key), lang.t("title-draft"));
        let form = Contribute::kept(page, true, form).joined(documents);
        return Ok(private(status, render(&form.of(&state.edition, signed.is_some()))?));
    }
    Ok(to(lang, Target::Draft(key)))
}

/// What was kept; once sent, the receipt, even if a late save left something.
async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Path(token): Path<String>,
    signed: Option<Extension<Signed>>,
) -> Result<Response, Error> {
    if state.store.sent_with(&state.edition.id, &token).await?.is_some() {
        return Ok(to(lang, Target::Receipt(token)));
    }
    let draft = state.store.draft(&state.edition.id, &token).await?.ok_or_else(Error::not_found)?;
    let form = Fields::of(&token, draft);
    let documents = documents_of(&state, lang, &token).await?;
    let page = Page::new(&state, lang, Target::Draft(token), lang.t("title-draft"));
    let form = Contribute::kept(page, state.edition.collects(state.now()), form).joined(documents);
    Ok(private(StatusCode::OK, render(&form.of(&state.edition, signed.is_some()))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, sample};
    use arobase_domain::Draft;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let draft = Draft { text: "La fibre".into(), name: "Anne".into(), named: true, ..Draft::default() };
            let page = sample::page(lang, Target::Draft("t".into()));
            let html = sample::check(&Contribute::kept(page, true, Fields::of("t", draft)));
            assert!(html.contains("La fibre") && html.contains("checked"));
        }
    }
}
