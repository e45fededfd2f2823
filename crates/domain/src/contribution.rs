//! One text as received, and who signed it: two things kept apart, so that a name can go and the text stay.

use crate::id::{ContributionId, EditionId};
use crate::signers::Signer;
use serde::{Deserialize, Serialize};

/// How a contribution came; all are equal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The form of the site.
    #[default]
    Online,
    /// A paper form, typed in.
    Paper,
    /// A telephone call, written down.
    Phone,
    /// A workshop held before the congress.
    Workshop,
    /// An interview.
    Interview,
    /// The room of the congress.
    Room,
    /// A file.
    Import,
}

/// Who signed a contribution. Never a party nor any political label.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Author {
    /// First name and name, empty if not given.
    pub name: String,
    /// Function held, such as « maire adjointe »; empty if not given.
    pub function: String,
    /// The territory it is held in; empty if not given.
    pub commune: String,
    /// Consent to be named beside the text. Without it, no page shows any of the above.
    pub named: bool,
}

impl Author {
    /// Whether nothing at all was given.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.function, &self.commune].iter().all(|part| part.trim().is_empty())
    }

    /// Tells one author from another within `edition`: BLAKE3 (32 hexadecimal digits) of what was given, letter case and spacing
    /// apart. `None` without a name: two anonymous people are not one person.
    pub fn key(&self, edition: &EditionId) -> Option<String> {
        let parts = [&self.name, &self.function, &self.commune].map(|part| folded(part));
        (!parts[0].is_empty()).then(|| digest(&[edition.as_str(), &parts[0], &parts[1], &parts[2]]))
    }
}

/// A contribution about to be received, whose rules hold (see [`crate::draft::Draft::check`]) or which comes from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewContribution {
    /// How it came.
    pub channel: Channel,
    /// Its title, if one was given.
    pub title: Option<String>,
    /// Its text, exactly as received; an imported one may be empty.
    pub text: String,
    /// Code of the département (`"29"`, `"2A"`, `"974"`), if known.
    pub department: Option<String>,
    /// Code of the territory that it speaks from (see [`crate::territory`]), where there is no doubt.
    pub territory: Option<String>,
    /// Who signed, if anyone did.
    pub author: Option<Author>,
    /// Its identifier in the imported file, if it comes from one.
    pub source: Option<String>,
    /// Those who are said to sign beside the author.
    pub signers: Vec<Signer>,
}

/// A text that its author has replaced since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// The text.
    pub text: String,
    /// Until when it stood, in Unix milliseconds.
    pub replaced_at: i64,
}

/// One text as received, numbered, never altered but by its author, while the collection lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// The edition it was given to.
    pub edition: EditionId,
    /// Its number in the edition, from 1, without gaps.
    pub number: u32,
    /// How it came.
    pub channel: Channel,
    /// Its title, if one was given.
    pub title: Option<String>,
    /// Its text, exactly as received.
    pub text: String,
    /// Code of the département, if known.
    pub department: Option<String>,
    /// Who signed; present only with their consent to be named.
    pub author: Option<Author>,
    /// Its identifier in the imported file, if it comes from one.
    pub source: Option<String>,
    /// When, in Unix milliseconds.
    pub received_at: i64,
}

impl Contribution {
    /// Its identifier in an analysis.
    pub fn id(&self) -> ContributionId {
        ContributionId::numbered(self.number)
    }
}

/// The text as a database can hold it: U+0000, which PostgreSQL refuses, becomes U+FFFD, one character for one, so that
/// spans stay right.
pub fn storable(text: &str) -> String {
    text.replace('\0', "\u{FFFD}")
}

/// Code of the département written after a commune, as in « Nouans (72) ».
pub fn department_in(commune: &str) -> Option<String> {
    let (_, tail) = commune.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let code = tail.trim().to_uppercase();
    is_department(&code).then_some(code)
}

/// Whether `code` has the shape of a département: 01–95, 2A, 2B, 971–978, 984–989 (overseas collectivities included).
pub fn is_department(code: &str) -> bool {
    match code {
        "2A" | "2B" => true,
        _ if code.len() > 3 || !code.bytes().all(|byte| byte.is_ascii_digit()) => false,
        _ => match (code.len(), code.parse::<u32>()) {
            (2, Ok(number)) => (1..=95).contains(&number) && number != 20,
            (3, Ok(number)) => (971..=978).contains(&number) || (984..=989).contains(&number),
            _ => false,
        },
    }
}

fn folded(part: &str) -> String {
    part.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn digest(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(name: &str, commune: &str) -> Author {
        Author { name: name.into(), commune: commune.into(), ..Author::default() }
    }

    #[test]
    fn the_same_signature_is_the_same_author_whatever_case_and_spacing() {
        let edition = EditionId::new("e1");
        let key = author("Anne Le  Goff", "Nouans").key(&edition);
        assert_eq!(key, author(" anne le goff", "NOUANS ").key(&edition));
        assert_ne!(key, author("Anne Le Goff", "Angers").key(&edition));
        assert_ne!(key, author("Anne Le Goff", "Nouans").key(&EditionId::new("e2")));
        assert_ne!(author("ab", "c").key(&edition), author("a", "bc").key(&edition));
        assert_eq!(author(" ", "Nouans").key(&edition), None);
    }

    #[test]
    fn a_departement_is_read_after_the_commune() {
        assert_eq!(department_in("Nouans (72)").as_deref(), Some("72"));
        assert_eq!(department_in("Ajaccio ( 2a ) ").as_deref(), Some("2A"));
        assert_eq!(department_in("Saint-Denis (974)").as_deref(), Some("974"));
        for none in ["Nouans", "Nouans (Sarthe)", "Nouans (20)", "Nouans (99)", "Nouans (+1)", "Nouans (7)", "72)"] {
            assert_eq!(department_in(none), None, "{none}");
        }
    }

    #[test]
    fn a_nul_character_keeps_its_place() {
        assert_eq!(storable("a\0é").chars().count(), 3);
        assert_eq!(storable("a\0é"), "a\u{FFFD}é");
    }
}
