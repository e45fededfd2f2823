//! Gestures on themes.

use super::super::{BY_HAND, Definition, Gesture, Held, Judge, Refusal, State};
use super::{reason, said};
use crate::analysis::IdeaStatus;
use crate::id::{IdeaId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

impl State {
    pub(super) fn merge(&mut self, themes: Vec<ThemeId>, into: Option<ThemeId>) -> Result<Gesture, Refusal> {
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

    pub(super) fn split(
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
        let Held { question, place, .. } = self.themes[&theme].clone();
        for ideas in &into {
            let new = self.create(Held { question: question.clone(), place, ..Held::default() });
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

    pub(super) fn rename(&mut self, theme: &ThemeId, label: &str) -> Result<(), Refusal> {
        self.open(theme)?;
        if !said(label) {
            return Err(Refusal::NoLabel);
        }
        let held = self.theme(theme)?;
        (held.label, held.renamed) = (Some(label.trim().to_owned()), true);
        Ok(())
    }

    pub(super) fn lock(&mut self, theme: &ThemeId, locked: bool) -> Result<(), Refusal> {
        self.theme(theme)?.locked = locked;
        Ok(())
    }

    pub(super) fn define(&mut self, theme: &ThemeId, definition: &Definition) -> Result<(), Refusal> {
        self.known(definition.typical.iter().chain(&definition.border))?;
        self.theme(theme)?.definition = definition.clone();
        Ok(())
    }

    pub(super) fn found(
        &mut self,
        label: Option<String>,
        ideas: Vec<IdeaId>,
        proposed: bool,
    ) -> Result<Gesture, Refusal> {
        self.free(&ideas).or_else(|refusal| if refusal == Refusal::NoIdeas { Ok(()) } else { Err(refusal) })?;
        if label.as_ref().is_some_and(|label| !said(label)) {
            return Err(Refusal::NoLabel);
        }
        let new = self.create(Held { renamed: label.is_some(), label: label.clone(), ..Held::default() });
        self.place(&ideas, Some(&new), IdeaStatus::Classed, reason(proposed));
        Ok(Gesture::Create { label, ideas, proposed })
    }

    pub(super) fn dissolve(
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

    /// A label that nobody gave no longer fits.
    fn relabel(&mut self, theme: &ThemeId) {
        if let Some(held) = self.themes.get_mut(theme).filter(|held| !held.renamed) {
            held.label = None;
        }
    }
}
