//! A curated demonstration leaves with an annex of which every number is counted again, and no tampered copy passes.

use super::marks::{Mark, marks};
use super::{Audited, run};
use crate::bridge;
use crate::progress::Bars;
use arobase_domain::amended::amended;
use arobase_domain::annex::{Annex, CodeRow, Figures, Letters, codes, gestures};
use arobase_domain::coding::{Code, Followed, Said, Sample, drawn};
use arobase_domain::curated::{Voice, curated};
use arobase_domain::edits::{Bench, Cut, Gesture, Silent, State, Wish};
use arobase_domain::motion::record::{MotionRecord, VersionRecord};
use arobase_domain::trace::Trace;
use arobase_domain::{Analysis, ClauseId, ContributionId, IdeaId, Lang, MemberId, RunId, motion};
use arobase_encoder::Encoder;
use arobase_funnel::{Input, Settings};
use arobase_tables::export::{self, Output};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The run that the motion was frozen on.
const RUN: &str = "r";

/// A curated state of a quarter of the demonstration, as files.
static PUBLISHED: LazyLock<tempfile::TempDir> = LazyLock::new(published);

fn inputs() -> Vec<Input> {
    let mut table = csv::Reader::from_reader(include_bytes!("../../demo/contributions.csv").as_slice());
    let rows: Vec<BTreeMap<String, String>> = table.deserialize().collect::<Result<_, _>>().expect("rows");
    let input = |(at, row): (usize, &BTreeMap<String, String>)| Input {
        id: (at + 1).to_string(),
        title: String::new(),
        text: row["texte"].clone(),
        author: None,
        territory: None,
        question: None,
        others: Vec::new(),
    };
    rows.iter().step_by(4).enumerate().map(input).collect()
}

/// Classing by two people: something of everything that the annex counts.
fn classed(found: &Analysis) -> Bench {
    let mut bench = Bench::new(State::whole(found, 1.0));
    let themes: Vec<_> = found.themes.iter().map(|theme| theme.id.clone()).collect();
    let of = |at: usize| -> Vec<IdeaId> {
        found.ideas.iter().filter(|idea| idea.theme.as_ref() == Some(&themes[at])).map(|idea| idea.id.clone()).collect()
    };
    let loose: Vec<IdeaId> =
        found.ideas.iter().filter(|idea| idea.theme.is_none()).map(|idea| idea.id.clone()).collect();
    let long =
        found.ideas.iter().find(|idea| idea.text.chars().count() > 60 && idea.carried.is_empty()).expect("a long idea");
    let cut = Cut { at: long.span.start + 30, chars: 30 };
    let propositions: Vec<_> = found.propositions.iter().map(|one| one.id.clone()).collect();
    let aside = Gesture::SetAside { proposition: propositions[2].clone(), reason: "dit ailleurs".into() };
    let (first, second, third) = (of(0), of(1), of(2));
    let wishes = [
        Wish::Make(Gesture::Accept { ideas: first[..5].to_vec() }),
        Wish::Make(Gesture::Move { ideas: second[..2].to_vec(), to: themes[0].clone(), proposed: false }),
        Wish::Make(Gesture::Move { ideas: loose[..1].to_vec(), to: themes[0].clone(), proposed: false }),
        Wish::Make(Gesture::OffTopic { ideas: vec![loose[1].clone(), third[0].clone()] }),
        Wish::Make(Gesture::Apart { ideas: first[6..7].to_vec() }),
        Wish::Make(Gesture::Same { ideas: first[7..8].to_vec(), first: first[8].clone() }),
        Wish::Make(Gesture::Cut { idea: long.id.clone(), cut, second: Vec::new() }),
        Wish::Make(Gesture::Mask { idea: first[0].clone(), words: word(found, &first[0]) }),
        Wish::Make(Gesture::Rename { theme: themes[0].clone(), label: "Guichets & 4G".into() }),
        Wish::Make(Gesture::Merge { themes: vec![themes[0].clone(), themes[1].clone()], into: None }),
        Wish::Make(Gesture::Lock { theme: themes[2].clone() }),
        Wish::Undo,
        Wish::Make(Gesture::Adopt { proposition: propositions[0].clone() }),
        Wish::Make(Gesture::Write { proposition: propositions[1].clone(), text: "ouvrir le dimanche".into() }),
        Wish::Make(aside),
        Wish::Make(Gesture::Propose { text: "publier tous les comptes".into(), ideas: vec![first[9].clone()] }),
        Wish::Make(Gesture::Note { on: themes[0].to_string(), text: "à relire".into() }),
    ];
    for (at, wish) in wishes.into_iter().enumerate() {
        bench.wish(wish, ["anne", "milo"][usize::from(at > 12)], at as i64, &Silent).expect("possible");
    }
    bench
}

/// A word of an idea.
fn word(found: &Analysis, id: &IdeaId) -> String {
    let idea = found.ideas.iter().find(|idea| idea.id == *id).expect("there");
    idea.text
        .split_whitespace()
        .find(|word| word.chars().all(char::is_alphabetic) && word.len() > 4)
        .expect("a word")
        .to_owned()
}

/// Two people code forty ideas: one as the engine, the other but for some.
fn coded(found: &Analysis, bench: &Bench, letters: &Letters<'_>) -> Vec<CodeRow> {
    let coders = ["anne", "zoé"].map(MemberId::new);
    let ideas = drawn(found, &State::whole(found, 1.0), 40, "graine");
    let said = ideas.iter().enumerate().flat_map(|(at, one)| {
        let code = one.engine.clone().unwrap_or(Code::ToSort);
        // She takes the second theme for the first, which were merged since.
        let theme = |at: usize| Code::Theme(found.themes[at].id.clone());
        let other = if at % 5 == 0 {
            Code::ToSort
        } else if code == theme(1) {
            theme(0)
        } else {
            code.clone()
        };
        let said = coders.iter().cloned().zip([code, other]);
        said.map(|(coder, code)| Said { coder, idea: one.idea.clone(), code }).collect::<Vec<_>>()
    });
    let said: Vec<Said> = said.collect();
    let sample = Sample { ideas, coders: coders.to_vec(), seed: "graine".into(), ..Sample::default() };
    let settled = [(sample.ideas[0].idea.clone(), Code::ToSort)].into();
    codes((1, &sample), &said, &settled, &Followed::of(&bench.log), letters)
}

fn published() -> tempfile::TempDir {
    let inputs = inputs();
    let found =
        bridge::run(&inputs, Vec::new(), &Settings::default(), Encoder::french(), Bars::silent()).expect("analysed");
    let bench = classed(&found);
    let voices: BTreeMap<ContributionId, Voice> =
        found.fates.iter().map(|fate| (fate.contribution.clone(), Voice::default())).collect();
    let mut analysis = curated(&amended(&found, &bench.state), &bench.state, &voices).expect("nothing is missing");
    let told =
        [("state", bench.state.hash()), ("gestures", bench.last().to_string()), ("edition", "Congrès 2026".into())];
    analysis.run.parameters.push(("run_id".into(), RUN.into()));
    analysis.run.parameters.extend(told.map(|(name, value)| (name.to_owned(), value)));
    analysis.run.parameters.extend(Trace::of(&bench).parameters());
    analysis.run.output_hash = export::fingerprint(&analysis);
    let letters = Letters::of(["anne", "milo", "zoé"]);
    let annex = Annex {
        gestures: gestures(&bench.log, &letters, &|at| format!("2026-11-{:02}", at / 10 + 20)),
        codes: coded(&found, &bench, &letters),
    };
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder.path().join("data"), &analysis, &annex);
    folder
}

/// A motion of the propositions, some of its clauses cut, merged and moved.
fn motion(analysis: &Analysis) -> MotionRecord {
    let mut motion = motion::start(analysis, motion::Shape::Questions, "Motion");
    let ids: Vec<ClauseId> = motion.clauses().map(|one| one.id.clone()).collect();
    let last = motion.sections.last().expect("a section").id.clone();
    for gesture in [
        motion::Gesture::Write { clause: ids[0].clone(), text: "Ouvrir. Former.".into(), before: None },
        motion::Gesture::Split { clause: ids[0].clone(), at: 7 },
        motion::Gesture::Merge { clause: ids[1].clone(), with: ids[2].clone() },
        motion::Gesture::Move { clause: ids[3].clone(), section: last, before: None },
    ] {
        motion.make(gesture).expect("possible");
    }
    let lineage = motion::Lineage::of(&motion, analysis);
    let kept =
        lineage.passages.into_iter().flat_map(|(clause, all)| all.into_iter().map(move |one| (clause.clone(), one)));
    let version = VersionRecord { version: 1, seal: motion::seal(&motion), run: RunId::new(RUN) };
    MotionRecord::of(version, motion, &kept.collect::<Vec<_>>())
}

/// As the site writes them.
fn write(directory: &Path, analysis: &Analysis, annex: &Annex) {
    let figures = Figures::of(analysis, &annex.gestures, &annex.codes);
    let mut output = Output::open(directory).expect("opened");
    output.annex(annex).expect("written");
    output.file("method.json", &serde_json::to_vec(&figures).expect("told")).expect("written");
    let document = arobase_publish::annex::document(analysis, &figures, Lang::Fr);
    output.file("method.html", document.as_bytes()).expect("written");
    output.analysis(analysis).expect("written");
    output.motion(&motion(analysis)).expect("written");
    output.publish().expect("published");
}

fn audited(directory: &Path) -> Audited {
    run(directory, None).expect("read")
}

#[test]
fn every_number_of_the_annex_is_counted_again() {
    let directory = PUBLISHED.path().join("data");
    let page = fs::read_to_string(directory.join("method.html")).expect("there");
    let found = audited(&directory);
    assert!(found.clauses.is_some_and(|clauses| clauses > 5), "the motion is traced too");
    assert_eq!(found.findings, [], "{page}");
    let body = page.split_once("<body>").expect("a page").1;
    let mut numbers = 0;
    for mark in marks(&page) {
        match mark {
            Mark::Figure { text, .. } => numbers += usize::from(text.chars().any(char::is_numeric)),
            Mark::Quoted { .. } => {}
            Mark::Text(text) => assert!(!text.chars().any(char::is_numeric), "{text}"),
        }
    }
    assert!(numbers > 80, "{numbers} numbers: {body}");
    for name in ["machine.ideas", "people.passages_masked", "coding.1.whole.low", "coding.1.as_said", "q1.ideas"] {
        assert!(page.contains(&format!("<data class=\"{name}\"")), "{name}");
    }
}

/// Tampers with one file of a copy, and gives the places that no longer add up, the hash of the file itself apart.
fn failing(file: &str, tamper: impl FnOnce(&str) -> String) -> Vec<String> {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(PUBLISHED.path().join("data")).expect("read").flatten() {
        fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copied");
    }
    let before = fs::read_to_string(copy.path().join(file)).expect("UTF-8");
    let after = tamper(&before);
    assert_ne!(before, after, "{file} is tampered with");
    fs::write(copy.path().join(file), after).expect("written");
    let findings = audited(copy.path()).findings;
    findings.into_iter().filter(|one| one.file != "run.json").map(|one| format!("{} {}", one.file, one.place)).collect()
}

/// The value of a figure of the annex, made one more.
fn one_more(page: &str, name: &str) -> String {
    let mark = format!("<data class=\"{name}\" value=\"");
    let (before, after) = page.split_once(&mark).unwrap_or_else(|| panic!("{name}"));
    format!("{before}{mark}1{after}")
}

#[test]
fn no_tampered_annex_passes() {
    for name in [
        "received.classed",
        "machine.ideas",
        "machine.seconds",
        "people.gestures",
        "people.ideas_moved",
        "people.themes_gone",
        "people.propositions_aside",
        "people.last",
        "coding.1.whole.alpha",
        "coding.1.whole.high",
        "coding.1.between.A.C.same",
        "coding.1.settled",
        "result.propositions",
        "q1.contributions",
    ] {
        let found = failing("method.html", |page| one_more(page, name));
        assert!(found.contains(&format!("method.html {name}")), "{name}: {found:?}");
    }
    let more = failing("method.html", |page| page.replace("</h1>", "</h1><p>En 12 jours.</p>"));
    assert_eq!(more, ["method.html –"]);
    let label =
        failing("method.html", |page| page.replace("data-of=\"parameter.state\">", "data-of=\"parameter.state\">a"));
    assert_eq!(label, ["method.html parameter.state"]);
    let beside =
        failing("method.json", |json| json.replace("\"people.ideas_cut\":\"1\"", "\"people.ideas_cut\":\"2\""));
    assert_eq!(beside, ["method.json people.ideas_cut"]);
}

#[test]
fn no_tampered_source_of_the_annex_passes() {
    let lines = |text: &str, change: &dyn Fn(&mut Vec<String>)| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        change(&mut lines);
        lines.join("\n") + "\n"
    };
    let holds = |found: Vec<String>, place: &str| assert!(found.iter().any(|one| one == place), "{place}: {found:?}");
    let gone = failing("gestures.csv", |text| lines(text, &|lines| lines.retain(|line| !line.starts_with("3,"))));
    holds(gone.clone(), "method.html people.gestures");
    holds(gone, "gestures.csv 4");
    let by = failing("gestures.csv", |text| text.replace(",B,", ",A,"));
    holds(by, "method.html people.people");
    let day = failing("gestures.csv", |text| text.replace("2026-11-21", "2026-11-29"));
    holds(day, "method.html people.last");
    let cut = failing("gestures.csv", |text| text.replace(",cut,cut,", ",cut,note,"));
    holds(cut, "method.html people.ideas_cut");
    let last = failing("gestures.csv", |text| lines(text, &|lines| drop(lines.pop())));
    holds(last, "gestures.csv state");
    let code = failing("codes.csv", |text| {
        lines(text, &|lines| {
            let at = lines.iter().position(|line| line.ends_with(",C,to_sort,to_sort")).expect("one that differs");
            lines[at] = lines[at].replace("to_sort,to_sort", "empty,empty");
        })
    });
    holds(code, "method.html coding.1.empty.ideas");
    let seed = failing("codes.csv", |text| text.replace("graine", "grain"));
    assert!(seed.iter().any(|place| place.contains(".low") || place.contains(".high")), "{seed:?}");
    let ledger = failing("ledger.csv", |text| text.replacen("classed", "empty", 1));
    holds(ledger, "method.html received.classed");
}

#[test]
fn no_tampered_motion_passes() {
    let word = failing("motion.json", |text| text.replace("Ouvrir.", "Fermer."));
    assert!(word.contains(&"motion_version.json seal".to_owned()), "{word:?}");
    let clause = failing("clauses.csv", |text| text.replace("Ouvrir.", "Fermer."));
    assert!(clause.iter().any(|place| place.starts_with("clauses.csv e")), "{clause:?}");
    let fewer = failing("motion_lineage.csv", |text| text.lines().take(9).collect::<Vec<_>>().join("\n"));
    assert!(fewer.iter().any(|place| place.starts_with("motion_lineage.csv e")), "{fewer:?}");
    let other = failing("motion_lineage.csv", |text| {
        let row = text.lines().nth(1).expect("a row").to_owned();
        let moved = row.replacen('e', "e9", 1);
        text.replacen(&row, &moved, 1)
    });
    assert!(other.iter().any(|place| place.starts_with("motion_lineage.csv e9")), "{other:?}");
}
