//! `arobase audit`: every run adds up, and no tampered copy does.

mod common;

use common::{Place, corpus, csv, names};
use std::collections::BTreeMap;
use std::fs;

type Row = BTreeMap<String, String>;

/// A run, and what one does to copies of it.
struct Copies {
    place: Place,
}

impl Copies {
    fn new() -> Self {
        let place = Place::new();
        place.file("a.csv", csv(&corpus()));
        place.analyse("a.csv", "run", &["--themes", "4"]);
        Self { place }
    }

    /// Tampers with one file of a fresh copy, and gives the checks that fail beside the hash of the file itself.
    fn failing(&self, file: &str, tamper: impl FnOnce(String) -> String) -> Vec<String> {
        for name in names(&self.place.at("run")) {
            let content = fs::read(self.place.at("run").join(&name)).expect("read");
            self.place.file(&format!("copy/{name}"), content);
        }
        let before = fs::read_to_string(self.place.at("copy").join(file)).expect("UTF-8");
        let after = tamper(before.clone());
        assert_ne!(before, after, "the copy is tampered with");
        self.place.file(&format!("copy/{file}"), after);
        let output = self.place.arobase(&["audit", "copy", "--json"]);
        assert_eq!(output.status.code(), Some(1), "{file}: {}", String::from_utf8_lossy(&output.stdout));
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
        let findings = told["findings"].as_array().expect("a list").clone();
        findings.iter().map(|finding| format!("{} {}", finding["check"], finding["file"]).replace('"', "")).collect()
    }

    /// The same with the rows of a table.
    fn rows_failing(&self, file: &str, tamper: impl FnOnce(&mut Vec<Row>)) -> Vec<String> {
        self.failing(file, |content| {
            let mut reader = csv::Reader::from_reader(content.as_bytes());
            let header = reader.headers().expect("a header").clone();
            let mut rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().expect("rows");
            tamper(&mut rows);
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&header).expect("written");
            for row in &rows {
                writer.write_record(header.iter().map(|name| &row[name])).expect("written");
            }
            String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
        })
    }
}

/// The first row where a column has a value.
fn first<'a>(rows: &'a mut [Row], column: &str) -> &'a mut Row {
    rows.iter_mut().find(|row| !row[column].is_empty()).expect("a row")
}

fn set(row: &mut Row, column: &str, value: impl Into<String>) {
    row.insert(column.to_owned(), value.into());
}

#[test]
fn ten_tampered_copies_do_not_add_up() {
    let copies = Copies::new();
    let fails =
        |found: Vec<String>, expected: &str| assert!(found.iter().any(|one| one == expected), "{expected}: {found:?}");

    let moved = copies.rows_failing("ideas.csv", |rows| {
        let other =
            rows.iter().map(|row| row["theme_id"].clone()).filter(|theme| !theme.is_empty()).max().expect("a theme");
        let row =
            rows.iter_mut().find(|row| !row["theme_id"].is_empty() && row["theme_id"] != other).expect("another theme");
        set(row, "theme_id", other);
    });
    fails(moved.clone(), "differs lineage.csv");
    fails(moved, "figure themes.csv");

    let counted = copies.rows_failing("questions.csv", |rows| set(&mut rows[0], "ideas", "9999"));
    fails(counted, "figure questions.csv");

    let deleted = copies.rows_failing("ledger.csv", |rows| drop(rows.remove(3)));
    fails(deleted, "missing ledger.csv");

    let reworded = copies.rows_failing("propositions.csv", |rows| {
        let text = format!("{} pour les pharmaciens", rows[0]["text"]);
        set(&mut rows[0], "text", text);
    });
    fails(reworded, "words propositions.csv");

    let theme = copies.rows_failing("themes.csv", |rows| {
        let more = rows[0]["contributions"].parse::<usize>().expect("a number") + 1;
        set(&mut rows[0], "contributions", more.to_string());
    });
    fails(theme, "figure themes.csv");

    let report = copies.failing("report.html", |page| {
        let at = page.find("<data class=\"t01.ideas\"").expect("a figure");
        let text = at + page[at..].find("\">").expect("its end") + 2;
        format!("{}9{}", &page[..text], &page[text..])
    });
    fails(report, "figure report.html");

    let swapped = copies.rows_failing("ideas.csv", |rows| {
        let (one, other) = (rows[0]["idea_id"].clone(), rows[1]["idea_id"].clone());
        set(&mut rows[0], "idea_id", other);
        set(&mut rows[1], "idea_id", one);
    });
    fails(swapped, "numbering ideas.csv");

    let doubled = copies.rows_failing("lineage.csv", |rows| rows.insert(2, rows[1].clone()));
    fails(doubled, "twice lineage.csv");

    let cut = copies.rows_failing("ideas.csv", |rows| {
        let row = first(rows, "theme_id");
        let end = row["end"].parse::<usize>().expect("a number") - 3;
        set(row, "end", end.to_string());
    });
    fails(cut, "span ideas.csv");

    let hash = copies.failing("run.json", |run| {
        let at = run.find("\"output_hash\": \"").expect("a hash") + 16;
        let other = if run[at..].starts_with('0') { "1" } else { "0" };
        format!("{}{other}{}", &run[..at], &run[at + 1..])
    });
    fails(hash, "hash run.json");
}

#[test]
fn the_contributions_prove_more() {
    let copies = Copies::new();
    let place = &copies.place;
    place.file("autre.csv", csv(&corpus()).replace("fibre", "fibro").replace("personne 3,", "personne 4,"));
    let told = place.told(&["audit", "run", "--input", "autre.csv"]);
    assert!(told.starts_with("1\n"), "{told}");
    for expected in ["le texte n’est pas celui de la contribution", "authors", "input_hash"] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    assert!(place.told(&["audit", "ailleurs"]).starts_with("2\n"));
}

#[test]
fn the_demonstration_adds_up() {
    let place = Place::new();
    place.file("demo.csv", include_str!("../demo/contributions.csv"));
    place.analyse("demo.csv", "run", &[]);
}
