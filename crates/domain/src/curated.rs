//! What a bench leads to, as an analysis that pages, files and documents are made from like that of any run.

use crate::analysis::{Analysis, Controversy, Fate, Idea, IdeaStatus, Proposition, Question, Support, Theme};
use crate::contribution::Channel;
use crate::edits::{Decision, State, Worded};
use crate::id::{ContributionId, IdeaId, PropositionId, QuestionId, ThemeId};
use crate::masks::veiled;
use crate::signers::Signature;
use crate::study::{Map, Zone};
use std::collections::{BTreeMap, BTreeSet};

/// Who stands behind a contribution, as far as counting goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// Its author, however named; a contribution without author stands for itself.
    pub author: Option<String>,
    /// The territory it comes from.
    pub territory: Option<String>,
    /// How it came.
    pub channel: Channel,
    /// Those who signed beside the author.
    pub others: Vec<Signature>,
}

impl Voice {
    /// Everyone who signed; without an author, the contribution stands for itself.
    fn authors(&self, id: &ContributionId) -> Vec<String> {
        let first = self.author.clone().unwrap_or_else(|| format!("\u{0}{id}"));
        std::iter::once(first).chain(self.others.iter().map(|one| one.author.clone())).collect()
    }

    /// Where they come from.
    fn territories(&self) -> Vec<String> {
        self.territory.iter().chain(self.others.iter().filter_map(|one| one.territory.as_ref())).cloned().collect()
    }
}

/// What is missing before it can be published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// Themes with ideas and under no question.
    pub themes: Vec<ThemeId>,
    /// Themes with ideas and without a name.
    pub names: Vec<ThemeId>,
    /// Propositions whose source is in no theme.
    pub propositions: Vec<PropositionId>,
}

impl Missing {
    /// What is missing in a state.
    pub fn of(state: &State) -> Self {
        let used: BTreeSet<&ThemeId> = state.ideas.values().filter_map(|stands| stands.theme.as_ref()).collect();
        let themes = |lacks: &dyn Fn(&crate::edits::Held) -> bool| {
            state
                .themes
                .iter()
                .filter(|(id, held)| used.contains(id) && lacks(held))
                .map(|(id, _)| id.clone())
                .collect()
        };
        let adrift = state.propositions.iter().filter(|(_, worded)| kept(worded) && state.theme_of(worded).is_none());
        Self {
            themes: themes(&|held| held.question.is_none()),
            names: themes(&|held| held.label.is_none()),
            propositions: adrift.map(|(id, _)| id.clone()).collect(),
        }
    }

    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The analysis of a run as people have changed it; `voices` are those of its contributions.
///
/// # Errors
/// When something is missing.
pub fn curated(run: &Analysis, state: &State, voices: &BTreeMap<ContributionId, Voice>) -> Result<Analysis, Missing> {
    let missing = Missing::of(state);
    if !missing.is_nothing() {
        return Err(missing);
    }
    let desk = Desk::new(run, state, voices);
    let (themes, propositions) = (desk.themes(), desk.propositions());
    let ideas: Vec<Idea> = run.ideas.iter().map(|idea| desk.idea(idea)).collect();
    let mut analysis = Analysis {
        run: run.run.clone(),
        fates: fates(run, &ideas),
        questions: desk.questions(&themes),
        controversies: controversies(&propositions, state),
        personal: run.personal.clone(),
        close: run.close.clone(),
        study: run.study.clone(),
        ideas,
        themes,
        propositions,
    };
    forget(&mut analysis, run, state);
    crate::signers::told(&mut analysis.run.parameters, voices.values().map(|voice| voice.others.len()).sum());
    Ok(analysis)
}

/// Whether a proposition is in what is published.
fn kept(worded: &Worded) -> bool {
    !matches!(worded.decision, Decision::Aside(_))
}

/// What everything is looked up in.
pub(crate) struct Desk<'a> {
    run: &'a Analysis,
    state: &'a State,
    pub(crate) voices: &'a BTreeMap<ContributionId, Voice>,
    pub(crate) ideas: BTreeMap<&'a IdeaId, &'a Idea>,
    pub(crate) campaigns: BTreeMap<&'a ContributionId, u32>,
    pub(crate) members: BTreeMap<&'a ThemeId, Vec<&'a IdeaId>>,
    /// The proposition of each idea: the first that it is behind, in the order of the run, those made since after, the annex last.
    behind: BTreeMap<&'a IdeaId, &'a PropositionId>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(run: &'a Analysis, state: &'a State, voices: &'a BTreeMap<ContributionId, Voice>) -> Self {
        let mut members: BTreeMap<&ThemeId, Vec<&IdeaId>> = BTreeMap::new();
        for (id, stands) in &state.ideas {
            if let Some(theme) = &stands.theme {
                members.entry(theme).or_default().push(id);
            }
        }
        let found: BTreeMap<&PropositionId, usize> = run.propositions.iter().map(|one| &one.id).zip(0..).collect();
        let mut order: Vec<_> = state.propositions.iter().filter(|(_, worded)| kept(worded)).collect();
        order.sort_by_key(|(id, worded)| {
            (worded.rank == crate::Rank::WeakSignal, found.get(id).copied().unwrap_or(usize::MAX))
        });
        let mut behind = BTreeMap::new();
        for (id, worded) in order {
            for idea in &worded.ideas {
                behind.entry(idea).or_insert(id);
            }
        }
        let campaigns = run.ideas.iter().filter_map(|idea| Some((&idea.contribution, idea.campaign?))).collect();
        let ideas = run.ideas.iter().map(|idea| (&idea.id, idea)).collect();
        Self { run, state, voices, ideas, campaigns, members, behind }
    }

    fn idea(&self, idea: &Idea) -> Idea {
        let Some(stands) = self.state.ideas.get(&idea.id) else { return idea.clone() };
        let second = idea
            .second_theme
            .as_ref()
            .filter(|second| self.members.contains_key(*second) && stands.theme.as_ref() != Some(*second));
        Idea {
            status: stands.status,
            theme: stands.theme.clone(),
            reason: stands.reason.clone(),
            second_theme: second.cloned(),
            proposition: self.behind.get(&idea.id).map(|id| (*id).clone()),
            ..idea.clone()
        }
    }

    /// Question by question in their order, then as people ordered them.
    fn themes(&self) -> Vec<Theme> {
        let ordered = self.state.ordered().into_iter().flat_map(|question| self.state.under(Some(question)));
        ordered.filter(|id| self.members.contains_key(id)).map(|id| self.theme(id)).collect()
    }

    fn theme(&self, id: &ThemeId) -> Theme {
        let held = &self.state.themes[id];
        let before = self.run.themes.iter().find(|theme| theme.id == *id);
        Theme {
            id: id.clone(),
            question: held.question.clone().unwrap_or_default(),
            label: held.label.clone().unwrap_or_default(),
            keywords: before.map(|theme| theme.keywords.clone()).unwrap_or_default(),
            support: self.support(self.members[id].iter().copied()),
            stability: held.stability,
            label_coverage: before.map_or(0.0, |theme| theme.label_coverage),
        }
    }

    fn questions(&self, themes: &[Theme]) -> Vec<Question> {
        let question = |id: &QuestionId| {
            let asked = &self.state.questions[id];
            let under = themes.iter().filter(|theme| theme.question == *id);
            let ideas = under.flat_map(|theme| self.members[&theme.id].iter().copied());
            Question {
                id: id.clone(),
                wording: asked.wording.clone(),
                candidates: asked.candidates.clone(),
                support: self.support(ideas),
            }
        };
        self.state.ordered().into_iter().map(question).filter(|question| question.support.ideas > 0).collect()
    }

    /// Those that people did not set aside: question by question, by falling support, the annex last.
    fn propositions(&self) -> Vec<Proposition> {
        let kept = self.state.propositions.iter().filter(|(_, worded)| kept(worded));
        let mut propositions: Vec<Proposition> = kept.filter_map(|(id, worded)| self.proposition(id, worded)).collect();
        let annexed = |one: &Proposition| one.rank == crate::Rank::WeakSignal;
        let asked: BTreeMap<&QuestionId, usize> = self.state.ordered().into_iter().zip(0..).collect();
        propositions.sort_by(|a, b| {
            (annexed(a), asked.get(&a.question))
                .cmp(&(annexed(b), asked.get(&b.question)))
                .then(b.support.authors.cmp(&a.support.authors))
                .then(a.id.cmp(&b.id))
        });
        propositions
    }

    fn proposition(&self, id: &PropositionId, worded: &Worded) -> Option<Proposition> {
        let (theme, source) = (self.state.theme_of(worded)?, self.ideas.get(&worded.source)?);
        let before = self.run.propositions.iter().find(|one| one.id == *id);
        let same = before.filter(|one| one.source == worded.source);
        let rest = worded.ideas.iter().filter(|idea| **idea != worded.source);
        Some(Proposition {
            id: id.clone(),
            question: self.state.themes[theme].question.clone()?,
            theme: theme.clone(),
            text: self.veiled(source, &worded.text),
            source: worded.source.clone(),
            source_span: same.map_or(source.span, |one| one.source_span),
            rules: if worded.reworded {
                vec![crate::edits::BY_HAND.to_owned()]
            } else {
                same.map(|one| one.rules.clone()).unwrap_or_default()
            },
            justification: same.map(|one| self.veiled(source, &one.justification)).unwrap_or_default(),
            ideas: [&worded.source].into_iter().chain(rest).cloned().collect(),
            support: self.support(worded.ideas.iter()),
            rank: worded.rank,
        })
    }

    /// Words taken from an idea, those that are masked covered.
    fn veiled(&self, source: &Idea, words: &str) -> String {
        veiled(&self.state.masks, &source.contribution, words)
    }

    /// Who stands behind some ideas: authors and territories counted once, a campaign for one voice.
    pub(crate) fn support<'b>(&self, ideas: impl Iterator<Item = &'b IdeaId>) -> Support {
        let ideas: Vec<&Idea> = ideas.filter_map(|id| self.ideas.get(id).copied()).collect();
        let contributions: BTreeSet<&ContributionId> = ideas.iter().map(|idea| &idea.contribution).collect();
        let voice = |id: &ContributionId| self.voices.get(id).cloned().unwrap_or_default();
        let once = |id: &ContributionId| {
            self.campaigns.get(id).map_or_else(|| voice(id).authors(id), |campaign| vec![format!("\u{1}{campaign}")])
        };
        let count = |found: BTreeSet<String>| found.len();
        Support {
            ideas: ideas.len(),
            contributions: contributions.len(),
            authors: count(contributions.iter().flat_map(|id| voice(id).authors(id)).collect()),
            territories: count(contributions.iter().flat_map(|id| voice(id).territories()).collect()),
            authors_dedup: count(contributions.iter().flat_map(|id| once(id)).collect()),
        }
    }
}

/// The state of each contribution of a run as its ideas stand, in the order of its fates; `None` for what could not be read.
pub fn standing(run: &Analysis, state: &State) -> Vec<Option<IdeaStatus>> {
    let stands = |idea: &Idea| state.ideas.get(&idea.id).map_or(idea.status, |stands| stands.status);
    let best = best(run.ideas.iter().map(|idea| (&idea.contribution, stands(idea), "")));
    run.fates.iter().map(|fate| best.get(&fate.contribution).map_or(fate.status, |found| Some(found.0))).collect()
}

/// What became of each contribution: the best of what became of its ideas; what could not be read stays so.
fn fates(run: &Analysis, ideas: &[Idea]) -> Vec<Fate> {
    let best = best(ideas.iter().map(|idea| (&idea.contribution, idea.status, idea.reason.as_str())));
    let fate = |fate: &Fate| match best.get(&fate.contribution) {
        Some((status, reason)) => Fate { status: Some(*status), reason: (*reason).to_owned(), ..fate.clone() },
        None => fate.clone(),
    };
    run.fates.iter().map(fate).collect()
}

/// The best state among the ideas of each contribution, with its reason; the first of equals.
fn best<'a>(
    ideas: impl Iterator<Item = (&'a ContributionId, IdeaStatus, &'a str)>,
) -> BTreeMap<&'a ContributionId, (IdeaStatus, &'a str)> {
    let mut best = BTreeMap::new();
    for (contribution, status, reason) in ideas {
        let found = best.entry(contribution).or_insert((status, reason));
        if status < found.0 {
            *found = (status, reason);
        }
    }
    best
}

fn controversies(propositions: &[Proposition], state: &State) -> Vec<Controversy> {
    let there: BTreeSet<&PropositionId> = propositions.iter().map(|one| &one.id).collect();
    let pairs = there.iter().flat_map(|one| state.propositions[*one].opposed.iter().map(move |other| (*one, other)));
    let pairs = pairs.filter(|(one, other)| one < other && there.contains(other));
    pairs.map(|(one, other)| Controversy { one: one.clone(), other: other.clone() }).collect()
}

/// Leaves out of the study what it says of themes and propositions that are no longer there, or no longer the same.
fn forget(analysis: &mut Analysis, run: &Analysis, state: &State) {
    let themes: BTreeSet<ThemeId> = analysis.themes.iter().map(|theme| theme.id.clone()).collect();
    let as_found = |theme: &ThemeId| {
        let found = |idea: &&Idea| idea.theme.as_ref() == Some(theme);
        let now = |idea: &&Idea| state.ideas.get(&idea.id).and_then(|stands| stands.theme.as_ref()) == Some(theme);
        run.ideas.iter().filter(found).eq(run.ideas.iter().filter(now))
    };
    analysis.study.profiles.retain(|profile| themes.contains(&profile.theme));
    analysis.study.splits.retain(|split| themes.contains(&split.theme) && as_found(&split.theme));
    for near in &mut analysis.study.nearest {
        near.themes.retain(|(theme, _)| themes.contains(theme));
    }
    let classed = |idea: &IdeaId| state.ideas.get(idea).is_some_and(|stands| stands.theme.is_some());
    analysis.study.nearest.retain(|near| !near.themes.is_empty() && !classed(&near.idea));
    analysis.study.map = map(analysis, run);
    let propositions: BTreeSet<&PropositionId> = analysis.propositions.iter().map(|one| &one.id).collect();
    analysis.close.addressees.retain(|one| propositions.contains(&one.proposition));
}

/// The map with the discs of the themes as they are: those the run drew, and for the others the mean place of their ideas.
fn map(analysis: &Analysis, run: &Analysis) -> Map {
    let drawn = &run.study.map;
    let before = |id: &ThemeId| drawn.zones.get(run.themes.iter().position(|theme| theme.id == *id)?).copied();
    let zones = analysis.themes.iter().map(|theme| before(&theme.id).unwrap_or_else(|| disc(analysis, &theme.id)));
    Map { zones: if drawn.zones.is_empty() { Vec::new() } else { zones.collect() }, points: drawn.points.clone() }
}

fn disc(analysis: &Analysis, theme: &ThemeId) -> Zone {
    let places = analysis.ideas.iter().zip(&analysis.study.map.points);
    let places: Vec<(f64, f64)> =
        places.filter(|(idea, _)| idea.theme.as_ref() == Some(theme)).filter_map(|(_, place)| *place).collect();
    let many = places.len().max(1) as f64;
    let (x, y) = places.iter().fold((0.0, 0.0), |(x, y), place| (x + place.0, y + place.1));
    let (x, y) = (x / many, y / many);
    let far = places.iter().map(|place| libm::hypot(place.0 - x, place.1 - y)).sum::<f64>();
    Zone { x, y, radius: far / many }
}
