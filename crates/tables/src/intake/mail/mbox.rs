//! An mbox cut into its messages.

use std::io::{self, BufRead};

/// Whether a line opens a message: « From anne@nouans.example Mon Sep 14 10:32:05 2026 ». A sentence that begins with « From » has no hour
/// and no year.
pub(super) fn is_envelope(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let hour = words
        .iter()
        .any(|word| word.len() >= 4 && word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()));
    let year = words.iter().any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    hour && year
}

/// The messages of an mbox, each with the line of its envelope, from 1. What precedes the first envelope is no message.
pub(super) fn messages<R: BufRead>(reader: R) -> impl Iterator<Item = io::Result<(u64, Vec<u8>)>> {
    Messages { reader, line: 0, opened: None }
}

struct Messages<R> {
    reader: R,
    /// Lines read so far.
    line: u64,
    /// The line of the envelope already read, whose message comes next.
    opened: Option<u64>,
}

impl<R: BufRead> Messages<R> {
    fn message(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        let (mut raw, mut line, mut after_blank) = (Vec::new(), Vec::new(), true);
        loop {
            line.clear();
            if self.reader.read_until(b'\n', &mut line)? == 0 {
                return Ok(self.opened.take().map(|at| (at, raw)));
            }
            self.line += 1;
            if after_blank && is_envelope(&line) {
                let here = self.line;
                if let Some(at) = self.opened.replace(here) {
                    return Ok(Some((at, raw)));
                }
            } else if self.opened.is_some() {
                raw.extend_from_slice(unquoted(&line));
            }
            after_blank = line.trim_ascii().is_empty();
        }
    }
}

/// « >From » is how an mbox writes « From » at the beginning of a line.
fn unquoted(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|byte| **byte == b'>').count();
    if marks > 0 && line[marks..].starts_with(b"From ") { &line[1..] } else { line }
}

impl<R: BufRead> Iterator for Messages<R> {
    type Item = io::Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.message().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::messages;

    #[test]
    fn messages_are_cut_at_their_envelopes_only() {
        let mbox = "From a@x Mon Sep 14 10:32:05 2026\nSubject: un\n\nFrom Nouans to Paris\n>From ici\n\nFrom now on\n\nFrom - Mon Sep 14 10:33:05 2026\r\nSubject: deux\r\n\r\nfin\r\n";
        let found: Vec<(u64, String)> = messages(mbox.as_bytes())
            .map(|one| {
                one.map(|(line, raw)| (line, String::from_utf8(raw).expect("ASCII"))).expect("memory does not fail")
            })
            .collect();
        let first = "Subject: un\n\nFrom Nouans to Paris\nFrom ici\n\nFrom now on\n\n";
        assert_eq!(found, [(1, first.to_owned()), (9, "Subject: deux\r\n\r\nfin\r\n".to_owned())]);
        assert_eq!(messages(&b"rien\n"[..]).count(), 0);
    }
}
