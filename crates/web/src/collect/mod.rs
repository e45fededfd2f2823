//! Receiving contributions.

mod contribute;
mod draft;
mod receipt;
mod revise;
mod territory;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    let [keep, show] = draft::gestures();
    vec![contribute::gesture(), keep, show, receipt::gesture(), revise::gesture()]
}
