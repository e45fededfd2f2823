//! What became of a row, and what to do about it.

use super::Told;
use crate::lang::Speak as _;
use arobase_domain::Lang;
use arobase_store::Arrived;
use arobase_tables::intake::Refusal;
use serde::{Deserialize, Serialize};

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// Received, under this number.
    Taken(u32),
    /// Received before, under this number.
    Already(u32),
    /// Held until someone has checked it.
    Held,
    /// Held before, and not received: it waits still, or was put aside.
    HeldBefore,
    /// It says nothing.
    Empty,
    /// Left out.
    Refused(Refusal),
    /// The contribution with this number has the same identifier and another text.
    Conflict(u32),
}

/// What was put in the place of what cannot be read, in a row that is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// This date; that of the import takes its place.
    Undated(String),
    /// Its quotation marks or separators, without losing a character.
    Mended,
}

/// By which way a file is imported, which tells what one can do about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `arobase import`, and its options.
    Command,
    /// The pages of the site.
    Site,
}

impl From<Arrived> for End {
    fn from(arrived: Arrived) -> Self {
        match arrived {
            Arrived::Taken(number) => Self::Taken(number),
            Arrived::Already(number) => Self::Already(number),
            Arrived::Conflict(number) => Self::Conflict(number),
            Arrived::Held => Self::Held,
            Arrived::HeldBefore => Self::HeldBefore,
        }
    }
}

impl Told {
    /// Whether someone should look at it: left out, or taken with a change.
    pub fn is_worth_telling(&self) -> bool {
        match self.end {
            End::Taken(_) => !self.changes.is_empty(),
            End::Already(_) | End::Held | End::HeldBefore => false,
            _ => true,
        }
    }

    /// Why it was refused or what was changed, if either.
    pub fn reason(&self, lang: Lang, way: Way) -> Option<String> {
        let refused = self.end.reason(lang, way);
        let taken = matches!(self.end, End::Taken(_)) && !self.changes.is_empty();
        let changes = || self.changes.iter().map(|change| change.message(lang)).collect::<Vec<_>>().join(" ");
        refused.or_else(|| taken.then(changes))
    }
}

impl Change {
    /// What was changed, as one sentence.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Undated(date) => lang.pick(
                format!("la date «\u{a0}{date}\u{a0}» ne se lit pas\u{a0}: celle de l’import la remplace."),
                format!("the date “{date}” cannot be read: that of the import takes its place."),
            ),
            Self::Mended => lang
                .pick(
                    "guillemets ou séparateurs réparés, sans perdre un caractère.",
                    "quotation marks or separators mended, without losing a character.",
                )
                .to_owned(),
        }
    }
}

impl End {
    /// A short code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Taken(_) => "taken",
            Self::Already(_) | Self::HeldBefore => "already",
            Self::Held => "held",
            Self::Empty => "empty",
            Self::Refused(_) | Self::Conflict(_) => "refused",
        }
    }

    /// Why it was refused, if it was.
    pub fn reason(&self, lang: Lang, way: Way) -> Option<String> {
        match self {
            Self::Refused(Refusal::Unsent) if way == Way::Site => Some(
                lang.pick(
                    "la réponse n’a jamais été envoyée. L’étape 2 permet de prendre aussi celles-là.",
                    "the answer was never sent. Step 2 lets you take those too.",
                )
                .to_owned(),
            ),
            Self::Refused(refusal) => Some(refusal.message(lang)),
            Self::Conflict(number) => Some(lang.pick(
                format!(
                    "la contribution n°\u{a0}{number} a déjà cet identifiant, avec un autre texte. {}",
                    way.source(lang)
                ),
                format!(
                    "contribution no. {number} has this identifier already, with another text. {}",
                    way.source(lang)
                ),
            )),
            _ => None,
        }
    }

    /// The same for all rows that it holds for, whichever contribution stands in their way.
    pub fn common_reason(&self, lang: Lang, way: Way) -> Option<String> {
        let Self::Conflict(_) = self else { return self.reason(lang, way) };
        let same = lang.pick(
            "des contributions ont déjà ces identifiants, avec d’autres textes.",
            "contributions have these identifiers already, with other texts.",
        );
        Some(format!("{same} {}", way.source(lang)))
    }

    /// The number of the contribution that it is, or that stands in its way.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Taken(number) | Self::Already(number) | Self::Conflict(number) => Some(*number),
            _ => None,
        }
    }
}

impl Way {
    /// How to name another source.
    fn source(self, lang: Lang) -> &'static str {
        match self {
            Self::Command => lang.pick(
                "Si ce fichier vient d’ailleurs, nommez sa source\u{a0}: --source NOM.",
                "If this file comes from elsewhere, name its source: --source NAME.",
            ),
            Self::Site => lang.pick(
                "Si ce fichier vient d’ailleurs, donnez à l’étape 2 un autre nom à sa source.",
                "If this file comes from elsewhere, give its source another name in step 2.",
            ),
        }
    }
}
