//! Where one asks for what is printed: paper forms, numbered once and for all; slips; the poster.

use crate::Error;
use crate::collect::MEDIATORS;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, day};
use crate::url::{Target, slug};
use arobase_domain::Role;
use arobase_domain::draft::SIGNATURE_MAX;
use arobase_publish::print::sheet_number;
use arobase_store::{NewSheaf, Sheaf, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use std::ops::RangeInclusive;
use uuid::Uuid;

/// Sheets that one document may hold.
const SHEETS: RangeInclusive<u32> = 1..=500;

#[derive(Template)]
#[template(path = "print/desk.html")]
struct Desk {
    page: Page,
    form: Fields,
    wrong: bool,
    most: u32,
    longest: usize,
    /// Whether one may ask for sheets to be keyed twice.
    administers: bool,
    made: Option<Line>,
    lines: Vec<Line>,
}

/// Sheets printed together, in words.
#[derive(Clone)]
struct Line {
    first: u32,
    numbers: String,
    place: String,
    made: String,
    keyed: String,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    token: String,
    sheets: String,
    place: String,
    twice: String,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Made {
    made: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::PRINT, "", Access::Any(MEDIATORS), get(show).post(make))
}

async fn show(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Query(Made { made }): Query<Made>,
) -> Result<Response, Error> {
    let form = Fields { token: (state.ids)().to_string(), sheets: "20".into(), ..Fields::default() };
    answer(&state, lang, &me, StatusCode::OK, form, made.parse().ok()).await
}

async fn make(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let Ok(token) = Uuid::try_parse(&form.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let Some(sheets) = form.sheets.trim().parse().ok().filter(|sheets| SHEETS.contains(sheets)) else {
        return answer(&state, lang, &me, StatusCode::UNPROCESSABLE_ENTITY, form, None).await;
    };
    let place: String = form.place.trim().chars().take(SIGNATURE_MAX).collect();
    let twice = form.twice == "yes" && me.roles.contains(&Role::Administrator);
    let new = NewSheaf { sheets, place: &place, twice, token: &token.to_string(), by: &me.member.id };
    let first = state.store.make_sheaf(&state.edition.id, new, state.now()).await?;
    Ok(to(lang, Target::Print(first.to_string())))
}

async fn answer(
    state: &AppState,
    lang: Lang,
    me: &Signed,
    status: StatusCode,
    form: Fields,
    made: Option<u32>,
) -> Result<Response, Error> {
    let sheaves = state.store.sheaves(&state.edition.id).await?;
    let page = Page::new(state, lang, Target::Print(String::new()), lang.t("title-print"))
        .within(lang.t("title-space"), Target::Space);
    let wrong = status == StatusCode::UNPROCESSABLE_ENTITY;
    let desk = Desk::new(page, form, wrong, me.roles.contains(&Role::Administrator), sheaves, made);
    Ok(private(status, render(&desk)?))
}

impl Desk {
    fn new(page: Page, form: Fields, wrong: bool, administers: bool, sheaves: Vec<Sheaf>, made: Option<u32>) -> Self {
        let lines: Vec<Line> = sheaves.into_iter().map(|sheaf| Line::new(page.lang, sheaf)).collect();
        Self {
            made: lines.iter().find(|line| made == Some(line.first)).cloned(),
            most: *SHEETS.end(),
            longest: SIGNATURE_MAX,
            page,
            form,
            wrong,
            administers,
            lines,
        }
    }
}

impl Line {
    fn new(lang: Lang, sheaf: Sheaf) -> Self {
        let keyed = lang.with(
            "print-keyed",
            [("keyed", lang.number(u64::from(sheaf.keyed))), ("all", lang.number(u64::from(sheaf.sheets)))],
        );
        let waiting =
            if sheaf.twice { format!(" {}", lang.n("print-waiting", u64::from(sheaf.waiting))) } else { String::new() };
        let (first, last) = (sheet_number(sheaf.first), sheet_number(sheaf.last()));
        Self {
            numbers: lang.with("print-numbers", [("first", first), ("last", last)]),
            place: sheaf.place,
            made: day(lang, sheaf.made_at),
            keyed: keyed + &waiting,
            first: sheaf.first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn sheaf(first: u32) -> Sheaf {
        let place = "Mairie de Nouans".into();
        Sheaf { first, sheets: 20, place, twice: first > 1, made_at: sample::NOW, keyed: 3, waiting: 1 }
    }

    #[test]
    fn renders_a_full_page_within_its_budget() {
        for &lang in Lang::ALL {
            for administers in [false, true] {
                let page = sample::page(lang, Target::Print(String::new()));
                let sheaves = (0..30).rev().map(|nth| sheaf(1 + 20 * nth)).collect();
                let desk = Desk::new(page, Fields::default(), administers, administers, sheaves, Some(21));
                let html = sample::check(&desk);
                assert!(html.contains("0021") && html.contains("0040"));
                assert_eq!(html.contains("name=\"twice\""), administers);
                assert_eq!(html.contains("aria-invalid"), administers);
                assert!(html.contains("role=\"status\""));
            }
        }
    }
}
