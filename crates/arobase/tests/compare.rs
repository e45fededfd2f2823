//! `arobase compare` as a person or a script meets it.

mod common;

use common::Place;
use std::fs;

/// Contributions on three subjects.
fn rows(from: usize, to: usize) -> String {
    let subjects = [
        "il faut former les agents des mairies au numérique",
        "la fibre doit arriver dans tous les villages de la vallée",
        "utiliser des logiciels libres dans les écoles du canton",
    ];
    let row = |at: usize| format!("c{at},{} numéro {at}\n", subjects[at % 3]);
    format!("id,texte\n{}", (from..to).map(row).collect::<String>())
}

#[test]
fn a_run_is_equal_to_itself_and_overlaps_with_another() {
    let place = Place::new();
    place.file("a.csv", rows(0, 60)).file("b.csv", rows(15, 75));
    place.analyse("a.csv", "a", &[]);
    place.analyse("b.csv", "b", &[]);
    let alone = place.told(&["compare", "a", "a"]);
    assert!(alone.contains("AMI 1.000") && alone.contains("0 idées déplacées"), "{alone}");
    let json = place.arobase(&["compare", "a", "b", "--json", "--svg", "a-b.svg"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("one JSON object");
    let common = json["difference"]["common"].as_u64().expect("a number");
    assert!(common >= 45 && common < json["ideas"][0].as_u64().expect("a number"), "{common}");
    let svg = fs::read_to_string(place.at("a-b.svg")).expect("drawn");
    assert!(svg.contains("idées nouvelles") && svg.contains("idées absentes"));
}

#[test]
fn what_is_no_run_is_refused() {
    let place = Place::new();
    place.file("vide/notes.txt", "");
    for (line, french) in [("nulle-part", "ce n’est pas un dossier"), ("vide", "ce fichier manque")] {
        let told = place.told(&["compare", line, line]);
        assert!(told.starts_with("2\n") && told.contains(french), "{told}");
    }
}
