//! Preparing what the press is given: the embargo, and the words that are quoted.

use super::OPEN_TO;
use super::told;
use crate::Error;
use crate::calendar::{clock, start};
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, signature, to};
use crate::posted::Posted;
use crate::state::AppState;
use crate::url::{Sequel, Target, slug};
use arobase_domain::ContributionId;
use arobase_domain::masks::veiled;
use arobase_store::{Quotation, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jiff::tz::TimeZone;

#[derive(Template)]
#[template(path = "followup/press_desk.html")]
struct PressDesk {
    page: Page,
    /// Until when the kit waits, in words, if that was said.
    embargo: Option<String>,
    /// The day and the hour, as the form holds them.
    day: String,
    hour: String,
    quotations: Vec<(String, String, String)>,
    number: String,
    words: String,
    wrong: Option<&'static str>,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::PRESS_DESK, "", OPEN_TO, get(show).post(change))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    answer(&state, lang, &Posted::default(), None).await
}

/// The button says what is done: the embargo, words given, words taken back.
async fn change(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    posted: Posted,
) -> Result<Response, Error> {
    let by = (me.member.id.as_str(), state.now());
    let wrong = match posted.line("do").as_str() {
        "embargo" => set(&state, &posted, by).await?,
        "quote" => quote(&state, &posted, by).await?,
        _ => {
            state.store.unquote(&state.edition.id, &posted.line("unquote"), by).await?;
            None
        }
    };
    match wrong {
        None => Ok(to(lang, Target::Sequel(Sequel::PressDesk))),
        wrong => answer(&state, lang, &posted, wrong).await,
    }
}

/// Sets the embargo, on the clock of the edition; else the key of what is wrong.
async fn set(state: &AppState, posted: &Posted, by: (&str, i64)) -> Result<Option<&'static str>, Error> {
    let zone = TimeZone::get(&state.edition.settings.time_zone).unwrap_or(TimeZone::UTC);
    let Some(until) = start(&format!("{} {}", posted.line("day"), posted.line("hour")), &zone) else {
        return Ok(Some("press-no-instant"));
    };
    state.store.set_embargo(&state.edition.id, until, by).await?;
    Ok(None)
}

/// Gives words to the press, if they are of a contribution as everyone reads it, whose author agrees to be named.
async fn quote(state: &AppState, posted: &Posted, by: (&str, i64)) -> Result<Option<&'static str>, Error> {
    let (store, edition, words) = (&state.store, &state.edition.id, posted.line("words"));
    let Ok(number) = posted.line("number").parse::<u32>() else { return Ok(Some("press-no-contribution")) };
    let Some(found) = store.contribution(edition, number).await? else { return Ok(Some("press-no-contribution")) };
    if found.author.is_none() {
        return Ok(Some("press-not-named"));
    }
    let shown = veiled(&store.masks(edition).await?, &ContributionId::numbered(number), &found.text);
    if words.is_empty() || !joined(&shown).contains(&words) {
        return Ok(Some("press-other-words"));
    }
    store.quote(edition, (&(state.ids)().to_string(), number, &words), by).await?;
    Ok(None)
}

/// A text on one line.
fn joined(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

async fn answer(state: &AppState, lang: Lang, posted: &Posted, wrong: Option<&'static str>) -> Result<Response, Error> {
    let (store, edition, zone) = (&state.store, &state.edition.id, &state.edition.settings.time_zone);
    let (embargo, quotations) = (store.embargo(edition).await?, store.quotations(edition).await?);
    let page = Page::new(state, lang, Target::Sequel(Sequel::PressDesk), lang.t("title-press-desk"))
        .within(lang.t("title-recipients"), Target::Sequel(Sequel::Recipients));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(private(status, render(&PressDesk::new(page, (embargo, zone), quotations, posted, wrong))?))
}

impl PressDesk {
    fn new(
        page: Page,
        (embargo, zone): (Option<i64>, &str),
        quotations: Vec<Quotation>,
        posted: &Posted,
        wrong: Option<&'static str>,
    ) -> Self {
        let at = embargo.map(|at| clock(at, zone));
        let written = |format: &str| at.as_ref().map(|at| at.strftime(format).to_string()).unwrap_or_default();
        let said = |one: Quotation| (one.id, one.words, signature(Some(&one.author)));
        Self {
            embargo: embargo.map(|at| told::instant(page.lang, at, zone)),
            day: written("%Y-%m-%d"),
            hour: written("%H:%M"),
            quotations: quotations.into_iter().map(said).collect(),
            number: posted.line("number"),
            words: posted.line("words"),
            wrong,
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            let quoted = Quotation { id: "q1".into(), number: 7, words: "ouvrir".into(), ..Quotation::default() };
            for (embargo, wrong) in [(Some(sample::NOW), None), (None, Some("press-other-words"))] {
                let page = sample::page(lang, Target::Sequel(Sequel::PressDesk));
                let all = vec![quoted.clone()];
                let desk = PressDesk::new(page, (embargo, "Indian/Reunion"), all, &Posted::default(), wrong);
                assert_eq!(desk.hour, if embargo.is_some() { "14:00" } else { "" });
                assert_eq!(sample::check(&desk).contains("role=\"alert\""), wrong.is_some());
            }
        }
    }
}
