//! Messages that someone checks before they become contributions: kept, or put aside.

use super::import::IMPORTERS;
use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Speak as _};
use crate::page::{Page, private, render, to};
use crate::pager::Pager;
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_store::{self as store, HeldMessage, Signed};
use arobase_text::stem::terms;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

/// Characters shown of a message.
const SHOWN: usize = 3_000;

#[derive(Template)]
#[template(path = "collect/messages.html")]
struct Messages {
    page: Page,
    lead: String,
    aside: bool,
    held: Vec<Message>,
    pager: Pager,
}

/// A message, in words.
struct Message {
    id: String,
    title: String,
    from: String,
    when: String,
    text: String,
    beside: Option<String>,
}

/// Which messages, and which page of them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Which {
    aside: String,
    #[serde(deserialize_with = "crate::url::lenient")]
    page: u32,
}

/// The button pressed: the message that it keeps, or puts aside.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Pressed {
    keep: String,
    put_aside: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::MESSAGES, "", Access::Any(IMPORTERS), get(show).post(decide))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(which): Query<Which>) -> Result<Response, Error> {
    let aside = !which.aside.is_empty();
    let found = state.store.held(&state.edition.id, aside, which.page).await?;
    let title = lang.t(if aside { "title-messages-aside" } else { "title-messages" });
    let page = Page::new(&state, lang, Target::Messages(aside, found.number), title)
        .within(lang.t("title-space"), Target::Space);
    Ok(private(StatusCode::OK, render(&Messages::new(page, aside, found))?))
}

/// What does not wait any more is left as it is: someone else has decided.
async fn decide(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(which): Query<Which>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Error> {
    let (edition, by, now) = (&state.edition.id, me.member.id.as_str(), state.now());
    if !pressed.keep.is_empty() {
        state.store.keep_held(edition, &pressed.keep, by, &terms, now).await?;
    } else if !pressed.put_aside.is_empty() {
        state.store.put_aside(edition, &pressed.put_aside, by, now).await?;
    }
    Ok(to(lang, Target::Messages(!which.aside.is_empty(), 1)))
}

impl Messages {
    fn new(page: Page, aside: bool, found: store::Page<HeldMessage>) -> Self {
        let lang = page.lang;
        let lead = if aside { "messages-lead-aside" } else { "messages-lead" };
        let message = |held: HeldMessage| Message {
            title: held.contribution.title.unwrap_or_else(|| lang.t("messages-untitled")),
            from: held.sender.unwrap_or_default(),
            when: minute(lang, held.received_at),
            text: cut(&held.contribution.text),
            beside: held.beside.as_deref().map(cut),
            id: held.id,
        };
        Self {
            lead: lang.n(lead, found.total),
            aside,
            pager: Pager::of(lang, &found, |page| Target::Messages(aside, page)),
            held: found.items.into_iter().map(message).collect(),
            page,
        }
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::sample;
    use arobase_domain::NewContribution;

    fn held(nth: u32) -> HeldMessage {
        let title = (nth > 0).then(|| format!("La fibre {nth}"));
        HeldMessage {
            id: nth.to_string(),
            contribution: NewContribution { title, text: "Il faut la fibre <b>.".into(), ..NewContribution::default() },
            received_at: sample::NOW,
            sender: Some("anne@nouans.example".into()),
            beside: (nth.is_multiple_of(2)).then(|| "Cordialement,\nAnne".into()),
        }
    }

    #[test]
    fn a_full_page_fits_in_its_budget() {
        for &lang in Lang::ALL {
            for aside in [false, true] {
                let items: Vec<HeldMessage> = (0..store::PAGE_SIZE).map(held).collect();
                let found = store::Page { items, number: 2, total: 60 };
                let page = sample::page(lang, Target::Messages(aside, 2));
                let html = sample::check(&Messages::new(page, aside, found));
                assert_eq!(html.matches("name=\"keep\"").count(), 25);
                assert_eq!(html.matches("name=\"put_aside\"").count(), if aside { 0 } else { 25 });
            }
            let page = sample::page(lang, Target::Messages(false, 1));
            let none = store::Page { items: Vec::new(), number: 1, total: 0 };
            assert!(!sample::check(&Messages::new(page, false, none)).contains("name=\"keep\""));
        }
    }
}
