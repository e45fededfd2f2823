//! Who comes in: links, sessions, one's own space.

mod enter;
mod identify;
mod member;
mod members;
mod session;
mod sign_in;
mod space;

pub(crate) use identify::identify;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    [
        sign_in::gestures().as_slice(),
        &[enter::gesture(), space::gesture()],
        &session::gestures(),
        &[members::gesture(), member::gesture()],
    ]
    .concat()
}
