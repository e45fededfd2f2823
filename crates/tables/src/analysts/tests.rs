use super::sheets::Cell;
use super::*;
use arobase_domain::{
    IdeaId, IdeaStatus, Proposition, PropositionId, Question, QuestionId, Rank, Span, Support, Theme, ThemeId,
};
use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Texts with everything that formats trip on: foreign line ends, marks, tags, astral signs, runs of spaces, controls, nothing at all.
const TEXTS: [&str; 5] = [
    "Bonjour.\r\n**** *dep_33\r\n-*theme 5\u{2028}Il faut 100 $ & un <guichet> 🏠_ouvert_ .",
    "  Deux  espaces,\tun onglet _x0041_ =1+1 \u{1}fin ",
    "…",
    "",
    "\u{feff}1234 *\rFormer\u{85}les élus",
];

fn sources() -> Vec<Source> {
    let source = |(text, number): (&&str, usize)| Source {
        id: ContributionId::new(number.to_string()),
        title: if number == 1 { "Un « titre » & <fin>".into() } else { String::new() },
        text: (*text).to_owned(),
        channel: if number == 2 { String::new() } else { "en ligne".into() },
        department: if number == 1 { "2A".into() } else { String::new() },
        territory: if number == 1 { "L’Haÿ-les-Roses".into() } else { String::new() },
        day: if number == 1 { "2026-09-12".into() } else { String::new() },
    };
    TEXTS.iter().zip(1..).map(source).collect()
}

/// The whole text of each contribution that has one, cut in two.
fn ideas() -> Vec<Idea> {
    let cut = |(text, number): (&&str, usize)| {
        let signs: Vec<char> = text.chars().collect();
        let half = signs.len() / 2;
        let idea = move |(start, end, rank): (usize, usize, usize)| Idea {
            id: IdeaId::new(format!("{number}.{rank}")),
            contribution: ContributionId::new(number.to_string()),
            span: Span { start, end },
            text: signs[start..end].iter().collect(),
            status: if number == 1 { IdeaStatus::Classed } else { IdeaStatus::Empty },
            theme: (number == 1).then(|| ThemeId::new(format!("t0{rank}"))),
            proposition: (number == 1 && rank == 1).then(|| PropositionId::new("p1")),
            confidence: 0.75,
            ..Idea::default()
        };
        [(0, half, 1), (half, text.chars().count(), 2)].map(idea)
    };
    TEXTS.iter().zip(1..).filter(|(text, _)| !text.is_empty()).flat_map(cut).collect()
}

fn analysis() -> Analysis {
    let theme = |(id, label): (&str, &str)| Theme {
        id: ThemeId::new(id),
        question: QuestionId::new("q1"),
        label: label.into(),
        keywords: vec!["guichet".into(), "R&D".into()],
        support: Support { ideas: 1, ..Support::default() },
        stability: 0.66666,
        label_coverage: 1.0,
    };
    let question = Question {
        id: QuestionId::new("q1"),
        wording: "Comment accueillir\u{a0}?".into(),
        candidates: Vec::new(),
        support: Support::default(),
    };
    let proposition = Proposition {
        id: PropositionId::new("p1"),
        question: QuestionId::new("q1"),
        theme: ThemeId::new("t01"),
        text: "ouvrir un guichet".into(),
        source: IdeaId::new("1.1"),
        source_span: Span { start: 0, end: 3 },
        rules: Vec::new(),
        justification: String::new(),
        ideas: vec![IdeaId::new("1.1")],
        support: Support::default(),
        rank: Rank::Minority,
    };
    let fate = |number: usize| Fate {
        contribution: ContributionId::new(number.to_string()),
        status: Some(IdeaStatus::Classed),
        reason: if number == 5 { REVISED.into() } else { "classed".into() },
        detail: String::new(),
    };
    Analysis {
        fates: (1..=TEXTS.len()).map(fate).collect(),
        ideas: ideas(),
        themes: [("t01", "accueil"), ("t02", "accueil")].map(theme).into(),
        questions: vec![question],
        propositions: vec![proposition],
        ..Analysis::default()
    }
}

/// Hands a corpus over.
fn with<T>(read: impl FnOnce(&Corpus<'_>) -> T) -> T {
    let (analysis, sources) = (analysis(), sources());
    read(&Corpus { title: "Essai & suite", lang: Lang::Fr, analysis: &analysis, sources: &sources })
}

fn made(name: &str) -> Vec<u8> {
    let (_, make) = FILES.into_iter().find(|(one, _)| *one == name).expect("a file of ours");
    with(make).expect("memory does not fail")
}

fn text(name: &str) -> String {
    String::from_utf8(made(name)).expect("UTF-8")
}

/// A part of a package.
fn part(package: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("an archive");
    let mut out = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut out).expect("UTF-8");
    out
}

fn named<'a>(document: &'a Document, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    for (name, _) in FILES {
        assert!(made(name) == made(name) && !made(name).is_empty(), "{name}");
    }
}

#[test]
fn corpora_follow_the_rules_of_iramuteq() {
    for name in ["iramuteq-contributions.txt", "iramuteq-ideas.txt"] {
        assert_eq!(iramuteq::faults(&text(name)), [], "{name}");
    }
    insta::assert_snapshot!("iramuteq_contributions", text("iramuteq-contributions.txt"));
    insta::assert_snapshot!("iramuteq_ideas", text("iramuteq-ideas.txt"));
}

#[test]
fn a_broken_rule_is_found() {
    for (corpus, line) in [
        ("bonjour\n**** *a_1\ntexte\n", 1),
        ("**** *a_1\ntexte\n**** *b\ntexte\n", 3),
        ("**** *é_1\ntexte\n", 1),
        ("**** *a_1  *b_2\ntexte\n", 1),
        ("**** *a_1\n…\n**** *a_2\ntexte", 3),
        ("**** *a_1\ntexte\n-*theme_1\n", 3),
        ("**** *a_1\nun texte à 3 $\n", 2),
        ("**** *a_1\nun\u{85}texte\n", 2),
        ("**** *a_1\ntexte\n**** *a_2\n", 4),
        ("**** *a_1\nтекст\n**** *a_2\ntexte", 3),
    ] {
        assert_eq!(iramuteq::faults(corpus).iter().map(|fault| fault.0).collect::<Vec<_>>(), [line], "{corpus}");
    }
}

#[test]
fn a_project_holds_each_text_with_its_ideas_where_they_stand() {
    let package = made("project.qdpx");
    let project = part(&package, "project.qde");
    let document = Document::parse(&project).expect("well formed");
    let sources = named(&document, "TextSource");
    assert_eq!(sources.len(), TEXTS.len());
    for (source, raw) in sources.iter().zip(TEXTS) {
        let path = source.attribute("plainTextPath").and_then(|path| path.strip_prefix("internal://"));
        let text = part(&package, &format!("Sources/{}", path.expect("inside the package")));
        assert_eq!(text, raw.replace("\r\n", "\n").replace('\r', "\n"));
        let selections = named(&document, "PlainTextSelection").into_iter().filter(|one| one.parent() == Some(*source));
        let at = |node: &Node, name: &str| node.attribute(name).and_then(|at| at.parse().ok()).expect("a position");
        let slice = |node: Node| {
            let (start, end): (usize, usize) = (at(&node, "startPosition"), at(&node, "endPosition"));
            text.chars().skip(start).take(end - start).collect::<String>()
        };
        let whole: String = selections.map(slice).collect();
        let revised = raw == TEXTS[4];
        assert_eq!(whole, if revised { "" } else { &text }, "every character is in one idea, unless the text changed");
    }
}

#[test]
fn every_reference_of_a_project_leads_to_one_thing() {
    let project = part(&made("project.qdpx"), "project.qde");
    let document = Document::parse(&project).expect("well formed");
    let guids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("guid")).collect();
    let known: BTreeSet<&str> = guids.iter().copied().collect();
    assert_eq!(guids.len(), known.len());
    for name in ["targetGUID", "creatingUser", "creatingUserGUID"] {
        assert!(document.descendants().filter_map(|node| node.attribute(name)).all(|guid| known.contains(guid)));
    }
    let codes: BTreeSet<_> = named(&document, "Code").iter().filter_map(|code| code.attribute("name")).collect();
    assert_eq!(codes.len(), 1 + 2 + 1 + 3, "names are unique: programs merge those that are not");
    let coded: BTreeSet<_> =
        named(&document, "CodeRef").iter().filter_map(|node| node.attribute("targetGUID")).collect();
    assert_eq!(coded.len(), 3, "two themes, and « sans contenu »");
}

#[test]
fn a_codebook_is_that_of_the_project() {
    let (alone, project) = (text("codebook.qdc"), part(&made("project.qdpx"), "project.qde"));
    insta::assert_snapshot!("codebook", alone);
    let codes =
        |text: &str| text.split("<Codes>").nth(1).and_then(|rest| rest.split("</Codes>").next()).map(str::to_owned);
    assert!(codes(&alone).is_some() && codes(&alone) == codes(&project));
}

/// What a workbook read back gives, empty cells as empty texts.
fn read_back(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Cell<'static>>>)> {
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let cell = |cell: &Data| match cell {
        Data::Float(value) => Cell::Number(*value),
        Data::Int(value) => Cell::Number(*value as f64),
        Data::String(text) => Cell::Text(text.clone().into()),
        Data::Empty => Cell::Text("".into()),
        other => panic!("{other:?}"),
    };
    let rows = |name: String| {
        let range = book.worksheet_range(&name).expect("the sheet is there");
        (name, range.rows().map(|row| row.iter().map(cell).collect()).collect())
    };
    names.into_iter().map(rows).collect()
}

/// A text as XML and our line ends leave it.
fn settled(cell: Cell<'_>) -> Cell<'static> {
    match cell {
        Cell::Text(text) => {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n");
            Cell::Text(
                lines.chars().filter(|sign| *sign >= ' ' || matches!(sign, '\n' | '\t')).collect::<String>().into(),
            )
        }
        Cell::Number(value) => Cell::Number(value),
    }
}

#[test]
fn workbooks_are_read_back_as_they_were() {
    let (analysis, sources) = (analysis(), sources());
    let corpus = Corpus { title: "Essai & suite", lang: Lang::Fr, analysis: &analysis, sources: &sources };
    let expected: Vec<(String, Vec<Vec<Cell>>)> = sheets::of(&corpus)
        .into_iter()
        .map(|sheet| {
            let headings = sheet.columns.iter().map(|column| Cell::Text(column.heading.into())).collect();
            let rows = sheet.rows.into_iter().map(|row| row.into_iter().map(settled).collect());
            (sheet.name.to_owned(), std::iter::once(headings).chain(rows).collect())
        })
        .collect();
    assert_eq!(expected.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [6, 9, 3, 2, 2]);
    for name in ["analysis.xlsx", "analysis.ods"] {
        for ((sheet, rows), (_, read)) in expected.iter().zip(read_back(made(name))) {
            assert_eq!(rows, &read, "{name}, {sheet}");
        }
    }
}

#[test]
fn a_text_that_excel_would_refuse_is_cut() {
    let long = "é🏠".repeat(20_000);
    let source = Source { id: ContributionId::new("1"), text: long.clone(), ..Source::default() };
    let analysis = Analysis::default();
    let corpus = Corpus { title: "", lang: Lang::En, analysis: &analysis, sources: &[source] };
    let read = |bytes: io::Result<Vec<u8>>| match &read_back(bytes.expect("memory does not fail"))[0].1[1][2] {
        Cell::Text(text) => text.clone().into_owned(),
        Cell::Number(value) => panic!("{value}"),
    };
    assert_eq!(read(xlsx::workbook(&sheets::of(&corpus))).encode_utf16().count(), 32_766);
    assert!(read(ods::workbook(&sheets::of(&corpus))) == long);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_people_write_the_files_are_sound(
        texts in prop::collection::vec("[ a-zé*$_<&\"\r\n\t\u{0}-\u{1f}\u{85}\u{2028}\u{feff}\u{ffff}🏠-]{0,30}|(?s:.{0,20})", 1..4),
        place in "(?s:.{0,12})",
    ) {
        let idea = |(text, number): (&String, usize)| Idea {
            id: IdeaId::new(format!("{number}.1")),
            contribution: ContributionId::new(number.to_string()),
            span: Span { start: 0, end: text.chars().count() },
            text: text.clone(),
            ..Idea::default()
        };
        let source = |(text, number): (&String, usize)| Source {
            id: ContributionId::new(number.to_string()),
            title: text.clone(),
            text: text.clone(),
            territory: place.clone(),
            ..Source::default()
        };
        let analysis = Analysis { ideas: texts.iter().zip(1..).map(idea).collect(), ..Analysis::default() };
        let sources: Vec<Source> = texts.iter().zip(1..).map(source).collect();
        let corpus = Corpus { title: &place, lang: Lang::En, analysis: &analysis, sources: &sources };
        for written in [iramuteq::contributions(&corpus), iramuteq::ideas(&corpus)] {
            prop_assert!(written.is_empty() || iramuteq::faults(&written).is_empty(), "{:?} in {written:?}", iramuteq::faults(&written));
        }
        let project = part(&refi::project(&corpus).expect("memory does not fail"), "project.qde");
        prop_assert!(Document::parse(&project).is_ok(), "{project}");
        prop_assert_eq!(read_back(xlsx::workbook(&sheets::of(&corpus)).expect("memory does not fail"))[0].1.len(), texts.len() + 1);
        prop_assert_eq!(read_back(ods::workbook(&sheets::of(&corpus)).expect("memory does not fail"))[0].1.len(), texts.len() + 1);
    }
}
