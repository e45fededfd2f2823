//! Finding contributions: the list and the search.

mod feed;
pub(crate) mod line;
mod list;
mod search;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    [list::gesture(), search::gesture()].into_iter().chain(feed::gestures()).collect()
}
