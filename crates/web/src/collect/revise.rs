//! An author changes their text, the consent to be named, or those who sign beside, as long as collection lasts.

use super::attach::{Documents, Posted, READ_AT_MOST, documents_of, receive_more};
use super::contribute::{Mistake, mistakes};
use super::signers::{self, Block, Letters, Rows};
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature, to};
use crate::people::Origin;
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::signers::SIGNERS_MAX;
use arobase_domain::{Channel, ContributionId, Draft, NewContribution};
use arobase_store::{Amendment, Cosigner, Revision, Sorting};
use arobase_text::stem::terms;
use askama::Template;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Template)]
#[template(path = "collect/revise.html")]
struct Revise {
    page: Page,
    token: String,
    id: ContributionId,
    text: String,
    /// Whether the author agrees to be named; `None` where nobody signed.
    named: Option<bool>,
    /// Those who sign beside.
    beside: Vec<Beside>,
    rows: Rows,
    more: bool,
    errors: Vec<Mistake>,
    documents: Documents,
    longest: usize,
}

/// Someone who signs beside, who may be taken away.
struct Beside {
    key: String,
    who: String,
    state: String,
    removed: bool,
}

/// The fields as they are posted.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    text: String,
    named: String,
    /// Whether more rows are asked for, and nothing else.
    more: String,
    #[serde(flatten)]
    signers: Rows,
    /// Among others, `unsign-…` for those who no longer sign.
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
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
    let form = Fields { text: sent.text, ..Fields::default() };
    let page = Revise::new(&state, lang, (token, number), (form, named), Vec::new(), documents).await?;
    Ok(private(StatusCode::OK, render(&page)?))
}

async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Path(token): Path<String>,
    Origin(origin): Origin,
    Posted { fields: form, files }: Posted<Fields>,
) -> Result<Response, Error> {
    let (number, named) = (own(&state, &token).await?, form.named == "yes");
    let (edition, now) = (&state.edition.id, state.now());
    let documents = receive_more(&state, lang, &token, &files).await?;
    let ready = if documents.come_back() {
        Err((documents.status(), Vec::new()))
    } else {
        ready(&state, lang, number, &origin, &form).await?
    };
    let (new, letters) = match ready {
        Ok(ready) => ready,
        Err((status, mistakes)) => {
            let signed = state.store.named(edition, number).await?.map(|_| named);
            let page = Revise::new(&state, lang, (token, number), (form, signed), mistakes, documents).await?;
            return Ok(private(status, render(&page)?));
        }
    };
    let (gone, public, shown) = files.decided();
    let sorting = Sorting { gone: &gone, public: &public, shown: &shown };
    let removed: Vec<&str> = form.unsigned().collect();
    let calls = letters.calls();
    let amendment = Amendment { removed: &removed, added: &new.signers, calls: &calls };
    let changed = (Revision { text: &form.text, named }, sorting, amendment);
    state.store.revise_with(edition, (number, token.as_str()), changed, &terms, now).await?;
    Ok(to(lang, Target::Receipt(token)))
}

/// What is to be changed, with the letters to those who sign beside; or why the form comes back.
async fn ready(
    state: &AppState,
    lang: Lang,
    number: u32,
    origin: &str,
    form: &Fields,
) -> Result<Result<(NewContribution, Letters), (StatusCode, Vec<Mistake>)>, Error> {
    if form.more == "yes" {
        return Ok(Err((StatusCode::OK, Vec::new())));
    }
    let draft = Draft { text: form.text.clone(), signers: form.signers.0.clone(), ..Draft::default() };
    let new = match draft.check_within(Channel::Online, state.edition.settings.limits) {
        Ok(new) => new,
        Err(errors) => return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, mistakes(lang, &errors)))),
    };
    let present = state.store.cosigners(&state.edition.id, number).await?;
    let removed: BTreeSet<&str> = form.unsigned().collect();
    let stay = present.iter().filter_map(|one| one.key.as_deref()).filter(|key| !removed.contains(key)).count();
    if stay + new.signers.len() > SIGNERS_MAX {
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, vec![signers::too_many(lang)])));
    }
    let by = state.store.first_signer(&state.edition.id, number).await?;
    let letters = Letters::new(state, lang, &new, by.as_ref());
    if !letters.allowed(state, origin).await? {
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, vec![signers::too_many_letters(lang)])));
    }
    Ok(Ok((new, letters)))
}

/// The number of what was sent with this token, while it may be changed.
async fn own(state: &AppState, token: &str) -> Result<u32, Error> {
    let number = state.store.sent_with(&state.edition.id, token).await?.ok_or_else(Error::not_found)?;
    if state.edition.collects(state.now()) { Ok(number) } else { Err(Error::closed()) }
}

impl Fields {
    /// Keys of those who no longer sign.
    fn unsigned(&self) -> impl Iterator<Item = &str> {
        self.rest.keys().filter_map(|name| name.strip_prefix("unsign-"))
    }
}

impl Revise {
    async fn new(
        state: &AppState,
        lang: Lang,
        (token, number): (String, u32),
        (form, named): (Fields, Option<bool>),
        mut errors: Vec<Mistake>,
        documents: Documents,
    ) -> Result<Self, Error> {
        let page = Page::new(state, lang, Target::Revise(token.clone()), lang.t("title-revise"))
            .within(lang.t("title-receipt"), Target::Receipt(token.clone()));
        let removed: BTreeSet<&str> = form.unsigned().collect();
        let beside = state.store.cosigners(&state.edition.id, number).await?.into_iter();
        let beside = beside.filter_map(|one| Beside::new(lang, one, &removed)).collect();
        let (id, longest) = (ContributionId::numbered(number), state.edition.settings.limits.text);
        let more = form.more == "yes";
        errors.extend(documents.mistakes.iter().cloned());
        Ok(Self {
            page,
            token,
            id,
            text: form.text,
            named,
            beside,
            rows: form.signers,
            more,
            errors,
            documents,
            longest,
        })
    }

    /// The rows of those who sign from now on.
    fn signers(&self) -> Block {
        let lang = self.page.lang;
        let action = Target::Revise(self.token.clone()).in_lang(lang);
        self.rows.block(lang, &self.errors, self.more, self.beside.len(), action)
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

impl Beside {
    fn new(lang: Lang, one: Cosigner, removed: &BTreeSet<&str>) -> Option<Self> {
        let (state, key) = (signers::state(lang, &one), one.key?);
        Some(Self { removed: removed.contains(key.as_str()), who: signature(one.author.as_ref()), state, key })
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
                    beside: vec![Beside {
                        key: "ab".into(),
                        who: "Bruno, maire".into(),
                        state: "signe".into(),
                        removed: true,
                    }],
                    rows: Rows::default(),
                    more: errors == 1,
                    errors: std::iter::repeat_with(mistake).take(errors).collect(),
                    documents: if errors == 0 { documents(lang) } else { Documents::default() },
                    longest: 20_000,
                });
                assert_eq!(html.contains(r#"name="named""#), named.is_some(), "nothing to agree to without a name");
                assert_eq!(html.contains(r#"name="gone" value="d1""#), errors == 0);
                assert!(html.contains(r#"name="unsign-ab" value="yes" checked"#) && html.contains("signer-3-name"));
            }
        }
    }
}
