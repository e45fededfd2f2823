//! The rule of each gesture.

use super::{BY_HAND, Edit, Gesture, Held, Judge, Refusal, State};
use crate::analysis::IdeaStatus;
use crate::id::{IdeaId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

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

    /// The gesture with what the engine answered.
    fn make(&mut self, gesture: Gesture, judge: &dyn Judge) -> Result<Gesture, Refusal> {
        match gesture {
            Gesture::Merge { themes, into } => self.merge(themes, into),
            Gesture::Split { theme, parts, into } => self.split(theme, parts, into, judge),
            Gesture::Move { ideas, to, proposed } => {
                self.open(&to)?;
                self.free(&ideas)?;
                self.place(&ideas, Some(&to), IdeaStatus::Classed, reason(proposed));
                Ok(Gesture::Move { ideas, to, proposed })
            }
            Gesture::Rename { theme, label } => {
                self.rename(&theme, &label)?;
                Ok(Gesture::Rename { theme, label })
            }
            Gesture::Lock { theme } => {
                self.theme(&theme)?.locked = true;
                Ok(Gesture::Lock { theme })
            }
            Gesture::Unlock { theme } => {
                self.theme(&theme)?.locked = false;
                Ok(Gesture::Unlock { theme })
            }
            Gesture::Create { label, ideas, proposed } => self.found(label, ideas, proposed),
            Gesture::Dissolve { theme, to } => self.dissolve(theme, to, judge),
            Gesture::OffTopic { ideas } => {
                self.free(&ideas)?;
                self.place(&ideas, None, IdeaStatus::OffTopic, BY_HAND);
                Ok(Gesture::OffTopic { ideas })
            }
        }
    }

    fn merge(&mut self, themes: Vec<ThemeId>, into: Option<ThemeId>) -> Result<Gesture, Refusal> {
        let into = into.or_else(|| themes.first().cloned()).ok_or(Refusal::FewThemes)?;
        let all: BTreeSet<&ThemeId> = themes.iter().chain([&into]).collect();
        if all.len() < 2 {
            return Err(Refusal::FewThemes);
        }
        for theme in &all {
            self.open(theme)?;
        }
        for theme in all.into_iter().filter(|theme| **theme != into) {
            self.themes.remove(theme);
            let members = self.ideas.values_mut().filter(|standing| standing.theme.as_ref() == Some(theme));
            members.for_each(|standing| standing.theme = Some(into.clone()));
        }
        self.relabel(&into);
        Ok(Gesture::Merge { themes, into: Some(into) })
    }

    fn split(
        &mut self,
        theme: ThemeId,
        parts: Option<usize>,
        into: Vec<Vec<IdeaId>>,
        judge: &dyn Judge,
    ) -> Result<Gesture, Refusal> {
        self.open(&theme)?;
        let told = !into.is_empty();
        let into = if told { into } else { self.parted(&theme, parts.ok_or(Refusal::NoIdeas)?, judge)? };
        let elsewhere =
            |id: &&IdeaId| self.ideas.get(*id).is_none_or(|standing| standing.theme.as_ref() != Some(&theme));
        if let Some(idea) = into.iter().flatten().find(elsewhere) {
            return Err(Refusal::Elsewhere(idea.clone(), theme));
        }
        // Parts that the engine found are its own; ideas that a person listed stay where that person put them.
        let by_hand = told && parts.is_none();
        for ideas in &into {
            let new = self.create(Held::default());
            for id in ideas {
                if let Some(standing) = self.ideas.get_mut(id) {
                    standing.theme = Some(new.clone());
                    if by_hand {
                        BY_HAND.clone_into(&mut standing.reason);
                    }
                }
            }
        }
        self.relabel(&theme);
        Ok(Gesture::Split { theme, parts, into })
    }

    /// The parts of a theme that leave it: all but the largest.
    fn parted(&self, theme: &ThemeId, parts: usize, judge: &dyn Judge) -> Result<Vec<Vec<IdeaId>>, Refusal> {
        let found = if parts < 2 { Vec::new() } else { judge.parts(&self.members(theme), parts) };
        if parts < 2 || found.len() != parts {
            return Err(Refusal::Whole(theme.clone(), parts));
        }
        Ok(found.into_iter().skip(1).collect())
    }

    fn rename(&mut self, theme: &ThemeId, label: &str) -> Result<(), Refusal> {
        self.open(theme)?;
        if !label.chars().any(char::is_alphanumeric) {
            return Err(Refusal::NoLabel);
        }
        let held = self.theme(theme)?;
        (held.label, held.renamed) = (Some(label.trim().to_owned()), true);
        Ok(())
    }

    fn found(&mut self, label: Option<String>, ideas: Vec<IdeaId>, proposed: bool) -> Result<Gesture, Refusal> {
        self.free(&ideas).or_else(|refusal| if refusal == Refusal::NoIdeas { Ok(()) } else { Err(refusal) })?;
        if label.as_ref().is_some_and(|label| !label.chars().any(char::is_alphanumeric)) {
            return Err(Refusal::NoLabel);
        }
        let new = self.create(Held { renamed: label.is_some(), label: label.clone(), ..Held::default() });
        self.place(&ideas, Some(&new), IdeaStatus::Classed, reason(proposed));
        Ok(Gesture::Create { label, ideas, proposed })
    }

    fn dissolve(
        &mut self,
        theme: ThemeId,
        to: Option<BTreeMap<IdeaId, ThemeId>>,
        judge: &dyn Judge,
    ) -> Result<Gesture, Refusal> {
        self.open(&theme)?;
        let members = self.members(&theme);
        self.themes.remove(&theme);
        self.place(&members, None, IdeaStatus::ToSort, "between_themes");
        let to = to.unwrap_or_else(|| judge.nearest(&members, self));
        for (idea, new) in to
            .iter()
            .filter(|(_, new)| self.themes.contains_key(*new))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect::<Vec<_>>()
        {
            self.place(&[idea], Some(&new), IdeaStatus::Classed, "joined_by_neighbours");
        }
        Ok(Gesture::Dissolve { theme, to: Some(to) })
    }

    fn place(&mut self, ideas: &[IdeaId], theme: Option<&ThemeId>, status: IdeaStatus, reason: &str) {
        for id in ideas {
            if let Some(standing) = self.ideas.get_mut(id) {
                standing.theme = theme.cloned();
                standing.status = status;
                reason.clone_into(&mut standing.reason);
            }
        }
    }

    /// A label that nobody gave no longer fits.
    fn relabel(&mut self, theme: &ThemeId) {
        if let Some(held) = self.themes.get_mut(theme).filter(|held| !held.renamed) {
            held.label = None;
        }
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
}

fn reason(proposed: bool) -> &'static str {
    if proposed { "classed" } else { BY_HAND }
}
