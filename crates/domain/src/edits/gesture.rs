//! What people can do, as it is written in a log.

use super::{Cut, Definition};
use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Puts ideas back in the pool « à classer ».
    ToSort {
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Marks ideas as without content.
    Empty {
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Keeps ideas where the engine put them: a person has read them there.
    Accept {
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Cuts an idea in two. Both parts stand where it stood, and behind what it was behind.
    Cut {
        /// The idea.
        idea: IdeaId,
        /// Where.
        #[serde(flatten)]
        cut: Cut,
        /// The propositions that take their words from the second part.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        second: Vec<PropositionId>,
    },
    /// Masks words of the contribution of an idea, personal data, in everything that is published.
    Mask {
        /// The idea.
        idea: IdeaId,
        /// The words, as they stand.
        words: String,
    },
    /// Shows words that were masked.
    Unmask {
        /// An idea of the contribution.
        idea: IdeaId,
        /// The words, as they were masked.
        words: String,
    },
    /// Says that ideas repeat another: they stand with it, and ask for what it asks for.
    Same {
        /// The ideas.
        ideas: Vec<IdeaId>,
        /// The one that they repeat.
        first: IdeaId,
    },
    /// Says that ideas repeat no other, whatever the engine found. They stay where they are.
    Apart {
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Says in one line what a theme holds, with what it includes and excludes: its entry in the codebook.
    Define {
        /// The theme.
        theme: ThemeId,
        /// Its definition.
        definition: Definition,
    },
    /// Puts themes under a question, after those that are there; or under none.
    Group {
        /// The themes.
        themes: Vec<ThemeId>,
        /// The question.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        question: Option<QuestionId>,
    },
    /// Puts a theme just before another of its question, or last.
    Order {
        /// The theme.
        theme: ThemeId,
        /// The one that it precedes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<ThemeId>,
    },
    /// Asks a new question, of some themes or of none yet.
    Ask {
        /// Its wording.
        wording: String,
        /// Its first themes.
        #[serde(default)]
        themes: Vec<ThemeId>,
    },
    /// Words a question otherwise.
    Word {
        /// The question.
        question: QuestionId,
        /// Its wording.
        wording: String,
    },
    /// Puts a question just before another, or last.
    OrderQuestion {
        /// The question.
        question: QuestionId,
        /// The one that it precedes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<QuestionId>,
    },
    /// Ends a question: its themes are under none.
    Close {
        /// The question.
        question: QuestionId,
    },
    /// Writes a proposition that the engine has not seen.
    Propose {
        /// Its words.
        text: String,
        /// The ideas that ask for it; the first gives it its theme.
        ideas: Vec<IdeaId>,
    },
    /// Words a proposition otherwise.
    Write {
        /// The proposition.
        proposition: PropositionId,
        /// Its words.
        text: String,
    },
    /// Says that ideas ask for a proposition.
    Back {
        /// The proposition.
        proposition: PropositionId,
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Says that ideas do not ask for it.
    Unback {
        /// The proposition.
        proposition: PropositionId,
        /// The ideas.
        ideas: Vec<IdeaId>,
    },
    /// Makes one proposition of several.
    Fuse {
        /// The propositions.
        propositions: Vec<PropositionId>,
        /// The one whose words stay.
        into: PropositionId,
    },
    /// Says that two propositions cannot both be adopted, or that they can.
    Oppose {
        /// One side.
        one: PropositionId,
        /// The other.
        other: PropositionId,
        /// Whether they are opposed.
        opposed: bool,
    },
    /// Says who should act, and at which level.
    Address {
        /// The proposition.
        proposition: PropositionId,
        /// Who should act.
        actor: String,
        /// At which level.
        level: String,
    },
    /// Keeps a proposition.
    Adopt {
        /// The proposition.
        proposition: PropositionId,
    },
    /// Sets a proposition aside: it stays in sight, with the reason.
    SetAside {
        /// The proposition.
        proposition: PropositionId,
        /// Why.
        reason: String,
    },
    /// Takes back a decision on a proposition.
    Reopen {
        /// The proposition.
        proposition: PropositionId,
    },
    /// Writes a note beside a theme, an idea, a question or a proposition.
    Note {
        /// Its identifier.
        on: String,
        /// What is noted.
        text: String,
    },
    /// Takes a note away.
    Unnote {
        /// Its number.
        note: u32,
    },
    /// Keeps words that were looked for: the ideas that hold them are a pile that stays.
    KeepQuery {
        /// The words.
        words: String,
    },
    /// Keeps them no longer.
    DropQuery {
        /// The words.
        words: String,
    },
}
