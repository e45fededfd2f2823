//! The promises of `analyse` on real consultations, which stay outside the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of the corpora; `None`, with a printed line, when the folder is absent. In continuous integration it must be there.
fn corpus(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("AROBASE_DATA").map_or(beside, PathBuf::from);
    let file = folder.join(name);
    if file.exists() {
        return Some(file);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is needed in continuous integration", file.display());
    println!("skipped: {} is absent", file.display());
    None
}

fn analyse(file: &Path, options: &[&str], out: &Path) {
    let run = Command::new(env!("CARGO_BIN_EXE_arobase"))
        .arg("analyse")
        .arg(file)
        .args(options)
        .arg("--out")
        .arg(out)
        .output();
    let run = run.expect("the binary starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut audit = Command::new(env!("CARGO_BIN_EXE_arobase"));
    audit.arg("audit").arg(out).arg("--input").arg(file);
    let columns = options.iter().filter(|option| !option.starts_with("--threads") && option.parse::<u32>().is_err());
    let audit = audit.args(columns).output().expect("the binary starts");
    assert!(audit.status.success(), "{}", String::from_utf8_lossy(&audit.stdout));
}

fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).expect("a table");
    reader.deserialize().collect::<Result<_, _>>().expect("rows")
}

/// Every contribution is in the lineage, and every letter and digit of each in exactly one idea, whose text is those characters.
fn keeps_everything(file: &Path, text: &str, out: &Path) {
    let sources: BTreeMap<String, Vec<char>> =
        rows(file).into_iter().map(|row| (row["id"].clone(), row[text].chars().collect())).collect();
    let lineage: BTreeSet<String> =
        rows(&out.join("lineage.csv")).into_iter().map(|row| row["contribution_id"].clone()).collect();
    assert_eq!(lineage, sources.keys().cloned().collect());
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for idea in rows(&out.join("ideas.csv")) {
        let scalars = &sources[&idea["contribution_id"]];
        let (start, end): (usize, usize) =
            (idea["start"].parse().expect("a number"), idea["end"].parse().expect("a number"));
        let from = ends.insert(idea["contribution_id"].clone(), end).unwrap_or(0);
        assert!(from <= start && start < end && end <= scalars.len(), "{idea:?}");
        assert!(!scalars[from..start].iter().any(|c| c.is_alphanumeric()), "lost before {idea:?}");
        let exact: String = scalars[start..end].iter().collect();
        assert_eq!(arobase_text::repair::repair(&exact), idea["text"], "{idea:?}");
    }
    for (id, scalars) in &sources {
        let from = ends.get(id).copied().unwrap_or(0);
        assert!(!scalars[from..].iter().any(|c| c.is_alphanumeric()), "lost at the end of {id}");
    }
}

#[test]
fn the_digital_bill_is_kept_whole() {
    let Some(file) = corpus("republique-numerique/contributions.csv") else { return };
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("out");
    analyse(&file, &["--title", "titre", "--text", "texte", "--author", "auteur"], &out);
    keeps_everything(&file, "texte", &out);
}

#[test]
fn short_answers_are_kept_whole() {
    let Some(file) = corpus("grand-debat/q174_services_publics_sur_internet.csv") else { return };
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("out");
    analyse(&file, &["--text", "texte"], &out);
    keeps_everything(&file, "texte", &out);
}

#[test]
fn a_shuffled_consultation_gives_the_same_bytes_on_one_thread() {
    let Some(file) = corpus("grand-debat/q174_services_publics_sur_internet.csv") else { return };
    let place = tempfile::tempdir().expect("a folder");
    let at = |name: &str| place.path().join(name);
    let mut sample: Vec<BTreeMap<String, String>> = rows(&file).into_iter().take(1200).collect();
    write(&at("straight.csv"), &sample);
    sample.sort_by_key(|row| row["texte"].chars().rev().collect::<String>());
    write(&at("shuffled.csv"), &sample);
    analyse(&at("straight.csv"), &["--threads", "2"], &at("one"));
    analyse(&at("shuffled.csv"), &["--threads", "1"], &at("other"));
    for name in [
        "ideas.csv",
        "themes.csv",
        "questions.csv",
        "propositions.csv",
        "backing.csv",
        "lineage.csv",
        "ledger.csv",
        "personal.csv",
    ] {
        let read = |folder: &str| std::fs::read(at(folder).join(name)).expect("written");
        assert!(read("one") == read("other"), "{name} differs");
    }
}

fn write(file: &Path, rows: &[BTreeMap<String, String>]) {
    let mut writer = csv::Writer::from_path(file).expect("a file");
    writer.write_record(["id", "texte"]).expect("written");
    for row in rows {
        writer.write_record([&row["id"], &row["texte"]]).expect("written");
    }
    writer.flush().expect("written");
}
