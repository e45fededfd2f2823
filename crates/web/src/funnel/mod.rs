//! What has become of what was said: from contributions to propositions, and the accounts.

pub(crate) mod contribution;
pub(crate) mod drawing;
pub(crate) mod excerpt;
pub(crate) mod ideas_map;
mod ledger;
mod ledger_state;
mod method;
mod mindmap;
pub(crate) mod overview;
mod proposition;
mod propositions;
mod question;
mod questions;
mod run;
pub(crate) mod screen;
mod theme;
mod themes;
mod weak_signals;

pub(crate) use excerpt::{cut, first, last};
pub(crate) use ledger::equation;

use crate::gesture::Gesture;

pub(crate) fn gestures() -> Vec<Gesture> {
    vec![
        overview::gesture(),
        questions::gesture(),
        question::gesture(),
        mindmap::gesture(),
        mindmap::one(),
        ideas_map::gesture(),
        screen::gesture(),
        themes::gesture(),
        theme::gesture(),
        propositions::gesture(),
        proposition::gesture(),
        weak_signals::gesture(),
        contribution::gesture(),
        ledger::gesture(),
        ledger_state::gesture(),
        run::gesture(),
        method::gesture(),
    ]
}
