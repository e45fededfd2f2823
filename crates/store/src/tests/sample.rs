//! A small edition, and a run over it.

use crate::{Incoming, Store, Submission, Submitted};
use arobase_domain::*;
use uuid::Uuid;

pub(crate) const NOW: i64 = 1_790_000_000_000;

pub(crate) fn edition() -> Edition {
    let phase = |kind, starts_at, ends_at| Phase { kind, starts_at, ends_at };
    Edition {
        id: EditionId::new("0199-edition"),
        slug: "2026".into(),
        name: "Congrès 2026".into(),
        motto: "Ensemble".into(),
        fictional: true,
        congress_date: NOW + 50,
        phases: vec![phase(PhaseKind::Collection, NOW, NOW + 30), phase(PhaseKind::Congress, NOW + 50, NOW + 60)],
        settings: Settings {
            questions: vec![GuidingQuestion { fr: "Que manque-t-il ?".into(), en: "What is missing?".into() }],
            time_zone: "Indian/Reunion".into(),
            limits: Limits { title: 80, text: 5_000 },
            ..Settings::default()
        },
    }
}

/// Lower-case words without a final s: enough French for a test.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.to_lowercase().trim_end_matches('s').to_owned()).collect()
}

pub(crate) fn contribution(text: &str) -> NewContribution {
    NewContribution {
        channel: Channel::Online,
        title: None,
        text: text.into(),
        department: None,
        author: None,
        ..NewContribution::default()
    }
}

pub(crate) fn signed(text: &str, name: &str, commune: &str, named: bool) -> NewContribution {
    let author = Author { name: name.into(), function: "maire".into(), commune: commune.into(), named };
    NewContribution { author: Some(author), department: Some("72".into()), ..contribution(text) }
}

pub(crate) fn incoming(contribution: NewContribution, nth: usize) -> Incoming {
    Incoming { contribution, id: Uuid::from_u128(1 << 64 | nth as u128), received_at: NOW + nth as i64, broken: None }
}

pub(crate) async fn submit(store: &Store, text: &str, token: &str) -> Submitted {
    submit_to(store, &edition().id, text, token).await
}

pub(crate) async fn submit_to(store: &Store, edition: &EditionId, text: &str, token: &str) -> Submitted {
    let id = blake3::hash(token.as_bytes());
    let id = Uuid::from_slice(&id.as_bytes()[..16]).unwrap();
    let sent = Submission { contribution: &contribution(text), token, id, by: None, calls: &[] };
    store.submit(edition, sent, &stems, NOW).await.unwrap()
}

/// Four contributions: two classed (one signed and named, one signed but not), one empty, one broken.
pub(crate) async fn edition_with_contributions(store: &Store) {
    store.create_edition(&edition(), NOW).await.unwrap();
    let mut broken =
        incoming(NewContribution { channel: Channel::Import, source: Some("gd-4".into()), ..contribution("") }, 4);
    broken.broken = Some("fichier.csv, ligne 4 : guillemet ouvert".into());
    let titled = NewContribution {
        title: Some("Fibre".into()),
        ..signed("Il faut la fibre. Et des vélos.", "Anne", "Nouans", true)
    };
    let sheaf = vec![
        incoming(titled, 1),
        incoming(
            NewContribution { channel: Channel::Paper, ..signed("Pas de fibre ici !", "Bruno", "Le Mans", false) },
            2,
        ),
        incoming(contribution("ras"), 3),
        broken,
    ];
    let imported = store.import(&edition().id, sheaf, &stems, NOW).await.unwrap();
    assert_eq!((imported.first, imported.count), (1, 4));
}

/// What a run could have found in them.
pub(crate) fn analysis() -> Analysis {
    let fate = |number: u32, status, reason: &str, detail: &str| Fate {
        contribution: ContributionId::numbered(number),
        status,
        reason: reason.into(),
        detail: detail.into(),
    };
    Analysis {
        run: record(),
        fates: vec![
            fate(1, Some(IdeaStatus::Classed), "classed", ""),
            fate(2, Some(IdeaStatus::Classed), "classed", ""),
            fate(3, Some(IdeaStatus::Empty), "no_content", ""),
            fate(4, None, "broken_row", "fichier.csv, ligne 4 : guillemet ouvert"),
        ],
        ideas: ideas(),
        themes: vec![theme("t01", "q1", "fibre"), theme("t02", "q2", "vélo")],
        questions: vec![question("q1", "Comment raccorder ?"), question("q2", "Comment rouler ?")],
        propositions: vec![
            proposition("p01", "q1", "t01", "installer la fibre", &["1.1"], Rank::Main),
            proposition("p02", "q1", "t01", "renoncer à la fibre", &["2.1", "1.1"], Rank::Minority),
            proposition("s01", "q2", "t02", "acheter des vélos", &["1.2"], Rank::WeakSignal),
        ],
        close: CloseReading {
            addressees: vec![Addressee {
                proposition: PropositionId::new("p01"),
                role: "actor".into(),
                key: "state".into(),
                words: "l’État doit".into(),
            }],
            to_complete: vec![Incomplete { idea: IdeaId::new("1.2"), reason: "pronoun".into() }],
        },
        personal: vec![PersonalDatum {
            contribution: ContributionId::numbered(2),
            span: Span { start: 3, end: 5 },
            kind: "name".into(),
            score: 0.5,
            reason: "courtesy".into(),
            mask: "[nom]".into(),
        }],
        controversies: vec![Controversy { one: PropositionId::new("p01"), other: PropositionId::new("p02") }],
        study: Study {
            ladder: vec![study::Rung {
                resolution: 0.707,
                themes: 2,
                stability: Some(0.8),
                kept: true,
                ..Default::default()
            }],
            ..Default::default()
        },
    }
}

fn ideas() -> Vec<Idea> {
    let classed = |id: &str, number: u32, span, text: &str, theme: &str, proposition: &str| Idea {
        id: IdeaId::new(id),
        contribution: ContributionId::numbered(number),
        span,
        text: text.into(),
        carried: String::new(),
        kind: Kind::Proposal,
        status: IdeaStatus::Classed,
        reason: "classed".into(),
        theme: Some(ThemeId::new(theme)),
        second_theme: None,
        confidence: 0.25,
        kinds: vec![(Kind::Proposal, 0.75), (Kind::Problem, 0.25)],
        duplicate_of: None,
        campaign: None,
        proposition: Some(PropositionId::new(proposition)),
        place: Place::Typical,
    };
    let first = classed("1.1", 1, Span { start: 0, end: 17 }, "Il faut la fibre.", "t01", "p01");
    let second = Idea {
        carried: "il faut".into(),
        second_theme: Some(ThemeId::new("t01")),
        place: Place::Bridging,
        ..classed("1.2", 1, Span { start: 18, end: 31 }, "Et des vélos.", "t02", "s01")
    };
    let third = Idea {
        kind: Kind::Opposition,
        duplicate_of: Some(IdeaId::new("1.1")),
        campaign: Some(2),
        place: Place::Marginal,
        ..classed("2.1", 2, Span { start: 0, end: 18 }, "Pas de fibre ici !", "t01", "p02")
    };
    let nothing = Idea {
        kind: Kind::Statement,
        status: IdeaStatus::Empty,
        reason: "no_content".into(),
        theme: None,
        proposition: None,
        confidence: 0.0,
        place: Place::Ordinary,
        ..classed("3.1", 3, Span { start: 0, end: 3 }, "ras", "t01", "p01")
    };
    vec![first, second, third, nothing]
}

fn support(ideas: usize) -> Support {
    Support { ideas, contributions: 2, authors: 3, territories: 4, authors_dedup: 5 }
}

fn theme(id: &str, question: &str, label: &str) -> Theme {
    Theme {
        id: ThemeId::new(id),
        question: QuestionId::new(question),
        label: label.into(),
        keywords: vec![label.into(), "l’« autre »".into()],
        support: support(1),
        stability: 0.8,
        label_coverage: 0.1 + 0.2,
    }
}

fn question(id: &str, wording: &str) -> Question {
    let candidates = vec![wording.into(), "Comment faire ?".into()];
    Question { id: QuestionId::new(id), wording: wording.into(), candidates, support: support(2) }
}

fn proposition(id: &str, question: &str, theme: &str, text: &str, ideas: &[&str], rank: Rank) -> Proposition {
    Proposition {
        id: PropositionId::new(id),
        question: QuestionId::new(question),
        theme: ThemeId::new(theme),
        text: text.into(),
        source: IdeaId::new(ideas[0]),
        source_span: Span { start: 1, end: 9 },
        rules: vec!["R3".into(), "R11".into()],
        justification: "parce que".into(),
        ideas: ideas.iter().map(|&idea| IdeaId::new(idea)).collect(),
        support: support(3),
        rank,
    }
}

fn record() -> RunRecord {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    RunRecord {
        input_hash: "in".into(),
        output_hash: "out".into(),
        parameters: vec![pair("zeta", "1"), pair("alpha", "0,6")],
        versions: vec![pair("engine", "0.1.0")],
        stages: vec![
            StageRecord { name: "segment".into(), counts: vec![("ideas".into(), 4)], seconds: 0.125 },
            StageRecord { name: "duplicates".into(), counts: vec![], seconds: 1e-9 },
        ],
        coverage_ideas: 0.9,
        coverage_authors: 1.0,
        stability: 0.7,
        redundancy: 0.3,
        peak_memory: Some(1 << 33),
    }
}

pub(crate) async fn run_saved(store: &Store) {
    edition_with_contributions(store).await;
    store.save_run(&edition().id, &analysis(), &stems, &RunId::new("run-1"), NOW + 1, NOW + 1).await.unwrap();
}
