//! A file of contributions brought in by the site, in four steps: the file, its columns, a trial, the import.

mod bring;
mod choices;
mod columns;
mod field;
mod give_up;
mod report;
mod rows;
mod tally;
mod work;

pub(crate) use work::Desk;

use crate::Error;
use crate::gesture::Gesture;
use crate::lang::{Lang, Speak as _};
use crate::state::AppState;
use arobase_domain::Role;
use arobase_store::Intake;

/// Who may import.
pub(crate) const IMPORTERS: &[Role] = &[Role::KnowledgeEngineer, Role::Administrator];

/// Most bytes of a file.
const LIMIT: usize = 32_000_000;

pub(super) fn gestures() -> [Gesture; 5] {
    [bring::gesture(), columns::gesture(), report::gesture(), rows::gesture(), give_up::gesture()]
}

/// The file brought in under this identifier.
async fn kept(state: &AppState, id: &str) -> Result<Intake, Error> {
    state.store.intake(&state.edition.id, id, state.now()).await?.ok_or_else(Error::not_found)
}

/// A step of the import, as the top of each page tells it.
pub(crate) struct Step {
    label: String,
    current: bool,
}

/// The steps, with the one where one is, from 0.
fn steps(lang: Lang, here: usize) -> Vec<Step> {
    let keys = ["import-step-file", "import-step-columns", "import-step-trial", "import-step-import"];
    keys.into_iter().enumerate().map(|(at, key)| Step { label: lang.t(key), current: at == here }).collect()
}
