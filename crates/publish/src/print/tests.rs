//! What every document must hold, read back from the pages as they were set.

use super::*;
use typst::layout::{Abs, Frame, FrameItem, Point};

/// 1 September 2026, noon.
const AT: i64 = 1_788_256_800_000;

fn sender() -> Sender {
    Sender {
        name: "Réseau fictif des communes numériques".into(),
        address: "1, place de l’Exemple, 00000 Exempleville".into(),
        phone: "01 99 00 00 00".into(),
        email: "contact@communes.example".into(),
        free_reply: "Libre réponse 12345, 00999 Exempleville Cedex 9".into(),
        edition: "Congrès 2026".into(),
        site: "congres.example".into(),
        until: "30\u{a0}septembre\u{a0}2026".into(),
    }
}

fn letter(name: &str) -> Letter {
    let to =
        [name, "Mairie de Saint-Martin-du-Bois", "12 bis, rue de l’Église", "Le Bourg", "BP 12", "72610 NOUANS CEDEX"];
    Letter {
        to: to.map(str::to_owned).to_vec(),
        code: "K7QF2M9XB4TR".into(),
        page: "congres.example/fr/code".into(),
        url: "https://congres.example/fr/code".into(),
    }
}

fn sheaf() -> Sheaf {
    Sheaf {
        first: 41,
        sheets: 2,
        place: "Mairie de Nouans".into(),
        questions: [
            "Que manque-t-il dans votre commune ?",
            "Qu’est-ce qui marche, et que d’autres pourraient reprendre ?",
        ]
        .map(str::to_owned)
        .to_vec(),
        keying: "https://congres.example/fr/saisie?sheet=".into(),
    }
}

fn slip(ideas: usize) -> Slip {
    let idea = SlipIdea {
        text: "Il faut maintenir un accueil en mairie, deux soirs par semaine, et former les secrétaires".into(),
        theme: Some("accueil et accompagnement".into()),
        proposition: Some("Maintenir un accueil dans chaque mairie.".into()),
        state: "Classée : elle dit ce que d’autres disent aussi.".into(),
    };
    Slip {
        number: "1113".into(),
        to: vec!["Anne Le Goff".into(), "adjointe".into(), "Nouans (72)".into()],
        received: "Reçue le 6 octobre 2026 sur papier, département 72.".into(),
        fate: "Une idée y a été lue.".into(),
        ideas: vec![idea; ideas],
        url: "https://congres.example/fr/contributions/1113".into(),
    }
}

fn board() -> Poster {
    Poster {
        motto: "Ce que vivent les élus, ce qu’ils demandent".into(),
        questions: sheaf().questions,
        url: "https://congres.example/fr/contribuer?invitation=Nouans-2026".into(),
        code: "Nouans-2026".into(),
    }
}

/// Every document, by its name.
fn all(lang: Lang) -> [(&'static str, Vec<u8>); 4] {
    let sender = sender();
    [
        ("letters", letters(&[letter("Anne Le Goff"), letter("Ümit Çelik 😀")], &sender, lang, AT).unwrap()),
        ("sheets", sheets(&sheaf(), &sender, lang, AT).unwrap()),
        ("slips", slips(&[slip(1), slip(0), slip(12)], &sender, lang, AT).unwrap()),
        ("poster", poster(&board(), &sender, lang, AT).unwrap()),
    ]
}

#[test]
fn a_slip_of_a_hand_over_is_an_archive_that_is_read_aloud() {
    let slip = HandOver {
        edition: "Congrès 2026".into(),
        title: "Bordereau de remise".into(),
        from: vec!["Réseau fictif".into()],
        to: vec!["Mme Ümit Çelik 😀".into(), "ministre".into()],
        motion: "Que personne ne reste au bord du réseau\u{202f}!".into(),
        sections: vec!["Question 1 : les *réseaux* [de] #tous".into()],
        facts: vec![("Empreinte".into(), "0123456789abcdef".repeat(4))],
        url: "https://congres.example/fr/suites".into(),
        square: "Carré à scanner".into(),
        ..HandOver::default()
    };
    for lang in [Lang::Fr, Lang::En] {
        let pdf = hand_over(&HandOver { lang, ..slip.clone() }, AT).unwrap();
        let holds = |words: &[u8]| pdf.windows(words.len()).any(|window| window == words);
        assert!(holds(b"<pdfuaid:part>1</pdfuaid:part>") && holds(b"<pdfaid:part>2</pdfaid:part>"));
        assert!(pdf == hand_over(&HandOver { lang, ..slip.clone() }, AT).unwrap(), "the same twice");
    }
    let long = HandOver { url: "x".repeat(4_000), ..slip };
    assert!(matches!(hand_over(&long, AT), Err(PrintError::Address(_))));
}

/// Each piece of text of a page, with the left end of its base line.
fn texts(frame: &Frame) -> Vec<(Point, String)> {
    let mut found = Vec::new();
    for (at, item) in frame.items() {
        match item {
            FrameItem::Text(text) => found.push((*at, text.text.to_string())),
            FrameItem::Group(group) => {
                found.extend(
                    texts(&group.frame).into_iter().map(|(point, text)| (*at + point.transform(group.transform), text)),
                );
            }
            _ => {}
        }
    }
    found
}

/// Writes the documents beside the build, to be looked at; the standard is what the typesetter itself enforces.
#[test]
fn every_document_is_pdf_ua_and_the_same_to_the_byte() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/print");
    std::fs::create_dir_all(&folder).unwrap();
    for lang in [Lang::Fr, Lang::En] {
        for ((name, pdf), (_, again)) in all(lang).into_iter().zip(all(lang)) {
            assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
            let holds = |words: &[u8]| pdf.windows(words.len()).any(|window| window == words);
            assert!(holds(b"<pdfuaid:part>1</pdfuaid:part>"), "{name}");
            assert!(holds(format!("<dc:language><rdf:Bag><rdf:li>{}", lang.as_str()).as_bytes()), "{name}");
            assert!(pdf == again, "{name} is not the same twice");
            std::fs::write(folder.join(format!("{name}.{}.pdf", lang.as_str())), pdf).unwrap();
        }
    }
}

/// A DL envelope is 220 by 110 mm, its window 100 by 45 mm, 20 mm from the right and the bottom; a folded sheet slips by 10 mm one way and 11 mm the other.
#[test]
fn the_address_alone_shows_in_the_window() {
    let mm = Abs::mm;
    let laid = letter::laid(&[letter("Anne Le Goff"), letter("Bruno Caron")], &sender(), Lang::Fr);
    assert_eq!(laid.pages().len(), 2, "a page each");
    for page in laid.pages() {
        let texts = texts(&page.frame);
        let inside = |at: &Point, left, right, top, bottom| {
            at.x >= mm(left) && at.x <= mm(right) && at.y >= mm(top) && at.y <= mm(bottom)
        };
        let seen: Vec<&str> =
            texts.iter().filter(|(at, _)| inside(at, 90.0, 200.0, 44.0, 90.0)).map(|(_, text)| text.as_str()).collect();
        assert_eq!(seen.len(), 6, "nothing else, wherever the sheet has slipped: {seen:?}");
        assert_eq!(seen[5], "72610 NOUANS CEDEX");
        let always = texts.iter().filter(|(at, _)| inside(at, 100.0, 190.0, 57.5, 79.0)).count();
        assert_eq!(always, 6, "whole, wherever the sheet has slipped");
        let code = texts.iter().filter(|(_, text)| ["K7QF", "2M9X", "B4TR"].contains(&text.as_str()));
        assert_eq!(code.filter(|(at, _)| at.y > mm(99.0)).count(), 3, "the code is under the fold, in groups of four");
    }
}

#[test]
fn a_letter_that_the_font_does_not_have_becomes_a_square() {
    let laid = letter::laid(&[letter("Ümit 😀 Нина")], &sender(), Lang::Fr);
    let text: String = texts(&laid.pages()[0].frame).into_iter().map(|(_, text)| text).collect();
    assert!(text.contains("Ümit □ Нина"), "{text}");
}

#[test]
fn an_address_too_long_for_a_square_is_told() {
    let letter = Letter { url: "x".repeat(4_000), ..letter("Anne") };
    assert!(matches!(letters(&[letter], &sender(), Lang::Fr, AT), Err(PrintError::Address(_))));
}
