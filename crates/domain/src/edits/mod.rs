//! What people change in the themes that the engine found, and the rules of it: a log of gestures, and the state that it leads to.
//!
//! Applying the same log to the same state gives the same state; gestures that ask the engine something (in which parts a theme splits, where
//! the ideas of a dissolved one go) are logged with its answer, so that a log replays without it.

mod apply;
mod refusal;
#[cfg(test)]
mod tests;

pub use refusal::Refusal;

use crate::analysis::{Analysis, IdeaStatus};
use crate::id::{IdeaId, ThemeId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why an idea stands where it does: a person put it there.
pub const BY_HAND: &str = "by_hand";

/// One gesture. Identifiers are those of the run that the person saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Gesture {
    /// Puts themes together under the name of one of them, the first if not told.
    Merge {
        /// The themes.
        themes: Vec<ThemeId>,
        /// The one whose identifier and label stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<ThemeId>,
    },
    /// Takes new themes out of one: so many parts, the largest staying, or lists of ideas.
    Split {
        /// The theme.
        theme: ThemeId,
        /// How many parts, the engine finding them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parts: Option<usize>,
        /// The ideas of each new theme.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        into: Vec<Vec<IdeaId>>,
    },
    /// Puts ideas in a theme.
    Move {
        /// The ideas.
        ideas: Vec<IdeaId>,
        /// The theme.
        to: ThemeId,
        /// Whether the engine proposed it, so that it may propose otherwise one day.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proposed: bool,
    },
    /// Gives a theme a label that no run changes.
    Rename {
        /// The theme.
        theme: ThemeId,
        /// Its label.
        label: String,
    },
    /// Keeps a theme as it is: only late ideas may join it.
    Lock {
        /// The theme.
        theme: ThemeId,
    },
    /// Opens a locked theme to change.
    Unlock {
        /// The theme.
        theme: ThemeId,
    },
    /// Makes a theme, of some ideas or of none yet.
    Create {
        /// Its label; the engine's if not told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
        /// Its first ideas.
        #[serde(default)]
        ideas: Vec<IdeaId>,
        /// Whether the engine proposed it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proposed: bool,
    },
    /// Ends a theme: its ideas go where their neighbours are, or « à classer ».
    Dissolve {
        /// The theme.
        theme: ThemeId,
        /// Where ideas go, found by the engine; the others are « à classer ».
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<BTreeMap<IdeaId, ThemeId>>,
    },
    /// Marks ideas as away from the subject.
    OffTopic {
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
}

/// A gesture with who made it, when and why, as far as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What was done.
    #[serde(flatten)]
    pub gesture: Gesture,
    /// Who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

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
}

/// Where an idea stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub status: IdeaStatus,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// Why; [`BY_HAND`] when no run may move it.
    pub reason: String,
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
    /// Every gesture since the first run, with the engine's answers.
    pub edits: Vec<Edit>,
}

/// What gestures ask of the engine.
pub trait Judge {
    /// The ideas in so many groups, largest first; fewer when they do not part.
    fn parts(&self, ideas: &[IdeaId], parts: usize) -> Vec<Vec<IdeaId>>;
    /// The theme of each of `ideas` by its neighbours in `state`, where it is clear.
    fn nearest(&self, ideas: &[IdeaId], state: &State) -> BTreeMap<IdeaId, ThemeId>;
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
        };
        Self {
            next: analysis.themes.len() as u32 + 1,
            resolution,
            themes: analysis.themes.iter().map(|theme| (theme.id.clone(), held(theme))).collect(),
            ideas: analysis.ideas.iter().map(|idea| (idea.id.clone(), standing(idea))).collect(),
            edits: Vec::new(),
        }
    }

    /// A new theme with the next number.
    pub fn create(&mut self, held: Held) -> ThemeId {
        let id = ThemeId::numbered(self.next);
        self.next += 1;
        self.themes.insert(id.clone(), held);
        id
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
