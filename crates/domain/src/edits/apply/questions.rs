//! Gestures on questions.

use super::super::{Asked, Refusal, State};
use super::said;
use crate::id::{QuestionId, ThemeId};

impl State {
    pub(super) fn ask(&mut self, wording: &str, themes: &[ThemeId]) -> Result<(), Refusal> {
        worded(wording)?;
        self.themes_known(themes)?;
        self.last.question += 1;
        let id = QuestionId::new(format!("q{}", self.last.question));
        // After those that someone ordered; by its identifier, like all others, where nobody did.
        let last = self.questions.values().map(|asked| asked.place).max().filter(|place| *place > 0);
        let asked = Asked {
            wording: wording.trim().to_owned(),
            candidates: Vec::new(),
            place: last.map_or(0, |last| last + 1),
        };
        self.questions.insert(id.clone(), asked);
        self.gather(themes, Some(&id));
        Ok(())
    }

    pub(super) fn word(&mut self, question: &QuestionId, wording: &str) -> Result<(), Refusal> {
        worded(wording)?;
        wording.trim().clone_into(&mut self.question(question)?.wording);
        Ok(())
    }

    pub(super) fn close(&mut self, question: &QuestionId) -> Result<(), Refusal> {
        self.question(question)?;
        self.questions.remove(question);
        let themes: Vec<ThemeId> = self.under(Some(question)).into_iter().cloned().collect();
        self.gather(&themes, None);
        Ok(())
    }

    pub(super) fn group(&mut self, themes: &[ThemeId], question: Option<&QuestionId>) -> Result<(), Refusal> {
        if themes.is_empty() {
            return Err(Refusal::FewThemes);
        }
        if let Some(question) = question {
            self.question(question)?;
        }
        self.themes_known(themes)?;
        self.gather(themes, question);
        Ok(())
    }

    pub(super) fn order(&mut self, theme: &ThemeId, before: Option<&ThemeId>) -> Result<(), Refusal> {
        let question = self.theme(theme)?.question.clone();
        if let Some(other) = before.filter(|other| *other != theme)
            && self.theme(other)?.question != question
        {
            return Err(Refusal::OtherQuestion(theme.clone(), other.clone()));
        }
        let mut rest: Vec<ThemeId> =
            self.under(question.as_ref()).into_iter().filter(|id| *id != theme).cloned().collect();
        let at = rest.iter().position(|id| Some(id) == before).unwrap_or(rest.len());
        rest.insert(at, theme.clone());
        for (place, id) in (1..).zip(&rest) {
            self.theme(id)?.place = place;
        }
        Ok(())
    }

    pub(super) fn order_question(&mut self, question: &QuestionId, before: Option<&QuestionId>) -> Result<(), Refusal> {
        for id in [question].into_iter().chain(before) {
            self.question(id)?;
        }
        let whole: Vec<QuestionId> = self.ordered().into_iter().cloned().collect();
        let mut rest: Vec<QuestionId> = whole.iter().filter(|id| *id != question).cloned().collect();
        let at = match before {
            // Before itself is where it stands.
            Some(other) if other == question => whole.iter().position(|id| id == question),
            _ => rest.iter().position(|id| Some(id) == before),
        };
        rest.insert(at.unwrap_or(rest.len()), question.clone());
        // Where nothing moves nobody has ordered anything.
        if rest != whole {
            for (place, id) in (1..).zip(&rest) {
                self.question(id)?.place = place;
            }
        }
        Ok(())
    }

    /// Questions in their order.
    pub fn ordered(&self) -> Vec<&QuestionId> {
        let mut questions: Vec<(u32, usize, &QuestionId)> =
            self.questions.iter().map(|(id, asked)| (asked.place, id.as_str().len(), id)).collect();
        questions.sort_unstable();
        questions.into_iter().map(|(.., id)| id).collect()
    }

    /// The themes under a question, in order; those without, for none.
    pub fn under(&self, question: Option<&QuestionId>) -> Vec<&ThemeId> {
        let mut themes: Vec<(u32, &ThemeId)> = self
            .themes
            .iter()
            .filter(|(_, held)| held.question.as_ref() == question)
            .map(|(id, held)| (held.place, id))
            .collect();
        themes.sort_unstable();
        themes.into_iter().map(|(_, id)| id).collect()
    }

    /// Puts themes after those of a question.
    fn gather(&mut self, themes: &[ThemeId], question: Option<&QuestionId>) {
        let last = self.under(question).last().map_or(0, |id| self.themes[*id].place);
        for (place, theme) in (last + 1..).zip(themes) {
            if let Some(held) = self.themes.get_mut(theme) {
                (held.question, held.place) = (question.cloned(), place);
            }
        }
    }

    fn themes_known(&self, themes: &[ThemeId]) -> Result<(), Refusal> {
        match themes.iter().find(|theme| !self.themes.contains_key(*theme)) {
            Some(theme) => Err(Refusal::NoTheme(theme.clone())),
            None => Ok(()),
        }
    }

    fn question(&mut self, question: &QuestionId) -> Result<&mut Asked, Refusal> {
        self.questions.get_mut(question).ok_or_else(|| Refusal::NoQuestion(question.clone()))
    }
}

fn worded(wording: &str) -> Result<(), Refusal> {
    if said(wording) { Ok(()) } else { Err(Refusal::NoWording) }
}
