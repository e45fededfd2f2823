//! Finding contributions: the list and the search; who takes part.

mod feed;
pub(crate) mod line;
mod list;
mod participation;
mod search;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    [list::gesture(), search::gesture()].into_iter().chain(participation::gestures()).chain(feed::gestures()).collect()
}
