//! A mediator enters for someone: a sheaf of paper, a telephone call, a workshop. One form after the other, by keyboard alone.

use super::contribute::{Fields, Mistake, mistakes};
use super::territory::Choice;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, channel as channel_name, private, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::draft::{SIGNATURE_MAX, TEXT};
use arobase_domain::{Channel, Role};
use arobase_store::{Signed, Submission};
use arobase_text::stem::terms;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use uuid::Uuid;

/// Who may enter for others.
pub(crate) const MEDIATORS: &[Role] = &[Role::Mediator, Role::KnowledgeEngineer, Role::Administrator];

/// What is entered for others; the site itself is for oneself, and files have their own way in.
const CHANNELS: [Channel; 5] = [Channel::Paper, Channel::Phone, Channel::Workshop, Channel::Interview, Channel::Room];

#[derive(Template)]
#[template(path = "collect/assist.html")]
struct Assist {
    page: Page,
    open: bool,
    /// Number of the one before, and the key to its author's page.
    entered: Option<(u32, String)>,
    channel: Channel,
    channels: Vec<(Channel, String)>,
    form: Fields,
    errors: Vec<Mistake>,
    homonyms: Vec<Choice>,
    longest: usize,
    longest_signature: usize,
}

/// The fields as they are posted.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Entry {
    channel: String,
    #[serde(flatten)]
    fields: Fields,
}

/// What the form before leaves to the next.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Before {
    channel: String,
    sent: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::ASSIST, "", Access::Any(MEDIATORS), get(show).post(enter))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(before): Query<Before>) -> Result<Response, Error> {
    let number = state.store.sent_with(&state.edition.id, &before.sent).await?;
    let form = Fields { token: (state.ids)().to_string(), ..Fields::default() };
    let page = Assist::new(&state, lang, chosen(&before.channel).unwrap_or(CHANNELS[0]), form, Vec::new());
    let page = Assist { entered: number.map(|number| (number, before.sent)), ..page };
    Ok(private(StatusCode::OK, render(&page)?))
}

async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(Entry { channel, fields }): Form<Entry>,
) -> Result<Response, Error> {
    let (Ok(token), Some(channel)) = (Uuid::try_parse(&fields.token), chosen(&channel)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    if !state.edition.collects(state.now()) {
        return Err(Error::closed());
    }
    let contribution = match fields.draft().check_within(channel, state.edition.settings.limits) {
        Ok(contribution) => contribution,
        Err(errors) => {
            let page = Assist::new(&state, lang, channel, fields, mistakes(lang, &errors));
            return Ok(private(StatusCode::UNPROCESSABLE_ENTITY, render(&page)?));
        }
    };
    let (token, by) = (token.to_string(), me.member.id.to_string());
    let submission = Submission { contribution: &contribution, token: &token, id: (state.ids)(), by: Some(&by) };
    state.store.submit(&state.edition.id, submission, &terms, state.now()).await?;
    Ok(Redirect::to(&Target::Assist(channel.to_string(), token).in_lang(lang).to_string()).into_response())
}

fn chosen(code: &str) -> Option<Channel> {
    CHANNELS.into_iter().find(|channel| channel.as_str() == code)
}

impl Assist {
    fn new(state: &AppState, lang: Lang, channel: Channel, form: Fields, errors: Vec<Mistake>) -> Self {
        let page = Page::new(state, lang, Target::Assist(String::new(), String::new()), lang.t("title-assist"));
        let longest = state.edition.settings.limits.text.min(*TEXT.end());
        Self::on(page, state.edition.collects(state.now()), longest, channel, form, errors)
    }

    fn on(page: Page, open: bool, longest: usize, channel: Channel, form: Fields, errors: Vec<Mistake>) -> Self {
        let homonyms = form.homonyms(page.lang, &errors);
        let channels = CHANNELS.map(|channel| (channel, channel_name(page.lang, channel))).into();
        let longest_signature = 2 * SIGNATURE_MAX;
        Self { open, entered: None, channel, channels, form, errors, homonyms, longest, longest_signature, page }
    }

    /// Whether one writes for oneself: never here.
    #[expect(clippy::unused_self, reason = "the fields that two templates share ask it")]
    fn own(&self) -> bool {
        false
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn page(lang: Lang, errors: Vec<Mistake>) -> Assist {
        let page = sample::page(lang, Target::Assist(String::new(), String::new()));
        Assist::on(page, true, 20_000, Channel::Phone, Fields::default(), errors)
    }

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let html = sample::check(&page(lang, Vec::new()));
            assert!(html.contains(r#"value="phone" selected"#) && !html.contains(r#"value="online""#));
            let entered = Some((493, "t".to_owned()));
            let html = sample::check(&Assist { entered, ..page(lang, Vec::new()) });
            assert!(html.contains("493") && html.contains(r#"role="status""#));
            let mistake = Mistake { field: "text", message: "Vide".into() };
            assert!(sample::check(&page(lang, vec![mistake])).contains("aria-invalid"));
        }
    }
}
