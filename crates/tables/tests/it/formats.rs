//! The same contributions come out of every format and encoding.

use crate::common::{PLAIN, Place, ods, xlsx, xlsx_row};
use arobase_tables::{Columns, Notice, Reason, Row, Table, read, read_all};
use std::io::Write;
use std::path::Path;

const CSV: &str = "Identifiant;Titre;Texte;Auteur;Commune\n\
    7;Débit;La fibre « partout », vite;Zoé;01004\n\
    9;;\"Deux lignes\net un \"\"mot\"\"\";;\n";

fn table(path: &Path) -> Table {
    read(path, &Columns::default()).expect("readable")
}

fn asked(text: &[&str]) -> Columns {
    Columns { text: text.iter().map(|&name| name.to_owned()).collect(), ..Columns::default() }
}

fn expected() -> Vec<Row> {
    let first = Row {
        id: "7".into(),
        text: "La fibre « partout », vite".into(),
        title: "Débit".into(),
        author: Some("Zoé".into()),
        territory: Some("01004".into()),
        date: None,
        channel: None,
        question: None,
        line: 2,
    };
    let second = Row {
        id: "9".into(),
        text: "Deux lignes\net un \"mot\"".into(),
        title: String::new(),
        author: None,
        territory: None,
        line: 3,
        ..first.clone()
    };
    vec![first, second]
}

#[test]
fn csv_in_every_encoding() {
    let place = Place::new();
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(CSV.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bare: Vec<u8> = CSV.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let legacy = encoding_rs::WINDOWS_1252.encode(CSV).0.into_owned();
    let marked = ["\u{feff}", CSV].concat().into_bytes();
    for (content, encoding) in [
        (CSV.as_bytes().to_vec(), None),
        (marked, None),
        (wide, Some("UTF-16LE")),
        (bare, Some("UTF-16BE")),
        (legacy, Some("windows-1252")),
    ] {
        let found = table(&place.file("a.csv", content));
        assert_eq!(found.rows, expected());
        let told = encoding.map(|name| Notice::Encoding { file: "a.csv".into(), encoding: name.into() });
        assert_eq!(found.notices, Vec::from_iter(told));
    }
}

#[test]
fn csv_compressed_or_with_another_name() {
    let place = Place::new();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(CSV.as_bytes()).expect("memory does not fail");
    let gzip = gzip.finish().expect("memory does not fail");
    assert_eq!(table(&place.file("a.csv.gz", gzip)).rows, expected());
    assert_eq!(table(&place.file("a.xlsx", CSV)).rows, expected());
    assert_eq!(table(&place.file("a.csv", format!("sep=;\r\n{CSV}"))).rows.len(), 2);
}

#[test]
fn json_lines_and_arrays() {
    let place = Place::new();
    let first = r#"{"id":7,"title":{"fr":"Débit"},"body":{"fr":"La fibre « partout », vite"},"author":"Zoé","commune":"01004"}"#;
    let second = r#"{"id":"9","body":{"fr":"Deux lignes\net un \"mot\""}}"#;
    let lines = table(&place.file("a.jsonl", format!("{first}\n{second}\n")));
    let mut wanted = expected();
    (wanted[0].line, wanted[1].line) = (1, 2);
    assert_eq!(lines.rows, wanted);
    assert_eq!(table(&place.file("a.json", format!("[{first}\n,{second}]"))).rows, wanted);
}

#[test]
fn workbooks() {
    let place = Place::new();
    let header = ["Identifiant", "Titre", "Texte", "Auteur", "Commune"];
    let first = ["7", "Débit", "La fibre « partout », vite", "Zoé", "01004"];
    let second = ["9", "", "Deux lignes\net un \"mot\"", "", ""];
    let rows = xlsx_row(1, &header) + &xlsx_row(2, &first) + &xlsx_row(3, &second);
    assert_eq!(table(&place.file("a.xlsx", xlsx(&[("Feuil1", &rows)]))).rows, expected());
    assert_eq!(table(&place.file("a.ods", ods(&[&header, &first, &second], PLAIN))).rows, expected());
}

#[test]
fn a_workbook_is_read_where_its_contributions_are() {
    let place = Place::new();
    let notes = xlsx_row(1, &["Lisez-moi"]) + &xlsx_row(2, &["bonjour"]);
    let number = "<row r=\"5\"><c r=\"A5\"><v>12</v></c><c r=\"B5\" t=\"inlineStr\"><is><t>Oui</t></is></c>\
                  <c r=\"C5\" s=\"1\"><v>44562</v></c></row>";
    let error = "<row r=\"6\"><c r=\"A6\"><v>13</v></c><c r=\"B6\" t=\"e\"><v>#REF!</v></c></row>";
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>loin</t></is></c></row>";
    let rows =
        [&xlsx_row(1, &["Consultation 2022"]), &xlsx_row(4, &["id", "texte", "date"]), number, error, far].concat();
    let found = table(&place.file("a.xlsx", xlsx(&[("Notes", &notes), ("Réponses", &rows)])));
    let row = &found.rows[0];
    assert_eq!((row.id.as_str(), row.text.as_str(), row.date.as_deref()), ("12", "Oui", Some("2022-01-01")));
    assert_eq!((found.broken[0].line, &found.broken[0].reason), (6, &Reason::CellError("#REF!".into())));
    assert!(found.notices.contains(&Notice::Sheet {
        file: "a.xlsx".into(),
        chosen: "Réponses".into(),
        others: vec!["Notes".into()]
    }));
}

#[test]
fn several_columns_form_the_text() {
    let place = Place::new();
    let path = place.file("a.csv", "constat,souhait\nLent, plus de débit\n ,Rien\n");
    let found = read(&path, &asked(&["Souhait", "constat"])).expect("readable");
    assert_eq!(found.rows[0].text, " plus de débit\n\nLent");
    assert_eq!(found.rows[1].text, "Rien");
}

#[test]
fn ids_do_not_depend_on_the_order_of_rows() {
    let place = Place::new();
    let ids = |content: &str| {
        let mut ids: Vec<_> =
            table(&place.file("a.csv", content)).rows.into_iter().map(|row| (row.text, row.id)).collect();
        ids.sort();
        ids
    };
    let without = ids("texte\nun\ndeux\nun\n");
    assert_eq!(without, ids("texte\nun\nun\ndeux\n"));
    assert!(without[2].1.ends_with("-2") && without[2].1.starts_with(&without[1].1), "{without:?}");
    assert_eq!(ids("id,texte\nx,un\nx,deux\nx-2,trois\n"), ids("id,texte\nx-2,trois\nx,deux\nx,un\n"));
    let repeated = table(&place.file("a.csv", "id,texte\nx,un\nx,deux\nx-2,trois\n"));
    assert_eq!(repeated.notices, [Notice::RepeatedIds { ids: 1, example: "x".into() }]);
    assert!(repeated.rows.iter().any(|row| row.id == "x-3"));
}

#[test]
fn ids_are_unique_over_several_files() {
    let place = Place::new();
    let paths = [place.file("a.csv", "texte\nun\n"), place.file("b.csv", "texte\nun\n")];
    let found = read_all(&paths, &Columns::default()).expect("readable");
    assert_eq!(found.rows[1].id, format!("{}-2", found.rows[0].id));
    assert_eq!(found.notices, []);
}

#[test]
fn broken_rows_are_kept_with_their_reason() {
    let place = Place::new();
    let content = [&b"id,texte,auteur\n1,un,a\n2\n3,\"trois,b\n4,\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xA7\xC3\xAA,c\n5,cinq \xE9,d\n,,\n6,six,\n"[..]].concat();
    let found = table(&place.file("a.csv", content));
    let ids: Vec<&str> = found.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["1", "4", "6"]);
    let broken: Vec<_> = found.broken.iter().map(|one| (one.line, one.reason.code(), one.column.as_deref())).collect();
    assert_eq!(
        broken,
        [(3, "field_count", None), (4, "unclosed_quote", Some("texte")), (6, "not_utf8", Some("texte"))]
    );
    assert!(found.broken.iter().all(|one| one.id.starts_with('b') && one.id.len() == 11));
    assert_eq!(found.notices, [Notice::Blank { file: "a.csv".into(), rows: 1 }]);
}
