use super::*;
use crate::analysis::{Analysis, Idea, Proposition, Question, Rank, Span, Support, Theme};
use crate::id::{ContributionId, QuestionId, ThemeId};
use proptest::prelude::*;

/// Four questions of seven propositions, three ideas each, and an idea behind nothing.
fn analysis() -> Analysis {
    let question = |at: usize| Question {
        id: QuestionId::new(format!("q{at}")),
        wording: format!("Comment {at} ?"),
        candidates: Vec::new(),
        support: Support::default(),
    };
    let theme = |at: usize| Theme {
        id: ThemeId::numbered(at as u32),
        question: QuestionId::new(format!("q{at}")),
        label: format!("thème {at}"),
        keywords: Vec::new(),
        support: Support { authors: at, ..Support::default() },
        stability: 1.0,
        label_coverage: 1.0,
    };
    let (mut ideas, mut propositions) = (Vec::new(), Vec::new());
    for at in 0..28 {
        let behind: Vec<IdeaId> = (1..=3).map(|nth| IdeaId::new(format!("{}.{nth}", at / 2 * 3 + nth))).collect();
        propositions.push(Proposition {
            id: PropositionId::new(format!("p{}", at + 1)),
            question: QuestionId::new(format!("q{}", at / 7 + 1)),
            theme: ThemeId::numbered((at / 7 + 1) as u32),
            text: format!("faire la chose {}", at + 1),
            source: behind[0].clone(),
            source_span: Span::default(),
            rules: Vec::new(),
            justification: String::new(),
            ideas: behind,
            support: Support { authors: at % 7, ..Support::default() },
            rank: Rank::Main,
        });
    }
    for id in propositions.iter().flat_map(|one| &one.ideas).collect::<BTreeSet<_>>() {
        ideas.push(Idea { id: id.clone(), contribution: id.contribution(), ..Idea::default() });
    }
    Analysis {
        ideas,
        propositions,
        questions: (1..=4).map(question).collect(),
        themes: (1..=4).map(theme).collect(),
        ..Analysis::default()
    }
}

fn begun(shape: Shape) -> Motion {
    start(&analysis(), shape, "Motion")
}

#[test]
fn the_shapes_of_three_congresses() {
    let shape = |shape| begun(shape).sections.iter().map(|one| one.clauses.len()).collect::<Vec<_>>();
    assert_eq!(shape(Shape::Questions), [7, 7, 7, 7]);
    assert_eq!(shape(Shape::Priorities), [3, 3, 3, 3]);
    assert_eq!(shape(Shape::Axes), [1, 1, 1, 1]);
    assert!(begun(Shape::Blank).sections.is_empty());
    let levers = begun(Shape::Priorities);
    assert_eq!(levers.sections[0].clauses[0].text, "Faire la chose 7.", "the best supported first");
    for (shape, waiting) in [(Shape::Questions, 0), (Shape::Priorities, 16), (Shape::Axes, 0), (Shape::Blank, 28)] {
        let account = account(&begun(shape), &analysis().propositions);
        assert_eq!((account.waiting, account.total()), (waiting, 28), "{shape:?}");
    }
}

#[test]
fn what_leaves_a_clause_waits_in_sight() {
    let (mut motion, propositions) = (begun(Shape::Questions), analysis().propositions);
    let (first, p1) = (motion.sections[0].clauses[0].id.clone(), PropositionId::new("p1"));
    let aside = |reason: &str| Gesture::SetAside { proposition: p1.clone(), reason: reason.into() };
    assert_eq!(motion.make(aside("non")), Err(Refusal::Placed(p1.clone())));
    motion.make(Gesture::Remove { clause: first.clone() }).expect("there");
    assert_eq!(account(&motion, &propositions).placements[&p1], Placement::Waiting);
    assert_eq!(motion.make(aside(" … ")), Err(Refusal::NoReason));
    motion.make(aside("Dit ailleurs.")).expect("told");
    assert_eq!(account(&motion, &propositions).aside, 1);
    let (section, sources) = (motion.sections[0].id.clone(), BTreeSet::from([Source::Proposition(p1.clone())]));
    motion.make(Gesture::Add { section, after: None, text: "Refaire.".into(), sources }).expect("there");
    assert_eq!((account(&motion, &propositions).aside, motion.aside.len()), (0, 0));
    assert_ne!(motion.sections[0].clauses[0].id, first, "an identifier is not given twice");
}

#[test]
fn a_split_needs_words_on_both_sides() {
    let mut motion = begun(Shape::Questions);
    let first = motion.sections[0].clauses[0].id.clone();
    let before = motion.clone();
    for at in [0, 99] {
        assert_eq!(motion.make(Gesture::Split { clause: first.clone(), at }), Err(Refusal::NoPart(first.clone())));
    }
    assert_eq!(motion.sections, before.sections);
    motion.make(Gesture::Split { clause: first, at: 6 }).expect("words on both sides");
    let [one, two] = [0, 1].map(|at| &motion.sections[0].clauses[at]);
    assert_eq!((one.text.as_str(), two.text.as_str()), ("Faire", "la chose 1."));
    assert_eq!(one.sources, two.sources);
}

#[test]
fn a_comparison_tells_what_became_of_each_clause() {
    let first = begun(Shape::Questions);
    let mut second = first.clone();
    let id = |at: usize| first.sections[0].clauses[at].id.clone();
    let section = first.sections[0].id.clone();
    second.make(Gesture::Write { clause: id(0), text: "Faire toute la chose 1.".into(), before: None }).expect("there");
    second.make(Gesture::Remove { clause: id(1) }).expect("there");
    second.make(Gesture::Move { clause: id(5), section: section.clone(), before: None }).expect("there");
    second
        .make(Gesture::Add { section, after: None, text: "Commencer.".into(), sources: BTreeSet::new() })
        .expect("there");
    let fates = |wanted| compare(&first, &second).iter().filter(|one| one.fate == wanted).count();
    assert_eq!((fates(Fate::New), fates(Fate::Gone), fates(Fate::Changed)), (1, 1, 1));
    assert!(fates(Fate::Moved) >= 1);
    let changed = compare(&first, &second).into_iter().find(|one| one.fate == Fate::Changed).expect("one");
    let wanted = [Piece::Same("Faire ".into()), Piece::New("toute ".into()), Piece::Same("la chose 1.".into())];
    assert_eq!(changed.pieces, wanted);
}

#[test]
fn lines_are_numbered_through_the_texts() {
    let text = format!("{} fin.\n\n- un\n- deux", "mot ".repeat(25).trim());
    let told: Vec<(usize, usize)> =
        lines(&text, 12).iter().map(|line| (line.number, line.text.chars().count())).collect();
    assert_eq!(told, [(12, 79), (13, 24), (14, 2), (15, 4)]);
}

#[test]
fn the_seal_is_that_of_the_published_bytes() {
    let motion = begun(Shape::Questions);
    assert_eq!(serde_json::from_slice::<Motion>(&canonical(&motion)).expect("JSON"), motion);
    let mut other = motion.clone();
    other.sections[3].clauses[6].text.push(' ');
    assert_ne!(seal(&motion), seal(&other));
    assert_eq!(seal(&motion).len(), 64);
}

/// A gesture that may or may not be possible, drawn from numbers.
fn drawn(motion: &Motion, [what, one, other, at]: [usize; 4]) -> Gesture {
    let ids: Vec<ClauseId> = motion.clauses().map(|clause| clause.id.clone()).collect();
    let pick = |of: usize| ids[of % ids.len()].clone();
    let section = motion.sections[other % motion.sections.len()].id.clone();
    match what % 5 {
        0 => {
            Gesture::Write { clause: pick(one), text: format!("Réécrire {at} fois la chose {other}."), before: None }
        }
        1 => Gesture::Split { clause: pick(one), at },
        2 => Gesture::Merge { clause: pick(one), with: pick(other) },
        3 => Gesture::Move { clause: pick(one), section, before: None },
        _ => Gesture::Move {
            clause: pick(one),
            section: motion.section_of(&pick(other)).expect("there").1.id.clone(),
            before: Some(pick(other)),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Five hundred edits, splits, merges and moves: every clause reaches its contributions, and every contribution its clauses.
    #[test]
    fn lineage_holds_through_five_hundred_gestures(draws in proptest::collection::vec(any::<[u16; 4]>(), 500)) {
        let analysis = analysis();
        let mut motion = begun(Shape::Questions);
        let before = Lineage::of(&motion, &analysis);
        for draw in draws {
            let untouched = motion.clone();
            let gesture = drawn(&motion, draw.map(usize::from));
            if motion.make(gesture).is_err() {
                prop_assert_eq!(&motion.sections, &untouched.sections);
            }
        }
        let after = Lineage::of(&motion, &analysis);
        for clause in motion.clauses() {
            prop_assert!(!after.contributions(&clause.id).is_empty(), "{} comes from nothing", clause.id);
        }
        let reached = |lineage: &Lineage| lineage.clauses.keys().cloned().collect::<Vec<ContributionId>>();
        prop_assert_eq!(reached(&before), reached(&after));
        let ids: BTreeSet<_> = motion.clauses().map(|clause| &clause.id).collect();
        prop_assert_eq!(ids.len(), motion.clauses().count());
        prop_assert_eq!(account(&motion, &analysis.propositions).placed, 28);
    }

    /// The pieces of a comparison spell both texts.
    #[test]
    fn pieces_spell_both_texts(first in "[a-d ]{0,30}", second in "[a-d ]{0,30}") {
        let spelt = |leave: fn(&Piece) -> bool| words(&first, &second).iter().filter(|piece| !leave(piece)).map(|piece| match piece {
            Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => text.as_str(),
        }).collect::<String>();
        prop_assert_eq!(spelt(|piece| matches!(piece, Piece::New(_))), prose::plain(&first));
        prop_assert_eq!(spelt(|piece| matches!(piece, Piece::Gone(_))), prose::plain(&second));
    }
}
