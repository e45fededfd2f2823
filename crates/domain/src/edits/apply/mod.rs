//! The rule of each gesture.

mod cut;
mod ideas;
mod mask;
mod propositions;
mod questions;
mod same;
mod themes;

use super::{BY_HAND, Decision, Edit, Gesture, Held, Judge, Note, Refusal, State};
use crate::analysis::IdeaStatus;
use crate::id::{IdeaId, PropositionId, QuestionId, ThemeId};
use crate::piles::key;

impl State {
    /// Makes one gesture and logs it, or changes nothing.
    ///
    /// # Errors
    /// When it names what does not exist, or would change a locked theme.
    pub fn apply(&mut self, edit: Edit, judge: &dyn Judge) -> Result<(), Refusal> {
        let gesture = self.make(edit.gesture, judge)?;
        self.edits.push(Edit { gesture, ..edit });
        Ok(())
    }

    /// Makes one gesture, or changes nothing; the gesture with what the engine answered.
    ///
    /// # Errors
    /// Those of [`State::apply`].
    pub fn make(&mut self, gesture: Gesture, judge: &dyn Judge) -> Result<Gesture, Refusal> {
        match gesture {
            Gesture::Merge { themes, into } => self.merge(themes, into),
            Gesture::Split { theme, parts, into } => self.split(theme, parts, into, judge),
            Gesture::Create { label, ideas, proposed } => self.found(label, ideas, proposed),
            Gesture::Dissolve { theme, to } => self.dissolve(theme, to, judge),
            told => self.follow(&told).map(|()| told),
        }
    }

    /// Makes a gesture that asks the engine nothing.
    fn follow(&mut self, gesture: &Gesture) -> Result<(), Refusal> {
        use Gesture as G;
        match gesture {
            G::Merge { .. } | G::Split { .. } | G::Create { .. } | G::Dissolve { .. } => Ok(()),
            G::Move { ideas, to, proposed } => self.move_to(ideas, to, *proposed),
            G::ToSort { ideas } => self.put(ideas, IdeaStatus::ToSort),
            G::OffTopic { ideas } => self.put(ideas, IdeaStatus::OffTopic),
            G::Empty { ideas } => self.put(ideas, IdeaStatus::Empty),
            G::Accept { ideas } => self.accept(ideas),
            G::Cut { idea, cut, second } => self.cut(idea, *cut, second),
            G::Mask { idea, words } => self.mask(idea, words),
            G::Unmask { idea, words } => self.unmask(idea, words),
            G::Same { ideas, first } => self.same(ideas, first),
            G::Apart { ideas } => self.apart(ideas),
            G::Rename { theme, label } => self.rename(theme, label),
            G::Lock { theme } => self.lock(theme, true),
            G::Unlock { theme } => self.lock(theme, false),
            G::Define { theme, definition } => self.define(theme, definition),
            G::Group { themes, question } => self.group(themes, question.as_ref()),
            G::Order { theme, before } => self.order(theme, before.as_ref()),
            G::Ask { wording, themes } => self.ask(wording, themes),
            G::Word { question, wording } => self.word(question, wording),
            G::OrderQuestion { question, before } => self.order_question(question, before.as_ref()),
            G::Close { question } => self.close(question),
            G::Propose { text, ideas } => self.propose(text, ideas),
            G::Write { proposition, text } => self.write(proposition, text),
            G::Back { proposition, ideas } => self.back(proposition, ideas),
            G::Unback { proposition, ideas } => self.unback(proposition, ideas),
            G::Fuse { propositions, into } => self.fuse(propositions, into),
            G::Oppose { one, other, opposed } => self.set_against(one, other, *opposed),
            G::Address { proposition, actor, level } => self.address(proposition, actor, level),
            G::Adopt { proposition } => self.decide(proposition, Decision::Adopted),
            G::SetAside { proposition, reason } => self.decide(proposition, Decision::Aside(reason.trim().to_owned())),
            G::Reopen { proposition } => self.decide(proposition, Decision::Open),
            G::Note { on, text } => self.note(on, text),
            G::Unnote { note } => self.notes.remove(note).map(drop).ok_or(Refusal::NoNote(*note)),
            G::KeepQuery { words } => self.keep_query(words),
            G::DropQuery { words } => {
                self.queries.remove(&key(words)).map(drop).ok_or_else(|| Refusal::NoQuery(words.clone()))
            }
        }
    }

    fn note(&mut self, on: &str, text: &str) -> Result<(), Refusal> {
        if !said(text) {
            return Err(Refusal::NoWording);
        }
        if !self.holds(on) {
            return Err(Refusal::Nothing(on.to_owned()));
        }
        self.last.note += 1;
        self.notes.insert(self.last.note, Note { on: on.to_owned(), text: text.trim().to_owned() });
        Ok(())
    }

    /// Whether an idea, a theme, a question or a proposition bears this identifier.
    fn holds(&self, id: &str) -> bool {
        self.ideas.contains_key(&IdeaId::new(id))
            || self.themes.contains_key(&ThemeId::new(id))
            || self.questions.contains_key(&QuestionId::new(id))
            || self.propositions.contains_key(&PropositionId::new(id))
    }

    fn keep_query(&mut self, words: &str) -> Result<(), Refusal> {
        let key = key(words);
        if key.is_empty() {
            return Err(Refusal::NoWording);
        }
        self.queries.entry(key).or_insert_with(|| words.trim().to_owned());
        Ok(())
    }

    fn theme(&mut self, theme: &ThemeId) -> Result<&mut Held, Refusal> {
        self.themes.get_mut(theme).ok_or_else(|| Refusal::NoTheme(theme.clone()))
    }

    /// The theme exists and may change.
    fn open(&self, theme: &ThemeId) -> Result<(), Refusal> {
        match self.themes.get(theme) {
            None => Err(Refusal::NoTheme(theme.clone())),
            Some(held) if held.locked => Err(Refusal::Locked(theme.clone())),
            Some(_) => Ok(()),
        }
    }

    /// The ideas exist and are in no locked theme.
    fn free(&self, ideas: &[IdeaId]) -> Result<(), Refusal> {
        if ideas.is_empty() {
            return Err(Refusal::NoIdeas);
        }
        for id in ideas {
            let standing = self.ideas.get(id).ok_or_else(|| Refusal::NoIdea(id.clone()))?;
            if let Some(theme) = &standing.theme {
                self.open(theme)?;
            }
        }
        Ok(())
    }

    /// There are ideas, and they exist.
    fn some(&self, ideas: &[IdeaId]) -> Result<(), Refusal> {
        if ideas.is_empty() {
            return Err(Refusal::NoIdeas);
        }
        self.known(ideas.iter())
    }

    /// The ideas exist.
    fn known<'a>(&self, mut ideas: impl Iterator<Item = &'a IdeaId>) -> Result<(), Refusal> {
        ideas.find(|id| !self.ideas.contains_key(*id)).map_or(Ok(()), |id| Err(Refusal::NoIdea(id.clone())))
    }
}

/// Whether there is a word in it.
fn said(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn reason(proposed: bool) -> &'static str {
    if proposed { "classed" } else { BY_HAND }
}
