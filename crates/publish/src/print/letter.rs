//! The letter to someone without e-mail: a code, a square to scan, three lines to follow. Folded in three, the address shows in the window of a DL envelope.

use super::press::{Template, print};
use super::words::{Sentence, words};
use super::{Document, PrintError, Sender, qr};
use arobase_domain::Lang;
use serde::Serialize;

const TEMPLATE: Template = ("letter.typ", include_str!("../../print/letter.typ"));

/// Signs of a code printed together.
const GROUP: usize = 4;

/// A letter to one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// Name and postal address, a line each; six lines show in the window.
    pub to: Vec<String>,
    /// The short code; grouped by four when it has no hyphen or blank of its own.
    pub code: String,
    /// Where the code is typed in, as one types it: `congres.example/fr/code`.
    pub page: String,
    /// Address that the square holds.
    pub url: String,
}

#[derive(Serialize)]
struct Page<'a> {
    to: &'a [String],
    code: Vec<String>,
    address: &'a str,
    square: String,
}

const WORDS: [Sentence; 16] = [
    ("title", "{edition} : nous avons besoin de vous lire", "{edition}: we need to hear from you"),
    ("subject", "Nous avons besoin de vous lire", "We need to hear from you"),
    ("hello", "Madame, Monsieur,", "Dear Sir or Madam,"),
    (
        "why",
        "Ce congrès part de ce que vivent les élues et les élus, pas d'un rapport. Dites-nous ce qui vous manque, ce qui marche chez vous, ce que vous demandez : \
         quelques lignes suffisent. Chaque contribution est lue, et vous pourrez suivre ce qu'elle devient, jusqu'au texte adopté.",
        "This congress starts from what elected officials see every day, not from a report. Tell us what is missing, what works in your commune, what you ask for: a few \
         lines will do. Every contribution is read, and you can follow what becomes of it, all the way to the motion that is adopted.",
    ),
    ("how", "Pour contribuer, en cinq minutes", "To contribute, in five minutes"),
    (
        "scan",
        "Visez ce carré avec l'appareil photo de votre téléphone ; ou, sur un ordinateur, allez à l'adresse",
        "Point your telephone's camera at this square; or, on a computer, go to",
    ),
    ("type_in", "Entrez ce code :", "Enter this code:"),
    (
        "write",
        "Écrivez, relisez, envoyez. Un numéro vous est donné en retour.",
        "Write, read again, send. You are given a number in return.",
    ),
    ("until", "Vous avez jusqu'au {until}.", "You have until {until}."),
    ("otherwise", "Plutôt sur papier, ou de vive voix ?", "Rather on paper, or by telephone?"),
    ("paper", "Écrivez sur papier libre à : {address}.", "Write on plain paper to: {address}."),
    (
        "paper_free",
        "Écrivez sur papier libre, sans timbre, à : {reply}.",
        "Write on plain paper, no stamp needed, to: {reply}.",
    ),
    (
        "call",
        "Ou appelez le {phone} : quelqu'un écrira avec vous.",
        "Or call {phone}: someone will write it down with you.",
    ),
    (
        "equal",
        "Votre contribution comptera autant que les autres.",
        "Your contribution will count as much as any other.",
    ),
    (
        "personal",
        "Ce code est personnel : il ouvre le site à votre nom. Pour ne plus recevoir nos lettres, ou pour que nous effacions votre adresse, écrivez-nous ou appelez-nous.",
        "This code is personal: it opens the site in your name. To receive no more letters, or to have your address erased, write to us or call us.",
    ),
    (
        "square",
        "Carré à scanner : il mène à la page où entrer votre code",
        "Square to scan: it leads to the page where you enter your code",
    ),
];

/// One letter a page, made at `at` (Unix milliseconds).
pub fn letters(letters: &[Letter], sender: &Sender, lang: Lang, at: i64) -> Result<Vec<u8>, PrintError> {
    print(TEMPLATE, &document(letters, sender, lang)?, at)
}

fn document<'a>(
    letters: &'a [Letter],
    sender: &'a Sender,
    lang: Lang,
) -> Result<Document<'a, impl Serialize>, PrintError> {
    let pages: Vec<Page<'_>> = letters.iter().map(Letter::page).collect::<Result<_, _>>()?;
    let words = words(lang, &WORDS, sender);
    Ok(Document { lang: lang.as_str(), title: words["title"].clone(), sender, words, pages })
}

/// The letters as they lie on their pages.
#[cfg(test)]
pub(super) fn laid(letters: &[Letter], sender: &Sender, lang: Lang) -> typst_layout::PagedDocument {
    super::press::set(TEMPLATE, &document(letters, sender, lang).expect("addresses are short"))
        .expect("the template holds")
}

impl Letter {
    fn page(&self) -> Result<Page<'_>, PrintError> {
        Ok(Page { to: &self.to, code: groups(&self.code), address: &self.page, square: qr::square(&self.url)? })
    }
}

/// « ABCDEFGH » as « ABCD », « EFGH ».
fn groups(code: &str) -> Vec<String> {
    if code.contains(['-', ' ']) {
        return code.split(['-', ' ']).filter(|group| !group.is_empty()).map(str::to_owned).collect();
    }
    let signs: Vec<char> = code.chars().collect();
    signs.chunks(GROUP).map(|group| group.iter().collect()).collect()
}
