//! Addresses of e-mail, checked where they come in: what is held is one that a server may be given.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Longest address, in bytes (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;
/// Longest part before the @, in bytes (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// Longest label of a domain, in bytes (RFC 1035, 2.3.4).
const LONGEST_LABEL: usize = 63;

/// An address that can be written to, in lower case: `Mairie@Nouans.fr` and `mairie@nouans.fr` are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// What was given is no address of e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address of e-mail: name@domain.fr")]
pub struct NotAnEmail;

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Email {
    type Err = NotAnEmail;

    fn from_str(given: &str) -> Result<Self, NotAnEmail> {
        let given = given.trim().to_lowercase();
        let (local, domain) = given.rsplit_once('@').ok_or(NotAnEmail)?;
        if given.len() <= LONGEST && is_local(local) && is_domain(domain) { Ok(Self(given)) } else { Err(NotAnEmail) }
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;

    fn try_from(given: String) -> Result<Self, NotAnEmail> {
        given.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// Words of RFC 5321 joined by dots. Quoted parts, which nobody has, are refused: they could hold blanks and an @.
fn is_local(local: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.len() <= LONGEST_LOCAL && local.split('.').all(|word| !word.is_empty() && word.chars().all(letter))
}

/// Two labels at least; accents are let through (« mairie@évry.fr »).
fn is_domain(domain: &str) -> bool {
    domain.contains('.') && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let inside = label.chars().all(|c| c.is_alphanumeric() || c == '-');
    inside && !label.is_empty() && label.len() <= LONGEST_LABEL && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_read_and_made_one() {
        for (given, read) in [
            (" Mairie@Nouans.FR ", "mairie@nouans.fr"),
            ("anne.le-goff+congres@exemple.co.uk", "anne.le-goff+congres@exemple.co.uk"),
            ("d'arc@orléans.example", "d'arc@orléans.example"),
        ] {
            assert_eq!(given.parse::<Email>().unwrap().as_str(), read);
        }
        assert_eq!("a@b.example".parse::<Email>().unwrap().domain(), "b.example");
    }

    #[test]
    fn what_a_server_would_refuse_is_refused_here() {
        let long = format!("{}@exemple.fr", "a".repeat(65));
        let longer = format!("a@{}fr", "exemple.".repeat(40));
        for given in [
            "",
            "anne",
            "anne@",
            "@exemple.fr",
            "anne@exemple",
            "a b@exemple.fr",
            "a@b@exemple.fr",
            "a..b@exemple.fr",
            ".a@exemple.fr",
            "a@-exemple.fr",
            "a@exemple..fr",
            "a@exemple.fr\r\nBcc: b@exemple.fr",
            "a@[127.0.0.1]",
            "\"a b\"@exemple.fr",
            "<a@exemple.fr>",
            &long,
            &longer,
        ] {
            assert_eq!(given.parse::<Email>(), Err(NotAnEmail), "{given}");
        }
    }

    proptest! {
        #[test]
        fn an_address_never_breaks_a_header(given in any::<String>()) {
            if let Ok(email) = given.parse::<Email>() {
                prop_assert!(!email.as_str().contains(|c: char| c.is_control() || c.is_whitespace() || "<>,;:\"".contains(c)));
                prop_assert_eq!(email.as_str().parse::<Email>(), Ok(email));
            }
        }
    }
}
