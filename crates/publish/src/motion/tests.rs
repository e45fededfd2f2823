//! What every format must hold.

mod akn;
mod any;
mod paper;

use super::*;
use arobase_domain::motion::Motion;
use std::io::{Cursor, Read as _};

fn audiences() -> [(&'static str, Audience); 4] {
    [
        ("full", Audience::Full),
        ("two", Audience::TwoPages),
        ("for", Audience::For { key: "state".into(), name: "l'État".into() }),
        ("easy", Audience::Easy),
    ]
}

fn written(issue: &Issue<'_>, format: Format) -> String {
    String::from_utf8(write(issue, format).expect("written")).expect("UTF-8")
}

/// A part of a package.
fn unpacked(package: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// The words of an XML document under an element, blocks and tabs apart.
fn words_of(xml: &str, under: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(xml, options).expect("well-formed");
    let root = document.descendants().find(|node| node.tag_name().name() == under).expect("the element");
    let mut text = String::new();
    for node in root.descendants() {
        match node.tag_name().name() {
            "p" | "h" | "tab" | "s" | "td" | "th" | "li" | "div" | "h1" | "h2" | "h3" | "caption" | "heading" => {
                text.push('\n');
            }
            _ => text.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default()),
        }
    }
    words(&text)
}

/// Words apart by blanks or ends of lines, without the rules and dashes that draw a page.
fn words(text: &str) -> Vec<String> {
    let split = text.split([' ', '\n', '\t']).filter(|word| word.chars().any(char::is_alphanumeric));
    split.map(str::to_owned).collect()
}

#[test]
fn the_same_words_stand_in_every_format() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    for (name, audience) in audiences() {
        for doublets in [false, true] {
            let issue = Issue { audience: audience.clone(), doublets, ..Issue::full(&motion, &colophon) };
            let text = written(&issue, Format::Text);
            // The foot of a page is no part of its text.
            let wanted = words(text.rsplit_once("\n\n").expect("a foot").0);
            let odt = unpacked(write(&issue, Format::Odt).expect("written"), "content.xml");
            let docx = unpacked(write(&issue, Format::Docx).expect("written"), "word/document.xml");
            assert_eq!(words_of(&odt, "body"), wanted, "ODT, {name}");
            assert_eq!(words_of(&docx, "body"), wanted, "DOCX, {name}");
            let html = written(&issue, Format::Html);
            let read = [words_of(&html, "header"), words_of(&html, "main")].concat();
            assert_eq!(read, wanted, "HTML, {name}");
        }
    }
}

#[test]
fn the_formats_are_what_they_were() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let issue = Issue::full(&motion, &colophon);
    for format in [Format::Markdown, Format::Text, Format::Akn, Format::Html, Format::Json] {
        insta::assert_snapshot!(format!("full_{}", format.as_str()), written(&issue, format));
    }
    for (name, audience) in audiences().into_iter().skip(1) {
        let issue = Issue { audience, ..issue.clone() };
        insta::assert_snapshot!(format!("{name}_text"), written(&issue, Format::Text));
    }
}

#[test]
fn the_same_issue_gives_the_same_bytes() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let issue = Issue { audience: audiences()[2].1.clone(), ..Issue::full(&motion, &colophon) };
    for format in Format::ALL {
        let [one, other] = [(), ()].map(|()| write(&issue, format).expect("written"));
        assert!(one == other, "{format:?} is not the same twice");
    }
}

#[test]
fn an_opendocument_text_is_known_by_its_first_part() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let package = write(&Issue::full(&motion, &colophon), Format::Odt).expect("written");
    assert_eq!(&package[30..38], b"mimetype");
    assert_eq!(&package[38..77], b"application/vnd.oasis.opendocument.text");
}

#[test]
fn a_copy_for_someone_keeps_the_numbers_and_says_what_it_holds() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let copy = |key: &str| {
        let audience = Audience::For { key: key.into(), name: "la région".into() };
        written(&Issue { audience, ..Issue::full(&motion, &colophon) }, Format::Markdown)
    };
    let region = copy("region");
    assert!(region.contains("\n11. Créer dans chaque région"), "{region}");
    assert!(region.contains("une des 16\u{a0}demandes"), "{region}");
    assert!(!region.contains("Ouvrir dans chaque intercommunalité"));
    assert!(copy("nobody").contains("Aucune des 16\u{a0}demandes"));
    assert!(copy("region state").contains("Aucune"));
}

#[test]
fn a_draft_says_that_it_is_one() {
    let motion = sample::motion();
    let colophon = Colophon { adoption: None, ..sample::colophon(&motion) };
    for format in [Format::Text, Format::Html, Format::Akn] {
        let told = written(&Issue::full(&motion, &colophon), format);
        assert!(
            told.contains("Projet de motion, version\u{a0}7") || told.contains("Projet de motion, version 7"),
            "{told}"
        );
        assert!(told.contains("n’est pas encore adopté"), "{told}");
    }
    let english = written(&Issue { lang: arobase_domain::Lang::En, ..Issue::full(&motion, &colophon) }, Format::Html);
    assert!(english.contains("<html lang=\"en\">") && english.contains("<h1 lang=\"fr\">"), "{english}");
}

#[test]
fn what_has_no_easy_twin_is_said_to_have_none() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let text = written(&Issue { audience: Audience::Easy, ..Issue::full(&motion, &colophon) }, Format::Text);
    let missing = motion.clauses().filter(|clause| !motion.easy.contains_key(clause.id.as_str())).count();
    assert_eq!(text.matches("pas encore en facile à lire").count(), missing + 3, "{text}");
}

#[test]
fn doublets_are_told_and_what_is_left_is_listed() {
    let mut motion = sample::motion();
    motion.sections[0].clauses[0].text = "Aider le·la maire et les élu·es.".into();
    let colophon = sample::colophon(&motion);
    let text = written(&Issue { doublets: true, ..Issue::full(&motion, &colophon) }, Format::Text);
    assert!(text.contains("Aider le·la maire et les élues et les élus."), "{text}");
    assert_eq!(rereads(&motion), [Reread { place: "1".into(), words: vec!["le·la".into()] }]);
}
