//! `arobase opinions` as a person or a script meets it.

use insta::assert_snapshot;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: &str) -> &Self {
        fs::write(self.at(name), content).expect("written");
        self
    }

    /// The code, standard output and standard error of a command.
    fn told(&self, line: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arobase"));
        command.arg("opinions").args(line).current_dir(&self.0).env_remove("LC_ALL").env_remove("LC_MESSAGES");
        let output = command.env("LANG", "fr_FR.UTF-8").env("COLUMNS", "100").output().expect("the binary starts");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().expect("an exit code");
        format!("{code}\n{}{}", text(&output.stdout), text(&output.stderr))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn results(folder: &Path) -> Vec<(String, String)> {
    let read = |name: String| (name.clone(), fs::read_to_string(folder.join(name)).expect("UTF-8"));
    names(folder).into_iter().map(read).collect()
}

/// Two camps of thirty and twenty people on nine statements, each person straying once or twice.
fn rows() -> Vec<String> {
    let vote = |person: usize, statement: usize| {
        let strays = statement == person % 10 || statement == person * 7 % 13;
        if (person < 30) ^ strays ^ (statement == 8 && person >= 30) { 1 } else { -1 }
    };
    let row = |person: usize, statement: usize| format!("p{person},{statement},{}\n", vote(person, statement));
    (0..50).flat_map(|person| (0..9).map(move |statement| row(person, statement))).collect()
}

fn votes(rows: &[String]) -> String {
    format!("participant,statement,vote\n{}", rows.concat())
}

fn comments() -> String {
    (0..9).fold("id,text\n".to_owned(), |mut text, at| {
        writeln!(text, "{at},Affirmation numéro {at}").expect("memory");
        text
    })
}

#[test]
fn help_in_both_languages() {
    let place = Place::new();
    assert_snapshot!(place.told(&["--help"]));
    assert_snapshot!(place.told(&["--help", "--lang", "en"]));
}

#[test]
fn the_same_bytes_from_any_order_of_rows() {
    let place = Place::new();
    let mut shuffled = rows();
    place.file("a.csv", &votes(&shuffled)).file("c.csv", &comments());
    shuffled.reverse();
    shuffled.rotate_left(123);
    place.file("b.csv", &votes(&shuffled));
    let one = place.told(&["a.csv", "--comments", "c.csv", "--out", "one"]);
    assert_snapshot!(one);
    assert!(place.told(&["b.csv", "--comments", "c.csv", "--out", "two"]).starts_with('0'));
    let (one, two) = (results(&place.at("one")), results(&place.at("two")));
    let files: Vec<&str> = one.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(files, ["groups.csv", "highlights.csv", "map.svg", "opinions.json", "report.html", "statements.csv"]);
    assert!(one == two, "results depend on the order of rows");
    assert!(place.told(&["b.csv", "--out", "one", "--mode", "polis"]).starts_with('0'), "earlier results are replaced");
    assert_eq!(names(&place.at("")), ["a.csv", "b.csv", "c.csv", "one", "two"]);
}

#[test]
fn people_who_think_alike_make_no_groups() {
    let place = Place::new();
    let rows: Vec<String> =
        (0..30).flat_map(|person| (0..8).map(move |statement| format!("p{person},{statement},1\n"))).collect();
    place.file("a.csv", &votes(&rows));
    assert_snapshot!(place.told(&["a.csv", "--out", "one"]));
    let groups = fs::read_to_string(place.at("one/groups.csv")).expect("written");
    assert!(groups.lines().skip(1).all(|line| line.contains(",,0,0,8,true")), "{groups}");
}

#[test]
fn refusals_leave_no_trace() {
    let place = Place::new();
    place
        .file("a.csv", "participant,statement,vote\na,1,peut-être\n")
        .file("p.csv", "voter-id,comment-id,vote\n1,1,1\n");
    fs::create_dir(place.at("full")).expect("created");
    place.file("full/mine.txt", "");
    let before = names(&place.at(""));
    let lines: [&[&str]; 4] =
        [&["a.csv", "--out", "o"], &["p.csv", "--out", "o"], &["none.csv", "--out", "o"], &["p.csv", "--out", "full"]];
    let told: Vec<String> = lines
        .into_iter()
        .flat_map(|line| [place.told(line), place.told(&[line, &["--lang", "en"]].concat())])
        .collect();
    assert!(told.iter().all(|one| one.starts_with("2\n")), "{told:?}");
    assert_snapshot!(told.concat());
    assert_eq!(names(&place.at("")), before);
    assert!(place.told(&["p.csv", "--out", "o", "--agree", "-1"]).starts_with('0'));
}
