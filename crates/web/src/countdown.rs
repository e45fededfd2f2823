//! The days that count, counted back from the congress: for the page of the planning and for the command line.

use crate::calendar::{clock, last_day};
use crate::edition::phase_name;
use crate::lang::{Lang, Speak as _};
use arobase_domain::{Edition, Milestone, PhaseKind, Step};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A day that counts, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// « J−49 ».
    pub distance: String,
    /// « jeudi 19 août 2027 ».
    pub date: String,
    /// « Ouverture : Recueil ».
    pub what: String,
    /// Whether it is there only to say where one stands.
    pub today: bool,
}

/// Every day that counts, and today among them until the last is past.
pub fn days(lang: Lang, edition: &Edition, now: i64) -> Vec<Day> {
    let zone = &edition.settings.time_zone;
    let (congress, today) = (clock(edition.congress_date, zone).date(), clock(now, zone).date());
    let day = |date: Date, what: String, today| Day {
        distance: distance(lang, congress, date),
        date: lang.weekday_date(date),
        what,
        today,
    };
    let mut days: Vec<(Date, Day)> = edition
        .planning()
        .into_iter()
        .filter(|step| !said_already(*step, congress, zone))
        .map(|step| (day_of(step, zone), day(day_of(step, zone), milestone(lang, step.what), false)))
        .collect();
    let place = days.partition_point(|(date, _)| *date <= today);
    if place < days.len() {
        days.insert(place, (today, day(today, lang.t("schedule-today"), true)));
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// On its own day, the congress is said once.
fn said_already(step: Step, congress: Date, zone: &str) -> bool {
    let own = matches!(step.what, Milestone::Opens(PhaseKind::Congress) | Milestone::Closes(PhaseKind::Congress));
    own && day_of(step, zone) == congress
}

/// The day of a step; what closes at midnight ends on the day before.
fn day_of(step: Step, zone: &str) -> Date {
    match step.what {
        Milestone::Closes(_) => last_day(step.at, &TimeZone::get(zone).unwrap_or(TimeZone::UTC)),
        _ => clock(step.at, zone).date(),
    }
}

/// « J−49 », « J », « J+3 ».
fn distance(lang: Lang, congress: Date, day: Date) -> String {
    let letter = lang.pick("J", "D");
    match congress.until(day).map_or(0, |span| span.get_days()) {
        0 => letter.to_owned(),
        days if days > 0 => format!("{letter}+{days}"),
        days => format!("{letter}−{}", -days),
    }
}

fn milestone(lang: Lang, what: Milestone) -> String {
    match what {
        Milestone::Opens(kind) => lang.it("schedule-opens", phase_name(lang, kind)),
        Milestone::Closes(kind) => lang.it("schedule-closes", phase_name(lang, kind)),
        Milestone::Invite => lang.t("schedule-invite"),
        Milestone::Remind => lang.t("schedule-remind"),
        Milestone::LastReminder => lang.t("schedule-last-reminder"),
        Milestone::Congress => lang.t("schedule-congress"),
    }
}

/// The next day of the planning, in words, and how far it is.
pub(crate) fn next(lang: Lang, edition: &Edition, now: i64) -> Option<(String, u64)> {
    let zone = &edition.settings.time_zone;
    let today = clock(now, zone).date();
    let step = edition.planning().into_iter().find(|step| step.at > now)?;
    let left = today.until(day_of(step, zone)).ok()?.get_days();
    Some((milestone(lang, step.what), u64::try_from(left).ok()?))
}
