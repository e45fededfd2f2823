//! What several people share around a bench: what their codes differ about, and who sees to which pile.

use super::opened::Opened;
use crate::Error;
use crate::state::AppState;
use arobase_domain::IdeaId;
use arobase_domain::coding::Followed;
use arobase_domain::piles::Beside;
use arobase_store::{Assigned, Disputed};
use std::collections::BTreeSet;

/// What is known beside the gestures of a bench.
#[derive(Default)]
pub(super) struct Around {
    /// What codes differ about, settled or not.
    pub(super) disputed: Vec<Disputed>,
    /// Who sees to which pile.
    pub(super) assigned: Vec<Assigned>,
}

impl Around {
    pub(super) async fn read(state: &AppState) -> Result<Self, Error> {
        let edition = &state.edition.id;
        let disputed = state.store.disputed(edition).await?;
        Ok(Self { disputed, assigned: state.store.assigned(edition).await? })
    }
}

impl Opened {
    /// What piles are made of beside the run and the gestures, for `me`.
    pub(super) fn beside(&self, me: &str) -> Beside {
        let disputed: BTreeSet<IdeaId> = self.disputes().map(|one| one.idea.clone()).collect();
        let mine = self.around.assigned.iter().filter(|one| one.who.id.as_str() == me);
        Beside { disputed, mine: mine.filter_map(|one| one.pile.parse().ok()).collect() }
    }

    /// What codes still differ about, themes merged since followed: ideas that are still there, and that nobody has settled, or whose settling was taken back.
    pub(super) fn disputes(&self) -> impl Iterator<Item = &Disputed> {
        let stands = |seq: Option<u32>| seq.is_none_or(|seq| self.bench.holds(seq));
        let settled = move |one: &Disputed| one.settled.as_ref().is_some_and(|settled| stands(settled.seq));
        let followed = Followed::of(if self.around.disputed.is_empty() { &[] } else { &self.bench.log });
        let differ =
            move |one: &Disputed| one.codes.iter().map(|code| followed.code(code)).collect::<BTreeSet<_>>().len() > 1;
        let all = self.around.disputed.iter();
        all.filter(move |one| self.places.contains_key(&one.idea) && !settled(one) && differ(one))
    }
}
