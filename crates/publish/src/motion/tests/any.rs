//! Whatever a motion holds, it can be written.

use super::*;
use arobase_domain::motion::{Annex, Clause as Held, Section};
use proptest::prelude::*;

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
