//! `arobase edition` as whoever organises meets it.

mod common;

use common::Place;
use insta::assert_snapshot;

const FILE: &str = r#"
slug = "2022"
name = "4e congrès des élus au numérique"
motto = "De chaque commune, une idée"
congress = 2022-10-06
time_zone = "Indian/Reunion"

[[questions]]
fr = "Que manque-t-il dans votre commune ?"
en = "What is missing in your commune?"

[phases]
collection = { from = 2022-08-19, to = 2022-10-01 }
classification = { from = 2022-10-02, to = "2022-10-05" }
congress = { from = 2022-10-06, to = 2022-10-06 }

[limits]
text = 5000
"#;

#[test]
fn help_in_both_languages() {
    let place = Place::new();
    assert_snapshot!("help_create", place.told(&["edition", "create", "--help"]));
    assert_snapshot!("help_create_en", place.told(&["edition", "create", "--help", "--lang", "en"]));
    assert_snapshot!("help_edition", place.told(&["edition", "--help"]));
}

#[test]
fn an_edition_from_a_file_and_its_planning() {
    let place = Place::new();
    place.file("edition.toml", FILE);
    assert_snapshot!("created_from_a_file", place.told(&["edition", "create", "--file", "edition.toml"]));
    assert_snapshot!("planning", place.told(&["edition", "plan"]));
    assert_snapshot!("planning_en", place.told(&["edition", "plan", "2022", "--lang", "en"]));
    assert_snapshot!("created_twice", place.told(&["edition", "create", "--file", "edition.toml"]));
    place.file("k.csv", "comment-id,comment-body\n1,Plus de bancs\n");
    assert!(place.told(&["import", "k.csv", "--edition", "2022"]).contains("1 reprise"));
    assert_snapshot!("list", place.told(&["edition", "list"]));
    assert!(place.at("arobase-data/publisher.toml").exists(), "the legal notice is there to fill in");
}

#[test]
fn the_day_of_the_congress_is_enough() {
    let place = Place::new();
    let told = place.told(&["edition", "create", "--name", "Congrès 2090", "--congress", "2090-10-05"]);
    assert_snapshot!("laid_out", told);
    let planning = place.told(&["edition", "plan"]);
    assert!(
        planning.contains("Aujourd’hui") && planning.contains("J−67") && planning.contains("dernière relance"),
        "{planning}"
    );
    assert!(place.told(&["edition", "list"]).contains("prochaine phase\u{a0}: préparation"));
    let command = [
        "edition",
        "create",
        "--name",
        "Congrès 2091",
        "--congress",
        "2091-10-04T09:00",
        "--slug",
        "suivant",
        "--question",
        "Et après ? | What next?",
        "--phase",
        "recueil=2091-08-20..2091-09-30",
    ];
    assert!(place.told(&command).starts_with("0\n"));
    assert!(place.told(&["edition", "list"]).starts_with("0\nsuivant  Congrès 2091\n"), "the latest congress first");
}

#[test]
fn what_will_not_do_creates_nothing() {
    let place = Place::new();
    let base = ["edition", "create", "--name", "Congrès"];
    let refused = |rest: &[&str]| {
        let told = place.told(&[&base[..], rest].concat());
        assert!(told.starts_with("2\n"), "{told}");
        told
    };
    assert_snapshot!("no_congress", refused(&[]));
    assert_snapshot!("no_date", refused(&["--congress", "le 7 octobre"]));
    assert_snapshot!(
        "overlap",
        refused(&[
            "--congress",
            "2027-10-07",
            "--phase",
            "recueil=2027-08-19..2027-10-02",
            "--phase",
            "classement=2027-10-01..2027-10-06"
        ])
    );
    assert_snapshot!("backwards", refused(&["--congress", "2027-10-07", "--phase", "recueil=2027-10-02..2027-08-19"]));
    assert_snapshot!("no_phase", refused(&["--congress", "2027-10-07", "--phase", "fête=2027-10-02..2027-08-19"]));
    assert_snapshot!("short_texts", refused(&["--congress", "2027-10-07", "--text-max", "10"]));
    place.file("faute.toml", "name = \"Congrès\"\nmoto = \"x\"\n");
    assert_snapshot!("unknown_key", refused(&["--file", "faute.toml"]));
    assert_snapshot!("list_nowhere", place.told(&["edition", "list", "--lang", "en"]));
    assert!(!place.at("arobase-data").exists());
}
