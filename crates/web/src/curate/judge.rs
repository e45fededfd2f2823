//! What the engine would answer, recalled from what it wrote of its run.

use arobase_domain::edits::{Judge, State};
use arobase_domain::study::Split;
use arobase_domain::{Analysis, IdeaId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// The engine as the run left it.
pub(super) struct Recalled<'a>(pub(super) &'a Analysis);

impl Judge for Recalled<'_> {
    /// The split that the run offered, if all that it parts is still together; what came since stays in the largest part.
    fn parts(&self, ideas: &[IdeaId], parts: usize) -> Vec<Vec<IdeaId>> {
        let wanted: BTreeSet<&IdeaId> = ideas.iter().collect();
        let same = |split: &&Split| {
            split.parts.len() == parts
                && split.parts.iter().flat_map(|part| &part.ideas).all(|idea| wanted.contains(idea))
        };
        let found = self.0.study.splits.iter().find(same);
        found.map(|split| split.parts.iter().map(|part| part.ideas.clone()).collect()).unwrap_or_default()
    }

    /// The theme that came second, or the one that most neighbours are in, where it still is.
    fn nearest(&self, ideas: &[IdeaId], state: &State) -> BTreeMap<IdeaId, ThemeId> {
        let wanted: BTreeSet<&IdeaId> = ideas.iter().collect();
        let there = |theme: &ThemeId| state.themes.contains_key(theme);
        let near = self.0.study.nearest.iter().filter_map(|near| Some((&near.idea, &near.themes.first()?.0)));
        let second = self.0.ideas.iter().filter_map(|idea| Some((&idea.id, idea.second_theme.as_ref()?)));
        let found = near.chain(second).filter(|(idea, theme)| wanted.contains(idea) && there(theme));
        found.map(|(idea, theme)| (idea.clone(), theme.clone())).collect()
    }
}
