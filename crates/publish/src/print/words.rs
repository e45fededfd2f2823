//! What is printed says it in two languages: for each document a table of sentences, filled with what is known of who prints.

use super::{Sender, say};
use arobase_domain::Lang;
use std::collections::BTreeMap;

/// The name that the template knows a sentence by, its French and its English. `{edition}`, `{phone}`, `{email}`, `{address}`, `{reply}` and `{until}` stand for the
/// sender's own.
pub(super) type Sentence = (&'static str, &'static str, &'static str);

/// Sentences in one language, by name.
pub(super) type Words = BTreeMap<&'static str, String>;

/// The sentences of a table, and those of the letterhead.
pub(super) fn words(lang: Lang, table: &[Sentence], sender: &Sender) -> Words {
    const SHARED: [Sentence; 1] = [("phone", "Tél.", "Tel.")];
    let fill = |&(name, fr, en): &Sentence| (name, filled(lang, (fr, en), sender));
    SHARED.iter().chain(table).map(fill).collect()
}

/// One sentence, in a language, about a sender.
pub(super) fn filled(lang: Lang, (fr, en): (&str, &str), sender: &Sender) -> String {
    let Sender { edition, phone, email, address, free_reply, until, .. } = sender;
    // A number is not cut at the end of a line.
    let phone = phone.replace(' ', "\u{a0}");
    let known = [
        ("{edition}", edition),
        ("{phone}", &phone),
        ("{email}", email),
        ("{address}", address),
        ("{reply}", free_reply),
        ("{until}", until),
    ];
    let fill = |sentence: &str| known.iter().fold(sentence.to_owned(), |said, (name, value)| said.replace(name, value));
    say(lang, &fill(fr), &fill(en))
}
