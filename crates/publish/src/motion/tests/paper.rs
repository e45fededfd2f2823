//! PDF, read back from the pages as they were set and from the bytes.

use super::*;
use arobase_domain::Lang;
use typst::layout::{Abs, Frame, FrameItem, Point};

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
fn two_pages_are_two_or_it_is_told() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let two = |times: usize| {
        let mut motion = motion.clone();
        for section in &mut motion.sections {
            section.clauses = std::iter::repeat_n(section.clauses.clone(), times).flatten().collect();
        }
        let issue = Issue { audience: Audience::TwoPages, ..Issue::full(&motion, &colophon) };
        write(&issue, Format::Pdf).map(|_| ())
    };
    assert!(two(2).is_ok(), "more clauses than a congress adopts");
    assert!(matches!(two(6), Err(WriteError::TooLong { pages: 3.., size: 9.0 })));
}

/// Each piece of text of a page above its foot, in the order in which it was set.
fn pieces(frame: &Frame, at: Point, foot: Abs, found: &mut String) {
    for (place, item) in frame.items() {
        match item {
            FrameItem::Text(text) if (at + *place).y < foot => found.push_str(&text.text),
            FrameItem::Group(group) => pieces(&group.frame, at + *place, foot, found),
            _ => {}
        }
    }
}

/// Letters and figures alone: a page cuts words and says where with hyphens.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

#[test]
fn the_words_of_the_page_are_those_of_the_text() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let issue = Issue { audience: Audience::TwoPages, ..Issue::full(&motion, &colophon) };
    let document = Document::of(&issue);
    let set = pdf::set(&document, 11.0).expect("set");
    let mut found = String::new();
    for page in set.pages() {
        pieces(&page.frame, Point::zero(), page.frame.height() - Abs::mm(18.0), &mut found);
    }
    let found = letters(&found);
    let text = written(&issue, Format::Text);
    let said = text.split_once("Ce qui est demandé").expect("the demands").1;
    let foot = said.rfind("\n\n").expect("a foot");
    let wanted = letters(&said[..foot]);
    assert!(found.ends_with(&wanted), "{found}\n\n{wanted}");
}
