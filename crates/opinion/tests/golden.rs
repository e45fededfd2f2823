//! Ours against red-dwarf 0.4.0 on four real conversations, with votes as exported and with every vote negated.
//!
//! `golden/make.py` makes the figures, and says which; the votes themselves stay outside the repository.

use arobase_opinion::{Mode, Outcome, Poll, Settings, Side, Statement, Vote, adjusted_rand, analyse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Of a figure, or of 1 when the figure is smaller.
const TOLERANCE: f64 = 1e-9;

/// The folder of a conversation; `None`, with a printed line, when it is absent. In continuous integration it must be there.
fn folder(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("AROBASE_DATA").map_or(beside, PathBuf::from).join("polis").join(name);
    if folder.exists() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is needed in continuous integration", folder.display());
    println!("skipped: {} is absent", folder.display());
    None
}

type Row = BTreeMap<String, String>;

fn rows(file: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(file).expect("a table");
    reader.deserialize().collect::<Result<_, _>>().expect("rows")
}

fn number(row: &Row, name: &str) -> i64 {
    row[name].parse().expect("a number")
}

/// A conversation: its poll, and the numbers of its participants and statements in order.
struct Conversation {
    poll: Poll,
    participants: Vec<i64>,
    statements: Vec<i64>,
}

impl Conversation {
    fn read(folder: &Path, negated: bool) -> Self {
        let mut votes = rows(&folder.join("votes.csv"));
        votes.sort_by_key(|row| number(row, "timestamp"));
        let ids = |name| {
            let mut ids: Vec<i64> = votes.iter().map(|row| number(row, name)).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let (participants, statements) = (ids("voter-id"), ids("comment-id"));
        let place = |ids: &[i64], id| ids.binary_search(&id).expect("it was read");
        let votes = votes.iter().map(|row| {
            let vote = match number(row, "vote") {
                1 => Vote::Agree,
                0 => Vote::Pass,
                _ => Vote::Disagree,
            };
            let vote = if negated { vote.opposite() } else { vote };
            (place(&participants, number(row, "voter-id")), place(&statements, number(row, "comment-id")), vote)
        });
        let poll = Poll::new(participants.len(), statements.len(), votes);
        let comments = rows(&folder.join("comments.csv"));
        let of = |marked: fn(&&Row) -> bool| {
            let ids: Vec<i64> = comments.iter().filter(marked).map(|row| number(row, "comment-id")).collect();
            ids.into_iter().filter_map(|id| statements.binary_search(&id).ok()).collect::<Vec<_>>()
        };
        let aside = of(|row| row["moderated"] == "-1");
        let meta = of(|row| row.get("is-meta").is_some_and(|meta| meta == "true"));
        Self { poll: poll.without(aside).with_meta(meta), participants, statements }
    }
}

/// The greatest difference met, by kind of figure.
#[derive(Default)]
struct Differences(BTreeMap<String, f64>);

impl Differences {
    fn note(&mut self, kind: &str, theirs: f64, ours: f64) {
        let difference = (theirs - ours).abs() / theirs.abs().max(1.0);
        assert!(difference <= TOLERANCE, "{kind}: theirs {theirs}, ours {ours}");
        let worst = self.0.entry(kind.to_owned()).or_default();
        *worst = worst.max(difference);
    }

    /// Some rows of a golden table in full, and its sums over all rows.
    fn table(&mut self, golden: &Value, ids: &[i64], ours: &[Vec<f64>]) {
        let columns = golden["columns"].as_array().expect("names");
        for (at, column) in columns.iter().enumerate() {
            let name = column.as_str().expect("a name");
            for (id, row) in golden["rows"].as_object().expect("rows") {
                let place = ids.binary_search(&id.parse().expect("a number")).expect("it has votes");
                self.note(name, float(&row[at]), ours[place][at]);
            }
            let weighted = |(rank, row): (usize, &Vec<f64>)| row[at] * (1 + rank % 7) as f64;
            self.note(name, float(&golden["sums"][at]), ours.iter().map(|row| row[at]).sum());
            self.note(name, float(&golden["weighted"][at]), ours.iter().enumerate().map(weighted).sum());
        }
    }
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn overall(one: &Statement) -> Vec<f64> {
    vec![one.at[0], one.at[1], one.extremity, one.priority, one.consensus[0], one.consensus[1]]
}

fn in_group(one: &Statement, group: usize) -> Vec<f64> {
    let (counts, [agree, disagree]) = one.groups[group];
    let mut figures = [counts.agrees, counts.disagrees, counts.votes()].map(f64::from).to_vec();
    figures.extend([agree.share.p, disagree.share.p, agree.share.z, disagree.share.z]);
    figures.extend([agree.r, disagree.r, agree.zr, disagree.zr]);
    figures
}

/// Groups as one character a participant: `.` for those who are in none.
fn labels(outcome: &Outcome) -> Vec<usize> {
    outcome.participants.iter().map(|one| one.group.map_or(9, |group| group)).collect()
}

/// The representative statements of a group. Red-dwarf's sort shuffles those of equal weight, so that weights are compared in their place.
fn same_list(conversation: &Conversation, outcome: &Outcome, group: usize, golden: &Value) {
    let ours = &outcome.groups[group].representative;
    let weight = |statement: usize, side: Side| {
        let figures = outcome.statements[statement].groups[group].1[side as usize];
        figures.r * figures.zr * figures.share.p * figures.share.z
    };
    assert_eq!(ours.len(), lists(golden).len());
    for (ours, theirs) in ours.iter().zip(lists(golden)) {
        let side = if theirs[1] == "agree" { Side::Agree } else { Side::Disagree };
        let id = theirs[0].as_i64().expect("a number");
        let statement = conversation.statements.binary_search(&id).expect("it has votes");
        let (one, other) = (weight(ours.statement, ours.side), weight(statement, side));
        assert!(ours.side == side && (one - other).abs() <= TOLERANCE, "group {group}: {ours:?} for {theirs}");
    }
}

fn lists(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

fn compare(name: &str, negated: bool) {
    let Some(folder) = folder(name) else { return };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.json"));
    let golden: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("committed")).expect("JSON");
    let golden = &golden[if negated { "negated" } else { "as_exported" }];
    let conversation = Conversation::read(&folder, negated);
    let outcome = analyse(&conversation.poll, Settings { mode: Mode::Polis, samples: 0, ..Settings::default() });
    let mut differences = Differences::default();

    let theirs: Vec<usize> = golden["labels"]
        .as_str()
        .expect("labels")
        .bytes()
        .map(|c| if c == b'.' { 9 } else { usize::from(c - b'0') })
        .collect();
    assert_eq!(theirs.len(), outcome.participants.len());
    let index = adjusted_rand(&theirs, &labels(&outcome));
    assert!((index - 1.0).abs() < 1e-15, "groups: adjusted Rand index {index}");

    let places: Vec<Vec<f64>> = outcome.participants.iter().map(|one| one.at.to_vec()).collect();
    differences.table(&golden["participants"], &conversation.participants, &places);
    let statements: Vec<Vec<f64>> = outcome.statements.iter().map(overall).collect();
    differences.table(&golden["statements"], &conversation.statements, &statements);
    assert_eq!(golden["groups"], outcome.groups.len());
    for (group, golden) in lists(&golden["in_groups"]).iter().enumerate() {
        let figures: Vec<Vec<f64>> = outcome.statements.iter().map(|one| in_group(one, group)).collect();
        differences.table(golden, &conversation.statements, &figures);
    }
    for (rank, golden) in lists(&golden["representative"]).iter().enumerate() {
        same_list(&conversation, &outcome, rank, golden);
    }
    for (side, list) in ["agree", "disagree"].into_iter().zip(&outcome.majority) {
        let told: Vec<i64> = list.iter().map(|&at| conversation.statements[at]).collect();
        assert_eq!(serde_json::to_value(told).expect("JSON"), golden["consensus"][side], "consensus");
    }
    let worst: Vec<String> = differences.0.iter().map(|(kind, worst)| format!("{kind} {worst:.0e}")).collect();
    println!("{name}{}: {}", if negated { ", negated" } else { "" }, worst.join(", "));
}

#[test]
fn bowling_green() {
    compare("bg2050-volunteers", false);
    compare("bg2050-volunteers", true);
}

#[test]
fn electoral_reform() {
    compare("canadian-electoral-reform", false);
    compare("canadian-electoral-reform", true);
}

#[test]
fn biodiversity() {
    compare("scoop-hivemind.biodiversity", false);
    compare("scoop-hivemind.biodiversity", true);
}

#[test]
fn uberx() {
    compare("vtaiwan.uberx", false);
    compare("vtaiwan.uberx", true);
}
