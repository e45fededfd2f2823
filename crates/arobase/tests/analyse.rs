//! `arobase analyse` as a person or a script meets it.

mod common;

use common::{Place, corpus, csv, names};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

/// The two languages of a refusal, one after the other; nothing may have been written.
fn refused(place: &Place, line: &[&str]) -> String {
    let before = names(&place.at(""));
    let french = place.told(&[&["analyse"], line].concat());
    let english = place.told(&[&["analyse", "--lang", "en"], line].concat());
    assert!(french.starts_with("2\n") && english.starts_with("2\n"), "{french}{english}");
    assert_eq!(names(&place.at("")), before, "a refusal leaves no trace");
    format!("{}{}", &french[2..], &english[2..])
}

/// Every file of a run; what was measured is left out.
fn results(folder: &Path) -> Vec<(String, String)> {
    let read = |name: &String| fs::read_to_string(folder.join(name)).expect("UTF-8");
    names(folder)
        .into_iter()
        .map(|name| {
            let content = read(&name);
            let end = match name.as_str() {
                "run.json" => content.find("\"measured\"").expect("measured"),
                _ => content.len(),
            };
            let content = if name == "report.html" { without_measures(&content) } else { content[..end].to_owned() };
            (name, content)
        })
        .collect()
}

/// The report without the one table that holds durations.
fn without_measures(report: &str) -> String {
    let (before, rest) = report.split_once("id=\"measured\"").expect("an element for what was measured");
    let (_, after) = rest.split_once("</table>").expect("it is closed");
    format!("{before}{after}")
}

#[test]
fn help_in_both_languages() {
    let place = Place::new();
    assert_snapshot!(place.told(&["analyse", "--help"]));
    assert_snapshot!(place.told(&["analyse", "--help", "--lang", "en"]));
    assert_snapshot!(place.told(&["--help"]));
}

#[test]
fn command_lines_that_make_no_sense() {
    let place = Place::new();
    assert_snapshot!(refused(&place, &["a.csv"]));
    assert_snapshot!(refused(&place, &["a.csv", "--out", "out", "--questions", "12"]));
    assert_snapshot!(refused(&place, &["a.csv", "--out", "out", "--txet", "a"]));
    assert_snapshot!(refused(&place, &["a.csv", "--out", "out", "--title", "a", "--title", "b"]));
    assert_snapshot!(refused(&place, &["a.csv", "--out"]));
}

#[test]
fn files_that_will_not_do() {
    let place = Place::new();
    fs::create_dir(place.at("dossier")).expect("created");
    place.file("vide.csv", "").file("a.pdf", "%PDF-1.4\n").file("entete.csv", "id;texte\n");
    place.file("colonnes.csv", "id,titre,contenu\n1,Fibre,La fibre partout\n").file("dossier/x.csv", "x\n");
    let out = ["--out", "out"];
    for name in ["absent.csv", "dossier", "vide.csv", "entete.csv", "a.pdf"] {
        assert_snapshot!(name, refused(&place, &[&[name], &out[..]].concat()));
    }
    assert_snapshot!(refused(&place, &["colonnes.csv", "--text", "texte", "--out", "out"]));
    place.file("casse.csv", format!("id,texte\n1,\"{}\"\n", "a".repeat(2 << 20)));
    assert_snapshot!(refused(&place, &["casse.csv", "--out", "out"]));
    place.file("lignes.csv", "id,texte\n1,Ouvrir les données\n2\n");
    assert_snapshot!(refused(&place, &["lignes.csv", "--out", "out", "--strict"]));
}

#[test]
fn directories_that_will_not_do() {
    let place = Place::new();
    place.file("a.csv", csv(&corpus())).file("fichier", "");
    fs::create_dir(place.at("occupe")).expect("created");
    place.file("occupe/notes.txt", "à moi");
    assert_snapshot!(refused(&place, &["a.csv", "--out", "fichier"]));
    assert_snapshot!(refused(&place, &["a.csv", "--out", "occupe"]));
}

#[test]
fn the_same_results_whatever_the_order_and_the_threads() {
    let place = Place::new();
    let rows = corpus();
    let mut shuffled = rows.clone();
    shuffled.reverse();
    shuffled.rotate_left(13);
    place.file("a.csv", csv(&rows)).file("b.csv", csv(&shuffled));
    let one = place.told(&["analyse", "a.csv", "--out", "one", "--threads", "1"]);
    assert!(one.starts_with("0\n      40  contributions\n"), "{one}");
    place.analyse("a.csv", "two", &["--threads", "2"]);
    place.analyse("b.csv", "shuffled", &[]);
    let (one, two, shuffled) = (results(&place.at("one")), results(&place.at("two")), results(&place.at("shuffled")));
    assert!(
        ["ideas.csv", "ledger.csv", "report.html", "run.json", "state.json"]
            .iter()
            .all(|name| one.iter().any(|file| file.0 == *name))
    );
    assert!(one.len() == two.len() && one.len() == shuffled.len());
    for ((file, other), third) in one.iter().zip(&two).zip(&shuffled) {
        assert!(file == other, "{} depends on the number of threads", file.0);
        assert!(file == third, "{} depends on the order of rows", file.0);
    }
    let again = place.told(&["analyse", "b.csv", "--out", "one"]);
    assert!(again.starts_with('0'), "earlier results are replaced: {again}");
    assert_eq!(names(&place.at("")), ["a.csv", "b.csv", "one", "shuffled", "two"]);
}

#[test]
fn files_for_other_tools_are_made_when_asked() {
    let place = Place::new();
    let mut shuffled = corpus();
    shuffled.reverse();
    place.file("x/a.csv", csv(&corpus())).file("y/a.csv", csv(&shuffled));
    place.analyse("x/a.csv", "without", &[]);
    place.analyse("x/a.csv", "one", &["--formats"]);
    place.analyse("y/a.csv", "other", &["--formats", "--threads", "1"]);
    let before = names(&place.at("without"));
    let more: Vec<String> = names(&place.at("one")).into_iter().filter(|name| !before.contains(name)).collect();
    assert_snapshot!(more.join("\n"));
    for name in more {
        let read = |out: &str| fs::read(place.at(out).join(&name)).expect("written");
        assert!(read("one") == read("other"), "{name} depends on the order of rows");
    }
}

#[test]
fn the_question_asked_tells_wishes_from_complaints() {
    let place = Place::new();
    let answer = |n: usize| format!("{n},Guichet unique du canton {n},Quelles difficultés rencontrez-vous ?");
    let answers: Vec<String> = (0..12).map(answer).collect();
    place.file("a.csv", format!("id,texte,rubrique\n{}\n", answers.join("\n")));
    let proposals = |out: &str, more: &[&str]| {
        assert!(place.told(&[&["analyse", "a.csv", "--out", out], more].concat()).starts_with('0'));
        let ideas = fs::read_to_string(place.at(out).join("ideas.csv")).expect("written");
        ideas.lines().filter(|line| line.contains(",proposal,")).count()
    };
    assert_eq!(proposals("alone", &[]), 12);
    assert_eq!(proposals("asked", &["--question", "Que proposez-vous ?"]), 12);
    assert_eq!(proposals("wrong", &["--question", "rubrique"]), 0);
    assert!(
        place.told(&["audit", "wrong", "--input", "a.csv", "--question", "rubrique"]).starts_with('0'),
        "it adds up"
    );
    assert!(!place.told(&["audit", "wrong", "--input", "a.csv"]).starts_with('0'), "the question is part of the input");
}

#[test]
fn nothing_is_dropped() {
    let place = Place::new();
    let mut rows = corpus();
    rows.extend(["x1,\"jamais fermée,,\n".to_owned(), "x2,trop,de,champs,ici\n".to_owned()]);
    place.file("a.csv", csv(&rows));
    let output = place.arobase(&["analyse", "a.csv", "--out", "out", "--json", "--title", "texte"]);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(said.lines().count(), 2, "{said}");
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    assert_eq!((summary["contributions"].as_u64(), summary["broken"].as_u64()), (Some(42), Some(2)));
    assert!(place.told(&["audit", "out", "--input", "a.csv", "--title", "texte"]).starts_with('0'), "it adds up");
    let first = |line: &str| line.split(',').next().map(str::to_owned);
    let column = |name: &str| {
        let content = fs::read_to_string(place.at("out").join(name)).expect("written");
        content.lines().skip(1).filter_map(first).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(column("lineage.csv").len(), 42);
    assert_eq!(column("lineage.csv"), column("ledger.csv"));
    let ledger = fs::read_to_string(place.at("out/ledger.csv")).expect("written");
    assert!(ledger.contains(",broken,broken_row,\"a.csv, ligne"), "{ledger}");
}
