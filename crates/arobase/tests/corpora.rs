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

/// Two runs compared, as the command tells it to programs.
fn compared(one: &Path, other: &Path) -> serde_json::Value {
    let run = Command::new(env!("CARGO_BIN_EXE_arobase")).arg("compare").arg(one).arg(other).arg("--json").output();
    serde_json::from_slice(&run.expect("the binary starts").stdout).expect("one JSON object")
}

/// A text of many authors, a word changed here and there.
fn campaign(count: usize) -> impl Iterator<Item = BTreeMap<String, String>> {
    let text = "Il faut rouvrir les guichets des trésoreries dans les petites villes, maintenir un accueil physique avec un agent public et \
                ne jamais imposer les démarches en ligne aux personnes âgées";
    (0..count).map(move |at| {
        let end = [".", " !", ", merci.", ". Merci", ""][at % 5];
        let text = if at % 7 == 0 { text.replace("physique", "humain") } else { text.to_owned() };
        let texte = format!("{}{text}{end}", if at % 3 == 0 { "Bonjour, " } else { "" });
        BTreeMap::from([("id".to_owned(), format!("zz-{at}")), ("texte".to_owned(), texte)])
    })
}

#[test]
fn two_hundred_pasted_texts_move_no_theme() {
    let Some(file) = corpus("grand-debat/q174_services_publics_sur_internet.csv") else { return };
    let place = tempfile::tempdir().expect("a folder");
    let at = |name: &str| place.path().join(name);
    let mut sample: Vec<BTreeMap<String, String>> = rows(&file).into_iter().step_by(8).collect();
    write(&at("without.csv"), &sample);
    sample.extend(campaign(200));
    write(&at("with.csv"), &sample);
    analyse(&at("without.csv"), &[], &at("without"));
    analyse(&at("with.csv"), &[], &at("with"));
    let told = compared(&at("without"), &at("with"));
    assert!(told["agreement"]["ami"].as_f64().is_some_and(|ami| ami >= 0.95), "{}", told["agreement"]);
    let ideas = rows(&at("with").join("ideas.csv"));
    let pasted: BTreeSet<&str> = ideas
        .iter()
        .filter(|row| row["contribution_id"].starts_with("zz-"))
        .map(|row| row["campaign"].as_str())
        .collect();
    assert_eq!(pasted, BTreeSet::from(["1"]), "all of it is one campaign");
}

#[test]
fn late_contributions_leave_locked_themes_as_they_are() {
    let Some(file) = corpus("grand-debat/q174_services_publics_sur_internet.csv") else { return };
    let place = tempfile::tempdir().expect("a folder");
    let at = |name: &str| place.path().join(name);
    let sample: Vec<BTreeMap<String, String>> = rows(&file).into_iter().skip(3).step_by(8).collect();
    write(&at("all.csv"), &sample);
    let early: Vec<_> =
        sample.iter().enumerate().filter(|(rank, _)| rank % 10 < 7).map(|(_, row)| row.clone()).collect();
    write(&at("early.csv"), &early);
    analyse(&at("early.csv"), &[], &at("first"));
    let themes = rows(&at("first/themes.csv"));
    let lock = themes.iter().map(|row| format!("{{\"edit\":\"lock\",\"theme\":\"{}\"}}\n", row["theme_id"]));
    std::fs::write(at("lock.jsonl"), lock.collect::<String>()).expect("written");
    let run = Command::new(env!("CARGO_BIN_EXE_arobase"))
        .current_dir(place.path())
        .args(["analyse", "all.csv", "--from", "first", "--edits", "lock.jsonl", "--out", "second"])
        .output()
        .expect("the binary starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let theme = |run: &str| -> BTreeMap<String, String> {
        rows(&at(run).join("ideas.csv"))
            .into_iter()
            .map(|row| (row["idea_id"].clone(), row["theme_id"].clone()))
            .collect()
    };
    let (before, after) = (theme("first"), theme("second"));
    assert!(
        before.iter().all(|(idea, theme)| theme.is_empty() || after.get(idea) == Some(theme)),
        "no idea leaves its theme"
    );
    let labels = |run: &str| -> BTreeMap<String, String> {
        rows(&at(run).join("themes.csv"))
            .into_iter()
            .map(|row| (row["theme_id"].clone(), row["label"].clone()))
            .collect()
    };
    let (old, new) = (labels("first"), labels("second"));
    assert!(old.iter().all(|(id, label)| new.get(id) == Some(label)), "no theme changes its name");
    let late = after.iter().filter(|(idea, _)| !before.contains_key(*idea));
    let (placed, all) =
        late.fold((0, 0), |(placed, all), (_, theme)| (placed + usize::from(!theme.is_empty()), all + 1));
    assert!(placed * 10 >= all * 6, "{placed} of {all} late ideas find a theme");
}
