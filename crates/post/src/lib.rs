//! Mail: letters in both languages, transports, when to try again.
//!
//! A letter is written in the transaction of the gesture that causes it and waits in the outbox until it has left. Its message bears the identifier of
//! its row, the same at each attempt: where a line is cut between the server's taking it and our knowing it, the server can tell the second from the first.

pub mod cited;
pub mod letters;
mod message;
mod schedule;
mod settings;
mod transport;

pub use message::Unwritable;
pub use schedule::{ATTEMPT_LASTS, next_attempt, too_late};
pub use settings::{Security, Settings, SettingsError, Way};
pub use transport::{Failure, Transport};
