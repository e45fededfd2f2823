//! Reminders to those invited who have not answered: the usual two, or days of one's own. For administrators.

use crate::Error;
use crate::gesture::{Access, Gesture};
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::{AppState, minute};
use crate::url::{Target, slug};
use arobase_domain::{Edition, Role, When};
use arobase_store::{Reminder, Signed};
use askama::Template;
use axum::Extension;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// Days before the collection closes of the usual reminders.
const USUAL: [u32; 2] = [14, 3];
/// Hour of the day at which a reminder leaves, in the zone of the edition.
const HOUR: i8 = 9;

#[derive(Template)]
#[template(path = "people/reminders.html")]
struct Reminders {
    page: Page,
    token: String,
    lines: Vec<Line>,
    /// How many would be reminded today.
    unanswered: usize,
    /// Whether the usual reminders may be planned.
    usual: bool,
    day: String,
    wrong: bool,
}

/// A reminder, in words.
struct Line {
    id: String,
    when: String,
    state: String,
    /// Whether it can still be given up.
    planned: bool,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    token: String,
    plan: String,
    day: String,
    /// A reminder to give up.
    drop: String,
}

pub(crate) fn gesture() -> Gesture {
    Gesture::page(slug::REMINDERS, "", Access::Any(&[Role::Administrator]), get(show).post(plan))
}

async fn show(State(state): State<AppState>, In(lang): In) -> Result<Response, Error> {
    answer(&state, lang, StatusCode::OK, String::new()).await
}

async fn plan(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (store, edition, by, now) = (&state.store, &state.edition.id, &me.member.id, state.now());
    if fields.drop.is_empty() {
        let Ok(token) = Uuid::try_parse(&fields.token) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
        let known = store.reminders(edition).await?;
        let mut wanted =
            if fields.plan == "usual" { usual(&state.edition, now) } else { one(&state.edition, &fields.day, now) };
        if wanted.is_empty() {
            return answer(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, fields.day).await;
        }
        wanted.retain(|when| !planned(&known, *when));
        for (nth, when) in wanted.into_iter().enumerate() {
            store.plan_reminder(edition, (&format!("{token}-{nth}"), when), by, now).await?;
        }
    } else {
        store.drop_reminder(edition, &fields.drop, by, now).await?;
    }
    Ok(to(lang, Target::Reminders))
}

fn planned(known: &[Reminder], when: When) -> bool {
    known.iter().any(|one| one.when == when && one.sent_at.is_none())
}

/// The usual reminders that are still to come.
fn usual(edition: &Edition, now: i64) -> Vec<When> {
    let to_come = |when: &When| edition.reminder_at(*when).is_some_and(|at| at > now);
    USUAL.map(When::BeforeClosing).into_iter().filter(to_come).collect()
}

/// A day that is typed, if the collection is still open then.
fn one(edition: &Edition, day: &str, now: i64) -> Vec<When> {
    let zone = TimeZone::get(&edition.settings.time_zone).unwrap_or(TimeZone::UTC);
    let at = day.trim().parse::<Date>().ok().and_then(|day| day.at(HOUR, 0, 0, 0).to_zoned(zone).ok());
    let when = at.map(|at| When::At(at.timestamp().as_millisecond()));
    when.into_iter().filter(|when| edition.reminder_at(*when).is_some_and(|at| at > now)).collect()
}

async fn answer(state: &AppState, lang: Lang, status: StatusCode, day: String) -> Result<Response, Error> {
    let edition = &state.edition;
    let reminders = state.store.reminders(&edition.id).await?;
    let unanswered = state.store.unanswered(&edition.id).await?.len();
    let page = Page::new(state, lang, Target::Reminders, lang.t("title-reminders"));
    let page = page.within(lang.t("title-invitations"), Target::Invitations);
    let page = Reminders {
        token: (state.ids)().to_string(),
        unanswered,
        usual: usual(edition, state.now()).iter().any(|when| !planned(&reminders, *when)),
        lines: reminders.iter().map(|one| Line::new(lang, edition, one)).collect(),
        wrong: status != StatusCode::OK,
        day,
        page,
    };
    Ok(private(status, render(&page)?))
}

impl Line {
    fn new(lang: Lang, edition: &Edition, one: &Reminder) -> Self {
        let at = edition.reminder_at(one.when);
        let when = match one.when {
            When::BeforeClosing(days) => lang.n("reminders-before", u64::from(days)),
            When::At(at) => lang.it("reminders-on", minute(lang, at)),
        };
        let state = match (one.sent_at, at) {
            (Some(sent), _) => format!(
                "{} {}",
                lang.it("reminders-sent", minute(lang, sent)),
                lang.n("reminders-letters", one.letters)
            ),
            (None, Some(at)) => lang.it("reminders-planned", minute(lang, at)),
            (None, None) => lang.t("reminders-never"),
        };
        Self { id: one.id.clone(), when, state, planned: one.sent_at.is_none() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn days_are_read_in_the_zone_of_the_edition_and_not_in_the_past() {
        let edition = sample::edition();
        assert_eq!(usual(&edition, sample::NOW), USUAL.map(When::BeforeClosing));
        assert_eq!(one(&edition, "2026-09-20", sample::NOW), [When::At(1_789_887_600_000)], "nine o’clock in Paris");
        for wrong in ["", "hier", "2026-09-01", "2026-12-01", "2026-02-30"] {
            assert_eq!(one(&edition, wrong, sample::NOW), [], "{wrong}");
        }
    }

    #[test]
    fn renders() {
        let edition = sample::edition();
        let reminder = |id: &str, when, sent_at| Reminder { id: id.into(), when, sent_at, letters: 12 };
        let reminders = [
            reminder("a", When::BeforeClosing(14), None),
            reminder("b", When::At(0), None),
            reminder("c", When::At(sample::NOW), Some(sample::NOW)),
        ];
        for &lang in Lang::ALL {
            for wrong in [false, true] {
                let lines = reminders.iter().map(|one| Line::new(lang, &edition, one)).collect();
                let page = sample::page(lang, Target::Reminders);
                let day = "hier".to_owned();
                let html = sample::check(&Reminders {
                    page,
                    token: "t".into(),
                    lines,
                    unanswered: 3,
                    usual: true,
                    day,
                    wrong,
                });
                assert_eq!((html.matches("name=\"drop\"").count(), html.contains("aria-invalid")), (2, wrong));
            }
        }
    }
}
