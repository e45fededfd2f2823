//! Receiving contributions.

mod contribute;
mod receipt;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![contribute::gesture(), receipt::gesture()]
}
