//! A day of classing: what each person did, hour by hour, and the last gestures; all of it from the log.

use super::OPEN_TO;
use super::bench::nothing;
use super::opened::{Opened, sit};
use super::told::{self, people};
use crate::Error;
use crate::calendar;
use crate::edition::zone_name;
use crate::gesture::Gesture;
use crate::lang::{In, Lang, Speak as _};
use crate::page::{Page, private, render};
use crate::state::AppState;
use crate::url::{Target, Url, slug};
use arobase_domain::edits::Event;
use arobase_domain::pace::{Done, pace};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// People shown, those who did the most; the others are counted.
const PEOPLE: usize = 6;

/// Gestures shown.
const GESTURES: usize = 20;

#[derive(Template)]
#[template(path = "curate/day.html")]
struct Log {
    page: Page,
    /// The day looked at, and the clock it is told by; empty when nobody did anything yet.
    day: String,
    clock: String,
    /// The days before and after on which something was done.
    before: Option<(Url, String)>,
    after: Option<(Url, String)>,
    people: Vec<String>,
    hours: Vec<Hour>,
    /// What each did that day.
    totals: Vec<String>,
    /// The most ideas of an hour.
    most: usize,
    others: usize,
    gestures: Vec<(String, String)>,
    earlier: usize,
    /// Every day on which something was done, the last first; none when there is only one.
    days: Vec<Past>,
}

/// A day among the others.
struct Past {
    url: Url,
    date: String,
    current: bool,
    people: usize,
    gestures: usize,
    ideas: usize,
    /// Ideas an hour, over the hours in which something was done.
    pace: usize,
}

/// An hour, with what each person did in it.
struct Hour {
    name: String,
    cells: Vec<Option<Cell>>,
}

struct Cell {
    told: String,
    ideas: usize,
}

/// A day of the calendar, as addresses write it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Looked {
    day: String,
}

pub(super) fn gesture() -> Gesture {
    Gesture::page(slug::DAY, "", OPEN_TO, get(show))
}

async fn show(State(state): State<AppState>, In(lang): In, Query(looked): Query<Looked>) -> Result<Response, Error> {
    let Some(seat) = sit(&state).await? else { return nothing(&state, lang) };
    let opened = seat.opened()?;
    let names = people(&state, opened.bench.log.iter()).await?;
    let page = Page::new(&state, lang, Target::Day(looked.day.clone()), lang.t("title-day"))
        .within(lang.t("title-bench"), Target::Bench(String::new(), String::new(), 0));
    let zone = &state.edition.settings.time_zone;
    Ok(private(StatusCode::OK, render(&Log::new(page, opened, &names, zone, calendar::day(&looked.day)))?))
}

impl Log {
    /// The day asked for, else the last on which something was done.
    fn new(page: Page, opened: &Opened, names: &BTreeMap<String, String>, zone: &str, asked: Option<Date>) -> Self {
        let (lang, log) = (page.lang, &opened.bench.log);
        let clock = Clock::new(zone);
        let days: BTreeSet<Date> = log.iter().map(|event| clock.date(event.at)).collect();
        let day = asked.or_else(|| days.last().copied());
        let to = |date: &Date| (Target::Day(date.to_string()).in_lang(lang), lang.weekday_date(*date));
        let of_day = |at| Some(clock.date(at)) == day;
        let whole = pace(log, |at| of_day(at).then_some(()));
        let mut who: Vec<(&str, Done)> = whole.into_iter().map(|(((), by), done)| (by, done)).collect();
        who.sort_by_key(|(by, done)| (std::cmp::Reverse((done.ideas, done.gestures)), *by));
        let others = who.len().saturating_sub(PEOPLE);
        who.truncate(PEOPLE);
        let hourly = pace(log, |at| of_day(at).then(|| clock.hour(at)));
        let name = |by: &str| names.get(by).cloned().unwrap_or_else(|| lang.t("bench-someone"));
        let told: Vec<&Event> = log.iter().filter(|event| of_day(event.at)).collect();
        Self {
            day: day.map(|day| lang.weekday_date(day)).unwrap_or_default(),
            clock: zone_name(lang, zone),
            before: day.and_then(|day| days.range(..day).next_back().map(to)),
            after: day.and_then(|day| days.iter().find(|other| **other > day).map(to)),
            people: who.iter().map(|(by, _)| name(by)).collect(),
            hours: hours(lang, &hourly, &who),
            totals: who.iter().map(|(by, done)| total(lang, by, *done, &hourly)).collect(),
            most: hourly.values().map(|done| done.ideas).max().unwrap_or(0).max(1),
            others,
            gestures: told
                .iter()
                .rev()
                .take(GESTURES)
                .map(|event| (clock.told(lang, event.at), said(lang, opened, event, &name(&event.by))))
                .collect(),
            earlier: told.len().saturating_sub(GESTURES),
            days: history(lang, log, &clock, day),
            page,
        }
    }
}

fn said(lang: Lang, opened: &Opened, event: &Event, name: &str) -> String {
    let bench = &opened.bench;
    let values = [("by", name.to_owned()), ("it", told::event(lang, &bench.state, &bench.log, event))];
    lang.with("day-gesture", values)
}

/// The days of the log, the last first.
fn history(lang: Lang, log: &[Event], clock: &Clock, shown: Option<Date>) -> Vec<Past> {
    let daily = pace(log, |at| Some(clock.date(at)));
    let hours: BTreeSet<(Date, i8)> = log.iter().map(|event| (clock.date(event.at), clock.hour(event.at))).collect();
    let days: BTreeSet<Date> = hours.iter().map(|(date, _)| *date).collect();
    let past = |date: Date| {
        let done: Vec<Done> = daily.iter().filter(|((day, _), _)| *day == date).map(|(_, done)| *done).collect();
        let ideas = done.iter().map(|done| done.ideas).sum::<usize>();
        let active = hours.range((date, i8::MIN)..=(date, i8::MAX)).count().max(1);
        Past {
            url: Target::Day(date.to_string()).in_lang(lang),
            date: lang.weekday_date(date),
            current: shown == Some(date),
            people: done.len(),
            gestures: done.iter().map(|done| done.gestures).sum(),
            pace: (ideas as f64 / active as f64).round() as usize,
            ideas,
        }
    };
    if days.len() < 2 { Vec::new() } else { days.into_iter().rev().map(past).collect() }
}

type Hourly<'a> = BTreeMap<(i8, &'a str), Done>;

/// Every hour in which something was done.
fn hours(lang: Lang, hourly: &Hourly<'_>, who: &[(&str, Done)]) -> Vec<Hour> {
    let active: BTreeSet<i8> = hourly.keys().map(|(hour, _)| *hour).collect();
    let cell = |hour: i8, by: &str| {
        let done = hourly.get(&(hour, by))?;
        Some(Cell { told: both(lang, *done), ideas: done.ideas })
    };
    let hour = |hour: i8| Hour {
        name: lang.pick(format!("{hour}\u{a0}h"), format!("{hour}:00")),
        cells: who.iter().map(|(by, _)| cell(hour, by)).collect(),
    };
    active.into_iter().map(hour).collect()
}

fn both(lang: Lang, done: Done) -> String {
    let values = [("it", lang.n("ideas-count", done.ideas)), ("other", lang.n("bench-gestures", done.gestures))];
    lang.with("day-done", values)
}

/// What someone did in all, and how many ideas an hour in the hours in which they did something.
fn total(lang: Lang, by: &str, done: Done, hourly: &Hourly<'_>) -> String {
    let hours = hourly.keys().filter(|(_, other)| *other == by).count().max(1);
    let pace = lang.n("ideas-count", (done.ideas as f64 / hours as f64).round() as usize);
    lang.with("day-total", [("it", both(lang, done)), ("pace", pace)])
}

/// The clock of the edition.
struct Clock(TimeZone);

impl Clock {
    fn new(zone: &str) -> Self {
        Self(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
    }

    fn date(&self, at: i64) -> Date {
        calendar::on(at, &self.0).date()
    }

    fn hour(&self, at: i64) -> i8 {
        calendar::on(at, &self.0).hour()
    }

    fn told(&self, lang: Lang, at: i64) -> String {
        let at = calendar::on(at, &self.0);
        let (hour, minute) = (at.hour(), at.minute());
        lang.pick(format!("{hour}\u{a0}h\u{a0}{minute:02}"), format!("{hour}:{minute:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{self, NOW};
    use arobase_domain::RunId;
    use arobase_domain::edits::{Gesture as Edit, Silent, Wish};

    const HOUR: i64 = 3_600_000;

    #[test]
    fn renders() {
        let mut opened = Opened::new(RunId::new("r"), 0, arobase_publish::sample());
        let page = |lang| sample::page(lang, Target::Day(String::new()));
        let none = BTreeMap::new();
        sample::check(&Log::new(page(Lang::Fr), &opened, &none, "Europe/Paris", None));
        let ideas: Vec<_> = opened.analysis.ideas.iter().map(|idea| idea.id.clone()).collect();
        for nth in 0..60_i64 {
            let idea = ideas[nth as usize % ideas.len()].clone();
            let edit = Edit::Note { on: idea.to_string(), text: format!("note {nth}") };
            let edit = if nth % 2 == 0 { Edit::Accept { ideas: vec![idea] } } else { edit };
            let by = format!("m{}", nth % 8);
            opened.bench.wish(Wish::Make(edit), &by, NOW + nth % 12 * HOUR, &Silent).expect("possible");
        }
        let names = BTreeMap::from([("m0".to_owned(), "Inès".to_owned())]);
        for &lang in Lang::ALL {
            let day = Log::new(page(lang), &opened, &names, "Europe/Paris", None);
            assert_eq!((day.people.len(), day.others, day.gestures.len()), (PEOPLE, 2, GESTURES));
            sample::check(&day);
        }
        // Noon in Paris is two hours later in Réunion: two of the twelve hours fall on the next day.
        let there = Log::new(page(Lang::Fr), &opened, &names, "Indian/Reunion", calendar::day("2026-09-10"));
        assert_eq!((there.hours.len(), there.hours[0].name.as_str()), (10, "14\u{a0}h"));
        assert!(there.after.is_some() && there.before.is_none());
        // Both days are told with their figures, and together they are the whole log.
        let sum = |of: fn(&Past) -> usize| there.days.iter().map(of).sum::<usize>();
        assert_eq!((there.days.len(), sum(|day| day.gestures), there.days[1].current), (2, 60, true));
        assert_eq!(there.days[1].pace, (there.days[1].ideas as f64 / 10.0).round() as usize);
        assert!(sum(|day| day.ideas) > 0 && there.days.iter().all(|day| day.people > 1));
        let blank = Log::new(page(Lang::Fr), &opened, &names, "Europe/Paris", calendar::day("2020-01-01"));
        assert!(blank.hours.is_empty() && blank.after.is_some());
        sample::check(&blank);
    }
}
