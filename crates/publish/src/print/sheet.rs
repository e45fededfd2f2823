//! The paper form: numbered, so that it is keyed once; a square to scan that opens the form of whoever keys it.

use super::press::{Template, print};
use super::words::{Sentence, words};
use super::{Document, PrintError, Sender, qr, say};
use arobase_domain::Lang;
use serde::Serialize;

const TEMPLATE: Template = ("sheet.typ", include_str!("../../print/sheet.typ"));

/// Paper forms to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheaf {
    /// Number of the first.
    pub first: u32,
    /// How many.
    pub sheets: u32,
    /// Where they are handed in; may be empty.
    pub place: String,
    /// What the edition asks, in the language of the form.
    pub questions: Vec<String>,
    /// Address of the form to key one, up to its number: `https://congres.example/fr/saisie?sheet=`.
    pub keying: String,
}

#[derive(Serialize)]
struct Page<'a> {
    number: String,
    questions: &'a [String],
    square: String,
}

const WORDS: [Sentence; 13] = [
    ("title", "{edition} : votre contribution", "{edition}: your contribution"),
    ("subject", "Votre contribution", "Your contribution"),
    ("sheet", "Feuille n°", "Sheet no."),
    ("text", "Ce que vous voulez dire", "What you want to say"),
    (
        "hint",
        "Une difficulté, une idée, ce qui marche chez vous. Quelques lignes suffisent ; continuez au dos si la place manque.",
        "A difficulty, an idea, what works where you are. A few lines will do; go on overleaf if you need room.",
    ),
    ("author", "Votre nom et votre fonction (facultatif)", "Your name and function (optional)"),
    ("territory", "Votre collectivité", "Your territory"),
    ("postcode", "Code postal", "Postcode"),
    (
        "agree",
        "J'accepte que mon nom, ma fonction et ma collectivité paraissent à côté de mon texte.",
        "I agree that my name, function and territory appear beside my text.",
    ),
    (
        "refuse",
        "Je préfère que seuls mon texte et mon département paraissent.",
        "I prefer that only my text and my département appear.",
    ),
    (
        "consent",
        "Cochez une case. Sans réponse, votre nom ne paraît pas. N'écrivez ni étiquette politique ni rien de privé sur d'autres personnes.",
        "Tick one box. Without an answer your name does not appear. Please write no political label, and nothing private about others.",
    ),
    (
        "equal",
        "Votre contribution recevra un numéro et comptera autant que celles du site.",
        "Your contribution will be given a number, and will count as much as those sent from the site.",
    ),
    (
        "square",
        "Carré à scanner par la personne qui saisit cette feuille",
        "Square to scan, for whoever keys this sheet",
    ),
];

/// A number as sheets bear it: « 0042 ».
pub fn sheet_number(number: u32) -> String {
    format!("{number:04}")
}

/// One form a page, made at `at` (Unix milliseconds).
pub fn sheets(sheaf: &Sheaf, sender: &Sender, lang: Lang, at: i64) -> Result<Vec<u8>, PrintError> {
    let numbers = sheaf.first..sheaf.first.saturating_add(sheaf.sheets);
    let page = |number: u32| {
        let square = qr::square(&format!("{}{number}", sheaf.keying))?;
        Ok::<_, PrintError>(Page { number: sheet_number(number), questions: &sheaf.questions, square })
    };
    let pages = numbers.map(page).collect::<Result<_, _>>()?;
    let mut words = words(lang, &WORDS, sender);
    words.insert("back", hand_in(lang, sheaf, sender));
    print(TEMPLATE, &Document { lang: lang.as_str(), title: words["title"].clone(), sender, words, pages }, at)
}

/// Where the sheet goes, and until when.
fn hand_in(lang: Lang, sheaf: &Sheaf, sender: &Sender) -> String {
    let Sender { name, address, phone, free_reply, until, .. } = sender;
    let (place, post) =
        (&sheaf.place, if free_reply.is_empty() { format!("{name}, {address}") } else { free_reply.clone() });
    let here = if place.is_empty() {
        String::new()
    } else {
        say(lang, &format!("à rendre ici : {place} ; "), &format!("hand it in here: {place}; "))
    };
    let stamp = if free_reply.is_empty() { String::new() } else { say(lang, " sans timbre", ", no stamp needed,") };
    let end = if until.is_empty() {
        String::new()
    } else {
        say(lang, &format!(" jusqu'au {until}"), &format!(" until {until}"))
    };
    say(
        lang,
        &format!("Cette feuille est {here}à poster{stamp} à : {post} ; ou à dicter au {phone}{end}."),
        &format!("This sheet: {here}post it{stamp} to {post}; or read it out to us on {phone}{end}."),
    )
}
