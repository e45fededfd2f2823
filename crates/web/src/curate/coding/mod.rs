//! Double coding: a sample drawn, coded by each without seeing the others, compared, and settled idea by idea.

mod agreement;
mod book;
mod code;
mod samples;
mod settle;

use crate::gesture::Gesture;

pub(super) fn gestures() -> Vec<Gesture> {
    vec![samples::gesture(), code::gesture(), agreement::gesture(), settle::gesture()]
}
