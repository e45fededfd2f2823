//! The planning: what happens when, counted back from the congress; and the dates that another day of congress would give, taken by one button.

use super::LEADERS;
use super::settings::present;
use super::told::{part, phase_dates, phase_name};
use crate::Error;
use crate::calendar::{layout, start};
use crate::countdown::{self, Day};
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render, to};
use crate::state::AppState;
use crate::url::{Target, slug};
use arobase_domain::{Edition, EditionPart, Phase, PhaseKind, Shortfall};
use arobase_store::Signed;
use askama::Template;
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jiff::tz::TimeZone;

#[derive(Template)]
#[template(path = "edition/schedule.html")]
struct Schedule {
    page: Page,
    version: u32,
    published: bool,
    /// The next thing to come, and in how many days.
    next: Option<(String, u64)>,
    short: Vec<String>,
    days: Vec<Day>,
    zone: String,
    /// The day that was typed, and whether it is none.
    congress: String,
    mistaken: bool,
    proposal: Option<Proposal>,
    /// Whether someone changed the edition meanwhile.
    meanwhile: bool,
}

/// Other dates.
struct Proposal {
    congress: String,
    phases: Vec<PhaseLine>,
    short: Vec<String>,
}

struct PhaseLine {
    name: String,
    now: String,
    then: String,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Fields {
    congress: String,
    version: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::SCHEDULE, "", LEADERS, get(show).post(accept))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(fields): Query<Fields>) -> Result<Response, Error> {
    let (edition, version) = present(&state).await?;
    answer(StatusCode::OK, &Schedule::new(&state, lang, &edition, version, fields.congress))
}

async fn accept(
    State(state): State<AppState>,
    In(lang): In,
    Extension(me): Extension<Signed>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (edition, version) = present(&state).await?;
    let Some(wanted) = around(&edition, &fields.congress, state.now()) else {
        let page = Schedule { mistaken: true, ..Schedule::new(&state, lang, &edition, version, fields.congress) };
        return answer(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let read = fields.version.parse().unwrap_or_default();
    if state.store.change_edition(&wanted, read, &me.member.id, state.now()).await? {
        return Ok(to(lang, Target::Schedule(String::new())));
    }
    let page = Schedule::new(&state, lang, &edition, version, fields.congress);
    answer(StatusCode::CONFLICT, &Schedule { meanwhile: true, ..page })
}

fn answer(status: StatusCode, page: &Schedule) -> Result<Response, Error> {
    Ok(private(status, render(page)?))
}

/// The edition with its congress on that day and its phases around it; `None` if it is no day to come.
pub(super) fn around(edition: &Edition, congress: &str, now: i64) -> Option<Edition> {
    let zone = TimeZone::get(&edition.settings.time_zone).unwrap_or(TimeZone::UTC);
    let congress_date = start(congress, &zone).filter(|at| *at > now)?;
    let proposed = layout(congress_date, &zone, Some(now));
    let moved = |phases| Edition { congress_date, phases, ..edition.clone() };
    let kept = moved(keeping(edition, &proposed, now));
    Some(if kept.check_phases().is_ok() { kept } else { moved(proposed) })
}

/// What is proposed, but that what has begun began when it did, and what is over stays.
fn keeping(edition: &Edition, proposed: &[Phase], now: i64) -> Vec<Phase> {
    let begun = |kind| edition.phase(kind).filter(|phase| phase.starts_at <= now).map(|phase| phase.starts_at);
    let started = |phase: &Phase| Phase {
        starts_at: begun(phase.kind).map_or(phase.starts_at, |began| began.min(phase.starts_at)),
        ..*phase
    };
    let over = |phase: &&Phase| phase.ends_at <= now && proposed.iter().all(|one| one.kind != phase.kind);
    let mut phases: Vec<Phase> =
        proposed.iter().map(started).chain(edition.phases.iter().filter(over).copied()).collect();
    phases.sort_unstable_by_key(|phase| phase.starts_at);
    phases
}

impl Schedule {
    fn new(state: &AppState, lang: Lang, edition: &Edition, version: u32, congress: String) -> Self {
        let page = Page::new(state, lang, Target::Schedule(String::new()), lang.t("title-schedule"))
            .within(lang.t("title-space"), Target::Space);
        Self::on(page, edition, state.now(), (version, state.published), congress)
    }

    fn on(page: Page, edition: &Edition, now: i64, (version, published): (u32, bool), congress: String) -> Self {
        let lang = page.lang;
        let proposed = around(edition, &congress, now);
        Self {
            page,
            version,
            published,
            next: countdown::next(lang, edition, now),
            short: short(lang, edition, now),
            days: if edition.is_blank() { Vec::new() } else { countdown::days(lang, edition, now) },
            zone: super::zones::name(lang, &edition.settings.time_zone),
            mistaken: !congress.is_empty() && proposed.is_none(),
            proposal: proposed.map(|then| Proposal::new(lang, edition, &then, now)),
            congress,
            meanwhile: false,
        }
    }
}

impl Proposal {
    fn new(lang: Lang, now: &Edition, then: &Edition, at: i64) -> Self {
        let zone = &now.settings.time_zone;
        let dates = |edition: &Edition, kind| {
            edition.phase(kind).map_or_else(|| lang.t("settings-nothing"), |phase| phase_dates(lang, zone, phase))
        };
        let line = |&kind: &PhaseKind| PhaseLine {
            name: phase_name(lang, kind),
            now: dates(now, kind),
            then: dates(then, kind),
        };
        Self {
            congress: part(lang, then, EditionPart::Congress),
            phases: PhaseKind::ALL.iter().map(line).collect(),
            short: short(lang, then, at),
        }
    }
}

/// What there is too little time for, in words.
pub(super) fn short(lang: Lang, edition: &Edition, now: i64) -> Vec<String> {
    let told = |short: Shortfall| {
        let (key, days) = match short {
            Shortfall::NoCollection => ("short-none", 0),
            Shortfall::Collection(days) => ("short-collection", days),
            Shortfall::Invitation(days) => ("short-invitation", days),
            Shortfall::Classification(days) => ("short-classification", days),
        };
        lang.n(key, days.unsigned_abs())
    };
    edition.shortfalls(now).into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn schedule(lang: Lang, edition: &Edition, congress: &str) -> Schedule {
        let page = sample::page(lang, Target::Schedule(String::new()));
        Schedule::on(page, edition, sample::NOW, (3, false), congress.into())
    }

    #[test]
    fn renders() {
        let blank = Edition { congress_date: 0, phases: Vec::new(), ..sample::edition() };
        for &lang in Lang::ALL {
            for congress in ["", "2027-10-07", "demain", "2026-10-30"] {
                sample::check(&schedule(lang, &sample::edition(), congress));
                sample::check(&schedule(lang, &blank, congress));
            }
        }
        insta::assert_snapshot!(sample::text(&schedule(Lang::Fr, &sample::edition(), "2026-10-30")));
    }

    #[test]
    fn the_next_day_is_told_with_its_distance() {
        let schedule = schedule(Lang::Fr, &sample::edition(), "");
        assert_eq!(schedule.next, Some(("À faire\u{a0}: relancer qui n’a pas répondu".into(), 7)));
        assert_eq!(schedule.days.iter().filter(|day| day.today).count(), 1);
    }

    #[test]
    fn a_day_that_is_past_is_none() {
        for wrong in ["2026-09-01", "", "hier"] {
            assert_eq!(around(&sample::edition(), wrong, sample::NOW), None, "{wrong}");
        }
        let then = around(&sample::edition(), "2026-10-30", sample::NOW).unwrap();
        assert!(then.collects(sample::NOW));
        assert_eq!(then.phases[0].starts_at, sample::edition().phases[0].starts_at, "it began when it did");
    }
}
