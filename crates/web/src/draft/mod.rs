//! The motion, written together: a room for each edition, and the page where one sits down in it.

mod live;
mod open;
mod page;
mod room;

pub(crate) use room::{Rooms, rewritten};
pub use room::{made, replaced};

use crate::gesture::Gesture;
use arobase_domain::Role;

/// Who writes the motion; any other member reads it.
pub(crate) const DRAFTERS: &[Role] = &[Role::Drafter, Role::KnowledgeEngineer, Role::Administrator];

pub(crate) fn gestures() -> [Gesture; 2] {
    [page::gesture(), live::gesture()]
}
