//! The poster for the town hall: what is asked, where to answer, until when.

use super::press::{Template, print};
use super::words::{Sentence, words};
use super::{Document, PrintError, Sender, qr};
use arobase_domain::Lang;
use serde::Serialize;

const TEMPLATE: Template = ("poster.typ", include_str!("../../print/poster.typ"));

/// What a poster says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Poster {
    /// One line under the name of the edition; may be empty.
    pub motto: String,
    /// What the edition asks, in the language of the poster.
    pub questions: Vec<String>,
    /// Address of the form, scheme and all.
    pub url: String,
    /// The code of invitation; empty where anyone may contribute.
    pub code: String,
}

#[derive(Serialize)]
struct Page<'a> {
    motto: &'a str,
    questions: &'a [String],
    square: String,
    code: &'a str,
}

const WORDS: [Sentence; 7] = [
    ("code", "Code d'invitation :", "Invitation code:"),
    ("title", "{edition} : contribuez", "{edition}: take part"),
    ("call", "Élues, élus : dites ce que vous vivez.", "Elected officials: tell us how things are."),
    ("scan", "Cinq minutes, depuis un téléphone ou un ordinateur :", "Five minutes, from a telephone or a computer:"),
    (
        "otherwise",
        "Ou sur papier, à l'accueil. Ou de vive voix, au {phone}. Tout compte autant.",
        "Or on paper, at the front desk. Or by telephone, on {phone}. All count alike.",
    ),
    ("until", "Jusqu'au {until}", "Until {until}"),
    ("square", "Carré à scanner : il mène au formulaire", "Square to scan: it leads to the form"),
];

/// An A3 poster, which a printer of A4 makes smaller; made at `at` (Unix milliseconds).
pub fn poster(poster: &Poster, sender: &Sender, lang: Lang, at: i64) -> Result<Vec<u8>, PrintError> {
    let Poster { motto, questions, url, code } = poster;
    let pages = vec![Page { motto, questions, square: qr::square(url)?, code }];
    let words = words(lang, &WORDS, sender);
    print(TEMPLATE, &Document { lang: lang.as_str(), title: words["title"].clone(), sender, words, pages }, at)
}
