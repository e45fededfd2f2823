//! The log of a bench: who did what and what it changed, with what was taken back and made again.

use super::{Change, Gesture, Judge, Meanwhile, Refusal, State};
use crate::id::{QuestionId, RunId, ThemeId};
use serde::{Deserialize, Serialize};

/// What a line of the log says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Act {
    /// A gesture, with what the engine answered.
    Made(Gesture),
    /// The line of this number was taken back.
    Undone {
        /// Its number.
        undo: u32,
    },
    /// The line of this number, once taken back, was made again.
    Redone {
        /// Its number.
        redo: u32,
    },
    /// A run that went on from here brought what came since. Nobody takes that back: contributions were received.
    Rerun {
        /// The run.
        rerun: RunId,
    },
}

/// A line of the log. Folding the changes over the state that the run left gives the state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its number, from 1.
    pub seq: u32,
    /// Who did it: a member's identifier.
    pub by: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// What was done.
    pub act: Act,
    /// What it changed.
    pub change: Change,
    /// [`State::hash`] after it.
    pub hash: String,
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Hindrance {
    /// The gesture cannot be made.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Someone else changed the same thing since.
    #[error(transparent)]
    Meanwhile(#[from] Meanwhile),
    /// There is nothing to take back, or to make again.
    #[error("nothing to take back or to make again")]
    Nothing,
    /// The log does not lead where it says: its line of this number was altered.
    #[error("line {0} of the log does not lead where it says")]
    Altered(u32),
}

/// What people ask of a bench.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// A gesture.
    Make(Gesture),
    /// To take back one's last gesture.
    Undo,
    /// To make again what one took back last.
    Redo,
}

/// A state with the log that led to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bench {
    /// As things stand.
    pub state: State,
    /// How they came to it.
    pub log: Vec<Event>,
}

impl Bench {
    /// A bench on what a run left.
    pub fn new(state: State) -> Self {
        Self { state, log: Vec::new() }
    }

    /// Does what someone wishes and writes it in the log, or changes nothing.
    ///
    /// # Errors
    /// Those of [`Bench::prepare`].
    pub fn wish(&mut self, wish: Wish, by: &str, at: i64, judge: &dyn Judge) -> Result<&Event, Hindrance> {
        let (next, event) = self.prepare(wish, by, at, judge)?;
        Ok(self.settle(next, event))
    }

    /// What a wish leads to, before it is kept anywhere: the state and the line of the log.
    ///
    /// # Errors
    /// When the gesture is refused, when someone changed the same thing meanwhile, or when there is nothing to take back.
    pub fn prepare(&self, wish: Wish, by: &str, at: i64, judge: &dyn Judge) -> Result<(State, Event), Hindrance> {
        let mut next = self.state.clone();
        let act = match wish {
            Wish::Make(gesture) => Act::Made(next.make(gesture, judge)?),
            Wish::Undo => Act::Undone { undo: self.turn_last(&mut next, self.to_undo(by), true)? },
            Wish::Redo => Act::Redone { redo: self.turn_last(&mut next, self.to_redo(by), false)? },
        };
        let change = Change::between(&self.state, &next);
        let event = Event { seq: self.last() + 1, by: by.to_owned(), at, act, change, hash: next.hash() };
        Ok((next, event))
    }

    /// What a run brings, before it is kept: the state and the line of the log. The change may have been found some lines ago.
    ///
    /// # Errors
    /// When someone changed meanwhile what the run changes, or ended a theme that it found ideas for.
    pub fn rejoin(&self, brought: Change, rerun: RunId, by: &str, at: i64) -> Result<(State, Event), Hindrance> {
        let mut next = self.state.clone();
        next.turn(&brought)?;
        next.stands()?;
        next.count(&brought);
        let (act, hash) = (Act::Rerun { rerun }, next.hash());
        Ok((next, Event { seq: self.last() + 1, by: by.to_owned(), at, act, change: brought, hash }))
    }

    /// The last run that was brought; none before a first.
    pub fn rerun(&self) -> Option<&RunId> {
        self.log.iter().rev().find_map(|event| match &event.act {
            Act::Rerun { rerun } => Some(rerun),
            _ => None,
        })
    }

    /// Takes what was prepared, once it is kept.
    pub fn settle(&mut self, next: State, event: Event) -> &Event {
        self.state = next;
        self.log.push_mut(event)
    }

    /// The last line since `seen` by which someone else changed what `change` changes.
    pub fn crossed(&self, change: &Change, seen: u32, by: &str) -> Option<&Event> {
        self.log
            .iter()
            .rev()
            .take_while(|event| event.seq > seen)
            .find(|event| event.by != by && event.change.touches(change))
    }

    /// Follows lines written elsewhere, and checks that the last leads where it says.
    ///
    /// # Errors
    /// When one is not the next, does not fit, or the last leads elsewhere; the bench is then to be thrown away.
    pub fn follow(&mut self, events: impl IntoIterator<Item = Event>) -> Result<(), Hindrance> {
        let before = self.last();
        for event in events {
            self.step(event)?;
        }
        self.log.last().filter(|event| event.seq > before).map_or(Ok(()), |event| self.leads(event))
    }

    /// Follows lines written elsewhere and checks where each of them leads.
    ///
    /// # Errors
    /// Those of [`Bench::follow`], with the first line that was altered.
    pub fn audit(&mut self, events: impl IntoIterator<Item = Event>) -> Result<(), Hindrance> {
        for event in events {
            self.step(event)?;
            self.log.last().map_or(Ok(()), |event| self.leads(event))?;
        }
        Ok(())
    }

    fn step(&mut self, event: Event) -> Result<(), Hindrance> {
        if event.seq != self.last() + 1 {
            return Err(Hindrance::Altered(event.seq));
        }
        self.state.turn(&event.change).map_err(|_| Hindrance::Altered(event.seq))?;
        self.state.count(&event.change);
        self.log.push(event);
        Ok(())
    }

    fn leads(&self, event: &Event) -> Result<(), Hindrance> {
        if self.state.hash() == event.hash { Ok(()) } else { Err(Hindrance::Altered(event.seq)) }
    }

    /// Number of the last line, 0 before the first.
    pub fn last(&self) -> u32 {
        self.log.last().map_or(0, |event| event.seq)
    }

    /// Whether what a line did stands: nobody took it back, or it was made again since.
    pub fn holds(&self, seq: u32) -> bool {
        let turned = self.log.iter().rev().find_map(|event| match event.act {
            Act::Undone { undo } if undo == seq => Some(false),
            Act::Redone { redo } if redo == seq => Some(true),
            _ => None,
        });
        turned.unwrap_or(true)
    }

    /// The line that someone would take back: their last gesture that stands.
    pub fn to_undo(&self, by: &str) -> Option<u32> {
        self.turned(by).0.pop()
    }

    /// The line that someone would make again: what they took back last, unless they did something else since.
    pub fn to_redo(&self, by: &str) -> Option<u32> {
        self.turned(by).1.pop()
    }

    /// Someone's gestures that stand, and those taken back, the next to turn last.
    fn turned(&self, by: &str) -> (Vec<u32>, Vec<u32>) {
        let (mut standing, mut back) = (Vec::new(), Vec::new());
        for event in self.log.iter().filter(|event| event.by == by) {
            match event.act {
                Act::Made(_) => {
                    standing.push(event.seq);
                    back.clear();
                }
                Act::Undone { .. } => back.extend(standing.pop()),
                Act::Redone { .. } => standing.extend(back.pop()),
                Act::Rerun { .. } => {}
            }
        }
        (standing, back)
    }

    fn turn_last(&self, next: &mut State, seq: Option<u32>, back: bool) -> Result<u32, Hindrance> {
        let seq = seq.ok_or(Hindrance::Nothing)?;
        let at = usize::try_from(seq - 1).map_err(|_| Hindrance::Nothing)?;
        let change = &self.log.get(at).ok_or(Hindrance::Nothing)?.change;
        let change = if back { change.inverse() } else { change.clone() };
        next.turn(&change)?;
        next.stands()?;
        next.needs(&change)?;
        Ok(seq)
    }
}

impl State {
    /// Every idea is in a theme that there is, or in none, and so is every theme under a question.
    fn stands(&self) -> Result<(), Meanwhile> {
        let lost = |theme: &&ThemeId| !self.themes.contains_key(*theme);
        if let Some(theme) = self.ideas.values().filter_map(|stands| stands.theme.as_ref()).find(lost) {
            return Err(Meanwhile(theme.to_string()));
        }
        let closed = |question: &&QuestionId| !self.questions.contains_key(*question);
        let adrift = self.themes.values().filter_map(|held| held.question.as_ref()).find(closed);
        adrift.map_or(Ok(()), |question| Err(Meanwhile(question.to_string())))
    }

    /// No proposition comes from an idea that a change takes away.
    fn needs(&self, change: &Change) -> Result<(), Meanwhile> {
        let gone = change.ideas.iter().filter(|(_, turn)| turn.after.is_none()).map(|(id, _)| id);
        let mut gone = gone.filter(|id| self.propositions.values().any(|worded| worded.ideas.contains(*id)));
        gone.next().map_or(Ok(()), |id| Err(Meanwhile(id.to_string())))
    }

    /// Keeps the numbers of what a change brings, so that they are never given again.
    fn count(&mut self, change: &Change) {
        let number = |id: &str| id.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(0);
        for id in change.themes.keys() {
            self.next = self.next.max(number(id.as_str()) + 1);
        }
        for id in change.questions.keys() {
            self.last.question = self.last.question.max(number(id.as_str()));
        }
        for id in change.propositions.keys() {
            self.last.proposition = self.last.proposition.max(number(id.as_str()));
        }
        for id in change.notes.keys() {
            self.last.note = self.last.note.max(*id);
        }
    }
}
