//! The clocks of the Republic, named by the territories that live by them.

use crate::lang::{Lang, Speak as _};

/// A time zone as IANA names it, with its territories in French and in English.
type Place = (&'static str, [&'static str; 2]);

/// Hexagone first, then by the name of the territory. Two or three bear other names in English.
pub(super) const PLACES: [Place; 14] = [
    ("Europe/Paris", ["France hexagonale", "Mainland France"]),
    ("America/Guadeloupe", ["Guadeloupe", "Guadeloupe"]),
    ("America/Cayenne", ["Guyane", "French Guiana"]),
    ("Indian/Reunion", ["La Réunion", "Réunion"]),
    ("America/Martinique", ["Martinique", "Martinique"]),
    ("Indian/Mayotte", ["Mayotte", "Mayotte"]),
    ("Pacific/Noumea", ["Nouvelle-Calédonie", "New Caledonia"]),
    (
        "Pacific/Tahiti",
        ["Polynésie française (Société, Tuamotu, Australes)", "French Polynesia (Society, Tuamotu, Austral)"],
    ),
    ("Pacific/Gambier", ["Polynésie française (Gambier)", "French Polynesia (Gambier)"]),
    ("Pacific/Marquesas", ["Polynésie française (Marquises)", "French Polynesia (Marquesas)"]),
    ("America/St_Barthelemy", ["Saint-Barthélemy", "Saint Barthélemy"]),
    ("America/Marigot", ["Saint-Martin", "Saint Martin"]),
    ("America/Miquelon", ["Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"]),
    ("Pacific/Wallis", ["Wallis-et-Futuna", "Wallis and Futuna"]),
];

/// A zone to choose.
pub(super) struct Choice {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

/// Every zone, with the one that is chosen; one that is none of ours is kept under its own name.
pub(super) fn choices(lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice = |(code, [fr, en]): Place| Choice {
        code: code.to_owned(),
        label: lang.pick(fr, en).to_owned(),
        chosen: code == chosen,
    };
    let stranger = PLACES.iter().all(|(code, _)| *code != chosen).then(|| Choice {
        code: chosen.to_owned(),
        label: chosen.to_owned(),
        chosen: true,
    });
    PLACES.into_iter().map(choice).chain(stranger).collect()
}

/// The name of a zone: that of its territory.
pub(crate) fn name(lang: Lang, code: &str) -> String {
    let known = PLACES.into_iter().find(|(one, _)| *one == code);
    known.map_or_else(|| code.to_owned(), |(_, [fr, en])| lang.pick(fr, en).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    #[test]
    fn every_zone_is_known_and_one_is_chosen() {
        assert!(PLACES.iter().all(|(code, _)| TimeZone::get(code).is_ok()));
        for chosen in ["Indian/Reunion", "Europe/Lisbon"] {
            let choices = choices(Lang::Fr, chosen);
            assert_eq!(choices.iter().filter(|choice| choice.chosen).count(), 1);
        }
        assert_eq!(name(Lang::En, "Indian/Reunion"), "Réunion");
    }
}
