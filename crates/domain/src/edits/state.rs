//! What gestures lead to.

use super::Edit;
use crate::analysis::{Analysis, IdeaStatus, Proposition, Rank};
use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};
use crate::masks::Masks;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A theme as people know it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Its label, kept until a merger or a split asks for a new one.
    pub label: Option<String>,
    /// Whether a person gave the label.
    #[serde(default)]
    pub renamed: bool,
    /// Whether it stays as it is.
    #[serde(default)]
    pub locked: bool,
    /// Stability, as last measured.
    #[serde(default)]
    pub stability: f64,
    /// The question it is under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// Its rank under its question; equal ranks stand by identifier.
    #[serde(default)]
    pub place: u32,
    /// Its entry in the codebook.
    #[serde(default, skip_serializing_if = "Definition::is_blank")]
    pub definition: Definition,
}

/// What a theme holds, for whoever classes after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Definition {
    /// In one line.
    pub line: String,
    /// What belongs to it although one might doubt.
    pub includes: String,
    /// What does not although one might think so.
    pub excludes: String,
    /// Ideas that show it.
    pub typical: BTreeSet<IdeaId>,
    /// Ideas that are just inside.
    pub border: BTreeSet<IdeaId>,
}

impl Definition {
    /// Whether nothing is said.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// A question as people word it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Its wording.
    pub wording: String,
    /// Wordings that the engine offers.
    pub candidates: Vec<String>,
    /// Its rank among questions; equal ranks, as all are until someone orders them, stand by identifier.
    #[serde(default, skip_serializing_if = "is_unplaced")]
    pub place: u32,
}

/// Whether nobody has ordered: nothing is written then, so that the hashes of older logs hold.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_unplaced(place: &u32) -> bool {
    *place == 0
}

/// A proposition as people decide it. Its theme is that of its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// Its words.
    pub text: String,
    /// The idea it comes from.
    pub source: IdeaId,
    /// Every idea that asks for it, the source among them.
    pub ideas: BTreeSet<IdeaId>,
    /// Whether it is selected, by quota, or in the annex.
    pub rank: Rank,
    /// What people decided.
    pub decision: Decision,
    /// Those that cannot be adopted with it.
    #[serde(default)]
    pub opposed: BTreeSet<PropositionId>,
    /// Who should act; empty when not said.
    #[serde(default)]
    pub actor: String,
    /// At which level; empty when not said.
    #[serde(default)]
    pub level: String,
    /// Whether a person gave the words.
    #[serde(default)]
    pub reworded: bool,
}

/// What people decided of a proposition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// It is kept.
    Adopted,
    /// It is set aside, for this reason.
    Aside(String),
}

/// A note beside something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is about.
    pub on: String,
    /// What it says.
    pub text: String,
}

/// Where an idea stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its state.
    pub status: IdeaStatus,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// Why; [`BY_HAND`](super::BY_HAND) when no run may move it.
    pub reason: String,
    /// What people say that it repeats.
    #[serde(default, skip_serializing_if = "Repeats::is_as_found")]
    pub repeats: Repeats,
}

/// Where people cut an idea in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// Where the second part begins, in scalars of the raw text of the contribution.
    pub at: usize,
    /// How many scalars of the text of the idea are in the first part.
    pub chars: usize,
}

/// What people say that an idea repeats. It goes before what the engine found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// What the engine found, if anything: nobody has said.
    #[default]
    AsFound,
    /// No other idea.
    Nothing,
    /// This one.
    Idea(IdeaId),
}

impl Repeats {
    /// Whether nobody has said.
    pub fn is_as_found(&self) -> bool {
        *self == Self::AsFound
    }
}

/// The themes and the ideas after some gestures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Number of the next theme: identifiers are never given twice.
    pub next: u32,
    /// The resolution at which themes were looked for.
    pub resolution: f64,
    /// Themes, those without ideas included.
    pub themes: BTreeMap<ThemeId, Held>,
    /// Every idea; written in `ideas.csv`, not twice.
    #[serde(skip)]
    pub ideas: BTreeMap<IdeaId, Standing>,
    /// Questions; none where only themes are worked on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub questions: BTreeMap<QuestionId, Asked>,
    /// Propositions; none where only themes are worked on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub propositions: BTreeMap<PropositionId, Worded>,
    /// Ideas that people cut: their parts stand in [`State::ideas`] instead of them, and may be cut again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cuts: BTreeMap<IdeaId, Cut>,
    /// Words that people masked, in the contributions where they stand.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub masks: Masks,
    /// Notes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<u32, Note>,
    /// Words looked for that are kept, as they were written, each under its [`key`](crate::piles::key).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub queries: BTreeMap<String, String>,
    /// Numbers of the last question, proposition and note: like those of themes, they are never given twice.
    #[serde(default)]
    pub last: Last,
    /// Every gesture since the first run, with the engine's answers.
    pub edits: Vec<Edit>,
}

/// The last numbers given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// To a question.
    pub question: u32,
    /// To a proposition.
    pub proposition: u32,
    /// To a note.
    pub note: u32,
}

/// What gestures ask of the engine.
pub trait Judge {
    /// The ideas in so many groups, largest first; fewer when they do not part.
    fn parts(&self, ideas: &[IdeaId], parts: usize) -> Vec<Vec<IdeaId>>;
    /// The theme of each of `ideas` by its neighbours in `state`, where it is clear.
    fn nearest(&self, ideas: &[IdeaId], state: &State) -> BTreeMap<IdeaId, ThemeId>;
}

/// Nobody to ask: no theme parts, no idea has a near theme.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Judge for Silent {
    fn parts(&self, _: &[IdeaId], _: usize) -> Vec<Vec<IdeaId>> {
        Vec::new()
    }

    fn nearest(&self, _: &[IdeaId], _: &State) -> BTreeMap<IdeaId, ThemeId> {
        BTreeMap::new()
    }
}

impl State {
    /// The state that a run leaves, before any gesture.
    pub fn of(analysis: &Analysis, resolution: f64) -> Self {
        let held = |theme: &crate::Theme| Held {
            label: Some(theme.label.clone()),
            stability: theme.stability,
            ..Held::default()
        };
        let standing = |idea: &crate::Idea| Standing {
            status: idea.status,
            theme: idea.theme.clone(),
            reason: idea.reason.clone(),
            repeats: Repeats::AsFound,
        };
        Self {
            // A run that goes on from another one may have gaps among its numbers.
            next: analysis.themes.iter().filter_map(|theme| theme.id.number()).max().unwrap_or(0) + 1,
            resolution,
            themes: analysis.themes.iter().map(|theme| (theme.id.clone(), held(theme))).collect(),
            ideas: analysis.ideas.iter().map(|idea| (idea.id.clone(), standing(idea))).collect(),
            ..Self::default()
        }
    }

    /// The state that a run leaves, with its questions and propositions to work on.
    pub fn whole(analysis: &Analysis, resolution: f64) -> Self {
        let mut state = Self::of(analysis, resolution);
        for (place, theme) in (1..).zip(&analysis.themes) {
            if let Some(held) = state.themes.get_mut(&theme.id) {
                (held.question, held.place) = (Some(theme.question.clone()), place);
            }
        }
        let asked = |question: &crate::Question| Asked {
            wording: question.wording.clone(),
            candidates: question.candidates.clone(),
            place: 0,
        };
        state.questions = analysis.questions.iter().map(|question| (question.id.clone(), asked(question))).collect();
        state.propositions = analysis.propositions.iter().map(|one| (one.id.clone(), Worded::of(one))).collect();
        for pair in &analysis.controversies {
            state.oppose(&pair.one, &pair.other, true);
        }
        let last = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        state.last =
            Last { question: last(analysis.questions.len()), proposition: last(analysis.propositions.len()), note: 0 };
        state
    }

    /// A new theme with the next number.
    pub fn create(&mut self, held: Held) -> ThemeId {
        let id = ThemeId::numbered(self.next);
        self.next += 1;
        self.themes.insert(id.clone(), held);
        id
    }

    /// Where an idea stands; for one that was cut, its first part.
    pub fn standing(&self, idea: &IdeaId) -> Option<&Standing> {
        self.ideas.get(idea).or_else(|| {
            self.cuts.get(idea)?;
            self.standing(&idea.parts()[0])
        })
    }

    /// The ideas of a theme.
    pub fn members(&self, theme: &ThemeId) -> Vec<IdeaId> {
        self.ideas
            .iter()
            .filter(|(_, standing)| standing.theme.as_ref() == Some(theme))
            .map(|(id, _)| id.clone())
            .collect()
    }
}

impl Worded {
    pub(super) fn of(proposition: &Proposition) -> Self {
        Self {
            text: proposition.text.clone(),
            source: proposition.source.clone(),
            ideas: proposition.ideas.iter().chain([&proposition.source]).cloned().collect(),
            rank: proposition.rank,
            decision: Decision::Open,
            opposed: BTreeSet::new(),
            actor: String::new(),
            level: String::new(),
            reworded: false,
        }
    }
}
