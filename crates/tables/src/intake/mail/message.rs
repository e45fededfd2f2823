//! One message: its words, who sent it, and what is set apart.

use super::super::found::{Fate, Piece};
use super::super::markup::{outside_quotes, stripped};
use super::super::refusal::Refusal;
use super::apart::apart;
use crate::read::CELL_LIMIT;
use crate::read::settle::digest_id;
use crate::table::Reason;
use mail_parser::{Message, MessageParser, MimeHeaders as _, PartType};

/// The identifier and the fate of a message; nothing if the bytes are no message.
pub(super) fn read(raw: &[u8]) -> Option<(String, Fate)> {
    let message = MessageParser::default().parse(raw)?;
    let known = message.from().is_some() || message.subject().is_some() || message.date().is_some();
    if !known {
        return None;
    }
    let id = message.message_id().map_or_else(|| digest_id('m', &blake3::hash(raw)), str::to_owned);
    Some((id, fate(&message)))
}

fn fate(message: &Message<'_>) -> Fate {
    if is_automatic(message) {
        return Fate::Refused(Refusal::Automatic);
    }
    let (whole, quoted) = body(message);
    if whole.len() > CELL_LIMIT {
        return Fate::Refused(Refusal::Unreadable { reason: Reason::CellTooLong { limit: CELL_LIMIT }, column: None });
    }
    let (mut text, beside) = apart(&whole);
    let mut beside = joined(&[&beside, &quoted], "\n");
    if text.is_empty() && !answers(message) {
        // Nothing of one's own around what is quoted: a message passed on, whose words are the contribution.
        (text, beside) = (joined(&[&whole, &quoted], "\n\n"), String::new());
    }
    let attached: Vec<&str> = message.attachments().filter_map(|part| part.attachment_name()).collect();
    if text.is_empty() {
        return attached.first().map_or(Fate::Empty, |name| Fate::Refused(Refusal::Attached((*name).to_owned())));
    }
    let (author, sender) = sender(message);
    let names = attached.iter().map(|name| format!("[{name}]")).collect::<Vec<_>>().join("\n");
    let beside = joined(&[&beside, &names], "\n");
    Fate::Piece(Box::new(Piece {
        title: message.subject().map(title).filter(|title| !title.is_empty()),
        text,
        author,
        date: message.date().map(mail_parser::DateTime::to_rfc3339),
        sender,
        beside: Some(beside).filter(|beside| !beside.is_empty()),
        ..Piece::default()
    }))
}

/// The words of a message with line feeds alone, and what its HTML quotes.
fn body(message: &Message<'_>) -> (String, String) {
    let (mut texts, mut quotes) = (Vec::new(), Vec::new());
    for at in 0..message.text_body_count() {
        match message.text_part(at as u32).map(|part| &part.body) {
            Some(PartType::Html(html)) => {
                let (own, quoted) = outside_quotes(html);
                texts.push(stripped(&own));
                quotes.push(stripped(&quoted));
            }
            Some(PartType::Text(text)) => texts.push(text.replace("\r\n", "\n")),
            _ => {}
        }
    }
    let whole = |parts: &[String]| joined(&parts.iter().map(String::as_str).collect::<Vec<_>>(), "\n\n");
    (whole(&texts), whole(&quotes))
}

/// Parts without blank lines around, those that say nothing left out.
fn joined(parts: &[&str], between: &str) -> String {
    let parts = parts.iter().map(|part| part.trim_matches(['\n', ' '])).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(between)
}

/// The name of the sender, else the address; and the address.
fn sender(message: &Message<'_>) -> (Option<String>, Option<String>) {
    let Some(from) = message.from().and_then(|from| from.first()) else { return (None, None) };
    let address = from.address().map(|address| address.trim().to_lowercase()).filter(|address| !address.is_empty());
    let name = from.name().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    (name.or_else(|| address.clone()), address)
}

/// Marks of an answer, then of a message passed on.
const ANSWERED: [&str; 4] = ["re", "ré", "réf", "aw"];
const PASSED_ON: [&str; 3] = ["tr", "fwd", "fw"];

/// Whether a message answers another; one that only repeats it says nothing.
fn answers(message: &Message<'_>) -> bool {
    let mark =
        message.subject().and_then(|subject| subject.split_once(':')).map(|(mark, _)| mark.trim().to_lowercase());
    mark.is_some_and(|mark| ANSWERED.contains(&mark.as_str()))
}

/// The subject without « Re: », « TR : », « Fwd: ».
fn title(subject: &str) -> String {
    let mut title = subject.trim();
    while let Some((mark, rest)) = title.split_once(':') {
        let mark = mark.trim().to_lowercase();
        if !ANSWERED.contains(&mark.as_str()) && !PASSED_ON.contains(&mark.as_str()) {
            break;
        }
        title = rest.trim();
    }
    title.to_owned()
}

/// Out-of-office answers and notices of failure are nobody's contribution.
fn is_automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| message.header_raw(name).map(str::trim);
    let submitted = header("Auto-Submitted").is_some_and(|value| !value.eq_ignore_ascii_case("no"));
    let replied = ["X-Autoreply", "X-Autorespond"].into_iter().any(|name| header(name).is_some());
    let report = message
        .content_type()
        .is_some_and(|kind| kind.ctype() == "multipart" && kind.subtype().is_some_and(|subtype| subtype == "report"));
    submitted || replied || report
}

#[cfg(test)]
mod tests {
    use super::{read, title};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_bytes_stop_the_reading(head in "(From|Subject|Content-Type|Date|Message-ID): [ -~é]{0,60}", body in prop::collection::vec(any::<u8>(), 0..400)) {
            let raw = [head.as_bytes(), b"\n\n", &body].concat();
            prop_assert_eq!(read(&raw), read(&raw));
            let _ = read(&body);
        }
    }

    #[test]
    fn a_subject_loses_its_marks() {
        assert_eq!(title("RE: Tr : Fwd: La fibre : quand ?"), "La fibre : quand ?");
        assert_eq!(title("Réunion : compte rendu"), "Réunion : compte rendu");
        assert_eq!(title("Re:"), "");
    }
}
