//! The settings of an edition as a form holds them, and what is wrong with them, all at once.

use super::told::{instant, phase_name};
use crate::calendar::{end, last_day, on, start};
use crate::lang::{Lang, Speak as _};
use arobase_domain::settings::INVITATION;
use arobase_domain::{Edition, GuidingQuestion, Limits, Phase, PhaseError, PhaseKind, Settings};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Longest name or motto, and longest question, in characters.
pub(super) const LINE_MAX: usize = 160;
/// Most guiding questions.
pub(super) const QUESTIONS_MAX: usize = 12;

/// The fields as they are posted, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(BTreeMap<String, String>);

/// What is wrong with a field, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) field: String,
    pub(super) message: String,
}

impl From<Vec<(String, String)>> for Fields {
    fn from(posted: Vec<(String, String)>) -> Self {
        Self(posted.into_iter().collect())
    }
}

impl Fields {
    /// The form that changes nothing.
    pub(super) fn of(edition: &Edition, version: u32) -> Self {
        let Edition { name, motto, congress_date, settings, .. } = edition;
        let zone = TimeZone::get(&settings.time_zone).unwrap_or(TimeZone::UTC);
        let mut fields = Self::default();
        fields.hold("version", version.to_string());
        fields.hold("name", name);
        fields.hold("motto", motto);
        fields.hold("zone", &settings.time_zone);
        fields.hold("title-max", settings.limits.title.to_string());
        fields.hold("text-max", settings.limits.text.to_string());
        fields.hold("invitation", &settings.invitation);
        if !edition.is_blank() {
            fields.put_start("congress", *congress_date, &zone);
        }
        for (rank, question) in settings.questions.iter().enumerate() {
            fields.hold(&format!("fr-{rank}"), &question.fr);
            fields.hold(&format!("en-{rank}"), &question.en);
        }
        for phase in &edition.phases {
            fields.put_start(&format!("{}-from", phase.kind), phase.starts_at, &zone);
            fields.put_end(&format!("{}-to", phase.kind), phase.ends_at, &zone);
        }
        fields
    }

    fn hold(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// A day, and an hour if it is not midnight.
    fn put_start(&mut self, name: &str, at: i64, zone: &TimeZone) {
        let at = on(at, zone);
        self.hold(name, at.date().to_string());
        self.hold(
            &format!("{name}-hour"),
            if at.time() == jiff::civil::Time::midnight() { String::new() } else { at.strftime("%H:%M").to_string() },
        );
    }

    /// The last day if it ends with it, else a day and an hour.
    fn put_end(&mut self, name: &str, at: i64, zone: &TimeZone) {
        self.put_start(name, at, zone);
        if on(at, zone).time() == jiff::civil::Time::midnight() {
            self.hold(name, last_day(at, zone).to_string());
        }
    }

    /// What a field holds; nothing if it was not posted.
    pub(super) fn read(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// Everything, to be posted again.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The number under which the edition was read.
    pub(super) fn version(&self) -> u32 {
        self.read("version").parse().unwrap_or_default()
    }

    /// The same, read under another number.
    pub(super) fn reread(mut self, version: u32) -> Self {
        self.hold("version", version.to_string());
        self
    }

    /// A question in both languages.
    pub(super) fn question(&self, rank: usize) -> GuidingQuestion {
        let words = |lang: &str| self.read(&format!("{lang}-{rank}")).to_owned();
        GuidingQuestion { fr: words("fr"), en: words("en") }
    }

    /// The edition that these fields make of `before`, or all that is wrong.
    pub(super) fn edition(&self, lang: Lang, before: &Edition) -> Result<Edition, Vec<Mistake>> {
        let mut reading = Reading { fields: self, lang, mistakes: Vec::new() };
        let edition = reading.edition(before);
        if reading.mistakes.is_empty() {
            reading.agree(&edition);
        }
        if reading.mistakes.is_empty() { Ok(edition) } else { Err(reading.mistakes) }
    }
}

/// The reading of a form: what is wrong is noted and the next field read.
struct Reading<'a> {
    fields: &'a Fields,
    lang: Lang,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn wrong(&mut self, field: impl Into<String>, message: String) {
        self.mistakes.push(Mistake { field: field.into(), message });
    }

    fn edition(&mut self, before: &Edition) -> Edition {
        let name = self.line("name");
        if name.is_empty() {
            self.wrong("name", self.lang.t("settings-error-name"));
        }
        let motto = self.line("motto");
        let time_zone = self.fields.read("zone").to_owned();
        let zone = TimeZone::get(&time_zone).unwrap_or_else(|_| {
            self.wrong("zone", self.lang.t("settings-error-zone"));
            TimeZone::UTC
        });
        let congress_date = self.congress(&zone).unwrap_or(before.congress_date);
        let questions = self.questions();
        let phases = PhaseKind::ALL.iter().filter_map(|&kind| self.phase(kind, &zone)).collect();
        let limits = Limits {
            title: self.length("title-max", &Limits::titles()),
            text: self.length("text-max", &Limits::texts()),
        };
        let invitation = self.invitation();
        let settings = Settings { questions, time_zone, limits, invitation };
        Edition { name, motto, congress_date, phases, settings, ..before.clone() }
    }

    /// A line of text; one that is too long is said.
    fn line(&mut self, field: &str) -> String {
        let line = self.fields.read(field).to_owned();
        if line.chars().count() > LINE_MAX {
            self.wrong(field, self.lang.it("settings-error-long", LINE_MAX));
        }
        line
    }

    /// A code that can be copied, and is not soon guessed; none opens the form to everyone.
    fn invitation(&mut self) -> String {
        let invitation = self.fields.read("invitation").to_owned();
        let code = Settings { invitation: invitation.clone(), ..Settings::default() };
        if code.check().is_err() {
            let [least, most] = [INVITATION.start(), INVITATION.end()].map(|bound| self.lang.number(*bound));
            self.wrong("invitation", self.lang.with("settings-error-invitation", [("least", least), ("most", most)]));
        }
        invitation
    }

    fn questions(&mut self) -> Vec<GuidingQuestion> {
        let mut questions = Vec::new();
        for rank in 0..QUESTIONS_MAX {
            let question =
                GuidingQuestion { fr: self.line(&format!("fr-{rank}")), en: self.line(&format!("en-{rank}")) };
            match (question.fr.is_empty(), question.en.is_empty()) {
                (true, true) => {}
                (true, false) => self.wrong(format!("fr-{rank}"), self.lang.t("settings-error-question")),
                _ => questions.push(question),
            }
        }
        questions
    }

    fn length(&mut self, field: &str, allowed: &std::ops::RangeInclusive<usize>) -> usize {
        let given = self.fields.read(field).parse().ok().filter(|given| allowed.contains(given));
        given.unwrap_or_else(|| {
            let [least, most] = [allowed.start(), allowed.end()].map(|bound| self.lang.number(*bound));
            self.wrong(field, self.lang.with("settings-error-limit", [("least", least), ("most", most)]));
            *allowed.end()
        })
    }

    fn congress(&mut self, zone: &TimeZone) -> Option<i64> {
        if self.fields.read("congress").is_empty() {
            self.wrong("congress", self.lang.t("settings-error-congress"));
            return None;
        }
        self.instant("congress", &self.lang.t("settings-congress"), zone, start)
    }

    /// A phase; none where both days are left empty, or one of them will not do, which is noted.
    fn phase(&mut self, kind: PhaseKind, zone: &TimeZone) -> Option<Phase> {
        let [from, to] = ["from", "to"].map(|end| format!("{kind}-{end}"));
        if self.fields.read(&from).is_empty() && self.fields.read(&to).is_empty() {
            return None;
        }
        let name = phase_name(self.lang, kind);
        let (starts_at, ends_at) = (self.instant(&from, &name, zone, start), self.instant(&to, &name, zone, end));
        Some(Phase { kind, starts_at: starts_at?, ends_at: ends_at? })
    }

    /// A day with its hour, if there is one.
    fn instant(
        &mut self,
        field: &str,
        name: &str,
        zone: &TimeZone,
        read: fn(&str, &TimeZone) -> Option<i64>,
    ) -> Option<i64> {
        let (date, hour) = (self.fields.read(field), hour(self.fields.read(&format!("{field}-hour"))));
        let written = if hour.is_empty() { date.to_owned() } else { format!("{date} {hour}") };
        let read = read(&written, zone);
        if read.is_none() && date.is_empty() {
            self.wrong(field, self.lang.it("settings-error-day", name));
        } else if read.is_none() {
            let values = [("name", name.to_owned()), ("given", written)];
            self.wrong(field, self.lang.with("settings-error-date", values));
        }
        read
    }

    /// Whether dates that can each be read go together.
    fn agree(&mut self, edition: &Edition) {
        let (lang, zone) = (self.lang, edition.settings.time_zone.as_str());
        let starts = |kind| edition.phase(kind).map_or_else(String::new, |phase| instant(lang, zone, phase.starts_at));
        let ends = |kind| edition.phase(kind).map_or_else(String::new, |phase| instant(lang, zone, phase.ends_at));
        for error in edition.phase_errors() {
            let (kind, message) = match error {
                PhaseError::Backwards(kind) | PhaseError::Twice(kind) => {
                    let values = [("name", phase_name(lang, kind)), ("from", starts(kind)), ("to", ends(kind))];
                    (kind, lang.with("settings-error-backwards", values))
                }
                PhaseError::Overlap(one, kind) => {
                    let names = [("name", phase_name(lang, kind)), ("before", phase_name(lang, one))];
                    let [name, before] = names;
                    (
                        kind,
                        lang.with("settings-error-overlap", [name, before, ("from", starts(kind)), ("to", ends(one))]),
                    )
                }
            };
            self.wrong(format!("{kind}-from"), message);
        }
        if edition.opens_outside() {
            self.wrong("congress", lang.t("settings-error-outside"));
        }
    }
}

/// « 18h », « 18 h 30 » and « 18:00 » alike.
fn hour(written: &str) -> String {
    let written: String =
        written.to_lowercase().replace('h', ":").chars().filter(|letter| !letter.is_whitespace()).collect();
    match written.split_once(':') {
        _ if written.is_empty() => written,
        None | Some((_, "")) => format!("{}:00", written.trim_end_matches(':')),
        Some(_) => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn changed(changes: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::of(&sample::edition(), 3);
        for (name, value) in changes {
            fields.hold(name, *value);
        }
        fields
    }

    fn wrong(changes: &[(&str, &str)]) -> Vec<String> {
        let mistakes = changed(changes).edition(Lang::Fr, &sample::edition()).unwrap_err();
        mistakes.into_iter().map(|mistake| mistake.field).collect()
    }

    #[test]
    fn a_form_left_as_it_is_changes_nothing() {
        let fields = Fields::of(&sample::edition(), 3);
        assert_eq!((fields.version(), fields.read("collection-to")), (3, "2026-09-30"));
        assert_eq!(fields.edition(Lang::Fr, &sample::edition()), Ok(sample::edition()));
        let posted: Vec<_> = fields.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!(Fields::from(posted), fields);
    }

    #[test]
    fn hours_are_those_of_the_place() {
        let read = |zone: &str| {
            let fields = changed(&[("zone", zone), ("collection-to-hour", "18h30")]);
            fields.edition(Lang::Fr, &sample::edition()).unwrap()
        };
        let (paris, reunion) = (read("Europe/Paris"), read("Indian/Reunion"));
        assert_eq!(paris.phases[0].ends_at - reunion.phases[0].ends_at, 2 * 3_600_000);
        assert_eq!(Fields::of(&reunion, 1).read("collection-to-hour"), "18:30");
        assert_eq!([hour("18 h 05"), hour("9h"), hour("9"), hour("")], ["18:05", "9:00", "9:00", ""]);
    }

    #[test]
    fn a_question_is_added_and_another_taken_away() {
        let edition = changed(&[("fr-0", ""), ("en-0", ""), ("fr-5", "Et demain ?")]);
        let edition = edition.edition(Lang::Fr, &sample::edition()).unwrap();
        let words: Vec<&str> = edition.settings.questions.iter().map(|one| one.fr.as_str()).collect();
        assert_eq!(words, ["Et après ?", "Et demain ?"]);
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let changes = [
            ("name", " "),
            ("zone", "Europe/Nouans"),
            ("congress", "demain"),
            ("fr-1", ""),
            ("en-1", "What next?"),
            ("collection-from", "31/02/2026"),
            ("congress-to", ""),
            ("title-max", "5"),
            ("text-max", "beaucoup"),
        ];
        let told = wrong(&changes);
        for field in ["name", "zone", "congress", "fr-1", "collection-from", "congress-to", "title-max", "text-max"] {
            assert!(told.iter().any(|one| one == field), "{field} in {told:?}");
        }
        assert_eq!(wrong(&[("collection-to", "2026-10-02")]), ["classification-from"]);
        assert_eq!(wrong(&[("collection-to", "2026-08-01")]), ["collection-from"]);
        assert_eq!(wrong(&[("congress", "2026-09-20")]), ["congress"]);
        assert_eq!(wrong(&[("motto", &"a".repeat(161))]), ["motto"]);
    }
}
