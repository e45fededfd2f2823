//! A roster: people as a file tells of them, and how they are told apart.

use crate::email::Email;
use crate::people::NAME_MAX;
use crate::territory::fold::words;
use crate::territory::{Resolution, resolve, territory};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Longest postal address, in characters.
pub const ADDRESS_MAX: usize = 300;

/// What a file tells, and what of it was set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// Name of the file.
    pub file: String,
    /// The people, in the order of the file.
    pub people: Vec<Listed>,
    /// Rows that were left out or have something wrong.
    pub remarks: Vec<Remark>,
    /// Columns that were read.
    pub read: Vec<String>,
    /// Columns that nobody may keep here: birth, sex, political label, occupation. Not one of their cells was read.
    pub refused: Vec<String>,
    /// Columns that are of no use here. Nor was one of theirs.
    pub unused: Vec<String>,
}

/// A person of a roster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Line of the file.
    pub line: u64,
    /// First name and name.
    pub name: String,
    /// Address of e-mail, if a right one was given.
    pub email: Option<Email>,
    /// Function in free text; several joined by a comma.
    pub function: String,
    /// Code of the place as the file tells it, R before that of a région; may be empty.
    pub code: String,
    /// The place in words.
    pub place: String,
    /// Code or name of its département, where the file has one beside the place.
    pub department: String,
    /// Postal address, one line a line.
    pub address: String,
    /// The territory chosen among homonyms.
    pub chosen: Option<String>,
}

/// Something wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// Nobody is named on this line, and no e-mail is given: left out.
    Nobody(u64),
    /// This line cannot be read: left out.
    Unreadable(u64),
    /// What stands for an e-mail on this line is none: the person is taken without it.
    NotEmail(u64),
}

impl Roster {
    /// People told on several lines (one for each mandate, as in the official directory) are one person with several functions.
    pub fn gather(&mut self) {
        let mut at = BTreeMap::new();
        let mut gathered: Vec<Listed> = Vec::with_capacity(self.people.len());
        for person in self.people.drain(..) {
            match at.entry(person.key()) {
                Entry::Vacant(place) => {
                    place.insert(gathered.len());
                    gathered.push(person);
                }
                Entry::Occupied(place) => gathered[*place.get()].also(person),
            }
        }
        self.people = gathered;
    }
}

impl Listed {
    /// Where they hold office: by the code, else by the name, homonyms told apart by the département or by choice.
    pub fn place(&self) -> Resolution {
        let known = self.chosen.as_deref().and_then(territory).or_else(|| territory(&padded(&self.code)));
        if let Some(known) = known {
            return Resolution::One(known);
        }
        match resolve(&format!("{} ({})", self.place, self.department)) {
            Resolution::Unknown => resolve(&self.place),
            found => found,
        }
    }

    /// The same row again has the same key: BLAKE3 (32 hexadecimal digits) of the name, the place and the e-mail as the file tells them.
    pub fn key(&self) -> String {
        let place = words(&format!("{} {}", padded(&self.code), self.place)).join(" ");
        let email = self.email.as_ref().map_or("", Email::as_str);
        let mut hasher = blake3::Hasher::new();
        for part in [name_key(&self.name).as_str(), &place, email] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        hasher.finalize().to_hex()[..32].to_owned()
    }

    fn also(&mut self, other: Self) {
        if self.function.is_empty() {
            self.function = other.function;
        } else if !other.function.is_empty() && !self.function.contains(&other.function) {
            let both = format!("{}, {}", self.function, other.function);
            self.function = both.chars().take(NAME_MAX).collect();
        }
        if self.address.is_empty() {
            self.address = other.address;
        }
    }
}

/// A name without its capitals, its accents and its order: « LE GOFF Anne » and « Anne Le Goff » have the same.
pub fn name_key(name: &str) -> String {
    let mut words = words(name);
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names may be those of one person: they have a word in common, or one of them is not known.
pub fn names_meet(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    one.is_empty() || other.is_empty() || one.iter().any(|word| word.len() > 1 && other.contains(word))
}

/// Spreadsheets take the first zero of « 01004 » away.
fn padded(code: &str) -> String {
    let code = code.trim().to_uppercase();
    let short = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    if short { format!("0{code}") } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(name: &str, code: &str, place: &str) -> Listed {
        Listed { name: name.into(), code: code.into(), place: place.into(), ..Listed::default() }
    }

    #[test]
    fn the_code_comes_first_then_the_name() {
        let code = |one: &Listed| one.place().one().map(|found| found.code);
        assert_eq!(code(&listed("", "1004", "N’importe")), Some("01004"), "a zero lost");
        assert_eq!(code(&listed("", "R84", "")), Some("R84"));
        assert_eq!(code(&listed("", "84999", "Nouans")), Some("72222"), "an unknown code is passed over");
        let saint = listed("", "", "Saint-Martin");
        assert!(matches!(saint.place(), Resolution::Several(hits) if hits.len() > 2));
        assert_eq!(code(&Listed { department: "32".into(), ..saint.clone() }), Some("32389"));
        assert_eq!(code(&Listed { chosen: Some("32389".into()), ..saint }), Some("32389"));
        assert_eq!(code(&listed("", "", "Exempleville")), None);
    }

    #[test]
    fn names_are_compared_without_their_dress() {
        assert_eq!(name_key("LE GOFF Anne"), name_key("anne le  Goff"));
        assert!(names_meet("J. Martin", "Jean MARTIN") && names_meet("", "Jean"));
        assert!(!names_meet("Jean Martin", "Ada Morel"));
    }

    #[test]
    fn one_person_on_two_lines_has_two_functions() {
        let on = |name: &str, function: &str| Listed { function: function.into(), ..listed(name, "72222", "Nouans") };
        let people = vec![on("Ada Morel", "Maire"), on("MOREL Ada", "conseillère"), on("Jean Morel", "adjoint")];
        let mut roster = Roster { people, ..Roster::default() };
        roster.gather();
        let told: Vec<&str> = roster.people.iter().map(|one| one.function.as_str()).collect();
        assert_eq!(told, ["Maire, conseillère", "adjoint"]);
    }

    #[test]
    fn the_key_holds_who_and_where() {
        let ada = listed("Ada Morel", "72222", "Nouans");
        assert_eq!(ada.key(), Listed { line: 7, function: "maire".into(), ..ada.clone() }.key());
        assert_ne!(ada.key(), listed("Ada Morel", "", "Angers").key());
        assert_ne!(ada.key(), Listed { email: "a@b.example".parse().ok(), ..ada.clone() }.key());
    }
}
