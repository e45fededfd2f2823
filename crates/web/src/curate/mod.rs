//! The bench of the knowledge engineer: what the engine proposes, decided.

mod annex;
mod around;
mod assign;
mod bench;
mod changes;
mod coding;
mod contexts;
mod cut;
mod day;
mod decided;
mod drawn;
mod earlier;
mod form;
mod head;
mod judge;
mod like;
mod marked;
mod mask;
mod notes;
mod offers;
mod opened;
mod presence;
mod rerun;
mod screen;
mod structure;
mod style;
mod told;
mod top;
mod uncovered;
mod view;
mod words;

pub(crate) use opened::Benches;
pub(crate) use style::remarks;

use crate::gesture::{Access, Gesture};
use arobase_domain::Role;

/// Who classes.
pub(crate) const CURATORS: &[Role] = &[Role::KnowledgeEngineer];

pub(crate) fn gestures() -> Vec<Gesture> {
    let pages = [
        bench::gesture(),
        like::gesture(),
        contexts::gesture(),
        notes::gesture(),
        day::gesture(),
        earlier::gesture(),
        structure::gesture(),
        uncovered::gesture(),
        rerun::gesture(),
        decided::gesture(),
        screen::gesture(),
    ];
    let shared = [assign::gesture(), presence::gesture()];
    let shared = shared.into_iter().chain(changes::gestures()).chain(coding::gestures());
    pages.into_iter().chain(shared).collect()
}

/// Whom it is open to.
const OPEN_TO: Access = Access::Any(CURATORS);
