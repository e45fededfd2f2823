//! A run as people have cut, joined and masked its ideas: what piles, counts and pages read instead of the run itself.

use crate::analysis::{Analysis, Idea, Proposition, Span};
use crate::edits::{Cut, Repeats, State};
use crate::id::IdeaId;
use crate::masks::{Masks, veiled};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The run as a state amends it; itself where nobody has amended it. Doing it twice is doing it once.
pub fn amended<'a>(run: &'a Analysis, state: &State) -> Cow<'a, Analysis> {
    let veiled = veil(run, &state.masks);
    let parted = match &veiled {
        Cow::Borrowed(run) => parted(run, &state.cuts),
        Cow::Owned(run) => Cow::Owned(parted(run, &state.cuts).into_owned()),
    };
    if state.ideas.values().all(|standing| standing.repeats.is_as_found()) {
        return parted;
    }
    let mut amended = parted.into_owned();
    repeat(&mut amended, state);
    Cow::Owned(amended)
}

/// The run with the masked words of its ideas covered.
fn veil<'a>(run: &'a Analysis, masks: &Masks) -> Cow<'a, Analysis> {
    if masks.is_empty() {
        return Cow::Borrowed(run);
    }
    let mut run = run.clone();
    for idea in run.ideas.iter_mut().filter(|idea| masks.contains_key(&idea.contribution)) {
        idea.text = veiled(masks, &idea.contribution, &idea.text);
        idea.carried = veiled(masks, &idea.contribution, &idea.carried);
    }
    Cow::Owned(run)
}

/// The run with its ideas cut: each part has the kind, the place and whatever else the run found of the whole, and repeats nothing.
pub(crate) fn parted<'a>(run: &'a Analysis, cuts: &BTreeMap<IdeaId, Cut>) -> Cow<'a, Analysis> {
    if cuts.is_empty() {
        return Cow::Borrowed(run);
    }
    let mut run = run.clone();
    let parted: Vec<Vec<Idea>> = std::mem::take(&mut run.ideas).into_iter().map(|idea| pieces(idea, cuts)).collect();
    let times: Vec<usize> = parted.iter().map(Vec::len).collect();
    run.ideas = parted.into_iter().flatten().collect();
    spread(&mut run.study.map.points, &times);
    run.study.ladder.iter_mut().for_each(|rung| spread(&mut rung.communities, &times));
    run.study.reinert.iter_mut().for_each(|found| spread(&mut found.class, &times));
    let mut parts = Parts::new();
    for idea in run.ideas.iter().filter(|idea| idea.id != idea.id.whole()) {
        parts.entry(idea.id.whole()).or_default().push((idea.id.clone(), idea.span));
    }
    orphans(&mut run.ideas, &parts);
    run.propositions.iter_mut().for_each(|one| reword(one, &parts));
    for part in run.study.splits.iter_mut().flat_map(|split| &mut split.parts) {
        part.ideas = named(&part.ideas, &parts);
    }
    run.study.nearest = renamed(&run.study.nearest, &parts, |near| &mut near.idea);
    run.close.to_complete = renamed(&run.close.to_complete, &parts, |one| &mut one.idea);
    Cow::Owned(run)
}

/// The parts of each idea that was cut, with where they stand.
type Parts = BTreeMap<IdeaId, Vec<(IdeaId, Span)>>;

/// An idea, or its parts, cut again where they are.
fn pieces(idea: Idea, cuts: &BTreeMap<IdeaId, Cut>) -> Vec<Idea> {
    match cuts.get(&idea.id) {
        Some(&cut) => halves(&idea, cut).into_iter().flat_map(|half| pieces(half, cuts)).collect(),
        None => vec![idea],
    }
}

fn halves(idea: &Idea, cut: Cut) -> [Idea; 2] {
    let [first, second] = idea.id.parts();
    let at = cut.at.clamp(idea.span.start, idea.span.end);
    let byte = idea.text.char_indices().nth(cut.chars).map_or(idea.text.len(), |(byte, _)| byte);
    let half = |id, start, end, text: &str| Idea {
        id,
        span: Span { start, end },
        text: text.to_owned(),
        duplicate_of: None,
        ..idea.clone()
    };
    [half(first, idea.span.start, at, &idea.text[..byte]), half(second, at, idea.span.end, &idea.text[byte..])]
}

/// What was found of each idea, for each of its parts; empty lists stay empty.
fn spread<T: Clone>(found: &mut Vec<T>, times: &[usize]) {
    let each = std::mem::take(found).into_iter().zip(times);
    *found = each.flat_map(|(one, &times)| std::iter::repeat_n(one, times)).collect();
}

/// Ideas that repeated one that was cut repeat the first among them.
fn orphans(ideas: &mut [Idea], parts: &Parts) {
    let mut firsts: BTreeMap<IdeaId, IdeaId> = BTreeMap::new();
    for idea in ideas {
        let Some(gone) = idea.duplicate_of.clone().filter(|first| parts.contains_key(first)) else { continue };
        idea.duplicate_of = firsts.get(&gone).cloned();
        firsts.entry(gone).or_insert_with(|| idea.id.clone());
    }
}

/// A proposition comes from the part that holds its words, and has every part behind it.
fn reword(one: &mut Proposition, parts: &Parts) {
    one.ideas = named(&one.ideas, parts);
    let Some(parts) = parts.get(&one.source) else { return };
    let says = |(_, span): &&(IdeaId, Span)| span.start <= one.source_span.start && one.source_span.start < span.end;
    if let Some((source, _)) = parts.iter().find(says).or(parts.first()) {
        one.source = source.clone();
    }
}

fn named(ideas: &[IdeaId], parts: &Parts) -> Vec<IdeaId> {
    let of = |idea: &IdeaId| match parts.get(idea) {
        Some(parts) => parts.iter().map(|(part, _)| part.clone()).collect(),
        None => vec![idea.clone()],
    };
    ideas.iter().flat_map(of).collect()
}

fn renamed<T: Clone>(found: &[T], parts: &Parts, idea: fn(&mut T) -> &mut IdeaId) -> Vec<T> {
    let of = |one: &T| {
        let mut one = one.clone();
        let names = named(std::slice::from_ref(idea(&mut one)), parts);
        names.into_iter().map(move |name| {
            let mut one = one.clone();
            *idea(&mut one) = name;
            one
        })
    };
    found.iter().flat_map(of).collect()
}

/// Writes what each idea repeats: what people say, else what the engine found, followed to an idea that repeats none.
fn repeat(run: &mut Analysis, state: &State) {
    let places: BTreeMap<&IdeaId, usize> = run.ideas.iter().zip(0..).map(|(idea, at)| (&idea.id, at)).collect();
    let links: Vec<Link> = run.ideas.iter().map(|idea| Link::of(idea, state, &places)).collect();
    let firsts: Vec<usize> = (0..links.len()).map(|at| first(&links, at)).collect();
    let firsts: Vec<Option<IdeaId>> =
        firsts.iter().zip(0..).map(|(&first, at)| (first != at).then(|| run.ideas[first].id.clone())).collect();
    for (idea, first) in run.ideas.iter_mut().zip(firsts) {
        idea.duplicate_of = first;
    }
}

/// What an idea repeats, by its place, and whether a person said so.
struct Link {
    to: Option<usize>,
    said: bool,
}

impl Link {
    fn of(idea: &Idea, state: &State, places: &BTreeMap<&IdeaId, usize>) -> Self {
        let place = |id: &IdeaId| places.get(id).copied();
        match state.ideas.get(&idea.id).map(|standing| &standing.repeats) {
            None | Some(Repeats::AsFound) => Self { to: idea.duplicate_of.as_ref().and_then(place), said: false },
            Some(Repeats::Nothing) => Self { to: None, said: true },
            Some(Repeats::Idea(first)) => Self { to: place(first), said: true },
        }
    }
}

/// The idea that the one at a place repeats in the end. In a circle it is the first of the run that only the engine said to repeat another.
fn first(links: &[Link], from: usize) -> usize {
    let mut path = vec![from];
    let mut at = from;
    while let Some(next) = links[at].to {
        if let Some(back) = path.iter().position(|&passed| passed == next) {
            return path[back..].iter().copied().min_by_key(|&at| (links[at].said, at)).unwrap_or(next);
        }
        path.push(next);
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::{Gesture, Silent};
    use proptest::prelude::*;

    fn id(at: usize) -> IdeaId {
        IdeaId::new(format!("{at}.1"))
    }

    /// Six ideas; the second and the third repeat the first.
    fn run() -> Analysis {
        let repeats = |at: usize| [1, 2].contains(&at).then(|| id(0));
        let idea = |at| Idea { id: id(at), duplicate_of: repeats(at), ..Idea::default() };
        Analysis { ideas: (0..6).map(idea).collect(), ..Analysis::default() }
    }

    fn told(said: &[(usize, Repeats)]) -> Vec<Option<IdeaId>> {
        let run = run();
        let mut state = State::whole(&run, 1.0);
        for (at, repeats) in said {
            state.ideas.get_mut(&id(*at)).expect("there").repeats = repeats.clone();
        }
        amended(&run, &state).ideas.iter().map(|idea| idea.duplicate_of.clone()).collect()
    }

    #[test]
    fn people_go_before_the_engine() {
        assert_eq!(told(&[]), [None, Some(id(0)), Some(id(0)), None, None, None]);
        assert_eq!(told(&[(1, Repeats::Nothing)]), [None, None, Some(id(0)), None, None, None]);
        let chained = told(&[(0, Repeats::Idea(id(4)))]);
        assert_eq!(chained, [Some(id(4)), Some(id(4)), Some(id(4)), None, None, None]);
        let turned = told(&[(0, Repeats::Idea(id(2)))]);
        assert_eq!(turned, [Some(id(2)), Some(id(2)), None, None, None, None]);
    }

    /// « Il faut un guichet. La fibre aussi. » cut after the full stop, then its second part.
    #[test]
    fn a_cut_goes_everywhere_that_the_idea_is() {
        let text = "Il faut un guichet. La fibre aussi.";
        let mut run = run();
        run.ideas[0] = Idea { span: Span { start: 5, end: 40 }, text: text.into(), ..run.ideas[0].clone() };
        run.study.map.points = (0..6).map(|at| Some((f64::from(at), 0.0))).collect();
        let mut state = State::whole(&run, 1.0);
        let cut = |idea: IdeaId, at, chars| Gesture::Cut { idea, cut: Cut { at, chars }, second: Vec::new() };
        state.make(cut(id(0), 24, 19), &Silent).expect("possible");
        state.make(cut(id(0).parts()[1].clone(), 33, 9), &Silent).expect("possible");
        let cut = amended(&run, &state);
        let told: Vec<_> = cut.ideas.iter().take(4).map(|one| (one.id.as_str(), one.text.as_str(), one.span)).collect();
        let span = |start, end| Span { start, end };
        assert_eq!(told[0], ("0.1a", "Il faut un guichet.", span(5, 24)));
        assert_eq!(told[1], ("0.1ba", " La fibre", span(24, 33)));
        assert_eq!(told[2], ("0.1bb", " aussi.", span(33, 40)));
        assert_eq!(cut.study.map.points.len(), cut.ideas.len());
        assert_eq!(told[3].0, "1.1");
        let first = cut.ideas[4].duplicate_of.as_ref();
        assert_eq!(
            (cut.ideas[3].duplicate_of.as_ref(), first),
            (None, Some(&id(1))),
            "the others still repeat each other"
        );
        assert_eq!(amended(&cut, &state).into_owned(), cut.into_owned());
    }

    #[test]
    fn masked_words_are_read_nowhere_and_cuts_stay_where_they_are() {
        let mut run = run();
        run.ideas[0] = Idea {
            contribution: id(0).contribution(),
            span: Span { start: 0, end: 30 },
            text: "Appelez Éva Roy. Elle le sait.".into(),
            ..run.ideas[0].clone()
        };
        let mut state = State::whole(&run, 1.0);
        let mask = |words: &str| Gesture::Mask { idea: id(0), words: words.into() };
        state.make(mask(" Éva Roy "), &Silent).expect("possible");
        state
            .make(Gesture::Cut { idea: id(0), cut: Cut { at: 16, chars: 16 }, second: Vec::new() }, &Silent)
            .expect("too");
        assert_eq!(amended(&run, &state).ideas[0].text, "Appelez ███ ███.");
        let first = id(0).parts()[0].clone();
        state.make(Gesture::Unmask { idea: first, words: "Éva Roy".into() }, &Silent).expect("it is masked");
        assert_eq!(amended(&run, &state).ideas[0].text, "Appelez Éva Roy.");
        assert!(state.masks.is_empty());
    }

    #[test]
    fn a_proposition_comes_from_the_part_that_says_it() {
        let span = |start, end| Span { start, end };
        let mut one =
            Proposition { source: id(0), source_span: span(24, 30), ideas: vec![id(0), id(3)], ..proposition() };
        let [first, second] = id(0).parts();
        reword(&mut one, &Parts::from([(id(0), vec![(first.clone(), span(5, 24)), (second.clone(), span(24, 40))])]));
        assert_eq!((one.source, one.ideas), (second.clone(), vec![first, second, id(3)]));
    }

    fn proposition() -> Proposition {
        Proposition {
            id: crate::PropositionId::new("p01"),
            question: crate::QuestionId::new("q1"),
            theme: crate::ThemeId::numbered(1),
            text: String::new(),
            source: IdeaId::default(),
            source_span: Span::default(),
            rules: Vec::new(),
            justification: String::new(),
            ideas: Vec::new(),
            support: crate::Support::default(),
            rank: crate::Rank::Main,
        }
    }

    proptest! {
        #[test]
        fn what_is_repeated_repeats_nothing(
            said in proptest::collection::vec((0..6_usize, proptest::option::of(0..7_usize)), 0..8)
        ) {
            let said: Vec<(usize, Repeats)> = said
                .into_iter()
                .map(|(at, of)| (at, of.map_or(Repeats::Nothing, |of| Repeats::Idea(id(of)))))
                .collect();
            let told = told(&said);
            for first in told.iter().flatten() {
                let at = (0..6).find(|at| id(*at) == *first).expect("an idea of the run");
                prop_assert_eq!(&told[at], &None);
            }
        }
    }
}
