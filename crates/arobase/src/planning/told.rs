//! Editions and their planning, in lines for whoever organises.

use super::dates::{clock, last_day};
use super::refusal::phase;
use arobase_domain::{Edition, Lang};
use arobase_web::Speak as _;
use arobase_web::countdown::{self, Day};
use jiff::tz::TimeZone;

/// The zone of an edition; that of Greenwich for a name that this machine does not know.
fn zone_of(edition: &Edition) -> TimeZone {
    TimeZone::get(&edition.settings.time_zone).unwrap_or(TimeZone::UTC)
}

fn pick<T>(lang: Lang, french: T, english: T) -> T {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}

/// What was created: name, short name, phases.
pub(crate) fn summary(edition: &Edition, lang: Lang) -> String {
    let zone = zone_of(edition);
    let (from, to) = pick(lang, ("du", "au"), ("from", "to"));
    let line = |one: &arobase_domain::Phase| {
        let (first, last) = (clock(one.starts_at, &zone).date(), last_day(one.ends_at, &zone));
        let name = phase(one.kind, lang);
        let name = name.to_owned() + &" ".repeat(15 - name.chars().count());
        if first == last {
            return format!("  {name}{}", lang.weekday_date(first));
        }
        format!("  {name}{from} {} {to} {}", lang.weekday_date(first), lang.weekday_date(last))
    };
    let title = format!("{} ({}), {}", edition.name, edition.slug, edition.settings.time_zone);
    [title].into_iter().chain(edition.phases.iter().map(line)).collect::<Vec<_>>().join("\n")
}

/// Four lines an edition.
pub(crate) fn listed(editions: &[(Edition, u32)], now: i64, lang: Lang) -> String {
    let one = |(edition, count): &(Edition, u32)| {
        if edition.is_blank() {
            return format!(
                "{}  {}\n  {}",
                edition.slug,
                edition.name,
                pick(lang, "à préparer dans le site", "to be prepared in the site")
            );
        }
        let congress = lang.date(clock(edition.congress_date, &zone_of(edition)).date());
        let congress = pick(lang, format!("congrès le {congress}"), format!("congress on {congress}"));
        let Edition { slug, name, .. } = edition;
        format!("{slug}  {name}\n  {congress}\n  {}\n  {}", present(edition, now, lang), contributions(*count, lang))
    };
    editions.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The phase that runs, else the one to come.
fn present(edition: &Edition, now: i64, lang: Lang) -> String {
    if let Some(one) = edition.current(now) {
        return format!("{}{}", pick(lang, "phase en cours\u{a0}: ", "present phase: "), phase(one.kind, lang));
    }
    let Some(next) = edition.next(now) else { return pick(lang, "terminée", "over").to_owned() };
    let (day, name) = (lang.date(clock(next.starts_at, &zone_of(edition)).date()), phase(next.kind, lang));
    pick(lang, format!("prochaine phase\u{a0}: {name}, le {day}"), format!("next phase: {name}, on {day}"))
}

fn contributions(count: u32, lang: Lang) -> String {
    let singular = count == 1 || (count == 0 && lang == Lang::Fr);
    format!("{} contribution{}", lang.number(u64::from(count)), if singular { "" } else { "s" })
}

/// Every day that counts, with its distance to the congress: « J−49  jeudi 19 août 2027  Ouverture : Recueil ».
pub(crate) fn planning(edition: &Edition, now: i64, lang: Lang) -> String {
    let congress = clock(edition.congress_date, &zone_of(edition)).date();
    let title = format!("{}, {}", edition.name, lang.weekday_date(congress));
    let days = countdown::days(lang, edition, now).into_iter().map(|day| line(&day));
    let zone = lang.it("schedule-zone", &edition.settings.time_zone);
    [title].into_iter().chain(days).chain([zone]).collect::<Vec<_>>().join("\n")
}

fn line(Day { distance, date, what, .. }: &Day) -> String {
    let space = 28_usize.saturating_sub(date.chars().count()).max(2);
    format!("  {distance:<6}{date}{}{what}", " ".repeat(space))
}
