//! The promises of this room on thousands of real texts, when they are at hand.

use arobase_text::{contentless, inclusive, normal::Normal, repair, sentences, stem, typography, words};
use std::path::PathBuf;

/// The cells of a CSV file, quoted or not, line feeds included.
fn cells(file: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for c in file.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => found.push(String::new()),
            c => found.last_mut().expect("one cell at least").push(c),
        }
    }
    found
}

fn corpus(name: &str) -> Option<Vec<String>> {
    let folder = std::env::var_os("AROBASE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let file = std::fs::read_to_string(folder.join(name)).ok();
    if file.is_none() {
        println!("skipped: {name} is not in {}", folder.display());
    }
    file.map(|file| cells(&file))
}

fn check(text: &str) {
    let normal = Normal::of(text);
    assert_eq!(Normal::of(&normal.text).text, normal.text);
    let mut covered = vec![0_u8; normal.text.len()];
    let mut last = 0;
    for sentence in sentences::sentences(&normal.text) {
        let span = normal.raw_span(sentence.clone());
        assert!(span.start >= last && span.start < span.end, "{text:?}");
        last = span.end;
        covered[sentence].iter_mut().for_each(|n| *n += 1);
    }
    let all = normal.text.char_indices().all(|(at, c)| c.is_whitespace() || covered[at] == 1);
    assert!(all, "{text:?}");
    let display = typography::french(&normal.text);
    assert_eq!(typography::french(&display), display);
    stem::terms(&normal.text);
    inclusive::fold_doublets(&words::words(&normal.text));
    contentless::is_contentless(&normal.text);
    repair::repair(text);
}

#[test]
fn the_promises_hold_on_real_texts() {
    for name in ["grand-debat/q174_services_publics_sur_internet.csv", "republique-numerique/contributions.csv"] {
        let texts = corpus(name).unwrap_or_default();
        for text in &texts {
            check(text);
        }
        println!("{name}: {} cells", texts.len());
    }
}
