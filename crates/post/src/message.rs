//! From a letter to a message as servers read it.

use arobase_domain::Outgoing;
use arobase_domain::mail::SECRET;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use std::time::{Duration, SystemTime};

/// A letter that no message can be made of: an address that mail servers do not know how to read.
#[derive(Debug, thiserror::Error)]
#[error("no message can be made of this letter: {0}")]
pub struct Unwritable(String);

/// The message of a letter, with one click to stop such letters where they were not asked for (RFC 8058), with `secret` in its place. Its date and its identifier are those of the gesture, whatever the attempt.
pub(crate) fn write(from: &Mailbox, outgoing: &Outgoing, secret: &str) -> Result<Message, Unwritable> {
    let to = outgoing.letter.to.as_str().parse().map_err(|error| Unwritable(format!("{error}")))?;
    let mut message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(outgoing.letter.subject.clone())
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(outgoing.written_at.unsigned_abs()))
        .message_id(Some(format!("<{}@{}>", outgoing.id, from.email.domain())))
        // No answer « absent du bureau » is wanted (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    if let Some(stop) = &outgoing.letter.stop {
        message = message
            .raw_header(header("List-Unsubscribe", format!("<{stop}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    message
        .singlepart(SinglePart::plain(outgoing.letter.body.replace(SECRET, secret).replace('\n', "\r\n")))
        .map_err(|error| Unwritable(error.to_string()))
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_domain::Letter;

    #[test]
    fn a_message_is_the_same_at_each_attempt() {
        let letter = Letter {
            to: "anne@nouans.example".parse().unwrap(),
            subject: "Votre lien pour vous connecter".into(),
            body: "Bonjour,\n\nhttps://congres.example/fr/entrer?cle={secret}\n".into(),
            stop: Some("https://congres.example/fr/arreter?key=0192.abc".into()),
        };
        let outgoing = Outgoing { id: "0192".into(), letter, sign_in: None, written_at: 1_790_000_000_000, attempt: 1 };
        let from = "Congrès <contact@congres.example>".parse().unwrap();
        let text = |attempt| {
            String::from_utf8(write(&from, &Outgoing { attempt, ..outgoing.clone() }, "abc").unwrap().formatted())
                .unwrap()
        };
        assert_eq!(text(1), text(2));
        insta::assert_snapshot!(text(1).replace('\r', ""));
    }
}
