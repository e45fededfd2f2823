//! What someone typed into the form, and the rules that make a contribution of it.

use crate::contribution::{Author, Channel, NewContribution, department_in, is_department, storable};
use crate::settings::Limits;
use crate::signers::{SIGNERS_MAX, SignerDraft, SignerField};
use crate::territory::{Resolution, Territory, resolve};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Length allowed for a text, in characters, surrounding blanks apart.
pub const TEXT: RangeInclusive<usize> = 2..=20_000;
/// Longest title, in characters.
pub const TITLE_MAX: usize = 200;
/// Longest name, function or commune, in characters.
pub const SIGNATURE_MAX: usize = 120;

/// Choice of a homonym that says: none of these.
pub const NO_TERRITORY: &str = "none";

/// The fields of the form as typed; all but the text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// First name and name.
    pub name: String,
    /// Function held.
    pub function: String,
    /// Commune or other territory; « Nouans (72) » also gives the département.
    pub commune: String,
    /// Where `commune` has homonyms, code of the one that is meant, or [`NO_TERRITORY`].
    pub territory: String,
    /// Code of the département.
    pub department: String,
    /// Consent to be named beside the text.
    pub named: bool,
    /// Those who sign beside, row by row.
    pub signers: Vec<SignerDraft>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Title.
    Title,
    /// Text.
    Text,
    /// First name and name.
    Name,
    /// Function held.
    Function,
    /// Commune or other territory.
    Commune,
    /// Code of the département.
    Department,
    /// A row of those who sign beside, from 0, and what of it.
    Signer(usize, SignerField),
}

/// What is wrong with a field. Lengths are in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing was given.
    #[error("nothing was given")]
    Missing,
    /// Fewer characters than needed.
    #[error("fewer than {min} characters")]
    TooShort {
        /// The least needed.
        min: usize,
    },
    /// More characters than allowed.
    #[error("{given} characters, {max} allowed")]
    TooLong {
        /// The most allowed.
        max: usize,
        /// How many were given.
        given: usize,
    },
    /// No département has this code.
    #[error("no département has this code")]
    UnknownDepartment,
    /// Several territories have this name, and none was chosen.
    #[error("several territories have this name")]
    Homonyms,
    /// No address of e-mail.
    #[error("not an address of e-mail")]
    NotAnEmail,
    /// More people than may sign.
    #[error("more than {max}")]
    TooMany {
        /// The most allowed.
        max: usize,
    },
}

/// A field with what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field:?}: {problem}")]
pub struct FieldError {
    /// Which field.
    pub field: Field,
    /// What is wrong.
    pub problem: Problem,
}

impl Draft {
    /// The contribution, or every field that breaks a rule, in the order of the form.
    pub fn check(&self, channel: Channel) -> Result<NewContribution, Vec<FieldError>> {
        self.check_within(channel, Limits::default())
    }

    /// The same, with the lengths that an edition allows.
    pub fn check_within(&self, channel: Channel, limits: Limits) -> Result<NewContribution, Vec<FieldError>> {
        let errors: Vec<FieldError> = self
            .rules(limits)
            .into_iter()
            .chain(self.signers())
            .filter_map(|(field, outcome)| outcome.err().map(|problem| FieldError { field, problem }))
            .collect();
        if errors.is_empty() { Ok(self.accepted(channel)) } else { Err(errors) }
    }

    fn rules(&self, limits: Limits) -> [(Field, Result<(), Problem>); 6] {
        [
            (Field::Title, at_most(limits.title, &self.title)),
            (Field::Text, within(&(*TEXT.start()..=limits.text), &self.text)),
            (Field::Name, at_most(SIGNATURE_MAX, &self.name)),
            (Field::Function, at_most(SIGNATURE_MAX, &self.function)),
            (Field::Commune, at_most(SIGNATURE_MAX, &self.commune).and_then(|()| self.territory().map(drop))),
            (Field::Department, department(&self.department)),
        ]
    }

    /// The rules of those who sign beside; empty rows have none.
    fn signers(&self) -> impl Iterator<Item = (Field, Result<(), Problem>)> {
        let rows = self.signers.iter().enumerate().filter(|(_, row)| !row.is_empty());
        rows.enumerate().flat_map(|(rank, (nth, row))| {
            let over = rank >= SIGNERS_MAX;
            let room =
                over.then_some((Field::Signer(nth, SignerField::Name), Err(Problem::TooMany { max: SIGNERS_MAX })));
            let rules = (!over).then(|| row.rules().map(|(field, outcome)| (Field::Signer(nth, field), outcome)));
            room.into_iter().chain(rules.into_iter().flatten())
        })
    }

    fn territory(&self) -> Result<Option<Territory>, Problem> {
        meant(&self.commune, &self.territory)
    }

    fn accepted(&self, channel: Channel) -> NewContribution {
        let author = Author {
            name: trimmed(&self.name),
            function: trimmed(&self.function),
            commune: trimmed(&self.commune),
            named: self.named,
        };
        let territory = self.territory().ok().flatten();
        NewContribution {
            channel,
            title: given(&self.title),
            text: storable(&self.text),
            department: given(&self.department)
                .map(|code| code.to_uppercase())
                .or_else(|| department_of(territory, &self.commune)),
            territory: territory.map(|territory| territory.code.to_owned()),
            author: (!author.is_empty()).then_some(author),
            source: None,
            signers: self.signers.iter().filter(|row| !row.is_empty()).map(SignerDraft::accepted).collect(),
        }
    }
}

/// The territory that `commune` means, none when the table does not know it: an association may have other members. `chosen` is the code of the one
/// meant among homonyms.
pub(crate) fn meant(commune: &str, chosen: &str) -> Result<Option<Territory>, Problem> {
    match resolve(commune) {
        Resolution::Unknown => Ok(None),
        Resolution::One(territory) => Ok(Some(territory)),
        Resolution::Several(_) if chosen == NO_TERRITORY => Ok(None),
        Resolution::Several(hits) => {
            let chosen = hits.iter().find(|hit| hit.territory.code == chosen);
            chosen.map(|hit| Some(hit.territory)).ok_or(Problem::Homonyms)
        }
    }
}

/// Code of the département of a territory, else the one written after its name.
pub(crate) fn department_of(territory: Option<Territory>, commune: &str) -> Option<String> {
    let code = territory.and_then(|territory| territory.department()).map(str::to_owned);
    code.or_else(|| department_in(commune))
}

pub(crate) fn trimmed(value: &str) -> String {
    storable(value.trim())
}

fn given(value: &str) -> Option<String> {
    Some(trimmed(value)).filter(|value| !value.is_empty())
}

pub(crate) fn at_most(max: usize, value: &str) -> Result<(), Problem> {
    match value.trim().chars().count() {
        given if given > max => Err(Problem::TooLong { max, given }),
        _ => Ok(()),
    }
}

fn within(range: &RangeInclusive<usize>, value: &str) -> Result<(), Problem> {
    match value.trim().chars().count() {
        0 => Err(Problem::Missing),
        given if given < *range.start() => Err(Problem::TooShort { min: *range.start() }),
        _ => at_most(*range.end(), value),
    }
}

fn department(code: &str) -> Result<(), Problem> {
    let code = code.trim().to_uppercase();
    if code.is_empty() || is_department(&code) { Ok(()) } else { Err(Problem::UnknownDepartment) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Draft {
        Draft { text: text.into(), ..Draft::default() }
    }

    fn problems(draft: &Draft) -> Vec<(Field, Problem)> {
        let errors = draft.check(Channel::Online).err().unwrap_or_default();
        errors.into_iter().map(|error| (error.field, error.problem)).collect()
    }

    #[test]
    fn an_edition_may_ask_for_less() {
        let draft = Draft { title: "t".repeat(30), text: "x".repeat(300), ..Draft::default() };
        let within = |title, text| draft.check_within(Channel::Online, Limits { title, text });
        assert!(within(30, 300).is_ok());
        let errors: Vec<Problem> = within(29, 299).unwrap_err().iter().map(|error| error.problem).collect();
        assert_eq!(errors, [Problem::TooLong { max: 29, given: 30 }, Problem::TooLong { max: 299, given: 300 }]);
    }

    #[test]
    fn a_text_is_required_and_bounded() {
        assert_eq!(problems(&text(" \n\u{A0}")), [(Field::Text, Problem::Missing)]);
        assert_eq!(problems(&text("é ")), [(Field::Text, Problem::TooShort { min: 2 })]);
        assert_eq!(problems(&text("né")), []);
        assert_eq!(problems(&text(&"é".repeat(20_000))), []);
        let too_long = Problem::TooLong { max: 20_000, given: 20_001 };
        assert_eq!(problems(&text(&"é".repeat(20_001))), [(Field::Text, too_long)]);
    }

    #[test]
    fn every_broken_rule_is_told_at_once() {
        let draft = Draft { title: "t".repeat(201), function: "f".repeat(121), department: "99".into(), ..text("") };
        let fields: Vec<Field> = problems(&draft).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::Title, Field::Text, Field::Function, Field::Department]);
    }

    #[test]
    fn the_text_is_kept_as_received_and_the_rest_is_trimmed() {
        let draft = Draft { title: " Fibre ".into(), commune: "Nouans (72) ".into(), ..text(" ligne\r\n ") };
        let new = draft.check(Channel::Paper).unwrap();
        assert_eq!(new.text, " ligne\r\n ");
        assert_eq!(new.title.as_deref(), Some("Fibre"));
        assert_eq!(new.department.as_deref(), Some("72"));
        assert_eq!(new.author.unwrap().commune, "Nouans (72)");
    }

    #[test]
    fn a_territory_is_kept_by_its_code_where_there_is_no_doubt() {
        let kept = |commune: &str, chosen: &str| {
            let draft = Draft { commune: commune.into(), territory: chosen.into(), ..text("oui") };
            draft.check(Channel::Online).map(|new| (new.territory, new.department)).map_err(|_| problems(&draft))
        };
        let code = |territory: &str, department: &str| Ok((Some(territory.into()), Some(department.into())));
        assert_eq!(kept("agen", ""), code("47001", "47"));
        assert_eq!(kept("St Martin (32)", ""), code("32389", "32"));
        assert_eq!(kept("Saint-Martin", ""), Err(vec![(Field::Commune, Problem::Homonyms)]));
        assert_eq!(kept("Saint-Martin", "978"), code("978", "978"));
        assert_eq!(kept("Saint-Martin", "47001"), Err(vec![(Field::Commune, Problem::Homonyms)]), "of another name");
        assert_eq!(kept("Saint-Martin", NO_TERRITORY), Ok((None, None)));
        assert_eq!(kept("Exempleville (72)", ""), Ok((None, Some("72".into()))));
        assert_eq!(kept("Occitanie", ""), Ok((Some("R76".into()), None)));
    }

    #[test]
    fn no_signature_is_no_author() {
        let draft = Draft { named: true, department: "2a".into(), ..text("oui") };
        let new = draft.check(Channel::Online).unwrap();
        assert_eq!((new.author, new.department.as_deref()), (None, Some("2A")));
    }
}
