//! An edition as someone wants it, from the command line and from a file; and the edition laid out from it.

use super::dates::{clock, end, last_day, start, zone};
use super::refusal::{Refusal, phase};
use arobase_domain::edition::is_slug;
use arobase_domain::{
    Edition, EditionId, GuidingQuestion, Lang, Limits, Phase, PhaseError, PhaseKind, Settings, settings::PARIS,
};
use arobase_web::Speak as _;
use arobase_web::calendar::layout;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::path::Path;

/// What is wanted; dates as they were given.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Wanted {
    pub(crate) slug: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) motto: Option<String>,
    pub(crate) time_zone: Option<String>,
    #[serde(deserialize_with = "maybe_date")]
    pub(crate) congress: Option<String>,
    pub(crate) questions: Vec<GuidingQuestion>,
    pub(crate) phases: BTreeMap<PhaseKind, Window>,
    pub(crate) limits: Limits,
    pub(crate) invitation: Option<String>,
}

/// First and last day of a phase.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Window {
    #[serde(deserialize_with = "date")]
    pub(crate) from: String,
    #[serde(deserialize_with = "date")]
    pub(crate) to: String,
}

/// A date of TOML or the same between quotation marks.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match toml::Value::deserialize(deserializer)? {
        toml::Value::String(text) => Ok(text),
        toml::Value::Datetime(date) => Ok(date.to_string()),
        other => Err(serde::de::Error::custom(format!("{other}: not a date"))),
    }
}

fn maybe_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    date(deserializer).map(Some)
}

impl Wanted {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Result<Self, Refusal> {
        let refused = |detail: String| Refusal::File(path.to_owned(), detail);
        let text = std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
        toml::from_str(&text).map_err(|error| refused(error.to_string()))
    }

    /// Adds `recueil=2027-08-19..2027-10-02`.
    pub(crate) fn add_phase(&mut self, given: &str) -> Result<(), Refusal> {
        let parts = given.split_once('=').and_then(|(name, days)| Some((kind(name)?, days.split_once("..")?)));
        let (kind, (from, to)) = parts.ok_or_else(|| Refusal::Phase(given.to_owned()))?;
        self.phases.insert(kind, Window { from: from.to_owned(), to: to.to_owned() });
        Ok(())
    }

    /// Adds `Que manque-t-il ? | What is missing?`.
    pub(crate) fn add_question(&mut self, given: &str) {
        let (fr, en) = given.split_once('|').unwrap_or((given, ""));
        self.questions.push(GuidingQuestion { fr: fr.trim().to_owned(), en: en.trim().to_owned() });
    }

    /// The edition, with every rule checked.
    pub(crate) fn edition(self, id: EditionId, lang: Lang) -> Result<Edition, Refusal> {
        let time_zone = self.time_zone.unwrap_or_else(|| PARIS.to_owned());
        let zone = zone(&time_zone)?;
        let phases = phases(&self.phases, &zone)?;
        let opens = match (&self.congress, phases.iter().find(|phase| phase.kind == PhaseKind::Congress)) {
            (Some(date), _) => start(date, &zone)?,
            (None, Some(phase)) => phase.starts_at,
            (None, None) => return Err(Refusal::NoCongress),
        };
        let phases = if phases.is_empty() { layout(opens, &zone, None) } else { phases };
        let name = self.name.filter(|name| !name.trim().is_empty()).ok_or(Refusal::NoName)?;
        let slug = self.slug.unwrap_or_else(|| clock(opens, &zone).year().to_string());
        let invitation = self.invitation.unwrap_or_default();
        let settings = Settings { questions: self.questions, time_zone, limits: self.limits, invitation };
        let motto = self.motto.unwrap_or_default();
        let edition = Edition { id, slug, name, motto, fictional: false, congress_date: opens, phases, settings };
        check(&edition, &zone, lang).map(|()| edition)
    }
}

/// A phase by its code or its name in either language, accents apart.
fn kind(name: &str) -> Option<PhaseKind> {
    let plain = |name: &str| name.trim().to_lowercase().replace(['é', 'è'], "e").replace('_', "-");
    let wanted = plain(name);
    PhaseKind::ALL.iter().copied().find(|kind| {
        [kind.as_str(), phase(*kind, Lang::Fr), phase(*kind, Lang::En)].iter().any(|name| plain(name) == wanted)
    })
}

fn phases(wanted: &BTreeMap<PhaseKind, Window>, zone: &TimeZone) -> Result<Vec<Phase>, Refusal> {
    let phase = |(kind, window): (&PhaseKind, &Window)| {
        Ok(Phase { kind: *kind, starts_at: start(&window.from, zone)?, ends_at: end(&window.to, zone)? })
    };
    wanted.iter().map(phase).collect()
}

fn check(edition: &Edition, zone: &TimeZone, lang: Lang) -> Result<(), Refusal> {
    if !is_slug(&edition.slug) {
        return Err(Refusal::Slug(edition.slug.clone()));
    }
    edition.check_phases().map_err(|error| Refusal::Phases(error, days(edition, error, zone, lang)))?;
    edition.settings.check().map_err(Refusal::Setting)?;
    if edition.opens_outside() { Err(Refusal::Outside) } else { Ok(()) }
}

/// The days that a message about phases names: start and end of one, or end of the first and start of the second.
fn days(edition: &Edition, error: PhaseError, zone: &TimeZone, lang: Lang) -> [String; 2] {
    let first = |kind| edition.phase(kind).map_or_else(String::new, |p| lang.date(clock(p.starts_at, zone).date()));
    let last = |kind| edition.phase(kind).map_or_else(String::new, |p| lang.date(last_day(p.ends_at, zone)));
    match error {
        PhaseError::Backwards(kind) => [first(kind), last(kind)],
        PhaseError::Twice(_) => [String::new(), String::new()],
        PhaseError::Overlap(one, other) => [last(one), first(other)],
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, Wanted, clock, zone};
    use arobase_domain::{EditionId, Lang, PhaseKind};

    fn wanted(toml: &str) -> Result<arobase_domain::Edition, Refusal> {
        let wanted: Wanted = toml::from_str(toml).expect("what the test writes is TOML");
        wanted.edition(EditionId::new("e"), Lang::Fr)
    }

    #[test]
    fn the_day_of_the_congress_is_enough() {
        let edition = wanted("name = 'Congrès'\ncongress = 2027-10-07").expect("laid out");
        assert_eq!((edition.slug.as_str(), edition.phases.len()), ("2027", 6));
        let paris = zone("Europe/Paris").expect("embedded");
        let collection = edition.phase(PhaseKind::Collection).expect("laid out");
        assert_eq!(clock(collection.starts_at, &paris).date().to_string(), "2027-08-15");
        assert_eq!(clock(collection.ends_at, &paris).to_string(), "2027-10-03T00:00:00+02:00[Europe/Paris]");
        // The clocks change on 31 October: days stay days.
        let follow_up = edition.phase(PhaseKind::FollowUp).expect("laid out");
        assert_eq!(clock(follow_up.ends_at, &paris).hour(), 0);
    }

    #[test]
    fn a_phase_has_a_name_in_each_language() {
        for name in ["recueil", "collection", " Collection"] {
            let mut wanted = Wanted::default();
            wanted.add_phase(&format!("{name}=2027-08-19..2027-10-02")).expect("a phase");
            assert!(wanted.phases.contains_key(&PhaseKind::Collection));
        }
        assert!(Wanted::default().add_phase("Préparation=2027-01-01..2027-02-01").is_ok());
        assert!(Wanted::default().add_phase("suivi=2027-01-01").is_err());
        assert!(Wanted::default().add_phase("fête=2027-01-01..2027-02-01").is_err());
    }

    #[test]
    fn what_does_not_follow_is_refused() {
        let base = "name = 'Congrès'\ncongress = 2027-10-07\n";
        let refused = |rest: &str| wanted(&format!("{base}{rest}")).expect_err("refused").message(Lang::Fr);
        let overlap = "[phases]\ncollection = { from = 2027-08-19, to = 2027-10-02 }\nclassification = { from = '2027-10-02', to = 2027-10-06 }";
        assert!(refused(overlap).contains("commence (2\u{a0}octobre\u{a0}2027) avant la fin"), "{}", refused(overlap));
        let backwards = "[phases]\ncollection = { from = 2027-10-02, to = 2027-08-19 }";
        assert!(
            refused(backwards).contains("finit (19\u{a0}août\u{a0}2027) avant de commencer (2\u{a0}octobre\u{a0}2027)")
        );
        assert!(refused("[phases]\ncongress = { from = 2027-10-08, to = 2027-10-09 }").contains("en dehors"));
        assert!(refused("slug = 'Édition 2027'").contains("adresse"));
        assert!(refused("time_zone = 'Europe/Nouans'").contains("Indian/Reunion"));
        assert!(refused("[limits]\ntext = 5").contains("entre 200 et 20000"));
        assert_eq!(wanted("name = 'x'").expect_err("refused"), Refusal::NoCongress);
        assert_eq!(wanted("congress = '2027-10-07'").expect_err("refused"), Refusal::NoName);
    }
}
