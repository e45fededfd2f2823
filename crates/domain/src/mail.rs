//! Letters sent by e-mail, as they wait to leave.

use crate::email::Email;
use serde::{Deserialize, Serialize};

/// Stands in the text of a letter for the secret of its link, which is known only when the letter leaves: what waits in the database opens nothing.
pub const SECRET: &str = "{secret}";

/// A letter: to whom, about what, in plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// About what, in one line.
    pub subject: String,
    /// Its text; [`SECRET`] in it is replaced when it leaves.
    pub body: String,
    /// Address at which one click stops such letters (RFC 8058); none for those that were asked for.
    #[serde(default)]
    pub stop: Option<String>,
}

/// A letter on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Its identifier, a UUID v7, which is also that of the message: a server that gets it twice can tell.
    pub id: String,
    /// The letter.
    pub letter: Letter,
    /// The sign-in whose secret stands at [`SECRET`].
    pub sign_in: Option<String>,
    /// When the gesture that caused it was made, in Unix milliseconds.
    pub written_at: i64,
    /// How many times it has been tried, this one included.
    pub attempt: u32,
}
