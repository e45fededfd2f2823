//! Editions and their planning, in lines for whoever organises.

use super::dates::{clock, last_day};
use super::refusal::phase;
use arobase_domain::{Edition, Lang, Milestone, PhaseKind, Step};
use arobase_web::Speak as _;
use jiff::civil::{Date, Weekday};
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
            return format!("  {name}{}", weekday_date(first, lang));
        }
        format!("  {name}{from} {} {to} {}", weekday_date(first, lang), weekday_date(last, lang))
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

/// Every day that counts, with its distance to the congress: « J−49  jeudi 19 août 2027  ouverture du recueil ».
pub(crate) fn planning(edition: &Edition, now: i64, lang: Lang) -> String {
    let zone = zone_of(edition);
    let congress = clock(edition.congress_date, &zone).date();
    let today = clock(now, &zone).date();
    let mut lines = vec![format!("{}, {}", edition.name, weekday_date(congress, lang))];
    let mut said_today = false;
    for step in edition.planning() {
        let day = day_of(step, &zone);
        // On its own day, the congress is said once.
        if matches!(step.what, Milestone::Opens(PhaseKind::Congress) | Milestone::Closes(PhaseKind::Congress))
            && day == congress
        {
            continue;
        }
        if day > today && !said_today {
            lines.push(line(today, congress, pick(lang, "— aujourd’hui —", "— today —"), lang));
            said_today = true;
        }
        lines.push(line(day, congress, &milestone(step.what, lang), lang));
    }
    lines.push(pick(
        lang,
        format!("Jours du fuseau {}. Les phases s’ouvrent et se ferment d’elles-mêmes.", edition.settings.time_zone),
        format!("Days in {}. Phases open and close by themselves.", edition.settings.time_zone),
    ));
    lines.join("\n")
}

/// The day of a step; what closes at midnight ends on the day before.
fn day_of(step: Step, zone: &TimeZone) -> Date {
    match step.what {
        Milestone::Closes(_) => last_day(step.at, zone),
        _ => clock(step.at, zone).date(),
    }
}

fn line(day: Date, congress: Date, what: &str, lang: Lang) -> String {
    let days = congress.until(day).map_or(0, |span| span.get_days());
    let distance = match days {
        0 => pick(lang, "J", "D").to_owned(),
        1.. => format!("{}+{days}", pick(lang, "J", "D")),
        _ => format!("{}−{}", pick(lang, "J", "D"), -days),
    };
    let date = weekday_date(day, lang);
    format!("  {distance:<6}{date}{}{what}", " ".repeat(28_usize.saturating_sub(date.chars().count()).max(2)))
}

fn weekday_date(date: Date, lang: Lang) -> String {
    let name = match (date.weekday(), lang) {
        (Weekday::Monday, Lang::Fr) => "lundi",
        (Weekday::Tuesday, Lang::Fr) => "mardi",
        (Weekday::Wednesday, Lang::Fr) => "mercredi",
        (Weekday::Thursday, Lang::Fr) => "jeudi",
        (Weekday::Friday, Lang::Fr) => "vendredi",
        (Weekday::Saturday, Lang::Fr) => "samedi",
        (Weekday::Sunday, Lang::Fr) => "dimanche",
        (Weekday::Monday, Lang::En) => "Monday",
        (Weekday::Tuesday, Lang::En) => "Tuesday",
        (Weekday::Wednesday, Lang::En) => "Wednesday",
        (Weekday::Thursday, Lang::En) => "Thursday",
        (Weekday::Friday, Lang::En) => "Friday",
        (Weekday::Saturday, Lang::En) => "Saturday",
        (Weekday::Sunday, Lang::En) => "Sunday",
    };
    format!("{name} {}", lang.date(date))
}

fn milestone(what: Milestone, lang: Lang) -> String {
    match what {
        Milestone::Opens(kind) => {
            pick(lang, format!("ouverture\u{a0}: {}", phase(kind, lang)), format!("opens: {}", phase(kind, lang)))
        }
        Milestone::Closes(kind) => {
            pick(lang, format!("dernier jour\u{a0}: {}", phase(kind, lang)), format!("last day: {}", phase(kind, lang)))
        }
        Milestone::Invite => pick(
            lang,
            "à faire\u{a0}: envoyer invitations, lettres et formulaires papier",
            "to do: send invitations, letters and paper forms",
        )
        .to_owned(),
        Milestone::Remind => {
            pick(lang, "à faire\u{a0}: relancer qui n’a pas répondu", "to do: remind who has not answered").to_owned()
        }
        Milestone::LastReminder => pick(lang, "à faire\u{a0}: dernière relance", "to do: last reminder").to_owned(),
        Milestone::Congress => pick(lang, "CONGRÈS", "CONGRESS").to_owned(),
    }
}
