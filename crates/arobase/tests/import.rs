//! `arobase import` as whoever helps meets it.

mod common;

use common::Place;
use insta::assert_snapshot;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

const DECIDIM: &str = "id;author/name;component/id;title/fr;body/fr;state;withdrawn;published_at;url;scope/name/fr\n\
    41;Anne Morvan;3;Un guichet;<p>Ouvrir un guichet le samedi</p>;;false;2026-09-14 10:32:05 +0200;https://participer.exemple.fr/p/41;Nouans (72)\n\
    42;;3;La fibre;La fibre dans chaque hameau;;false;un jour;https://participer.exemple.fr/p/42;\n\
    43;Bob;3;Non;Plus rien;withdrawn;true;2026-09-15 09:00:00 +0200;https://participer.exemple.fr/p/43;\n\
    44;Bob;3;;;;false;2026-09-15 09:30:00 +0200;https://participer.exemple.fr/p/44;\n\
    45;Bob\n";

fn site() -> Place {
    let place = Place::new();
    let told = place.told(&["init", "--slug", "2026", "--name", "Congrès 2026"]);
    assert!(told.starts_with("0\n"), "{told}");
    place
}

#[test]
fn help_in_both_languages() {
    let place = Place::new();
    assert_snapshot!(place.told(&["import", "--help"]));
    assert_snapshot!(place.told(&["import", "--help", "--lang", "en"]));
}

#[test]
fn a_decidim_export_is_imported_once() {
    let place = site();
    place.file("proposals.csv", DECIDIM);
    assert_snapshot!("decidim_tried", place.told(&["import", "proposals.csv", "--dry-run"]));
    assert_snapshot!("decidim_taken", place.told(&["import", "proposals.csv", "--report", "rapport.csv"]));
    assert_snapshot!("decidim_report", fs::read_to_string(place.at("rapport.csv")).expect("written"));
    assert_snapshot!("decidim_again", place.told(&["import", "proposals.csv", "--lang", "en"]));
    place.file("autre.csv", DECIDIM.replace("hameau", "village"));
    assert_snapshot!("decidim_conflict", place.told(&["import", "autre.csv"]));
    let told = place.told(&["import", "autre.csv", "--source", "autre instance", "--channel", "workshop"]);
    assert!(told.contains("2 reprises (n°\u{a0}3 à 4)"), "{told}");
    assert!(place.told(&["journal", "verify"]).starts_with("0\n3 inscriptions"), "made, imported twice");
}

#[test]
fn several_files_each_with_its_columns() {
    let place = site();
    place
        .file("papier.csv", "nom,avis,souhait\nAnne,Trop lent,Plus de débit\n,,\n")
        .file("k.csv", "comment-id,comment-body\n1,Plus de bancs\n");
    assert_snapshot!(place.told(&[
        "import",
        "papier.csv",
        "--text",
        "avis",
        "--text",
        "souhait",
        "--author",
        "nom",
        "--channel",
        "paper"
    ]));
    assert_snapshot!(place.told(&["import", "k.csv", "papier.csv"]));
}

const MBOX: &str = "From anne@nouans.example Mon Sep 14 10:32:05 2026\nFrom: Anne Morvan <anne@nouans.example>\nSubject: Re: La fibre\nDate: Mon, 14 Sep 2026 10:32:05 +0200\nMessage-ID: <a1@nouans.example>\n\nIl faut la fibre.\n\nCordialement,\nAnne\n\nFrom bob@x.example Mon Sep 14 10:32:05 2026\nFrom: bob@x.example\nSubject: Absence\nAuto-Submitted: auto-replied\nMessage-ID: <b2@x.example>\n\nAbsent.\n";

#[test]
fn messages_become_contributions_to_check() {
    let place = site();
    place.file("courrier.mbox", MBOX);
    assert_snapshot!(place.told(&["import", "courrier.mbox"]));
    assert_snapshot!(place.told(&["import", "courrier.mbox", "--lang", "en"]));
}

#[test]
fn rows_left_out_for_one_reason_are_told_together() {
    let place = site();
    let file = |word: &str| {
        let rows: Vec<String> = (1..=8).map(|n| format!("{n},{word} {n}\n")).collect();
        format!("comment-id,comment-body\n{}", rows.concat())
    };
    place.file("un.csv", file("idée")).file("deux.csv", file("autre idée"));
    assert!(place.told(&["import", "un.csv"]).contains("8 reprises"));
    assert_snapshot!(place.told(&["import", "deux.csv"]));
}

#[test]
fn refusals_import_nothing() {
    let place = Place::new();
    place.file("k.csv", "comment-id,comment-body\n1,Plus de bancs\n").file("x.csv", "a,b\n1,Une phrase\n");
    assert_snapshot!("without_a_site", place.told(&["import", "k.csv"]));
    assert!(!place.at("arobase-data").exists(), "no folder is made");
    let place = site();
    place.file("k.csv", "comment-id,comment-body\n1,Plus de bancs\n").file("x.csv", "a,b\n1,Une phrase\n");
    assert_snapshot!("unknown_edition", place.told(&["import", "k.csv", "--edition", "2031"]));
    assert_snapshot!("one_file_will_not_do", place.told(&["import", "k.csv", "x.csv"]));
    assert_snapshot!("no_such_channel", place.told(&["import", "k.csv", "--channel", "pigeon"]));
    assert_snapshot!("report_nowhere", place.told(&["import", "k.csv", "--report", "nulle/part.csv"]));
    assert!(place.told(&["import", "k.csv"]).contains("1 reprise"), "nothing had been imported before");
}

/// Killed at any moment, an import is there whole or not at all, and the next one completes it.
#[test]
fn a_kill_leaves_nothing_half_written() {
    const ROWS: usize = 4_000;
    const ROUNDS: u64 = 12;
    let place = site();
    let mut interrupted = 0;
    for round in 0..ROUNDS {
        let rows: Vec<String> =
            (0..ROWS).map(|n| format!("{n},L’idée {n} du tour {round} pour la commune\n")).collect();
        place.file("grand.csv", format!("comment-id,comment-body\n{}", rows.concat()));
        let source = format!("tour {round}");
        let mut process = Command::new(env!("CARGO_BIN_EXE_arobase"))
            .args(["import", "grand.csv", "--source", &source])
            .current_dir(place.at(""))
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary runs");
        thread::sleep(Duration::from_millis(40 + 90 * round));
        interrupted += u32::from(process.try_wait().expect("it can be asked").is_none());
        let _ = process.kill(); // an error says that it has ended already
        process.wait().expect("it ends");
        let told = place.told(&["import", "grand.csv", "--source", &source]);
        let whole = told.contains(&format!("{ROWS} reprises")) || told.contains(&format!("{ROWS} déjà là"));
        assert!(whole, "{told}");
        assert!(
            place.told(&["journal", "verify"]).starts_with(&format!("0\n{} inscriptions", round + 2)),
            "one entry a round"
        );
    }
    assert!(interrupted >= 2, "only {interrupted} were under way: the kills came too late to mean anything");
    println!("{interrupted} of {ROUNDS} imports were killed under way");
}
