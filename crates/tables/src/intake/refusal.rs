//! Why a row is left out, said so that whoever imports knows what to do.

use crate::lang::Wording as _;
use crate::table::Reason;
use arobase_domain::Lang;
use serde::{Deserialize, Serialize};

/// Why a row is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It cannot be read.
    Unreadable {
        /// What is wrong.
        reason: Reason,
        /// The name of the column at fault, when one is.
        column: Option<String>,
    },
    /// A questionnaire that was left before the end, or a draft.
    Unsent,
    /// Its author took it back.
    Withdrawn,
    /// The moderators of the source hid it.
    Hidden,
    /// An answer that a machine sent: an absence, a notice of failure.
    Automatic,
    /// A message without words, whose contribution is in a file beside it.
    Attached(String),
    /// A message that cannot be read as one.
    NotAMessage,
}

impl Refusal {
    /// A short code for reports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { reason, .. } => reason.code(),
            Self::Unsent => "unsent",
            Self::Withdrawn => "withdrawn",
            Self::Hidden => "hidden",
            Self::Automatic => "automatic",
            Self::Attached(_) => "attached",
            Self::NotAMessage => "not_a_message",
        }
    }

    /// What is wrong and what to do, if anything can be.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { reason, column } => {
                let place = column
                    .as_ref()
                    .map(|name| format!("{} {}{} ", lang.pick("colonne", "column"), lang.quote(name), lang.colon()));
                place.unwrap_or_default() + &reason.message(lang)
            }
            Self::Unsent => lang
                .pick(
                    "la réponse n’a jamais été envoyée. Ajoutez --unsent pour prendre aussi celles-là.",
                    "the answer was never sent. Add --unsent to take those too.",
                )
                .to_owned(),
            Self::Withdrawn => lang.pick("son auteur l’a retirée.", "its author withdrew it.").to_owned(),
            Self::Hidden => {
                lang.pick("la modération de la source l’a masquée.", "the moderators of the source hid it.").to_owned()
            }
            Self::Automatic => lang.pick("c’est une réponse automatique.", "this is an automatic answer.").to_owned(),
            Self::Attached(name) => lang.pick(
                format!("le message est vide, avec une pièce jointe ({name}). Recopiez ce qu’elle dit."),
                format!("the message is empty, with a file attached ({name}). Copy what that says."),
            ),
            Self::NotAMessage => {
                lang.pick("ce n’est pas un message électronique.", "this is not an electronic message.").to_owned()
            }
        }
    }
}
