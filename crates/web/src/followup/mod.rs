//! What becomes of the motion once it is adopted: handed over, answered, followed.

mod again;
mod answers;
mod evidence;
mod feed;
mod hand_over;
mod log;
mod matter;
mod press;
mod press_archive;
mod press_desk;
mod projects;
mod public;
mod recipients;
mod recognise;
mod slip;
mod slip_pdf;
mod testify;
mod told;

pub(crate) use feed::PATHS as FEED;
pub(crate) use log::PATHS as HAND_OVERS_FILE;
pub(crate) use testify::{Told as Testimonies, told_of as testimonies_of};
pub(crate) use told::{clause as in_plain_words, motion_url};

use crate::gesture::{Access, Gesture};
use arobase_domain::Role;

/// Who speaks for the congress to those whom the motion is handed to.
pub(crate) const SPOKESPERSONS: &[Role] = &[Role::Spokesperson, Role::Administrator];

/// Whom it is open to.
const OPEN_TO: Access = Access::Any(SPOKESPERSONS);

pub(crate) fn gestures() -> Vec<Gesture> {
    let staff = [slip::gesture(), log::gesture(), answers::gesture(), again::gesture()];
    let everyone =
        [public::gesture(), evidence::gesture(), press::gesture(), press_archive::gesture(), press_desk::gesture()];
    let several = recipients::gestures().into_iter().chain(hand_over::gestures()).chain(feed::gestures());
    let several = several
        .chain(slip_pdf::gestures())
        .chain(projects::gestures())
        .chain(recognise::gestures())
        .chain(testify::gestures());
    staff.into_iter().chain(everyone).chain(several).collect()
}
