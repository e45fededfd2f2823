//! The settings of the edition: everything on one page, saved together or not at all, and never over what someone else saved meanwhile.

use super::LEADERS;
use super::fields::{Fields, LINE_MAX, Mistake, QUESTIONS_MAX};
use super::told::{part, part_name, phase_name};
use super::zones;
use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Edition, GuidingQuestion, Limits, PhaseKind};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use std::fmt::Display;

/// Empty lines left for other questions.
const SPARE: usize = 2;

#[derive(Template)]
#[template(path = "edition/settings.html")]
struct SettingsPage {
    page: Page,
    form: Fields,
    mistakes: Vec<Mistake>,
    zones: Vec<zones::Choice>,
    questions: Vec<GuidingQuestion>,
    phases: Vec<PhaseFields>,
    /// What someone else saved meanwhile, beside what this form says.
    conflict: Vec<Both>,
    saved: bool,
    published: bool,
}

/// The fields of a phase.
struct PhaseFields {
    code: &'static str,
    name: String,
}

/// A part of the settings that two people tell differently.
struct Both {
    name: String,
    mine: String,
    saved: String,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct After {
    saved: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::SETTINGS, "", LEADERS, get(show).post(save))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(after): Query<After>) -> Result<Response, Error> {
    let (edition, version) = present(&state).await?;
    let page = SettingsPage::new(&state, lang, Fields::of(&edition, version), Vec::new());
    Ok(private(StatusCode::OK, render(&SettingsPage { saved: !after.saved.is_empty(), ..page })?))
}

async fn save(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let form = Fields::from(posted);
    let (before, version) = present(&state).await?;
    let wanted = match form.edition(lang, &before) {
        Ok(wanted) if form.read("again").is_empty() => wanted,
        Ok(_) => return answer(StatusCode::OK, &SettingsPage::new(&state, lang, form, Vec::new())),
        Err(mistakes) => return mistaken(&state, lang, form, mistakes),
    };
    if state.store.change_edition(&wanted, form.version(), &me.member.id, state.now()).await? {
        let saved = format!("{}?saved=yes", Target::Settings.in_lang(lang));
        return Ok(Redirect::to(&saved).into_response());
    }
    let conflict = both(lang, &wanted, &before);
    let page = SettingsPage::new(&state, lang, form.reread(version), Vec::new());
    answer(StatusCode::CONFLICT, &SettingsPage { conflict, ..page })
}

/// The same form, with all that is wrong.
pub(super) fn mistaken(state: &AppState, lang: Lang, form: Fields, mistakes: Vec<Mistake>) -> Result<Response, Error> {
    answer(StatusCode::UNPROCESSABLE_ENTITY, &SettingsPage::new(state, lang, form, mistakes))
}

/// The edition as it stands now, and the number that goes with it.
pub(super) async fn present(state: &AppState) -> Result<(Edition, u32), Error> {
    state.store.edition(&state.edition.id).await?.ok_or_else(Error::not_found)
}

fn answer(status: StatusCode, page: &SettingsPage) -> Result<Response, Error> {
    Ok(private(status, render(page)?))
}

fn both(lang: Lang, mine: &Edition, saved: &Edition) -> Vec<Both> {
    let line = |one| Both { name: part_name(lang, one), mine: part(lang, mine, one), saved: part(lang, saved, one) };
    mine.differs(saved).into_iter().map(line).collect()
}

impl SettingsPage {
    fn new(state: &AppState, lang: Lang, form: Fields, mistakes: Vec<Mistake>) -> Self {
        let page = Page::new(state, lang, Target::Settings, lang.t("title-settings"))
            .within(lang.t("title-space"), Target::Space);
        Self::on(page, state.published, form, mistakes)
    }

    fn on(page: Page, published: bool, form: Fields, mistakes: Vec<Mistake>) -> Self {
        let lang = page.lang;
        let filled = (0..QUESTIONS_MAX).filter(|&rank| form.question(rank) != GuidingQuestion::default()).max();
        let lines = (filled.map_or(0, |last| last + 1) + SPARE).min(QUESTIONS_MAX);
        let phase = |&kind: &PhaseKind| PhaseFields { code: kind.as_str(), name: phase_name(lang, kind) };
        Self {
            page,
            zones: zones::choices(lang, form.read("zone")),
            questions: (0..lines).map(|rank| form.question(rank)).collect(),
            phases: PhaseKind::ALL.iter().map(phase).collect(),
            form,
            mistakes,
            conflict: Vec::new(),
            saved: false,
            published,
        }
    }

    /// What a field holds; `end` is `""`, `"-from"` or the like.
    fn value(&self, name: &str, end: impl Display) -> &str {
        self.form.read(&format!("{name}{end}"))
    }

    /// What is wrong with a field.
    fn error(&self, name: &str, end: impl Display) -> Option<&str> {
        let field = format!("{name}{end}");
        self.mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn page(lang: Lang, form: Fields, mistakes: Vec<Mistake>) -> SettingsPage {
        SettingsPage::on(sample::page(lang, Target::Settings), true, form, mistakes)
    }

    #[test]
    fn renders() {
        let edition = sample::edition();
        for &lang in Lang::ALL {
            let html = sample::check(&page(lang, Fields::of(&edition, 3), Vec::new()));
            assert!(html.contains(r#"name="version" value="3""#) && html.contains(r#"name="en-3""#));
            assert!(
                html.contains(r#"id="collection-to" name="collection-to" type="date" value="2026-09-30""#),
                "{html}"
            );
            let nothing = Fields::default();
            let mistakes = nothing.edition(lang, &edition).unwrap_err();
            let html = sample::check(&page(lang, nothing, mistakes));
            assert_eq!(html.matches("aria-invalid").count(), 5, "name, zone, congress, two lengths");
        }
    }

    #[test]
    fn a_full_page_is_within_its_budget() {
        let mut edition = sample::edition();
        edition.settings.questions = vec![GuidingQuestion { fr: "Quoi ?".into(), en: "What?".into() }; QUESTIONS_MAX];
        let theirs = Edition { name: "Autre".into(), motto: "Tout".into(), phases: Vec::new(), ..sample::edition() };
        let form = page(Lang::Fr, Fields::of(&edition, 1), Vec::new());
        let html = sample::check(&SettingsPage { conflict: both(Lang::Fr, &edition, &theirs), ..form });
        assert!(html.contains("Autre") && html.contains("Congrès 2026"), "both are shown");
    }
}
