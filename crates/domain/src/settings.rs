//! What an edition asks, where its clock is, and how long its texts may be.

use crate::draft::{TEXT, TITLE_MAX};
use serde::{Deserialize, Serialize};

/// The time zone of an edition that names none.
pub const PARIS: &str = "Europe/Paris";

/// What the administrator of an edition decides, beside its name and its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What it asks those who contribute, in the order of the page.
    pub questions: Vec<GuidingQuestion>,
    /// The time zone of its dates, as IANA names it: `"Europe/Paris"`, `"Indian/Reunion"`.
    pub time_zone: String,
    /// How long texts may be.
    pub limits: Limits,
}

/// A guiding question in the two languages of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidingQuestion {
    /// In French.
    pub fr: String,
    /// In English; empty if nobody translated it.
    #[serde(default)]
    pub en: String,
}

/// Lengths allowed, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Of a title.
    pub title: usize,
    /// Of a text.
    pub text: usize,
}

/// The least that may be allowed: less would leave no room to say anything.
const LEAST: Limits = Limits { title: 20, text: 200 };

/// A setting that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// Titles shorter than 20 characters, or longer than the form takes.
    #[error("titles of {0} characters")]
    Title(usize),
    /// Texts shorter than 200 characters, or longer than the form takes.
    #[error("texts of {0} characters")]
    Text(usize),
    /// A guiding question without its French words.
    #[error("a guiding question without its French words")]
    Question,
}

impl Default for Settings {
    fn default() -> Self {
        Self { questions: Vec::new(), time_zone: PARIS.to_owned(), limits: Limits::default() }
    }
}

impl Default for Limits {
    /// The most that the form takes.
    fn default() -> Self {
        Self { title: TITLE_MAX, text: *TEXT.end() }
    }
}

impl Limits {
    /// The title lengths that may be allowed.
    pub fn titles() -> std::ops::RangeInclusive<usize> {
        LEAST.title..=TITLE_MAX
    }

    /// The text lengths that may be allowed.
    pub fn texts() -> std::ops::RangeInclusive<usize> {
        LEAST.text..=*TEXT.end()
    }
}

impl Settings {
    /// Checks everything but the time zone, whose list is not ours.
    pub fn check(&self) -> Result<(), SettingError> {
        let Limits { title, text } = self.limits;
        if !Limits::titles().contains(&title) {
            return Err(SettingError::Title(title));
        }
        if !Limits::texts().contains(&text) {
            return Err(SettingError::Text(text));
        }
        let unsaid = self.questions.iter().any(|question| question.fr.trim().is_empty());
        if unsaid { Err(SettingError::Question) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_leave_room_and_fit_the_form() {
        let with = |title, text| Settings { limits: Limits { title, text }, ..Settings::default() }.check();
        assert_eq!(Settings::default().check(), Ok(()));
        assert_eq!(with(20, 200), Ok(()));
        assert_eq!(with(19, 200), Err(SettingError::Title(19)));
        assert_eq!(with(201, 200), Err(SettingError::Title(201)));
        assert_eq!(with(20, 199), Err(SettingError::Text(199)));
        assert_eq!(with(20, 20_001), Err(SettingError::Text(20_001)));
    }

    #[test]
    fn a_question_has_its_french_words() {
        let question = |fr: &str| Settings {
            questions: vec![GuidingQuestion { fr: fr.into(), en: "What next?".into() }],
            ..Settings::default()
        };
        assert_eq!(question("Et après ?").check(), Ok(()));
        assert_eq!(question(" ").check(), Err(SettingError::Question));
    }
}
