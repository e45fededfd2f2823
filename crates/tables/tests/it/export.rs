//! The files of an analysis: their columns, their bytes, and how they come into place.

use crate::common::Place;
use arobase_domain::{
    Analysis, ContributionId, Controversy, Fate, Idea, IdeaId, IdeaStatus, Kind, Lang, PersonalDatum, Place as Stand,
    Proposition, PropositionId, Question, QuestionId, Rank, RunRecord, Span, StageRecord, State, Support, Theme,
    ThemeId, Totals,
};
use arobase_tables::export::{Output, check, fingerprint, write};
use arobase_tables::import;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

fn support(count: usize) -> Support {
    Support { ideas: count, contributions: count, authors: count, territories: 1, authors_dedup: 1 }
}

fn idea(id: &str, contribution: &str, text: &str, status: IdeaStatus) -> Idea {
    let classed = status == IdeaStatus::Classed;
    Idea {
        id: IdeaId::new(id),
        contribution: ContributionId::new(contribution),
        span: Span { start: 3, end: 3 + text.chars().count() },
        text: text.into(),
        carried: String::new(),
        kind: Kind::Proposal,
        status,
        reason: if classed { "classed" } else { "no_content" }.into(),
        theme: classed.then(|| ThemeId::new("t01")),
        second_theme: None,
        confidence: 0.123_45,
        duplicate_of: None,
        campaign: None,
        proposition: classed.then(|| PropositionId::new("p01")),
        place: Stand::Ordinary,
        kinds: if classed { vec![(Kind::Proposal, 0.9), (Kind::Problem, 0.6)] } else { vec![] },
    }
}

fn fate(id: &str, status: Option<IdeaStatus>) -> Fate {
    let reason = if status.is_some() { "classed" } else { "broken_row" };
    Fate { contribution: ContributionId::new(id), status, reason: reason.into(), detail: String::new() }
}

fn proposition(id: &str, rank: Rank) -> Proposition {
    Proposition {
        id: PropositionId::new(id),
        question: QuestionId::new("q1"),
        theme: ThemeId::new("t01"),
        text: "étendre la fibre".into(),
        source: IdeaId::new("1.1"),
        source_span: Span { start: 3, end: 19 },
        rules: vec!["R3".into(), "R11".into()],
        justification: "car elle manque".into(),
        ideas: vec![IdeaId::new("1.1")],
        support: support(1),
        rank,
    }
}

fn run(seconds: f64) -> RunRecord {
    let counts = vec![("contributions".into(), 3)];
    RunRecord {
        input_hash: "aa".into(),
        output_hash: "bb".into(),
        parameters: vec![("seed".into(), "0".into())],
        versions: vec![("engine".into(), "0.1.0".into())],
        stages: vec![StageRecord { name: "read".into(), counts, seconds }],
        coverage_ideas: 0.5,
        coverage_authors: 1.0,
        stability: 0.8,
        redundancy: 0.25,
        peak_memory: Some(1024),
    }
}

/// Three contributions: one with two ideas, one empty, one broken.
fn analysis() -> Analysis {
    Analysis {
        run: run(0.5),
        fates: vec![
            fate("1", Some(IdeaStatus::Classed)),
            fate("2", Some(IdeaStatus::Empty)),
            fate("b0123456789", None),
        ],
        ideas: vec![
            idea("1.1", "1", "=étendre, \"vite\",\nla fibre", IdeaStatus::Classed),
            idea("1.2", "1", "ras", IdeaStatus::Empty),
        ],
        themes: vec![Theme {
            id: ThemeId::new("t01"),
            question: QuestionId::new("q1"),
            label: "fibre optique".into(),
            keywords: vec!["fibre".into(), "débit".into()],
            support: support(1),
            stability: 0.8,
            label_coverage: 1.0,
        }],
        questions: vec![Question {
            id: QuestionId::new("q1"),
            wording: "Comment étendre la fibre ?".into(),
            candidates: vec!["Comment étendre la fibre ?".into(), "Comment relier les bourgs ?".into()],
            support: support(1),
        }],
        propositions: vec![proposition("p01", Rank::Minority), proposition("s01", Rank::WeakSignal)],
        controversies: vec![Controversy { one: PropositionId::new("p01"), other: PropositionId::new("s01") }],
        personal: vec![PersonalDatum {
            contribution: ContributionId::new("1"),
            span: Span { start: 4, end: 11 },
            kind: "name".into(),
            score: 0.85,
            reason: "title".into(),
            mask: "[nom]".into(),
        }],
        close: arobase_domain::CloseReading {
            addressees: vec![arobase_domain::Addressee {
                proposition: PropositionId::new("p01"),
                role: "actor".into(),
                key: "commune".into(),
                words: "la commune doit".into(),
            }],
            to_complete: vec![arobase_domain::Incomplete { idea: IdeaId::new("1.1"), reason: "pronoun".into() }],
        },
        study: arobase_domain::Study::default(),
    }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_file_has_its_columns() {
    let place = Place::new();
    write(&place.at("out"), &analysis()).expect("written");
    let files = names(&place.at("out"));
    assert_eq!(
        files,
        [
            "addressees.csv",
            "backing.csv",
            "controversies.csv",
            "ideas.csv",
            "ladder.csv",
            "ledger.csv",
            "lineage.csv",
            "map.csv",
            "nearest.csv",
            "partitions.csv",
            "personal.csv",
            "profiles.csv",
            "propositions.csv",
            "questions.csv",
            "reinert.csv",
            "run.json",
            "splits.csv",
            "themes.csv",
            "to_complete.csv"
        ]
    );
    for name in files {
        assert_snapshot!(name.clone(), fs::read_to_string(place.at("out").join(name)).expect("UTF-8"));
    }
}

#[test]
fn contract_columns_come_first() {
    let place = Place::new();
    write(&place.at("out"), &analysis()).expect("written");
    for (name, columns) in [
        ("ideas", "idea_id,contribution_id,start,end,text,kind,status,theme_id,confidence,duplicate_of,proposition_id"),
        ("themes", "theme_id,question_id,label,keywords,ideas,contributions,authors,territories,stability"),
        ("questions", "question_id,wording,themes,ideas"),
        (
            "propositions",
            "proposition_id,question_id,theme_id,text,source_idea_id,rules,ideas,contributions,authors,territories,minority",
        ),
        ("lineage", "contribution_id,idea_id,theme_id,question_id,proposition_id"),
    ] {
        let content = fs::read_to_string(place.at("out").join(format!("{name}.csv"))).expect("UTF-8");
        assert!(content.starts_with(columns), "{name}");
    }
}

#[test]
fn only_what_is_measured_differs() {
    let place = Place::new();
    let strip = |name: &str| {
        let bytes = fs::read(place.at(name).join("run.json")).expect("written");
        let mut run: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        run.as_object_mut().expect("an object").remove("measured").expect("measured");
        run
    };
    let other = Analysis { run: RunRecord { peak_memory: None, ..run(9.0) }, ..analysis() };
    write(&place.at("one"), &analysis()).expect("written");
    write(&place.at("other"), &other).expect("written");
    assert_eq!(strip("one"), strip("other"));
}

#[test]
fn what_was_written_reads_again_and_hashes_alike() {
    let place = Place::new();
    write(&place.at("out"), &analysis()).expect("written");
    let record = import::record(&place.at("out")).expect("read again");
    assert_eq!(record.run.totals, Totals::of(&analysis()));
    assert_eq!(record.ideas[0].text, analysis().ideas[0].text);
    assert_eq!(record.ideas[1].theme_id, None);
    assert_eq!(record.ledger[2].status, State::Broken);
    assert_eq!(record.backing.len(), 2);
    assert_eq!(record.lineage.len(), 4);
    let hash = |record| import::fingerprint(&place.at("out"), record).expect("computed");
    assert_eq!(hash(&record), fingerprint(&analysis()));
    place.file(
        "out/themes.csv",
        fs::read_to_string(place.at("out/themes.csv")).expect("read").replace("fibre", "fibres"),
    );
    assert_ne!(hash(&record), fingerprint(&analysis()));
}

#[test]
fn results_that_cannot_be_read_again() {
    let place = Place::new();
    let refusal = |path: &Path| {
        let error = import::record(path).expect_err("refused");
        let folder = place.at("").display().to_string();
        [Lang::Fr, Lang::En].map(|lang| error.message(lang).replace(&folder, "")).join("\n")
    };
    assert_snapshot!(refusal(&place.at("nulle-part")));
    write(&place.at("out"), &analysis()).expect("written");
    let ideas = fs::read_to_string(place.at("out/ideas.csv")).expect("read");
    place.file("out/ideas.csv", ideas.replace("1.2,1,3,", "1.2,1,trois,"));
    assert_snapshot!(refusal(&place.at("out")));
    fs::remove_file(place.at("out/ideas.csv")).expect("removed");
    assert_snapshot!(refusal(&place.at("out")));
}

#[test]
fn earlier_results_are_replaced_whole() {
    let place = Place::new();
    let mut output = Output::open(&place.at("deep/out")).expect("parents are created");
    output.file("report.html", b"<p>").expect("written");
    output.analysis(&analysis()).expect("written");
    output.publish().expect("in place");
    assert!(names(&place.at("deep/out")).contains(&"report.html".to_owned()));
    write(&place.at("deep/out"), &analysis()).expect("ours may be replaced");
    assert_eq!(names(&place.at("deep/out")).len(), 19);
    assert_eq!(names(&place.at("deep")), ["out"]);
}

#[test]
fn an_output_dropped_leaves_no_trace() {
    let place = Place::new();
    Output::open(&place.at("out")).expect("a free place").analysis(&analysis()).expect("written");
    assert_eq!(names(&place.at("")), Vec::<String>::new());
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let place = Place::new();
    let refusal = |path: &Path| {
        let error = check(path).expect_err("refused");
        let folder = place.at("").display().to_string();
        [Lang::Fr, Lang::En].map(|lang| error.message(lang).replace(&folder, "")).join("\n")
    };
    let file = place.file("fichier", "à moi");
    assert_snapshot!(refusal(&file));
    fs::create_dir(place.at("dossier")).expect("created");
    check(&place.at("dossier")).expect("an empty directory will do");
    place.file("dossier/run.json", "{\"format\": \"other\"}");
    assert_snapshot!(refusal(&place.at("dossier")));
    Output::open(&place.at("dossier")).expect_err("refused");
    assert_eq!(names(&place.at("dossier")), ["run.json"]);
}

#[cfg(unix)]
#[test]
fn results_are_readable_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    fs::create_dir(place.at("plain")).expect("created");
    write(&place.at("out"), &analysis()).expect("written");
    let mode = |name: &str| fs::metadata(place.at(name)).expect("there").permissions().mode();
    assert_eq!(mode("out"), mode("plain"));
}
