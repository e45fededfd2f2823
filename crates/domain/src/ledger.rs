//! The registre: every contribution in one counted state, and a sum that proves it.

use crate::analysis::IdeaStatus;
use serde::{Deserialize, Serialize};

/// Where a contribution stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// At least one of its ideas is in a theme.
    Classed,
    /// In the visible pool « à classer »: just received, or near no theme.
    ToSort,
    /// Away from the subject of the consultation.
    OffTopic,
    /// Without content.
    Empty,
    /// Could not be read.
    Broken,
}

impl From<Option<IdeaStatus>> for State {
    /// The state that a [`crate::Fate`] tells.
    fn from(status: Option<IdeaStatus>) -> Self {
        match status {
            Some(IdeaStatus::Classed) => Self::Classed,
            Some(IdeaStatus::ToSort) => Self::ToSort,
            Some(IdeaStatus::OffTopic) => Self::OffTopic,
            Some(IdeaStatus::Empty) => Self::Empty,
            None => Self::Broken,
        }
    }
}

impl State {
    /// The status of a [`crate::Fate`] in this state.
    pub fn status(self) -> Option<IdeaStatus> {
        match self {
            Self::Classed => Some(IdeaStatus::Classed),
            Self::ToSort => Some(IdeaStatus::ToSort),
            Self::OffTopic => Some(IdeaStatus::OffTopic),
            Self::Empty => Some(IdeaStatus::Empty),
            Self::Broken => None,
        }
    }
}

/// How many contributions (or ideas) are in each state, beside how many there are, counted apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Received, counted where they are kept.
    pub received: u64,
    /// In a theme.
    pub classed: u64,
    /// À classer.
    pub to_sort: u64,
    /// Off topic.
    pub off_topic: u64,
    /// Without content.
    pub empty: u64,
    /// Unreadable.
    pub broken: u64,
}

/// The states do not sum up to what was received: something was lost or counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{received} received but {counted} in the ledger")]
pub struct Unbalanced {
    /// Received.
    pub received: u64,
    /// Sum over the states.
    pub counted: u64,
}

impl Ledger {
    /// A ledger of `received` things, with a number for each state; a state given twice adds up.
    pub fn new(received: u64, counts: impl IntoIterator<Item = (State, u64)>) -> Self {
        let mut ledger = Self { received, ..Self::default() };
        for (state, count) in counts {
            *ledger.slot(state) += count;
        }
        ledger
    }

    /// How many are in a state.
    pub fn count(mut self, state: State) -> u64 {
        *self.slot(state)
    }

    /// Sum over the states.
    pub fn counted(self) -> u64 {
        State::ALL.iter().map(|&state| self.count(state)).sum()
    }

    /// Checks that received = classed + to_sort + off_topic + empty + broken.
    pub fn check(self) -> Result<(), Unbalanced> {
        match (self.received, self.counted()) {
            (received, counted) if received == counted => Ok(()),
            (received, counted) => Err(Unbalanced { received, counted }),
        }
    }

    fn slot(&mut self, state: State) -> &mut u64 {
        match state {
            State::Classed => &mut self.classed,
            State::ToSort => &mut self.to_sort,
            State::OffTopic => &mut self.off_topic,
            State::Empty => &mut self.empty,
            State::Broken => &mut self.broken,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_ledger_of_known_states_balances_and_one_lost_is_seen(picks in prop::collection::vec(0..State::ALL.len(), 0..200)) {
            let states = picks.iter().map(|&pick| (State::ALL[pick], 1));
            let ledger = Ledger::new(picks.len() as u64, states);
            prop_assert_eq!(ledger.check(), Ok(()));
            for (index, &state) in State::ALL.iter().enumerate() {
                prop_assert_eq!(ledger.count(state), picks.iter().filter(|&&pick| pick == index).count() as u64);
            }
            let received = ledger.received + 1;
            let lost = Ledger { received, ..ledger };
            prop_assert_eq!(lost.check(), Err(Unbalanced { received, counted: received - 1 }));
        }
    }

    #[test]
    fn a_fate_and_its_state_are_one() {
        for &state in State::ALL {
            assert_eq!(State::from(state.status()), state);
        }
    }
}
