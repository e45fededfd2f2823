//! An author changes their text, or the consent to be named, as long as collection lasts.

use super::attach::{Documents, Posted, READ_AT_MOST, documents_of, receive_more};
use super::contribute::{Mistake, mistakes};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Channel, ContributionId, Draft};
use arobase_store::{Revision, Sorting};
use arobase_text::stem::terms;
use askama::Template;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

#[derive(Template)]
#[template(path = "collect/revise.html")]
struct Revise {
    page: Page,
    token: String,
    id: ContributionId,
    text: String,
    /// Whether the author agrees to be named; `None` where nobody signed.
    named: Option<bool>,
    errors: Vec<Mistake>,
    documents: Documents,
    longest: usize,
}

/// The fields as they are posted.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    text: String,
    named: String,
}

pub(crate) fn gesture() -> Gesture {
    let handlers = get(show).post(change).layer(DefaultBodyLimit::max(READ_AT_MOST));
    Gesture::page(slug::REVISE, "/{token}", Access::Public, handlers)
}

async fn show(State(state): State<AppState>, In(lang): In, Path(token): Path<String>) -> Result<Response, Error> {
    let number = own(&state, &token).await?;
    let sent = state.store.contribution(&state.edition.id, number).await?.ok_or_else(Error::not_found)?;
    let named = state.store.named(&state.edition.id, number).await?;
    let documents = documents_of(&state, lang, &token).await?;
    let page = Revise::new(&state, lang, (token, number), (sent.text, named), Vec::new(), documents);
    Ok(private(StatusCode::OK, render(&page)?))
}

async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Path(token): Path<String>,
    Posted { fields: form, files }: Posted<Fields>,
) -> Result<Response, Error> {
    let number = own(&state, &token).await?;
    let named = form.named == "yes";
    let documents = receive_more(&state, lang, &token, &files).await?;
    let draft = Draft { text: form.text.clone(), ..Draft::default() };
    let checked = draft.check_within(Channel::Online, state.edition.settings.limits);
    if checked.is_err() || documents.come_back() {
        let errors = checked.err().unwrap_or_default();
        let status = if errors.is_empty() { documents.status() } else { StatusCode::UNPROCESSABLE_ENTITY };
        let signed = state.store.named(&state.edition.id, number).await?.map(|_| named);
        let own = (token, number);
        let page = Revise::new(&state, lang, own, (form.text, signed), mistakes(lang, &errors), documents);
        return Ok(private(status, render(&page)?));
    }
    let revision = Revision { text: &form.text, named };
    let (gone, public, shown) = files.decided();
    let sorting = Sorting { gone: &gone, public: &public, shown: &shown };
    let (own, changed) = ((number, token.as_str()), (revision, sorting));
    state.store.revise_with(&state.edition.id, own, changed, &terms, state.now()).await?;
    Ok(to(lang, Target::Receipt(token)))
}

/// The number of what was sent with this token, while it may be changed.
async fn own(state: &AppState, token: &str) -> Result<u32, Error> {
    let number = state.store.sent_with(&state.edition.id, token).await?.ok_or_else(Error::not_found)?;
    if state.edition.collects(state.now()) { Ok(number) } else { Err(Error::closed()) }
}

impl Revise {
    fn new(
        state: &AppState,
        lang: Lang,
        (token, number): (String, u32),
        (text, named): (String, Option<bool>),
        mut errors: Vec<Mistake>,
        documents: Documents,
    ) -> Self {
        let page = Page::new(state, lang, Target::Revise(token.clone()), lang.t("title-revise"))
            .within(lang.t("title-receipt"), Target::Receipt(token.clone()));
        let longest = state.edition.settings.limits.text;
        errors.extend(documents.mistakes.iter().cloned());
        Self { page, token, id: ContributionId::numbered(number), text, named, errors, documents, longest }
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::super::attach::tests::documents;
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for (named, errors) in [(None, 0), (Some(true), 0), (Some(false), 1)] {
                let page = sample::page(lang, Target::Revise("t".into()));
                let mistake = || Mistake { field: "text", message: "Trop court".into() };
                let html = sample::check(&Revise {
                    page,
                    token: "t".into(),
                    id: ContributionId::numbered(493),
                    text: "La fibre".into(),
                    named,
                    errors: std::iter::repeat_with(mistake).take(errors).collect(),
                    documents: if errors == 0 { documents(lang) } else { Documents::default() },
                    longest: 20_000,
                });
                assert_eq!(html.contains(r#"name="named""#), named.is_some(), "nothing to agree to without a name");
                assert!(html.contains("aria-invalid"));
                assert_eq!(html.contains(r#"name="gone" value="d1""#), errors == 0);
            }
        }
    }
}
