//! The log of a bench: everything can be taken back, made again, replayed, and checked.

use super::*;
use crate::analysis::{Analysis, Idea, Proposition, Question, Rank, Span, Support, Theme};
use crate::id::{ContributionId, PropositionId, QuestionId};

/// Twenty ideas, four themes under two questions, four propositions.
pub(super) fn bench() -> Bench {
    Bench::new(State::whole(&analysis(), 1.0))
}

pub(super) fn question(at: u32) -> QuestionId {
    QuestionId::new(format!("q{at}"))
}

pub(super) fn proposition(at: u32) -> PropositionId {
    PropositionId::new(format!("p{at:02}"))
}

pub(super) fn analysis() -> Analysis {
    let ideas = (0..20).map(|at| Idea {
        id: idea(at),
        contribution: ContributionId::new(at.to_string()),
        status: if at < 18 { IdeaStatus::Classed } else { IdeaStatus::ToSort },
        theme: (at < 18).then(|| theme(at as u32 % 4 + 1)),
        reason: "classed".into(),
        ..Idea::default()
    });
    let themes = (1..5).map(|at| Theme {
        id: theme(at),
        question: question(at.div_ceil(2)),
        label: format!("label {at}"),
        keywords: Vec::new(),
        support: Support::default(),
        stability: 0.5,
        label_coverage: 0.5,
    });
    let questions = (1..3).map(|at| Question {
        id: question(at),
        wording: format!("Comment {at} ?"),
        candidates: Vec::new(),
        support: Support::default(),
    });
    let propositions = (1..5).map(|at| Proposition {
        id: proposition(at),
        question: question(at.div_ceil(2)),
        theme: theme(at),
        text: format!("faire {at}"),
        source: idea(at as usize - 1),
        source_span: Span::default(),
        rules: Vec::new(),
        justification: String::new(),
        ideas: vec![idea(at as usize - 1), idea(at as usize + 3)],
        support: Support::default(),
        rank: Rank::Main,
    });
    Analysis {
        ideas: ideas.collect(),
        themes: themes.collect(),
        questions: questions.collect(),
        propositions: propositions.collect(),
        ..Analysis::default()
    }
}

/// Gestures of every sort, some impossible.
pub(super) fn all() -> impl Strategy<Value = Gesture> {
    let theme = || (1..9_u32).prop_map(theme);
    let question = || (1..5_u32).prop_map(question);
    let proposition = || (1..7_u32).prop_map(proposition);
    let ideas = || proptest::collection::vec((0..21_usize).prop_map(idea), 0..4);
    let themes = || proptest::collection::vec((1..9_u32).prop_map(super::theme), 0..3);
    let on_themes = prop_oneof![
        (theme(), "[a-z]{0,4}").prop_map(|(theme, line)| Gesture::Define {
            theme,
            definition: Definition { line, ..Definition::default() }
        }),
        (themes(), proptest::option::of(question())).prop_map(|(themes, question)| Gesture::Group { themes, question }),
        (theme(), proptest::option::of(theme())).prop_map(|(theme, before)| Gesture::Order { theme, before }),
        ("[a-z ]{0,4}", themes()).prop_map(|(wording, themes)| Gesture::Ask { wording, themes }),
        (question(), "[a-z]{0,4}").prop_map(|(question, wording)| Gesture::Word { question, wording }),
        (question(), proptest::option::of(question()))
            .prop_map(|(question, before)| Gesture::OrderQuestion { question, before }),
        question().prop_map(|question| Gesture::Close { question }),
    ];
    let on_ideas = prop_oneof![
        ideas().prop_map(|ideas| Gesture::ToSort { ideas }),
        ideas().prop_map(|ideas| Gesture::Empty { ideas }),
        ideas().prop_map(|ideas| Gesture::Accept { ideas }),
        ("[0-7]\\.1|t0[1-4]|q[12]|x", "[a-z]{0,4}").prop_map(|(on, text)| Gesture::Note { on, text }),
        (ideas(), (0..21_usize).prop_map(idea)).prop_map(|(ideas, first)| Gesture::Same { ideas, first }),
        cuts(),
        ((0..21_usize).prop_map(idea), "[a-c]").prop_map(|(idea, words)| Gesture::Mask { idea, words }),
        ((0..21_usize).prop_map(idea), "[a-c]").prop_map(|(idea, words)| Gesture::Unmask { idea, words }),
        ideas().prop_map(|ideas| Gesture::Apart { ideas }),
        (1..4_u32).prop_map(|note| Gesture::Unnote { note }),
        "[a-dÀ ]{0,3}".prop_map(|words| Gesture::KeepQuery { words }),
        "[a-dÀ ]{0,3}".prop_map(|words| Gesture::DropQuery { words }),
    ];
    let on_propositions = prop_oneof![
        ("[a-z]{0,4}", ideas()).prop_map(|(text, ideas)| Gesture::Propose { text, ideas }),
        (proposition(), "[a-z]{0,4}").prop_map(|(proposition, text)| Gesture::Write { proposition, text }),
        (proposition(), ideas()).prop_map(|(proposition, ideas)| Gesture::Back { proposition, ideas }),
        (proposition(), ideas()).prop_map(|(proposition, ideas)| Gesture::Unback { proposition, ideas }),
        (proptest::collection::vec(proposition(), 0..3), proposition())
            .prop_map(|(propositions, into)| Gesture::Fuse { propositions, into }),
        (proposition(), proposition(), any::<bool>()).prop_map(|(one, other, opposed)| Gesture::Oppose {
            one,
            other,
            opposed
        }),
        (proposition(), "[a-z]{0,3}", "[a-z]{0,3}").prop_map(|(proposition, actor, level)| Gesture::Address {
            proposition,
            actor,
            level
        }),
        proposition().prop_map(|proposition| Gesture::Adopt { proposition }),
        (proposition(), "[a-z]{0,3}").prop_map(|(proposition, reason)| Gesture::SetAside { proposition, reason }),
        proposition().prop_map(|proposition| Gesture::Reopen { proposition }),
    ];
    prop_oneof![gestures(), on_themes, on_ideas, on_propositions]
}

/// Cuts of ideas, of their parts, and of the parts of these.
fn cuts() -> impl Strategy<Value = Gesture> {
    let idea = (0..4_usize, "[ab]{0,2}").prop_map(|(at, part)| IdeaId::new(format!("{}{part}", idea(at))));
    (idea, 0..3_usize, proptest::collection::vec((1..7_u32).prop_map(proposition), 0..2))
        .prop_map(|(idea, chars, second)| Gesture::Cut { idea, cut: Cut { at: chars, chars }, second })
}

fn wishes() -> impl Strategy<Value = Vec<(Wish, &'static str)>> {
    let wish = prop_oneof![6 => all().prop_map(Wish::Make), 2 => Just(Wish::Undo), 1 => Just(Wish::Redo)];
    proptest::collection::vec((wish, prop_oneof![Just("anne"), Just("bruno")]), 0..20)
}

fn lived(wishes: Vec<(Wish, &'static str)>) -> Bench {
    let mut bench = bench();
    for (wish, by) in wishes {
        let before = bench.clone();
        if bench.wish(wish, by, 0, &Ranks).is_err() {
            assert_eq!(before, bench, "what cannot be done changes nothing");
        }
    }
    bench
}

proptest! {
    #[test]
    fn the_log_gives_the_state_back(wishes in wishes()) {
        let lived = lived(wishes);
        let written = serde_json::to_string(&lived.log).expect("JSON");
        let log: Vec<Event> = serde_json::from_str(&written).expect("the same");
        let (mut followed, mut audited) = (bench(), bench());
        followed.follow(log.clone()).expect("it leads where it says");
        audited.audit(log).expect("each line does");
        prop_assert_eq!(&followed, &lived);
        prop_assert_eq!(audited, lived);
    }

    #[test]
    fn everything_is_taken_back_and_made_again(gestures in proptest::collection::vec(all(), 0..20)) {
        let mut bench = bench();
        let mut hashes = vec![bench.state.hash()];
        for gesture in gestures {
            if let Ok(event) = bench.wish(Wish::Make(gesture), "anne", 0, &Ranks) {
                hashes.push(event.hash.clone());
            }
        }
        for hash in hashes.iter().rev().skip(1) {
            bench.wish(Wish::Undo, "anne", 0, &Ranks).expect("nobody came between");
            prop_assert_eq!(&bench.state.hash(), hash);
        }
        prop_assert_eq!(bench.wish(Wish::Undo, "anne", 0, &Ranks), Err(Hindrance::Nothing));
        for hash in hashes.iter().skip(1) {
            bench.wish(Wish::Redo, "anne", 0, &Ranks).expect("nobody came between");
            prop_assert_eq!(&bench.state.hash(), hash);
        }
        prop_assert_eq!(bench.wish(Wish::Redo, "anne", 0, &Ranks), Err(Hindrance::Nothing));
    }

    #[test]
    fn an_altered_line_is_found(wishes in wishes(), at in any::<proptest::sample::Index>()) {
        let lived = lived(wishes);
        prop_assume!(!lived.log.is_empty());
        let mut log = lived.log;
        let altered = at.index(log.len());
        let moved = Turn { before: None, after: Some(Note { on: "1.1".into(), text: "glissé".into() }) };
        log[altered].change.notes.insert(99, moved);
        let line = log[altered].seq;
        prop_assert_eq!(bench().audit(log), Err(Hindrance::Altered(line)));
    }

    #[test]
    fn every_proposition_comes_from_an_idea(wishes in wishes()) {
        let Bench { state, .. } = lived(wishes);
        for worded in state.propositions.values() {
            prop_assert!(worded.ideas.contains(&worded.source));
            prop_assert!(worded.ideas.iter().all(|idea| state.ideas.contains_key(idea)));
        }
        for (id, worded) in &state.propositions {
            let back = |other: &PropositionId| state.propositions.get(other).is_some_and(|one| one.opposed.contains(id));
            prop_assert!(worded.opposed.iter().all(back), "both sides say it");
        }
        for held in state.themes.values() {
            prop_assert!(held.question.as_ref().is_none_or(|question| state.questions.contains_key(question)));
        }
    }
}

#[test]
fn a_theme_does_not_come_back_under_a_question_that_was_closed() {
    let mut bench = bench();
    let mut wish = |wish, by| bench.wish(wish, by, 0, &Ranks).map(drop);
    wish(Wish::Make(Gesture::Merge { themes: vec![theme(3), theme(1)], into: None }), "bruno").expect("possible");
    wish(Wish::Make(Gesture::Close { question: question(1) }), "anne").expect("possible");
    assert_eq!(wish(Wish::Undo, "bruno"), Err(Hindrance::Meanwhile(Meanwhile("q1".into()))));
    wish(Wish::Undo, "anne").expect("her own");
    wish(Wish::Undo, "bruno").expect("the question is there again");
}

#[test]
fn words_are_kept_once_however_they_are_written() {
    let mut bench = bench();
    let mut make = |gesture| bench.wish(Wish::Make(gesture), "anne", 0, &Ranks).map(drop);
    let (keep, lose) = (
        |words: &str| Gesture::KeepQuery { words: words.into() },
        |words: &str| Gesture::DropQuery { words: words.into() },
    );
    make(keep(" École à ")).expect("possible");
    make(keep("ecole A")).expect("nothing more to do");
    assert_eq!(make(keep(" ’ ")), Err(Hindrance::Refused(Refusal::NoWording)));
    assert_eq!(bench.state.queries, BTreeMap::from([("ecole a".into(), "École à".into())]));
    let mut make = |gesture| bench.wish(Wish::Make(gesture), "anne", 0, &Ranks).map(drop);
    make(lose("ÉCOLE a")).expect("there");
    assert_eq!(make(lose("école")), Err(Hindrance::Refused(Refusal::NoQuery("école".into()))));
}

/// A log from before there were queries leads where it said.
#[test]
fn a_state_without_queries_has_the_hash_it_always_had() {
    let state = bench().state;
    let seen = (&state.ideas, &state.themes, &state.questions, &state.propositions, &state.notes);
    let written = serde_json::to_vec(&seen).expect("JSON");
    assert_eq!(state.hash(), blake3::hash(&written).to_hex().to_string());
}

#[test]
fn what_someone_else_changed_since_is_not_taken_back() {
    let mut bench = bench();
    let put = |to| Wish::Make(Gesture::Move { ideas: vec![idea(0)], to: theme(to), proposed: false });
    bench.wish(put(2), "anne", 0, &Ranks).expect("possible");
    bench.wish(put(3), "bruno", 0, &Ranks).expect("possible");
    let hindered = bench.wish(Wish::Undo, "anne", 0, &Ranks).expect_err("bruno came between");
    assert_eq!(hindered, Hindrance::Meanwhile(Meanwhile("0.1".into())));
    bench.wish(Wish::Undo, "bruno", 0, &Ranks).expect("his own");
    bench.wish(Wish::Undo, "anne", 0, &Ranks).expect("nobody is between any more");
    assert_eq!(bench.state.ideas[&idea(0)].theme, Some(theme(1)));
}

#[test]
fn themes_stand_in_the_order_that_people_gave() {
    let mut bench = bench();
    let mut make = |gesture| bench.wish(Wish::Make(gesture), "anne", 0, &Ranks).map(drop);
    make(Gesture::Group { themes: vec![theme(1)], question: Some(question(2)) }).expect("possible");
    make(Gesture::Order { theme: theme(4), before: Some(theme(3)) }).expect("possible");
    assert_eq!(
        make(Gesture::Order { theme: theme(4), before: Some(theme(2)) }),
        Err(Hindrance::Refused(Refusal::OtherQuestion(theme(4), theme(2))))
    );
    assert_eq!(bench.state.under(Some(&question(2))), [&theme(4), &theme(3), &theme(1)]);
}

#[test]
fn questions_stand_where_they_are_put() {
    let mut bench = bench();
    let (whole, unplaced) = (bench.state.ordered().into_iter().cloned().collect::<Vec<_>>(), bench.state.hash());
    let first = whole[0].clone();
    let put = |bench: &mut Bench, id: &QuestionId, before: Option<QuestionId>| {
        let gesture = Gesture::OrderQuestion { question: id.clone(), before };
        bench.wish(Wish::Make(gesture), "anne", 0, &Ranks).map(drop)
    };
    put(&mut bench, &first, None).expect("possible");
    assert_eq!(bench.state.ordered().last(), Some(&&first));
    let ask = Gesture::Ask { wording: "Que faire des ponts ?".into(), themes: Vec::new() };
    bench.wish(Wish::Make(ask), "anne", 0, &Ranks).expect("possible");
    assert_ne!(bench.state.ordered().last(), Some(&&first), "a new question comes after those that were ordered");
    let last = whole[whole.len() - 1].clone();
    put(&mut bench, &first, Some(last.clone())).expect("possible");
    let at = |id: &QuestionId| bench.state.ordered().iter().position(|other| *other == id);
    assert_eq!(at(&first).map(|place| place + 1), at(&last));
    assert_eq!(
        put(&mut bench, &first, Some(QuestionId::new("q99"))),
        Err(Hindrance::Refused(Refusal::NoQuestion(QuestionId::new("q99"))))
    );
    for _ in 0..3 {
        bench.wish(Wish::Undo, "anne", 0, &Ranks).expect("undone");
    }
    assert_eq!(bench.state.hash(), unplaced);
}

#[test]
fn a_note_is_beside_something() {
    let mut bench = bench();
    let mut note = |on: &str| {
        bench.wish(Wish::Make(Gesture::Note { on: on.into(), text: "vu".into() }), "anne", 0, &Ranks).map(drop)
    };
    for on in [idea(0).as_str(), theme(1).as_str(), question(1).as_str(), proposition(1).as_str()] {
        assert_eq!(note(on), Ok(()), "{on}");
    }
    assert_eq!(note("ailleurs"), Err(Hindrance::Refused(Refusal::Nothing("ailleurs".into()))));
}
