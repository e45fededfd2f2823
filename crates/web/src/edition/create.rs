//! A new edition: a name, a motto, the day of its congress. Its phases are laid out from that, and nobody but those who lead it sees it until it is published.

use super::LEADERS;
use super::fields::{LINE_MAX, Mistake};
use super::schedule::around;
use super::settings::present;
use crate::Error;
use crate::calendar::clock;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, slug, under};
use arobase_domain::edition::is_slug;
use arobase_domain::{Edition, EditionId, Settings};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "edition/create.html")]
struct Create {
    page: Page,
    form: Fields,
    mistakes: Vec<Mistake>,
    longest: usize,
}

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    token: String,
    name: String,
    motto: String,
    congress: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::NEW_EDITION, "", LEADERS, get(show).post(create))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    let form = Fields { token: (state.ids)().to_string(), ..Fields::default() };
    answer(&state, lang, StatusCode::OK, form, Vec::new())
}

/// The token of the form is the identifier of the edition: the same form sent twice makes one.
async fn create(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(form): Form<Fields>,
) -> Result<Response, Error> {
    let Ok(token) = Uuid::try_parse(&form.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let (present, version) = present(&state).await?;
    let id = if present.is_blank() { present.id.clone() } else { EditionId::new(token.to_string()) };
    if let Some((made, _)) = state.store.edition(&id).await?.filter(|(made, _)| !made.is_blank()) {
        return Ok(onwards(lang, &made).await);
    }
    let mut edition = match form.edition(lang, id, state.now()) {
        Ok(edition) => edition,
        Err(mistakes) => return answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, form, mistakes),
    };
    edition.slug = free_slug(&state, &edition).await?;
    let (now, by) = (state.now(), &me.member.id);
    if !present.is_blank() {
        state.store.prepare_edition(&edition, Some(by), now).await?;
    } else if !state.store.change_edition(&edition, version, by, now).await? {
        // Someone else filled it in meanwhile: theirs is the one there is.
        edition = state.store.edition(&edition.id).await?.ok_or_else(Error::not_found)?.0;
    }
    Ok(onwards(lang, &edition).await)
}

/// To the planning of the new edition.
async fn onwards(lang: Lang, edition: &Edition) -> Response {
    let planning = async { Target::Schedule(String::new()).in_lang(lang).to_string() };
    Redirect::to(&under(format!("/{}", edition.slug), planning).await).into_response()
}

/// The year of its congress, or that year and a number if another edition has it.
async fn free_slug(state: &AppState, edition: &Edition) -> Result<String, Error> {
    let taken = state.store.standings().await?;
    let year = clock(edition.congress_date, &edition.settings.time_zone).year();
    let names = (1..).map(|nth| if nth == 1 { year.to_string() } else { format!("{year}-{nth}") });
    let free = |name: &String| is_slug(name) && !taken.iter().any(|one| one.slug == *name && one.id != edition.id);
    Ok(names.into_iter().find(free).unwrap_or_else(|| edition.id.to_string()))
}

fn answer(
    state: &AppState,
    lang: Lang,
    status: StatusCode,
    form: Fields,
    mistakes: Vec<Mistake>,
) -> Result<Response, Error> {
    let page = Page::new(state, lang, Target::NewEdition, lang.t("title-new-edition"))
        .within(lang.t("title-space"), Target::Space);
    Ok(private(status, render(&Create { page, form, mistakes, longest: LINE_MAX })?))
}

impl Fields {
    fn edition(&self, lang: Lang, id: EditionId, now: i64) -> Result<Edition, Vec<Mistake>> {
        let (name, motto) = (self.name.trim(), self.motto.trim());
        let mut mistakes = Vec::new();
        let mut wrong = |field: &str, message| mistakes.push(Mistake { field: field.into(), message });
        if name.is_empty() {
            wrong("name", lang.t("settings-error-name"));
        }
        for (field, line) in [("name", name), ("motto", motto)] {
            if line.chars().count() > LINE_MAX {
                wrong(field, lang.it("settings-error-long", LINE_MAX));
            }
        }
        let blank = Edition {
            id,
            slug: String::new(),
            name: name.to_owned(),
            motto: motto.to_owned(),
            fictional: false,
            congress_date: 0,
            phases: Vec::new(),
            settings: Settings::default(),
        };
        let edition = around(&blank, &self.congress, now);
        if edition.is_none() {
            wrong("congress", lang.t("schedule-error"));
        }
        edition.filter(|_| mistakes.is_empty()).ok_or(mistakes)
    }
}

impl Create {
    fn error(&self, field: &str) -> Option<&str> {
        self.mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn renders() {
        for &lang in Lang::ALL {
            for form in [
                Fields::default(),
                Fields { name: "Congrès".into(), congress: "2027-10-07".into(), ..Fields::default() },
            ] {
                let made = form.edition(lang, EditionId::new("e"), sample::NOW);
                let mistakes = made.err().unwrap_or_default();
                let wrong = mistakes.len();
                let page = sample::page(lang, Target::NewEdition);
                let html = sample::check(&Create { page, form, mistakes, longest: LINE_MAX });
                assert_eq!(html.matches("aria-invalid").count(), wrong);
            }
        }
    }

    #[test]
    fn the_day_of_the_congress_is_enough() {
        let form = Fields { name: " Congrès 2027 ".into(), congress: "07/10/2027".into(), ..Fields::default() };
        let edition = form.edition(Lang::Fr, EditionId::new("e"), sample::NOW).unwrap();
        assert_eq!((edition.name.as_str(), edition.phases.len(), edition.check_phases()), ("Congrès 2027", 6, Ok(())));
    }
}
