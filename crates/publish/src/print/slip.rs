//! The slip sent by post: what became of a contribution that came on paper or by telephone.

use super::press::{Template, print};
use super::words::{Sentence, words};
use super::{Document, PrintError, Sender, qr, say};
use arobase_domain::Lang;
use serde::Serialize;

const TEMPLATE: Template = ("slip.typ", include_str!("../../print/slip.typ"));

/// What became of one contribution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slip {
    /// Its number.
    pub number: String,
    /// Who sent it, a line each; empty if they did not say.
    pub to: Vec<String>,
    /// When and how it came, in words.
    pub received: String,
    /// What became of it as a whole, in words.
    pub fate: String,
    /// Its ideas, in their order.
    pub ideas: Vec<SlipIdea>,
    /// Address of its page, scheme and all.
    pub url: String,
}

/// What became of an idea.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SlipIdea {
    /// Its words, as they were written.
    pub text: String,
    /// The theme it went to.
    pub theme: Option<String>,
    /// The proposition it feeds.
    pub proposition: Option<String>,
    /// Why it is where it is, in words.
    pub state: String,
}

#[derive(Serialize)]
struct Page<'a> {
    title: String,
    to: &'a [String],
    received: &'a str,
    fate: &'a str,
    ideas: &'a [SlipIdea],
    address: &'a str,
    square: String,
}

const WORDS: [Sentence; 8] = [
    ("title", "{edition} : ce que les contributions sont devenues", "{edition}: what became of the contributions"),
    (
        "thanks",
        "Merci d'avoir contribué. Votre texte a été enregistré mot pour mot ; voici où il en est.",
        "Thank you for contributing. Your text was recorded word for word; here is where it stands.",
    ),
    ("ideas", "Idée par idée", "Idea by idea"),
    ("theme", "Thème :", "Theme:"),
    ("proposition", "Proposition :", "Proposition:"),
    (
        "follow",
        "La suite se lit à cette adresse ; ce carré y mène. Votre nom n'y paraît que si vous l'avez accepté.",
        "What follows can be read at this address; the square leads there. Your name appears only if you agreed.",
    ),
    (
        "free",
        "Une erreur, un mot à retirer, l'envie d'en parler ? Appelez le {phone} ou écrivez à {email}.",
        "A mistake, a word to take back, something to discuss? Call {phone} or write to {email}.",
    ),
    (
        "square",
        "Carré à scanner : il mène à la page de votre contribution",
        "Square to scan: it leads to the page of your contribution",
    ),
];

/// One slip after the other, each on a page of its own, made at `at` (Unix milliseconds).
pub fn slips(slips: &[Slip], sender: &Sender, lang: Lang, at: i64) -> Result<Vec<u8>, PrintError> {
    let pages = slips.iter().map(|slip| slip.page(lang)).collect::<Result<_, _>>()?;
    let words = words(lang, &WORDS, sender);
    print(TEMPLATE, &Document { lang: lang.as_str(), title: words["title"].clone(), sender, words, pages }, at)
}

impl Slip {
    fn page(&self, lang: Lang) -> Result<Page<'_>, PrintError> {
        let number = &self.number;
        let title = say(
            lang,
            &format!("Ce que votre contribution n° {number} est devenue"),
            &format!("What became of your contribution no. {number}"),
        );
        Ok(Page {
            title,
            to: &self.to,
            received: &self.received,
            fate: &self.fate,
            ideas: &self.ideas,
            address: self.url.split_once("://").map_or(&self.url, |(_, rest)| rest),
            square: qr::square(&self.url)?,
        })
    }
}
