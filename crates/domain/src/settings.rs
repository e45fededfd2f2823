//! What an edition asks, where its clock is, and how long its texts may be.

use crate::draft::{TEXT, TITLE_MAX};
use crate::territory::fold::plain_words;
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
    /// The code that whoever is not signed in gives to contribute; empty when anyone may.
    pub invitation: String,
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

/// Letters and digits of an invitation code.
pub const INVITATION: std::ops::RangeInclusive<usize> = 6..=40;

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
    /// An invitation code of fewer letters and digits than keep it from being guessed, or of more than one copies.
    #[error("an invitation code of {0} letters and digits")]
    Invitation(usize),
}

impl Default for Settings {
    fn default() -> Self {
        let (questions, time_zone) = (Vec::new(), PARIS.to_owned());
        Self { questions, time_zone, limits: Limits::default(), invitation: String::new() }
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
        let code = plain_words(&self.invitation).concat().chars().count();
        if !self.invitation.is_empty() && !INVITATION.contains(&code) {
            return Err(SettingError::Invitation(code));
        }
        let unsaid = self.questions.iter().any(|question| question.fr.trim().is_empty());
        if unsaid { Err(SettingError::Question) } else { Ok(()) }
    }

    /// Whether what was typed opens the form to whoever is not signed in. As it is copied from paper, only letters and digits count, without capitals
    /// or accents.
    pub fn invites(&self, typed: &str) -> bool {
        self.invitation.is_empty() || plain_words(typed).concat() == plain_words(&self.invitation).concat()
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
    fn an_invitation_is_copied_from_paper() {
        let with = |code: &str| Settings { invitation: code.into(), ..Settings::default() };
        assert_eq!([with("").check(), with("Été-2026").check()], [Ok(()), Ok(())]);
        assert_eq!(with("A-2026").check(), Err(SettingError::Invitation(5)));
        assert_eq!(with("---").check(), Err(SettingError::Invitation(0)), "it would open to everyone");
        assert!(with("").invites("") && with("Été-2026").invites(" ete 2026"));
        assert!(!with("Été-2026").invites("") && !with("Été-2026").invites("ete2025"));
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
