//! When a phase opens and closes, on the clocks of those who live far from where the edition is.

use super::told::{hour, phase_name};
use super::zones::PLACES;
use crate::calendar::clock;
use crate::lang::{Lang, Speak as _};
use arobase_domain::Edition;

/// A phase, and when it opens and closes elsewhere.
pub(crate) struct Clocks {
    pub(crate) phase: String,
    pub(crate) places: Vec<Place>,
}

/// Territories that live by the same clock.
pub(crate) struct Place {
    pub(crate) names: String,
    pub(crate) opens: Moment,
    pub(crate) closes: Moment,
}

/// An instant, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) datetime: String,
    pub(crate) words: String,
}

/// The phase that runs, else the next one, on every clock but that of the edition; nothing when all is over.
pub(crate) fn clocks(lang: Lang, edition: &Edition, now: i64) -> Option<Clocks> {
    let phase = edition.current(now).or_else(|| edition.next(now))?;
    let mut places: Vec<Place> = Vec::new();
    for (zone, [fr, en]) in PLACES.into_iter().filter(|(zone, _)| *zone != edition.settings.time_zone) {
        let [opens, closes] = [phase.starts_at, phase.ends_at].map(|at| moment(lang, at, zone));
        let name = lang.pick(fr, en);
        match places.iter_mut().find(|place| place.opens == opens && place.closes == closes) {
            Some(place) => place.names = format!("{}, {name}", place.names),
            None => places.push(Place { names: name.to_owned(), opens, closes }),
        }
    }
    Some(Clocks { phase: phase_name(lang, phase.kind), places })
}

fn moment(lang: Lang, at: i64, zone: &str) -> Moment {
    let at = clock(at, zone);
    Moment {
        datetime: at.strftime("%Y-%m-%dT%H:%M%:z").to_string(),
        words: format!("{} {}", lang.date(at.date()), hour(lang, &at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn those_who_live_far_read_their_own_clock() {
        let clocks = clocks(Lang::Fr, &sample::edition(), sample::NOW).unwrap();
        assert_eq!(clocks.phase, "Recueil");
        let place = |name: &str| clocks.places.iter().find(|place| place.names.contains(name)).unwrap();
        assert_eq!(place("Guadeloupe").names, "Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin");
        assert_eq!(place("Guadeloupe").closes.words, "30\u{a0}septembre\u{a0}2026 à 18\u{a0}h\u{a0}00");
        assert_eq!(place("La Réunion").closes.datetime, "2026-10-01T02:00+04:00");
        assert!(
            place("Wallis").opens.words.contains("1ᵉʳ\u{a0}septembre")
                && place("Marquises").names.starts_with("Polynésie")
        );
    }

    #[test]
    fn the_clock_of_the_edition_is_told_elsewhere() {
        let mut edition = sample::edition();
        edition.settings.time_zone = "Indian/Reunion".into();
        let there = clocks(Lang::En, &edition, sample::NOW).unwrap();
        assert!(there.places.iter().all(|place| place.names != "Réunion"));
        assert!(there.places.iter().any(|place| place.names == "Mainland France"));
        assert!(clocks(Lang::Fr, &edition, i64::MAX / 2).is_none(), "all is over");
    }
}
