//! What a gesture changed, entry by entry: enough to take it back, to make it again, and to see that nobody came between.

use super::{Asked, Cut, Held, Note, Standing, State, Worded};
use crate::id::{ContributionId, IdeaId, PropositionId, QuestionId, ThemeId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An entry before and after; `None` where it is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn<T> {
    /// As it was.
    pub before: Option<T>,
    /// As it became.
    pub after: Option<T>,
}

/// Entries of one kind that changed.
pub type Turns<K, T> = BTreeMap<K, Turn<T>>;

/// Every entry that changed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// Ideas.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ideas: Turns<IdeaId, Standing>,
    /// Themes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub themes: Turns<ThemeId, Held>,
    /// Questions.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub questions: Turns<QuestionId, Asked>,
    /// Propositions.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub propositions: Turns<PropositionId, Worded>,
    /// Where ideas are cut.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub cuts: Turns<IdeaId, Cut>,
    /// Words masked.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub masks: Turns<ContributionId, BTreeSet<String>>,
    /// Notes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: Turns<u32, Note>,
    /// Words looked for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub queries: Turns<String, String>,
}

/// An entry is no longer as the change found it: someone changed it since.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} changed meanwhile")]
pub struct Meanwhile(pub String);

impl Change {
    /// What makes `after` of `before`.
    pub fn between(before: &State, after: &State) -> Self {
        Self {
            ideas: turns(&before.ideas, &after.ideas),
            themes: turns(&before.themes, &after.themes),
            questions: turns(&before.questions, &after.questions),
            propositions: turns(&before.propositions, &after.propositions),
            cuts: turns(&before.cuts, &after.cuts),
            masks: turns(&before.masks, &after.masks),
            notes: turns(&before.notes, &after.notes),
            queries: turns(&before.queries, &after.queries),
        }
    }

    /// What takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            ideas: inverse(&self.ideas),
            themes: inverse(&self.themes),
            questions: inverse(&self.questions),
            propositions: inverse(&self.propositions),
            cuts: inverse(&self.cuts),
            masks: inverse(&self.masks),
            notes: inverse(&self.notes),
            queries: inverse(&self.queries),
        }
    }

    /// Whether both change the same entry.
    pub fn touches(&self, other: &Self) -> bool {
        share(&self.ideas, &other.ideas)
            || share(&self.themes, &other.themes)
            || share(&self.questions, &other.questions)
            || share(&self.propositions, &other.propositions)
            || share(&self.cuts, &other.cuts)
            || share(&self.masks, &other.masks)
            || share(&self.notes, &other.notes)
            || share(&self.queries, &other.queries)
    }

    /// Whether it changes what ideas there are, their words, or which repeat which: what [`amended`](crate::amended::amended) reads.
    pub fn amends(&self) -> bool {
        let repeats =
            |stands: &Option<Standing>| stands.as_ref().map(|stands| stands.repeats.clone()).unwrap_or_default();
        let words = !self.cuts.is_empty() || !self.masks.is_empty();
        words || self.ideas.values().any(|turn| repeats(&turn.before) != repeats(&turn.after))
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl State {
    /// Turns every entry of a change, or none.
    ///
    /// # Errors
    /// When one of them is not as the change found it.
    pub fn turn(&mut self, change: &Change) -> Result<(), Meanwhile> {
        fits(&self.ideas, &change.ideas)?;
        fits(&self.themes, &change.themes)?;
        fits(&self.questions, &change.questions)?;
        fits(&self.propositions, &change.propositions)?;
        fits(&self.cuts, &change.cuts)?;
        fits(&self.masks, &change.masks)?;
        fits(&self.notes, &change.notes)?;
        fits(&self.queries, &change.queries)?;
        turn(&mut self.ideas, &change.ideas);
        turn(&mut self.themes, &change.themes);
        turn(&mut self.questions, &change.questions);
        turn(&mut self.propositions, &change.propositions);
        turn(&mut self.cuts, &change.cuts);
        turn(&mut self.masks, &change.masks);
        turn(&mut self.notes, &change.notes);
        turn(&mut self.queries, &change.queries);
        Ok(())
    }

    /// BLAKE3, in hexadecimal, of everything that people see; the numbers to come and the log are no part of it.
    ///
    /// What states have come to hold since is added where there is some, so that the logs from before lead where they said.
    pub fn hash(&self) -> String {
        let seen = (&self.ideas, &self.themes, &self.questions, &self.propositions, &self.notes);
        let mut written = serde_json::to_vec(&seen).unwrap_or_default();
        add(&mut written, "cuts", &self.cuts);
        add(&mut written, "masks", &self.masks);
        add(&mut written, "queries", &self.queries);
        blake3::hash(&written).to_hex().to_string()
    }
}

/// Adds entries of a kind to what is hashed, under its name, if there are any.
fn add<K: Serialize, T: Serialize>(written: &mut Vec<u8>, name: &str, entries: &BTreeMap<K, T>) {
    if !entries.is_empty() {
        written.extend(serde_json::to_vec(&(name, entries)).unwrap_or_default());
    }
}

fn turns<K: Ord + Clone, T: PartialEq + Clone>(before: &BTreeMap<K, T>, after: &BTreeMap<K, T>) -> Turns<K, T> {
    let gone = before.iter().filter(|(key, _)| !after.contains_key(*key));
    let gone = gone.map(|(key, old)| (key.clone(), Turn { before: Some(old.clone()), after: None }));
    let here = after.iter().map(|(key, new)| (key, before.get(key), new)).filter(|(_, old, new)| *old != Some(*new));
    let here = here.map(|(key, old, new)| (key.clone(), Turn { before: old.cloned(), after: Some(new.clone()) }));
    gone.chain(here).collect()
}

fn share<K: Ord, T>(one: &Turns<K, T>, other: &Turns<K, T>) -> bool {
    one.keys().any(|key| other.contains_key(key))
}

fn inverse<K: Ord + Clone, T: Clone>(turns: &Turns<K, T>) -> Turns<K, T> {
    let back = |turn: &Turn<T>| Turn { before: turn.after.clone(), after: turn.before.clone() };
    turns.iter().map(|(key, turn)| (key.clone(), back(turn))).collect()
}

fn fits<K: Ord + ToString, T: PartialEq>(entries: &BTreeMap<K, T>, turns: &Turns<K, T>) -> Result<(), Meanwhile> {
    match turns.iter().find(|(key, turn)| entries.get(*key) != turn.before.as_ref()) {
        Some((key, _)) => Err(Meanwhile(key.to_string())),
        None => Ok(()),
    }
}

fn turn<K: Ord + Clone, T: Clone>(entries: &mut BTreeMap<K, T>, turns: &Turns<K, T>) {
    for (key, turn) in turns {
        match &turn.after {
            Some(after) => entries.insert(key.clone(), after.clone()),
            None => entries.remove(key),
        };
    }
}
