//! Every file that cannot be read gets a message that names it and says what to do, in both languages.

use crate::common::{ENCRYPTED, PLAIN, Place, ods, package, xlsx};
use arobase_domain::Lang;
use arobase_tables::{CELL_LIMIT, Columns, Table, read};
use insta::assert_snapshot;
use std::path::Path;

/// The French then the English message, with the temporary directory left out.
fn refusal(path: &Path, columns: &Columns) -> String {
    let error = read(path, columns).expect_err("unreadable");
    let folder = path.parent().expect("a file in a directory").display().to_string() + "/";
    [Lang::Fr, Lang::En].map(|lang| error.message(lang).replace(&folder, "")).join("\n")
}

fn plain(place: &Place, name: &str, content: impl AsRef<[u8]>) -> String {
    refusal(&place.file(name, content), &Columns::default())
}

#[test]
fn no_file_and_directories() {
    let place = Place::new();
    assert_snapshot!(refusal(&place.at("absent.csv"), &Columns::default()));
    std::fs::create_dir(place.at("dossier")).expect("created");
    assert_snapshot!(refusal(&place.at("dossier"), &Columns::default()));
    place.file("dossier/b.csv", "x");
    place.file("dossier/a.XLSX", "x");
    place.file("dossier/notes.pdf", "x");
    assert_snapshot!(refusal(&place.at("dossier"), &Columns::default()));
}

#[test]
fn files_without_rows() {
    let place = Place::new();
    assert_snapshot!(plain(&place, "vide.csv", ""));
    assert_eq!(plain(&place, "vide.csv", " \n\n"), plain(&place, "vide.csv", ""));
    assert_eq!(plain(&place, "vide.csv", ods(&[], PLAIN)), plain(&place, "vide.csv", xlsx(&[("Feuille", "")])));
    assert_snapshot!(plain(&place, "entete.csv", "id,texte\n"));
    assert_eq!(plain(&place, "entete.csv", "id,texte\n,\n,\n"), plain(&place, "entete.csv", "id,texte\n"));
}

#[test]
fn other_kinds_of_files() {
    let place = Place::new();
    assert_snapshot!(plain(&place, "a.csv", "%PDF-1.7\n"));
    assert_snapshot!(plain(&place, "a.csv", "\x7fELF\0\0\0\x01\0\0\0\0"));
    assert_snapshot!(plain(&place, "a.csv", b"\x89PNG\r\n\x1a\n"));
    assert_snapshot!(plain(&place, "a.csv", "<!DOCTYPE html><html><body>Connectez-vous</body></html>"));
    assert_snapshot!(plain(&place, "a.xlsx", package(&[("word/document.xml", "")])));
    assert_snapshot!(plain(&place, "a.zip", package(&[("a.csv", "id,texte\n1,un\n")])));
}

#[test]
fn workbooks_that_do_not_open() {
    let place = Place::new();
    let whole = xlsx(&[("Feuille", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]);
    assert_snapshot!(plain(&place, "a.xlsx", &whole[..whole.len() / 2]));
    assert_snapshot!(plain(&place, "a.xlsx", xlsx(&[("Feuille", "<row r=\"1\"><c r=\"1A\"></row>")])));
    assert_snapshot!(plain(&place, "a.ods", ods(&[&["texte"], &["un"]], ENCRYPTED)));
    let entry: Vec<u8> = "EncryptedPackage\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.resize(1024, 0);
    compound.extend(entry);
    compound.resize(2048, 0);
    assert_eq!(plain(&place, "a.ods", compound), plain(&place, "a.ods", ods(&[&["texte"], &["un"]], ENCRYPTED)));
}

#[test]
fn missing_columns() {
    let place = Place::new();
    let asked = |name: &str| Columns { text: vec![name.into()], ..Columns::default() };
    let path = place.file("contributions.csv", "id,titre,contenu\n1,Fibre,La fibre partout\n");
    assert_snapshot!(refusal(&path, &asked("contenus")));
    assert_snapshot!(refusal(&path, &asked("zzz")));
    assert_snapshot!(refusal(&path, &Columns { author: Some("auteur".into()), ..Columns::default() }));
    let path = place.file("enquete.csv", "rang,Ce qui manque,note\n1,La fibre dans chaque bourg,4\n");
    assert_snapshot!(refusal(&path, &Columns::default()));
}

#[test]
fn files_of_which_no_row_is_readable() {
    let place = Place::new();
    assert_snapshot!(plain(&place, "a.csv", "id,texte\n1\n2\n"));
    assert_snapshot!(plain(&place, "a.csv", format!("id,texte\n1,\"{}\"\n", "a".repeat(CELL_LIMIT + 1))));
    assert_snapshot!(plain(&place, "a.csv", "id,texte\n1,\"jamais fermée\n"));
    assert_snapshot!(plain(&place, "a.jsonl", "{\"texte\": \"un\"\n"));
}

#[test]
fn messages_are_typeset() {
    let place = Place::new();
    let content = "sep=;\nid;texte;message\n1;l\"un;x\n1;\"d\"eux\";y\n;;\n2\n";
    let Table { notices, broken, .. } = read(&place.file("a.csv", content), &Columns::default()).expect("readable");
    let all = notices.iter().map(|one| one.message(Lang::Fr)).chain(broken.iter().map(|one| one.message(Lang::Fr)));
    let all: Vec<String> = all.collect();
    assert!(all.iter().all(|message| !message.contains(" :") && !message.contains(" ;") && !message.contains('\'')));
    assert_snapshot!(all.join("\n"));
    let english = notices.iter().map(|one| one.message(Lang::En)).chain(broken.iter().map(|one| one.message(Lang::En)));
    assert_snapshot!(english.collect::<Vec<_>>().join("\n"));
}
