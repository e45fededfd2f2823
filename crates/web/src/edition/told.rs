//! Phases, dates and settings, in words.

use super::zones;
use crate::calendar::{clock, last_day};
use crate::lang::{Lang, Speak as _};
use arobase_domain::{Edition, EditionPart, Phase, PhaseKind};
use jiff::Zoned;
use jiff::civil::Time;
use jiff::tz::TimeZone;

/// The name of a phase.
pub(crate) fn phase_name(lang: Lang, kind: PhaseKind) -> String {
    lang.t(match kind {
        PhaseKind::Preparation => "phase-preparation",
        PhaseKind::Collection => "phase-collection",
        PhaseKind::Classification => "phase-classification",
        PhaseKind::Congress => "phase-congress",
        PhaseKind::Presentation => "phase-presentation",
        PhaseKind::FollowUp => "phase-follow-up",
    })
}

/// A day, with the hour if it is not midnight.
pub(super) fn instant(lang: Lang, zone: &str, at: i64) -> String {
    let at = clock(at, zone);
    if at.time() == Time::midnight() {
        lang.date(at.date())
    } else {
        format!("{} {}", lang.date(at.date()), hour(lang, &at))
    }
}

/// « à 18 h 00 ».
pub(crate) fn hour(lang: Lang, at: &Zoned) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    lang.pick(format!("à {hour}\u{a0}h\u{a0}{minute:02}"), format!("at {hour}:{minute:02}"))
}

/// From when to when a phase lasts: in days where it begins and ends at midnight, else with hours.
pub(crate) fn phase_dates(lang: Lang, zone: &str, phase: &Phase) -> String {
    let [from, to] = [phase.starts_at, phase.ends_at].map(|at| clock(at, zone));
    if [&from, &to].iter().all(|at| at.time() == Time::midnight()) {
        return crate::state::days(lang, zone, phase.starts_at, phase.ends_at - 1);
    }
    let (from, to) = (instant(lang, zone, phase.starts_at), end(lang, zone, phase.ends_at));
    lang.with("between-days", [("from", from), ("to", to)])
}

/// When something ends: its last day, or a day and an hour.
fn end(lang: Lang, zone: &str, at: i64) -> String {
    if clock(at, zone).time() != Time::midnight() {
        return instant(lang, zone, at);
    }
    lang.date(last_day(at, &TimeZone::get(zone).unwrap_or(TimeZone::UTC)))
}

/// The name of a part of the settings, as their page calls it.
pub(super) fn part_name(lang: Lang, part: EditionPart) -> String {
    match part {
        EditionPart::Slug => lang.t("settings-slug"),
        EditionPart::Name => lang.t("settings-name"),
        EditionPart::Motto => lang.t("settings-motto"),
        EditionPart::Congress => lang.t("settings-congress"),
        EditionPart::Phase(kind) => phase_name(lang, kind),
        EditionPart::Questions => lang.t("settings-questions"),
        EditionPart::TimeZone => lang.t("settings-zone"),
        EditionPart::TitleLimit => lang.t("settings-title-max"),
        EditionPart::TextLimit => lang.t("settings-text-max"),
        EditionPart::Invitation => lang.t("settings-invitation"),
    }
}

/// What an edition says in one of its parts.
pub(super) fn part(lang: Lang, edition: &Edition, part: EditionPart) -> String {
    let settings = &edition.settings;
    let said = match part {
        EditionPart::Slug => edition.slug.clone(),
        EditionPart::Name => edition.name.clone(),
        EditionPart::Motto => edition.motto.clone(),
        EditionPart::Congress => instant(lang, &settings.time_zone, edition.congress_date),
        EditionPart::Phase(kind) => {
            edition.phase(kind).map(|phase| phase_dates(lang, &settings.time_zone, phase)).unwrap_or_default()
        }
        EditionPart::Questions => settings.questions.iter().map(|one| one.fr.as_str()).collect::<Vec<_>>().join(" / "),
        EditionPart::TimeZone => zones::name(lang, &settings.time_zone),
        EditionPart::TitleLimit => lang.number(settings.limits.title),
        EditionPart::TextLimit => lang.number(settings.limits.text),
        EditionPart::Invitation => settings.invitation.clone(),
    };
    if said.is_empty() { lang.t("settings-nothing") } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn hours_are_told_where_there_are_some() {
        let mut edition = sample::edition();
        let dates = |edition: &Edition| phase_dates(Lang::Fr, "Europe/Paris", &edition.phases[0]);
        assert_eq!(dates(&edition), "du 1ᵉʳ\u{a0}septembre au 30\u{a0}septembre\u{a0}2026");
        edition.phases[0].ends_at -= 6 * 3_600_000;
        assert_eq!(
            dates(&edition),
            "du 1ᵉʳ\u{a0}septembre\u{a0}2026 au 30\u{a0}septembre\u{a0}2026 à 18\u{a0}h\u{a0}00"
        );
        edition.phases[0].starts_at += 1;
        edition.phases[0].ends_at += 6 * 3_600_000;
        assert!(dates(&edition).ends_with("au 30\u{a0}septembre\u{a0}2026"), "{}", dates(&edition));
    }
}
