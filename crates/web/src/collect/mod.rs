//! Receiving contributions.

mod assist;
mod contribute;
mod draft;
mod receipt;
mod revise;
mod territories;
pub(crate) mod territory;

pub(crate) use assist::MEDIATORS;
pub(crate) use contribute::show as form;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    let [keep, show] = draft::gestures();
    let [find, propose] = territories::gestures();
    vec![find, propose, contribute::gesture(), keep, show, receipt::gesture(), revise::gesture(), assist::gesture()]
}
