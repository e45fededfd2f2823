//! The poster for the town hall: what is asked, where to answer, until when.

use super::press::{Template, print};
use super::{Document, PrintError, Sender, qr, say};
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
}

#[derive(Serialize)]
struct Page<'a> {
    motto: &'a str,
    questions: &'a [String],
    square: String,
}

#[derive(Serialize)]
struct Words {
    call: String,
    scan: String,
    otherwise: String,
    until: String,
    square: String,
    phone: String,
}

/// An A3 poster, which a printer of A4 makes smaller; made at `at` (Unix milliseconds).
pub fn poster(poster: &Poster, sender: &Sender, lang: Lang, at: i64) -> Result<Vec<u8>, PrintError> {
    let pages = vec![Page { motto: &poster.motto, questions: &poster.questions, square: qr::square(&poster.url)? }];
    let title = say(lang, &format!("{} : contribuez", sender.edition), &format!("{}: take part", sender.edition));
    print(TEMPLATE, &Document { lang: lang.as_str(), title, sender, words: Words::new(lang, sender), pages }, at)
}

impl Words {
    fn new(lang: Lang, sender: &Sender) -> Self {
        let say = |fr: &str, en: &str| say(lang, fr, en);
        let Sender { phone, until, .. } = sender;
        Self {
            call: say("Élues, élus : dites ce que vous vivez.", "Elected officials: tell us what you live through."),
            scan: say(
                "Cinq minutes, depuis un téléphone ou un ordinateur :",
                "Five minutes, from a telephone or a computer:",
            ),
            otherwise: say(
                &format!("Ou sur papier, à l'accueil. Ou de vive voix, au {phone}. Tout compte autant."),
                &format!("Or on paper, at the front desk. Or aloud, on {phone}. All count alike."),
            ),
            until: if until.is_empty() {
                String::new()
            } else {
                say(&format!("Jusqu'au {until}"), &format!("Until {until}"))
            },
            square: say("Carré à scanner : il mène au formulaire", "Square to scan: it leads to the form"),
            phone: say("Tél.", "Tel."),
        }
    }
}
