//! One of everything, to render each page in tests; and what every page must hold.

use crate::lang::{Lang, Speak as _};
use crate::page::{Heading, Page};
use crate::pages::elements;
use crate::url::Target;
use arobase_domain::{
    Addressee, Author, Channel, Clause, ClauseId, Contribution, ContributionId, Edition, EditionId, GuidingQuestion,
    Idea, IdeaId, IdeaStatus, Kind, Motion, Phase, PhaseKind, Place, Proposition, PropositionId, Question, QuestionId,
    Rank, RunRecord, Section, SectionId, Settings, Span, StageRecord, State, Support, Theme, ThemeId, motion,
};
use arobase_store::{Beside, PropositionLink, Row, Source, Verbatim};
use askama::Template;

const DAY: i64 = 86_400_000;
/// 10 September 2026, noon.
pub(crate) const NOW: i64 = 1_789_034_400_000;

/// Most elements of a page (DESIGN §6).
const BUDGET: usize = 385;

pub(crate) fn edition() -> Edition {
    let start = 1_788_213_600_000; // 1 September 2026, midnight in Paris
    let phase = |kind, from: i64, to: i64| Phase { kind, starts_at: start + from * DAY, ends_at: start + to * DAY };
    Edition {
        id: EditionId::new("e"),
        slug: "2026".into(),
        name: "Congrès 2026".into(),
        motto: String::new(),
        fictional: true,
        congress_date: start + 35 * DAY,
        phases: vec![
            phase(PhaseKind::Collection, 0, 30),
            phase(PhaseKind::Classification, 30, 35),
            phase(PhaseKind::Congress, 35, 36),
        ],
        settings: Settings {
            questions: [
                ("Que manque-t-il dans votre commune ?", "What is missing in your commune?"),
                ("Et après ?", ""),
            ]
            .map(|(fr, en)| GuidingQuestion { fr: fr.into(), en: en.into() })
            .to_vec(),
            ..Settings::default()
        },
    }
}

pub(crate) fn page(lang: Lang, target: Target) -> Page {
    Page::under(
        Heading { name: "Congrès 2026".into(), fictional: true, published: true, former: false },
        lang,
        target,
        lang.t("title-about"),
    )
}

fn support() -> Support {
    Support { ideas: 12, contributions: 11, authors: 9, territories: 8, authors_dedup: 5 }
}

pub(crate) fn theme() -> Theme {
    Theme {
        id: ThemeId::new("t01"),
        question: QuestionId::new("q1"),
        label: "accès aux démarches".into(),
        keywords: vec!["guichet".into(), "démarches".into()],
        support: support(),
        stability: 0.81,
        label_coverage: 0.66,
    }
}

pub(crate) fn question() -> Question {
    let wording = "Comment garantir l’accès de tous aux services publics\u{202f}?";
    let candidates =
        vec![wording.into(), "Comment garder un accueil humain\u{202f}?".into(), "Comment aider\u{202f}?".into()];
    Question { id: QuestionId::new("q1"), wording: wording.into(), candidates, support: support() }
}

pub(crate) fn proposition() -> Proposition {
    Proposition {
        id: PropositionId::new("p1"),
        question: QuestionId::new("q1"),
        theme: ThemeId::new("t01"),
        text: "ouvrir un espace d’accueil dans chaque canton".into(),
        source: IdeaId::new("7.1"),
        source_span: Span { start: 8, end: 24 },
        rules: vec!["R3".into(), "R11".into()],
        justification: "car tout le monde n’a pas d’ordinateur".into(),
        ideas: vec![IdeaId::new("7.1")],
        support: support(),
        rank: Rank::Minority,
    }
}

pub(crate) fn weak_signal() -> Proposition {
    Proposition { id: PropositionId::new("s01"), rank: Rank::WeakSignal, ..proposition() }
}

pub(crate) fn link() -> PropositionLink {
    PropositionLink { id: PropositionId::new("p2"), text: "fermer les espaces d’accueil".into(), rank: Rank::Main }
}

pub(crate) fn addressee() -> Addressee {
    Addressee {
        proposition: PropositionId::new("p1"),
        role: "actor".into(),
        key: "state".into(),
        words: "l’État doit".into(),
    }
}

/// Two sections, three clauses, one of which comes from nothing.
pub(crate) fn motion() -> Motion {
    let clause = |id: &str, text: &str, from: &[&str]| Clause {
        id: ClauseId::new(id),
        text: text.into(),
        sources: from.iter().map(|id| motion::Source::Proposition(PropositionId::new(*id))).collect(),
        ..Clause::default()
    };
    let section = |id: &str, title: &str, clauses| Section {
        id: SectionId::new(id),
        title: title.into(),
        lead: "Un *constat*.".into(),
        clauses,
        ..Section::default()
    };
    let first = clause("e1", "Ouvrir un espace d’accueil dans chaque canton.", &["p1"]);
    let second = clause("e2", "Former les agents :\n\n- en mairie\n- à distance\n\n> Nous manquons de bras", &["p2"]);
    Motion {
        title: "Motion du congrès".into(),
        address: "À Madame la ministre".into(),
        reasons: "Parce que.".into(),
        recitals: vec!["Considérant que tout change ;".into()],
        demand: "Les élues et les élus demandent :".into(),
        sections: vec![
            section("s3", "Comment garantir l’accès de tous ?", vec![first, second]),
            section("s4", "Comment financer ?", vec![clause("e5", "Pérenniser les crédits.", &[])]),
        ],
        annexes: vec![motion::Annex { title: "Méthode".into(), text: "Tout est compté.".into() }],
        minted: 5,
        ..Motion::default()
    }
}

pub(crate) fn idea() -> Idea {
    Idea {
        id: IdeaId::new("7.1"),
        contribution: ContributionId::numbered(7),
        span: Span { start: 0, end: 45 },
        text: "Il faut ouvrir un espace d’accueil par canton".into(),
        carried: String::new(),
        kind: Kind::Proposal,
        status: IdeaStatus::Classed,
        reason: "classed".into(),
        theme: Some(ThemeId::new("t01")),
        second_theme: None,
        confidence: 0.8,
        duplicate_of: Some(IdeaId::new("3.1")),
        campaign: Some(1),
        proposition: Some(PropositionId::new("p2")),
        place: Place::Typical,
        ..Default::default()
    }
}

fn author() -> Author {
    Author { name: "Anne Le Goff".into(), function: "adjointe".into(), commune: "Nouans (72)".into(), named: true }
}

pub(crate) fn source() -> Source {
    let contribution = Contribution {
        edition: EditionId::new("e"),
        number: 7,
        channel: Channel::Paper,
        title: Some("Un accueil".into()),
        text: "Il faut ouvrir un espace d’accueil par canton, car tout le monde n’a pas d’ordinateur <b>.".into(),
        department: Some("72".into()),
        author: Some(author()),
        source: None,
        received_at: NOW,
    };
    Source { idea: idea(), contribution, beside: Beside::default() }
}

pub(crate) fn verbatim() -> Verbatim {
    Verbatim {
        idea: idea(),
        channel: Channel::Phone,
        department: None,
        author: Some(author()),
        beside: Beside::default(),
    }
}

pub(crate) fn row() -> Row {
    Row {
        number: 7,
        channel: Channel::Paper,
        title: None,
        excerpt: "Il faut ouvrir un espace d’accueil par canton. ".repeat(8),
        department: Some("72".into()),
        author: Some(author()),
        others: 0,
        received_at: NOW,
        state: State::Classed,
        reason: "classed".into(),
        themes: vec![(ThemeId::new("t01"), "accès aux démarches".into())],
    }
}

pub(crate) fn run() -> RunRecord {
    let stage = |name: &str, seconds| StageRecord { name: name.into(), counts: vec![("ideas".into(), 1240)], seconds };
    let pairs = |n: usize| (0..n).map(|i| (format!("name.{i}"), "0.45".to_owned())).collect();
    RunRecord {
        input_hash: "ab".repeat(32),
        output_hash: "cd".repeat(32),
        parameters: pairs(40),
        versions: pairs(6),
        stages: vec![stage("read", 0.5), stage("themes", 1.25)],
        coverage_ideas: 0.62,
        coverage_authors: 0.7,
        stability: 0.71,
        redundancy: 0.2,
        peak_memory: Some(120_000_000),
    }
}

/// Renders a page and checks what every page must hold; gives it back.
pub(crate) fn check(template: &impl Template) -> String {
    let html = template.render().unwrap();
    let count = elements(&html);
    assert!(count <= BUDGET, "{count} elements\n{html}");
    for (what, found) in [("missing message", "[title"), ("debug output", "Some("), ("empty link", "href=\"\"")] {
        assert!(!html.contains(found), "{what}\n{html}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "one h1\n{html}");
    assert_eq!(html.matches("<main").count(), 1);
    headings_in_order(&html);
    balanced(&html);
    ids_are_unique_and_known(&html);
    html
}

/// The text of `main`, one line a block: what a snapshot shows.
pub(crate) fn text(template: &impl Template) -> String {
    let html = template.render().unwrap();
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).unwrap().1;
    let main = main.split_once("</main>").unwrap().0;
    let mut out = String::new();
    for piece in main.split('<') {
        let (_, words) = piece.split_once('>').unwrap_or(("", piece));
        out.push_str(words);
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn headings_in_order(html: &str) {
    let levels = html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10));
    let mut last = 0;
    for level in levels {
        assert!(level <= last + 1, "h{level} after h{last}\n{html}");
        last = level;
    }
}

fn balanced(html: &str) {
    for tag in [
        "p",
        "li",
        "ul",
        "ol",
        "section",
        "a",
        "div",
        "dl",
        "td",
        "th",
        "tr",
        "blockquote",
        "figure",
        "span",
        "mark",
        "form",
        "label",
    ] {
        let opened = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "<{tag}>\n{html}");
    }
}

fn ids_are_unique_and_known(html: &str) {
    let values = |name: &str| -> Vec<String> {
        let attribute = format!(" {name}=\"");
        let found = html.split(&attribute).skip(1).filter_map(|rest| rest.split('"').next());
        found.flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    let ids = values("id");
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "id {id} twice\n{html}");
    }
    let links = values("href").into_iter().filter_map(|href| href.strip_prefix('#').map(str::to_owned));
    let asked = ["for", "aria-labelledby", "aria-describedby"].into_iter().flat_map(values).chain(links);
    for id in asked {
        assert!(ids.contains(&id), "no id {id}\n{html}");
    }
}
