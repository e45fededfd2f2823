//! A run that goes on from an earlier one and from the gestures of people.

use crate::bridge::{self, Course};
use crate::progress::Bars;
use arobase_domain::amended::amended;
use arobase_domain::edits::{BY_HAND, Edit, Gesture, Held, Judge, Refusal, Standing, State};
use arobase_domain::record::Record;
use arobase_domain::{Analysis, Difference, Fate, IdeaId, IdeaStatus, Seen, ThemeId, matched};
use arobase_encoder::{Encode, EncodeError};
use arobase_funnel::outcome::Status;
use arobase_funnel::previous::{Carried, Known, Previous, Shadow};
use arobase_funnel::{Input, Prepared, Settings};
use arobase_text::repair::repair;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What to start from.
#[derive(Debug, Default)]
pub(crate) struct Origin {
    /// The earlier run and its state, if there is one.
    pub(crate) run: Option<(Record, State)>,
    /// Gestures to make, with their lines.
    pub(crate) edits: Vec<(usize, Edit)>,
}

/// What a run leaves.
pub(crate) struct Continued {
    pub(crate) analysis: Analysis,
    pub(crate) state: State,
    /// Against what it started from.
    pub(crate) change: Option<Change>,
}

/// What a run changed, and what clustering everything again would.
pub(crate) struct Change {
    pub(crate) difference: Difference,
    /// Labels of the themes before and after.
    pub(crate) labels: (BTreeMap<ThemeId, String>, BTreeMap<ThemeId, String>),
    /// Every idea that moved or came: theme before, theme after, why.
    pub(crate) rows: Vec<(IdeaId, Option<ThemeId>, Option<ThemeId>, String)>,
    /// Gestures that nobody has accepted yet.
    pub(crate) proposal: Vec<Edit>,
    /// Ideas of the earlier run that are not in these contributions.
    pub(crate) gone: usize,
}

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stopped {
    #[error(transparent)]
    Encoder(#[from] EncodeError),
    #[error("line {0}: {1}")]
    Refused(usize, Refusal),
}

/// Runs the engine from `origin`.
pub(crate) fn run(
    inputs: &[Input],
    broken: Vec<Fate>,
    settings: &Settings,
    encoder: &dyn Encode,
    mut bars: Bars,
    origin: Origin,
) -> Result<Continued, Stopped> {
    bars.begin(inputs.len());
    let reading = Prepared::of(inputs, settings, encoder, &mut bars)?;
    if origin.run.is_none() && origin.edits.is_empty() {
        let outcome = reading.discover(&mut bars)?;
        // What follows needs memory of its own.
        drop(reading);
        let names = bridge::numbered(&outcome);
        let analysis = bridge::analysis(&outcome, inputs, &names, broken, settings, Course::over(bars, encoder));
        let state = State::of(&analysis, outcome.resolution);
        return Ok(Continued { analysis, state, change: None });
    }
    let desk = Desk::new(&reading, inputs);
    let (mut state, gone) = match origin.run {
        Some((record, state)) => desk.known(&record, state),
        None => (desk.fresh(settings)?, 0),
    };
    let before = state.clone();
    for (line, edit) in origin.edits {
        state.apply(edit, &desk).map_err(|refusal| Stopped::Refused(line, refusal))?;
    }
    let (previous, known) = desk.previous(&state);
    let resumed = reading.resume(&previous, &mut bars)?;
    let mut name = |origin: Option<usize>| match origin {
        Some(origin) => known[origin].clone(),
        None => state.create(Held::default()),
    };
    let names: Vec<ThemeId> = resumed.outcome.themes.iter().map(|theme| name(theme.origin)).collect();
    let analysis = bridge::analysis(&resumed.outcome, inputs, &names, broken, settings, Course::over(bars, encoder));
    let gestured = state.clone();
    let analysis = joined(analysis, &gestured);
    remember(&mut state, &analysis);
    let proposal = proposal(&analysis, &state, &resumed.shadow, &known);
    let change = Change::between(&before, &gestured, &analysis, proposal, gone);
    Ok(Continued { analysis, state, change: Some(change) })
}

/// What was found, with the ideas that people said to be the same.
fn joined(analysis: Analysis, state: &State) -> Analysis {
    let Cow::Owned(mut joined) = amended(&analysis, state) else { return analysis };
    joined.run.output_hash = arobase_tables::export::fingerprint(&joined);
    joined
}

/// The engine's indices and the names of ideas, to go from one to the other.
struct Desk<'a> {
    reading: &'a Prepared<'a>,
    inputs: &'a [Input],
    ids: Vec<IdeaId>,
    at: BTreeMap<IdeaId, usize>,
}

impl<'a> Desk<'a> {
    fn new(reading: &'a Prepared<'a>, inputs: &'a [Input]) -> Self {
        let mut rank = vec![0; inputs.len()];
        let ids: Vec<IdeaId> = reading
            .spans()
            .map(|(input, _)| {
                rank[input] += 1;
                IdeaId::new(format!("{}.{}", inputs[input].id, rank[input]))
            })
            .collect();
        let at = ids.iter().cloned().zip(0..).collect();
        Self { reading, inputs, ids, at }
    }

    /// The state of a first run on these contributions.
    fn fresh(&self, settings: &Settings) -> Result<State, EncodeError> {
        let outcome = self.reading.discover(&mut ())?;
        let names = bridge::numbered(&outcome);
        let analysis = bridge::analysis(&outcome, self.inputs, &names, Vec::new(), settings, Course::default());
        Ok(State::of(&analysis, outcome.resolution))
    }

    /// The state of an earlier run, its ideas found again by their place and words; and how many were not.
    fn known(&self, record: &Record, mut state: State) -> (State, usize) {
        let mut here: BTreeMap<(&str, usize, usize), usize> = BTreeMap::new();
        for (at, (input, span)) in self.reading.spans().enumerate() {
            here.insert((self.inputs[input].id.as_str(), span.start, span.end), at);
        }
        let texts: BTreeMap<&str, Vec<char>> =
            self.inputs.iter().map(|input| (input.id.as_str(), input.text.chars().collect())).collect();
        let mut gone = 0;
        for idea in &record.ideas {
            let id = idea.contribution_id.as_str();
            let said = texts.get(id).and_then(|text| text.get(idea.start..idea.end));
            let same = said.is_some_and(|said| repair(&said.iter().collect::<String>()) == idea.text);
            match here.get(&(id, idea.start, idea.end)).filter(|_| same) {
                Some(&at) => {
                    let standing = Standing {
                        status: idea.status,
                        theme: idea.theme_id.clone(),
                        reason: idea.reason.clone(),
                        ..Standing::default()
                    };
                    state.ideas.insert(self.ids[at].clone(), standing);
                }
                None => gone += 1,
            }
        }
        (state, gone)
    }

    /// The state in the engine's indices, and the names of its themes there; themes without idea stay out of it.
    fn previous(&self, state: &State) -> (Previous, Vec<ThemeId>) {
        let used: BTreeSet<&ThemeId> = state.ideas.values().filter_map(|standing| standing.theme.as_ref()).collect();
        let names: Vec<ThemeId> = used.into_iter().cloned().collect();
        let index: BTreeMap<&ThemeId, usize> = names.iter().zip(0..).collect();
        let known = |id: &ThemeId| state.themes.get(id).cloned().unwrap_or_default();
        let themes = names.iter().map(known).map(|held| Known { label: held.label, locked: held.locked }).collect();
        let carried = |standing: &Standing| Carried {
            status: status(standing.status),
            theme: standing.theme.as_ref().map(|theme| index[theme]),
            reason: code(&standing.reason),
            by_hand: standing.reason == BY_HAND,
        };
        let ideas = self.ids.iter().map(|id| state.standing(id).map(carried)).collect();
        (Previous { themes, ideas, resolution: state.resolution }, names)
    }
}

/// The state after a run: every idea as it stands now, themes with their labels.
fn remember(state: &mut State, analysis: &Analysis) {
    let now = State::of(analysis, state.resolution);
    state.ideas = now.ideas;
    for theme in &analysis.themes {
        let held = state.themes.entry(theme.id.clone()).or_default();
        held.label = Some(theme.label.clone());
        held.stability = theme.stability;
    }
}

impl Judge for Desk<'_> {
    fn parts(&self, ideas: &[IdeaId], parts: usize) -> Vec<Vec<IdeaId>> {
        let mut at: Vec<usize> = ideas.iter().filter_map(|id| self.at.get(id).copied()).collect();
        at.sort_unstable();
        let found = self.reading.parts(&at, parts);
        found.into_iter().map(|part| part.into_iter().map(|i| self.ids[i].clone()).collect()).collect()
    }

    fn nearest(&self, ideas: &[IdeaId], state: &State) -> BTreeMap<IdeaId, ThemeId> {
        let names: Vec<&ThemeId> = state.themes.keys().collect();
        let index: BTreeMap<&ThemeId, usize> = names.iter().copied().zip(0..).collect();
        let theme = |id: &IdeaId| state.ideas.get(id).and_then(|standing| index.get(standing.theme.as_ref()?).copied());
        let themes: Vec<Option<usize>> = self.ids.iter().map(theme).collect();
        let at: Vec<usize> = ideas.iter().filter_map(|id| self.at.get(id).copied()).collect();
        let near = self.reading.nearest(&at, &themes);
        at.into_iter().zip(near).filter_map(|(i, near)| Some((self.ids[i].clone(), names[near?].clone()))).collect()
    }
}

impl Change {
    fn between(before: &State, gestured: &State, analysis: &Analysis, proposal: Vec<Edit>, gone: usize) -> Self {
        let seen: Vec<Seen<'_>> = analysis
            .ideas
            .iter()
            .filter_map(|idea| {
                Some(Seen {
                    idea: &idea.id,
                    before: before.ideas.get(&idea.id)?.theme.as_ref(),
                    after: idea.theme.as_ref(),
                })
            })
            .collect();
        let after: Vec<ThemeId> = analysis.themes.iter().map(|theme| theme.id.clone()).collect();
        let held: BTreeSet<&ThemeId> = before.ideas.values().filter_map(|standing| standing.theme.as_ref()).collect();
        let old: Vec<ThemeId> = held.into_iter().cloned().collect();
        let same = old.iter().filter(|id| after.contains(id)).map(|id| (id.clone(), id.clone())).collect();
        let why = |idea: &arobase_domain::Idea| match gestured.ideas.get(&idea.id) {
            None => "late".to_owned(),
            Some(standing)
                if standing.theme != before.ideas.get(&idea.id).and_then(|old| old.theme.clone())
                    && standing.reason != BY_HAND =>
            {
                "gesture".to_owned()
            }
            Some(_) => idea.reason.clone(),
        };
        let rows = analysis
            .ideas
            .iter()
            .map(|idea| (idea, before.ideas.get(&idea.id)))
            .filter(|(idea, old)| old.is_none_or(|old| old.theme != idea.theme))
            .map(|(idea, old)| (idea.id.clone(), old.and_then(|old| old.theme.clone()), idea.theme.clone(), why(idea)))
            .collect();
        let labels = |themes: &mut dyn Iterator<Item = (ThemeId, String)>| themes.collect();
        let mut old_labels =
            before.themes.iter().map(|(id, held)| (id.clone(), held.label.clone().unwrap_or_default()));
        let mut new_labels = analysis.themes.iter().map(|theme| (theme.id.clone(), theme.label.clone()));
        Self {
            difference: Difference::between(&seen, same, &old, &after),
            labels: (labels(&mut old_labels), labels(&mut new_labels)),
            rows,
            proposal,
            gone,
        }
    }
}

/// What clustering everything again would change, as gestures that a person may accept, all or some.
fn proposal(analysis: &Analysis, state: &State, shadow: &[Option<Shadow>], known: &[ThemeId]) -> Vec<Edit> {
    let locked = |theme: &ThemeId| state.themes.get(theme).is_some_and(|held| held.locked);
    let free = |number: usize| ThemeId::new(format!("\u{0}{number}"));
    let place = |shadow: &Shadow| match shadow {
        Shadow::Theme(theme) => known[*theme].clone(),
        Shadow::Free(number) => free(*number),
    };
    let there: Vec<Option<ThemeId>> = shadow.iter().map(|shadow| shadow.as_ref().map(place)).collect();
    let anchored = |theme: &ThemeId| there.iter().flatten().any(|other| other == theme);
    let here: Vec<Option<&ThemeId>> =
        analysis.ideas.iter().map(|idea| idea.theme.as_ref().filter(|theme| !anchored(theme))).collect();
    let names =
        matched(there.iter().map(|theme| theme.as_ref().filter(|theme| theme.as_str().starts_with('\0'))).zip(here));
    let mut moves: BTreeMap<ThemeId, Vec<IdeaId>> = BTreeMap::new();
    for (idea, there) in analysis.ideas.iter().zip(&there) {
        let Some(there) = there.as_ref().map(|there| names.get(there).unwrap_or(there)) else { continue };
        let fixed = idea.reason == BY_HAND || idea.theme.as_ref().is_some_and(locked) || locked(there);
        let aside = matches!(idea.status, IdeaStatus::Empty | IdeaStatus::OffTopic);
        if idea.theme.as_ref() != Some(there) && !fixed && !aside {
            moves.entry(there.clone()).or_default().push(idea.id.clone());
        }
    }
    let gesture = |(to, ideas): (ThemeId, Vec<IdeaId>)| {
        let new = to.as_str().starts_with('\0');
        if new {
            Gesture::Create { label: None, ideas, proposed: true }
        } else {
            Gesture::Move { ideas, to, proposed: true }
        }
    };
    let edit = |gesture| Edit { gesture, by: None, at: None, why: None };
    moves.into_iter().map(gesture).map(edit).collect()
}

fn status(status: IdeaStatus) -> Status {
    match status {
        IdeaStatus::Classed => Status::Classed,
        IdeaStatus::ToSort => Status::ToSort,
        IdeaStatus::OffTopic => Status::OffTopic,
        IdeaStatus::Empty => Status::Empty,
    }
}

/// The engine's code behind a reason read from a file.
fn code(reason: &str) -> &'static str {
    const CODES: [&str; 7] = [
        BY_HAND,
        "classed",
        "joined_by_neighbours",
        "no_content",
        "no_word_in_common",
        "far_from_all",
        "between_themes",
    ];
    CODES.into_iter().find(|code| *code == reason).unwrap_or("classed")
}
