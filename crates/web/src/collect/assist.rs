//! A mediator enters for someone: a sheaf of paper, a telephone call, a workshop. One form after the other, by keyboard alone.

use super::attach::{Documents, Posted, READ_AT_MOST, receive};
use super::contribute::{Fields, Mistake, mistakes};
use super::keying::{Differing, Sheet, differing};
use super::signers::{Block, Letters};
use super::territory::Choice;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, channel as channel_name, private, render};
use crate::state::AppState;
use crate::url::{Before, Target, slug};
use arobase_domain::draft::{SIGNATURE_MAX, TEXT};
use arobase_domain::{Channel, Role};
use arobase_publish::print::sheet_number;
use arobase_store::{Signed, Submission};
use askama::Template;
use axum::Extension;
use axum::extract::{DefaultBodyLimit, Query, State};
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
    /// Number of the sheet just keyed again.
    checked: Option<String>,
    sheet: String,
    /// What the first person keyed otherwise.
    differing: Vec<Differing>,
    channel: Channel,
    channels: Vec<(Channel, String)>,
    form: Fields,
    errors: Vec<Mistake>,
    homonyms: Vec<Choice>,
    documents: Documents,
    longest: usize,
    longest_signature: usize,
}

/// The fields as they are posted.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Entry {
    channel: String,
    /// Number of the paper form, if it has one.
    sheet: String,
    /// Whether the differences with the first keying have been shown.
    settled: String,
    #[serde(flatten)]
    fields: Fields,
}

pub(crate) fn gesture() -> Gesture {
    let handlers = get(show).post(enter).layer(DefaultBodyLimit::max(READ_AT_MOST));
    Gesture::page(slug::ASSIST, "", Access::Any(MEDIATORS), handlers)
}

async fn show(State(state): State<AppState>, In(lang): In, Query(before): Query<Before>) -> Result<Response, Error> {
    let number = state.store.sent_with(&state.edition.id, &before.sent).await?;
    let form = Fields { token: (state.ids)().to_string(), ..Fields::default() };
    let page = Assist::new(&state, lang, chosen(&before.channel).unwrap_or(CHANNELS[0]), form, Vec::new());
    let checked = before.checked.parse().ok().map(sheet_number);
    let entered = number.map(|number| (number, before.sent));
    Ok(private(StatusCode::OK, render(&Assist { entered, checked, sheet: before.sheet, ..page })?))
}

async fn enter(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Posted { fields: Entry { channel, sheet, settled, mut fields }, files }: Posted<Entry>,
) -> Result<Response, Error> {
    let (Ok(token), Some(channel)) = (Uuid::try_parse(&fields.token), chosen(&channel)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    if !state.edition.collects(state.now()) {
        return Err(Error::closed());
    }
    let (token, by) = (token.to_string(), me.member.id.to_string());
    let documents = receive(&state, lang, (&token, &files, true), &mut fields.text).await?;
    if fields.more() || documents.come_back() {
        let status = documents.status();
        let page = Assist::new(&state, lang, channel, fields, Vec::new()).joined(documents);
        return Ok(private(status, render(&Assist { sheet, ..page })?));
    }
    let contribution = match fields.draft().check_within(channel, state.edition.settings.limits) {
        Ok(contribution) => contribution,
        Err(errors) => {
            let page = Assist::new(&state, lang, channel, fields, mistakes(lang, &errors)).joined(documents);
            return refuse(&Assist { sheet, ..page });
        }
    };
    let letters = Letters::new(&state, lang, &contribution, contribution.author.as_ref());
    let (id, calls) = ((state.ids)(), letters.calls());
    let sent = Submission { contribution: &contribution, token: &token, id, by: Some(&by), calls: &calls };
    let next = |before: Before| Target::Assist(Before { channel: channel.to_string(), ..before }).in_lang(lang);
    let next = match super::keying::key(&state, lang, &sheet, &fields.draft(), sent, settled == "yes").await? {
        Sheet::Received => next(Before { sent: token, ..Before::default() }),
        Sheet::Checked(sheet) => next(Before { checked: sheet.to_string(), ..Before::default() }),
        Sheet::Refused(message) => {
            let mistake = Mistake { field: "sheet", message };
            let page = Assist::new(&state, lang, channel, fields, vec![mistake]).joined(documents);
            return refuse(&Assist { sheet, ..page });
        }
        Sheet::Differs(first) => {
            let differing = differing(lang, &first, &fields.draft());
            let page = Assist::new(&state, lang, channel, fields, Vec::new()).joined(documents);
            return refuse(&Assist { sheet, differing, ..page });
        }
    };
    Ok(Redirect::to(&next.to_string()).into_response())
}

/// The same form, with what is wrong in it.
fn refuse(page: &Assist) -> Result<Response, Error> {
    Ok(private(StatusCode::UNPROCESSABLE_ENTITY, render(page)?))
}

fn chosen(code: &str) -> Option<Channel> {
    CHANNELS.into_iter().find(|channel| channel.as_str() == code)
}

impl Assist {
    fn new(state: &AppState, lang: Lang, channel: Channel, form: Fields, errors: Vec<Mistake>) -> Self {
        let page = Page::new(state, lang, Target::Assist(Before::default()), lang.t("title-assist"))
            .within(lang.t("title-space"), Target::Space);
        let longest = state.edition.settings.limits.text.min(*TEXT.end());
        Self::on(page, state.edition.collects(state.now()), longest, channel, form, errors)
    }

    fn on(page: Page, open: bool, longest: usize, channel: Channel, form: Fields, errors: Vec<Mistake>) -> Self {
        let homonyms = form.homonyms(page.lang, &errors);
        let channels = CHANNELS.map(|channel| (channel, channel_name(page.lang, channel))).into();
        let longest_signature = 2 * SIGNATURE_MAX;
        Self {
            open,
            entered: None,
            checked: None,
            sheet: String::new(),
            differing: Vec::new(),
            channel,
            channels,
            form,
            errors,
            homonyms,
            documents: Documents::default(),
            longest,
            longest_signature,
            page,
        }
    }

    /// The same form, with its documents; what is wrong with some stands among the mistakes.
    fn joined(mut self, documents: Documents) -> Self {
        self.errors.extend(documents.mistakes.iter().cloned());
        Self { documents, ..self }
    }

    /// The rows of those who sign beside.
    fn signers(&self) -> Block {
        let (lang, form) = (self.page.lang, &self.form);
        let action = Target::Assist(Before::default()).in_lang(lang);
        let block = form.signers.block(lang, &self.errors, form.more(), 0, action);
        Block { title: lang.t("signers-title-others"), ..block }
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
        let page = sample::page(lang, Target::Assist(Before::default()));
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
            let checked = Some("0042".to_owned());
            assert!(sample::check(&Assist { checked, ..page(lang, Vec::new()) }).contains("0042"));
            let differing =
                vec![Differing { label: "Texte".into(), first: "le lundi".into(), second: "le soir".into() }];
            let html = sample::check(&Assist { differing, sheet: "42".into(), ..page(lang, Vec::new()) });
            assert!(html.contains("le lundi") && html.contains(r#"name="settled" value="yes""#));
            let mistake = Mistake { field: "sheet", message: "Déjà saisie".into() };
            assert!(sample::check(&page(lang, vec![mistake])).contains(r##"<a href="#sheet">"##));
            let mistake = Mistake { field: "text", message: "Vide".into() };
            assert!(sample::check(&page(lang, vec![mistake])).contains("aria-invalid"));
        }
    }
}
