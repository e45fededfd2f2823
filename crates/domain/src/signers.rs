//! Those who sign a contribution beside the person who sends it: typed by one, agreed to by each.
//!
//! Each is counted at once, as present as the first. Their name is told in public only once they said so themselves: nobody consents for another.

use crate::contribution::Author;
use crate::draft::{Problem, SIGNATURE_MAX, at_most, department_of, meant, trimmed};
use crate::email::Email;
use serde::{Deserialize, Serialize};

/// Most people who sign beside the first.
pub const SIGNERS_MAX: usize = 20;

/// Parameter of a run that tells how many signatures there are beside the first ones, where there are any.
pub const SIGNATURES: &str = "signatures";

/// Someone who signed beside the first, as far as counting goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Tells one author from another, as [`Author::key`] does.
    pub author: String,
    /// The territory that they named.
    pub territory: Option<String>,
}

/// A row of the form, as typed; an empty one is nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignerDraft {
    /// First name and name.
    pub name: String,
    /// Function held.
    pub function: String,
    /// Commune or other territory.
    pub commune: String,
    /// Where `commune` has homonyms, code of the one that is meant, or [`crate::draft::NO_TERRITORY`].
    pub territory: String,
    /// Where they are asked whether they sign; without it, they are never named.
    pub email: String,
}

/// A field of such a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignerField {
    /// First name and name.
    Name,
    /// Function held.
    Function,
    /// Commune or other territory.
    Commune,
    /// Address of e-mail.
    Email,
}

/// Someone who is said to sign, whose rules hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Who, never yet named.
    pub author: Author,
    /// Code of the territory, where there is no doubt.
    pub territory: Option<String>,
    /// Code of the département, if known.
    pub department: Option<String>,
    /// Where they are asked.
    pub email: Option<Email>,
}

/// What someone who is said to sign has answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assent {
    /// Nothing yet: counted, not named.
    #[default]
    Waiting,
    /// They sign and may be named.
    Named,
    /// They sign and are not named.
    Unnamed,
    /// They did not sign: forgotten, and no longer counted.
    Refused,
}

/// Tells among the parameters of a run how many signatures there are beside the first ones; nothing where there are none.
pub fn told(parameters: &mut Vec<(String, String)>, signatures: usize) {
    parameters.retain(|(name, _)| name != SIGNATURES);
    parameters.extend((signatures > 0).then(|| (SIGNATURES.to_owned(), signatures.to_string())));
}

impl SignerDraft {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.function, &self.commune, &self.email].iter().all(|part| part.trim().is_empty())
    }

    pub(crate) fn rules(&self) -> [(SignerField, Result<(), Problem>); 4] {
        let name = if self.name.trim().is_empty() { Err(Problem::Missing) } else { at_most(SIGNATURE_MAX, &self.name) };
        let place = at_most(SIGNATURE_MAX, &self.commune);
        [
            (SignerField::Name, name),
            (SignerField::Function, at_most(SIGNATURE_MAX, &self.function)),
            (SignerField::Commune, place.and_then(|()| meant(&self.commune, &self.territory).map(drop))),
            (SignerField::Email, self.address().map(drop)),
        ]
    }

    fn address(&self) -> Result<Option<Email>, Problem> {
        let given = Some(self.email.trim()).filter(|given| !given.is_empty());
        given.map(|given| given.parse().map_err(|_| Problem::NotAnEmail)).transpose()
    }

    pub(crate) fn accepted(&self) -> Signer {
        let [name, function, commune] = [&self.name, &self.function, &self.commune].map(|part| trimmed(part));
        let territory = meant(&self.commune, &self.territory).ok().flatten();
        Signer {
            department: department_of(territory, &commune),
            author: Author { name, function, commune, named: false },
            territory: territory.map(|territory| territory.code.to_owned()),
            email: self.address().ok().flatten(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Field};
    use crate::{Channel, NewContribution};

    fn signer(name: &str, commune: &str, email: &str) -> SignerDraft {
        SignerDraft { name: name.into(), commune: commune.into(), email: email.into(), ..SignerDraft::default() }
    }

    fn check(signers: Vec<SignerDraft>) -> Result<NewContribution, Vec<(Field, Problem)>> {
        let draft = Draft { text: "oui".into(), signers, ..Draft::default() };
        let told = |errors: Vec<crate::FieldError>| errors.into_iter().map(|one| (one.field, one.problem)).collect();
        draft.check(Channel::Online).map_err(told)
    }

    #[test]
    fn empty_rows_are_nobody_and_the_others_are_read() {
        let rows =
            vec![SignerDraft::default(), signer(" Bruno ", "Nouans (72)", " Bruno@Nouans.fr "), signer("Zoé", "", "")];
        let signers = check(rows).unwrap().signers;
        assert_eq!(signers.len(), 2);
        assert_eq!((signers[0].author.name.as_str(), signers[0].author.named), ("Bruno", false));
        assert_eq!((signers[0].territory.as_deref(), signers[0].department.as_deref()), (Some("72222"), Some("72")));
        assert_eq!(signers[0].email.as_ref().map(Email::as_str), Some("bruno@nouans.fr"));
        assert_eq!((&signers[1].territory, &signers[1].email), (&None, &None));
    }

    #[test]
    fn every_mistake_is_told_at_its_row() {
        let rows =
            vec![signer("Anne", "Nouans (72)", ""), signer("", "Mayenne", "bruno"), signer(&"é".repeat(121), "", "")];
        let row = |nth, field, problem| (Field::Signer(nth, field), problem);
        assert_eq!(
            check(rows).unwrap_err(),
            [
                row(1, SignerField::Name, Problem::Missing),
                row(1, SignerField::Commune, Problem::Homonyms),
                row(1, SignerField::Email, Problem::NotAnEmail),
                row(2, SignerField::Name, Problem::TooLong { max: 120, given: 121 }),
            ]
        );
    }

    #[test]
    fn no_more_sign_than_a_form_can_hold() {
        let many = |count: usize| (0..count).map(|nth| signer(&format!("A{nth}"), "", "")).collect::<Vec<_>>();
        assert_eq!(check(many(SIGNERS_MAX)).unwrap().signers.len(), SIGNERS_MAX);
        let over = Problem::TooMany { max: SIGNERS_MAX };
        assert_eq!(check(many(SIGNERS_MAX + 1)).unwrap_err(), [(Field::Signer(20, SignerField::Name), over)]);
    }
}
