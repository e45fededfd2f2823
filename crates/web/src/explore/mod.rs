//! Finding contributions: the list and the search.

pub(crate) mod line;
mod list;
mod search;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![list::gesture(), search::gesture()]
}
