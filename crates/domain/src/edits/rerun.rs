//! What a run that went on from a bench brings to it: what people did stays, what came since is added.

use super::{BY_HAND, Gesture, Held, Repeats, Standing, State, Worded};
use crate::amended::parted;
use crate::analysis::{Analysis, Idea, IdeaStatus, Proposition, Rank, Theme};
use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// A run brought to a bench.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejoined {
    /// The run, its propositions named as on the bench; those that say what the bench says already are left out.
    pub run: Analysis,
    /// The bench with what the run adds.
    pub state: State,
    /// Late ideas that ask for what is there already: gestures that nobody has accepted yet.
    pub backs: Vec<Gesture>,
}

impl Rejoined {
    /// Brings `run`, which went on from `state`, to it; `known` is the run that `state` was about.
    ///
    /// Ideas found again keep their place, unless they were « à classer » and nobody had put them there, and are cut where people cut them. Ideas whose
    /// words are no longer there go, and so do their cuts.
    pub fn of(state: &State, known: &Analysis, mut run: Analysis) -> Self {
        let mut next = state.clone();
        let whole = found(known, &run);
        next.cuts.retain(|id, _| whole.contains(&id.whole()));
        let cut = parted(&run, &next.cuts);
        let found = found(&parted(known, &next.cuts), &cut);
        next.ideas = cut.ideas.iter().map(|idea| (idea.id.clone(), state.placed(idea, &found))).collect();
        next.release(&found);
        next.open_themes(state, &run.themes);
        let (names, backs) = next.name(state, &cut.propositions, &found);
        drop(cut);
        rename(&mut run, &names);
        for pair in &run.controversies {
            let new = |id| !state.propositions.contains_key(id);
            if new(&pair.one) && new(&pair.other) {
                next.oppose(&pair.one, &pair.other, true);
            }
        }
        Self { run, state: next, backs }
    }
}

/// The ideas that a later run cut from the same words, under the same name.
fn found(known: &Analysis, run: &Analysis) -> BTreeSet<IdeaId> {
    let old: BTreeMap<&IdeaId, &Idea> = known.ideas.iter().map(|idea| (&idea.id, idea)).collect();
    let same = |idea: &&Idea| old.get(&idea.id).is_some_and(|old| (old.span, &old.text) == (idea.span, &idea.text));
    run.ideas.iter().filter(same).map(|idea| idea.id.clone()).collect()
}

impl Repeats {
    /// As people said it, unless the words of the other are no longer there.
    fn kept(&self, found: &BTreeSet<IdeaId>) -> Self {
        match self {
            Self::Idea(first) if !found.contains(first) => Self::AsFound,
            said => said.clone(),
        }
    }
}

impl State {
    fn placed(&self, idea: &Idea, found: &BTreeSet<IdeaId>) -> Standing {
        let old = self.ideas.get(&idea.id).filter(|_| found.contains(&idea.id));
        let decided = |old: &&Standing| old.reason == BY_HAND || old.status != IdeaStatus::ToSort;
        // One that says what a person has placed goes there too, but nobody has read it.
        let reason = if idea.reason == BY_HAND { "joined_by_neighbours" } else { &idea.reason };
        let new = Standing {
            status: idea.status,
            theme: idea.theme.clone(),
            reason: reason.to_owned(),
            ..Standing::default()
        };
        Standing {
            repeats: old.map_or(Repeats::AsFound, |old| old.repeats.kept(found)),
            ..old.filter(decided).cloned().unwrap_or(new)
        }
    }

    /// Takes out of propositions and definitions the ideas whose words are no longer there; a proposition without any other keeps them, to be seen.
    fn release(&mut self, found: &BTreeSet<IdeaId>) {
        for worded in self.propositions.values_mut() {
            let left: BTreeSet<IdeaId> = worded.ideas.intersection(found).cloned().collect();
            let Some(first) = left.first().cloned() else { continue };
            if !left.contains(&worded.source) {
                worded.source = first;
            }
            worded.ideas = left;
        }
        for held in self.themes.values_mut() {
            held.definition.typical.retain(|idea| found.contains(idea));
            held.definition.border.retain(|idea| found.contains(idea));
        }
    }

    /// New themes go under the question that most themes beside them are under, last.
    fn open_themes(&mut self, before: &Self, themes: &[Theme]) {
        for theme in themes.iter().filter(|theme| !before.themes.contains_key(&theme.id)) {
            let question = before.question_beside(themes, &theme.question);
            let place = self.themes.values().map(|held| held.place).max().unwrap_or(0) + 1;
            let (label, stability) = (Some(theme.label.clone()), theme.stability);
            self.themes.insert(theme.id.clone(), Held { label, stability, question, place, ..Held::default() });
        }
    }

    fn question_beside(&self, themes: &[Theme], asked: &QuestionId) -> Option<QuestionId> {
        let mut votes: BTreeMap<&QuestionId, usize> = BTreeMap::new();
        let beside = themes.iter().filter(|theme| theme.question == *asked);
        for question in beside.filter_map(|theme| self.themes.get(&theme.id)?.question.as_ref()) {
            *votes.entry(question).or_default() += 1;
        }
        votes.into_iter().rev().max_by_key(|(_, votes)| *votes).map(|(question, _)| question.clone())
    }

    /// Names the propositions of a run: those of `before` where they share ideas, new ones where a late idea asks for what nobody asked for.
    fn name(
        &mut self,
        before: &Self,
        propositions: &[Proposition],
        found: &BTreeSet<IdeaId>,
    ) -> (BTreeMap<PropositionId, PropositionId>, Vec<Gesture>) {
        let (mut names, mut taken) = (BTreeMap::new(), BTreeSet::new());
        let mut backs: BTreeMap<PropositionId, BTreeSet<IdeaId>> = BTreeMap::new();
        for one in propositions {
            let worded = Worded::of(one);
            let late: Vec<IdeaId> = worded.ideas.iter().filter(|idea| !found.contains(*idea)).cloned().collect();
            let name = before.owner(&worded);
            if let Some(name) = &name {
                backs.entry(name.clone()).or_default().extend(late);
            } else if !late.is_empty() {
                names.insert(one.id.clone(), self.add(worded));
            }
            names.extend(name.filter(|name| taken.insert(name.clone())).map(|name| (one.id.clone(), name)));
        }
        let back = |(proposition, ideas): (PropositionId, BTreeSet<IdeaId>)| {
            (!ideas.is_empty()).then(|| Gesture::Back { proposition, ideas: ideas.into_iter().collect() })
        };
        (names, backs.into_iter().filter_map(back).collect())
    }

    fn add(&mut self, worded: Worded) -> PropositionId {
        self.last.proposition += 1;
        let letter = if worded.rank == Rank::WeakSignal { 's' } else { 'p' };
        let id = PropositionId::new(format!("{letter}{:02}", self.last.proposition));
        self.propositions.insert(id.clone(), worded);
        id
    }

    /// The proposition that says the same: with the same source, else with the most ideas in common.
    fn owner(&self, worded: &Worded) -> Option<PropositionId> {
        let common = |(id, one): (&PropositionId, &Worded)| {
            let shared = one.ideas.intersection(&worded.ideas).count();
            (shared > 0).then(|| (one.source == worded.source, shared, id.clone()))
        };
        let owners = self.propositions.iter().rev().filter_map(common);
        owners.max_by_key(|(same, shared, _)| (*same, *shared)).map(|(_, _, id)| id)
    }

    /// What is left of a proposal: ideas that stand where the run left them (`was` tells its theme), that nobody has placed, from and to themes that may
    /// change; none when nothing is.
    pub fn left<'a>(&self, proposed: &Gesture, was: &dyn Fn(&IdeaId) -> Option<&'a ThemeId>) -> Option<Gesture> {
        let open = |theme: &ThemeId| self.themes.get(theme).is_some_and(|held| !held.locked);
        let free = |idea: &&IdeaId| {
            self.ideas.get(*idea).is_some_and(|stands| {
                stands.reason != BY_HAND && stands.theme.as_ref() == was(idea) && stands.theme.as_ref().is_none_or(open)
            })
        };
        let free = |ideas: &[IdeaId]| -> Option<Vec<IdeaId>> {
            let left: Vec<IdeaId> = ideas.iter().filter(free).cloned().collect();
            (!left.is_empty()).then_some(left)
        };
        match proposed {
            Gesture::Move { ideas, to, .. } if open(to) => {
                Some(Gesture::Move { ideas: free(ideas)?, to: to.clone(), proposed: true })
            }
            Gesture::Create { label, ideas, .. } => Some(match self.begun(ideas, was) {
                Some(to) => Gesture::Move { ideas: free(ideas)?, to, proposed: true },
                None => Gesture::Create { label: label.clone(), ideas: free(ideas)?, proposed: true },
            }),
            Gesture::Back { proposition, ideas } => {
                let behind = &self.propositions.get(proposition)?.ideas;
                let there = |idea: &&IdeaId| self.ideas.contains_key(*idea) && !behind.contains(*idea);
                let ideas: Vec<IdeaId> = ideas.iter().filter(there).cloned().collect();
                (!ideas.is_empty()).then(|| Gesture::Back { proposition: proposition.clone(), ideas })
            }
            _ => None,
        }
    }

    /// The theme that was made of the first of these ideas to be accepted: one that the run does not know, open, where nobody placed them.
    fn begun<'a>(&self, ideas: &[IdeaId], was: &dyn Fn(&IdeaId) -> Option<&'a ThemeId>) -> Option<ThemeId> {
        let accepted = |idea: &IdeaId| {
            let stands = self.ideas.get(idea).filter(|stands| stands.reason != BY_HAND)?;
            stands.theme.as_ref().filter(|theme| was(idea) != Some(theme))
        };
        let unknown = |theme: &&ThemeId| self.members(theme).iter().all(|member| was(member) != Some(theme));
        let open = |theme: &&ThemeId| self.themes.get(*theme).is_some_and(|held| !held.locked);
        ideas.iter().filter_map(accepted).find(|theme| open(theme) && unknown(theme)).cloned()
    }
}

/// Gives the propositions of a run their names on the bench, wherever they are named; those without one are left out.
fn rename(run: &mut Analysis, names: &BTreeMap<PropositionId, PropositionId>) {
    let renamed = |id: &mut PropositionId| {
        let name = names.get(id).cloned();
        name.map(|name| *id = name).is_some()
    };
    run.propositions.retain_mut(|one| renamed(&mut one.id));
    run.controversies.retain_mut(|pair| renamed(&mut pair.one) && renamed(&mut pair.other));
    run.close.addressees.retain_mut(|one| renamed(&mut one.proposition));
    for idea in &mut run.ideas {
        idea.proposition = idea.proposition.take().and_then(|id| names.get(&id).cloned());
    }
}
