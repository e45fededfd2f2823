//! A workshop, an interview or a sitting, written down at once: where and when it was held, how many came, and what was said.

use crate::contribution::{Channel, NewContribution};
use crate::draft::{Draft, Field, FieldError, Problem, SIGNATURE_MAX};
use crate::settings::Limits;
use serde::{Deserialize, Serialize};

/// How contributions are gathered by people who are together.
pub const CHANNELS: [Channel; 3] = [Channel::Workshop, Channel::Interview, Channel::Room];

/// Most contributions of one sheet.
pub const MOST: usize = 200;

/// Most people who may have been there.
const CROWD: u32 = 100_000;

/// What a facilitator fills in; everything but what was said may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// What it was called.
    pub name: String,
    /// Commune or other territory where it was held.
    pub place: String,
    /// Where `place` has homonyms, code of the one that is meant.
    pub which: String,
    /// Day, as a calendar gives it (`2026-09-12`) or as people write it (`12/09/2026`).
    pub day: String,
    /// Who led it; never published.
    pub hosts: String,
    /// How many people were there.
    pub present: String,
    /// What was said, one contribution after the other.
    pub said: String,
    /// Whether each line is a contribution; if not, each paragraph is.
    pub by_line: bool,
}

/// What is known of a gathering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathering {
    /// One of [`CHANNELS`].
    pub channel: Channel,
    /// What it was called, empty if not told.
    pub name: String,
    /// Where, as typed; empty if not told.
    pub place: String,
    /// Day as `2026-09-12`, if told.
    pub day: Option<String>,
    /// Who led it; never published.
    pub hosts: String,
    /// How many people were there, if told.
    pub present: Option<u32>,
}

/// What is wrong with a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A name, a place or hosts that are too long, or a place with homonyms.
    #[error("{part:?}: {problem}")]
    Part {
        /// Which.
        part: Part,
        /// What is wrong with it.
        problem: Problem,
    },
    /// No such day.
    #[error("no such day")]
    Day,
    /// No such number of people.
    #[error("no such number of people")]
    Present,
    /// Nothing was said.
    #[error("nothing was said")]
    Nothing,
    /// More contributions than a sheet holds.
    #[error("{0} contributions on one sheet")]
    TooMany(usize),
    /// A contribution that breaks a rule.
    #[error("contribution {nth}: {problem}")]
    Said {
        /// Which one, from 1.
        nth: usize,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// A text field of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What it was called.
    Name,
    /// Where it was held.
    Place,
    /// Who led it.
    Hosts,
}

impl Sheet {
    /// The gathering and its contributions, or everything that is wrong, in the order of the sheet.
    pub fn check(
        &self,
        channel: Channel,
        limits: Limits,
    ) -> Result<(Gathering, Vec<NewContribution>), Vec<SheetError>> {
        let pieces = self.pieces();
        let day = given(&self.day).map(|typed| day(typed).ok_or(SheetError::Day)).transpose();
        let present = given(&self.present).map(|typed| people(typed).ok_or(SheetError::Present)).transpose();
        let said: Vec<_> = pieces.iter().map(|piece| self.draft(piece).check_within(channel, limits)).collect();
        let mut errors = self.parts();
        errors.extend(day.as_ref().err().copied());
        errors.extend(present.as_ref().err().copied());
        errors.extend(match pieces.len() {
            0 => Some(SheetError::Nothing),
            many if many > MOST => Some(SheetError::TooMany(many)),
            _ => None,
        });
        errors.extend(said.iter().enumerate().flat_map(|(at, checked)| refusals(at + 1, checked)));
        let (Ok(day), Ok(present), true) = (day, present, errors.is_empty()) else { return Err(errors) };
        let [name, place, hosts] = [&self.name, &self.place, &self.hosts].map(|part| part.trim().to_owned());
        Ok((Gathering { channel, name, place, day, hosts, present }, said.into_iter().flatten().collect()))
    }

    /// What was said, one contribution each, exactly as written.
    pub fn pieces(&self) -> Vec<String> {
        let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
        for line in self.said.lines() {
            match pieces.last_mut() {
                Some(piece) if !is_rule(line) => piece.push(line),
                _ => pieces.push(Vec::new()),
            }
            if self.by_line {
                pieces.push(Vec::new());
            }
        }
        pieces.iter().map(|lines| lines.join("\n").trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
    }

    fn draft(&self, text: &str) -> Draft {
        let (commune, territory) = (self.place.clone(), self.which.clone());
        Draft { text: text.to_owned(), commune, territory, ..Draft::default() }
    }

    /// What is wrong with the fields that are text; the place is judged as that of a contribution is.
    fn parts(&self) -> Vec<SheetError> {
        let long = |part, value: &str| {
            let given = value.trim().chars().count();
            let problem = Problem::TooLong { max: SIGNATURE_MAX, given };
            (given > SIGNATURE_MAX).then_some(SheetError::Part { part, problem })
        };
        let place = self.draft("…").check_within(Channel::Workshop, Limits::default()).err().unwrap_or_default();
        let place = place.into_iter().find(|error| error.field == Field::Commune);
        let place = place.map(|FieldError { problem, .. }| SheetError::Part { part: Part::Place, problem });
        [long(Part::Name, &self.name), place, long(Part::Hosts, &self.hosts)].into_iter().flatten().collect()
    }
}

/// What is wrong with the words of a contribution; its place is told once.
fn refusals(nth: usize, checked: &Result<NewContribution, Vec<FieldError>>) -> Vec<SheetError> {
    let errors = checked.as_ref().err().into_iter().flatten().filter(|error| error.field == Field::Text);
    errors.map(|error| SheetError::Said { nth, problem: error.problem }).collect()
}

/// A line that separates: blank, or of dashes, stars or equal signs alone.
fn is_rule(line: &str) -> bool {
    line.trim().chars().all(|sign| "-–—*=_".contains(sign))
}

fn given(value: &str) -> Option<&str> {
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// « 12/09/2026 » and « 2026-09-12 » are `2026-09-12`. `None` for what no calendar holds.
fn day(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split(['-', '/', '.']).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return None };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let (year, month, day): (u32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((2000..2100).contains(&year) && (1..=last).contains(&day)).then(|| format!("{year}-{month:02}-{day:02}"))
}

fn people(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|people| (1..=CROWD).contains(people))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(said: &str) -> Sheet {
        Sheet { said: said.into(), place: "Nouans (72)".into(), ..Sheet::default() }
    }

    fn errors(sheet: &Sheet) -> Vec<SheetError> {
        sheet.check(Channel::Workshop, Limits::default()).err().unwrap_or_default()
    }

    #[test]
    fn each_paragraph_is_a_contribution() {
        let (gathering, said) = Sheet {
            name: " Café numérique ".into(),
            day: "12/09/2026".into(),
            present: "14".into(),
            ..sheet("La fibre\njusqu’au bourg.\n\n  \nUn accueil\r\n\r\n---\n- Former les secrétaires.\n")
        }
        .check(Channel::Workshop, Limits::default())
        .expect("a good sheet");
        let texts: Vec<&str> = said.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["La fibre\njusqu’au bourg.", "Un accueil", "- Former les secrétaires."]);
        assert!(said.iter().all(|one| one.territory.as_deref() == Some("72222") && one.channel == Channel::Workshop));
        assert_eq!((gathering.name.as_str(), gathering.day.as_deref()), ("Café numérique", Some("2026-09-12")));
        assert_eq!(gathering.present, Some(14));
    }

    #[test]
    fn or_each_line() {
        let by_line = Sheet { by_line: true, ..sheet("La fibre\n\nUn accueil\nLe papier") };
        assert_eq!(by_line.pieces(), ["La fibre", "Un accueil", "Le papier"]);
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let wrong = Sheet {
            name: "n".repeat(121),
            place: "Mayenne".into(),
            day: "31/02/2026".into(),
            present: "quatorze".into(),
            ..sheet("é\n\nUn accueil")
        };
        assert_eq!(
            errors(&wrong),
            [
                SheetError::Part { part: Part::Name, problem: Problem::TooLong { max: 120, given: 121 } },
                SheetError::Part { part: Part::Place, problem: Problem::Homonyms },
                SheetError::Day,
                SheetError::Present,
                SheetError::Said { nth: 1, problem: Problem::TooShort { min: 2 } },
            ]
        );
        assert_eq!(errors(&sheet(" \n---\n")), [SheetError::Nothing]);
        assert_eq!(errors(&sheet(&"Oui.\n\n".repeat(201))), [SheetError::TooMany(201)]);
    }

    #[test]
    fn days_are_those_of_a_calendar() {
        for (typed, read) in [
            ("2026-09-12", Some("2026-09-12")),
            ("1/9/2026", Some("2026-09-01")),
            ("29.02.2028", Some("2028-02-29")),
            ("29/02/2026", None),
            ("12/13/2026", None),
            ("12 septembre", None),
            ("12/09/26", None),
        ] {
            assert_eq!(day(typed).as_deref(), read, "{typed}");
        }
    }
}
