//! What the engine proposes to change: after its last run, or with the themes coarser or finer. Each as it can still be accepted.

use super::opened::Opened;
use super::told;
use super::view::open_at;
use crate::lang::{Lang, Speak as _};
use crate::url::Url;
use arobase_domain::edits::Gesture as Edit;
use arobase_domain::{IdeaId, ThemeId};

/// Proposals that can still be accepted, each with its number.
pub(super) type Offers = Vec<(usize, Edit)>;

impl Opened {
    /// What is left of the proposal of the run, for 0; else what the partition of this number would change.
    pub(super) fn offers(&self, rung: u32, proposal: &[Edit]) -> Offers {
        let Some(rung) = rung.checked_sub(1) else {
            let left = |(number, one)| Some((number, self.left(one)?));
            return proposal.iter().enumerate().filter_map(left).collect();
        };
        let found = self.partitions.gestures(rung as usize, &self.bench.state);
        found.into_iter().map(|(number, gesture)| (number as usize, gesture)).collect()
    }

    fn left(&self, proposed: &Edit) -> Option<Edit> {
        let was = |idea: &IdeaId| self.analysis.ideas[*self.places.get(idea)?].theme.as_ref();
        self.bench.state.left(proposed, &was)
    }
}

/// A proposal in words, with some of its ideas.
pub(super) struct Offer {
    pub(super) number: usize,
    pub(super) told: String,
    pub(super) ideas: Vec<Shown>,
    /// How many ideas it is about.
    pub(super) count: usize,
}

/// An idea of it, with the theme that it would leave.
pub(super) struct Shown {
    pub(super) id: IdeaId,
    pub(super) text: String,
    pub(super) from: String,
    pub(super) url: Url,
}

impl Offer {
    /// A proposal with so many of its ideas, the first ones left out.
    pub(super) fn new(
        lang: Lang,
        opened: &Opened,
        (number, gesture): &(usize, Edit),
        skip: usize,
        most: usize,
    ) -> Self {
        let ideas = ideas(gesture);
        let told = match gesture {
            Edit::Create { label: None, .. } => lang.it("rerun-new-theme", lang.n("ideas-count", ideas.len())),
            other => told::made(lang, &opened.bench.state, other),
        };
        let shown = ideas.iter().skip(skip).take(most).filter_map(|id| Shown::new(lang, opened, id)).collect();
        Self { number: *number, told, ideas: shown, count: ideas.len() }
    }
}

fn ideas(gesture: &Edit) -> &[IdeaId] {
    match gesture {
        Edit::Move { ideas, .. } | Edit::Create { ideas, .. } | Edit::Back { ideas, .. } => ideas,
        _ => &[],
    }
}

impl Shown {
    fn new(lang: Lang, opened: &Opened, id: &IdeaId) -> Option<Self> {
        let place = *opened.places.get(id)?;
        let from: Option<&ThemeId> = opened.bench.state.ideas.get(id)?.theme.as_ref();
        let from = from.map(|theme| lang.it("rerun-from", told::label(lang, &opened.bench.state, theme)));
        Some(Self {
            id: id.clone(),
            text: opened.analysis.ideas[place].text.trim().to_owned(),
            from: from.unwrap_or_else(|| lang.t("pile-to-sort")),
            url: open_at(lang, opened, id),
        })
    }
}
