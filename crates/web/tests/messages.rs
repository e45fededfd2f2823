//! Messages: each key used exists in both languages, none is unused, and French is typeset as it should be.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Every file below a folder of the crate.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn keys(locale: &str) -> BTreeSet<String> {
    let lines = locale.lines().filter_map(|line| line.split_once(" = "));
    lines.map(|(key, _)| key).filter(|key| !key.starts_with([' ', '#'])).map(str::to_owned).collect()
}

fn is_key(word: &str) -> bool {
    word.contains('-')
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && word.starts_with(char::is_alphabetic)
}

/// Everything between quotes, in code and templates, that has the shape of a key.
fn words() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = ["src", "templates"].into_iter().flat_map(|folder| files(&root.join(folder)));
    let texts: Vec<String> = sources.map(|path| fs::read_to_string(path).unwrap()).collect();
    texts.iter().flat_map(|text| text.split('"')).filter(|word| is_key(word)).map(str::to_owned).collect()
}

/// What follows a call that asks for a message: `t("key"`.
fn asked() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut asked = BTreeSet::new();
    for path in ["src", "templates"].into_iter().flat_map(|folder| files(&root.join(folder))) {
        let text = fs::read_to_string(path).unwrap();
        for call in ["t(\"", "it(\"", "n(\"", "with(\"", "with(\n            \"", "with(\n        \""] {
            let found = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            asked.extend(found.filter(|word| is_key(word)).map(str::to_owned));
        }
    }
    asked
}

#[test]
fn both_languages_have_the_same_messages() {
    let (fr, en) = (keys(&read("locales/fr.ftl")), keys(&read("locales/en.ftl")));
    assert!(fr.len() > 200);
    assert_eq!(fr.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn each_message_is_told_once() {
    for locale in ["locales/fr.ftl", "locales/en.ftl"] {
        let text = read(locale);
        let mut known = BTreeSet::new();
        let told =
            text.lines().filter(|line| line.starts_with(char::is_alphabetic)).filter_map(|line| line.split_once(" ="));
        let twice: Vec<&str> = told.map(|(key, _)| key).filter(|key| !known.insert(*key)).collect();
        assert_eq!(twice, Vec::<&str>::new(), "{locale}");
    }
}

#[test]
fn each_message_asked_for_exists() {
    let known = keys(&read("locales/fr.ftl"));
    let missing: Vec<String> = asked().into_iter().filter(|key| !known.contains(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn no_message_is_unused() {
    let used = words();
    let unused: Vec<String> = keys(&read("locales/fr.ftl")).into_iter().filter(|key| !used.contains(key)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

/// What a reader would see of a file: tags, template code and placeables left out.
fn visible(path: &str, text: &str) -> String {
    if path.starts_with("locales") {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        return lines
            .map(|line| line.split_once(" = ").map_or(line, |(_, value)| value))
            .collect::<Vec<_>>()
            .join("\n");
    }
    let mut rest = text;
    let pieces = iter::from_fn(|| {
        let start = rest.find(['<', '{'])?;
        let end = if rest[start..].starts_with('<') { ">" } else { "}" };
        let (before, tail) = rest.split_at(start);
        rest = tail.split_once(end).map_or("", |(_, after)| after);
        Some(before)
    });
    pieces.collect::<Vec<_>>().join("")
}

#[test]
fn french_is_typeset() {
    let mut texts = vec!["locales/fr.ftl".to_owned()];
    let pages = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/pages"));
    let french = pages.iter().filter(|path| path.to_string_lossy().ends_with(".fr.html"));
    texts.extend(french.map(|path| format!("templates/pages/{}", path.file_name().unwrap().to_string_lossy())));
    assert!(texts.len() > 5);
    for path in texts {
        let seen = visible(&path, &read(&path));
        for wrong in ["'", " ;", " !", " ?", " :", "« ", " »", "n° ", "...", "00a0", "202f", "oe ", " oeuvre"] {
            let place = seen.find(wrong).map(|at| &seen[seen.floor_char_boundary(at.saturating_sub(30))..at]);
            assert_eq!(place, None, "{wrong:?} in {path}");
        }
    }
}
