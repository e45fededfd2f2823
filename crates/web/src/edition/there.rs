//! An instant on the clock of the edition and, for those who live by another one, on theirs.

use super::told::hour;
use super::zones::name;
use crate::calendar::clock;
use crate::lang::{Lang, Speak as _};
use arobase_domain::Edition;

/// The zone of a département or overseas collectivity, by its code. One of French Polynesia stands for its three.
fn zone(department: &str) -> &'static str {
    match department {
        "971" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "977" => "America/St_Barthelemy",
        "978" => "America/Marigot",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => "Europe/Paris",
    }
}

/// « 6 octobre 2026 à 12 h 00 » and, from a département with another hour, « , soit le 6 octobre 2026 à 14 h 00 (La Réunion) ».
pub(crate) fn minute(lang: Lang, edition: &Edition, department: Option<&str>, at: i64) -> String {
    let here = words(lang, at, &edition.settings.time_zone);
    beside(lang, "there-instant", edition, department, at, here)
}

/// The last day of what ends then: « 30 septembre 2026 » and, from a département with another hour, until when there.
pub fn last_day(lang: Lang, edition: &Edition, department: Option<&str>, end: i64) -> String {
    let here = lang.date(clock(end - 1, &edition.settings.time_zone).date());
    beside(lang, "there-until", edition, department, end, here)
}

fn beside(lang: Lang, key: &str, edition: &Edition, department: Option<&str>, at: i64, here: String) -> String {
    let zone =
        department.map(zone).filter(|zone| clock(at, zone).offset() != clock(at, &edition.settings.time_zone).offset());
    zone.map_or(here.clone(), |zone| {
        lang.with(key, [("here", here), ("there", words(lang, at, zone)), ("place", name(lang, zone))])
    })
}

fn words(lang: Lang, at: i64, zone: &str) -> String {
    let at = clock(at, zone);
    format!("{} {}", lang.date(at.date()), hour(lang, &at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::zones::PLACES;
    use crate::sample;
    use arobase_domain::contribution::is_department;

    #[test]
    fn those_who_live_by_another_clock_read_both() {
        let edition = sample::edition();
        let at = 1_791_324_000_000; // 2026-10-06T22:00:00Z
        let told = [Some("72"), None, Some("974"), Some("988")].map(|from| minute(Lang::Fr, &edition, from, at));
        let ends = [Some("2A"), Some("971")].map(|from| last_day(Lang::En, &edition, from, at));
        insta::assert_snapshot!([told.as_slice(), &ends].concat().join("\n"));
        let mut there = edition.clone();
        there.settings.time_zone = "Indian/Reunion".into();
        assert!(!minute(Lang::Fr, &there, Some("974"), at).contains("soit"));
        assert!(minute(Lang::Fr, &there, Some("72"), at).contains("France hexagonale"));
    }

    #[test]
    fn every_overseas_code_has_a_clock_of_its_own() {
        for code in (970..=989).map(|code| code.to_string()).filter(|code| is_department(code)) {
            let known = PLACES.iter().any(|(one, _)| *one == zone(&code));
            let spared = ["984", "985", "989"].contains(&code.as_str()); // nobody lives there by a clock of the Republic
            assert!(known && (spared || zone(&code) != "Europe/Paris"), "{code}");
        }
    }
}
