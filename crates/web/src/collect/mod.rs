//! Receiving contributions.

mod assist;
pub(crate) mod attach;
mod contribute;
mod cosign;
mod draft;
mod gather;
mod import;
mod keying;
mod messages;
mod ready;
mod receipt;
mod revise;
mod signers;
mod signers_desk;
mod similar;
mod territories;
pub(crate) mod territory;

pub(crate) use assist::MEDIATORS;
pub(crate) use contribute::form;
pub(crate) use import::{Desk, IMPORTERS};
pub(crate) use similar::reading;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    let [keep, show] = draft::gestures();
    let [find, propose] = territories::gestures();
    let sending =
        [contribute::gesture(), similar::gesture(), assist::gesture(), gather::gesture(), messages::gesture()];
    let after = [keep, show, receipt::gesture(), revise::gesture(), cosign::gesture(), signers_desk::gesture()];
    [find, propose]
        .into_iter()
        .chain(sending)
        .chain(after)
        .chain(import::gestures())
        .chain(attach::gestures())
        .collect()
}
